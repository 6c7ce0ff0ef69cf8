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

const columns = {
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
} as const;

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
];

function toRow({ id, shopId, version, batchId, order }: HeldOrder): Row {
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
  ];
}

function toOrder(row: Row, lines: readonly OrderLine[]): HeldOrder {
  const [id, shopId, , orderNumber, stage, status, refunded, currency, orderedOn, paidOn, shippedOn, completedOn] = row;
  const [receivable, credited, version, batchId, sourceRow] = row.slice(12) as [Amount, Amount, number, string, number];
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
    lines,
    sourceRow,
  };
  return { id, shopId, version, batchId, order };
}

/** Every order whose number, as it is compared, is one of the keys. */
export async function ordersByKey(tx: Statements, keys: readonly MatchKey[]): Promise<HeldOrder[]> {
  const bindings = [JSON.stringify(keys), tx.company];
  const names = Object.keys(columns).map((name) => `t.${name}`);
  const rows = await tx.select<Row>(names, byKey(tx, 'orders'), bindings);
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
  await tx.insert('orders', columns, orders.map(toRow));
  await insertLines(tx, orders);
}

const lineColumns = {
  order_id: 'integer',
  line_no: 'integer',
  sku: 'text',
  name: 'text',
  quantity: 'integer',
  returned: 'integer',
  unit_price: 'integer',
} as const;

async function insertLines(tx: Statements, orders: readonly HeldOrder[]): Promise<void> {
  const rows = orders.flatMap(({ id, order }) =>
    order.lines.map((line, index) => [id, index, line.sku, line.name, line.quantity, line.returned, line.unitPrice]),
  );
  await tx.insert('order_lines', lineColumns, rows);
}

export interface Replacement {
  readonly held: HeldOrder;
  readonly next: HeldOrder;
}

/** Puts newer snapshots in the place of held ones, which are kept as versions. */
export async function replaceOrders(tx: Statements, replacements: readonly Replacement[], at: string): Promise<void> {
  if (replacements.length === 0) return;
  await insertVersions(tx, replacements, at);
  const kept = ['id', 'shop_id', 'match_key', 'order_number'];
  const changes = Object.keys(columns).filter((name) => !kept.includes(name));
  const rows = JSON.stringify(replacements.map(({ next }) => toRow(next)));
  await tx.run(
    `UPDATE orders SET ${changes.map((name) => `${name} = s.${name}`).join(', ')}
     FROM ${tx.source(columns)} s WHERE orders.company_id = ? AND orders.id = s.id`,
    [rows, tx.company],
  );
  await tx.run(
    `DELETE FROM order_lines WHERE company_id = ? AND order_id IN (SELECT id FROM ${tx.source({ id: 'integer' })} s)`,
    [tx.company, JSON.stringify(replacements.map(({ held }) => [held.id]))],
  );
  await insertLines(
    tx,
    replacements.map(({ next }) => next),
  );
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
