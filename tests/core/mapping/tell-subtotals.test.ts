// Sums that somebody put among the rows of a payout: told once, and only where they are sums.
import type { Amount } from '../../../core/money.ts';
import type { RowProblem } from '../../../core/problem.ts';
import { subtotalsAmong, tellSubtotals } from '../../../core/mapping/tell-subtotals.ts';

/** Rows from 2 on with their nets; those named have no order number. */
const entriesOf = (nets: readonly (number | null)[]) =>
  nets.map((net, at) => ({ row: at + 2, net: net === null ? null : ((net * 10_000) as Amount) }));
const missing = (row: number): RowProblem => ({ code: 'ORDER_NUMBER_MISSING', row, column: 'No.', details: {} });
const blank = (row: number): RowProblem => ({ code: 'VALUE_MISSING', row, column: 'Day', details: {} });

test.each<[string, (number | null)[], number[], [number, number][]]>([
  ['the sum of the rows above', [100, 50, 150], [4], [[4, 2]]],
  [
    'a sum of each section',
    [100, 50, 150, 30, 30],
    [4, 6],
    [
      [4, 2],
      [6, 1],
    ],
  ],
  [
    'a total of all below the sums of sections',
    [100, 50, 150, 30, 30, 180],
    [4, 6, 7],
    [
      [4, 2],
      [6, 1],
      [7, 3],
    ],
  ],
  ['a negative sum', [-100, 20, -80], [4], [[4, 2]]],
  ['a sum with an order number', [100, 50, 150], [], []],
  ['another amount', [100, 50, 149], [4], []],
  ['money that flows the other way', [100, 50, -150], [4], []],
  ['the first row', [0, 50], [2], []],
  ['a row whose amount is unreadable', [100, 50, null], [4], []],
])('%s', (_, nets, suspects, expected) => {
  const problems = suspects.map(missing);
  const told = tellSubtotals(problems, subtotalsAmong(problems, entriesOf(nets)));
  const sums = told.filter(({ code }) => code === 'SUBTOTAL_AMONG_ROWS');
  expect(sums.map(({ row, details }) => [row, Number(details['count'])])).toEqual(expected);
  expect(told.filter(({ code }) => code === 'ORDER_NUMBER_MISSING')).toHaveLength(suspects.length - expected.length);
});

test('whatever else is missing in such a row is not told', () => {
  const problems = [missing(4), blank(4), blank(3)];
  const told = tellSubtotals(problems, subtotalsAmong(problems, entriesOf([100, 50, 150])));
  expect(told.map(({ row, code }) => [row, code])).toEqual([
    [3, 'VALUE_MISSING'],
    [4, 'SUBTOTAL_AMONG_ROWS'],
  ]);
});

test('a file in which every row has its order keeps its problems', () => {
  const problems = [blank(2)];
  expect(tellSubtotals(problems, subtotalsAmong(problems, entriesOf([100, 100])))).toBe(problems);
});
