// Business days: weekends, holidays, days worked instead, and the years nobody has entered.
import fc from '../../fast-check.ts';
import { addDays, type BusinessDate } from '../../../core/business-date.ts';
import {
  addBusinessDays,
  isBusinessDay,
  rollToBusinessDay,
  WEEKENDS_ONLY,
} from '../../../core/calendar/holiday-calendar.ts';
import { holidayCalendarSchema } from '../../../core/calendar/holiday-calendar-schema.ts';
import { on, SPRING } from './calendars.ts';

const at = (value: BusinessDate) => ({ known: true, value });

test.each([
  ['a working Tuesday', '2026-02-10', true],
  ['a Saturday', '2026-02-14', false],
  ['a Sunday', '2026-02-15', false],
  ['a holiday on a Wednesday', '2026-02-18', false],
  ['a Saturday that is worked instead', '2026-02-07', true],
])('%s, %s: business day %s', (_, day, expected) => {
  expect(isBusinessDay(on(day), SPRING)).toEqual({ known: true, value: expected });
});

test.each(['2025-12-31', '2027-01-01'])(
  '%s, a weekday outside the covered year, is not called a business day',
  (day) => {
    expect(isBusinessDay(on(day), SPRING)).toEqual({ known: false, day, calendar: 'spring-2026' });
  },
);

test.each([
  ['none, from a Saturday', '2026-02-14', 0, '2026-02-14'],
  ['one, over a weekend', '2026-01-09', 1, '2026-01-12'],
  ['five', '2026-01-05', 5, '2026-01-12'],
  ['one, onto the Saturday worked', '2026-02-06', 1, '2026-02-07'],
  ['one, over the festival with both its weekends', '2026-02-13', 1, '2026-02-23'],
  ['three, over the festival', '2026-02-12', 3, '2026-02-24'],
])('%s: %s and %d business days is %s', (_, day, count, expected) => {
  expect(addBusinessDays(on(day), count, SPRING)).toEqual(at(on(expected)));
});

test('counting over the end of the covered days names the first day that is not known', () => {
  expect(addBusinessDays(on('2026-12-30'), 2, SPRING)).toEqual({
    known: false,
    day: '2027-01-01',
    calendar: 'spring-2026',
  });
});

test.each([
  ['2026-02-15', 'next', '2026-02-23'],
  ['2026-02-15', 'previous', '2026-02-13'],
  ['2026-02-10', 'next', '2026-02-10'],
] as const)('%s gives way to the %s business day: %s', (day, direction, expected) => {
  expect(rollToBusinessDay(on(day), direction, SPRING)).toEqual(at(on(expected)));
});

test('giving way backwards out of the covered days is answered as not known', () => {
  expect(rollToBusinessDay(on('2026-01-01'), 'previous', SPRING)).toMatchObject({ known: false, day: '2025-12-31' });
});

test('the calendar that stands in knows weekends and says that it knows no holidays', () => {
  expect(WEEKENDS_ONLY.holidaysKnown).toBe(false);
  expect(addBusinessDays(on('2026-02-13'), 1, WEEKENDS_ONLY)).toEqual(at(on('2026-02-16')));
});

test('between a day and n business days later there are exactly n business days', () => {
  const start = fc.integer({ min: 0, max: 200 }).map((days) => addDays(on('2026-01-01'), days));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const reached = addBusinessDays(day, count, SPRING);
      if (!reached.known) throw new Error('within the year');
      let open = 0;
      for (let one = addDays(day, 1); one <= reached.value; one = addDays(one, 1)) {
        const answer = isBusinessDay(one, SPRING);
        if (answer.known && answer.value) open += 1;
      }
      expect(open).toBe(count);
      expect(isBusinessDay(reached.value, SPRING)).toEqual({ known: true, value: true });
    }),
  );
});

describe('as JSON', () => {
  const json = {
    id: 'spring-2026',
    workdayWeekdays: [1, 2, 3, 4, 5],
    holidays: ['2026-02-16'],
    makeUpWorkdays: ['2026-02-07'],
    coveredFrom: '2026-01-01',
    coveredTo: '2026-12-31',
    holidaysKnown: true,
    source: 'the official list of the year',
  };

  it('is read and written back the same', () => {
    const read = holidayCalendarSchema.parse(json);
    expect(read.holidays.has(on('2026-02-16'))).toBe(true);
    expect(holidayCalendarSchema.encode(read)).toEqual(json);
  });

  it.each([
    ['a day that does not exist', { holidays: ['2026-02-30'] }, 'not a calendar day'],
    ['a holiday outside the covered days', { holidays: ['2027-01-01'] }, '2027-01-01 is outside the covered days'],
    ['a day both free and worked', { holidays: ['2026-02-07'] }, '2026-02-07 is both holiday and make-up workday'],
    [
      'a weekday worked instead of nothing',
      { makeUpWorkdays: ['2026-02-09'] },
      '2026-02-09 is a working weekday and needs no making up',
    ],
    ['a weekday named twice', { workdayWeekdays: [1, 1] }, 'workdayWeekdays names a weekday twice'],
    [
      'an end before the beginning',
      { coveredTo: '2025-01-01' },
      'coveredFrom 2026-01-01 is after coveredTo 2025-01-01',
    ],
    ['no working day at all', { workdayWeekdays: [] }, 'Too small'],
    ['a property nobody knows', { colour: 'red' }, 'Unrecognized key'],
  ])('refuses %s', (_, change, complaint) => {
    const { error } = holidayCalendarSchema.safeParse({ ...json, ...change });
    expect(error?.message).toContain(complaint);
  });
});
