// One plain sentence per row with the numbers in it, and what to do next, in three languages.
import { type BusinessDate, daysBetween } from '../business-date.ts';
import type { FeeFact } from '../fees/fee-rule.ts';
import type { Language, Translated } from '../language.ts';
import { absolute, add, type Amount, larger, negate, readableAmount, subtract, sum, ZERO } from '../money.ts';
import { componentLabel } from '../payout-words.ts';
import { isOwed, isTooMuch, refundedTooMuch, surplusOf } from './at-stake.ts';
import { AWAITED, BACK_UNSTATED, STATEMENT_ONLY } from './consignment-words.ts';
import { otherStates } from './besides.ts';
import { reasonLabel } from './difference-words.ts';
import type { MatchPass } from './link-passes.ts';
import { BECAUSE, BOOKED_AS, OTHER_ROWS, OTHER_TOTAL, REVIEWS } from './link-words.ts';
import { FEE_TOO_LITTLE, GIVEN_BACK_TOO_MUCH, NEXT_STEPS, OF_LINES } from './next-steps.ts';
import type { DifferenceReason, Headline, OrderOutcome, UnlinkedBecause, UnlinkedLine } from './outcome.ts';
import { type Figures, LABELS, SENTENCES, UNCOMPLETED_LATE } from './state-words.ts';
import type { StatementVersion } from './statement-versions.ts';

/** More came back than was charged where they are below zero. */
const DEDUCTED: Readonly<Record<'charged' | 'givenBack', Translated<(fees: string) => string>>> = {
  charged: {
    'zh-TW': (fees) => `扣款 ${fees}`,
    'zh-CN': (fees) => `扣款 ${fees}`,
    en: (fees) => `Deductions of ${fees}`,
  },
  givenBack: {
    'zh-TW': (fees) => `退回扣款 ${fees}`,
    'zh-CN': (fees) => `退回扣款 ${fees}`,
    en: (fees) => `Deductions given back of ${fees}`,
  },
};

/** @param fees empty where the state says them @param facts that are missing; empty where no contract is set */
const FEES_UNCHECKED: Translated<(fees: string, facts: string) => string> = {
  'zh-TW': (fees, facts) =>
    `${fees && `${fees}，`}手續費未核${facts && `（檔案沒有${facts}，無法判斷適用哪份合約）`}。`,
  'zh-CN': (fees, facts) =>
    `${fees && `${fees}，`}手续费未核${facts && `（文件没有${facts}，无法判断适用哪份合同）`}。`,
  en: (fees, facts) =>
    `${fees === '' ? 'The deductions are' : `${fees},`} not checked against a contract${facts && `: the files do not tell the ${facts} that decides which one holds`}.`,
};

const FACTS: Readonly<Record<FeeFact, Translated>> = {
  programs: { 'zh-TW': '參加的方案', 'zh-CN': '参加的方案', en: 'plan' },
  sellerType: { 'zh-TW': '賣家類型', 'zh-CN': '卖家类型', en: 'seller type' },
  category: { 'zh-TW': '商品分類', 'zh-CN': '商品分类', en: 'category' },
  day: { 'zh-TW': '判定的日期', 'zh-CN': '判定的日期', en: 'day' },
};

const COMPENSATED: Translated<(amount: string) => string> = {
  'zh-TW': (amount) => `其中平台賠付 ${amount}，不是買家付的貨款。`,
  'zh-CN': (amount) => `其中平台赔付 ${amount}，不是买家付的货款。`,
  en: (amount) => `Of this, ${amount} is the platform's compensation and not what the buyer paid.`,
};

const BY_DISPUTE: Translated<(amount: string) => string> = {
  'zh-TW': (amount) => `退款中 ${amount} 是平台以爭議款扣回，已由銷退或折讓沖抵。`,
  'zh-CN': (amount) => `退款中 ${amount} 是平台以争议款扣回，已由销退或折让冲抵。`,
  en: (amount) => `Of the refund, ${amount} was taken back as a chargeback; the return or credit note covers it.`,
};

const SUBSIDY_MISSING: Translated<(amount: string) => string> = {
  'zh-TW': (amount) => `其中平台補貼少撥 ${amount}。`,
  'zh-CN': (amount) => `其中平台补贴少拨 ${amount}。`,
  en: (amount) => `Of this, ${amount} is the platform's subsidy that did not come.`,
};

