// One sentence a row of the deposit report, with the numbers in it, in three languages; and the words of its states.
import type { Language, Translated } from '../language.ts';
import { type Amount, readableAmount, subtract, ZERO } from '../money.ts';
import type { DepositProposalReason } from './deposit-match.ts';
import type { DepositRow, DepositState } from './deposit-rows.ts';
import { type ConversionReason, explainConverted, explainProposed, isOfConversion } from './explain-conversion.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

export const DEPOSIT_STATE_LABELS: Readonly<Record<DepositState, Translated>> = {
  FOOTS: say('批次相符', '批次相符', 'Arrived'),
  FILE_INCONSISTENT: say('檔案不平', '文件不平', 'File does not add up'),
  DEPOSIT_MISSING: say('在途', '在途', 'Not arrived'),
  DEPOSIT_DIFF: say('入帳差', '入账差', 'Arrived with a difference'),
  CARRIED_FORWARD: say('負數結轉', '负数结转', 'Carried forward'),
  PENDING: say('尚待入帳', '尚待入账', 'Expected'),
  DEPOSIT_WITHOUT_BATCH: say('有入帳無批次', '有入账无批次', 'No payout for it'),
};

type Numbers = Readonly<
  Record<'due' | 'arrived' | 'on' | 'gap' | 'fee' | 'rest' | 'total' | 'declared' | 'day', string>
>;
type Sentence = Translated<(n: Numbers) => string>;

const STATES: Readonly<Record<Exclude<DepositState, 'DEPOSIT_DIFF' | 'CARRIED_FORWARD'>, Sentence>> = {
  FOOTS: {
    'zh-TW': (n) => `應入帳 ${n.due}，${n.on} 入帳 ${n.arrived}，相符。`,
    'zh-CN': (n) => `应入账 ${n.due}，${n.on} 入账 ${n.arrived}，相符。`,
    en: (n) => `${n.due} was due, and ${n.arrived} arrived on ${n.on}.`,
  },
  FILE_INCONSISTENT: {
    'zh-TW': (n) => `報表宣告 ${n.declared}，各列合計 ${n.total}，差 ${n.gap}；請先查報表少了或多了哪一列。`,
    'zh-CN': (n) => `报表声明 ${n.declared}，各行合计 ${n.total}，差 ${n.gap}；请先查报表少了或多了哪一行。`,
    en: (n) =>
      `The report declares ${n.declared} and its rows add up to ${n.total}: ${n.gap} apart. Look for the row first.`,
  },
  DEPOSIT_MISSING: {
    'zh-TW': (n) => `${n.day} 應入帳 ${n.due}，對帳單已涵蓋這段日子，但沒有這筆入帳；請向平台或銀行查詢。`,
    'zh-CN': (n) => `${n.day} 应入账 ${n.due}，对账单已涵盖这段日子，但没有这笔入账；请向平台或银行查询。`,
    en: (n) =>
      `${n.due} was due from ${n.day}; the statements cover these days and do not show it. Ask the platform or bank.`,
  },
  PENDING: {
    'zh-TW': (n) => `${n.day} 應入帳 ${n.due}，目前的對帳單還看不到這筆入帳。`,
    'zh-CN': (n) => `${n.day} 应入账 ${n.due}，目前的对账单还看不到这笔入账。`,
    en: (n) => `${n.due} is due from ${n.day}; the statements at hand do not reach so far.`,
  },
  DEPOSIT_WITHOUT_BATCH: {
    'zh-TW': (n) => `${n.day} 入帳 ${n.arrived}，找不到對應的撥款；若不是平台的款項可以略過。`,
    'zh-CN': (n) => `${n.day} 入账 ${n.arrived}，找不到对应的拨款；若不是平台的款项可以略过。`,
    en: (n) => `${n.arrived} arrived on ${n.day} and no payout explains it. Pass over it if no platform sent it.`,
  },
};

