// From the server's answer to the result worksheets: values, formulas and looks as data, the same for Excel and files.
import type { ReconcileResult } from '../api.ts';
import { discrepanciesSheet } from './discrepancies-sheet.ts';
import { lineEntries } from './line-entries.ts';
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
  const entries = lineEntries(result, context);
  const places = [...result.orders, ...entries, ...result.receipts];
  const ofFiles = context.files.flatMap(({ kind, currency }) =>
    kind !== 'other' && currency !== null ? [currency] : [],
  );
  const currencies = [...new Set([...ofFiles, ...places.map(({ currency }) => currency)])];
  const amounts = [
    ...result.orders.flatMap(({ receivable, credited, received, refunded, fees, net, open }) => [
      ...[receivable, credited, received],
      ...[refunded, fees, net, open],
    ]),
    ...entries.flatMap(({ net, applied, onHold }) => [net, applied, onHold].filter((amount) => amount !== null)),
    ...result.receipts.flatMap(({ deductions }) => deductions.map(({ amount }) => amount)),
    ...context.files.flatMap(({ proof }) => (proof ? [proof.net, proof.declared ?? proof.net] : [])),
  ];
  return {
    result,
    context,
    entries,
    decimals: decimalsFor(amounts, currencies),
    manyShops: new Set(places.map(({ shop }) => shop)).size > 1,
    manyCurrencies: currencies.length > 1,
    currencies,
  };
}
