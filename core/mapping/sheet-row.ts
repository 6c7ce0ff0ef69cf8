// A row as every rule of a mapping meets it.
import type { Cell } from '../sheet-table.ts';

/** A row with the number the sheet gives it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}
