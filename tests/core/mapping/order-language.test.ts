// The language of order exports, element by element: values on one row, merged rows, pseudo items, stages, identities.
import type { OrderColumn, OrderMapping } from '../../../core/mapping/mapping.ts';
import { type NormalizedOrders, normalizeOrders } from '../../../core/mapping/normalize-orders.ts';
import { amountOfText, textOfAmount } from '../../../core/money.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { demoOrders, recognise, sheetOf } from './sheets.ts';

const plain: OrderMapping = {
  ...demoOrders,
  header: { searchRows: 30, signature: ['Order', 'Pieces'] },
  columns: [
    { header: 'Order', as: 'orderNumber', required: true },
    { header: 'Status', as: 'status', required: true },
    { header: 'Total', as: 'receivable', sign: 'plus', required: true, filled: true },
    { header: 'Own', as: 'receivable', sign: 'plus', per: 'line' },
    { header: 'Item', as: 'sku' },
    { header: 'Pieces', as: 'quantity', required: true },
    { header: 'Price', as: 'unitPrice', required: true },
    { header: 'Back', as: 'refundedAmount' },
    { header: 'Shipped', as: 'shippedOn' },
  ],
};
const HEADER: Cell[] = ['Order', 'Status', 'Total', 'Own', 'Item', 'Pieces', 'Price', 'Back', 'Shipped'];

function read(changes: Partial<OrderMapping>, ...rows: Cell[][]): NormalizedOrders {
  const table = sheetOf([HEADER, ...rows]);
  const recognised = recognise(table, [{ ...plain, ...changes }]);
  if (recognised.kind !== 'orders') throw new Error('not orders');
  return normalizeOrders(table, recognised);
}

/** Orders as `number stage G: item × pieces at price, …`. */
const ordersIn = ({ orders }: NormalizedOrders) =>
  orders.map(({ orderNumber, stage, receivable, refunded, lines }) => {
    const items = lines.map(({ sku, quantity, unitPrice }) => `${sku} × ${quantity} at ${textOfAmount(unitPrice)}`);
    return `${orderNumber} ${stage} ${textOfAmount(receivable)}${refunded ? ' refunded' : ''}: ${items.join(', ')}`;
  });
const problemsOf = ({ problems }: NormalizedOrders) => problems.map(({ row, code }) => `${row} ${code}`);

const columnsWith = (...changed: OrderColumn[]): OrderColumn[] =>
  plain.columns.map((column) => changed.find(({ header }) => header === column.header) ?? column);

describe('values of the order', () => {
  const once: Cell[][] = [
    ['A1', 'sent', 300, '', 'X', 1, 100, '', '2024-05-02'],
    ['A1', '', '', '', 'Y', 2, 100, '', ''],
    ['A2', 'done', 50, '', 'X', 1, 50, 10, ''],
  ];

  test('stand on its first row', () => {
    const result = read({ orderValues: 'first' }, ...once);
    expect(ordersIn(result)).toEqual([
      'A1 shipped 300: X × 1 at 100, Y × 2 at 100',
      'A2 completed 50 refunded: X × 1 at 50',
    ]);
    expect(result.orders[0]?.shippedOn).toBe('2024-05-02');
    expect(result.rows).toEqual({ read: 3, accepted: 3, rejected: 0, skipped: 0 });
  });

  test('may stand at the price at which the platform buys goods; freight is told apart from it', () => {
    const [, , total, own] = plain.columns;
    if (total?.as !== 'receivable' || own?.as !== 'receivable') throw new Error('the demo has two terms');
    const columns = columnsWith({ ...total, part: 'BUYER_SHIPPING' }, { ...own, part: 'CONTRACT_PRICE' });
    const rows: Cell[][] = [
      ['A1', 'sent', 60, 100, 'X', 1, 150, '', ''],
      ['A1', 'sent', 60, 200, 'Y', 2, 140, '', ''],
    ];
    const [order] = read({ columns }, ...rows).orders;
    expect(order?.receivable).toBe(amountOfText('360'));
    expect(order?.parts).toEqual({ BUYER_SHIPPING: amountOfText('60'), CONTRACT_PRICE: amountOfText('300') });
    expect(read({}, ...rows).orders[0]?.parts).toBeUndefined();
  });

  test('or on any other row of it, but never contradict', () => {
    const [first = [], second = []] = once;
    expect(ordersIn(read({ orderValues: 'first' }, first, [...second.slice(0, 2), 300, ...second.slice(3)]))).toEqual([
      'A1 shipped 300: X × 1 at 100, Y × 2 at 100',
    ]);
    expect(problemsOf(read({ orderValues: 'first' }, first, [...second.slice(0, 2), 301, ...second.slice(3)]))).toEqual(
      ['2 ORDER_INCOMPLETE', '3 ORDER_FIELD_DIFFERS'],
    );
  });

  test('are never taken from another order', () => {
    const result = read({ orderValues: 'first' }, ['A1', 'sent', 300, '', 'X', 1, 100], ['A2', '', '', '', 'X', 1, 50]);
    expect(ordersIn(result)).toEqual(['A1 shipped 300: X × 1 at 100']);
    expect(problemsOf(result)).toEqual(['3 VALUE_MISSING', '3 VALUE_MISSING']);
  });

  test('that should repeat must not be blank', () => {
    expect(problemsOf(read({}, ...once.slice(0, 2)))).toEqual([
      '2 ORDER_INCOMPLETE',
      '3 VALUE_MISSING',
      '3 VALUE_MISSING',
    ]);
  });

  test('are merged over its rows, the order number too', () => {
    const merged: Cell[][] = [
      ['A1', 'sent', 300, '', 'X', 1, 100],
      ['', null, '', '', 'Y', 2, 100],
      ['A2', 'done', 50, '', 'X', 1, 50],
    ];
    expect(ordersIn(read({ orderValues: 'merged' }, ...merged))).toEqual([
      'A1 shipped 300: X × 1 at 100, Y × 2 at 100',
      'A2 completed 50: X × 1 at 50',
    ]);
    expect(problemsOf(read({ orderValues: 'first' }, ...merged))).toContain('3 ORDER_NUMBER_MISSING');
    expect(problemsOf(read({ orderValues: 'merged' }, ...merged.slice(1)))).toContain('2 ORDER_NUMBER_MISSING');
  });

  test('a damaged number continues no order', () => {
    const result = read(
      { orderValues: 'merged' },
      ['A1', 'sent', 300, '', 'X', 1, 100],
      [1e17, '', '', '', 'Y', 2, 100],
    );
    expect(problemsOf(result)).toContain('3 ID_PRECISION_LOST');
    expect(ordersIn(result)).toEqual(['A1 shipped 300: X × 1 at 100']);
  });
});

