// Payout calendars as sentences.
import { explainCalendar } from '../../../core/calendar/explain-calendar.ts';
import type { PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { day } from '../fees/fee-data.ts';
import { terms } from './calendars.ts';

const now = { n: 0, unit: 'day' } as const;
const plain = { anchor: 'completed', delay: { n: 7, unit: 'day' }, whenClosed: 'next', transferDelay: now } as const;

test.each<[string, Partial<PayoutCalendar>]>([
  ['訂單完成後 7 天，每日撥款，遇假日順延', { cycle: { kind: 'daily' } }],
  ['訂單完成後 7 天，每週日撥款，遇假日順延', { cycle: { kind: 'weekly', on: 7 } }],
  ['訂單完成後 7 天，每週一撥款，遇假日提前', { cycle: { kind: 'weekly', on: 1 }, whenClosed: 'previous' }],
  [
    '送達後 3 個營業日，每月 5、20 日撥款，遇假日照付',
    {
      anchor: 'delivered',
      delay: { n: 3, unit: 'businessDay' },
      cycle: { kind: 'monthly', on: [5, 20] },
      whenClosed: 'keep',
    },
  ],
  [
    '結算後 7 天，自 2024-01-03 起每 14 天撥款，遇假日順延，再 1 個營業日入帳',
    {
      anchor: 'statementClose',
      cycle: { kind: 'interval', days: 14, startingOn: day('2024-01-03') },
      transferDelay: { n: 1, unit: 'businessDay' },
    },
  ],
  [
    '付款後 7 天，每月分 2 期撥款，遇假日順延',
    {
      anchor: 'captured',
      cycle: {
        kind: 'windows',
        windows: [
          { from: 1, to: 15, pay: 20 },
          { from: 16, to: 31, pay: 5 },
        ],
      },
    },
  ],
  ['申請後才撥款', { cycle: { kind: 'manual' } }],
])('%s', (sentence, change) => {
  expect(explainCalendar(terms({ ...plain, ...change }), 'zh-TW')).toBe(sentence);
});

test('in the other languages', () => {
  const calendar = terms({ ...plain, delay: { n: 1, unit: 'businessDay' }, cycle: { kind: 'weekly', on: 3 } });
  expect(LANGUAGES.map((language) => explainCalendar(calendar, language))).toEqual([
    '訂單完成後 1 個營業日，每週三撥款，遇假日順延',
    '订单完成后 1 个工作日，每周三拨款，遇假日顺延',
    '1 business day after completion, paid every Wednesday, moved past holidays',
  ]);
});
