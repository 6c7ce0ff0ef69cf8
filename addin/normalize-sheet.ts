// A whole worksheet, read and normalised: what will be pushed, what could not be read, or why the sheet is refused.
import { detectMapping, type Recognised } from '../core/mapping/detect-mapping.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import { normalizeOrders } from '../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../core/mapping/normalize-payout.ts';
import type { Refusal } from '../core/problem.ts';
import type { SheetTable } from '../core/sheet-table.ts';
import type { NormalizedSheet } from './import-batch.ts';

export type SheetCheck =
  | { readonly outcome: 'read'; readonly recognised: Recognised; readonly rows: NormalizedSheet }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export function normalizeSheet(table: SheetTable, mappings: readonly Mapping[]): SheetCheck {
  const detection = detectMapping(table, mappings);
  if (detection.outcome === 'refused') return detection;
  const { recognised } = detection;
  const rows = recognised.kind === 'orders' ? normalizeOrders(table, recognised) : normalizePayout(table, recognised);
  // A known report may still hold values whose meaning nobody can tell: then nothing of it is pushed.
  return rows.stopped ? { outcome: 'refused', refusal: rows.stopped } : { outcome: 'read', recognised, rows };
}
