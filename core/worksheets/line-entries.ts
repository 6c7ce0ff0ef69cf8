// Every payout row of the files with what became of it: the ledger behind the conservation proof.
import type { ReconcileResult } from '../api.ts';
import type { BusinessDate } from '../business-date.ts';
import { type Amount, add, type Currency, subtract, ZERO } from '../money.ts';
import type { PayoutLine } from '../payout.ts';
import type { Receipt } from '../receipt.ts';
import { lineKey, type Source } from '../reconcile/account.ts';
import type { Headline, OrderOutcome } from '../reconcile/outcome.ts';
import { type Booking, type Bookings, bookingsOf } from './bookings.ts';
import type { LineUse } from './labels.ts';
import type { ResultContext, ResultFile } from './result-context.ts';

/** One payout row with its booking, or a booking of a row that is not in these files. */
export interface LineEntry {
  readonly use: LineUse;
  readonly shop: string;
  readonly currency: Currency;
  readonly orderNumber: string | null;
  readonly paidOutOn: BusinessDate;
  /** Null for bookings of rows that are not in these files. */
  readonly net: Amount | null;
  readonly applied: Amount;
  readonly onHold: Amount;
  /** applied + onHold − net: what the platform kept. Null when no receipt books the row. */
  readonly deductions: Amount | null;
  readonly receiptNumber: string | null;
  /** The state of the row's order; null when it concerns none. */
  readonly headline: Headline | null;
  readonly source: Source | null;
}

/** The answer's facts, by line. */
interface Facts {
  readonly orderOfLine: ReadonlyMap<string, OrderOutcome>;
  readonly orders: ReadonlyMap<string, OrderOutcome>;
  readonly bookings: Bookings;
  /** Payout receipts by shop, day and currency: rows that are nothing but fees are in one, yet allocate nothing. */
  readonly receiptsOfDay: ReadonlyMap<string, readonly Receipt[]>;
}

/** Rows of the files in their order, then bookings of earlier rows that the same receipts hold. */
export function lineEntries(result: ReconcileResult, context: ResultContext): LineEntry[] {
  const facts = factsOf(result);
  const seen = new Set<string>();
  const own = context.files.flatMap((file) => entriesOfFile(file, facts, seen));
  return [...own, ...earlierEntries(facts, seen)];
}

function factsOf({ orders, receipts }: ReconcileResult): Facts {
  const receiptsOfDay = new Map<string, Receipt[]>();
  for (const receipt of receipts.filter(({ kind }) => kind === 'payout')) {
    const key = dayKey(receipt.shop, receipt.receivedOn, receipt.currency);
    receiptsOfDay.set(key, [...(receiptsOfDay.get(key) ?? []), receipt]);
  }
  return {
    orderOfLine: new Map(orders.flatMap((order) => order.lineKeys.map((key) => [key, order] as const))),
    orders: new Map(orders.map((order) => [order.orderKey, order])),
    bookings: bookingsOf(receipts),
    receiptsOfDay,
  };
}

const dayKey = (shop: string, day: BusinessDate, currency: Currency) => [shop, day, currency].join('\u001f');

function entriesOfFile(file: ResultFile, facts: Facts, seen: Set<string>): LineEntry[] {
  const conflicts = new Set(file.problems.filter(({ code }) => code === 'CONFLICT').map(({ row }) => row));
  return file.lines.flatMap((line) => {
    const key = lineKey(file.shop, line);
    if (conflicts.has(line.sourceRow)) return [unbooked(file, line, 'conflict')];
    if (seen.has(key)) return [unbooked(file, line, 'duplicate')];
    seen.add(key);
    return bookedEntries(file, line, key, facts);
  });
}

function unbooked(file: ResultFile, line: PayoutLine, use: LineUse): LineEntry {
  const { shop, sheet } = file;
  const { currency, orderNumber, paidOutOn, net, sourceRow } = line;
  const nothing = { applied: ZERO, onHold: ZERO, deductions: null, receiptNumber: null, headline: null };
  const source = { file: file.file, sheet, row: sourceRow };
  return { use, shop, currency, orderNumber, paidOutOn, net, ...nothing, source };
}

function bookedEntries(file: ResultFile, line: PayoutLine, key: string, facts: Facts): LineEntry[] {
  const bookings = facts.bookings.get(key) ?? [];
  const first = bookings.find(({ receipt }) => receipt.kind === 'payout');
  const order = facts.orderOfLine.get(key);
  const applied = first?.applied ?? ZERO;
  const onHold = first?.onHold ?? ZERO;
  const receipt = first?.receipt ?? onlyReceiptOfDay(file.shop, line, facts);
  const row: LineEntry = {
    ...unbooked(file, line, useOf(line, order, applied, onHold)),
    applied,
    onHold,
    deductions: receipt && subtract(add(applied, onHold), line.net),
    receiptNumber: receipt?.number ?? null,
    headline: order?.headline ?? (line.orderNumber === null ? null : 'PAYOUT_WITHOUT_ORDER'),
  };
  const transfers = bookings.filter((booking) => booking.receipt.kind === 'transfer');
  return [row, ...transfers.map((booking) => ({ ...row, ...bookingFacts(booking), use: 'transfer' as const }))];
}

/** A linked row that cleared nothing and left money on hold is on hold: its order owes nothing (yet). */
function useOf(line: PayoutLine, order: OrderOutcome | undefined, applied: Amount, onHold: Amount): LineUse {
  if (order) return applied === 0 && onHold !== 0 ? 'suspense' : 'allocated';
  return line.orderNumber === null ? 'nonOrder' : 'suspense';
}

function onlyReceiptOfDay(shop: string, line: PayoutLine, { receiptsOfDay }: Facts): Receipt | null {
  const [receipt, another] = receiptsOfDay.get(dayKey(shop, line.paidOutOn, line.currency)) ?? [];
  return receipt && !another ? receipt : null;
}

function bookingFacts({ receipt, applied, onHold }: Booking) {
  return { net: null, applied, onHold, deductions: null, receiptNumber: receipt.number };
}

function earlierEntries({ bookings, orders }: Facts, seen: ReadonlySet<string>): LineEntry[] {
  return [...bookings].flatMap(([key, ofLine]) => {
    if (seen.has(key)) return [];
    return ofLine.map((booking): LineEntry => {
      const { receipt, orderKey } = booking;
      const order = orderKey === null ? undefined : orders.get(orderKey);
      return {
        use: receipt.kind === 'transfer' ? 'transfer' : 'earlier',
        shop: receipt.shop,
        currency: receipt.currency,
        orderNumber: order?.orderNumber ?? null,
        paidOutOn: receipt.receivedOn,
        ...bookingFacts(booking),
        headline: order?.headline ?? null,
        source: null,
      };
    });
  });
}
