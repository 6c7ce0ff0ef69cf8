// A whole worksheet, read and normalised: what will be pushed, what could not be read, or why the sheet is refused.
import { bankLinesOfSheet, type StatementLine } from '../bank/bank-lines-of-sheet.ts';
import { continuedSheet } from '../mapping/continued-sheet.ts';
import { detectMapping, type Recognised, type RecognisedPayout } from '../mapping/detect-mapping.ts';
import type { ReadingAnswers } from '../mapping/decide-styles.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type NormalizedOrders, normalizeOrders } from '../mapping/normalize-orders.ts';
import { type NormalizedPayout, normalizePayout } from '../mapping/normalize-payout.ts';
import { splitByCurrency } from '../mapping/split-by-currency.ts';
import type { Refusal } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';

export type NormalizedSheet = NormalizedOrders | NormalizedPayout;

export type SheetCheck =
  /** Ready to be pushed, one part a currency: a batch has one. */
  | { readonly outcome: 'read'; readonly recognised: Recognised; readonly parts: readonly NormalizedSheet[] }
  /**
   * A bank or wallet statement: read and proved. It settles no orders; its lines go to the books of its account. A list
   * of payouts has no lines.
   */
  | {
      readonly outcome: 'statement';
      readonly recognised: RecognisedPayout;
      readonly rows: NormalizedPayout;
      readonly lines: readonly StatementLine[];
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Whether its rows are movements of an account; a list of payouts or payments has none. */
export function isAccountStatement({ mapping }: Recognised): boolean {
  return mapping.kind === 'wallet' && mapping.accountStatement !== false;
}

/** Why a statement is not reconciled, where somebody asks for it. */
export function refuseStatement(
  table: Pick<SheetTable, 'file' | 'sheet'>,
  { mapping, headerRow }: Recognised,
): Refusal {
  const nearest = { id: mapping.id, title: mapping.title };
  return { code: 'STATEMENT_ONLY', file: table.file, sheet: table.sheet, nearest, row: headerRow, columns: [] };
}

/**
 * @param others the other sheets of the workbook, or their first rows: some reports print their totals there, and a sheet
 *   without header may continue one of them
 * @param answers what the user told of this file, because it does not say it
 */
export function normalizeSheet(
  sheet: SheetTable,
  mappings: readonly Mapping[],
  others: readonly SheetTable[] = [],
  answers: ReadingAnswers = {},
): SheetCheck {
  const table = continuedSheet(sheet, others, mappings);
  const detection = detectMapping(table, mappings);
  if (detection.outcome === 'refused') return detection;
  const { recognised } = detection;
  const rows =
    recognised.kind === 'orders'
      ? normalizeOrders(table, recognised, { answers })
      : normalizePayout(table, recognised, { answers, others });
  // A known report may still hold values whose meaning nobody can tell: then nothing of it is pushed.
  if (rows.stopped) return { outcome: 'refused', refusal: rows.stopped };
  if (rows.kind === 'orders') return { outcome: 'read', recognised, parts: [rows] };
  if (rows.statement === 'wallet' && recognised.kind === 'payout') {
    const lines = isAccountStatement(recognised) ? bankLinesOfSheet(table, recognised, rows, answers) : [];
    return { outcome: 'statement', recognised, rows, lines };
  }
  return { outcome: 'read', recognised, parts: splitByCurrency(rows) };
}
