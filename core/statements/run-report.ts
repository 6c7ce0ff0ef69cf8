// What a run says about receivables (應收): aging, roll-forward, open orders and forecast of the orders it looked at. The
// open orders are what the orders themselves say, so that the roll-forward has something to be held against.
import type { ReconcileResult } from '../api.ts';
import { type BusinessDate, dayInMonth, partsOfDay } from '../business-date.ts';
import type { Currency } from '../money.ts';
import type { PayoutLine } from '../payout.ts';
import type { OrderOutcome } from '../reconcile/outcome.ts';
import { type AgingBounds, DEFAULT_AGING_BOUNDS } from './aging.ts';
import type { LedgerEntry, Period, TermsByOrder } from './ledger-entry.ts';
import { openAsOf } from './open-as-of.ts';
import type { OpenItem } from './open-items.ts';
import { type ReceivableReport, receivableReport } from './receivable-report.ts';
import { entriesOfRun, placeOfOrder } from './run-entries.ts';

/** One statement a shop is drawn as long as somebody may read it; longer ones repeat sales documents and receipts. */
const STATEMENT_LINES_MAX = 2_000;

/**
 * @param paidOutOn days of the payouts in the run's files: the report's period begins with the month of the earliest. Without
 * any it begins with the month of the first document.
 */
export function runReport(
  result: ReconcileResult,
  paidOutOn: Iterable<BusinessDate>,
  bounds: AgingBounds = DEFAULT_AGING_BOUNDS,
): ReceivableReport {
  const entries = entriesOfRun(result);
  const later = entries.filter(({ on }) => on > result.asOf);
  const baseCurrency = baseCurrencyOf(result);
  return receivableReport({
    entries,
    orders: termsOf(result.orders),
    openOrders: openOrdersOf(result.orders, later),
    period: periodOf(result.asOf, entries, paidOutOn),
    bounds,
    statementsBy: entries.length > STATEMENT_LINES_MAX ? null : 'shop',
    baseCurrency,
    bankDetails: null,
    forecast: result.forecast,
  });
}

/** Days on which the payouts of the files were paid out. */
export function paidOutDays(files: readonly { readonly lines: readonly Pick<PayoutLine, 'paidOutOn'>[] }[]) {
  return new Set(files.flatMap(({ lines }) => lines.map(({ paidOutOn }) => paidOutOn)));
}

function termsOf(orders: readonly OrderOutcome[]): TermsByOrder {
  return new Map(orders.map(({ orderKey, dueOn }) => [orderKey, { dueOn, orderType: '' }]));
}

/** What the orders say, in both currencies. Without a base currency its figures are the order's own. */
function openOrdersOf(orders: readonly OrderOutcome[], later: readonly LedgerEntry[]): OpenItem[] {
  const said = orders.map((order): OpenItem => {
    return { open: order.open, baseOpen: order.baseOpen ?? order.open, ...placeOfOrder(order) };
  });
  return openAsOf(said, later);
}

/** Up to the day that was asked about, whatever is dated after it. */
function periodOf(asOf: BusinessDate, entries: readonly LedgerEntry[], paidOutOn: Iterable<BusinessDate>): Period {
  const to = asOf;
  let earliest: BusinessDate | null = null;
  for (const day of paidOutOn) if (earliest === null || day < earliest) earliest = day;
  if (earliest === null) for (const { on } of entries) if (earliest === null || on < earliest) earliest = on;
  const first = earliest === null || earliest > to ? to : earliest;
  const { year, month } = partsOfDay(first);
  return { from: dayInMonth(year, month, 1), to };
}

function baseCurrencyOf({ sales, receipts }: ReconcileResult): Currency | null {
  for (const { base } of [...sales, ...receipts]) if (base !== null) return base.currency;
  return null;
}
