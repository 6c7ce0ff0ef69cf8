// Sources as the sheets at hand show them. The books remember the row of the first import; a sheet that was sorted since
// keeps its content, so its rows are found again by order number and row identity.
import type { ReconcileResult } from '../api.ts';
import { orderNumberAndIdentity, type Source } from '../reconcile/account.ts';
import type { PushedRows } from './imported-file.ts';

/** The result with every source that lies in one of the pushed sheets set to the row where it stands now. */
export function locateRows(
  result: ReconcileResult,
  pushed: readonly Pick<PushedRows, 'header' | 'rows'>[],
): ReconcileResult {
  const orders = new Map<string, Source>();
  const lines = new Map<string, Source>();
  for (const { header, rows } of pushed) {
    const put = (places: Map<string, Source>, key: string, row: number) =>
      places.set(inShop(header.shop.name, key), { row, ...header.source });
    if (rows.kind === 'orders') for (const order of rows.orders) put(orders, order.orderNumber, order.sourceRow);
    else for (const line of rows.lines) put(lines, orderNumberAndIdentity(line), line.sourceRow);
  }
  return {
    ...result,
    orders: result.orders.map((order) => {
      return { ...order, source: orders.get(inShop(order.shop, order.orderNumber)) ?? order.source };
    }),
    unlinked: result.unlinked.map((line) => {
      return { ...line, source: lines.get(inShop(line.shop, withoutShop(line.lineKey))) ?? line.source };
    }),
  };
}

const inShop = (shop: string, key: string) => `${shop}\u001f${key}`;

/** A line key is shop, order number and identity. */
const withoutShop = (lineKey: string) => lineKey.slice(lineKey.indexOf('\u001f') + 1);
