// What is said of a payout that a processor converted, accepted or only possible: both sums with their currencies, the implied
// rate beside the books' own, and what the conversion cost.
import type { Language, Translated } from '../language.ts';
import type { ConversionSpread } from '../ledger/conversion-vouchers.ts';
import { absolute, type Amount, type Currency, readableAmount, ZERO } from '../money.ts';
import { impliedRate } from './conversion.ts';
import type { DepositGroup, DepositProposalReason } from './deposit-match.ts';
import type { ConvertedDue, DepositRow } from './deposit-rows.ts';

const sumOf = (currency: Currency, amount: Amount) => `${currency} ${readableAmount(amount)}`;

type Numbers = Readonly<Record<'due' | 'whole' | 'on' | 'received' | 'rate', string>>;

const CONVERTED: Translated<(n: Numbers) => string> = {
  'zh-TW': (n) => `應入帳 ${n.due}，${n.on} 由 ${n.whole} 兌換成 ${n.received} 入帳，隱含匯率 ${n.rate}`,
  'zh-CN': (n) => `应入账 ${n.due}，${n.on} 由 ${n.whole} 兑换成 ${n.received} 入账，隐含汇率 ${n.rate}`,
  en: (n) =>
    `${n.due} was due; ${n.whole} was converted and arrived as ${n.received} on ${n.on}, at an implied rate of ${n.rate}`,
};

type Spent = 'loss' | 'fee' | 'gain';

const SPREADS: Readonly<Record<Spent, Translated<(amount: string) => string>>> = {
  loss: {
    'zh-TW': (amount) => `；比帳上匯率少 ${amount}，記兌換損失`,
    'zh-CN': (amount) => `；比账上汇率少 ${amount}，记汇兑损失`,
    en: (amount) => `; ${amount} less than by the books’ rate, booked as an exchange loss`,
  },
  fee: {
    'zh-TW': (amount) => `；比帳上匯率少 ${amount}，記匯費`,
    'zh-CN': (amount) => `；比账上汇率少 ${amount}，记汇费`,
    en: (amount) => `; ${amount} less than by the books’ rate, booked as a transfer fee`,
  },
  gain: {
    'zh-TW': (amount) => `；比帳上匯率多 ${amount}，記兌換利益`,
    'zh-CN': (amount) => `；比账上汇率多 ${amount}，记汇兑收益`,
    en: (amount) => `; ${amount} more than by the books’ rate, booked as an exchange gain`,
  },
};

/** Null for a conversion at exactly the books' rate. */
function spentAs({ amount, bookedAs }: ConversionSpread): Spent | null {
  if (amount === 0) return null;
  return amount > 0 ? 'gain' : bookedAs === 'fee' ? 'fee' : 'loss';
}

const ACCOUNTS: Readonly<Record<Spent, Translated>> = {
  loss: { 'zh-TW': '兌換損失', 'zh-CN': '汇兑损失', en: 'Exchange loss' },
  fee: { 'zh-TW': '匯費', 'zh-CN': '汇费', en: 'Transfer fee' },
  gain: { 'zh-TW': '兌換利益', 'zh-CN': '汇兑收益', en: 'Exchange gain' },
};

/** Where the spread is booked; nothing where there is none. */
export function spreadWords(spread: ConversionSpread | null, language: Language): string {
  const spent = spread === null ? null : spentAs(spread);
  return spent === null ? '' : ACCOUNTS[spent][language];
}

/** What the payout has more, by rows that came since. */
const GROWN: Translated<(amount: string) => string> = {
  'zh-TW': (amount) => `；之後多了 ${amount}，原因不明`,
  'zh-CN': (amount) => `；之后多了 ${amount}，原因不明`,
  en: (amount) => `; ${amount} were added since, unexplained`,
};

