// From the documents of a run to bookings on receivables: sales documents open and credit them, receipts clear them. Only
// orders of the run: a receipt may also book orders that the run did not look at.
import type { ReconcileResult } from '../api.ts';
import { type Amount, add, negate, portion, subtract, ZERO } from '../money.ts';
import type { Receipt } from '../receipt.ts';
import { partsOfOrderKey } from '../reconcile/account.ts';
import { orderOfOwnKey } from '../reconcile/bad-debt.ts';
import type { OrderOutcome } from '../reconcile/outcome.ts';
import type { SalesDocument } from '../sales-document.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { OpenItem } from './open-items.ts';

/** What of an entry its order says. */
export type EntryPlace = Pick<LedgerEntry, 'platform' | 'shop' | 'customer' | 'currency' | 'orderKey' | 'orderNumber'>;

/** The customer is the shop: the platform owes, not the buyer. */
export function placeOfOrder({ orderKey, orderNumber, shop, currency }: OrderOutcome): EntryPlace {
  const key = partsOfOrderKey(orderKey).shop;
  const platform = key.endsWith(`/${shop}`) ? key.slice(0, -shop.length - 1) : key;
  return { platform, shop, customer: shop, currency, orderKey, orderNumber };
}

/** In the order of the documents. Without a base currency an amount stands for itself in both. */
export function entriesOfRun({
  orders,
  sales,
  receipts,
}: Pick<ReconcileResult, 'orders' | 'sales' | 'receipts'>): LedgerEntry[] {
  const places = new Map(orders.map((order) => [order.orderKey, placeOfOrder(order)]));
  const givenUp = new GivenUp();
  const entries: LedgerEntry[] = [];
  for (const sale of sales) {
    const place = places.get(sale.orderKey);
    if (place !== undefined) entries.push(saleEntry(sale, place));
  }
  for (const receipt of receipts) {
    if (receipt.allocations.some(({ target }) => target === 'writeOff')) {
      entries.push(...entriesWithWriteOff(receipt, places, givenUp));
    } else pushEntries(entries, receipt, places);
  }
  return entries;
}

type Booking = Pick<LedgerEntry, 'kind' | 'on' | 'number' | 'amount' | 'baseAmount'>;

/** Field by field: spreading a place takes several times as long, and there may be a hundred thousand. */
function entryAt(place: EntryPlace, { kind, on, number, amount, baseAmount }: Booking): LedgerEntry {
  const { platform, shop, customer, currency, orderKey, orderNumber } = place;
  return { platform, shop, customer, currency, orderKey, orderNumber, kind, on, number, amount, baseAmount };
}

function saleEntry({ kind, number, documentOn: on, amount, base }: SalesDocument, place: EntryPlace): LedgerEntry {
  const valued = base?.amount ?? amount;
  if (kind === 'sale') return entryAt(place, { kind, on, number, amount, baseAmount: valued });
  return entryAt(place, { kind, on, number, amount: negate(amount), baseAmount: negate(valued) });
}

/** A receipt that gives nothing up: each allocation to a receivable is an entry. */
function pushEntries(entries: LedgerEntry[], receipt: Receipt, places: ReadonlyMap<string, EntryPlace>): void {
  const { number, receivedOn: on, allocations, base } = receipt;
  for (let at = 0; at < allocations.length; at += 1) {
    const allocation = allocations[at];
    if (allocation === undefined || allocation.target !== 'receivable' || allocation.orderKey === null) continue;
    const place = places.get(allocation.orderKey);
    if (place === undefined) continue;
    const { amount } = allocation;
    const kind = kindOf(amount, receipt);
    const baseAmount = negate(base?.allocations[at] ?? amount);
    entries.push(entryAt(place, { kind, on, number, amount: negate(amount), baseAmount }));
  }
}

/**
 * A transfer moves money that was booked before: nothing came in by it, nothing went back. A reversal is of the kind of what
 * it takes back.
 */
function kindOf(money: Amount, { kind, reverses }: Receipt): 'receipt' | 'refund' | 'adjustment' {
  if (kind === 'transfer') return 'adjustment';
  return (reverses === null ? money < 0 : money > 0) ? 'refund' : 'receipt';
}

