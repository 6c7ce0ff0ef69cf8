// A row that says "total" in the place of the order number is nobody's order: it proves the rows of a payout, or is told.
import { totalWords } from '../../../core/mapping/total-rows.ts';
import type { PayoutMapping } from '../../../core/mapping/mapping.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import {
  type OrderRow,
  demoPayout,
  orderSheet,
  ordersOf,
  payoutOf,
  payoutSheet,
  recognise,
  sheetOf,
} from './sheets.ts';

/** Rows of 188, 95 and 50, with the total rows among them. */
const sale = (number: string, net: number): OrderRow => ({ 'Order no.': number, Goods: net, Fee: 0, Net: net });
const [A, B, C] = [sale('A1', 188), sale('A2', 95), sale('A3', 50)];
const total = (word: string, net: Cell): OrderRow => ({
  ...{ 'Order no.': word, 'Refund no.': '', 'Paid out': '', Goods: '', Refund: '', Fee: '', Net: net, Buyer: '' },
});

const payout = (rows: readonly OrderRow[], mapping: PayoutMapping = demoPayout) =>
  payoutOf(payoutSheet(...rows), [mapping]);

const toldIn = ({ problems }: { readonly problems: readonly { row: number; code: string }[] }) =>
  problems.map(({ row, code }) => `${row} ${code}`);

test.each([
  '合計',
  '小计',
  '總計：',
  '合計（TWD）',
  'Total',
  'SUBTOTAL',
  'Sub-total',
  'Grand Total:',
  ' 合 計 ',
  '총계',
])('%s is no order number', (word) => {
  const { lines, problems, rows } = payout([A, B, total(word, 283)]);
  expect(lines.map(({ orderNumber }) => orderNumber)).toEqual(['A1', 'A2']);
  expect(problems).toEqual([]);
  expect(rows).toEqual({ read: 3, accepted: 2, rejected: 0, skipped: 1 });
});

test.each(['TOTAL-001', '合計001', 'Totalise', '小計算機', '20240501', '="2024"', 'Summer'])(
  '%s may be an order number',
  (word) => {
    expect(payout([{ ...A, 'Order no.': word }]).lines).toHaveLength(1);
  },
);

test.each<[string, OrderRow[], string, number | null, string[]]>([
  ['below all rows', [A, B, total('合計', 283)], 'foots', 283, []],
  ['above all rows', [total('合計', 283), A, B], 'foots', 283, []],
  ['of another amount', [A, B, total('合計', 284)], 'differs', 284, ['4 CHECK_FAILED']],
  ['without its amount', [A, B, total('合計', '')], 'undeclared', null, ['4 REMARK_SKIPPED']],
  [
    'of each section, and of all',
    [A, B, total('小計', 283), C, total('小計', 50), total('合計', 333)],
    'foots',
    333,
    [],
  ],
  ['of all rows so far', [A, B, total('合計', 283), C, total('合計', 333)], 'foots', 333, []],
  ['of a section only, which says nothing of the rest', [A, B, total('小計', 283), C], 'undeclared', null, []],
  ['of a section, wrongly', [A, B, total('小計', 280), C], 'differs', null, ['4 CHECK_FAILED']],
  ['that cannot be read', [A, B, total('合計', 'n/a')], 'undeclared', null, ['4 AMOUNT_UNREADABLE']],
])('a total %s', (_, rows, proof, declared, told) => {
  const read = payout(rows);
  expect(read.proof).toBe(proof);
  expect(read.declared).toBe(declared === null ? null : declared * 10_000);
  expect(toldIn(read)).toEqual(told);
  expect(read.lines).toHaveLength(rows.filter((row) => !/計/.test(String(row['Order no.']))).length);
});

test('other columns of such a row prove nothing: they may hold anything', () => {
  const read = payout([A, B, { ...total('合計', 283), Goods: 2, Fee: 9 }]);
  expect(read.proof).toBe('foots');
  expect(read.checks.map(({ name }) => name)).toEqual(['合計 Net']);
});

test('a rule of the mapping comes first', () => {
  const rows: PayoutMapping['rows'] = [
    { when: { column: 'Order no.', equals: '合計' }, is: 'excluded', reason: 'sum' },
  ];
  const read = payout([A, total('合計', 1)], { ...demoPayout, rows });
  expect(read.setAside).toMatchObject([{ reason: 'sum', rows: 1 }]);
  expect(read.checks).toEqual([]);
});

