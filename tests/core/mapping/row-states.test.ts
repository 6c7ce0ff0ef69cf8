// Columns whose word says whether a row counts: known words decide, unknown ones stop the file, and nothing is guessed.
import { mappingSchema } from '../../../core/mapping/mapping-schema.ts';
import { textOfAmount } from '../../../core/money.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { type Changes, DAY, linesOf, plain, problemsOf, read } from './payout-report.ts';
import { demoOrders, orderSheet, ordersOf } from './sheets.ts';

const states: Changes = {
  states: [{ column: 'Kind', counts: ['paid'], excluded: ['not yet'], reason: 'not paid yet' }],
};
const row = (order: string, word: string): Cell[] => [order, DAY, 100, 5, 95, word];

test('rows count or are set aside by their word, however it is written', () => {
  const payout = read(states, [row('A1', 'Paid '), row('A2', 'NOT YET'), row('A3', 'paid')]);
  expect(linesOf(payout)).toEqual(['A1: PRINCIPAL 100, COMMISSION -5', 'A3: PRINCIPAL 100, COMMISSION -5']);
  expect(payout.setAside).toEqual([{ reason: 'not paid yet', rows: 1, firstRow: 3, amount: 950_000 }]);
});

test('a word that nobody has explained stops the file, with every such word and how often it stands', () => {
  const payout = read(states, [row('A1', 'paid'), row('A2', 'on hold'), row('A3', 'on hold'), row('A4', 'soon')]);
  expect(payout.lines).toEqual([]);
  expect(payout.stopped).toMatchObject({
    code: 'UNKNOWN_VALUES',
    values: [
      { words: 'states.Kind', columns: ['Kind'], values: ['on hold'], count: 2, firstRow: 3 },
      { words: 'states.Kind', columns: ['Kind'], values: ['soon'], count: 1, firstRow: 5 },
    ],
  });
});

test('a row without a word is left out and named, unless an empty cell is one of the words', () => {
  const rows = [row('A1', 'paid'), row('A2', '')];
  const payout = read(states, rows);
  expect([linesOf(payout).length, problemsOf(payout)]).toEqual([1, ['3 VALUE_MISSING']]);
  const [state] = states.states ?? [];
  const blank = read({ states: state ? [{ ...state, counts: ['paid', ''] }] : [] }, rows);
  expect([linesOf(blank).length, problemsOf(blank)]).toEqual([2, []]);
});

test('without a reason the word itself is the reason', () => {
  const { setAside } = read({ states: [{ column: 'Kind', counts: [], excluded: ['Pending', 'Denied'] }] }, [
    row('A1', 'Pending'),
    row('A2', 'Denied'),
  ]);
  expect(setAside.map(({ reason }) => reason)).toEqual(['Pending', 'Denied']);
});

test('totals, remarks and rows below the end are not asked', () => {
  const rules: Changes = {
    ...states,
    rows: [
      { when: { firstCell: true, equals: 'Sum' }, is: 'total' },
      { when: { firstCell: true, startsWith: '#' }, is: 'end' },
    ],
  };
  const payout = read(rules, [
    row('A1', 'paid'),
    ['Sum', null, 100, 5, 95, null],
    ['#', null, null, null, null, 'odd'],
  ]);
  expect([payout.stopped, payout.proof]).toEqual([null, 'foots']);
});

test('of a file without net column the amount set aside is the sum of its components as they flow', () => {
  const sum: Changes = { ...states, net: 'sum', columns: plain.columns.filter(({ as }) => as !== 'net') };
  const { setAside } = read({ ...sum, header: { searchRows: 30, signature: ['Order', 'Goods'] } }, [
    row('A1', 'not yet'),
  ]);
  expect(setAside.map(({ amount }) => amount && textOfAmount(amount))).toEqual(['95']);
});

test('an order export has such words too', () => {
  const mapping = { ...demoOrders, states: [{ column: 'Remark', counts: ['sold'], excluded: ['given back'] }] };
  const withWords = (one: string, two: string) =>
    ordersOf(orderSheet({ Remark: one }, { 'Order no.': 'A2', Remark: two }), [mapping]);
  const { orders, setAside, stopped } = withWords('sold', 'given back');
  expect([orders.length, setAside, stopped]).toEqual([
    1,
    [{ reason: 'given back', rows: 1, firstRow: 3, amount: null }],
    null,
  ]);
  expect(withWords('sold', 'lent').stopped).toMatchObject({ code: 'UNKNOWN_VALUES' });
});

test('a state names a column of the mapping', () => {
  const faulty = { ...plain, states: [{ column: 'Nowhere', counts: [], excluded: [] }] };
  expect(
    mappingSchema
      .safeParse(faulty)
      .error?.issues.map(({ message }) => message)
      .join(),
  ).toMatch('Nowhere');
});
