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
import type { DrawnSheet, StatementSheet } from './statement-table.ts';

/** The worksheets with what formulas elsewhere need to find their columns. */
export interface DrawnStatements {
  readonly rollForward: DrawnSheet;
  readonly aging: DrawnSheet;
  readonly openOrders: DrawnSheet;
  /** Null where none was asked for. */
  readonly forecast: DrawnSheet | null;
  readonly statements: readonly DrawnSheet[];
}

export function drawStatements(report: ReceivableReport, language: Language): DrawnStatements {
  const material = materialOf(report, language);
  const aging = agingSheet(material);
  const openOrders = openOrdersSheet(material);
  return {
    rollForward: rollForwardSheet(material, { aging, openOrders }),
    aging,
    openOrders,
    forecast: report.forecast === null ? null : forecastSheet(material, report.forecast),
    statements: report.statements.map((statement, at) => statementSheet(material, statement, at + 1)),
  };
}

/** The worksheets in the order in which they stand. */
export function statementSheets(drawn: DrawnStatements): StatementSheet[] {
  const { rollForward, aging, openOrders, forecast, statements } = drawn;
  const all = [rollForward, aging, openOrders, ...(forecast === null ? [] : [forecast]), ...statements];
  return all.map(({ sheet }) => sheet);
}

function materialOf(report: ReceivableReport, language: Language): ReportMaterial {
  const currencies = [...new Set(placesOf(report).map(({ currency }) => currency))].sort();
  const groups = new Map(report.rollForward.map((row, at) => [accountKey(row), at + 1]));
  return {
    ...{ report, language, currencies, groups },
    manyCurrencies: currencies.length > 1,
    decimals: decimalsFor(amountsOf(report), [
      ...currencies,
      ...(report.baseCurrency === null ? [] : [report.baseCurrency]),
    ]),
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
