// Cells with spans as plain rows: the value stands in the first of the cells it covers, as in Excel's merged cells.
import type { Cell } from '../core/sheet-table.ts';

export interface SpannedCell {
  readonly columns: number;
  readonly rows: number;
  /** The value where it is known apart from the text. */
  readonly value: number | null;
}

/** No report is wider; a span beyond it would only fill memory. */
const WIDEST = 1_000;

export class TableGrid {
  readonly rows: Cell[][] = [];
  /** Positions in `rows` of those that are not shown. */
  readonly hiddenRows = new Set<number>();
  private isHidden = false;
  private current: Cell[] | null = null;
  private cell: SpannedCell | null = null;
  private content = '';
  /** By column: in how many rows below it is still covered from above. */
  private covered: number[] = [];

  startRow(isHidden: boolean): void {
    this.endRow();
    this.current = [];
    this.isHidden = isHidden;
  }

  get isRowOpen(): boolean {
    return this.current !== null;
  }

  endRow(): void {
    this.endCell();
    if (this.current === null) return;
    this.skipCovered(this.current);
    if (this.isHidden) this.hiddenRows.add(this.rows.length);
    this.rows.push(this.current);
    this.current = null;
    this.covered = this.covered.map((rows) => Math.max(0, rows - 1));
  }

  /** Another table begins inside this row, which is none of its own unless something stood before. */
  interrupt(): void {
    this.endCell();
    if (this.current?.every((cell) => cell === null)) this.current = null;
    this.endRow();
    this.covered = [];
  }

  startCell(cell: SpannedCell): void {
    this.endCell();
    this.cell = cell;
    this.content = '';
  }

  write(text: string): void {
    if (this.cell) this.content += text;
  }

  endCell(): void {
    const { cell, current } = this;
    this.cell = null;
    if (!cell || !current) return;
    this.skipCovered(current);
    const first = current.length;
    const width = Math.min(cell.columns, WIDEST - first);
    for (let column = first; column < first + width; column++) {
      current.push(column === first ? valueIn(cell, tidy(this.content)) : null);
      // The row itself is counted too: it is taken off when the row ends.
      if (cell.rows > 1) this.covered[column] = cell.rows;
    }
  }

  private skipCovered(current: Cell[]): void {
    while ((this.covered[current.length] ?? 0) > 0 && current.length < WIDEST) current.push(null);
  }
}

/** The exact number, unless it is shown as a percentage: as text it cannot be taken for an amount. */
function valueIn({ value }: SpannedCell, text: Cell): Cell {
  return value === null || /\d\s*%$/.test(String(text)) ? text : value;
}

/** Blanks collapse as on the page, lines stay. */
function tidy(content: string): Cell {
  const text = content
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return text === '' ? null : text;
}