test('terms of lines add up, those of the order count once', () => {
  const result = read({}, ['A1', 'sent', 10, 100, 'X', 1, 100], ['A1', 'sent', 10, 150, 'Y', 1, 150]);
  expect(ordersIn(result)).toEqual(['A1 shipped 260: X × 1 at 100, Y × 1 at 150']);
});

test('a discount is taken away whichever sign it is printed with', () => {
  const columns = columnsWith({ header: 'Own', as: 'receivable', sign: 'minus-absolute' });
  const result = read({ columns }, ['A1', 'sent', 100, -7, 'X', 1, 100], ['A2', 'sent', 100, 7, 'X', 1, 100]);
  expect(result.orders.map(({ receivable }) => textOfAmount(receivable))).toEqual(['93', '93']);
});

test('a pseudo item is money of the order and no goods', () => {
  const result = read(
    { rows: [{ when: { column: 'Item', equals: '運費' }, is: 'charge' }] },
    ['A1', 'sent', 0, 100, 'X', 1, 100],
    ['A1', 'sent', 0, 60, '運費', '', ''],
  );
  expect(ordersIn(result)).toEqual(['A1 shipped 160: X × 1 at 100']);
  expect(result.rows).toEqual({ read: 2, accepted: 1, rejected: 0, skipped: 1 });
});

test('rows of another kind are set aside by reason', () => {
  const result = read(
    { rows: [{ when: { column: 'Status', equals: 'refund' }, is: 'excluded', reason: 'refund' }] },
    ['A1', 'sent', 100, '', 'X', 1, 100],
    ['A1', 'refund', -100, '', 'X', -1, 100],
  );
  expect(ordersIn(result)).toEqual(['A1 shipped 100: X × 1 at 100']);
  expect(result.setAside).toEqual([{ reason: 'refund', rows: 1, firstRow: 3, amount: null }]);
});

describe('one row an order', () => {
  const columns = columnsWith({ header: 'Price', as: 'note' }, { header: 'Pieces', as: 'quantity', required: true });
  const grain: Partial<OrderMapping> = { grain: 'order', columns };

  test('the price of a piece is its share', () => {
    expect(ordersIn(read(grain, ['A1', 'sent', 146.92, '', 'X', 2], ['A2', 'sent', 10, '', 'Y', '']))).toEqual([
      'A1 shipped 146.92: X × 2 at 73.46',
      'A2 shipped 10: Y × 1 at 10',
    ]);
  });

  test('an order on two rows is reported', () => {
    const result = read(grain, ['A1', 'sent', 10, '', 'X', 1], ['A1', 'sent', 10, '', 'X', 1]);
    expect(problemsOf(result)).toEqual(['2 ORDER_INCOMPLETE', '3 ORDER_REPEATED']);
    expect(result.orders).toEqual([]);
  });
});

test('a price may be that of all pieces', () => {
  const columns = columnsWith({ header: 'Price', as: 'lineTotal' });
  expect(ordersIn(read({ columns }, ['A1', 'sent', 100, '', 'X', 3, 100], ['A2', 'sent', 9, '', 'X', 3, 9]))).toEqual([
    'A1 shipped 100: X × 3 at 33.33',
    'A2 shipped 9: X × 3 at 3',
  ]);
});

