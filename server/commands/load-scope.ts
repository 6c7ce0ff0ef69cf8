// What one run looks at: the orders and payout lines of the given sheets, and all that may belong to them by order
// number, with what the books already hold of each.
import type { BatchHeader } from '../../core/api.ts';
import type { CompanySettings } from '../../core/company.ts';
import type { Amount } from '../../core/money.ts';
import {
  type BatchFacts,
  type Documented,
  type ExchangeFacts,
  type HeldMatch as AccountMatch,
  type LineAccount,
  lineKey,
  NO_EXCHANGE,
  type OrderAccount,
  orderKey,
  type Source,
} from '../../core/reconcile/account.ts';
import { exchangeOfOrders } from '../../core/reconcile/base-of-orders.ts';
import type { StatementVersion } from '../../core/reconcile/statement-versions.ts';
import { ApiError } from '../api-error.ts';
import { type Batch, findBatch, headersOf } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { type ImportRow, listImportRows } from '../store/import-rows.ts';
import { listConfirmations } from '../store/mapping-versions.ts';
import type { HeldMatch } from '../store/matches.ts';
import type { MatchKey } from '../store/match-keys.ts';
import type { HeldOrder } from '../store/orders.ts';
import type { HeldLine } from '../store/payout-lines.ts';
import { basesOfReceivables } from '../store/receivables.ts';
import { type PostedReceipt, receiptsOfLines } from '../store/receipts.ts';
import { documentedByOrder, NOTHING_DOCUMENTED, type PostedSale, salesOfOrders } from '../store/sales-documents.ts';
import { listShops, type Shop } from '../store/shops.ts';
import { type HeldMovement, movementsOfOrders } from '../store/stock.ts';
import { type PostedVoucher, vouchersOfDocuments } from '../store/vouchers.ts';
import { BookingIndex } from './booking-index.ts';
import { loadHeld } from './load-held.ts';
import { versionsOf } from './load-versions.ts';

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
  readonly sales: readonly PostedSale[];
  /** Vouchers of these receipts and sales documents. */
  readonly vouchers: readonly PostedVoucher[];
  readonly movements: readonly HeldMovement[];
}

/** What a run is asked to look at. */
export interface Asked {
  readonly batchIds: readonly string[];
  /** Keys of lines that wait and may be booked. */
  readonly approved: ReadonlySet<string>;
  /** Keys of orders with bookings beside their payout lines. */
  readonly badDebts: ReadonlySet<string>;
  /** Order keys that payout lines were linked to by hand. */
  readonly linkedByHand: readonly string[];
  /** Whose settings say which shops pay for which. */
  readonly company: CompanySettings;
  /** Further orders that cannot be judged without. */
  readonly further?: readonly MatchKey[];
}

export async function loadScope(tx: Statements, asked: Asked): Promise<Scope> {
  const batches = await loadBatches(tx, asked.batchIds);
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop]));
  const { orders, lines: held, matches } = await loadHeld(tx, { ...asked, shops, lineIds: payoutSubjects(batches) });
  const own = ownEntries(orders, shops, asked.badDebts);
  const receipts = await receiptsOfLines(tx, [...held.map((line) => line.id), ...own]);
  const orderIds = orders.map((order) => order.id);
  const movements = await movementsOfOrders(tx, orderIds);
  const sales = await salesOfOrders(tx, orderIds);
  const vouchers = await vouchersOf(tx, sales, receipts);
  const bases = await basesOfReceivables(tx, orderIds);
  const headers = await headersOf(tx, [...new Set([...orders, ...held].map((one) => one.batchId))]);
  const unconfirmed = await stillUnconfirmed(tx, headers);
  const frame = new Frame(batches, shops, { headers, unconfirmed }, asked.approved);
  const exchange = exchangeOfOrders(clearingsOf(receipts));
  const bookings = new BookingIndex(receipts);
  const documented = documentedByOrder(sales);
  const orderAccounts = frame.orderAccounts(orders, { movements, documented, bases, exchange, bookings });
  const keyOfOrder = new Map(orderAccounts.map(({ id, key }) => [id, key]));
  const versions = await versionsOf(
    tx,
    held.filter(({ id }) => bookings.totalOf(id) === null),
  );
  const lines = frame.lineAccounts(held, { matches, versions }, bookings, keyOfOrder);
  return { batches, shops, orders: orderAccounts, lines, receipts, sales, vouchers, movements };
}

/** Of the imports that came before somebody confirmed their mapping, those for which nobody has done so since. */
async function stillUnconfirmed(
  tx: Statements,
  headers: ReadonlyMap<string, BatchHeader>,
): Promise<ReadonlySet<string>> {
  const open = [...headers].filter(([, header]) => header.unconfirmed);
  if (open.length === 0) return new Set();
  const confirmed = await listConfirmations(tx);
  const isOpen = ({ mapping }: BatchHeader) =>
    !confirmed.some(({ id, version }) => id === mapping.id && version === mapping.version);
  return new Set(open.filter(([, header]) => isOpen(header)).map(([id]) => id));
}

async function vouchersOf(
  tx: Statements,
  sales: readonly PostedSale[],
  receipts: readonly PostedReceipt[],
): Promise<PostedVoucher[]> {
  const ids = (documents: readonly { readonly id: number }[]) => documents.map(({ id }) => id);
  const all = [
    ...(await vouchersOfDocuments(tx, 'sales', ids(sales))),
    ...(await vouchersOfDocuments(tx, 'receipt', ids(receipts))),
  ];
  return [...new Map(all.map((voucher) => [voucher.id, voucher])).values()].sort((left, right) => left.id - right.id);
}

