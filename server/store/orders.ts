// Orders (訂單) as the newest export shows them, and the snapshots they replaced.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { Order, OrderLine, OrderStage } from '../../core/order.ts';
import { normalOrderNumber } from '../../core/reconcile/order-number.ts';
import type { Statements } from './database.ts';
import { byKey, type MatchKey } from './match-keys.ts';

/** An order in the books. `version` counts the snapshots seen. */
export interface HeldOrder {
  readonly id: number;
  readonly shopId: number;
  readonly version: number;
  readonly batchId: string;
  readonly order: Order;
}

export const orderColumns = {
  id: 'integer',
  shop_id: 'integer',
  match_key: 'text',
  order_number: 'text',
  stage: 'text',
  status: 'text',
  refunded: 'integer',
  currency: 'text',
  ordered_on: 'text',
  paid_on: 'text',
  shipped_on: 'text',
  completed_on: 'text',
  receivable: 'integer',
  credited: 'integer',
  version: 'integer',
  batch_id: 'text',
  source_row: 'integer',
  extras: 'text',
} as const;

/** Names that leave the database: the extras hold JSON. */
const output = Object.keys(orderColumns).map((name) => (name === 'extras' ? { json: 't.extras' } : `t.${name}`));

/** Facts that few exports tell. */
type Extras = Pick<Order, 'parts' | 'aliases'>;

type Day = BusinessDate | null;
type Row = [
  id: number,
  shopId: number,
  matchKey: string,
  orderNumber: string,
  stage: OrderStage,
  status: string,
  refunded: number,
  currency: Currency,
  orderedOn: Day,
  paidOn: Day,
  shippedOn: Day,
  completedOn: Day,
  receivable: Amount,
  credited: Amount,
  version: number,
  batchId: string,
  sourceRow: number,
  extras: Extras,
];
type InsertedRow = [...plain: unknown[], extras: string];

/** As it is kept. */
export function orderRow({ id, shopId, version, batchId, order }: HeldOrder): InsertedRow {
  return [
    id,
    shopId,
    normalOrderNumber(order.orderNumber),
    order.orderNumber,
    order.stage,
    order.status,
    Number(order.refunded),
    order.currency,
    order.orderedOn,
    order.paidOn,
    order.shippedOn,
    order.completedOn,
    order.receivable,
    order.credited,
    version,
    batchId,
    order.sourceRow,
    JSON.stringify({ parts: order.parts, aliases: order.aliases }),
  ];
}

function toOrder(row: Row, lines: readonly OrderLine[]): HeldOrder {
  const [id, shopId, , orderNumber, stage, status, refunded, currency, orderedOn, paidOn, shippedOn, completedOn] = row;
  const [receivable, credited, version, batchId, sourceRow, extras] = row.slice(12) as [
    ...[Amount, Amount, number, string, number],
    Extras,
  ];
  const days = { orderedOn, paidOn, shippedOn, completedOn };
  const amounts = { receivable, credited };
  const order = {
    orderNumber,
    stage,
    status,
    refunded: refunded === 1,
    currency,
    ...days,
    ...amounts,
    ...extras,
    lines,
    sourceRow,
  };
  return { id, shopId, version, batchId, order };
}

/** Every order whose number, as it is compared, is one of the keys. */
export async function ordersByKey(tx: Statements, keys: readonly MatchKey[]): Promise<HeldOrder[]> {
  const bindings = [JSON.stringify(keys), tx.company];
  const rows = await tx.select<Row>(output, byKey(tx, 'orders'), bindings);
  return withLines(tx, rows);
}

async function withLines(tx: Statements, rows: readonly Row[]): Promise<HeldOrder[]> {
  const lines = await linesOf(
    tx,
    rows.map(([id]) => id),
  );
  return rows.map((row) => toOrder(row, lines.get(row[0]) ?? []));
}

type LineRow = [orderId: number, sku: string, name: string, quantity: number, returned: number, unitPrice: Amount];