describe('stages by several columns', () => {
  const stages: Partial<OrderMapping> = {
    columns: columnsWith({ header: 'Status', as: 'note' }),
    statuses: [],
    stages: [
      { when: { column: 'Back', amount: 'not-zero' }, stage: 'cancelled' },
      { when: { column: 'Shipped', blank: false }, stage: 'shipped' },
      { when: { column: 'Status', equals: 'paid' }, stage: 'unshipped' },
    ],
  };

  test.each<[Cell, Cell, Cell, string]>([
    ['paid', '', '', 'unshipped'],
    ['paid', '', '2024-05-02', 'shipped'],
    ['paid', 5, '2024-05-02', 'cancelled'],
  ])('status %j, back %j, shipped %j is %s', (status, back, shipped, stage) => {
    expect(read(stages, ['A1', status, 100, '', 'X', 1, 100, back, shipped]).orders).toMatchObject([{ stage }]);
  });

  test('what no rule knows stops the file with the values asked', () => {
    const { stopped, orders } = read(stages, ['A1', 'odd', 100, '', 'X', 1, 100]);
    expect(orders).toEqual([]);
    expect(stopped?.values).toEqual([
      { words: 'stages', columns: ['Back', 'Shipped', 'Status'], values: ['', '', 'odd'], count: 1, firstRow: 2 },
    ]);
  });
});

describe('identities', () => {
  test('an order whose items miss its total is left out, and the next goes on', () => {
    const checks: OrderMapping['checks'] = [{ check: 'order', name: 'items', sum: 'items', equals: 'Total' }];
    const result = read(
      { checks },
      ['A1', 'sent', 300, '', 'X', 1, 100],
      ['A1', 'sent', 300, '', 'Y', 2, 100],
      ['A2', 'sent', 51, '', 'X', 1, 50],
    );
    expect(ordersIn(result)).toEqual(['A1 shipped 300: X × 1 at 100, Y × 2 at 100']);
    expect(problemsOf(result)).toEqual(['4 CHECK_FAILED']);
  });

  test('columns may add up over the rows of an order, or on each row', () => {
    const over: OrderMapping['checks'] = [
      { check: 'order', name: 'own', sum: { terms: { Own: '+' } }, equals: 'Total' },
      { check: 'row', name: 'row', terms: { Pieces: '+' }, equals: 'Back' },
    ];
    const rows: Cell[][] = [
      ['A1', 'sent', 5, 2, 'X', 1, 1, 1],
      ['A1', 'sent', 5, 3, 'Y', 1, 1, 1],
    ];
    expect(problemsOf(read({ checks: over }, ...rows))).toEqual([]);
    expect(problemsOf(read({ checks: over }, ...rows, ['A2', 'sent', 5, 5, 'X', 1, 1, 2]))).toEqual(['4 CHECK_FAILED']);
  });
});

test('orders have the currency of their rows', () => {
  const columns: OrderColumn[] = columnsWith({ header: 'Back', as: 'currency' });
  const result = read(
    { columns, currency: { column: 'Back', otherwise: 'TWD' } },
    ['A1', 'sent', 1, '', 'X', 1, 1, 'usd'],
    ['A2', 'sent', 1, '', 'X', 1, 1, ''],
    ['A3', 'sent', 1, '', 'X', 1, 1, 'USD'],
  );
  expect(result.orders.map(({ currency }) => currency)).toEqual(['USD', 'TWD', 'USD']);
  expect(result.currency).toBe('USD');
});

test('the currency of an order stands on its first row like its other values', () => {
  const columns: OrderColumn[] = columnsWith({ header: 'Back', as: 'currency' });
  const result = read(
    { columns, currency: { column: 'Back' }, orderValues: 'first' },
    ['A1', 'sent', 1, '', 'X', 1, 1, 'usd'],
    ['A1', '', '', '', 'Y', 1, 1, ''],
    ['A2', 'sent', 1, '', 'X', 1, 1, ''],
  );
  expect(result.orders.map(({ orderNumber, currency, lines }) => [orderNumber, currency, lines.length])).toEqual([
    ['A1', 'USD', 2],
  ]);
  expect(problemsOf(result)).toEqual(['4 CURRENCY_UNKNOWN']);
});

test('a key may be cut, and a row outside all orders is set aside', () => {
  const result = read(
    {
      key: [
        { exclude: { column: 'Item', equals: 'test' }, as: 'UNKNOWN' },
        { from: 'Order', stripStart: ['#'] },
      ],
    },
    ['#1001', 'sent', 100, '', 'X', 1, 100],
    ['#1002', 'sent', 100, '', 'test', 1, 100],
  );
  expect(ordersIn(result)).toEqual(['1001 shipped 100: X × 1 at 100']);
  expect(result.rows).toEqual({ read: 2, accepted: 1, rejected: 0, skipped: 1 });
});
