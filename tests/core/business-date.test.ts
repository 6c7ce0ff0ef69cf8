// Days without a clock: every day there and back, leap years, Excel's serials.
import fc from '../fast-check.ts';
import {
  addDays,
  dayInMonth,
  dayOf,
  dayOfSerial,
  dayOfText,
  daysBetween,
  partsOfDay,
  serialOf,
  weekdayOf,
} from '../../core/business-date.ts';
import { must } from './reconcile/memory-books.ts';

const anyDay = fc.integer({ min: 61, max: 2_958_465 }).map((serial) => must(dayOfSerial(serial)));

test.each([
  [45_413, '2024-05-01'],
  [45_413.75, '2024-05-01'],
  [61, '1900-03-01'],
  [45_351, '2024-02-29'],
  [2_958_465, '9999-12-31'],
])('the Excel serial %d is %s', (serial, expected) => {
  expect(dayOfSerial(serial)).toBe(expected);
});

test.each([0, 60, -1, 2_958_466, Number.NaN])('the serial %d is no day', (serial) => {
  expect(dayOfSerial(serial)).toBeNull();
});

test.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-5-1', '24-05-01', '', '1899-12-31'])(
  '"%s" is no day',
  (text) => {
    expect(dayOfText(text)).toBeNull();
  },
);

test('the Gregorian calendar drops three leap days in four centuries', () => {
  expect(dayOf(2000, 2, 29)).toBe('2000-02-29');
  expect(dayOf(2100, 2, 29)).toBeNull();
});

test('serial and day go there and back', () => {
  fc.assert(fc.property(anyDay, (day) => expect(dayOfSerial(serialOf(day))).toBe(day)));
});

test('adding days and counting them agree, and days sort as texts', () => {
  const span = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(anyDay, span, (day, days) => {
      fc.pre(day < '9998');
      const later = addDays(day, days);
      expect(daysBetween(day, later)).toBe(days);
      expect(later >= day).toBe(true);
    }),
  );
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-12-31', 1, '2025-01-01'],
  ['2024-03-01', -1, '2024-02-29'],
])('%s and %d days is %s', (from, days, expected) => {
  expect(addDays(must(dayOfText(from)), days)).toBe(expected);
});

// Days whose weekday anyone can look up: moon landing, the first Olympic day in Beijing, a leap day, the century's turn.
test.each([
  ['1969-07-20', 7],
  ['2008-08-08', 5],
  ['2024-02-29', 4],
  ['1999-12-31', 5],
  ['2000-01-01', 6],
  ['1970-01-01', 4],
  ['1900-01-01', 1],
])('%s is weekday %d of a week that begins on Monday', (text, expected) => {
  expect(weekdayOf(must(dayOfText(text)))).toBe(expected);
});

test('seven days later it is the same weekday, one day later the next', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      fc.pre(day < '9999');
      expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
    }),
  );
});

test.each([
  [2026, 4, 31, '2026-04-30'],
  [2026, 2, 29, '2026-02-28'],
  [2024, 2, 31, '2024-02-29'],
  [2026, 13, 5, '2027-01-05'],
  [2026, 0, 31, '2025-12-31'],
  [2026, 12, 31, '2026-12-31'],
])('in %d, month %d, the day %d of payout terms is %s', (year, month, date, expected) => {
  expect(dayInMonth(year, month, date)).toBe(expected);
});

test('the parts of a day make the day again', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { year, month, date } = partsOfDay(day);
      expect(dayOf(year, month, date)).toBe(day);
    }),
  );
});
