// A column that some files print with one sign and some with the other: the rows' sums tell which it is.
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { type Changes, DAY, columnsWith, linesOf, plain, problemsOf, read } from './payout-report.ts';

const proved: Changes = {
  columns: columnsWith({
    header: 'Fee',
    as: 'component',
    type: 'COMMISSION',
    sign: 'proved',
    positiveAs: 'FEE_REVERSAL',
  }),
};
const row = (order: string, goods: Cell, fee: Cell, net: Cell): Cell[] => [order, DAY, goods, fee, net, ''];

test.each([
  ['positive', 5],
  ['negative', -5],
])('fees printed %s are a cost all the same', (_, fee) => {
  const payout = read(proved, [row('A1', 100, fee, 95), row('A2', 50, 0, 50)]);
  expect(linesOf(payout)).toEqual(['A1: PRINCIPAL 100, COMMISSION -5', 'A2: PRINCIPAL 50']);
});

test('both ways give the same row, so that a file downloaded again is known', () => {
  const [one, two] = [5, -5].map((fee) => read(proved, [row('A1', 100, fee, 95)]).lines[0]?.identity);
  expect(one).toBe(two);
});

test('one file is written in one way: a row against most others does not add up', () => {
  const payout = read(proved, [row('A1', 100, 5, 95), row('A2', 50, 2, 48), row('A3', 70, -3, 67)]);
  expect(problemsOf(payout)).toEqual(['4 NET_MISMATCH']);
});

test('a fee given back has its own sign', () => {
  const payout = read(proved, [row('A1', 100, 5, 95), row('A2', 50, 2, 48), row('A3', 0, -3, 3)]);
  expect(linesOf(payout)[2]).toBe('A3: FEE_REVERSAL 3');
});

test('a row that cannot be read decides nothing', () => {
  const payout = read(proved, [row('A1', 100, 'soon', 95), row('A2', 100, 'later', 95), row('A3', 50, 2, 48)]);
  expect(linesOf(payout)).toEqual(['A3: PRINCIPAL 50, COMMISSION -2']);
});

test.each<[string, Changes]>([
  ['no net', { net: 'sum', columns: proved.columns?.filter(({ as }) => as !== 'net') ?? [] }],
  [
    'an amount signed by its direction',
    {
      direction: { column: 'Kind', in: ['in'], out: ['out'] },
      columns: [...(proved.columns ?? []), { header: 'Other', as: 'component', type: 'ADJUSTMENT', sign: 'direction' }],
    },
  ],
])('with %s there is nothing to prove it by', (_, changes) => {
  const messages = mappingSchema.safeParse({ ...plain, ...changes }).error?.issues.map(({ message }) => message);
  expect(messages?.join()).toMatch('"Fee" is "proved"');
});
