// The answer of a run: the plan's outcomes with the receipts and movements now in the books, shops by their names.
import type { Conservation, ReconcileResult } from '../../core/api.ts';
import { compareText } from '../../core/compare-text.ts';
import { concernsOrder } from '../../core/payout.ts';
import type { Receipt } from '../../core/receipt.ts';
import { lineKey, orderKey, type Source } from '../../core/reconcile/account.ts';
import { ownKey } from '../../core/reconcile/bad-debt.ts';
import type { ReconcilePlan } from '../../core/reconcile/plan.ts';
import type { StockMovement } from '../../core/stock.ts';
import type { Statements } from '../store/database.ts';
import { orderNumbers } from '../store/orders.ts';
import { lineIdentities } from '../store/payout-lines.ts';
import type { PostedReceipt } from '../store/receipts.ts';
import type { Shop } from '../store/shops.ts';
import type { HeldMovement } from '../store/stock.ts';
import { BookingIndex } from './booking-index.ts';
import { must, ownEntryId, type Scope } from './load-scope.ts';
import { proveConservation, type RowFate } from './prove-conservation.ts';

/** By the sheets in the order in which they were named, then by row; rows of other sheets come last. */
function bySource(scope: Scope): (left: { source: Source }, right: { source: Source }) => number {
  const places = new Map(scope.batches.map(({ header }, index) => [sheetOf(header.source), index]));
  const rank = (source: Source) => places.get(sheetOf(source)) ?? places.size;
  return ({ source: left }, { source: right }) =>
    rank(left) - rank(right) || compareText(sheetOf(left), sheetOf(right)) || left.row - right.row;
}

const sheetOf = ({ file, sheet }: Pick<Source, 'file' | 'sheet'>) => `${file}\u001f${sheet}`;

export function presentOutcomes(plan: ReconcilePlan, scope: Scope): Pick<ReconcileResult, 'orders' | 'unlinked'> {
  const names = new Map([...scope.shops.values()].map((shop) => [shop.key, shop.name]));
  const named = <T extends { readonly shop: string }>(one: T) => ({ ...one, shop: must(names, one.shop) });
  return {
    orders: [...plan.orders].sort(bySource(scope)).map(named),
    unlinked: [...plan.unlinked].sort(bySource(scope)).map(named),
  };
}

/** Receipts oldest first, with core's keys in the place of ids. Whole ones: they may name lines beyond the scope. */
export async function presentReceipts(
  tx: Statements,
  receipts: readonly PostedReceipt[],
  scope: Scope,
): Promise<Receipt[]> {
  const numbers = new Map(receipts.map(({ id, number }) => [id, number]));
  const orders = await orderKeys(tx, receipts, scope);
  const lines = await lineKeys(tx, receipts, scope, orders);
  return [...receipts]
    .sort((left, right) => compareText(left.receivedOn, right.receivedOn) || left.id - right.id)
    .map((receipt) => ({
      number: receipt.number,
      shop: must(scope.shops, receipt.shopId).name,
      kind: receipt.kind,
      receivedOn: receipt.receivedOn,
      currency: receipt.currency,
      lineKeys: receipt.lineIds.map((id) => must(lines, id)),
      cash: receipt.cash,
      deductions: [...receipt.deductions],
      base: receipt.base,
      reverses: receipt.reverses === null ? null : (numbers.get(receipt.reverses) ?? null),
      allocations: receipt.allocations.map(({ lineId, orderId, target, feeType, amount }) => {
        return {
          lineKey: must(lines, lineId),
          orderKey: orderId === null ? null : must(orders, orderId),
          target,
          feeType,
          amount,
        };
      }),
    }));
}

async function lineKeys(
  tx: Statements,
  receipts: readonly PostedReceipt[],
  scope: Scope,
  orders: ReadonlyMap<number, string>,
) {
  const keys = new Map(scope.lines.map(({ id, key }) => [id, key]));
  const named = receipts.flatMap((one) => [...one.lineIds, ...one.allocations.map((part) => part.lineId)]);
  const unknown = [...new Set(named)].filter((id) => !keys.has(id));
  for (const id of unknown) if (id < 0) keys.set(id, ownKey(must(orders, ownEntryId(id))));
  const beyond = unknown.filter((id) => id > 0);
  for (const [id, shopId, orderNumber, identity] of beyond.length ? await lineIdentities(tx, beyond) : []) {
    keys.set(id, lineKey(shopKey(scope, shopId), { orderNumber: orderNumber || null, identity }));
  }
  return keys;
}

async function orderKeys(tx: Statements, receipts: readonly PostedReceipt[], scope: Scope) {
  const keys = new Map(scope.orders.map(({ id, key }) => [id, key]));
  const named = receipts.flatMap((one) => one.allocations.flatMap((part) => part.orderId ?? []));
  const beyond = [...new Set(named)].filter((id) => !keys.has(id));
  for (const [id, shopId, orderNumber] of beyond.length ? await orderNumbers(tx, beyond) : []) {
    keys.set(id, orderKey(shopKey(scope, shopId), orderNumber));
  }
  return keys;
}

const shopKey = (scope: Scope, id: number) => must<number, Shop>(scope.shops, id).key;

export function presentMovements(movements: readonly HeldMovement[], scope: Scope): StockMovement[] {
  const orders = new Map(scope.orders.map(({ id, order, shop }) => [id, { number: order.orderNumber, shop }]));
  const names = new Map([...scope.shops.values()].map((shop) => [shop.key, shop.name]));
  return movements.map(({ orderId, sku, cause, quantity, movedOn }) => {
    const { number, shop } = must(orders, orderId);
    return { shop: must(names, shop), orderNumber: number, sku, cause, quantity, movedOn };
  });
}

export function presentConservation(receipts: readonly PostedReceipt[], scope: Scope): Conservation[] {
  const bookings = new BookingIndex(receipts);
  const lines = new Map(scope.lines.map((line) => [line.id, line]));
  const files = scope.batches.map(({ id, header, rows }) => {
    if (header.kind === 'orders') return { header, rows: [] };
    const fates = rows.map(({ subjectId, outcome, net }): RowFate => {
      const { line, batch } = must(lines, subjectId);
      const namesOrder = concernsOrder(line);
      const booked = bookings.totalOf(subjectId);
      return { net, conflict: outcome === 'conflict', broughtEarlier: batch.id !== id, namesOrder, booked };
    });
    return { header, rows: fates };
  });
  return proveConservation(files);
}
