// From order export rows to orders: what an order is made of, and how one bad row keeps the whole order out.
import fc from '../../fast-check.ts';
import type { NormalizedOrders } from '../../../core/mapping/normalize-orders.ts';
import { textOfAmount } from '../../../core/money.ts';
import { explainProblem } from '../../../core/problem.ts';
import { type OrderRow, orderSheet, ordersOf, sheetOf } from './sheets.ts';

/** Problems as `row code column`, for tables. */
const problemsOf = ({ problems }: NormalizedOrders) =>
  problems.map(({ row, code, column }) => `${row} ${code} ${column ?? ''}`);

/** G and C of the only order. */
function accountOf(...rows: OrderRow[]): string {
  const [order, ...others] = ordersOf(orderSheet(...rows)).orders;
  if (!order || others.length > 0) throw new Error('not one order');
  return `G ${textOfAmount(order.receivable)} C ${textOfAmount(order.credited)}`;
}

test('a row becomes an order with one line', () => {
  expect(ordersOf(orderSheet({}))).toEqual({
    kind: 'orders',
    mapping: { id: 'demo.orders', version: 3 },
    sameMoneyAs: [],
    currency: 'TWD',
    orders: [
      {
        orderNumber: 'A1',
        stage: 'shipped',
        status: 'sent',
        refunded: false,
        currency: 'TWD',
        orderedOn: '2024-05-01',
        paidOn: null,
        shippedOn: '2024-05-02',
        completedOn: null,
        receivable: 2_000_000,
        credited: 0,
        lines: [{ sku: 'TEA', name: 'Tea', quantity: 2, returned: 0, unitPrice: 1_000_000 }],
        sourceRow: 2,
      },
    ],
    problems: [],
    rows: { read: 1, accepted: 1, rejected: 0, skipped: 0 },
    setAside: [],
    unmappedAmounts: [],
    stopped: null,
  });
});

test('rows of one order are put together wherever they stand, and blank rows are skipped', () => {
  const { rows } = orderSheet({ 'Option SKU': 'B' }, { 'Order no.': 'A2' }, { 'Option SKU': 'A' });
  const { orders, rows: counts } = ordersOf(sheetOf([...rows.slice(0, 3), ['', null], ...rows.slice(3)]));
  expect(orders.map((order) => [order.orderNumber, order.lines.map((line) => line.sku), order.sourceRow])).toEqual([
    ['A1', ['A', 'B'], 2],
    ['A2', ['TEA'], 3],
  ]);
  expect(counts).toEqual({ read: 4, accepted: 3, rejected: 0, skipped: 1 });
});

test.each([
  ['to ship', 'unshipped'],
  ['sent', 'shipped'],
  ['done', 'completed'],
  ['done (may still be returned)', 'completed'],
  ['ｄｏｎｅ！', 'completed'],
  ['done for', 'cancelled'],
])('the status %j is stage %s, and the receivable stays as exported', (status, stage) => {
  const [order] = ordersOf(orderSheet({ Status: status })).orders;
  expect(order).toMatchObject({ stage, status, receivable: 2_000_000 });
});

test.each<[string, OrderRow, object]>([
  ['the option has no item number', { 'Option SKU': '-', 'Parent SKU': 'P' }, { sku: 'P' }],
  ['no item number is filled in', { 'Option SKU': '', 'Parent SKU': null }, { sku: '' }],
  ['the item number is a number cell', { 'Option SKU': 4712345678901 }, { sku: '4712345678901' }],
  ['there is no deal price', { 'Deal price': '-' }, { unitPrice: 1_200_000 }],
  ['nothing is said about returns', { Returned: '' }, { returned: 0 }],
])('when %s, the line says so', (_, change, line) => {
  expect(ordersOf(orderSheet(change)).orders[0]?.lines[0]).toMatchObject(line);
});

