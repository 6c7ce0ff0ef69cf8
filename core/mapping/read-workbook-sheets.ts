// A whole workbook: what each sheet is, each data sheet read with the others at hand, because some hold its totals.
import type { Refusal } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';
import { continuedSheet } from './continued-sheet.ts';
import type { ReadingAnswers } from './decide-styles.ts';
import { type Recognised, detectMapping } from './detect-mapping.ts';
import type { Mapping } from './mapping.ts';
import { type NormalizedOrders, normalizeOrders } from './normalize-orders.ts';
import { type NormalizedPayout, normalizePayout } from './normalize-payout.ts';
import { refuseCompanion } from './refuse-companion.ts';

/** A sheet of a known report, or one of another kind and why: it may still be a summary that checks a data sheet. */
export type SheetReading =
  | {
      readonly outcome: 'read';
      readonly table: SheetTable;
      readonly recognised: Recognised;
      readonly rows: NormalizedOrders | NormalizedPayout;
    }
  | { readonly outcome: 'other'; readonly table: SheetTable; readonly refusal: Refusal };

/** Reads each sheet by its own mapping, in the order of the workbook. `answers` are those of the whole workbook. */
export function readWorkbookSheets(
  tables: readonly SheetTable[],
  mappings: readonly Mapping[],
  answers: ReadingAnswers = {},
): SheetReading[] {
  const beside = (table: SheetTable, all: readonly SheetTable[]) => all.filter((other) => other !== table);
  const whole = tables.map((table) => continuedSheet(table, beside(table, tables), mappings));
  return whole.map((table) => {
    const detection = detectMapping(table, mappings);
    const others = beside(table, whole);
    if (detection.outcome === 'refused') {
      return { outcome: 'other', table, refusal: refuseCompanion(detection.refusal, table, mappings, others) };
    }
    const { recognised } = detection;
    const options = { answers, others };
    const rows =
      recognised.kind === 'orders'
        ? normalizeOrders(table, recognised, options)
        : normalizePayout(table, recognised, options);
    return { outcome: 'read', table, recognised, rows };
  });
}
