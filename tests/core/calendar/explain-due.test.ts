// The sentence about a due day: every way it can come about, and every way it cannot, in three languages.
import { explainDue } from '../../../core/calendar/explain-due.ts';
import type { OrderDates, PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import { payoutDueOn } from '../../../core/calendar/payout-due-on.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { completed, NO_DATES, on, SPRING, terms } from './calendars.ts';

const CUTOFF = { cutoff: { time: '15:00', zone: 'Asia/Taipei' } };

const CASES: readonly [why: string, dates: OrderDates, facts: Partial<PayoutCalendar>, expected: readonly string[]][] =
  [
    [
      'due on the day itself',
      completed('2026-03-10'),
      {},
      [
        '應於 2026-03-10 撥款：2026-03-10 完成（demo-terms v1）。',
        '应于 2026-03-10 拨款：2026-03-10 完成（demo-terms v1）。',
        'Due on 2026-03-10: completed on 2026-03-10 (demo-terms v1).',
      ],
    ],
    [
      'a statement that closes on Sunday and is paid three days later',
      completed('2026-03-10'),
      { anchor: 'statementClose', cycle: { kind: 'weekly', on: 7 }, delay: { n: 3, unit: 'day' } },
      [
        '應於 2026-03-18 撥款：2026-03-10 完成，2026-03-15 結算，加 3 天為 2026-03-18（demo-terms v1）。',
        '应于 2026-03-18 拨款：2026-03-10 完成，2026-03-15 结算，加 3 天为 2026-03-18（demo-terms v1）。',
        'Due on 2026-03-18: completed on 2026-03-10, statement closes on 2026-03-15, plus 3 days is 2026-03-18 (demo-terms v1).',
      ],
    ],
    [
      'a close that the platform has told',
      { ...NO_DATES, statementClosedOn: on('2026-03-16') },
      { anchor: 'statementClose', cycle: { kind: 'weekly', on: 7 }, delay: { n: 1, unit: 'businessDay' } },
      [
        '應於 2026-03-17 撥款：2026-03-16 結算，加 1 個營業日為 2026-03-17（demo-terms v1）。',
        '应于 2026-03-17 拨款：2026-03-16 结算，加 1 个工作日为 2026-03-17（demo-terms v1）。',
        'Due on 2026-03-17: statement closed on 2026-03-16, plus 1 business day is 2026-03-17 (demo-terms v1).',
      ],
    ],
    [
      'no time of day where there is a cut-off',
      { ...NO_DATES, paidOn: on('2026-03-10') },
      { ...CUTOFF, anchor: 'captured' },
      [
        '應於 2026-03-10 撥款：2026-03-10 付款，檔案沒有時刻，視為當日截止前（demo-terms v1）。',
        '应于 2026-03-10 拨款：2026-03-10 付款，文件没有时刻，视为当日截止前（demo-terms v1）。',
        'Due on 2026-03-10: paid by the buyer on 2026-03-10, no time of day in the file, taken as before the cut-off (demo-terms v1).',
      ],
    ],
    [
      'a shipment that stands in for the delivery',
      { ...NO_DATES, shippedOn: on('2026-03-10') },
      { anchor: 'delivered', cycle: { kind: 'monthly', on: [31] } },
      [
        '應於 2026-03-31 撥款：2026-03-10 出貨，檔案沒有送達日，以此代替，撥款日 2026-03-31（demo-terms v1）。',
        '应于 2026-03-31 拨款：2026-03-10 发货，文件没有送达日，以此代替，拨款日 2026-03-31（demo-terms v1）。',
        'Due on 2026-03-31: shipped on 2026-03-10, in place of the day it was delivered, which the file does not tell, pay day 2026-03-31 (demo-terms v1).',
      ],
    ],
    [
      'no date',
      NO_DATES,
      {},
      [
        '訂單沒有任何日期，無法推算應撥款日；請匯入含日期的訂單檔。',
        '订单没有任何日期，无法推算应拨款日；请导入含日期的订单文件。',
        'The order has no date, so no due day can be told: import orders with dates.',
      ],
    ],
    [
      'paid on request',
      completed('2026-03-10'),
      { cycle: { kind: 'manual' } },
      [
        '此店鋪申請後才撥款（demo-terms v1），沒有應撥款日。',
        '此店铺申请后才拨款（demo-terms v1），没有应拨款日。',
        'This shop is paid on request (demo-terms v1): there is no due day.',
      ],
    ],
    [
      'a year whose holidays are not entered',
      completed('2026-12-31'),
      { delay: { n: 1, unit: 'businessDay' } },
      [
        '假日表 spring-2026 沒有 2027-01-01，無法推算應撥款日；請補上該年度的假日。',
        '假日表 spring-2026 没有 2027-01-01，无法推算应拨款日；请补上该年度的假日。',
        "Holiday calendar spring-2026 does not cover 2027-01-01: add that year's holidays.",
      ],
    ],
  ];

test.each(CASES)('%s', (_, dates, facts, expected) => {
  const answer = payoutDueOn(dates, terms(facts), SPRING);
  expect(LANGUAGES.map((language) => explainDue(answer, language))).toEqual(expected);
});
