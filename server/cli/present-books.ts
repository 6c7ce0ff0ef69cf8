// Undo, months and settings as a terminal shows them.
import type { ReconcileResult } from '../../core/api.ts';
import type { Language, Translated } from '../../core/language.ts';
import type { Periods, ReversalAnswer, Settings } from '../../core/ledger-api.ts';
import { readableAmount } from '../../core/money.ts';
import type { PeriodState } from '../../core/team-books.ts';
import { voucherBlock } from './present-month-end.ts';
import { alignColumns } from './text-columns.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const TO_POST = say(
  '以上是計畫，沒有入帳。確認後用下列選項入帳：',
  '以上是计划，没有入账。确认后用下列选项入账：',
  'This is a plan; nothing was booked. Book it with:',
);

/** Below a run that booked nothing: the hash by which this very plan is booked. */
export function presentPlan({ runId, planHash }: ReconcileResult, language: Language): string {
  return runId === null ? `\n${TO_POST[language]}\n  --plan-hash ${planHash}\n` : '';
}

const POSTED: Translated<(run: string, day: string) => string> = {
  'zh-TW': (run, day) => `已沖銷：${run}，入帳日 ${day}`,
  'zh-CN': (run, day) => `已冲销：${run}，入账日 ${day}`,
  en: (run, day) => `Reversed: ${run}, booked on ${day}`,
};
const PLANNED: Translated<(hash: string, day: string) => string> = {
  'zh-TW': (hash, day) => `沖銷計畫，沒有入帳（入帳日 ${day}）\n計畫雜湊 ${hash}`,
  'zh-CN': (hash, day) => `冲销计划，没有入账（入账日 ${day}）\n计划哈希 ${hash}`,
  en: (hash, day) => `A plan, nothing was posted (it would be booked on ${day})\nPlan hash ${hash}`,
};
const REVERSES: Translated<(number: string) => string> = {
  'zh-TW': (number) => `沖銷 ${number}`,
  'zh-CN': (number) => `冲销 ${number}`,
  en: (number) => `reverses ${number}`,
};
const REBOOKED = say('其餘各列照原樣入帳', '其余各行照原样入账', 'the other rows, booked again as they were');
const FREED: Translated<(lines: number, links: number) => string> = {
  'zh-TW': (lines, links) => `${lines} 筆撥款等待重新入帳，${links} 筆比對結束`,
  'zh-CN': (lines, links) => `${lines} 笔拨款等待重新入账，${links} 笔比对结束`,
  en: (lines, links) => `${lines} payout lines wait to be booked again, ${links} links ended`,
};

const REOPENED: Translated<(count: number) => string> = {
  'zh-TW': (count) => `工作清單上 ${count} 筆處理已沖銷，重新待處理`,
  'zh-CN': (count) => `工作清单上 ${count} 笔处理已冲销，重新待处理`,
  en: (count) => `${count} decisions of the work list were undone and are open again`,
};

export function presentReversal(answer: ReversalAnswer, language: Language): string {
  const { runId, planHash, postedOn, reversed, receipts, sales, vouchers, movements, freed, ended, reopened } = answer;
  const head = runId === null ? PLANNED[language](planHash, postedOn) : POSTED[language](runId, postedOn);
  const about = (reverses: string | null) => (reverses === null ? REBOOKED[language] : REVERSES[language](reverses));
  const rows = [
    ...receipts.map(({ number, cash, currency, reverses }) => [
      number,
      readableAmount(cash),
      currency,
      about(reverses),
    ]),
    ...sales.map(({ number, amount, currency, reverses }) => [
      number,
      readableAmount(amount),
      currency,
      about(reverses),
    ]),
    ...vouchers.map(({ number, currency, reverses }) => [number, '', currency, about(reverses)]),
    ...reversed.bank.map((number) => ['', '', '', about(number)]),
    ...movements.map(({ sku, quantity, orderNumber }) => [sku, String(quantity), '', orderNumber]),
  ];
  const table = alignColumns(rows, ['left', 'right', 'left', 'left']).map((line) => `  ${line}`);
  const asked = reopened.length === 0 ? [] : [REOPENED[language](reopened.length)];
  return `${[head, '', ...table, '', FREED[language](freed.length, ended.length), ...asked].join('\n')}\n`;
}

