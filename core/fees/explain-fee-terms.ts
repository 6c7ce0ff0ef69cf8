// A fee contract in words: what is asked of what, within which limits and how it is rounded. `成交手續費＝應收 × 6%，四捨五入到元`.
import type { Language, Translated } from '../language.ts';
import { type Amount, type Currency, type Rate, readableAmount, type RoundingMode } from '../money.ts';
import { componentLabel } from '../payout-words.ts';
import type { BaseCode, BaseTerm, FeeRule, FeeType, RoundingLevel } from './fee-rule.ts';

/** The parts of a contract that its sentence tells; what was learned has no tiers, categories or cap of the base. */
export type ExplainedTerms = Pick<FeeRule, 'scope' | 'base' | 'rate' | 'fixed' | 'min' | 'max' | 'rounding'> &
  Partial<Pick<FeeRule, 'baseCap' | 'tiers' | 'byCategory'>>;

interface Words {
  readonly receivable: string;
  readonly itemPrice: string;
  readonly plus: string;
  readonly minus: string;
  readonly equals: string;
  readonly bracketed: (sum: string) => string;
  readonly capped: (base: string, most: string) => string;
  readonly tiers: string;
  readonly byCategory: string;
  readonly each: Readonly<Record<FeeRule['scope'], string>>;
  readonly min: (amount: string) => string;
  readonly max: (amount: string) => string;
  readonly comma: string;
  readonly level: Readonly<Record<RoundingLevel, string>>;
  readonly mode: Readonly<Record<RoundingMode, string>>;
  /** Decimals that are left, with the coin's name where the currency has one in this language. */
  readonly decimals: (count: number, hasCoins: boolean) => string;
}

const coins = (names: readonly [string, string, string], otherwise: (count: number) => string) => {
  return (count: number, hasCoins: boolean) => (hasCoins ? names[count] : undefined) ?? otherwise(count);
};

const WORDS: Translated<Words> = {
  'zh-TW': {
    ...{ receivable: '應收', itemPrice: '商品價金', plus: '＋', minus: '－', equals: '＝', comma: '，' },
    ...{ tiers: '級距費率', byCategory: '商品分類費率' },
    bracketed: (sum) => `（${sum}）`,
    capped: (base, most) => `${base}（最多計 ${most}）`,
    each: { line: '每項 ', order: '每筆 ', payout: '每次撥款 ', month: '每月 ' },
    min: (amount) => `至少 ${amount}`,
    max: (amount) => `至多 ${amount}`,
    level: { line: '逐項', order: '', day: '當日合計後', batch: '整批撥款合計後', month: '當月合計後' },
    mode: {
      halfUp: '四捨五入',
      halfEven: '四捨六入五成雙',
      halfDown: '五捨六入',
      down: '無條件捨去',
      up: '無條件進位',
    },
    decimals: coins(['到元', '到角', '到分'], (count) => (count === 0 ? '到整數' : `到小數 ${count} 位`)),
  },
  'zh-CN': {
    ...{ receivable: '应收', itemPrice: '商品价款', plus: '＋', minus: '－', equals: '＝', comma: '，' },
    ...{ tiers: '阶梯费率', byCategory: '商品分类费率' },
    bracketed: (sum) => `（${sum}）`,
    capped: (base, most) => `${base}（最多计 ${most}）`,
    each: { line: '每项 ', order: '每笔 ', payout: '每次拨款 ', month: '每月 ' },
    min: (amount) => `至少 ${amount}`,
    max: (amount) => `至多 ${amount}`,
    level: { line: '逐项', order: '', day: '当日合计后', batch: '整批拨款合计后', month: '当月合计后' },
    mode: { halfUp: '四舍五入', halfEven: '四舍六入五成双', halfDown: '五舍六入', down: '直接舍去', up: '一律进位' },
    decimals: coins(['到元', '到角', '到分'], (count) => (count === 0 ? '到整数' : `到小数 ${count} 位`)),
  },
  en: {
    ...{ receivable: 'receivable', itemPrice: 'item prices', plus: ' + ', minus: ' − ', equals: ' = ', comma: ', ' },
    ...{ tiers: 'tiered rate', byCategory: 'rate by category' },
    bracketed: (sum) => `(${sum})`,
    capped: (base, most) => `${base} (up to ${most})`,
    each: { line: 'per line ', order: 'per order ', payout: 'per payout ', month: 'per month ' },
    min: (amount) => `at least ${amount}`,
    max: (amount) => `at most ${amount}`,
    level: { line: 'line by line ', order: '', day: 'by day ', batch: 'by payout ', month: 'by month ' },
    mode: {
      ...{ halfUp: 'rounded half up', halfEven: 'rounded half to even', halfDown: 'rounded half down' },
      ...{ down: 'rounded down', up: 'rounded up' },
    },
    decimals: (count) => (count === 0 ? ' to whole units' : ` to ${count} decimal${count === 1 ? '' : 's'}`),
  },
};