test.each<[string, OrderRow[], string]>([
  ['goods only', [{}], 'G 200 C 0'],
  ['freight adds and a coupon takes away', [{ Freight: 60, Coupon: '50' }], 'G 210 C 0'],
  ['values of the order count once, not on each row', [{ Freight: 60 }, { Freight: 60 }], 'G 260 C 0'],
  ['everything came back', [{ Freight: 60, Returned: 2 }], 'G 260 C 260'],
  ['one of two pieces, no discount: its price', [{ Returned: 1 }], 'G 200 C 100'],
  ['one of two pieces, discount shared', [{ Coupon: 50, Returned: 1 }], 'G 150 C 75'],
  ['rounded half-up at whole dollars', [{ Coupon: 49, Returned: 1 }], 'G 151 C 76'],
  [
    'a whole line of two lines',
    [
      { 'Goods total': 300, Coupon: 31, Returned: 2 },
      { 'Goods total': 300, Coupon: 31, 'Option SKU': 'CUP', Pieces: 1 },
    ],
    'G 269 C 179',
  ],
  [
    'both lines in full: G, without a rest from rounding',
    [
      { 'Goods total': 300, Coupon: 31, Returned: 2 },
      { 'Goods total': 300, Coupon: 31, 'Option SKU': 'CUP', Pieces: 1, Returned: 1 },
    ],
    'G 269 C 269',
  ],
  [
    'prices with cents are given back as they are',
    [{ 'Goods total': 31.5, 'Deal price': 10.5, Pieces: 3, Returned: 1 }],
    'G 31.5 C 10.5',
  ],
  [
    'prices with cents, one line of two',
    [
      { 'Goods total': 31, 'Option SKU': 'A', 'Deal price': 10.5, Pieces: 1, Returned: 1 },
      { 'Goods total': 31, 'Option SKU': 'B', 'Deal price': 20.5, Pieces: 1 },
    ],
    'G 31 C 10.5',
  ],
  [
    'the last line in full takes the rest of the sharing as it is',
    [
      { 'Goods total': 150.5, 'Option SKU': 'A', Pieces: 1 },
      { 'Goods total': 150.5, 'Option SKU': 'B', Pieces: 1, Returned: 1 },
    ],
    'G 150.5 C 75.5',
  ],
  ['free goods with freight, all back', [{ 'Goods total': 0, 'Deal price': 0, Freight: 60, Returned: 2 }], 'G 60 C 60'],
  ['a free order', [{ 'Goods total': 0, 'Deal price': 0, Returned: 1 }], 'G 0 C 0'],
])('receivable and credit: %s', (_, rows, expected) => {
  expect(accountOf(...rows)).toBe(expected);
});

test('a line says that money went back whichever row of the order bears the word', () => {
  const refunded = (word: string) => ordersOf(orderSheet({}, { 'Refund status': word })).orders[0]?.refunded;
  expect([' refunded ', 'ｒｅｆｕｎｄｅｄ', 'to be refunded', '-'].map(refunded)).toEqual([true, true, false, false]);
});

test.each<[string, OrderRow[], string[]]>([
  ['no order number', [{ 'Order no.': '-' }], ['2 ORDER_NUMBER_MISSING Order no.']],
  ['an order number Excel damaged', [{ 'Order no.': 2.40501e17 }], ['2 ID_PRECISION_LOST Order no.']],
  ['no status', [{ Status: '' }], ['2 VALUE_MISSING Status']],
  ['an unreadable amount', [{ 'Goods total': 'free' }], ['2 AMOUNT_UNREADABLE Goods total']],
  ['a percentage for an amount', [{ Freight: '5%' }], ['2 AMOUNT_IS_PERCENT Freight']],
  ['an empty amount that must be filled in', [{ 'Goods total': '-' }], ['2 VALUE_MISSING Goods total']],
  ['a coupon printed with minus', [{ Coupon: -50 }], ['2 AMOUNT_SIGN Coupon']],
  ['no price at all', [{ 'Deal price': '', 'List price': '' }], ['2 VALUE_MISSING Deal price']],
  [
    'an unreadable price, whatever the list price',
    [{ 'Deal price': 'x', 'List price': 'y' }],
    ['2 AMOUNT_UNREADABLE Deal price'],
  ],
  ['an ambiguous date', [{ Ordered: '05/06/2024' }], ['2 DATE_UNREADABLE Ordered']],
  ['no quantity', [{ Pieces: null }], ['2 VALUE_MISSING Pieces']],
  ['words in the return column', [{ Returned: '處理中' }], ['2 QUANTITY_UNREADABLE Returned']],
  ['a coupon above the price', [{ Coupon: 5000 }], ['2 ORDER_TOTAL_NEGATIVE Goods total']],
  ['more returned than sold', [{ Returned: 3 }], ['2 RETURN_EXCEEDS_QUANTITY Returned']],
  [
    'two faults in one row',
    [{ Freight: 'x', Pieces: -1 }],
    ['2 AMOUNT_UNREADABLE Freight', '2 QUANTITY_UNREADABLE Pieces'],
  ],
  [
    'a bad row among good ones',
    [{}, { Pieces: 'x' }, {}],
    ['2 ORDER_INCOMPLETE Order no.', '3 QUANTITY_UNREADABLE Pieces', '4 ORDER_INCOMPLETE Order no.'],
  ],
  [
    'rows that disagree on an amount',
    [{}, { 'Goods total': 201 }],
    ['2 ORDER_INCOMPLETE Order no.', '3 ORDER_FIELD_DIFFERS Goods total'],
  ],
  [
    'rows that disagree on the status',
    [{}, { Status: 'done' }],
    ['2 ORDER_INCOMPLETE Order no.', '3 ORDER_FIELD_DIFFERS Status'],
  ],
  [
    'rows that disagree on a day',
    [{}, { Shipped: '-' }],
    ['2 ORDER_INCOMPLETE Order no.', '3 ORDER_FIELD_DIFFERS Shipped'],
  ],
])('%s keeps the order out, and the next order goes on', (_, rows, expected) => {
  const next = { 'Order no.': 'Z9' };
  const result = ordersOf(orderSheet(...rows, next));
  expect(problemsOf(result)).toEqual(expected);
  expect(result.orders.map((order) => order.orderNumber)).toEqual(['Z9']);
  expect(result.rows).toEqual({ read: rows.length + 1, accepted: 1, rejected: rows.length, skipped: 0 });
});

