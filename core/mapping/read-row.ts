// One row under reading: cells by column, and every problem met on the way.
import type { RowProblem, RowProblemCode } from '../problem.ts';
import { type Cell, type NumberFormats, type SheetTable, textOfCell } from '../sheet-table.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import { shownText } from './number-format.ts';
import { type CellReader, type CellRules, type Reading, isUnreadable } from './read-cells.ts';
import type { SheetRow } from './sheet-row.ts';

/** How the rows below the header went. read = accepted + rejected + skipped (blank). */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
}

/** Reads one row after another and keeps the problems of all of them. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly rules: CellRules;
  private readonly ofColumn: ReadonlyMap<number, CellRules>;
  private readonly formats: NumberFormats | undefined;
  private readonly firstRow: number;
  /** Problems already told: several rules may read one cell, which is unreadable once. */
  private readonly told = new Set<string>();
  private cells: readonly Cell[] = [];
  private sheetRow = 0;
  private hasFailed = false;
  private hasFailedAmount = false;

  /**
   * @param ofColumn rules of single columns, by position, where the values decided them
   * @param shown how the sheet shows its numbers
   */
  constructor(
    rules: CellRules,
    ofColumn: ReadonlyMap<number, CellRules> = new Map(),
    shown: Pick<SheetTable, 'firstRow' | 'numberFormats'> = { firstRow: 1 },
  ) {
    this.rules = rules;
    this.ofColumn = ofColumn;
    this.formats = shown.numberFormats;
    this.firstRow = shown.firstRow;
  }

  /** Turns to the next row. `row` is the sheet's own number. */
  goTo(cells: readonly Cell[], row: number): void {
    this.cells = cells;
    this.sheetRow = row;
    this.hasFailed = false;
    this.hasFailedAmount = false;
  }

  /** True once an amount of the current row could not be read: then a sum of its amounts says nothing. */
  get failedAmount(): boolean {
    return this.hasFailedAmount;
  }

  /** The current row's cells, for conditions. */
  get row(): readonly Cell[] {
    return this.cells;
  }

  /** The current row's number in the sheet. */
  get number(): number {
    return this.sheetRow;
  }

  /** True once something of the current row could not be read. Warnings do not count. */
  get failed(): boolean {
    return this.hasFailed;
  }

  /** One column's value; null when it is empty, or unreadable and thereby reported. */
  read<T extends string | number>(column: ColumnMatch, reader: CellReader<T>): T | null {
    const reading = this.peek(column.index, reader);
    return isUnreadable(reading) ? this.refuse(reading.code, column) : reading;
  }

  /** What a cell says, without reporting it when it is unreadable. */
  peek<T extends string | number>(index: number, reader: CellReader<T>): Reading<T> {
    return reader(this.cells[index], this.ofColumn.get(index) ?? this.rules, this.formatAt(index, this.sheetRow));
  }

  /** As `peek`, in a row that the reader does not stand on. */
  peekIn<T extends string | number>({ row, cells }: SheetRow, index: number, reader: CellReader<T>): Reading<T> {
    return reader(cells[index], this.ofColumn.get(index) ?? this.rules, this.formatAt(index, row));
  }

  /** The first of several columns that is filled in; null when none is, or it is unreadable and thereby reported. */
  readFirst<T extends string | number>(columns: readonly ColumnMatch[], reader: CellReader<T>): T | null {
    for (const column of columns) {
      const reading = this.peek(column.index, reader);
      if (isUnreadable(reading)) return this.refuse(reading.code, column);
      if (reading !== null) return reading;
    }
    return null;
  }

  /** As `readFirst`, but an empty value is a problem too. Null always means: reported. */
  need<T extends string | number>(
    columns: readonly ColumnMatch[],
    reader: CellReader<T>,
    ifMissing: RowProblemCode = 'VALUE_MISSING',
  ): T | null {
    const value = this.readFirst(columns, reader);
    if (value !== null || columns.some(({ index }) => isUnreadable(this.peek(index, reader)))) return value;
    const [column] = columns;
    this.report(ifMissing, column ?? null, { column: column?.header ?? '' });
    return null;
  }

  /** Adds a problem of the current row, unless the very same has been told. */
  report(code: RowProblemCode, column: ColumnMatch | null, details: RowProblem['details']): void {
    this.hasFailed = true;
    this.hasFailedAmount ||= code.startsWith('AMOUNT_');
    this.tell({ code, row: this.sheetRow, column: column?.header ?? null, details });
  }

  /** Tells something of the current row that does not keep it from being read. */
  warn(code: RowProblemCode, column: ColumnMatch): void {
    this.tell({
      code,
      row: this.sheetRow,
      column: column.header,
      details: { column: column.header, value: this.textOf(column) },
    });
  }

  /** The cell as a person reads it, for sentences. */
  textOf(column: ColumnMatch): string {
    return textOfCell(this.cells[column.index]);
  }

  private refuse(code: RowProblemCode, column: ColumnMatch): null {
    const format = code.startsWith('AMOUNT_') ? this.formatAt(column.index, this.sheetRow) : undefined;
    const cell = this.cells[column.index];
    const shown = typeof cell === 'number' && format !== undefined ? shownText(cell, format) : null;
    this.report(code, column, { column: column.header, value: shown ?? this.textOf(column) });
    return null;
  }

  private formatAt(index: number, row: number): string | undefined {
    return this.formats?.get(index)?.[row - this.firstRow];
  }

  private tell(problem: RowProblem): void {
    const key = JSON.stringify(problem);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.problems.push(problem);
  }
}
