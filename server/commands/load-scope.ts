// What one run looks at: the orders and payout lines of the given sheets, and all that may belong to them by order
// number, with what the books already hold of each.
import type { BatchHeader } from '../../core/api.ts';
import { type Amount, ZERO } from '../../core/money.ts';
import { sideTotal } from '../../core/payout.ts';
import {
  type BatchFacts,
  type Documented,
  type HeldMatch as AccountMatch,
  type LineAccount,
  lineKey,
  type OrderAccount,
  orderKey,
  partsOfOrderKey,
  type Source,
} from '../../core/reconcile/account.ts';
import { normalOrderNumber } from '../../core/reconcile/order-number.ts';
import { ApiError } from '../api-error.ts';
import { type Batch, findBatch, headersOf } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { type ImportRow, listImportRows } from '../store/import-rows.ts';
import { listConfirmations } from '../store/mapping-versions.ts';
import { type HeldMatch, matchesOfLines } from '../store/matches.ts';
import { keysOfBatches, type MatchKey } from '../store/match-keys.ts';
import { type HeldOrder, keysOfAliases, keysOfOpenOrders, ordersByKey } from '../store/orders.ts';
import { type HeldLine, linesByKey, matchKeyOf, nonOrderLines } from '../store/payout-lines.ts';
import { basesOfReceivables } from '../store/receivables.ts';
import { type PostedReceipt, receiptsOfLines } from '../store/receipts.ts';
import { documentedByOrder, type PostedSale, salesOfOrders } from '../store/sales-documents.ts';
import { listShops, type Shop } from '../store/shops.ts';
import { type HeldMovement, movementsOfOrders } from '../store/stock.ts';
import { type PostedVoucher, vouchersOfDocuments } from '../store/vouchers.ts';
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
  /** Order keys that payout lines were linked to by hand. */
  readonly linkedByHand: readonly string[];
}

export async function loadScope(tx: Statements, asked: Asked): Promise<Scope> {
  const batches = await loadBatches(tx, asked.batchIds);
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, shop]));
  const numberless = await nonOrderLines(tx, payoutSubjects(batches));
  const keys = await keysInScope(tx, asked, numberless, shops);
  const orders = await ordersByKey(tx, keys);
  const held = linesInScope([...(await linesByKey(tx, keys)), ...numberless], orders, batches);
  const lineIds = held.map((line) => line.id);
  const matches = await matchesOfLines(tx, lineIds);
  const receipts = await receiptsOfLines(tx, lineIds);
  const orderIds = orders.map((order) => order.id);
  const movements = await movementsOfOrders(tx, orderIds);
  const sales = await salesOfOrders(tx, orderIds);
  const vouchers = await vouchersOf(tx, sales, receipts);
  const bases = await basesOfReceivables(tx, orderIds);
  const headers = await headersOf(tx, [...new Set([...orders, ...held].map((one) => one.batchId))]);
  const unconfirmed = await stillUnconfirmed(tx, headers);
  const frame = new Frame(batches, shops, { headers, unconfirmed }, asked.approved);
  const orderAccounts = frame.orderAccounts(orders, { movements, documented: documentedByOrder(sales), bases });
  const keyOfOrder = new Map(orderAccounts.map(({ id, key }) => [id, key]));
  const lines = frame.lineAccounts(held, matches, new BookingIndex(receipts), keyOfOrder);
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

/** More open orders than these make no proof that a group of them is the only one. */
const CANDIDATES_MAX = 2_000;

/**
 * The keys of the sheets' own rows, of orders that answer to them by another number, of orders linked by hand, and,
 * where payouts name no order, of the shops' open orders.
 */
async function keysInScope(
  tx: Statements,
  { batchIds, linkedByHand }: Asked,
  numberless: readonly HeldLine[],
  shops: ReadonlyMap<number, Shop>,
): Promise<MatchKey[]> {
  const own = await keysOfBatches(tx, batchIds);
  const paying = numberless.filter(({ line }) => sideTotal(line, 'principal') > 0);
  const shopIds = [...new Set(paying.map(({ shopId }) => shopId))];
  const all = [
    ...own,
    ...(await keysOfAliases(tx, own)),
    ...keysOfHand(linkedByHand, shops),
    ...(shopIds.length === 0 ? [] : await keysOfOpenOrders(tx, shopIds, CANDIDATES_MAX)),
  ];
  return [...new Map(all.map((key) => [key.join(' '), key])).values()];
}

function keysOfHand(orderKeys: readonly string[], shops: ReadonlyMap<number, Shop>): MatchKey[] {
  const ids = new Map([...shops.values()].map((shop) => [shop.key, shop.id]));
  return orderKeys.flatMap((key): MatchKey[] => {
    const { shop, orderNumber } = partsOfOrderKey(key);
    const id = ids.get(shop);
    return id === undefined ? [] : [[id, normalOrderNumber(orderNumber)]];
  });
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
  const known = new Set(
    orders.flatMap(({ shopId, order }) =>
      [order.orderNumber, ...(order.aliases ?? [])].map((number) => `${shopId} ${normalOrderNumber(number)}`),
    ),
  );
  return lines.filter(({ id, shopId, line }) => wanted.has(id) || known.has(`${shopId} ${matchKeyOf(line)}`));
}

const NOTHING_DOCUMENTED: Documented = { sold: ZERO, credited: ZERO, collected: ZERO, collectedBase: null };

/** What the books already hold of orders, by id. */
interface OrderBookings {
  readonly movements: readonly HeldMovement[];
  readonly documented: ReadonlyMap<number, Documented>;
  readonly bases: ReadonlyMap<number, Amount>;
}

/** The imports that rows came with. */
interface Imports {
  readonly headers: ReadonlyMap<string, BatchHeader>;
  readonly unconfirmed: ReadonlySet<string>;
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

  orderAccounts(orders: readonly HeldOrder[], { movements, documented, bases }: OrderBookings): Scope['orders'] {
    const moved = new Map<number, HeldMovement[]>();
    for (const movement of movements) moved.set(movement.orderId, [...(moved.get(movement.orderId) ?? []), movement]);
    return orders.map(({ id, shopId, batchId, order }) => {
      const { key: shop, platform } = must(this.shops, shopId);
      const source = this.placed.orders.get(id) ?? { row: order.sourceRow, ...this.header(batchId).source };
      return {
        id,
        key: orderKey(shop, order.orderNumber),
        shop,
        platform,
        order,
        source,
        documented: documented.get(id) ?? NOTHING_DOCUMENTED,
        receivableBase: bases.get(id) ?? null,
        moved: moved.get(id) ?? [],
      };
    });
  }

  lineAccounts(
    lines: readonly HeldLine[],
    matches: ReadonlyMap<number, readonly HeldMatch[]>,
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
