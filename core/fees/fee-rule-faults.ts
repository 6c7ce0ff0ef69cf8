// What is wrong with fee contracts beyond their shape: rules that contradict themselves or one another. As values with
// their sentences, like core/problem.ts.
import type { Language, Translated } from '../language.ts';
import { readableAmount, ZERO } from '../money.ts';
import { ROUNDING_LEVELS, type FeeRule } from './fee-rule.ts';

type Details = Readonly<Record<'rule' | 'other' | 'value', string>>;
type Sentence = Translated<(details: Details) => string>;

const SENTENCES = {
  OVERLAP: {
    'zh-TW': (d) => `合約「${d.rule}」與「${d.other}」的條件相同，有效期間重疊。請調整其中一份的起訖日。`,
    'zh-CN': (d) => `合约“${d.rule}”与“${d.other}”的条件相同，有效期间重叠。请调整其中一份的起止日。`,
    en: (d) =>
      `The contracts "${d.rule}" and "${d.other}" have the same conditions and overlap in time. Change the first or last day of one of them.`,
  },
  PERIOD_BACKWARDS: {
    'zh-TW': (d) => `合約「${d.rule}」的訖日早於起日（${d.value}）。請更正有效期間。`,
    'zh-CN': (d) => `合约“${d.rule}”的止日早于起日（${d.value}）。请更正有效期间。`,
    en: (d) => `The contract "${d.rule}" ends before it begins (${d.value}). Correct its days.`,
  },
  NOTHING_CHARGED: {
    'zh-TW': (d) => `合約「${d.rule}」沒有費率，也沒有固定金額。請至少填寫一項。`,
    'zh-CN': (d) => `合约“${d.rule}”没有费率，也没有固定金额。请至少填写一项。`,
    en: (d) => `The contract "${d.rule}" has neither a rate nor a fixed amount. Fill in at least one.`,
  },
  RATES_CONTRADICT: {
    'zh-TW': (d) => `合約「${d.rule}」同時有級距與費率。請只留一種。`,
    'zh-CN': (d) => `合约“${d.rule}”同时有阶梯与费率。请只留一种。`,
    en: (d) => `The contract "${d.rule}" has tiers and a rate. Keep only one of them.`,
  },
  BASE_MISSING: {
    'zh-TW': (d) => `合約「${d.rule}」有費率，但沒有計算基礎。請選擇依哪些金額計算。`,
    'zh-CN': (d) => `合约“${d.rule}”有费率，但没有计算基础。请选择按哪些金额计算。`,
    en: (d) => `The contract "${d.rule}" has a rate but no base. Choose the amounts it is computed on.`,
  },
  LEVEL_TOO_FINE: {
    'zh-TW': (d) => `合約「${d.rule}」的進位層級「${d.value}」比計費單位更細。請改用相同或更大的層級。`,
    'zh-CN': (d) => `合约“${d.rule}”的舍入层级“${d.value}”比计费单位更细。请改用相同或更大的层级。`,
    en: (d) =>
      `The contract "${d.rule}" is rounded by ${d.value}, which is finer than what it is charged on. Choose its scope or a wider level.`,
  },
  CATEGORY_NEEDS_LINES: {
    'zh-TW': (d) => `合約「${d.rule}」依商品分類計費，但不是逐項計算。請將計費單位改為明細。`,
    'zh-CN': (d) => `合约“${d.rule}”按商品分类计费，但不是逐项计算。请将计费单位改为明细。`,
    en: (d) => `The contract "${d.rule}" has rates by category, but is not charged by line. Set its scope to line.`,
  },
  LIMITS_CROSSED: {
    'zh-TW': (d) => `合約「${d.rule}」的最低金額高於最高金額（${d.value}）。請更正。`,
    'zh-CN': (d) => `合约“${d.rule}”的最低金额高于最高金额（${d.value}）。请更正。`,
    en: (d) => `The minimum of the contract "${d.rule}" is above its maximum (${d.value}). Correct them.`,
  },
  TIERS_UNORDERED: {
    'zh-TW': (d) => `合約「${d.rule}」的級距須由小到大，且最後一級不設上限。請重新排列。`,
    'zh-CN': (d) => `合约“${d.rule}”的阶梯须由小到大，且最后一级不设上限。请重新排列。`,
    en: (d) =>
      `The tiers of the contract "${d.rule}" must rise, and only the last one is without limit. Put them in order.`,
  },
  QUANTITY_TIERS_MARGINAL: {
    'zh-TW': (d) => `合約「${d.rule}」依件數分級，只能整筆適用同一費率。請改為整筆計算。`,
    'zh-CN': (d) => `合约“${d.rule}”按件数分级，只能整笔适用同一费率。请改为整笔计算。`,
    en: (d) =>
      `The contract "${d.rule}" has tiers by quantity, of which one rate holds for all. Set its tiers to whole.`,
  },
  SURCHARGE_ALONE: {
    'zh-TW': (d) => `合約「${d.rule}」是「${d.value}」的加收，但沒有這份同類費用的合約。請先建立，或取消加收。`,
    'zh-CN': (d) => `合约“${d.rule}”是“${d.value}”的加收，但没有这份同类费用的合约。请先建立，或取消加收。`,
    en: (d) =>
      `The contract "${d.rule}" is a surcharge on "${d.value}", but there is no such contract of this fee. Add it first, or let the rule stand alone.`,
  },
  SURCHARGE_SCOPE: {
    'zh-TW': (d) => `合約「${d.rule}」須與「${d.other}」合計後進位，計費單位必須相同。請改為相同的單位。`,
    'zh-CN': (d) => `合约“${d.rule}”须与“${d.other}”合计后舍入，计费单位必须相同。请改为相同的单位。`,
    en: (d) =>
      `The contract "${d.rule}" is rounded together with "${d.other}", so both must be charged on the same. Give them one scope.`,
  },
} as const satisfies Record<string, Sentence>;

