// Days without a clock: every day there and back, leap years, Excel's serials.
import fc from 'fast-check';
import { addDays, dayOf, dayOfSerial, dayOfText, daysBetween, serialOf } from '../../core/business-date.ts';
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