const ROUNDED: Translated<(amount: string) => string> = {
  'zh-TW': (amount) => `進位尾差 ${amount}，不到一個計價單位，由約定的進位方式產生。`,
  'zh-CN': (amount) => `进位尾差 ${amount}，不到一个计价单位，由约定的进位方式产生。`,
  en: (amount) => `A rounding difference of ${amount}: less than one unit, left by a rounding rule in force.`,
};

const ROUNDED_IN_BASE: Translated<(amount: string) => string> = {
  'zh-TW': (amount) => `換算本位幣的進位尾差 ${amount}，由最後一筆沖帳結清。`,
  'zh-CN': (amount) => `换算本位币的进位尾差 ${amount}，由最后一笔冲账结清。`,
  en: (amount) => `A rounding difference of ${amount} in base currency, cleared by the last allocation.`,
};

const DUE: Translated<(due: string) => string> = {
  'zh-TW': (due) => `（應於 ${due} 前撥款）`,
  'zh-CN': (due) => `（应于 ${due} 前拨款）`,
  en: (due) => ` (due by ${due})`,
};

const METHODS: Readonly<Record<MatchPass, Translated>> = {
  P1: { 'zh-TW': 'P1 訂單編號相同', 'zh-CN': 'P1 订单编号相同', en: 'P1 same order number' },
  P2: { 'zh-TW': 'P2 訂單編號正規化後相同', 'zh-CN': 'P2 订单编号规范化后相同', en: 'P2 same number, other spelling' },
  P3: {
    'zh-TW': 'P3 別名（子單號、物流單號或已學習的對應）',
    'zh-CN': 'P3 别名（子单号、物流单号或已学习的对应）',
    en: 'P3 alias',
  },
  P5: { 'zh-TW': 'P5 合併付款，唯一組合', 'zh-CN': 'P5 合并付款，唯一组合', en: 'P5 group, the only one that adds up' },
};

export function headlineLabel(headline: Headline, language: Language): string {
  return LABELS[headline][language];
}

/**
 * What to do next about a discrepancy; empty for states that need nobody. A fee that is too little is nothing to claim.
 * @param because of a payout line: what keeps it from its order
 */
export function nextStep(headline: Headline, language: Language, stake: Amount, because?: UnlinkedBecause): string {
  const own = because === undefined ? undefined : OF_LINES[because];
  if (own !== undefined) return own[language];
  if (stake < 0 && isTooMuch(headline))
    return (headline === 'FEE_DIFF' ? FEE_TOO_LITTLE : GIVEN_BACK_TOO_MUCH)[language];
  return NEXT_STEPS[headline]?.[language] ?? '';
}

/** How an order's payout was linked. */
export function methodLabel(pass: MatchPass, language: Language): string {
  return METHODS[pass][language];
}

/** The order's state as one plain sentence with its numbers. */
export function explainOrder(outcome: OrderOutcome, language: Language, asOf: BusinessDate): string {
  const sentence = stateOf(outcome, language, asOf);
  const unchecked = outcome.fees !== 0 && !outcome.feesChecked;
  const deducted = DEDUCTED[outcome.fees < 0 ? 'givenBack' : 'charged'][language](apart(outcome.fees, ZERO));
  const said = outcome.headline === 'NEGATIVE_NET' ? '' : deducted;
  const fees = unchecked ? [FEES_UNCHECKED[language](said, factsOf(outcome, language))] : [];
  return join(language, [
    sentence,
    ...statementAlone(outcome, language),
    ...(outcome.compensated === 0 ? [] : [COMPENSATED[language](readableAmount(outcome.compensated))]),
    ...(outcome.refundedByDispute === 0 ? [] : [BY_DISPUTE[language](readableAmount(outcome.refundedByDispute))]),
    ...subsidyMissing(outcome, language),
    ...otherStates(outcome, () => feeDifferences(outcome, language), language),
    ...fees,
    ...roundings(outcome, language),
    ...outcome.onReview.map((reason) => REVIEWS[reason][language]),
  ]);
}

