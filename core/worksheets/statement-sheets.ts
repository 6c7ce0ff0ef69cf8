// From the report on receivables to its worksheets: roll-forward, aging, open orders, forecast, statements. Totals, closings
// and differences are live formulas, so that the workbook proves itself without us.
import type { Language } from '../language.ts';
import type { Amount, Currency } from '../money.ts';
import { accountKey } from '../statements/ledger-entry.ts';
import { MOVES } from '../statements/roll-forward.ts';
import type { ReceivableReport } from '../statements/receivable-report.ts';
import { agingSheet } from './aging-sheet.ts';
import { forecastSheet } from './forecast-sheet.ts';
import { openOrdersSheet } from './open-orders-sheet.ts';
import { rollForwardSheet } from './roll-forward-sheet.ts';
import { decimalsFor } from './shared-columns.ts';
import { statementSheet } from './statement-sheet.ts';
import type { ReportMaterial } from './statement-material.ts';
import type { StatementSheet } from './statement-table.ts';

/** The worksheets in the order in which they stand; the forecast and statements only where they were asked for. */
export function statementSheets(report: ReceivableReport, language: Language): StatementSheet[] {
  const material = materialOf(report, language);
  const aging = agingSheet(material);
  const openOrders = openOrdersSheet(material);
  return [
    rollForwardSheet(material, { aging, openOrders }).sheet,
    aging.sheet,
    openOrders.sheet,
    ...(report.forecast === null ? [] : [forecastSheet(material, report.forecast).sheet]),
    ...report.statements.map((statement, at) => statementSheet(material, statement, at + 1).sheet),
  ];
}

function materialOf(report: ReceivableReport, language: Language): ReportMaterial {
  const currencies = [...new Set(placesOf(report).map(({ currency }) => currency))].sort();
  const groups = new Map(report.rollForward.map((row, at) => [accountKey(row), at + 1]));
  return {
    ...{ report, language, currencies, groups },
    manyCurrencies: currencies.length > 1,
    decimals: decimalsFor(amountsOf(report), [...currencies, report.baseCurrency]),
  };
}

function placesOf({ rollForward, forecast }: ReceivableReport): readonly { readonly currency: Currency }[] {
  if (forecast === null) return rollForward;
  return [...rollForward, ...forecast.expected, ...forecast.overdue, ...forecast.undated];
}

/** Amounts whose decimals decide how many are shown: sums have no more than their parts. */
function* amountsOf({ rollForward, openOrders, forecast, statements }: ReceivableReport): Iterable<Amount> {
  for (const { figures, base } of rollForward)
    for (const all of [figures, base.figures]) yield* [all.opening, ...MOVES.map(({ figure }) => all[figure])];
  for (const { open, baseOpen } of openOrders) yield* [open, baseOpen];
  for (const { lines } of statements) for (const { balance } of lines) yield balance;
  for (const { open, fees, held, paid, carriedOut } of forecast?.expected ?? [])
    yield* [open, fees, held, paid, carriedOut];
  for (const { open, fees } of [...(forecast?.overdue ?? []), ...(forecast?.undated ?? [])]) yield* [open, fees];
}