/** A negative payout arrives with the one it is taken off, or is taken off one that says so, or waits for one. */
const CARRIED: Readonly<Record<'arrived' | 'taken' | 'waiting', Sentence>> = {
  arrived: {
    'zh-TW': (n) => `這一批是 ${n.due}，平台已從 ${n.on} 入帳的款項中扣抵。`,
    'zh-CN': (n) => `这一批是 ${n.due}，平台已从 ${n.on} 入账的款项中扣抵。`,
    en: (n) => `This payout is ${n.due}: the platform took it off what arrived on ${n.on}.`,
  },
  taken: {
    'zh-TW': (n) => `這一批是 ${n.due}，平台已從後面的撥款扣抵，本身沒有入帳。`,
    'zh-CN': (n) => `这一批是 ${n.due}，平台已从后面的拨款扣抵，本身没有入账。`,
    en: (n) => `This payout is ${n.due}: the platform took it off a later one, and nothing arrives for it.`,
  },
  waiting: {
    'zh-TW': (n) => `這一批是 ${n.due}，沒有入帳；平台會從後面的撥款扣抵。`,
    'zh-CN': (n) => `这一批是 ${n.due}，没有入账；平台会从后面的拨款扣抵。`,
    en: (n) => `This payout is ${n.due}, and nothing arrives for it: the platform will take it off a later one.`,
  },
};

const DIFFERS: Sentence = {
  'zh-TW': (n) => `應入帳 ${n.due}，${n.on} 入帳 ${n.arrived}，差 ${n.gap}`,
  'zh-CN': (n) => `应入账 ${n.due}，${n.on} 入账 ${n.arrived}，差 ${n.gap}`,
  en: (n) => `${n.due} was due, and ${n.arrived} arrived on ${n.on}: ${n.gap} apart`,
};
const BY_FEE: Sentence = {
  'zh-TW': (n) => `匯費 ${n.fee}`,
  'zh-CN': (n) => `汇费 ${n.fee}`,
  en: (n) => `transfer fee ${n.fee}`,
};
const BY_NOTHING: Sentence = {
  'zh-TW': (n) => `原因不明 ${n.rest}`,
  'zh-CN': (n) => `原因不明 ${n.rest}`,
  en: (n) => `unexplained ${n.rest}`,
};

const NOTHING_DUE = say(
  '沒有款項要入帳；餘額留在錢包。',
  '没有款项要入账；余额留在钱包。',
  'Nothing is to arrive; the balance stays in the wallet.',
);

const SHARED: Translated<(count: number) => string> = {
  'zh-TW': (count) => `與其他 ${count} 筆合併入帳。`,
  'zh-CN': (count) => `与其他 ${count} 笔合并入账。`,
  en: (count) => ` It came together with ${count} more.`,
};

/** What fits and is not the only one that does: saying that nothing came would be false. */
const FITS: Readonly<Record<'due' | 'deposit', Translated<(n: Numbers, count: number) => string>>> = {
  due: {
    'zh-TW': (n, count) =>
      `${n.day} 應入帳 ${n.due}，${count > 1 ? `對帳單有 ${count} 種入帳對得上，無法認定是哪一種` : '有入帳對得上，但不是唯一的對法，無法認定'}，請選擇；選定前不算已入帳。`,
    'zh-CN': (n, count) =>
      `${n.day} 应入账 ${n.due}，${count > 1 ? `对账单有 ${count} 种入账对得上，无法认定是哪一种` : '有入账对得上，但不是唯一的对法，无法认定'}，请选择；选定前不算已入账。`,
    en: (n, count) =>
      `${n.due} was due from ${n.day}, and ${count > 1 ? `${count} arrivals on the statements fit` : 'an arrival fits, though not in one way only'}: choose which; until then it does not count as arrived.`,
  },
  deposit: {
    'zh-TW': (n, count) =>
      `${n.day} 入帳 ${n.arrived}，${count > 1 ? `有 ${count} 種撥款對得上，無法認定是哪一種` : '有撥款對得上，但不是唯一的對法，無法認定'}，請選擇。`,
    'zh-CN': (n, count) =>
      `${n.day} 入账 ${n.arrived}，${count > 1 ? `有 ${count} 种拨款对得上，无法认定是哪一种` : '有拨款对得上，但不是唯一的对法，无法认定'}，请选择。`,
    en: (n, count) =>
      `${n.arrived} arrived on ${n.day}, and ${count > 1 ? `${count} payouts or groups of them fit` : 'a payout fits, though not in one way only'}: choose which.`,
  },
};

const PROPOSALS: Readonly<
  Record<Exclude<DepositProposalReason, ConversionReason>, Translated<(n: Numbers) => string>>
