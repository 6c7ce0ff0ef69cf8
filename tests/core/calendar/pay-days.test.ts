// The days of a payout cycle by themselves: a month of them as a person would tick them off on a wall calendar.
import fc from '../../fast-check.ts';
import { addDays, type BusinessDate, daysBetween, type Weekday } from '../../../core/business-date.ts';
import { payDayFrom } from '../../../core/calendar/pay-days.ts';
import type { PayoutCycle } from '../../../core/calendar/payout-calendar.ts';
import { on } from './calendars.ts';

/** Every pay day from the first of the month on, for so many days. */
function payDays(cycle: PayoutCycle, from: string, days: number): string[] {
  const all = Array.from({ length: days }, (_, at) => payDayFrom(addDays(on(from), at), cycle));
  return [...new Set(all.flatMap((day) => day ?? []))];
}

test.each<[string, PayoutCycle, string, string[]]>([
  [
    'Wednesdays of March 2026',
    { kind: 'weekly', on: 3 },
    '2026-03-01',
    ['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25', '2026-04-01'],
  ],
  ['the 10th and 25th', { kind: 'monthly', on: [25, 10] }, '2026-03-01', ['2026-03-10', '2026-03-25', '2026-04-10']],
  ['the last day of February', { kind: 'monthly', on: [30, 31] }, '2026-02-01', ['2026-02-28', '2026-03-30']],
  [
    'every ten days from the 5th',
    { kind: 'interval', days: 10, startingOn: on('2026-03-05') },
    '2026-03-01',
    ['2026-03-05', '2026-03-15', '2026-03-25', '2026-04-04'],
  ],
  [
    'two halves of the month, each paid five days after',
    {
      kind: 'windows',
      windows: [
        { from: 1, to: 15, pay: 20 },
        { from: 16, to: 31, pay: 5 },
      ],
    },
    '2026-03-01',
    ['2026-03-20', '2026-04-05'],
  ],
  ['on request', { kind: 'manual' }, '2026-03-01', []],
])('%s', (_, cycle, from, expected) => {
  expect(payDays(cycle, from, 30)).toEqual(expected);
});

test('a day that no window holds has no pay day', () => {
  const cycle = { kind: 'windows', windows: [{ from: 1, to: 15, pay: 20 }] } as const;
  expect([payDayFrom(on('2026-03-15'), cycle), payDayFrom(on('2026-03-16'), cycle)]).toEqual(['2026-03-20', null]);
});

describe('for any day', () => {
  const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(on('2023-01-01'), days));
  const cycles: fc.Arbitrary<PayoutCycle> = fc.oneof(
    fc.constant<PayoutCycle>({ kind: 'daily' }),
    fc.constantFrom<Weekday>(1, 4, 7).map((weekday): PayoutCycle => ({ kind: 'weekly', on: weekday })),
    fc
      .array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 })
      .map((dates): PayoutCycle => ({ kind: 'monthly', on: dates })),
    fc
      .integer({ min: 1, max: 40 })
      .map((days): PayoutCycle => ({ kind: 'interval', days, startingOn: on('2025-01-31') })),
  );
  const next = (day: BusinessDate, cycle: PayoutCycle) => payDayFrom(day, cycle) ?? on('1900-01-01');

  it('the pay day is not before it and at most 40 days after', () => {
    fc.assert(
      fc.property(anyDay, cycles, (day, cycle) => {
        const wait = daysBetween(day, next(day, cycle));
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThan(40);
      }),
    );
  });

  it('a pay day is its own pay day, and no other lies between', () => {
    fc.assert(
      fc.property(anyDay, cycles, (day, cycle) => {
        const paid = next(day, cycle);
        expect(next(paid, cycle)).toBe(paid);
        for (let between = day; between < paid; between = addDays(between, 1)) expect(next(between, cycle)).toBe(paid);
      }),
    );
  });
});