/** Currencies whose coins have a name in Chinese. */
const WITH_COINS: readonly Currency[] = ['TWD', 'CNY', 'HKD'];

/** `成交手續費＝貨款 × 2.75%，至少 10，四捨五入到元`. */
export function explainFeeTerms(
  feeType: FeeType,
  terms: ExplainedTerms,
  currency: Currency,
  language: Language,
): string {
  const words = WORDS[language];
  const { min, max, rounding } = terms;
  const how = `${words.level[rounding.level]}${words.mode[rounding.mode]}`;
  const parts = [
    `${componentLabel(feeType, language)}${words.equals}${chargeOf(terms, words, language)}`,
    ...(min === null ? [] : [words.min(readableAmount(min))]),
    ...(max === null ? [] : [words.max(readableAmount(max))]),
    `${how}${words.decimals(rounding.decimals, WITH_COINS.includes(currency))}`,
  ];
  return parts.join(words.comma);
}

function chargeOf(terms: ExplainedTerms, words: Words, language: Language): string {
  const { rate, fixed, base, tiers = null, byCategory = null } = terms;
  const rated = rateText(rate, { tiers, byCategory }, words);
  const times = rated === null ? [] : [base.length === 0 ? rated : `${baseText(terms, words, language)} × ${rated}`];
  const added = fixed === null ? [] : [`${rated === null ? words.each[terms.scope] : ''}${readableAmount(fixed)}`];
  return [...times, ...added].join(words.plus) || readableAmount(0 as Amount);
}

function rateText(
  rate: Rate | null,
  { tiers, byCategory }: Pick<Required<ExplainedTerms>, 'tiers' | 'byCategory'>,
  words: Words,
): string | null {
  if (tiers !== null) return words.tiers;
  if (byCategory !== null) return words.byCategory;
  return rate === null ? null : percentText(rate);
}

function baseText({ base, baseCap = null }: ExplainedTerms, words: Words, language: Language): string {
  const named = baseWords(base, language);
  const whole = base.length > 1 ? words.bracketed(named) : named;
  return baseCap === null ? whole : words.capped(whole, readableAmount(baseCap));
}

/** `貨款＋買家運費`. */
function baseWords(base: readonly BaseTerm[], language: Language): string {
  const words = WORDS[language];
  return base.map((term, at) => signed(term, at === 0, words) + codeLabel(term, words, language)).join('');
}

function signed(term: BaseTerm, isFirst: boolean, { plus, minus }: Words): string {
  if (term.startsWith('-')) return isFirst ? minus.trim() : minus;
  return isFirst ? '' : plus;
}

function codeLabel(term: BaseTerm, words: Words, language: Language): string {
  const code = (term.startsWith('-') ? term.slice(1) : term) as BaseCode;
  return code === 'receivable' || code === 'itemPrice' ? words[code] : componentLabel(code, language);
}

/** A part of one as per cent: `2.75%`. Rates are whole millionths, so this is exact. */
export function percentText(rate: Rate): string {
  const whole = Math.floor(rate / 10_000);
  const rest = String(rate % 10_000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return rest === '' ? `${whole}%` : `${whole}.${rest}%`;
}
