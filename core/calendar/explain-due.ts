// Why money is due on a day, in a sentence with every day that led there; or why no day can be told, and what to do.
import type { Language, Translated } from '../language.ts';
import { type Delay, type PayoutCalendar, wantedEvent } from './payout-calendar.ts';
import type { DueAnswer, DueSteps, NoDueDay } from './payout-due-on.ts';

export function explainDue({ dueOn, because }: DueAnswer, language: Language): string {
  return because.kind === 'due' ? SENTENCES[language](because, dueOn ?? '') : NO_DAY[language](because);
}

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const EVENTS: Readonly<Record<DueSteps['event'], Translated>> = {
  delivered: say('送達', '送达', 'delivered'),
  completed: say('完成', '完成', 'completed'),
  shipped: say('出貨', '发货', 'shipped'),
  captured: say('付款', '付款', 'paid by the buyer'),
  ordered: say('下單', '下单', 'ordered'),
  statementClosed: say('結算', '结算', 'statement closed'),
};

/** The steps of the way, in the order in which they happen; empty ones are left out. */
function stepsOf(steps: DueSteps, dueOn: string, language: Language): string[] {
  const { calendar, event, eventOn, closedOn, availableOn, cycleOn, payOn } = steps;
  const words = WORDS[language];
  const wanted = wantedEvent(calendar.anchor);
  const standsIn = event !== 'statementClosed' && event !== wanted;
  return [
    words.event(EVENTS[event][language], eventOn),
    ...(standsIn ? [words.standsIn(EVENTS[wanted][language])] : []),
    ...(steps.cutoff === 'after' ? [words.afterCutoff(calendar)] : []),
    ...(steps.cutoff === 'unknown' ? [words.unknownCutoff] : []),
    ...(closedOn !== null && event !== 'statementClosed' ? [words.closes(closedOn)] : []),
    ...(calendar.delay.n > 0 ? [words.available(words.delay(calendar.delay), availableOn)] : []),
    ...(cycleOn !== availableOn ? [words.payDay(cycleOn)] : []),
    ...(payOn !== cycleOn ? [words.moved(payOn)] : []),
    ...(calendar.transferDelay.n > 0 ? [words.arrives(words.delay(calendar.transferDelay), dueOn)] : []),
  ];
}

interface Words {
  readonly event: (event: string, on: string) => string;
  readonly standsIn: (wanted: string) => string;
  readonly afterCutoff: (calendar: PayoutCalendar) => string;
  readonly unknownCutoff: string;
  readonly closes: (on: string) => string;
  readonly delay: (delay: Delay) => string;
  readonly available: (delay: string, on: string) => string;
  readonly payDay: (on: string) => string;
  readonly moved: (on: string) => string;
  readonly arrives: (delay: string, on: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-TW': {
    event: (event, on) => `${on} ${event}`,
    standsIn: (wanted) => `檔案沒有${wanted}日，以此代替`,
    afterCutoff: ({ cutoff }) => `晚於 ${cutoff?.time ?? ''}，算次日`,
    unknownCutoff: '檔案沒有時刻，視為當日截止前',
    closes: (on) => `${on} 結算`,
    delay: ({ n, unit }) => (unit === 'day' ? `${n} 天` : `${n} 個營業日`),
    available: (delay, on) => `加 ${delay}為 ${on}`,
    payDay: (on) => `撥款日 ${on}`,
    moved: (on) => `遇假日改為 ${on}`,
    arrives: (delay, on) => `再 ${delay}入帳 ${on}`,
  },
  'zh-CN': {
    event: (event, on) => `${on} ${event}`,
    standsIn: (wanted) => `文件没有${wanted}日，以此代替`,
    afterCutoff: ({ cutoff }) => `晚于 ${cutoff?.time ?? ''}，算次日`,
    unknownCutoff: '文件没有时刻，视为当日截止前',
    closes: (on) => `${on} 结算`,
    delay: ({ n, unit }) => (unit === 'day' ? `${n} 天` : `${n} 个工作日`),
    available: (delay, on) => `加 ${delay}为 ${on}`,
    payDay: (on) => `拨款日 ${on}`,
    moved: (on) => `遇假日改为 ${on}`,
    arrives: (delay, on) => `再 ${delay}入账 ${on}`,
  },
  en: {
    event: (event, on) => `${event} on ${on}`,
    standsIn: (wanted) => `in place of the day it was ${wanted}, which the file does not tell`,
    afterCutoff: ({ cutoff }) => `after ${cutoff?.time ?? ''}, so it counts from the next day`,
    unknownCutoff: 'no time of day in the file, taken as before the cut-off',
    closes: (on) => `statement closes on ${on}`,
    delay: ({ n, unit }) => `${n} ${unit === 'day' ? 'day' : 'business day'}${n === 1 ? '' : 's'}`,
    available: (delay, on) => `plus ${delay} is ${on}`,
    payDay: (on) => `pay day ${on}`,
    moved: (on) => `moved to ${on} as nobody works that day`,
    arrives: (delay, on) => `arrives ${delay} later on ${on}`,
  },
};

const SENTENCES: Readonly<Record<Language, (steps: DueSteps, dueOn: string) => string>> = {
  'zh-TW': (steps, dueOn) =>
    `應於 ${dueOn} 撥款：${stepsOf(steps, dueOn, 'zh-TW').join('，')}（${named(steps)}）。${
      steps.holidaysUnset ? '尚未設定假日，只扣除週末。' : ''
    }`,
  'zh-CN': (steps, dueOn) =>
    `应于 ${dueOn} 拨款：${stepsOf(steps, dueOn, 'zh-CN').join('，')}（${named(steps)}）。${
      steps.holidaysUnset ? '尚未设置假日，只扣除周末。' : ''
    }`,
  en: (steps, dueOn) =>
    `Due on ${dueOn}: ${stepsOf(steps, dueOn, 'en').join(', ')} (${named(steps)}).${
      steps.holidaysUnset ? ' No holidays are set, only weekends are left out.' : ''
    }`,
};

const named = ({ calendar: { id, version } }: { readonly calendar: PayoutCalendar }) => `${id} v${version}`;

const NO_DAY: Readonly<Record<Language, (because: NoDueDay) => string>> = {
  'zh-TW': (because) => {
    if (because.kind === 'noDate') return '訂單沒有任何日期，無法推算應撥款日；請匯入含日期的訂單檔。';
    if (because.kind === 'manual') return `此店鋪申請後才撥款（${named(because)}），沒有應撥款日。`;
    return `假日表 ${because.calendar} 沒有 ${because.day}，無法推算應撥款日；請補上該年度的假日。`;
  },
  'zh-CN': (because) => {
    if (because.kind === 'noDate') return '订单没有任何日期，无法推算应拨款日；请导入含日期的订单文件。';
    if (because.kind === 'manual') return `此店铺申请后才拨款（${named(because)}），没有应拨款日。`;
    return `假日表 ${because.calendar} 没有 ${because.day}，无法推算应拨款日；请补上该年度的假日。`;
  },
  en: (because) => {
    if (because.kind === 'noDate') return 'The order has no date, so no due day can be told: import orders with dates.';
    if (because.kind === 'manual') return `This shop is paid on request (${named(because)}): there is no due day.`;
    return `Holiday calendar ${because.calendar} does not cover ${because.day}: add that year's holidays.`;
  },
};
