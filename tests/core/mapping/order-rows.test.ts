// Order exports whose rows tell more than their item: one column that is price and money, a status each, goods back.
import type { OrderColumn, OrderMapping } from '../../../core/mapping/mapping.ts';
import { type NormalizedOrders, normalizeOrders } from '../../../core/mapping/normalize-orders.ts';
import { textOfAmount } from '../../../core/money.ts';
import type { Cell } from '../../../core/sheet-table.ts';
import { demoOrders, recognise, sheetOf } from './sheets.ts';

const HEADER: Cell[] = ['Order', 'Status', 'Amount', 'Points', 'Item', 'Pieces', 'Total', 'Shipped', 'Word', 'Back'];
const amount = (price?: 'row' | 'piece'): OrderColumn => ({
  ...{ header: 'Amount', as: 'receivable', sign: 'plus', per: 'line', required: true, filled: true },
  ...(price ? { price } : {}),
});
const plain: OrderMapping = {
  ...demoOrders,
  header: { searchRows: 30, signature: ['Order', 'Pieces'] },
  columns: [
    { header: 'Order', as: 'orderNumber', required: true },
    { header: 'Status', as: 'status', required: true },
    amount('row'),
    { header: 'Points', as: 'receivable', sign: 'plus', per: 'line' },
    { header: 'Item', as: 'sku' },
    { header: 'Pieces', as: 'quantity', required: true },
    { header: 'Total', as: 'receivable', sign: 'plus' },
    { header: 'Shipped', as: 'shippedOn' },
    { header: 'Word', as: 'note' },
    { header: 'Back', as: 'returnedQuantity' },
  ],
};
const withAmount = (price?: 'row' | 'piece') =>
  plain.columns.map((column) => (column.header === 'Amount' ? amount(price) : column));

function read(changes: Partial<OrderMapping>, ...rows: Cell[][]): NormalizedOrders {
  const table = sheetOf([HEADER, ...rows]);
  const recognised = recognise(table, [{ ...plain, ...changes }]);
  if (recognised.kind !== 'orders') throw new Error('not orders');
  return normalizeOrders(table, recognised);
}

/** Orders as `number stage G less credited: item × pieces at price, …`. */
const ordersIn = ({ orders }: NormalizedOrders) =>
  orders.map(({ orderNumber, stage, receivable, credited, refunded, lines }) => {
    const items = lines.map(({ sku, quantity, unitPrice }) => `${sku} × ${quantity} at ${textOfAmount(unitPrice)}`);
    const credit = credited === 0 ? '' : ` less ${textOfAmount(credited)}`;
    return `${orderNumber} ${stage} ${textOfAmount(receivable)}${credit}${refunded ? ' refunded' : ''}: ${items.join(', ')}`;
  });
const problemsOf = ({ problems }: NormalizedOrders) => problems.map(({ row, code }) => `${row} ${code}`);

describe('one column that is the price and the money', () => {
  test.each<[string, 'row' | 'piece', string]>([
    ['of all pieces of the row', 'row', 'A1 shipped 310: X × 3 at 100, Y × 1 at 10'],
    ['of one piece', 'piece', 'A1 shipped 910: X × 3 at 300, Y × 1 at 10'],
  ])('%s', (_, price, expected) => {
    const rows: Cell[][] = [
      ['A1', 'sent', 300, '', 'X', 3],
      ['A1', 'sent', 10, '', 'Y', 1],
    ];
    expect(ordersIn(read({ columns: withAmount(price) }, ...rows))).toEqual([expected]);
  });

  test('stands beside other terms of the row, which are no price', () => {
    expect(ordersIn(read({}, ['A1', 'sent', 300, 30, 'X', 3]))).toEqual(['A1 shipped 330: X × 3 at 100']);
  });

  test('an empty or unreadable one is said once', () => {
    expect(problemsOf(read({}, ['A1', 'sent', '', '', 'X', 3]))).toEqual(['2 VALUE_MISSING']);
    expect(problemsOf(read({}, ['A1', 'sent', '?', '', 'X', 3]))).toEqual(['2 AMOUNT_UNREADABLE']);
    const ofPiece = { columns: withAmount('piece') };
    expect(problemsOf(read(ofPiece, ['A1', 'sent', 10, '', 'X', '']))).toEqual(['2 VALUE_MISSING']);
  });

  test('a pseudo item has no pieces: its amount counts once', () => {
    const result = read(
      { columns: withAmount('piece'), rows: [{ when: { column: 'Item', equals: 'freight' }, is: 'charge' }] },
      ['A1', 'sent', 100, '', 'X', 2],
      ['A1', 'sent', 60, '', 'freight', ''],
    );
    expect(ordersIn(result)).toEqual(['A1 shipped 260: X × 2 at 100']);
  });
});

