// The library turns number cells with a date format into instants; here they become the numbers again that they were.
// Reading them by the 1904 calendar makes that a plain multiplication that can be undone; by the 1900 calendar 59 and 60
// would both become 28 February, and an amount of 60 that somebody formatted as a date would come back as 59.
import type { Cell } from '../core/sheet-table.ts';

type Rows = readonly (readonly (Cell | Date)[] | undefined)[];

/** Milliseconds hold four decimals of a day exactly. */
const MILLISECONDS_A_DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1904, 0, 1);

/** Between serial numbers of the two calendars. */
export const DAYS_1900_TO_1904 = 1_462;

/** The only objects among cells. `instanceof` would not know those of another thread's reading in every environment. */
export function isInstant(value: Cell | Date | undefined): value is Date {
  return typeof value === 'object' && value !== null;
}

export function hasDates(rows: Rows): boolean {
  return rows.some((row) => row?.some(isInstant));
}

/** @param shift what the workbook's own calendar begins later, in days. A row that is not there is an empty one. */
export function rawRows(rows: Rows, shift: number): Cell[][] {
  return Array.from(rows, (row) => (row ?? []).map((value) => rawValue(value, shift)));
}

function rawValue(value: Cell | Date, shift: number): Cell {
  return isInstant(value) ? (value.getTime() - DAY_ZERO) / MILLISECONDS_A_DAY + shift : value;
}
