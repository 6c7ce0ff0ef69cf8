// A payout calendar in words: from which day it counts, how long it waits, on which days the platform pays.
import type { Weekday } from '../business-date.ts';
import type { Language, Translated } from '../language.ts';
import type { Anchor, Delay, PayoutCalendar, PayoutCycle } from './payout-calendar.ts';

interface Words {
  readonly anchor: Readonly<Record<Anchor, string>>;
  readonly delay: (delay: Delay) => string;
  readonly after: (anchor: string, delay: string) => string;
  readonly weekdays: readonly string[];
  readonly cycle: Readonly<{
    daily: string;
    weekly: (on: string) => string;
    monthly: (on: string) => string;
    interval: (days: number, from: string) => string;
    windows: (count: number) => string;
    manual: string;
  }>;
  readonly closed: Readonly<Record<PayoutCalendar['whenClosed'], string>>;
  readonly transfer: (delay: string) => string;
  readonly comma: string;
  readonly list: string;
}

const WORDS: Translated<Words> = {
  'zh-TW': {
    anchor: { delivered: '送達', completed: '訂單完成', captured: '付款', statementClose: '結算' },
    delay: ({ n, unit }) => `${n} ${unit === 'day' ? '天' : '個營業日'}`,
    after: (anchor, delay) => `${anchor}後 ${delay}`,
    weekdays: ['日', '一', '二', '三', '四', '五', '六'],
    cycle: {
      ...{ daily: '每日撥款', manual: '申請後才撥款' },
      weekly: (on) => `每週${on}撥款`,
      monthly: (on) => `每月 ${on} 日撥款`,
      interval: (days, from) => `自 ${from} 起每 ${days} 天撥款`,
      windows: (count) => `每月分 ${count} 期撥款`,
    },
    closed: { keep: '遇假日照付', next: '遇假日順延', previous: '遇假日提前' },
    transfer: (delay) => `再 ${delay}入帳`,
    ...{ comma: '，', list: '、' },
  },
  'zh-CN': {
    anchor: { delivered: '送达', completed: '订单完成', captured: '付款', statementClose: '结算' },
    delay: ({ n, unit }) => `${n} ${unit === 'day' ? '天' : '个工作日'}`,
    after: (anchor, delay) => `${anchor}后 ${delay}`,
    weekdays: ['日', '一', '二', '三', '四', '五', '六'],
    cycle: {
      ...{ daily: '每日拨款', manual: '申请后才拨款' },
      weekly: (on) => `每周${on}拨款`,
      monthly: (on) => `每月 ${on} 日拨款`,
      interval: (days, from) => `自 ${from} 起每 ${days} 天拨款`,
      windows: (count) => `每月分 ${count} 期拨款`,
    },
    closed: { keep: '遇假日照付', next: '遇假日顺延', previous: '遇假日提前' },
    transfer: (delay) => `再 ${delay}入账`,
    ...{ comma: '，', list: '、' },
  },
  en: {
    anchor: { delivered: 'delivery', completed: 'completion', captured: 'payment', statementClose: 'statement close' },
    delay: ({ n, unit }) => `${n} ${unit === 'day' ? 'day' : 'business day'}${n === 1 ? '' : 's'}`,
    after: (anchor, delay) => `${delay} after ${anchor}`,
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    cycle: {
      ...{ daily: 'paid every day', manual: 'paid on request' },
      weekly: (on) => `paid every ${on}`,
      monthly: (on) => `paid on day ${on} of the month`,
      interval: (days, from) => `paid every ${days} days from ${from}`,
      windows: (count) => `paid in ${count} windows a month`,
    },
    closed: { keep: 'also on holidays', next: 'moved past holidays', previous: 'moved before holidays' },
    transfer: (delay) => `arrives ${delay} later`,
    ...{ comma: ', ', list: ', ' },
  },
};

type Timing = Pick<PayoutCalendar, 'anchor' | 'delay' | 'cycle' | 'whenClosed' | 'transferDelay'>;

/** `訂單完成後 7 天，每週三撥款，遇假日順延，再 1 個營業日入帳`. */
export function explainCalendar(calendar: Timing, language: Language): string {
  const words = WORDS[language];
  const { anchor, delay, cycle, whenClosed, transferDelay } = calendar;
  if (cycle.kind === 'manual') return words.cycle.manual;
  return [
    words.after(words.anchor[anchor], words.delay(delay)),
    cycleText(cycle, words),
    words.closed[whenClosed],
    ...(transferDelay.n === 0 ? [] : [words.transfer(words.delay(transferDelay))]),
  ].join(words.comma);
}

function cycleText(cycle: PayoutCycle, { cycle: say, weekdays, list }: Words): string {
  switch (cycle.kind) {
    case 'daily':
    case 'manual':
      return say[cycle.kind];
    case 'weekly':
      return say.weekly(weekdays[cycle.on % 7] ?? '');
    case 'monthly':
      return say.monthly(cycle.on.join(list));
    case 'interval':
      return say.interval(cycle.days, cycle.startingOn);
    case 'windows':
      return say.windows(cycle.windows.length);
  }
}

export const anchorLabel = (anchor: Anchor, language: Language) => WORDS[language].anchor[anchor];
export const weekdayLabel = (day: Weekday, language: Language) => WORDS[language].weekdays[day % 7] ?? '';