/** What one receipt does to one order's receivable by one payout line. */
interface Clearing {
  readonly place: EntryPlace;
  /** What is given up: a rest beside money that came (尾差), or on the order's own entry (呆帳). */
  readonly kind: 'writeOff' | 'badDebt';
  amount: Amount;
  base: Amount;
  /** The part of `amount` that is not paid. */
  givenUp: Amount;
}

function entriesWithWriteOff(
  receipt: Receipt,
  places: ReadonlyMap<string, EntryPlace>,
  givenUp: GivenUp,
): LedgerEntry[] {
  const clearings = new Map<string, Clearing>();
  receipt.allocations.forEach(({ lineKey, orderKey, target, amount }, at) => {
    const place = orderKey === null ? undefined : places.get(orderKey);
    if (place === undefined || (target !== 'receivable' && target !== 'writeOff')) return;
    const key = `${lineKey}\u001e${place.orderKey}`;
    const kind = orderOfOwnKey(lineKey) === null ? 'writeOff' : 'badDebt';
    const clearing = clearings.get(key) ?? { place, kind, amount: ZERO, base: ZERO, givenUp: ZERO };
    clearings.set(key, clearing);
    if (target === 'writeOff')
      clearing.givenUp = add(clearing.givenUp, givenUp.change(`${kind} ${place.orderKey}`, amount));
    else {
      clearing.amount = add(clearing.amount, amount);
      clearing.base = add(clearing.base, receipt.base?.allocations[at] ?? amount);
    }
  });
  return [...clearings.values()].flatMap((clearing) => entriesOfClearing(receipt, clearing));
}

/** Money and what was given up are two entries: a closed order says which of them closed it. */
function entriesOfClearing(receipt: Receipt, { place, kind: given, amount, base, givenUp }: Clearing): LedgerEntry[] {
  const { number, receivedOn: on } = receipt;
  const money = subtract(amount, givenUp);
  const baseGivenUp = amount === givenUp ? base : shareOf(base, givenUp, amount, receipt);
  const parts: readonly [LedgerEntry['kind'], Amount, Amount][] = [
    [kindOf(money, receipt), money, subtract(base, baseGivenUp)],
    [given, givenUp, baseGivenUp],
  ];
  return parts
    .filter(([, value, valueInBase]) => value !== 0 || valueInBase !== 0)
    .map(([kind, value, valueInBase]) =>
      entryAt(place, { kind, on, number, amount: negate(value), baseAmount: negate(valueInBase) }),
    );
}

function shareOf(base: Amount, part: Amount, whole: Amount, { base: kept }: Receipt): Amount {
  if (kept === null) return part;
  return whole === 0 ? ZERO : portion(base, part, whole, kept.currency);
}

/**
 * How much of each order's receivable is given up so far, 尾差 and 呆帳 each by itself. A write-off that is kept (money too much) clears no receivable,
 * so an allocation alone does not tell which it is; the sum does, as it does for the engine.
 */
class GivenUp {
  private readonly written = new Map<string, Amount>();

  /** @returns what the allocation clears of the receivable */
  change(account: string, allocated: Amount): Amount {
    const before = this.written.get(account) ?? ZERO;
    const after = subtract(before, allocated);
    this.written.set(account, after);
    return subtract(clears(after), clears(before));
  }
}

const clears = (written: Amount) => (written > 0 ? written : ZERO);

/** Σ what the entries leave open, in their own and in base currency, by order key. */
export function openByOrder(entries: readonly LedgerEntry[]): Map<string, Pick<OpenItem, 'open' | 'baseOpen'>> {
  const sums = new Map<string, { open: Amount; baseOpen: Amount }>();
  for (const { orderKey, amount, baseAmount } of entries) {
    const own = sums.get(orderKey);
    if (own === undefined) sums.set(orderKey, { open: amount, baseOpen: baseAmount });
    else {
      own.open = add(own.open, amount);
      own.baseOpen = add(own.baseOpen, baseAmount);
    }
  }
  return sums;
}
