// Every payout row of the files with what became of it: the ledger behind the conservation proof.
import type { ReconcileResult } from '../api.ts';
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, subtract, sum, ZERO } from '../money.ts';
import { concernsOrder, type PayoutLine } from '../payout.ts';
import { lineKey, type Source } from '../reconcile/account.ts';
import type { Headline, OrderOutcome } from '../reconcile/outcome.ts';
import type { Booking, Bookings } from './bookings.ts';
import type { LineUse } from './labels.ts';
import type { ResultContext, ResultFile } from './result-context.ts';

/** One payout row with its bookings, or the bookings of a row that is not in these files. */
export interface LineEntry {
  readonly use: LineUse;
  readonly shop: string;
  readonly currency: Currency;
  readonly orderNumber: string | null;
  readonly paidOutOn: BusinessDate;
  /** Null for rows that are not in these files. */
  readonly net: Amount | null;
  readonly applied: Amount;
  readonly onHold: Amount;
  /** On every other account: claims, reserves, tax withheld, write-offs. */
  readonly elsewhere: Amount;
  /** applied + onHold + elsewhere − net: what the platform kept. Null when no receipt books the row. */
  readonly deductions: Amount | null;
  /** Several when money on hold was applied later. */
  readonly receiptNumbers: readonly string[];
  /** The state of the row's order; null when it concerns none. */
  readonly headline: Headline | null;
  readonly source: Source | null;
}

/** The answer's facts, by key. */
interface Facts {
  readonly orderOfLine: ReadonlyMap<string, OrderOutcome>;
  readonly orders: ReadonlyMap<string, OrderOutcome>;
  readonly bookings: Bookings;
  /** Shop as it stands in keys, by sheet. */
  readonly shopKeys: ReadonlyMap<string, string>;
}

/** Rows of the files in their order, then rows of earlier files that the same receipts book. */
export function lineEntries(result: ReconcileResult, context: ResultContext, bookings: Bookings): LineEntry[] {
  const facts = factsOf(result, bookings);
  const seen = new Set<string>();
  const own = context.files.flatMap((file) => entriesOfFile(file, facts, seen));
  return [...own, ...earlierEntries(facts, seen)];
}

function factsOf({ orders, batches }: ReconcileResult, bookings: Bookings): Facts {
  return {
    orderOfLine: new Map(orders.flatMap((order) => order.lineKeys.map((key) => [key, order] as const))),
    orders: new Map(orders.map((order) => [order.orderKey, order])),
    bookings,
    shopKeys: new Map(
      batches.map(({ header: { source, shop } }) => [sheetKey(source), `${shop.platform}/${shop.name}`]),
    ),
  };
}

const sheetKey = ({ file, sheet }: Pick<Source, 'file' | 'sheet'>) => `${file}\u001f${sheet}`;

function entriesOfFile(file: ResultFile, facts: Facts, seen: Set<string>): LineEntry[] {
  const shop = facts.shopKeys.get(sheetKey(file)) ?? file.shop;
  const conflicts = new Set(file.problems.filter(({ code }) => code === 'CONFLICT').map(({ row }) => row));
  const repeated = new Set(file.repeatedRows ?? []);
  return file.lines.map((line) => {
    const key = lineKey(shop, line);
    if (conflicts.has(line.sourceRow)) return unbooked(file, line, 'conflict');
    if (repeated.has(line.sourceRow) || seen.has(key)) return unbooked(file, line, 'duplicate');
    seen.add(key);
    return booked(file, line, facts.bookings.get(key), facts.orderOfLine.get(key));
  });
}

/** What became of a row that no receipt books. */
const NOTHING = { applied: ZERO, onHold: ZERO, elsewhere: ZERO, deductions: null, receiptNumbers: [], headline: null };

function unbooked(file: ResultFile, line: PayoutLine, use: LineUse): LineEntry {
  return { use, ...entryAt(file, line), ...NOTHING };
}

function entryAt({ file, sheet, shop }: ResultFile, line: PayoutLine) {
  const { currency, orderNumber, paidOutOn, net, sourceRow: row } = line;
  return { shop, currency, orderNumber, paidOutOn, net, source: { file, sheet, row } };
}

function booked(
  file: ResultFile,
  line: PayoutLine,
  booking: Booking | undefined,
  order: OrderOutcome | undefined,
): LineEntry {
  const { applied = ZERO, onHold = ZERO, elsewhere = ZERO, receiptNumbers = [] } = booking ?? {};
  return {
    use: booking ? useOf(line, onHold) : 'review',
    ...entryAt(file, line),
    ...{ applied, onHold, elsewhere },
    deductions: booking ? subtract(sum([applied, onHold, elsewhere]), line.net) : null,
    receiptNumbers,
    headline: order?.headline ?? (concernsOrder(line) ? 'PAYOUT_WITHOUT_ORDER' : null),
  };
}

/** A row counts as on hold as soon as part of it is. */
function useOf(line: PayoutLine, onHold: Amount): LineUse {
  if (!concernsOrder(line)) return 'nonOrder';
  return onHold === 0 ? 'allocated' : 'suspense';
}

function earlierEntries({ bookings, orders }: Facts, seen: ReadonlySet<string>): LineEntry[] {
  return [...bookings]
    .filter(([key]) => !seen.has(key))
    .map(([, { applied, onHold, elsewhere, receiptNumbers, receipt, orderKey }]) => {
      const order = orderKey === null ? undefined : orders.get(orderKey);
      const { shop, currency, receivedOn } = receipt;
      return {
        ...{ use: 'earlier' as const, shop, currency, paidOutOn: receivedOn, net: null },
        ...{ applied, onHold, elsewhere, deductions: null, receiptNumbers, source: null },
        orderNumber: order?.orderNumber ?? null,
        headline: order?.headline ?? null,
      };
    });
}
