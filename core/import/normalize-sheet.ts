// A whole worksheet, read and normalised: what will be pushed, what could not be read, or why the sheet is refused.
import { detectMapping, type Recognised } from '../mapping/detect-mapping.ts';
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
  /** A bank or wallet statement: read and proved, but it settles no orders, so it is not pushed. */
  | { readonly outcome: 'statement'; readonly recognised: Recognised; readonly rows: NormalizedPayout }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Why a statement is not reconciled, where somebody asks for it. */
export function refuseStatement(
  table: Pick<SheetTable, 'file' | 'sheet'>,
  { mapping, headerRow }: Recognised,
): Refusal {
  const nearest = { id: mapping.id, title: mapping.title };
  return { code: 'STATEMENT_ONLY', file: table.file, sheet: table.sheet, nearest, row: headerRow, columns: [] };
}

/**
 * @param others the other sheets of the workbook; some reports print their totals there
 * @param answers what the user told of this file, because it does not say it
 */
export function normalizeSheet(
  table: SheetTable,
  mappings: readonly Mapping[],
  others: readonly SheetTable[] = [],
  answers: ReadingAnswers = {},
): SheetCheck {
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
  if (rows.statement === 'wallet') return { outcome: 'statement', recognised, rows };
  return { outcome: 'read', recognised, parts: splitByCurrency(rows) };
}
