// The two sentences at the top of the summary: the verdict, and what the figures rest on.
import type { BusinessDate } from '../business-date.ts';
import type { Language, Translated } from '../language.ts';
import type { Currency } from '../money.ts';
import type { ReconcilePolicy } from '../reconcile/policy.ts';

export interface VerdictFacts {
  readonly asOf: BusinessDate;
  /** Per currency, in reading form. */
  readonly money: readonly { readonly currency: Currency; readonly net: string; readonly difference: string }[];
  readonly orders: number;
  /** Orders on the work list, and payout lines without an order. */
  readonly attention: number;
  readonly strays: number;
}

type MoneySentence = (currency: Currency, net: string, difference: string) => string;

const EXPLAINED: Translated<MoneySentence> = {
  'zh-TW': (currency, net) => `撥款 ${currency} ${net} 的每一元都有去處`,
  'zh-CN': (currency, net) => `拨款 ${currency} ${net} 的每一元都有去处`,
  en: (currency, net) => `every dollar of ${currency} ${net} is accounted for`,
};

const UNEXPLAINED: Translated<MoneySentence> = {
  'zh-TW': (currency, net, difference) => `撥款 ${currency} ${net} 有 ${difference} 去向不明`,
  'zh-CN': (currency, net, difference) => `拨款 ${currency} ${net} 有 ${difference} 去向不明`,
  en: (currency, net, difference) => `${difference} of ${currency} ${net} is unaccounted for`,
};

const COUNTS: Translated<(facts: VerdictFacts) => string> = {
  'zh-TW': ({ orders, attention, strays }) =>
    `${orders} 張訂單，${attention === 0 ? '沒有一張' : `${attention} 張`}需要處理${strays === 0 ? '' : `；${strays} 筆撥款找不到訂單`}。`,
  'zh-CN': ({ orders, attention, strays }) =>
    `${orders} 张订单，${attention === 0 ? '没有一张' : `${attention} 张`}需要处理${strays === 0 ? '' : `；${strays} 笔拨款找不到订单`}。`,
  en: ({ orders, attention, strays }) =>
    `${orders} orders, ${attention === 0 ? 'none needs' : `${attention} need`} attention${strays === 0 ? '' : `; ${strays} payouts without an order`}.`,
};

const AS_OF: Translated<(asOf: BusinessDate) => string> = {
  'zh-TW': (asOf) => `截至 ${asOf}：`,
  'zh-CN': (asOf) => `截至 ${asOf}：`,
  en: (asOf) => `As of ${asOf}: `,
};

const BETWEEN: Translated = { 'zh-TW': '；', 'zh-CN': '；', en: '; ' };

/** The result in one sentence. */
export function verdict(facts: VerdictFacts, language: Language): string {
  const money = facts.money.map(({ currency, net, difference }) =>
    (difference === '0' ? EXPLAINED : UNEXPLAINED)[language](currency, net, difference),
  );
  return AS_OF[language](facts.asOf) + [...money, COUNTS[language](facts)].join(BETWEEN[language]);
}

/** What fees were held against: orders whose fees have a contract, and those whose fees have none. */
interface FeesChecked {
  readonly checked: number;
  readonly unchecked: number;
}

const TERM: Translated<(policy: ReconcilePolicy) => string> = {
  'zh-TW': ({ payoutTermDays, graceDays }) =>
    `撥款期限：訂單完成後 ${payoutTermDays} 天${graceDays === 0 ? '' : `，寬限 ${graceDays} 天`}（可設定）。`,
  'zh-CN': ({ payoutTermDays, graceDays }) =>
    `拨款期限：订单完成后 ${payoutTermDays} 天${graceDays === 0 ? '' : `，宽限 ${graceDays} 天`}（可设置）。`,
  en: ({ payoutTermDays, graceDays }) =>
    `Payout term: ${payoutTermDays} days after completion${graceDays === 0 ? '' : `, ${graceDays} days of grace`} (a setting). `,
};

const FEES: Translated<(fees: FeesChecked) => string> = {
  'zh-TW': ({ checked, unchecked }) =>
    checked === 0
      ? '手續費依平台扣款入帳，未與合約核對。'
      : `手續費依平台扣款入帳，並與合約核對${unchecked === 0 ? '' : `；${unchecked} 張訂單的手續費沒有合約可核對`}。`,
  'zh-CN': ({ checked, unchecked }) =>
    checked === 0
      ? '手续费依平台扣款入账，未与合约核对。'
      : `手续费依平台扣款入账，并与合约核对${unchecked === 0 ? '' : `；${unchecked} 张订单的手续费没有合约可核对`}。`,
  en: ({ checked, unchecked }) =>
    checked === 0
      ? 'Fees are booked as charged and not checked against a contract. '
      : `Fees are booked as charged and checked against their contracts${unchecked === 0 ? '' : `; of ${unchecked} orders no contract tells`}. `,
};

const FORMULAS: Translated = {
  'zh-TW': '合計都是公式，可自行驗算。',
  'zh-CN': '合计都是公式，可自行验算。',
  en: 'All totals are formulas.',
};

/** What the figures rest on. */
export function policyNote(policy: ReconcilePolicy, fees: FeesChecked, language: Language): string {
  return `${TERM[language](policy)}${FEES[language](fees)}${FORMULAS[language]}`;
}
