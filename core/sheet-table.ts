// A worksheet as values: what an adapter (Excel, xlsx, csv) hands to the core, and nothing about where it came from.

/** A cell's raw value. Dates are Excel serial numbers; an empty cell is null; an error cell is its text (`#N/A`). */
export type Cell = string | number | boolean | null;

/** The used cells of one sheet. Rows may be ragged: a missing cell is empty. */
export interface SheetTable {
  readonly file: string;
  readonly sheet: string;
  /** Sheet row (1-based) in which `rows[0]` stands, so that messages name the row the user sees. */
  readonly firstRow: number;
  /** Sheet column (1-based) of the first cell of each row. */
  readonly firstColumn: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Only its first rows are here. */
  readonly isHead?: boolean;
  /** Positions in `rows` of those that are hidden, by hand or by a filter. They are read like the others unless left out. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** How number cells are shown, where that may say more than their digits. Needed for identifiers only. */
  readonly numberFormats?: NumberFormats;
}

/** Excel's format codes by position within a row, then by position in `rows`. Nothing: shown as the digits are. */
export type NumberFormats = ReadonlyMap<number, readonly (string | undefined)[]>;

/** The cell's text as a person reads it, outer blanks removed; empty for an empty cell. */
export function textOfCell(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

export function isBlankRow(row: readonly Cell[]): boolean {
  return row.every((cell) => textOfCell(cell) === '');
}

/** The sheet's own row number of `rows[index]`. */
export function sheetRow(table: SheetTable, index: number): number {
  return table.firstRow + index;
}

/** Excel's letters of a 1-based column: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
