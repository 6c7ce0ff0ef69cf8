// From the server's answer to the result worksheets: values, formulas and looks as data, the same for Excel and files.
import type { ReconcileResult } from '../api.ts';
import { type Amount, ZERO } from '../money.ts';
import { bookingsOf } from './bookings.ts';
import { discrepanciesSheet } from './discrepancies-sheet.ts';
import { type LineEntry, lineEntries } from './line-entries.ts';
import { ordersSheet } from './orders-sheet.ts';
import { payoutLinesSheet } from './payout-lines-sheet.ts';
import { problemsSheet } from './problems-sheet.ts';
import { receiptsSheet } from './receipts-sheet.ts';
import type { ResultContext } from './result-context.ts';
import type { ResultSheet } from './result-sheet.ts';
import { decimalsFor, type Material } from './shared-columns.ts';
import { stockAlertsSheet, stockSheet } from './stock-sheets.ts';
import { summarySheet } from './summary-sheet.ts';

/** The worksheets in the order in which they stand. Every one is there, also when it has nothing to say. */
export function resultSheets(result: ReconcileResult, context: ResultContext): ResultSheet[] {
  const material = materialOf(result, context);
  const orders = ordersSheet(material);
  const payoutLines = payoutLinesSheet(material);
  const receipts = receiptsSheet(material);
  return [
    summarySheet(material, { orders, payoutLines, receipts }),
    orders.sheet,
    discrepanciesSheet(material).sheet,
    payoutLines.sheet,
    receipts.sheet,
    stockSheet(material).sheet,
    stockAlertsSheet(material).sheet,
    problemsSheet(material).sheet,
  ];
}

function materialOf(result: ReconcileResult, context: ResultContext): Material {
  const bookings = bookingsOf(result.receipts);
  const entries = lineEntries(result, context, bookings);
  const places = [...result.orders, ...entries, ...result.receipts];
  const ofFiles = context.files.flatMap(({ kind, currency }) =>
    kind !== 'other' && currency !== null ? [currency] : [],
  );
  const currencies = [...new Set([...ofFiles, ...places.map(({ currency }) => currency)])];
  return {
    result,
    context,
    bookings,
    entries,
    decimals: decimalsFor(amountsOf(result, context, entries), currencies),
    manyShops: new Set(places.map(({ shop }) => shop)).size > 1,
    manyCurrencies: currencies.length > 1,
    currencies,
  };
}

/** Every amount that a sheet shows. One by one: there may be some hundred thousand. */
function* amountsOf(
  { orders, receipts }: ReconcileResult,
  { files }: ResultContext,
  entries: readonly LineEntry[],
): Iterable<Amount> {
  for (const { receivable, credited, received, refunded, fees, net, open } of orders) {
    yield* [receivable, credited, received, refunded, fees, net, open];
  }
  for (const { net, applied, onHold } of entries) yield* [net ?? ZERO, applied, onHold];
  for (const { deductions } of receipts) for (const { amount } of deductions) yield amount;
  for (const { proof } of files) if (proof) yield* [proof.net, proof.declared ?? proof.net];
}