export type FeeRuleFaultCode = keyof typeof SENTENCES;
export const FEE_RULE_FAULT_CODES = Object.keys(SENTENCES) as FeeRuleFaultCode[];

export interface FeeRuleFault {
  readonly code: FeeRuleFaultCode;
  /** `id` and version of the rule, and of the other one it is at odds with (empty where there is none). */
  readonly rule: string;
  readonly other: string;
  readonly value: string;
}

/** The fault as a sentence that ends with the next step. */
export function explainFeeRuleFault(fault: FeeRuleFault, language: Language): string {
  return SENTENCES[fault.code][language](fault);
}

/** Everything wrong with a company's contracts, whatever their sequence. */
export function faultsOfFeeRules(rules: readonly FeeRule[]): FeeRuleFault[] {
  const ordered = [...rules].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  return [
    ...ordered.flatMap(ownFaults),
    ...overlaps(ordered),
    ...ordered.flatMap((rule) => surchargeFaults(rule, ordered)),
  ];
}

const nameOf = ({ id, version }: FeeRule) => `${id} v${version}`;

function fault(code: FeeRuleFaultCode, rule: FeeRule, value: string, other?: FeeRule): FeeRuleFault {
  return { code, rule: nameOf(rule), other: other ? nameOf(other) : '', value };
}

function ownFaults(rule: FeeRule): FeeRuleFault[] {
  const { rate, byCategory, tiers, fixed, min, max, base, scope, validFrom, validTo, rounding } = rule;
  const rated = rate !== null || byCategory !== null;
  const found: readonly (readonly [boolean, FeeRuleFaultCode, string?])[] = [
    [validFrom !== null && validTo !== null && validTo < validFrom, 'PERIOD_BACKWARDS', `${validFrom} – ${validTo}`],
    [!rated && tiers === null && fixed === null && min === null, 'NOTHING_CHARGED'],
    [rated && tiers !== null, 'RATES_CONTRADICT'],
    [(rated || tiers !== null) && base.length === 0, 'BASE_MISSING'],
    [isTooFine(rule), 'LEVEL_TOO_FINE', rounding.level],
    [byCategory !== null && scope !== 'line', 'CATEGORY_NEEDS_LINES'],
    [
      min !== null && max !== null && min > max,
      'LIMITS_CROSSED',
      `${readableAmount(min ?? ZERO)} > ${readableAmount(max ?? ZERO)}`,
    ],
    [!areInOrder(rule), 'TIERS_UNORDERED'],
    [tiers?.by === 'quantity' && tiers.mode === 'marginal', 'QUANTITY_TIERS_MARGINAL'],
  ];
  return found.flatMap(([isWrong, code, value = '']) => (isWrong ? fault(code, rule, value) : []));
}

/** What is charged once for a payout or a month is rounded there and nowhere else. */
function isTooFine({ scope, rounding: { level } }: FeeRule): boolean {
  if (scope === 'payout') return level !== 'batch';
  return ROUNDING_LEVELS.indexOf(level) < ROUNDING_LEVELS.indexOf(scope);
}

function areInOrder({ tiers }: FeeRule): boolean {
  const limits = (tiers?.steps ?? []).map(({ upTo }) => upTo ?? Infinity);
  return (
    limits.every((limit, at) => limit > (limits[at - 1] ?? 0)) && (limits.length === 0 || limits.at(-1) === Infinity)
  );
}

/** Rules that claim the same orders: each pair of one group that shares a day. */
function overlaps(rules: readonly FeeRule[]): FeeRuleFault[] {
  const groups = new Map<string, FeeRule[]>();
  for (const rule of rules) groups.set(conditionsOf(rule), [...(groups.get(conditionsOf(rule)) ?? []), rule]);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((rule, at) =>
      group.slice(at + 1).flatMap((other) => (shareADay(rule, other) ? fault('OVERLAP', rule, '', other) : [])),
    ),
  );
}

/** Two contracts with the same text claim the same orders. */
export function conditionsOf(rule: FeeRule): string {
  const { platform, shopPattern, currency, feeType, sellerType, programs, additive } = rule;
  const lists = [programs.has, programs.lacks, additive].map((list) => [...list].sort());
  return JSON.stringify([platform, shopPattern, currency, feeType, sellerType, lists]);
}

function shareADay(one: FeeRule, other: FeeRule): boolean {
  const begins = (from: FeeRule, to: FeeRule) =>
    from.validFrom === null || to.validTo === null || from.validFrom <= to.validTo;
  return begins(one, other) && begins(other, one);
}

function surchargeFaults(rule: FeeRule, rules: readonly FeeRule[]): FeeRuleFault[] {
  const bases = rules.filter(
    (other) => rule.additive.includes(other.id) && other.feeType === rule.feeType && other.additive.length === 0,
  );
  const missing = rule.additive.filter((id) => !bases.some((other) => other.id === id));
  const apart = bases.filter((other) => other.rounding.when === 'sum' && other.scope !== rule.scope);
  return [
    ...missing.map((id) => fault('SURCHARGE_ALONE', rule, id)),
    ...apart.map((other) => fault('SURCHARGE_SCOPE', rule, '', other)),
  ];
}
