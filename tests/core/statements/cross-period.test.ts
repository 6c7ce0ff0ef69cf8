// Cut-off: which periods an order's event, payout and deposit fall in.
import { periodsOf } from '../../../core/statements/cross-period.ts';
import { on } from './ledger.ts';

test.each([
  ['all in one month', ['2026-03-01', '2026-03-15', '2026-03-31'], ['2026-03']],
  ['shipped in March, paid in April', ['2026-03-31', '2026-04-01', '2026-04-01'], ['2026-03', '2026-04']],
  ['the deposit over the year', ['2026-12-20', '2026-12-31', '2027-01-02'], ['2026-12', '2027-01']],
  ['not paid yet', ['2026-03-31', null, null], ['2026-03']],
  ['nothing has happened', [null, null, null], []],
])('%s: %j', (_, days, expected) => {
  expect(periodsOf(days.map((day) => (day === null ? null : on(day))))).toEqual(expected);
});

test('books with other periods name their own', () => {
  const half = (day: string) => `${day.slice(0, 4)} ${day.slice(5) < '07' ? 'H1' : 'H2'}`;
  expect(periodsOf([on('2026-07-01'), on('2026-06-30')], half)).toEqual(['2026 H1', '2026 H2']);
  expect(periodsOf([on('2026-02-01'), on('2026-06-30')], half)).toEqual(['2026 H1']);
});