> = {
  NEAR_AMOUNT: {
    'zh-TW': (n) => `有一筆金額相近（差 ${n.rest}），請確認是否同一筆。`,
    'zh-CN': (n) => `有一笔金额相近（差 ${n.rest}），请确认是否同一笔。`,
    en: (n) => ` Something of nearly this amount is there (${n.rest} apart): say whether it is the same.`,
  },
  SEVERAL_SOLUTIONS: {
    'zh-TW': () => '有不只一種組合對得上，請選擇。',
    'zh-CN': () => '有不只一种组合对得上，请选择。',
    en: () => ' More than one combination fits: choose one.',
  },
  SUM_DIFFERS: {
    'zh-TW': () => '對帳單寫明了編號，但金額不符，請確認。',
    'zh-CN': () => '对账单写明了编号，但金额不符，请确认。',
    en: () => ' The statement names its number and the amounts differ: say what belongs together.',
  },
  TOO_MANY: {
    'zh-TW': () => '可能的組合太多，沒有逐一嘗試。',
    'zh-CN': () => '可能的组合太多，没有逐一尝试。',
    en: () => ' There are too many combinations to try.',
  },
};

export function explainDeposit(row: DepositRow, language: Language): string {
  const numbers = numbersOf(row);
  const fitting = fittingWays(row);
  if (fitting > 0) return FITS[row.kind === 'deposit' ? 'deposit' : 'due'][language](numbers, fitting);
  const shared = row.sharing > 1 ? SHARED[language](row.sharing - 1) : '';
  const main =
    row.converted === null ? mainSentence(row, numbers, language) : explainConverted(row, row.converted, language);
  return `${main}${shared}${proposalSentence(row, numbers, language)}`;
}

function proposalSentence({ proposal }: DepositRow, numbers: Numbers, language: Language): string {
  if (proposal === null) return '';
  const { reason, solutions } = proposal;
  if (!isOfConversion(reason)) return PROPOSALS[reason][language](numbers);
  const [group] = solutions;
  return group === undefined ? '' : explainProposed(reason, group, solutions.length, language);
}

const UNDECIDED: ReadonlySet<DepositState> = new Set(['DEPOSIT_MISSING', 'PENDING', 'DEPOSIT_WITHOUT_BATCH']);

/** In how many ways the row could be matched, where no other finding stands before the choice. */
function fittingWays({ key, state, proposal }: DepositRow): number {
  if (proposal?.reason !== 'SEVERAL_SOLUTIONS' || !UNDECIDED.has(state)) return 0;
  return proposal.solutions.filter(({ dues, deposits }) => [...dues, ...deposits].includes(key)).length;
}

function mainSentence(row: DepositRow, numbers: Numbers, language: Language): string {
  if (row.state === 'DEPOSIT_DIFF') return differenceSentence(row, numbers, language);
  if (row.state === 'CARRIED_FORWARD') return carriedSentence(row)[language](numbers);
  if (row.state === 'FOOTS' && row.due === ZERO) return NOTHING_DUE[language];
  return STATES[row.state][language](numbers);
}

function carriedSentence({ arrived, carriedInto }: DepositRow): Sentence {
  return CARRIED[arrived !== null ? 'arrived' : carriedInto ? 'taken' : 'waiting'];
}

function differenceSentence({ fee, difference }: DepositRow, numbers: Numbers, language: Language): string {
  const reasons = [fee === ZERO ? null : BY_FEE, difference === ZERO ? null : BY_NOTHING].filter((one) => one !== null);
  const [colon, comma, end] = language === 'en' ? [': ', ', ', '.'] : ['：', '，', '。'];
  const told = reasons.map((reason) => reason[language](numbers)).join(comma);
  return `${DIFFERS[language](numbers)}${colon}${told}${end}`;
}

function numbersOf(row: DepositRow): Numbers {
  const { due, arrived, total, declared, fileDifference, fee, difference, proposal } = row;
  const gap = row.state === 'FILE_INCONSISTENT' ? fileDifference : subtract(due ?? ZERO, arrived ?? ZERO);
  const rest = proposal?.solutions[0]?.unexplained ?? difference;
  const text = (amount: Amount | null) => (amount === null ? '' : readableAmount(amount));
  const money = { due: text(due), arrived: text(arrived), gap: text(gap), fee: text(fee), rest: text(rest) };
  return { ...money, total: text(total), declared: text(declared), on: row.arrivedOn ?? '', day: row.day };
}
