// The cells of one sheet: sparse rows of arrays, no object per cell, so that 20,000 x 30 cells stay cheap.
import type { Area } from './area.ts';
import { isUnbounded, lastColumn, lastRow, WHOLE_SHEET } from './area.ts';

/** What a cell shows before formatting; the empty string is the empty cell, errors are their text (`#N/A`). */
export type CellValue = string | number | boolean;

export interface GridRow {
  values: (CellValue | undefined)[];
  formulas: (string | undefined)[] | undefined;
  styles: (number | undefined)[] | undefined;
}

export class CellGrid {
  rows: (GridRow | undefined)[] = [];
  readonly columnStyles = new Map<number, number>();
  readonly rowStyles = new Map<number, number>();

  /** The stored value; of a formula cell this is empty, its value is the evaluator's business. */
  value(row: number, column: number): CellValue {
    return this.rows[row]?.values[column] ?? '';
  }

  formula(row: number, column: number): string | undefined {
    return this.rows[row]?.formulas?.[column];
  }

  style(row: number, column: number): number {
    return this.rows[row]?.styles?.[column] ?? this.rowStyles.get(row) ?? this.columnStyles.get(column) ?? 0;
  }

  setValue(row: number, column: number, value: CellValue): void {
    const line = this.line(row);
    line.values[column] = value === '' ? undefined : value;
    if (line.formulas) line.formulas[column] = undefined;
  }

  setFormula(row: number, column: number, formula: string): void {
    const line = this.line(row);
    line.values[column] = undefined;
    (line.formulas ??= [])[column] = formula;
  }

  setStyle(row: number, column: number, style: number): void {
    (this.line(row).styles ??= [])[column] = style;
  }

  isEmpty(row: number, column: number): boolean {
    return this.value(row, column) === '' && this.formula(row, column) === undefined;
  }

  line(row: number): GridRow {
    return (this.rows[row] ??= { values: [], formulas: undefined, styles: undefined });
  }

  /** The smallest area with content; formatted cells count too unless valuesOnly, as in Excel's used range. */
  usedArea(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | undefined {
    let [top, bottom, left, right] = [-1, -1, Infinity, -1];
    const end = Math.min(this.rows.length - 1, lastRow(within));
    for (let row = within.row; row <= end; row++) {
      const span = this.#span(row, valuesOnly, within);
      if (!span) continue;
      if (top < 0) top = row;
      bottom = row;
      left = Math.min(left, span[0]);
      right = Math.max(right, span[1]);
    }
    return top < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  #span(row: number, valuesOnly: boolean, within: Area): [number, number] | undefined {
    const line = this.rows[row];
    if (!line) return undefined;
    const used = (column: number) =>
      line.values[column] !== undefined ||
      line.formulas?.[column] !== undefined ||
      (!valuesOnly && (line.styles?.[column] ?? 0) !== 0);
    const width = Math.max(line.values.length, line.formulas?.length ?? 0, line.styles?.length ?? 0);
    let right = Math.min(width - 1, lastColumn(within));
    while (right >= within.column && !used(right)) right--;
    if (right < within.column) return undefined;
    let left = within.column;
    while (!used(left)) left++;
    return [left, right];
  }

  /** Applies a style change; whole columns and rows are remembered as such instead of a million cells. */
  restyle(area: Area, change: (style: number) => number): void {
    if (!isUnbounded(area)) return this.#restyleCells(area, change);
    if (area.columns < WHOLE_SHEET.columns) return this.#restyleColumns(area, change);
    if (area.rows < WHOLE_SHEET.rows) return this.#restyleRows(area, change);
    this.#restyleColumns(area, change);
    for (const [row, style] of this.rowStyles) this.rowStyles.set(row, change(style));
  }

  #restyleCells(area: Area, change: (style: number) => number): void {
    for (let row = area.row; row <= lastRow(area); row++)
      for (let column = area.column; column <= lastColumn(area); column++)
        this.setStyle(row, column, change(this.style(row, column)));
  }

  #restyleColumns(area: Area, change: (style: number) => number): void {
    const rows = new Set([...this.rowStyles.keys(), ...this.rows.keys()]);
    for (const row of rows) this.#restyleKnown(row, area, change);
    for (let column = area.column; column <= lastColumn(area); column++)
      this.columnStyles.set(column, change(this.columnStyles.get(column) ?? 0));
  }

  #restyleRows(area: Area, change: (style: number) => number): void {
    for (let row = area.row; row <= lastRow(area); row++) {
      this.#restyleKnown(row, area, change);
      for (const [column, style] of this.columnStyles)
        if (this.rows[row]?.styles?.[column] === undefined && !this.rowStyles.has(row))
          this.setStyle(row, column, change(style));
      this.rowStyles.set(row, change(this.rowStyles.get(row) ?? 0));
    }
  }

  /** Cells that already have a look of their own, and cells of a styled row where a column style would now win. */
  #restyleKnown(row: number, area: Area, change: (style: number) => number): void {
    this.rows[row]?.styles?.forEach((style, column) => {
      if (style !== undefined && column >= area.column && column <= lastColumn(area))
        this.setStyle(row, column, change(style));
    });
    const rowStyle = this.rowStyles.get(row);
    if (rowStyle === undefined || area.columns === WHOLE_SHEET.columns) return;
    for (let column = area.column; column <= lastColumn(area); column++)
      if (this.rows[row]?.styles?.[column] === undefined) this.setStyle(row, column, change(rowStyle));
  }

  clear(area: Area, what: { contents: boolean; formats: boolean }): void {
    const end = Math.min(this.rows.length - 1, lastRow(area));
    for (let row = area.row; row <= end; row++) this.#clearRow(row, area, what);
    const isLayered = this.columnStyles.size > 0 || this.rowStyles.size > 0;
    if (what.formats && isLayered) this.#uncover(area);
  }

  /** Over a styled column or row, no look must be said of each cell: forgetting it would show the column's. */
  #uncover(area: Area): void {
    this.restyle(area, () => 0);
    for (const styles of [this.columnStyles, this.rowStyles])
      if (![...styles.values()].some((style) => style !== 0)) styles.clear();
  }

  #clearRow(row: number, area: Area, what: { contents: boolean; formats: boolean }): void {
    const line = this.rows[row];
    if (!line) return;
    const wipe = (list: unknown[] | undefined) => {
      if (list) list.fill(undefined, area.column, Math.min(list.length, lastColumn(area) + 1));
    };
    if (what.contents) [line.values, line.formulas].forEach(wipe);
    if (what.formats) wipe(line.styles);
  }
}