function stateOf(outcome: OrderOutcome, language: Language, asOf: BusinessDate): string {
  const { headline, consigned } = outcome;
  const figures = figuresOf(outcome, language, asOf);
  if (outcome.uncompleted !== undefined && headline === 'OVERDUE') return UNCOMPLETED_LATE[language](figures);
  if (consigned?.statedOn !== null) return SENTENCES[headline][language](figures);
  if (headline === 'REFUND_FULL') return BACK_UNSTATED[language];
  const { agreed, listed } = consigned;
  const prices = { agreed: agreed === null ? null : readableAmount(agreed), listed: readableAmount(listed) };
  return (AWAITED[headline] ?? SENTENCES[headline])[language]({ ...figures, ...prices });
}

/** Where nothing but the statement tells the price, that is said: the state alone would read as checked. */
function statementAlone({ consigned }: OrderOutcome, language: Language): string[] {
  if (consigned === undefined || consigned.statedOn === null || consigned.agreed !== null) return [];
  return [STATEMENT_ONLY[language](readableAmount(consigned.listed))];
}

const factsOf = ({ feesLacking }: OrderOutcome, language: Language) =>
  feesLacking.map((fact) => FACTS[fact][language]).join(language === 'en' ? ' and ' : '、');

/** Said where money is missing: a subsidy beside a rest that was given up explains nothing any more. */
function subsidyMissing(outcome: OrderOutcome, language: Language): string[] {
  const amount = partOf(outcome, 'SUBSIDY_DIFF');
  return amount === ZERO ? [] : [SUBSIDY_MISSING[language](readableAmount(amount))];
}

function roundings({ differences, baseRounding }: OrderOutcome, language: Language): string[] {
  const parts = differences.filter(({ reason }) => reason === 'ROUNDING_DIFF');
  const own = parts.map(({ amount }) => ROUNDED[language](apart(amount, ZERO)));
  return baseRounding === 0 ? own : [...own, ROUNDED_IN_BASE[language](apart(baseRounding, ZERO))];
}

/** Sentences follow each other without a blank in Chinese. */
const join = (language: Language, sentences: readonly string[]) => sentences.join(language === 'en' ? ' ' : '');

/** Why a payout line stands without an order, with its number. */
export function explainUnlinked(line: UnlinkedLine, language: Language): string {
  const review = line.onReview === null ? [] : [REVIEWS[line.onReview][language]];
  return join(language, [whyUnlinked(line, language), ...review]);
}

/** The sum of the line and what its receipt did with it; while it waits, nothing is booked that could be told. */
function whyUnlinked(line: UnlinkedLine, language: Language): string {
  if (line.version !== undefined) return explainVersion(line.version, language);
  const why = BECAUSE[line.because][language](readableAmount(line.net));
  const booked = line.onReview === null ? bookedParts(line, language) : [];
  const [comma, first, end] = language === 'en' ? [', ', ': ', '.'] : ['，', '，', '。'];
  return `${why}${booked.length === 0 ? '' : `${first}${booked.join(comma)}`}${end}`;
}

function bookedParts({ net, onHold, fees }: UnlinkedLine, language: Language): string[] {
  const elsewhere = subtract(add(net, fees), onHold);
  const part = (name: keyof typeof BOOKED_AS, amount: Amount) =>
    amount === ZERO ? [] : [BOOKED_AS[name][language](readableAmount(amount))];
  if (onHold === net) return part('allOnHold', net);
  return [
    ...part('onHold', onHold),
    ...(fees < 0 ? part('feesBack', negate(fees)) : part('fees', fees)),
    ...part('elsewhere', elsewhere),
  ];
}

/** `成交手續費 多扣 17` for each fee that differs. */
function feeDifferences({ differences }: OrderOutcome, language: Language): string {
  const fees = differences.filter(({ reason }) => reason === 'FEE_DIFF');
  return fees
    .map(({ feeType, amount }) => {
      const { more, less } = feeType === 'FEE_REVERSAL' ? RETURNED : CHARGED;
      const words = (amount > 0 ? more : less)[language];
      return `${feeType === null ? '' : componentLabel(feeType, language)} ${words} ${apart(amount, ZERO)}`;
    })
    .join(language === 'en' ? ', ' : '，');
}

const CHARGED: Readonly<Record<'more' | 'less', Translated>> = {
  more: { 'zh-TW': '多扣', 'zh-CN': '多扣', en: 'over by' },
  less: { 'zh-TW': '少扣', 'zh-CN': '少扣', en: 'under by' },
};
/** Of fees that come back with a refund, what was kept is too much. */
const RETURNED: typeof CHARGED = {
  more: { 'zh-TW': '少退', 'zh-CN': '少退', en: 'short by' },
  less: { 'zh-TW': '多退', 'zh-CN': '多退', en: 'more by' },
};

