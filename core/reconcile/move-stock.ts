// Stock movements of an order: what shipping and returns should have moved, less what is booked. Payouts move nothing.
import type { BusinessDate } from '../business-date.ts';
import { compareText } from '../compare-text.ts';
import { isShipped, type OrderLine } from '../order.ts';
import type { MovementCause, StockMovement } from '../stock.ts';
import type { OrderAccount } from './account.ts';
import { openDay } from './closed-periods.ts';
import { knownOn } from './issue-sales.ts';

/**
 * The movements still missing, so that booked + new = what the order says. A newer snapshot with other quantities gives
 * a correcting movement, dated as its sales documents are by the day on which it is known; the same snapshot gives none.
 */
export function moveStock(
  account: OrderAccount,
  asOf: BusinessDate,
  closedMonths: ReadonlySet<string>,
): StockMovement[] {
  const missing = wanted(account);
  for (const { sku, cause, quantity } of account.moved) adjust(missing, sku, cause, -quantity);
  const hasMoved = isMoved(account);
  return [...missing.values()]
    .filter((entry) => entry.quantity !== 0)
    .sort((left, right) => compareText(left.sku, right.sku) || compareText(right.cause, left.cause))
    .map((entry) => ({
      shop: account.shop,
      orderNumber: account.order.orderNumber,
      movedOn: openDay(hasMoved ? knownOn(account.documented, asOf) : dayOf(account, entry.cause, asOf), closedMonths),
      ...entry,
    }));
}

/** Whether movements of it stand, and not only pairs that took each other back. */
function isMoved({ moved }: OrderAccount): boolean {
  if (moved.length === 0) return false;
  const held = new Map<string, Entry>();
  for (const { sku, cause, quantity } of moved) adjust(held, sku, cause, quantity);
  return [...held.values()].some(({ quantity }) => quantity !== 0);
}

interface Entry {
  readonly sku: string;
  readonly cause: MovementCause;
  readonly quantity: number;
}

function wanted(account: OrderAccount): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  if (!isShipped(account.order)) return entries;
  for (const line of account.order.lines) addLine(entries, line);
  return entries;
}

function addLine(entries: Map<string, Entry>, line: OrderLine): void {
  adjust(entries, line.sku, 'shipped', -line.quantity);
  adjust(entries, line.sku, 'returned', line.returned);
}

function adjust(entries: Map<string, Entry>, sku: string, cause: MovementCause, change: number): void {
  const key = `${cause}\u001f${sku}`;
  entries.set(key, { sku, cause, quantity: (entries.get(key)?.quantity ?? 0) + change });
}

/** Goods leave on the day they shipped. The export prints no day of return: completion is the nearest it knows. */
function dayOf({ order }: OrderAccount, cause: MovementCause, asOf: BusinessDate): BusinessDate {
  if (cause === 'returned') return order.completedOn ?? asOf;
  return order.shippedOn ?? order.completedOn ?? order.orderedOn ?? asOf;
}