async function linesOf(tx: Statements, ids: readonly number[]): Promise<Map<number, OrderLine[]>> {
  const rows = await tx.select<LineRow>(
    ['l.order_id', 'l.sku', 'l.name', 'l.quantity', 'l.returned', 'l.unit_price'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN order_lines l
     WHERE l.company_id = ? AND l.order_id = k.id ORDER BY l.order_id, l.line_no`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  const lines = new Map<number, OrderLine[]>();
  for (const [orderId, sku, name, quantity, returned, unitPrice] of rows) {
    const line = { sku, name, quantity, returned, unitPrice };
    const siblings = lines.get(orderId);
    if (siblings) siblings.push(line);
    else lines.set(orderId, [line]);
  }
  return lines;
}

export async function insertOrders(tx: Statements, orders: readonly HeldOrder[]): Promise<void> {
  await tx.insert('orders', orderColumns, orders.map(orderRow));
  await insertLines(tx, orders);
  await insertAliases(tx, orders);
}

export const orderLineColumns = {
  order_id: 'integer',
  line_no: 'integer',
  sku: 'text',
  name: 'text',
  quantity: 'integer',
  returned: 'integer',
  unit_price: 'integer',
} as const;

async function insertLines(tx: Statements, orders: readonly HeldOrder[]): Promise<void> {
  await tx.insert('order_lines', orderLineColumns, orders.flatMap(orderLineRows));
}

export function orderLineRows({ id, order }: Pick<HeldOrder, 'id' | 'order'>): unknown[][] {
  return order.lines.map(({ sku, name, quantity, returned, unitPrice }, at) => {
    return [id, at, sku, name, quantity, returned, unitPrice];
  });
}

const aliasColumns = { shop_id: 'integer', match_key: 'text', order_id: 'integer' } as const;

/** Other numbers of the orders. One that a newer snapshot no longer names stays: an old payout may. */
async function insertAliases(tx: Statements, orders: readonly HeldOrder[]): Promise<void> {
  const rows = orders.flatMap(({ id, shopId, order }) =>
    (order.aliases ?? []).map((alias) => [shopId, normalOrderNumber(alias), id]),
  );
  await tx.insert('order_aliases', aliasColumns, rows, 'ON CONFLICT DO NOTHING');
}

/** Keys of orders that answer to one of the keys by another number. */
export async function keysOfAliases(tx: Statements, keys: readonly MatchKey[]): Promise<MatchKey[]> {
  return tx.select<[number, string]>(
    ['o.shop_id', 'o.match_key'],
    `FROM ${tx.source({ shop_id: 'integer', match_key: 'text' })} k
     CROSS JOIN order_aliases a CROSS JOIN orders o
     WHERE a.company_id = ? AND a.shop_id = k.shop_id AND a.match_key = k.match_key
       AND o.company_id = a.company_id AND o.id = a.order_id`,
    [JSON.stringify(keys), tx.company],
  );
}

/** The keys of orders, by id. */
export async function keysOfOrders(tx: Statements, ids: readonly number[]): Promise<MatchKey[]> {
  return tx.select<[number, string]>(
    ['o.shop_id', 'o.match_key'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN orders o WHERE o.company_id = ? AND o.id = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
}

/** Keys of the shops' shipped orders on which something is still open, newest first, at most so many a shop. */
export async function keysOfOpenOrders(tx: Statements, shopIds: readonly number[], most: number): Promise<MatchKey[]> {
  return tx.select<[number, string]>(
    ['o.shop_id', 'o.match_key'],
    `FROM orders o JOIN ${tx.source({ id: 'integer' })} k ON o.shop_id = k.id
     LEFT JOIN receivables r ON r.company_id = o.company_id AND r.order_id = o.id
     WHERE o.company_id = ? AND o.stage IN ('shipped', 'completed')
       AND o.receivable - o.credited <> coalesce(r.allocated, 0)
     ORDER BY o.id DESC LIMIT ${most}`,
    [JSON.stringify(shopIds.map((id) => [id])), tx.company],
  );
}

export interface Replacement {
  readonly held: HeldOrder;
  readonly next: HeldOrder;
}

/** Puts newer snapshots in the place of held ones, which are kept as versions. */
export async function replaceOrders(tx: Statements, given: readonly Replacement[], at: string): Promise<void> {
  if (given.length === 0) return;
  // The log tells of them in this order, and finds them again by it.
  const replacements = [...given].sort((left, right) => left.held.id - right.held.id);
  await insertVersions(tx, replacements, at);
  const kept = ['id', 'shop_id', 'match_key', 'order_number'];
  const changes = Object.keys(orderColumns).filter((name) => !kept.includes(name));
  const rows = JSON.stringify(replacements.map(({ next }) => orderRow(next)));
  tx.tell('orders', orderColumns, rows, replacements.length);
  await tx.run(
    `UPDATE orders SET ${changes.map((name) => `${name} = s.${name}`).join(', ')}
     FROM ${tx.source(orderColumns)} s WHERE orders.company_id = ? AND orders.id = s.id`,
    [rows, tx.company],
  );
  await tx.run(
    `DELETE FROM order_lines WHERE company_id = ? AND order_id IN (SELECT id FROM ${tx.source({ id: 'integer' })} s)`,
    [tx.company, JSON.stringify(replacements.map(({ held }) => [held.id]))],
  );
  const newer = replacements.map(({ next }) => next);
  await insertLines(tx, newer);
  await insertAliases(tx, newer);
}

const versionColumns = {
  order_id: 'integer',
  version: 'integer',
  snapshot: 'text',
  batch_id: 'text',
  replaced_by: 'text',
  replaced_at: 'text',
} as const;

async function insertVersions(tx: Statements, replacements: readonly Replacement[], at: string): Promise<void> {
  const rows = replacements.map(({ held, next }) => [
    held.id,
    held.version,
    JSON.stringify(held.order),
    held.batchId,
    next.batchId,
    at,
  ]);
  await tx.insert('order_versions', versionColumns, rows);
}

/** The orders' shop and number by id. */
export async function orderNumbers(
  tx: Statements,
  ids: readonly number[],
): Promise<[id: number, shopId: number, orderNumber: string][]> {
  return tx.select(
    ['t.id', 't.shop_id', 't.order_number'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN orders t WHERE t.company_id = ? AND t.id = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
}