function figuresOf(outcome: OrderOutcome, language: Language, asOf: BusinessDate): Figures {
  const owed = subtract(outcome.receivable, outcome.credited);
  const came = add(outcome.received, outcome.compensated);
  const kept = subtract(came, outcome.refunded);
  const { dueOn } = outcome;
  return {
    receivable: readableAmount(outcome.receivable),
    credited: readableAmount(outcome.credited),
    received: readableAmount(outcome.received),
    came: readableAmount(came),
    refunded: readableAmount(outcome.refunded),
    fees: readableAmount(outcome.fees),
    net: readableAmount(outcome.net),
    owed: readableAmount(owed),
    kept: readableAmount(kept),
    gap: apart(owed, kept),
    refundGap: apart(outcome.refunded, outcome.credited),
    takenBack: isOwed(outcome) ? '' : unlessZero(refundedTooMuch(outcome) ?? ZERO),
    ...tooMuch(outcome),
    waits: outcome.onReview.length > 0,
    disputed: readableAmount(partOf(outcome, 'CHARGEBACK')),
    reserved: readableAmount(partOf(outcome, 'RESERVE_HELD')),
    disputeSurplus: unlessZero(surplusOf(outcome, 'DISPUTE_SURPLUS')),
    reserveSurplus: unlessZero(surplusOf(outcome, 'RESERVE_SURPLUS')),
    others: otherParts(outcome, language),
    worth: readableAmount(outcome.uncompleted?.worth ?? ZERO),
    writtenOff: apart(outcome.writtenOff, ZERO),
    feeDifferences: feeDifferences(outcome, language),
    freight: readableAmount(outcome.freight),
    due: dueOn === null ? '' : DUE[language](dueOn),
    late: dueOn === null ? '' : String(daysBetween(dueOn, asOf)),
  };
}

const unlessZero = (amount: Amount) => (amount === ZERO ? '' : readableAmount(amount));

/** Money too much, as it is attributed: what a refund to come explains, and what nothing does. */
function tooMuch(outcome: OrderOutcome): Pick<Figures, 'openCredit' | 'netted' | 'over'> {
  const openCredit = negate(partOf(outcome, 'CREDIT_WITHOUT_REFUND'));
  const netted = subtract(subtract(outcome.credited, outcome.refunded), openCredit);
  return {
    openCredit: unlessZero(openCredit),
    netted: openCredit === ZERO ? '' : unlessZero(larger(netted, ZERO)),
    over: readableAmount(negate(partOf(outcome, 'OVER'))),
  };
}

const partOf = ({ differences }: OrderOutcome, name: DifferenceReason) =>
  sum(differences.filter(({ reason }) => reason === name).map(({ amount }) => amount));

/** What the net holds beside principal and fees, signed as it came. */
function otherParts({ differences }: OrderOutcome, language: Language): string {
  return differences
    .filter(({ reason }) => BESIDE.has(reason))
    .map(({ reason, amount }) => {
      const text = `${reasonLabel(reason, language)} ${readableAmount(negate(amount))}`;
      return language === 'en' ? `, ${text}` : `，${text}`;
    })
    .join('');
}

const BESIDE: ReadonlySet<DifferenceReason> = new Set([
  ...(['REIMBURSEMENT', 'CHARGEBACK', 'DISPUTE_SURPLUS', 'RESERVE_HELD', 'RESERVE_SURPLUS'] as const),
  ...(['TAX', 'ADJUSTMENT'] as const),
]);

function apart(left: Amount, right: Amount): string {
  return readableAmount(absolute(subtract(left, right)));
}

/** Both totals and both files, so that a person can look. */
function explainVersion(version: StatementVersion, language: Language): string {
  const { statement, file, before } = version;
  const [total, brought] = [readableAmount(version.total), readableAmount(version.brought)];
  const say = version.total === before.total ? OTHER_ROWS : OTHER_TOTAL;
  const facts = { statement, file, total, brought };
  return say[language]({ ...facts, before: { file: before.file, total: readableAmount(before.total) } });
}
