// A whole worksheet as it would be pushed, with what the user answered where its values alone could not tell.
import { normalizeSheet, type SheetCheck } from '../core/import/normalize-sheet.ts';
import type { ReadingAnswers } from '../core/mapping/decide-styles.ts';
import { detectMapping } from '../core/mapping/detect-mapping.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import { normalizeOrders } from '../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../core/mapping/normalize-payout.ts';
import { splitByCurrency } from '../core/mapping/split-by-currency.ts';
import type { SheetTable } from '../core/sheet-table.ts';

/** What the user answered for one sheet; kept as long as the pane is open, never in a mapping. */
export interface SheetAnswers {
  readonly reading?: ReadingAnswers;
  /** Hidden and filtered rows are left out. Default: they are read as well. */
  readonly withoutHidden?: boolean;
}

export function checkSheet(
  table: SheetTable,
  mappings: readonly Mapping[],
  others: readonly SheetTable[],
  answers: ReadingAnswers | undefined,
): SheetCheck {
  const detection = answers ? detectMapping(table, mappings) : null;
  if (!answers || detection?.outcome !== 'recognised') return normalizeSheet(table, mappings, others);
  const { recognised } = detection;
  const rows =
    recognised.kind === 'orders'
      ? normalizeOrders(table, recognised, { answers })
      : normalizePayout(table, recognised, { answers, others });
  if (rows.stopped) return { outcome: 'refused', refusal: rows.stopped };
  if (rows.kind === 'orders') return { outcome: 'read', recognised, parts: [rows] };
  if (rows.statement === 'wallet') return { outcome: 'statement', recognised, rows };
  return { outcome: 'read', recognised, parts: splitByCurrency(rows) };
}