const STATES: Readonly<Record<PeriodState, Translated>> = {
  open: say('開放', '开放', 'open'),
  closed: say('已關帳', '已关账', 'closed'),
  filed: say('已申報', '已申报', 'filed'),
};
const ALL_OPEN = say('每個月份都開放。', '每个月份都开放。', 'Every month is open.');
const WAITING: Translated<(count: number) => string> = {
  'zh-TW': (count) => `注意：這個月還有 ${count} 筆撥款沒有入帳，之後會記在第一個開放的月份：`,
  'zh-CN': (count) => `注意：这个月还有 ${count} 笔拨款没有入账，之后会记在第一个开放的月份：`,
  en: (count) => `Note: ${count} payout lines of the month are not booked; they will be, in the first open month:`,
};

const SHOWN = say('月底入帳的傳票：', '月末入账的凭证：', 'Vouchers of the month’s end:');

const OPEN_BEFORE: Translated<(months: string) => string> = {
  'zh-TW': (months) => `注意：前面的月份還開著（${months}）：記在那裡的帳會改變這個月的期初。`,
  'zh-CN': (months) => `注意：前面的月份还开着（${months}）：记在那里的账会改变这个月的期初。`,
  en: (months) =>
    `Note: earlier months are open (${months}): what is booked there changes this month's opening balances.`,
};

export function presentPeriods({ periods, waiting, openBefore, monthEnd }: Periods, language: Language): string {
  const rows = periods.map(({ month, state, author, note }) => [month, STATES[state][language], author, note]);
  const lines = rows.length === 0 ? [ALL_OPEN[language]] : alignColumns(rows, ['left', 'left', 'left', 'left']);
  const left = waiting.map(({ file, sheet, row, paidOutOn }) => `  ${paidOutOn}  ${file} › ${sheet} › ${row}`);
  const shown = monthEnd.length === 0 ? [] : ['', ...voucherBlock(SHOWN[language], monthEnd)];
  const late = left.length === 0 ? [] : ['', WAITING[language](left.length), ...left];
  const before = openBefore.length === 0 ? [] : ['', OPEN_BEFORE[language](openBefore.join(', '))];
  return `${[...lines, ...shown, ...before, ...late].join('\n')}\n`;
}

const RATES: Translated<(count: number) => string> = {
  'zh-TW': (count) => `匯率 ${count} 筆`,
  'zh-CN': (count) => `汇率 ${count} 笔`,
  en: (count) => `exchange rates: ${count}`,
};
const COSTS: Translated<(count: number) => string> = {
  'zh-TW': (count) => `進貨成本 ${count} 筆`,
  'zh-CN': (count) => `进货成本 ${count} 笔`,
  en: (count) => `item costs: ${count}`,
};
const NOTHING_SET = say('還沒有任何設定。', '还没有任何设置。', 'Nothing is set yet.');

interface WhatIsSet {
  readonly settings: Settings['settings'];
  readonly rates: readonly object[];
  readonly costs: readonly object[];
}

export function presentSettings({ settings, rates, costs }: WhatIsSet, language: Language): string {
  const rows = settings.map(({ kind, id, version, author, savedAt }) => [kind, id, `v${version}`, author, savedAt]);
  const lines = alignColumns(rows, ['left', 'left', 'left', 'left', 'left']);
  if (rates.length > 0) lines.push(RATES[language](rates.length));
  if (costs.length > 0) lines.push(COSTS[language](costs.length));
  return `${lines.length === 0 ? NOTHING_SET[language] : lines.join('\n')}\n`;
}
