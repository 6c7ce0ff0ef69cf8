// What one run looks at: the orders and payout lines of the given sheets, and all that may belong to them by order
// number, with what the books already hold of each.
import type { BatchHeader } from '../../core/api.ts';
import {
  type BatchFacts,
  type LineAccount,
  lineKey,
  type OrderAccount,
  orderKey,
  type Source,
} from '../../core/reconcile/account.ts';
import { ApiError } from '../api-error.ts';
import { type Batch, findBatch, headersOf } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { type ImportRow, listImportRows } from '../store/import-rows.ts';
import { type HeldMatch, matchesOfLines } from '../store/matches.ts';
import { keysOfBatches } from '../store/match-keys.ts';
import { type HeldOrder, ordersByKey } from '../store/orders.ts';
import { type HeldLine, linesByKey, matchKeyOf, nonOrderLines } from '../store/payout-lines.ts';
import { type PostedReceipt, receiptsOfLines } from '../store/receipts.ts';
import { listShops, type Shop } from '../store/shops.ts';
import { type HeldMovement, movementsOfOrders } from '../store/stock.ts';
import { BookingIndex } from './booking-index.ts';

interface ScopeBatch extends Batch {
  readonly rows: readonly ImportRow[];
}

/** Everything read for a run. Keys are core's, ids the database's. */
export interface Scope {
  readonly batches: readonly ScopeBatch[];
  readonly shops: ReadonlyMap<number, Shop>;
  readonly orders: readonly (OrderAccount & { readonly id: number })[];
  readonly lines: readonly (LineAccount & { readonly id: number })[];
  /** Whole receipts that already book a line of the scope. */
  readonly receipts: readonly PostedReceipt[];
  readonly movements: readonly HeldMovement[];
}

export async function loadScope(tx: Statements, batchIds: readonly string[]): Promise<Scope> {
  const batches = await loadBatches(tx, batchIds);
  const keys = await keysOfBatches(tx, batchIds);
  const orders = await ordersByKey(tx, keys);
  const held = linesInScope(
    [...(await linesByKey(tx, keys)), ...(await nonOrderLines(tx, payoutSubjects(batches)))],
    orders,
    batches,
  );
  const lineIds = held.map((line) => line.id);
  const matches = await matchesOfLines(tx, lineIds);
  const receipts = await receiptsOfLines(tx, lineIds);
  const movements = await movementsOfOrders(
    tx,
    orders.map((order) => order.id),
  );
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop]));
  const headers = await headersOf(tx, [...new Set([...orders, ...held].map((one) => one.batchId))]);
  const frame = new Frame(batches, shops, headers);
  const orderAccounts = frame.orderAccounts(orders, movements);
  const keyOfOrder = new Map(orderAccounts.map(({ id, key }) => [id, key]));
  const lines = frame.lineAccounts(held, matches, new BookingIndex(receipts), keyOfOrder);
  return { batches, shops, orders: orderAccounts, lines, receipts, movements };
}

async function loadBatches(tx: Statements, ids: readonly string[]): Promise<ScopeBatch[]> {
  const batches: ScopeBatch[] = [];
  for (const id of new Set(ids)) {
    const batch = await findBatch(tx, id);
    if (batch === null) throw new ApiError('BATCH_UNKNOWN');
    if (batch.state !== 'complete') throw new ApiError('BATCH_NOT_COMPLETE');
    batches.push({ ...batch, rows: await listImportRows(tx, id) });
  }
  return batches;
}

function payoutSubjects(batches: readonly ScopeBatch[]): number[] {
  const rows = batches.filter((batch) => batch.header.kind === 'payout').flatMap((batch) => batch.rows);
  return [...new Set(rows.map((row) => row.subjectId))];
}

/** Lines that no order is known for wait for their own sheet's run, unless this is it. */
function linesInScope(lines: HeldLine[], orders: HeldOrder[], batches: readonly ScopeBatch[]): HeldLine[] {
  const wanted = new Set(payoutSubjects(batches));
  const known = new Set(orders.map(({ shopId, order }) => `${shopId} ${matchKeyOf(order)}`));
  return lines.filter(({ id, shopId, line }) => wanted.has(id) || known.has(`${shopId} ${matchKeyOf(line)}`));
}

/** Turns held rows into accounts: names shops, and finds each row's place in the sheets at hand. */
class Frame {
  private readonly shops: ReadonlyMap<number, Shop>;
  private readonly headers: ReadonlyMap<string, BatchHeader>;
  private readonly placed = { orders: new Map<number, Source>(), payout: new Map<number, Source>() };

  constructor(
    batches: readonly ScopeBatch[],
    shops: ReadonlyMap<number, Shop>,
    headers: ReadonlyMap<string, BatchHeader>,
  ) {
    this.shops = shops;
    this.headers = headers;
    for (const { header, rows } of batches) {
      const places = this.placed[header.kind];
      for (const { subjectId, outcome, sourceRow } of rows) {
        if (outcome !== 'conflict' && !places.has(subjectId))
          places.set(subjectId, { ...header.source, row: sourceRow });
      }
    }
  }

  orderAccounts(orders: readonly HeldOrder[], movements: readonly HeldMovement[]): Scope['orders'] {
    const moved = new Map<number, HeldMovement[]>();
    for (const movement of movements) moved.set(movement.orderId, [...(moved.get(movement.orderId) ?? []), movement]);
    return orders.map(({ id, shopId, batchId, order }) => {
      const shop = this.shopKey(shopId);
      const source = this.placed.orders.get(id) ?? { ...this.header(batchId).source, row: order.sourceRow };
      return { id, key: orderKey(shop, order.orderNumber), shop, order, source, moved: moved.get(id) ?? [] };
    });
  }

  lineAccounts(
    lines: readonly HeldLine[],
    matches: ReadonlyMap<number, HeldMatch>,
    bookings: BookingIndex,
    keyOfOrder: ReadonlyMap<number, string>,
  ): Scope['lines'] {
    return lines.map(({ id, shopId, batchId, line }) => {
      const shop = this.shopKey(shopId);
      const match = matches.get(id);
      return {
        id,
        key: lineKey(shop, line),
        shop,
        line,
        source: this.placed.payout.get(id) ?? { ...this.header(batchId).source, row: line.sourceRow },
        batch: this.batchFacts(batchId),
        match: match ? { orderKey: must(keyOfOrder, match.orderId), pass: match.pass } : null,
        booked: bookings.bookedOf(id),
      };
    });
  }

  private batchFacts(id: string): BatchFacts {
    const { proof, paymentMode } = this.header(id);
    return { id, foots: proof?.state !== 'differs', paymentMode: paymentMode ?? 'single' };
  }

  private shopKey(id: number): string {
    return must(this.shops, id).key;
  }

  private header(id: string): BatchHeader {
    return must(this.headers, id);
  }
}

/** The books name it, so they hold it. @throws Error when they do not: a broken program. */
export function must<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the books name ${String(key)} and do not hold it`);
  return value;
}
