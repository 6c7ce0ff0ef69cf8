// From the report on receivables to its worksheets: roll-forward, aging, open orders, forecast, statements. Totals, closings
// and differences are live formulas, so that the workbook proves itself without us.
import type { Language } from '../language.ts';
import type { Amount, Currency } from '../money.ts';
import { accountKey } from '../statements/ledger-entry.ts';
import { POSITION_MOVES } from '../statements/positions.ts';
import { MOVES } from '../statements/roll-forward.ts';
import type { ReceivableReport } from '../statements/receivable-report.ts';
import { agingSheet } from './aging-sheet.ts';
import { wideForFigures } from './figure-width.ts';
import { forecastSheet } from './forecast-sheet.ts';
import { drawLedgerMonth, type LedgerOfMonth } from './ledger-sheets.ts';
import { openOrdersSheet } from './open-orders-sheet.ts';
import { positionsSheet } from './positions-sheet.ts';
import type { ResultSheet } from './result-sheet.ts';
import { rollForwardSheet } from './roll-forward-sheet.ts';
import { decimalsFor } from './shared-columns.ts';
import { periodText, scopeText } from './statement-labels.ts';
import { statementSheet } from './statement-sheet.ts';
import type { ReportMaterial } from './statement-material.ts';
import type { DrawnSheet } from './statement-table.ts';

/** The worksheets with what formulas elsewhere need to find their columns. */
export interface DrawnStatements {
  readonly rollForward: DrawnSheet;
  /** Null: of a run and not of the books. */
  readonly positions: DrawnSheet | null;
  readonly aging: DrawnSheet;
  readonly openOrders: DrawnSheet;
  /** Null where none was asked for. */
  readonly forecast: DrawnSheet | null;
  readonly statements: readonly DrawnSheet[];
  /** Null: of a run, whose result has sheets of its vouchers. */
  readonly ledger: LedgerOfMonth | null;
}

export function drawStatements(report: ReceivableReport, language: Language): DrawnStatements {
  const material = materialOf(report, language);
  const aging = agingSheet(material);
  const openOrders = openOrdersSheet(material);
  const positions = report.books === null ? null : positionsSheet(material, report.books.positions);
  return {
    rollForward: rollForwardSheet(material, { aging, openOrders, positions }),
    positions,
    aging,
    openOrders,
    forecast: report.forecast === null ? null : forecastSheet(material, report.forecast),
    statements: report.statements.map((statement, at) => statementSheet(material, statement, at + 1)),
    ledger:
      report.books === null ? null : drawLedgerMonth(report.books.ledgerMonth, language, aboutOf(report, language)),
  };
}

const aboutOf = (report: ReceivableReport, language: Language) =>
  `${periodText(report.period, language)} · ${scopeText(report, language)}`;

/** The worksheets in the order in which they stand. */
export function statementSheets(drawn: DrawnStatements): ResultSheet[] {
  const { rollForward, positions, aging, openOrders, forecast, statements, ledger } = drawn;
  const books = positions === null ? [] : [positions];
  const all = [rollForward, ...books, aging, openOrders, ...(forecast === null ? [] : [forecast]), ...statements];
  const ofLedger = ledger === null ? [] : [ledger.trialBalance, ...(ledger.vouchers === null ? [] : [ledger.vouchers])];
  return [...all, ...ofLedger].map(({ sheet }) => wideForFigures(sheet));
}

function materialOf(report: ReceivableReport, language: Language): ReportMaterial {
  const currencies = [...new Set(placesOf(report).map(({ currency }) => currency))].sort();
  const accounts = [...report.rollForward, ...(report.books?.positions ?? [])].map(accountKey);
  const groups = new Map([...new Set(accounts)].map((key, at) => [key, at + 1]));
  return {
    ...{ report, language, currencies, groups },
    manyCurrencies: currencies.length > 1,
    decimals: decimalsFor(amountsOf(report), [
      ...currencies,
      ...(report.baseCurrency === null ? [] : [report.baseCurrency]),
    ]),
  };
}

function placesOf({ rollForward, books, forecast }: ReceivableReport): readonly { readonly currency: Currency }[] {
  const own = [...rollForward, ...(books?.positions ?? [])];
  if (forecast === null) return own;
  return [...own, ...forecast.expected, ...forecast.overdue, ...forecast.undated];
}

/** Amounts whose decimals decide how many are shown: sums have no more than their parts. */
function* amountsOf({ rollForward, books, openOrders, forecast, statements }: ReceivableReport): Iterable<Amount> {
  for (const one of books?.positions ?? []) {
    yield* [one.opening, one.unpaid, one.reserve, one.wallet, one.baseUnpaid];
    yield* POSITION_MOVES.map(({ figure }) => one[figure]);
  }
  for (const { figures, base } of rollForward)
    for (const all of [figures, base.figures]) yield* [all.opening, ...MOVES.map(({ figure }) => all[figure])];
  for (const { open, baseOpen } of openOrders) yield* [open, baseOpen];
  for (const { lines } of statements) for (const { balance } of lines) yield balance;
  for (const { open, fees, held, paid, carriedOut } of forecast?.expected ?? [])
    yield* [open, fees, held, paid, carriedOut];
  for (const { open, fees } of [...(forecast?.overdue ?? []), ...(forecast?.undated ?? [])]) yield* [open, fees];
}
