// From the server's answer to the result worksheets: values, formulas and looks as data, the same for Excel and files.
import type { ReconcileResult } from '../api.ts';
import { type Currency, ZERO } from '../money.ts';
import { paidOutDays, runReport } from '../statements/run-report.ts';
import { bookingsOf } from './bookings.ts';
import { depositsSheet } from './deposits-sheet.ts';
import { claimsSheet } from './claims-sheet.ts';
import { discrepanciesSheet } from './discrepancies-sheet.ts';
import { wideForFigures } from './figure-width.ts';
import { drawLedger } from './ledger-sheets.ts';
import { type LineEntry, lineEntries } from './line-entries.ts';
import { ordersSheet } from './orders-sheet.ts';
import { payoutLinesSheet } from './payout-lines-sheet.ts';
import { problemsSheet } from './problems-sheet.ts';
import { receiptsSheet } from './receipts-sheet.ts';
import type { ResultContext } from './result-context.ts';
import type { ResultSheet } from './result-sheet.ts';
import { salesSheet } from './sales-sheet.ts';
import { type Material, ShownDecimals } from './shared-columns.ts';
import { drawStatements, statementSheets } from './statement-sheets.ts';
import { stockAlertsSheet, stockSheet } from './stock-sheets.ts';
import type { ReceivableSheets } from './summary-ledger.ts';
import { summarySheet } from './summary-sheet.ts';

/**
 * The worksheets in the order in which they stand. Those of orders, payouts and stock are there also when they have nothing
 * to say; those of the books only with content.
 */
export function resultSheets(result: ReconcileResult, context: ResultContext): ResultSheet[] {
  const material = materialOf(result, context);
  const orders = ordersSheet(material);
  const payoutLines = payoutLinesSheet(material);
  const receipts = receiptsSheet(material);
  const sales = result.sales.length === 0 ? null : salesSheet(material);
  const ledger = result.vouchers.length === 0 ? null : drawLedger(result.vouchers, context.language);
  const deposits = result.deposits === null ? null : depositsSheet(result.deposits, context.language);
  const statements = statementsOf(result, context);
  const claims = claimsSheet(result, context, material.decimals);
  return [
    summarySheet(material, { orders, payoutLines, receipts, sales, ledger, statements }),
    orders.sheet,
    discrepanciesSheet(material).sheet,
    ...(claims === null ? [] : [claims]),
    payoutLines.sheet,
    receipts.sheet,
    ...(deposits === null ? [] : [deposits]),
    ...(sales === null ? [] : [sales.sheet]),
    ...(ledger === null ? [] : [ledger.vouchers.sheet, ledger.trialBalance.sheet]),
    ...(statements === null ? [] : statementSheets(statements.drawn)),
    stockSheet(material).sheet,
    stockAlertsSheet(material).sheet,
    problemsSheet(material).sheet,
  ].map(wideForFigures);
}

/** Null where no order owes or ever owed anything. A forecast without a payout is left out. */
function statementsOf(result: ReconcileResult, { files, language }: ResultContext): ReceivableSheets['statements'] {
  const report = runReport(result, paidOutDays(files));
  if (report.rollForward.length === 0) return null;
  const { forecast } = report;
  const says =
    forecast !== null &&
    [forecast.expected, forecast.overdue, forecast.undated, forecast.heldUndated, forecast.heldLate].some(
      (rows) => rows.length > 0,
    );
  return { report, drawn: drawStatements(says ? report : { ...report, forecast: null }, language) };
}

function materialOf(result: ReconcileResult, context: ResultContext): Material {
  const bookings = bookingsOf(result.receipts);
  const entries = lineEntries(result, context, bookings);
  const places = [...result.orders, ...entries, ...result.receipts];
  const ofFiles = context.files.flatMap(({ kind, currency }) =>
    (kind === 'orders' || kind === 'payout') && currency !== null ? [currency] : [],
  );
  const currencies = [...new Set([...ofFiles, ...places.map(({ currency }) => currency)])];
  return {
    result,
    context,
    bookings,
    entries,
    decimals: decimalsOfSheets(result, context, entries, currencies),
    manyShops: new Set(places.map(({ shop }) => shop)).size > 1,
    manyCurrencies: currencies.length > 1,
    currencies,
  };
}

/** Looks at every amount that a sheet shows. */
function decimalsOfSheets(
  { orders, receipts, sales }: ReconcileResult,
  { files }: ResultContext,
  entries: readonly LineEntry[],
  currencies: readonly Currency[],
): number {
  const shown = new ShownDecimals(currencies);
  for (const order of orders) for (const name of ORDER_AMOUNTS) shown.see(order[name]);
  for (const { amount, collected, base } of sales) {
    shown.see(amount);
    shown.see(collected);
    if (base !== null) shown.see(base.amount);
  }
  for (const { net, applied, onHold, elsewhere } of entries) {
    shown.see(net ?? ZERO);
    shown.see(applied);
    shown.see(onHold);
    shown.see(elsewhere);
  }
  for (const { deductions } of receipts) for (const { amount } of deductions) shown.see(amount);
  for (const { proof } of files)
    for (const amount of proof ? [proof.net, proof.declared ?? ZERO] : []) shown.see(amount);
  return shown.count;
}

const ORDER_AMOUNTS = [
  ...(['receivable', 'credited', 'received', 'refunded', 'fees', 'net', 'open'] as const),
  ...(['compensated', 'expectedNet', 'claim', 'reserve', 'writtenOff'] as const),
];