export function explainConverted(row: DepositRow, converted: ConvertedDue, language: Language): string {
  const { due, currency, received, rate, spread } = converted;
  const own = { due: sumOf(row.currency, row.due ?? due), whole: sumOf(row.currency, due) };
  const said = CONVERTED[language]({ ...own, on: row.arrivedOn ?? '', received: sumOf(currency, received), rate });
  const spent = spread === null ? null : spentAs(spread);
  const told =
    spread === null || spent === null ? '' : SPREADS[spent][language](sumOf(spread.currency, absolute(spread.amount)));
  const rest = row.difference === ZERO ? '' : GROWN[language](sumOf(row.currency, row.difference));
  return `${said}${told}${rest}${language === 'en' ? '.' : '。'}`;
}

const REASONS = ['RATE_FAR', 'RATE_UNKNOWN', 'OTHER_CURRENCY'] as const satisfies readonly DepositProposalReason[];
export type ConversionReason = (typeof REASONS)[number];

export function isOfConversion(reason: DepositProposalReason): reason is ConversionReason {
  return REASONS.some((one) => one === reason);
}

type Proposed = Readonly<Record<'sums' | 'rate' | 'book' | 'others', string>>;

const PROPOSED: Readonly<Record<ConversionReason, Translated<(n: Proposed) => string>>> = {
  RATE_FAR: {
    'zh-TW': (n) => `對帳單寫明了編號，但 ${n.sums} 的隱含匯率 ${n.rate} 與帳上匯率 ${n.book} 相差太多，請確認。`,
    'zh-CN': (n) => `对账单写明了编号，但 ${n.sums} 的隐含汇率 ${n.rate} 与账上汇率 ${n.book} 相差太多，请确认。`,
    en: (n) =>
      ` The statement names its number, but ${n.sums} is an implied rate of ${n.rate} and the books have ${n.book}: say whether it is the same.`,
  },
  RATE_UNKNOWN: {
    'zh-TW': (n) =>
      `對帳單寫明了編號，${n.sums} 的隱含匯率是 ${n.rate}，但帳上沒有匯率可以比對（需要本位幣與當月的匯率）；請輸入匯率或確認。`,
    'zh-CN': (n) =>
      `对账单写明了编号，${n.sums} 的隐含汇率是 ${n.rate}，但账上没有汇率可以比对（需要本位币与当月的汇率）；请输入汇率或确认。`,
    en: (n) =>
      ` The statement names its number; ${n.sums} is an implied rate of ${n.rate}, and the books have nothing to hold it against (a base currency and a rate of the month): enter the rate, or say whether it is the same.`,
  },
  OTHER_CURRENCY: {
    'zh-TW': (n) =>
      `幣別不同而金額相當：${n.sums} 的隱含匯率是 ${n.rate}，帳上匯率 ${n.book}${n.others}；請確認是否同一筆。`,
    'zh-CN': (n) =>
      `币别不同而金额相当：${n.sums} 的隐含汇率是 ${n.rate}，账上汇率 ${n.book}${n.others}；请确认是否同一笔。`,
    en: (n) =>
      ` Something of another currency is worth about as much: ${n.sums} is an implied rate of ${n.rate}, the books have ${n.book}${n.others}. Say whether it is the same.`,
  },
};

const OTHERS: Translated<(count: number) => string> = {
  'zh-TW': (count) => `，另有 ${count} 種可能`,
  'zh-CN': (count) => `，另有 ${count} 种可能`,
  en: (count) => `, and ${count} more would do`,
};

/** @param ways in how many ways it could be matched */
export function explainProposed(
  reason: ConversionReason,
  group: DepositGroup,
  ways: number,
  language: Language,
): string {
  const { currency, arrivedIn = currency, due, received, bookRate = '' } = group;
  return PROPOSED[reason][language]({
    sums: `${sumOf(currency, due)} → ${sumOf(arrivedIn, received)}`,
    ...{ rate: impliedRate(group), book: bookRate },
    others: ways > 1 ? OTHERS[language](ways - 1) : '',
  });
}
