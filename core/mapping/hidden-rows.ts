// Rows hidden by hand or by a filter: an export holds them, a person may have put them aside. Where nobody looks at the
// sheet, that is asked before anything is read from it.
import type { Refusal } from '../problem.ts';
import { isBlankRow, type SheetTable, sheetRow } from '../sheet-table.ts';
import type { Recognised } from './detect-mapping.ts';
import type { Mapping } from './mapping.ts';

/** What is done with them. */
export type HiddenRowsAnswer = (typeof HIDDEN_ROWS_ANSWERS)[number];
export const HIDDEN_ROWS_ANSWERS = ['include', 'leave-out'] as const;

/** The sheet as it is to be read, once that is answered. Rows left out come as empty ones: the others keep their numbers. */
export function answerHiddenRows(table: SheetTable, answer: HiddenRowsAnswer): SheetTable {
  const { hiddenRows, ...seen } = table;
  if (!hiddenRows || answer === 'include') return seen;
  return { ...seen, rows: table.rows.map((row, index) => (hiddenRows.has(index) ? [] : row)) };
}

/** Where the header stands, and the mapping that reads the sheet; null where nobody has mapped it. */
type FoundHeader = Pick<Recognised, 'headerRow' | 'headerIndex'> & { readonly mapping: Mapping | null };

/** Asks about hidden rows of data; null where there are none. Empty ones and those above the data say nothing. */
export function refusalOfHiddenRows(
  table: SheetTable,
  { mapping, headerRow, headerIndex }: FoundHeader,
): Refusal | null {
  const holdsData = (index: number) => index > headerIndex && !isBlankRow(table.rows[index] ?? []);
  const hidden = [...(table.hiddenRows ?? [])].filter(holdsData);
  if (hidden.length === 0) return null;
  const question = {
    about: 'hiddenRows' as const,
    ...{ column: '', row: sheetRow(table, Math.min(...hidden)), value: String(hidden.length) },
    choices: HIDDEN_ROWS_ANSWERS.map((answer) => ({ answer, reads: answer })),
  };
  return {
    ...{ code: 'HIDDEN_ROWS', file: table.file, sheet: table.sheet, row: headerRow, columns: [] },
    ...{ nearest: mapping && { id: mapping.id, title: mapping.title }, questions: [question] },
  };
}
