// The month-end report from the books to worksheets of its own, drawn as the command line draws them.
import type { Language } from '../core/language.ts';
import type { Amount, Currency } from '../core/money.ts';
import { add, ZERO } from '../core/money.ts';
import type { BooksWish } from '../core/statements/books-report.ts';
import type { ReceivableReport } from '../core/statements/receivable-report.ts';
import { drawStatements, statementSheets } from '../core/worksheets/statement-sheets.ts';
import type { ReportOnly } from '../core/statements/report-only.ts';
import type { ApiClient } from './api-client.ts';
import type { writeSheets, WrittenSheet } from './excel/write-sheets.ts';
import type { ReportMonth } from './report-months.ts';
import type { Watch } from './watch.ts';

export interface ReportTools {
  readonly excel: { readonly writeSheets: typeof writeSheets };
  readonly api: ApiClient;
  readonly language: Language;
}

export interface MonthWish extends Omit<BooksWish, 'period'> {
  readonly month: ReportMonth;
}

/** What platforms owe in one currency at the end of the days, owed and owed back together. */
interface OpenSum {
  readonly currency: Currency;
  readonly open: Amount;
}

export interface MonthReport {
  readonly month: ReportMonth;
  /** Null: of the whole books. */
  readonly only: ReportOnly | null;
  readonly written: readonly WrittenSheet[];
  readonly open: readonly OpenSum[];
  /** Every closing is what the orders, the aging and the ledger say. */
  readonly ties: boolean;
}

/** @throws ApiProblem, Excel's errors, and AbortError when cancelled; an earlier report is then as it was */
export async function reportMonth(
  { excel, api, language }: ReportTools,
  { month, ...wish }: MonthWish,
  watch: Watch,
): Promise<MonthReport> {
  const client = await api.reports();
  const report = await client.report({ period: month.days, ...wish }, watch.signal);
  const sheets = statementSheets(drawStatements(report, language));
  // `202405` and no dash: the longest English name has room for no more in Excel's 31 characters.
  const place = { set: 'report', prefix: `${month.month.replace('-', '')} ` } as const;
  const written = await excel.writeSheets(sheets, watch, place);
  return { month, only: report.only, written, open: openByCurrency(report), ties: report.ties };
}

function openByCurrency({ rollForward }: ReceivableReport): OpenSum[] {
  const sums = new Map<Currency, Amount>();
  for (const { currency, figures } of rollForward) sums.set(currency, add(sums.get(currency) ?? ZERO, figures.closing));
  return [...sums].sort().map(([currency, open]) => ({ currency, open }));
}