test('a status without meaning stops the file, and is named once with its rows', () => {
  const result = ordersOf(orderSheet({ Status: 'lost' }, { 'Order no.': 'A2', Status: 'Lost' }, { 'Order no.': 'A3' }));
  expect(problemsOf(result)).toEqual(['2 VALUE_UNKNOWN Status', '3 VALUE_UNKNOWN Status']);
  expect(result.orders).toEqual([]);
  expect(result.rows).toEqual({ read: 3, accepted: 0, rejected: 3, skipped: 0 });
  expect(result.stopped).toMatchObject({
    code: 'UNKNOWN_VALUES',
    row: 1,
    columns: ['Status'],
    values: [
      { words: 'statuses', columns: ['Status'], values: ['lost'], count: 1, firstRow: 2 },
      { words: 'statuses', columns: ['Status'], values: ['Lost'], count: 1, firstRow: 3 },
    ],
  });
});

test('the same value in another spelling is no disagreement', () => {
  const result = ordersOf(orderSheet({}, { 'Goods total': 'NT$200', Ordered: 45413.5, Coupon: 0 }));
  expect(result.problems).toEqual([]);
});

test('a disagreement names the column and both values', () => {
  const [, problem] = ordersOf(orderSheet({}, { 'Goods total': 201 })).problems;
  expect(problem && explainProblem(problem, 'en')).toBe(
    'The rows of order A1 disagree in "Goods total": "200" and "201". One order should repeat one value; download the file again.',
  );
});

test('no column of a person is read, whatever it holds', () => {
  expect(JSON.stringify(ordersOf(orderSheet({ Buyer: '陳**', Remark: 'secret' })))).not.toMatch(/陳|secret/);
});

describe('whatever the order of the rows', () => {
  const row = fc.record({
    'Order no.': fc.constantFrom('A1', 'A2', 'A3'),
    'Option SKU': fc.constantFrom('TEA', 'CUP', ''),
    'Deal price': fc.integer({ min: 0, max: 500 }),
    Pieces: fc.integer({ min: 0, max: 4 }),
    Returned: fc.constantFrom<number | string>(0, 0, 1, 2, 'x'),
    Coupon: fc.constantFrom(0, 0, 0, 7),
  });

  test('the orders are the same, and every row is counted once', () => {
    const pairs = fc
      .array(row, { minLength: 1, maxLength: 12 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(pairs, ([rows, shuffled]) => {
        const [one, other] = [rows, shuffled].map((given) => ordersOf(orderSheet(...given)));
        const plain = (result?: NormalizedOrders) =>
          result?.orders.map((order) => JSON.stringify({ ...order, sourceRow: 0 })).sort();
        expect(plain(other)).toEqual(plain(one));
        expect(other?.rows).toEqual(one?.rows);
        expect((one?.rows.accepted ?? 0) + (one?.rows.rejected ?? 0)).toBe(rows.length);
      }),
    );
  });

  test('lines that differ only in what came back stand in one order', () => {
    const [kept, back] = [{}, { Returned: 1 }];
    const linesOf = (...rows: OrderRow[]) => ordersOf(orderSheet(...rows)).orders[0]?.lines;
    expect(linesOf(back, kept)).toEqual(linesOf(kept, back));
  });

  test('the credit lies between nothing and the receivable', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        for (const { credited, receivable } of ordersOf(orderSheet(...rows)).orders) {
          expect(credited).toBeGreaterThanOrEqual(0);
          expect(credited).toBeLessThanOrEqual(receivable);
        }
      }),
    );
  });
});