describe('rows of one order with a status each', () => {
  const three: Cell[][] = [
    ['A1', 'done', 100, '', 'X', 1, '', '2024-05-02'],
    ['A1', 'sent', 50, '', 'Y', 1, '', '2024-05-04'],
    ['A1', 'done for', 30, '', 'Z', 1, '', ''],
  ];

  test('must agree where the mapping says nothing', () => {
    expect(ordersIn(read({}, ...three))).toEqual([]);
    expect(problemsOf(read({}, ...three))).toContain('3 ORDER_FIELD_DIFFERS');
  });

  test.each<['least' | 'most', string, string]>([
    ['least', 'A1 shipped 150: X × 1 at 100, Y × 1 at 50', '2024-05-04'],
    ['most', 'A1 completed 150: X × 1 at 100, Y × 1 at 50', '2024-05-02'],
  ])('%s: cancelled rows are in neither the money nor the goods', (stageOfLines, expected, shippedOn) => {
    const result = read({ stageOfLines }, ...three);
    expect(ordersIn(result)).toEqual([expected]);
    expect(result.orders[0]?.shippedOn).toBe(shippedOn);
    expect(result.rows).toEqual({ read: 3, accepted: 2, rejected: 0, skipped: 1 });
    expect(result.setAside).toEqual([{ reason: 'cancelled', rows: 1, firstRow: 4, amount: null }]);
  });

  test('a row not sent yet keeps the order back, and its day of shipment unknown', () => {
    const [first = []] = three;
    const result = read({ stageOfLines: 'least' }, first, ['A1', 'to ship', 50, '', 'Y', 1]);
    expect(result.orders).toMatchObject([{ stage: 'unshipped', status: 'to ship', shippedOn: null }]);
    const most = read({ stageOfLines: 'most' }, first, ['A1', 'to ship', 50, '', 'Y', 1]);
    expect(most.orders).toMatchObject([{ stage: 'completed', status: 'done', shippedOn: '2024-05-02' }]);
  });

  test('an order is cancelled when all its rows are; then they all stay', () => {
    const result = read(
      { stageOfLines: 'least' },
      ['A1', 'done for', 10, '', 'X', 1],
      ['A1', 'done for', 5, '', 'Y', 1],
    );
    expect(ordersIn(result)).toEqual(['A1 cancelled 15: X × 1 at 10, Y × 1 at 5']);
  });

  test('values of the order must still agree', () => {
    const result = read({ stageOfLines: 'least' }, ['A1', 'sent', 10, '', 'X', 1, 7], ['A1', 'done', 5, '', 'Y', 1, 8]);
    expect(problemsOf(result)).toEqual(['2 ORDER_INCOMPLETE', '3 ORDER_FIELD_DIFFERS']);
  });

  test('a refund of a cancelled row is none of the order', () => {
    const refundedWhen = { column: 'Word', equals: 'money back' } as const;
    const cancelled: Cell[] = ['A1', 'done for', 30, '', 'Z', 1, '', '', 'money back'];
    const [first = []] = three;
    expect(read({ stageOfLines: 'least', refundedWhen }, first, cancelled).orders).toMatchObject([{ refunded: false }]);
    expect(read({ stageOfLines: 'least', refundedWhen }, cancelled).orders).toMatchObject([{ refunded: true }]);
  });
});

describe('what a word tells of money and goods', () => {
  const row = (word: string): Cell[] => ['A1', 'done', 100, '', 'X', 2, '', '', word];

  test('money went back', () => {
    const rule: Partial<OrderMapping> = { refundedWhen: { column: 'Word', startsWith: 'money' } };
    expect(ordersIn(read(rule, row('money back')))).toEqual(['A1 completed 100 refunded: X × 2 at 50']);
    expect(ordersIn(read(rule, row('')))).toEqual(['A1 completed 100: X × 2 at 50']);
  });

  test('all pieces of the row came back, whatever the column of pieces says', () => {
    const rule: Partial<OrderMapping> = { returnedWhen: { column: 'Word', equals: 'goods back' } };
    const other: Cell[] = ['A1', 'done', 40, '', 'Y', 1];
    expect(ordersIn(read(rule, row('goods back')))).toEqual(['A1 completed 100 less 100: X × 2 at 50']);
    expect(ordersIn(read(rule, row('goods back'), other))).toEqual([
      'A1 completed 140 less 100: X × 2 at 50, Y × 1 at 40',
    ]);
    expect(ordersIn(read(rule, [...row(''), 1]))).toEqual(['A1 completed 100 less 50: X × 2 at 50']);
  });
});

test('a row that is the whole order is goods only where it names them', () => {
  const named: Cell[] = ['A1', 'done', 100, '', 'X', 1];
  const nameless: Cell[] = ['A2', 'done', 80, '', '', ''];
  const result = read({ grain: 'order' }, named, nameless);
  expect(ordersIn(result)).toEqual(['A1 completed 100: X × 1 at 100', 'A2 completed 80: ']);
  expect(result.rows).toMatchObject({ accepted: 2, rejected: 0 });
  const back: Partial<OrderMapping> = { grain: 'order', returnedWhen: { column: 'Word', equals: 'back' } };
  expect(ordersIn(read(back, [...nameless, '', '', 'back']))).toEqual(['A2 completed 80 less 80: ']);
});