/** Where an order's own entry stands among the ids of payout lines. */
export const ownEntryId = (orderId: number) => -orderId;

/** The own entries of those orders that ever had one. */
function ownEntries(orders: readonly HeldOrder[], shops: ReadonlyMap<number, Shop>, known: ReadonlySet<string>) {
  if (known.size === 0) return [];
  const keyOf = ({ shopId, order }: HeldOrder) => orderKey(must(shops, shopId).key, order.orderNumber);
  return orders.filter((order) => known.has(keyOf(order))).map(({ id }) => ownEntryId(id));
}

function payoutSubjects(batches: readonly ScopeBatch[]): number[] {
  const rows = batches.filter((batch) => batch.header.kind === 'payout').flatMap((batch) => batch.rows);
  return [...new Set(rows.map((row) => row.subjectId))];
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

/** What the books already hold of orders, by id. */
interface OrderBookings {
  readonly movements: readonly HeldMovement[];
  readonly documented: ReadonlyMap<number, Documented>;
  readonly bases: ReadonlyMap<number, Amount>;
  readonly exchange: ReadonlyMap<number, ExchangeFacts>;
  readonly bookings: BookingIndex;
}

/** Receipts as they clear orders, by id. */
function clearingsOf(receipts: readonly PostedReceipt[]) {
  return receipts.map(({ allocations, base }) => ({
    base,
    allocations: allocations.map(({ orderId, target, amount }) => ({ orderKey: orderId, target, amount })),
  }));
}

/** The imports that rows came with. */
interface Imports {
  readonly headers: ReadonlyMap<string, BatchHeader>;
  readonly unconfirmed: ReadonlySet<string>;
}

/** What else is known of lines, by id. */
interface LineFacts {
  readonly matches: ReadonlyMap<number, readonly HeldMatch[]>;
  readonly versions: ReadonlyMap<number, StatementVersion>;
}

/** Turns held rows into accounts: names shops, and finds each row's place in the sheets at hand. */
class Frame {
  private readonly shops: ReadonlyMap<number, Shop>;
  private readonly imports: Imports;
  private readonly approved: ReadonlySet<string>;
  private readonly placed = { orders: new Map<number, Source>(), payout: new Map<number, Source>() };

  constructor(
    batches: readonly ScopeBatch[],
    shops: ReadonlyMap<number, Shop>,
    imports: Imports,
    approved: ReadonlySet<string>,
  ) {
    this.shops = shops;
    this.imports = imports;
    this.approved = approved;
    for (const { header, rows } of batches) {
      const places = this.placed[header.kind];
      for (const { subjectId, outcome, sourceRow } of rows) {
        if (outcome !== 'conflict' && !places.has(subjectId))
          places.set(subjectId, { row: sourceRow, ...header.source });
      }
    }
  }

  orderAccounts(
    orders: readonly HeldOrder[],
    { movements, documented, bases, exchange, bookings }: OrderBookings,
  ): Scope['orders'] {
    const moved = new Map<number, HeldMovement[]>();
    for (const movement of movements) moved.set(movement.orderId, [...(moved.get(movement.orderId) ?? []), movement]);
    return orders.map(({ id, shopId, batchId, order }) => {
      const { key: shop, platform } = must(this.shops, shopId);
      const source = this.placed.orders.get(id) ?? { row: order.sourceRow, ...this.header(batchId).source };
      return {
        id,
        key: orderKey(shop, order.orderNumber),
        own: bookings.ownOf(id, orderKey(shop, order.orderNumber)),
        shop,
        platform,
        order,
        source,
        documented: documented.get(id) ?? NOTHING_DOCUMENTED,
        receivableBase: bases.get(id) ?? null,
        exchange: exchange.get(id) ?? NO_EXCHANGE,
        moved: moved.get(id) ?? [],
      };
    });
  }

  lineAccounts(
    lines: readonly HeldLine[],
    { matches, versions }: LineFacts,
    bookings: BookingIndex,
    keyOfOrder: ReadonlyMap<number, string>,
  ): Scope['lines'] {
    return lines.map(({ id, shopId, batchId, line }) => {
      const shop = this.shopKey(shopId);
      const key = lineKey(shop, line);
      const links = (matches.get(id) ?? []).map(({ orderId, pass, evidence, share }): AccountMatch => {
        return { orderKey: must(keyOfOrder, orderId), pass, evidence, share };
      });
      return {
        id,
        key,
        shop,
        line,
        source: this.placed.payout.get(id) ?? { row: line.sourceRow, ...this.header(batchId).source },
        batch: this.batchFacts(batchId),
        matches: links,
        booked: bookings.bookedOf(id, (orderId) => must(keyOfOrder, orderId)),
        approved: this.approved.has(key),
        version: versions.get(id) ?? null,
        depositedOn: null,
      };
    });
  }

  private batchFacts(id: string): BatchFacts {
    const { proof, paymentMode } = this.header(id);
    const unconfirmed = this.imports.unconfirmed.has(id);
    return { id, foots: proof?.state !== 'differs', unconfirmed, paymentMode: paymentMode ?? 'single' };
  }

  private shopKey(id: number): string {
    return must(this.shops, id).key;
  }

  private header(id: string): BatchHeader {
    return must(this.imports.headers, id);
  }
}

/** The books name it, so they hold it. @throws Error when they do not: a broken program. */
export function must<V>(map: readonly V[], key: number): V;
export function must<K, V>(map: ReadonlyMap<K, V>, key: K): V;
export function must<K, V>(map: ReadonlyMap<K, V> | readonly V[], key: K | number): V {
  const value = 'get' in map ? map.get(key as K) : map[key as number];
  if (value === undefined) throw new Error(`the books name ${String(key)} and do not hold it`);
  return value;
}