test('in an order export the row is told and skipped', () => {
  const read = ordersOf(orderSheet({}, { 'Order no.': '合計', Status: '', 'Goods total': 200 }));
  expect(read.orders.map(({ orderNumber }) => orderNumber)).toEqual(['A1']);
  expect(toldIn(read)).toEqual(['3 TOTAL_SKIPPED']);
  expect(read.rows).toEqual({ read: 2, accepted: 1, rejected: 0, skipped: 1 });
});

describe('the word in another column', () => {
  const words = totalWords(recognise(payoutSheet(A)));
  const place = (header: string) => payoutSheet(A).rows[0]?.indexOf(header) ?? -1;
  const row = (cells: Readonly<Record<string, Cell>>) =>
    Object.entries(cells).reduce<Cell[]>(
      (all, [header, cell]) => all.with(place(header), cell),
      (payoutSheet(A).rows[0] ?? []).map(() => null),
    );

  test.each<[string, Record<string, Cell>, string | null]>([
    ['of references, without order number', { 'Refund no.': '合計', Net: 5 }, '合計'],
    ['of references, beside an order number', { 'Order no.': 'A1', 'Refund no.': '合計', Net: 5 }, null],
    ['of buyers', { Buyer: '合計', Net: 5 }, null],
    ['none', { Net: 5 }, null],
  ])('%s', (_, cells, expected) => {
    expect(words(row(cells))).toBe(expected);
  });
});

describe('rows without order number that hold a sum', () => {
  const sum = (net: number): OrderRow => ({ ...total('', net), Goods: net });
  const above = (...rows: readonly OrderRow[]) => {
    const [header = [], ...data] = payoutSheet(...rows).rows;
    const declared = header.map((name) => (name === header[0] ? 'Subtotal' : name === 'Net' ? 283 : null));
    return payoutOf(sheetOf([declared, header, ...data]));
  };

  test.each<[string, OrderRow[], string, number, string[]]>([
    ['the file foots only without them', [A, B, sum(283)], 'foots', 283, ['5 SUBTOTAL_AMONG_ROWS']],
    ['the file foots either way not', [A, sum(188)], 'differs', 376, ['1 CHECK_FAILED', '4 SUBTOTAL_AMONG_ROWS']],
    [
      'the file foots with them: they are data',
      [sale('A1', 141.5), { ...sale('', 141.5), 'Order no.': '' }],
      'foots',
      283,
      ['4 ORDER_NUMBER_MISSING'],
    ],
  ])('%s', (_, rows, proof, net, told) => {
    const read = above(...rows);
    expect(read.proof).toBe(proof);
    expect(read.net).toBe(net * 10_000);
    expect(toldIn(read).filter((problem) => !problem.endsWith('VALUE_MISSING'))).toEqual(told);
  });
});

describe('the declared total where its label is not the first cell', () => {
  const WHOLE = ['Net', 'Order no.', 'Refund no.', 'Paid out', 'Goods', 'Refund', 'Fee', 'Buyer'];
  const DATA: Cell[] = [188, 'A1', '-', '2024-05-07', 200, 0, 12, '王**'];
  const read = (line: Cell[]) => payoutOf(sheetOf([line, WHOLE, DATA]));

  test.each<[string, Cell[], string]>([
    ['behind its figure', [188, 'Subtotal'], 'foots'],
    ['behind a wrong figure', [180, 'Subtotal'], 'differs'],
    ['in a column of its own', [188, '', '', '', '', '', '', '', 'Subtotal'], 'foots'],
    ['of an item, in a row with an order number', [188, 'A9', 'Subtotal'], 'undeclared'],
    ['without figure', [null, '', 'Subtotal'], 'undeclared'],
    ['among headers', ['Net sum', 'Period', 'Subtotal'], 'undeclared'],
  ])('%s', (_, line, proof) => {
    const result = read(line);
    expect(result.proof).toBe(proof);
    expect(toldIn(result)).toEqual(proof === 'differs' ? ['1 CHECK_FAILED'] : []);
  });
});
