// One plain sentence per row with the numbers in it, and what to do next, in three languages.
import { type BusinessDate, daysBetween } from '../business-date.ts';
import type { FeeFact } from '../fees/fee-rule.ts';
import type { Language, Translated } from '../language.ts';
import { absolute, type Amount, readableAmount, subtract, ZERO } from '../money.ts';
import { componentLabel } from '../payout-words.ts';
import { AWAITED, BACK_UNSTATED, STATEMENT_ONLY } from './consignment-words.ts';
import type { MatchPass } from './link-passes.ts';
import { BECAUSE, OTHER_ROWS, OTHER_TOTAL, REVIEWS } from './link-words.ts';
import type { Headline, OrderOutcome, UnlinkedLine } from './outcome.ts';
import type { StatementVersion } from './statement-versions.ts';
import { FEE_TOO_LITTLE, type Figures, LABELS, NEXT_STEPS, SENTENCES } from './state-words.ts';

/** @param facts that are missing; empty where no contract is set */
const FEES_UNCHECKED: Translated<(fees: string, facts: string) => string> = {
  'zh-TW': (fees, facts) => `扣款 ${fees}，手續費未核${facts && `（檔案沒有${facts}，無法判斷適用哪份合約）`}。`,
  'zh-CN': (fees, facts) => `扣款 ${fees}，手续费未核${facts && `（文件没有${facts}，无法判断适用哪份合同）`}。`,
  en: (fees, facts) =>
    `Deductions of ${fees}, not checked against a contract${facts && `: the files do not tell the ${facts} that decides which one holds`}.`,
};

const FACTS: Readonly<Record<FeeFact, Translated>> = {
  programs: { 'zh-TW': '參加的方案', 'zh-CN': '参加的方案', en: 'plan' },
  sellerType: { 'zh-TW': '賣家類型', 'zh-CN': '卖家类型', en: 'seller type' },
  category: { 'zh-TW': '商品分類', 'zh-CN': '商品分类', en: 'category' },
  day: { 'zh-TW': '判定的日期', 'zh-CN': '判定的日期', en: 'day' },
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

const NON_ORDER: Translated<(net: string) => string> = {
  'zh-TW': (net) => `非訂單的款項 ${net}，不屬於任何訂單。`,
  'zh-CN': (net) => `非订单的款项 ${net}，不属于任何订单。`,
  en: (net) => `${net} that belongs to no order by nature.`,
};

export function headlineLabel(headline: Headline, language: Language): string {
  return LABELS[headline][language];
}

/** What to do next about a discrepancy; empty for states that need nobody. A fee that is too little is nothing to claim. */
export function nextStep(headline: Headline, language: Language, stake: Amount): string {
  if (headline === 'FEE_DIFF' && stake < 0) return FEE_TOO_LITTLE[language];
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
  const fees = unchecked ? [FEES_UNCHECKED[language](readableAmount(outcome.fees), factsOf(outcome, language))] : [];
  return join(language, [
    sentence,
    ...statementAlone(outcome, language),
    ...fees,
    ...roundings(outcome, language),
    ...outcome.onReview.map((reason) => REVIEWS[reason][language]),
  ]);
}

function stateOf(outcome: OrderOutcome, language: Language, asOf: BusinessDate): string {
  const { headline, consigned } = outcome;
  const figures = figuresOf(outcome, language, asOf);
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

function whyUnlinked(line: UnlinkedLine, language: Language): string {
  const net = readableAmount(line.net);
  if (line.version !== undefined) return explainVersion(line.version, language);
  if (line.type === 'NON_ORDER') return NON_ORDER[language](net);
  const sentence = BECAUSE[line.because] ?? SENTENCES.PAYOUT_WITHOUT_ORDER;
  return sentence[language]({ ...NO_FIGURES, net });
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

const NO_FIGURES: Figures = {
  receivable: '',
  credited: '',
  received: '',
  refunded: '',
  fees: '',
  net: '',
  owed: '',
  kept: '',
  gap: '',
  refundGap: '',
  onHold: '',
  claim: '',
  reserve: '',
  writtenOff: '',
  feeDifferences: '',
  freight: '',
  due: '',
  late: '',
};

function figuresOf(outcome: OrderOutcome, language: Language, asOf: BusinessDate): Figures {
  const owed = subtract(outcome.receivable, outcome.credited);
  const kept = subtract(outcome.received, outcome.refunded);
  const { dueOn } = outcome;
  return {
    receivable: readableAmount(outcome.receivable),
    credited: readableAmount(outcome.credited),
    received: readableAmount(outcome.received),
    refunded: readableAmount(outcome.refunded),
    fees: readableAmount(outcome.fees),
    net: readableAmount(outcome.net),
    owed: readableAmount(owed),
    kept: readableAmount(kept),
    gap: apart(owed, kept),
    refundGap: apart(outcome.refunded, outcome.credited),
    onHold: readableAmount(outcome.suspense),
    claim: readableAmount(outcome.claim),
    reserve: readableAmount(outcome.reserve),
    writtenOff: apart(outcome.writtenOff, ZERO),
    feeDifferences: feeDifferences(outcome, language),
    freight: readableAmount(outcome.freight),
    due: dueOn === null ? '' : DUE[language](dueOn),
    late: dueOn === null ? '' : String(daysBetween(dueOn, asOf)),
  };
}

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
