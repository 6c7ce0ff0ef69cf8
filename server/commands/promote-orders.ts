// Held order rows become orders. An export is a snapshot: a newer one replaces the order as a whole and the old one is
// kept; one in which an order goes back stays out as older, unless a person says that it is the newest, and so does one in
// another currency.
import { type Order, ORDER_STAGES } from '../../core/order.ts';
import { normalOrderNumber } from '../../core/reconcile/order-number.ts';
import type { Batch } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import type { ImportRow } from '../store/import-rows.ts';
import { ZERO } from '../../core/money.ts';
import { nextId } from '../store/next-id.ts';
import { type HeldOrder, insertOrders, ordersByKey, type Replacement, replaceOrders } from '../store/orders.ts';
import { checkRows } from './check-rows.ts';

const MANY = 1_000;

export async function promoteOrders(
  tx: Statements,
  batch: Batch,
  orders: readonly Order[],
  now: string,
): Promise<ImportRow[]> {
  checkRows(
    batch,
    orders,
    (order) => order.orderNumber,
    (order) => Math.max(1, order.lines.length),
  );
  const held = await heldByNumber(tx, batch.shopId, orders);
  let id = await nextId(tx, 'orders');
  const fresh: HeldOrder[] = [];
  const replacements: Replacement[] = [];
  const rows = orders.map((order): ImportRow => {
    const known = held.get(order.orderNumber);
    if (known === undefined) {
      const created = { id: id++, shopId: batch.shopId, version: 1, batchId: batch.id, order };
      fresh.push(created);
      return { sourceRow: order.sourceRow, subjectId: created.id, outcome: 'created', fields: [], net: ZERO };
    }
    const { outcome, fields } = compare(order, known.order, batch.header.newest === true);
    if (outcome === 'replaced') {
      replacements.push({ held: known, next: { ...known, version: known.version + 1, batchId: batch.id, order } });
    }
    return { sourceRow: order.sourceRow, subjectId: known.id, outcome, fields, net: ZERO };
  });
  await insertOrders(tx, fresh);
  await replaceOrders(tx, replacements, now);
  if (fresh.length >= MANY) await tx.analyze(['orders', 'order_lines']);
  return rows;
}

async function heldByNumber(tx: Statements, shopId: number, orders: readonly Order[]): Promise<Map<string, HeldOrder>> {
  const keys = new Set(orders.map((order) => normalOrderNumber(order.orderNumber)));
  const held = await ordersByKey(
    tx,
    [...keys].map((key) => [shopId, key]),
  );
  return new Map(held.map((known) => [known.order.orderNumber, known]));
}

function compare(order: Order, held: Order, isNewest: boolean): Pick<ImportRow, 'outcome' | 'fields'> {
  if (order.currency !== held.currency) return { outcome: 'conflict', fields: ['currency'] };
  if (contentOf(order) === contentOf(held)) return { outcome: 'unchanged', fields: [] };
  const goesBack = ORDER_STAGES.indexOf(order.stage) < ORDER_STAGES.indexOf(held.stage);
  return goesBack && !isNewest ? { outcome: 'conflict', fields: ['stage'] } : { outcome: 'replaced', fields: [] };
}

/** All but the order's place in its sheet. */
function contentOf(order: Order): string {
  const {
    stage,
    status,
    refunded,
    orderedOn,
    paidOn,
    shippedOn,
    completedOn,
    receivable,
    credited,
    parts = {},
    aliases = [],
  } = order;
  const lines = order.lines.map(({ sku, name, quantity, returned, unitPrice }) => [
    sku,
    name,
    quantity,
    returned,
    unitPrice,
  ]);
  return JSON.stringify([
    stage,
    status,
    refunded,
    orderedOn,
    paidOn,
    shippedOn,
    completedOn,
    receivable,
    credited,
    lines,
    Object.entries(parts).sort(),
    aliases,
  ]);
}
