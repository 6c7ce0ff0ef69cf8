// Due days, as platforms print their terms: window by window, week by week, around weekends and holidays.
import fc from '../../fast-check.ts';
import { addDays, daysBetween, partsOfDay } from '../../../core/business-date.ts';
import { explainDue } from '../../../core/calendar/explain-due.ts';
import { WEEKENDS_ONLY } from '../../../core/calendar/holiday-calendar.ts';
import type { PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import { payoutDueOn } from '../../../core/calendar/payout-due-on.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { completed, NO_DATES, on, SPRING, terms } from './calendars.ts';

const dueOf = (day: string, facts: Partial<PayoutCalendar>) => payoutDueOn(completed(day), terms(facts), SPRING).dueOn;

const WINDOWS = {
  cycle: {
    kind: 'windows',
    windows: [
      { from: 26, to: 5, pay: 10 },
      { from: 6, to: 15, pay: 20 },
      { from: 16, to: 25, pay: 31 },
    ],
  },
} as const;

describe('completed 26th–5th is paid on the 10th, 6th–15th on the 20th, 16th–25th at month end', () => {
  it.each([
    ['2026-01-26', '2026-02-10'],
    ['2026-01-31', '2026-02-10'],
    ['2026-02-01', '2026-02-10'],
    ['2026-02-05', '2026-02-10'],
    ['2026-02-06', '2026-02-20'],
    ['2026-02-15', '2026-02-20'],
    ['2026-02-16', '2026-02-28'],
    ['2026-02-25', '2026-02-28'],
    ['2026-02-26', '2026-03-10'],
    ['2026-04-20', '2026-04-30'],
    ['2026-12-28', '2027-01-10'],
  ])('completed %s: %s', (day, expected) => {
    expect(dueOf(day, WINDOWS)).toBe(expected);
  });
});

test('a window paid before the day it ends on is paid in the month after', () => {
  const cycle = { kind: 'windows', windows: [{ from: 1, to: 31, pay: 15 }] } as const;
  expect(dueOf('2026-01-10', { cycle })).toBe('2026-02-15');
});

describe('settled five business days after capture, paid one later', () => {
  const T5 = {
    anchor: 'captured',
    delay: { n: 5, unit: 'businessDay' },
    transferDelay: { n: 1, unit: 'businessDay' },
  } as const;
  it.each([
    ['a Monday', '2026-01-05', '2026-01-13'],
    ['a Friday', '2026-01-09', '2026-01-19'],
    ['a Saturday', '2026-01-10', '2026-01-19'],
    ['before the Saturday that is worked', '2026-01-30', '2026-02-07'],
    ['before the festival', '2026-02-11', '2026-02-26'],
  ])('captured on %s, %s: %s', (_, day, expected) => {
    expect(payoutDueOn({ ...NO_DATES, paidOn: on(day) }, terms(T5), SPRING).dueOn).toBe(expected);
  });
});

test('seven full days after delivery: delivered 6 January, available 14 January', () => {
  const facts = { anchor: 'delivered', delay: { n: 8, unit: 'day' } } as const;
  const dates = { ...NO_DATES, deliveredOn: on('2026-01-06'), completedOn: on('2026-01-20') };
  expect(payoutDueOn(dates, terms(facts), SPRING).dueOn).toBe('2026-01-14');
});

describe('weekly statements from Monday to Sunday, paid on the Wednesday after', () => {
  const weekly = { anchor: 'statementClose', cycle: { kind: 'weekly', on: 7 }, delay: { n: 3, unit: 'day' } } as const;
  it.each([
    ['Monday', '2026-01-05', '2026-01-11', '2026-01-14'],
    ['Sunday', '2026-01-11', '2026-01-11', '2026-01-14'],
    ['the next Monday', '2026-01-12', '2026-01-18', '2026-01-21'],
  ])('completed on %s, %s: closes %s, due %s', (_, day, closes, expected) => {
    const { dueOn, because } = payoutDueOn(completed(day), terms(weekly), SPRING);
    expect([dueOn, because]).toMatchObject([expected, { closedOn: closes }]);
  });

  it('believes the platform about a close it has told', () => {
    const told = { ...completed('2026-01-05'), statementClosedOn: on('2026-01-12') };
    const { dueOn, because } = payoutDueOn(told, terms(weekly), SPRING);
    expect([dueOn, because]).toMatchObject(['2026-01-15', { event: 'statementClosed', closedOn: '2026-01-12' }]);
  });
});

describe('other cycles', () => {
  it.each<[string, Partial<PayoutCalendar>, string, string]>([
    ['every Friday, from a Friday', { cycle: { kind: 'weekly', on: 5 } }, '2026-01-09', '2026-01-09'],
    ['every Friday, from a Saturday', { cycle: { kind: 'weekly', on: 5 } }, '2026-01-10', '2026-01-16'],
    ['the 31st, in a month of 30', { cycle: { kind: 'monthly', on: [31] } }, '2026-04-02', '2026-04-30'],
    ['the 29th, in February', { cycle: { kind: 'monthly', on: [29] } }, '2026-02-02', '2026-02-28'],
    ['the 5th and 20th, after the 20th', { cycle: { kind: 'monthly', on: [20, 5] } }, '2026-12-21', '2027-01-05'],
    ['the 5th and 20th, between', { cycle: { kind: 'monthly', on: [20, 5] } }, '2026-01-06', '2026-01-20'],
    [
      'every 14 days from a known one',
      { cycle: { kind: 'interval', days: 14, startingOn: on('2026-01-02') } },
      '2026-01-17',
      '2026-01-30',
    ],
    [
      'every 14 days, before the known one',
      { cycle: { kind: 'interval', days: 14, startingOn: on('2026-01-30') } },
      '2026-01-16',
      '2026-01-16',
    ],
    [
      'a Sunday pay day that goes to Monday',
      { cycle: { kind: 'monthly', on: [11] }, whenClosed: 'next' },
      '2026-01-02',
      '2026-01-12',
    ],
    [
      'a Sunday pay day that comes forward',
      { cycle: { kind: 'monthly', on: [11] }, whenClosed: 'previous' },
      '2026-01-02',
      '2026-01-09',
    ],
    [
      'money that is there only after the pay day that came forward: it goes with the next',
      { cycle: { kind: 'monthly', on: [11] }, whenClosed: 'previous' },
      '2026-01-10',
      '2026-02-11',
    ],
    [
      'paid daily, free on a Saturday: never on the Friday before',
      { cycle: { kind: 'daily' }, whenClosed: 'previous' },
      '2026-01-10',
      '2026-01-12',
    ],
    [
      'the festival in which nobody pays',
      { cycle: { kind: 'monthly', on: [16] }, whenClosed: 'next' },
      '2026-02-10',
      '2026-02-23',
    ],
  ])('%s', (_, facts, day, expected) => {
    expect(dueOf(day, facts)).toBe(expected);
  });
});

describe('which day of the order counts', () => {
  const all = {
    orderedOn: on('2026-03-01'),
    paidOn: on('2026-03-02'),
    shippedOn: on('2026-03-03'),
    deliveredOn: on('2026-03-05'),
    completedOn: on('2026-03-10'),
  };
  it.each([
    ['delivered', [], 'delivered', '2026-03-05'],
    ['delivered', ['deliveredOn'], 'completed', '2026-03-10'],
    ['delivered', ['deliveredOn', 'completedOn'], 'shipped', '2026-03-03'],
    ['completed', ['completedOn'], 'delivered', '2026-03-05'],
    ['completed', ['completedOn', 'deliveredOn', 'shippedOn', 'paidOn'], 'ordered', '2026-03-01'],
    ['captured', [], 'captured', '2026-03-02'],
    ['captured', ['paidOn'], 'ordered', '2026-03-01'],
    ['statementClose', [], 'completed', '2026-03-10'],
  ] as const)('anchor %s without %j: %s', (anchor, missing, event, day) => {
    const dates = { ...all, ...Object.fromEntries(missing.map((name) => [name, null])) };
    const answer = payoutDueOn(dates, terms({ anchor }), SPRING);
    expect(answer).toMatchObject({ dueOn: day, because: { event, eventOn: day } });
  });
});

test.each([
  ['15:00', '2026-03-10', 'inTime'],
  ['15:01', '2026-03-11', 'after'],
  [undefined, '2026-03-10', 'unknown'],
])('completed at %s with a cut-off at 15:00: due %s', (time, expected, cutoff) => {
  const dates = { ...completed('2026-03-10'), ...(time && { times: { completed: time } }) };
  const answer = payoutDueOn(dates, terms({ cutoff: { time: '15:00', zone: 'Asia/Taipei' } }), SPRING);
  expect(answer).toMatchObject({ dueOn: expected, because: { cutoff } });
});

describe('no due day, and why', () => {
  it.each([
    ['no date at all', NO_DATES, terms(), { kind: 'noDate' }],
    ['paid on request', completed('2026-03-10'), terms({ cycle: { kind: 'manual' } }), { kind: 'manual' }],
    [
      'the holidays of the year are not entered',
      completed('2026-12-30'),
      terms({ delay: { n: 5, unit: 'businessDay' } }),
      { kind: 'notCovered', day: '2027-01-01', calendar: 'spring-2026' },
    ],
    [
      'a pay day in a year that is not entered',
      completed('2026-12-30'),
      terms({ cycle: { kind: 'monthly', on: [1] }, whenClosed: 'next' }),
      { kind: 'notCovered', day: '2027-01-01', calendar: 'spring-2026' },
    ],
  ] as const)('%s', (_, dates, calendar, because) => {
    const answer = payoutDueOn(dates, calendar, SPRING);
    expect(answer).toMatchObject({ dueOn: null, because });
    const sentences = LANGUAGES.map((language) => explainDue(answer, language));
    expect(new Set(sentences).size).toBe(3);
  });
});

test('days that need no business days are told for years nobody has entered', () => {
  expect(dueOf('2030-01-01', { delay: { n: 7, unit: 'day' } })).toBe('2030-01-08');
});

describe('the sentence', () => {
  const facts = {
    anchor: 'delivered',
    delay: { n: 3, unit: 'businessDay' },
    cycle: { kind: 'weekly', on: 7 },
    whenClosed: 'next',
    transferDelay: { n: 1, unit: 'day' },
    cutoff: { time: '15:00', zone: 'Asia/Taipei' },
  } as const;
  const dates = { ...completed('2026-01-06'), times: { completed: '18:20' } };

  it.each([
    [
      'zh-TW',
      '應於 2026-01-20 撥款：2026-01-06 完成，檔案沒有送達日，以此代替，晚於 15:00，算次日，加 3 個營業日為 2026-01-12，撥款日 2026-01-18，遇假日改為 2026-01-19，再 1 天入帳 2026-01-20（demo-terms v1）。尚未設定假日，只扣除週末。',
    ],
    [
      'zh-CN',
      '应于 2026-01-20 拨款：2026-01-06 完成，文件没有送达日，以此代替，晚于 15:00，算次日，加 3 个工作日为 2026-01-12，拨款日 2026-01-18，遇假日改为 2026-01-19，再 1 天入账 2026-01-20（demo-terms v1）。尚未设置假日，只扣除周末。',
    ],
    [
      'en',
      'Due on 2026-01-20: completed on 2026-01-06, in place of the day it was delivered, which the file does not tell, after 15:00, so it counts from the next day, plus 3 business days is 2026-01-12, pay day 2026-01-18, moved to 2026-01-19 as nobody works that day, arrives 1 day later on 2026-01-20 (demo-terms v1). No holidays are set, only weekends are left out.',
    ],
  ] as const)('names every step in %s', (language, expected) => {
    expect(explainDue(payoutDueOn(dates, terms(facts), WEEKENDS_ONLY), language)).toBe(expected);
  });

  it('leaves out the steps that change nothing', () => {
    const answer = payoutDueOn(completed('2026-01-06'), terms({ delay: { n: 14, unit: 'day' } }), WEEKENDS_ONLY);
    expect(explainDue(answer, 'zh-TW')).toBe(
      '應於 2026-01-20 撥款：2026-01-06 完成，加 14 天為 2026-01-20（demo-terms v1）。',
    );
  });
});

test('whatever the window, its pay day is 3 to 15 days away and on a day that the terms name', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(on('2024-01-01'), days));
  fc.assert(
    fc.property(day, (date) => {
      const due = dueOf(date, WINDOWS);
      if (due === null) throw new Error('every day lies in a window');
      expect(daysBetween(date, due)).toBeGreaterThanOrEqual(3);
      expect(daysBetween(date, due)).toBeLessThanOrEqual(15);
      const after = partsOfDay(addDays(due, 1)).date;
      expect([10, 20].includes(partsOfDay(due).date) || after === 1).toBe(true);
    }),
  );
});

test('a later event is never due earlier', () => {
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(on('2026-01-01'), days));
  const cycles = fc.constantFrom<PayoutCalendar['cycle']>(
    { kind: 'daily' },
    { kind: 'weekly', on: 3 },
    { kind: 'monthly', on: [5, 31] },
    { kind: 'interval', days: 14, startingOn: on('2026-01-02') },
    WINDOWS.cycle,
  );
  const unit = fc.constantFrom('day', 'businessDay');
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20 }), cycles, unit, (date, later, cycle, of) => {
      const facts = { cycle, delay: { n: 3, unit: of }, whenClosed: 'next' } as const;
      const [first, second] = [date, addDays(date, later)].map((one) => dueOf(one, facts) ?? 'none');
      expect((first ?? '') <= (second ?? '')).toBe(true);
    }),
  );
});
