// Where rows and columns stand on screen, in pixels from the top left cell. Worked out once per change of the sheet.
import type { Area } from '../../host/model/area.ts';
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from '../../host/model/area.ts';
import type { Sheet } from '../../host/model/shape.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const STANDARD_ROW = 20;
const STANDARD_COLUMN = 72;
const SPARE = { rows: 40, columns: 8 } as const;
const LEAST = { rows: 100, columns: 26 } as const;
const PIXELS_PER_POINT = 4 / 3;
/** Type is drawn a little smaller than on paper, as spreadsheets do, so that a row of 20 pixels holds 11 points. */
const PIXELS_OF_TYPE = 1.18;
const LINES_MAX = 12;

/** Sums of sizes: `starts[n]` is where number n begins, `starts[count]` where all end. */
class Axis {
  readonly count: number;
  readonly #starts: Float64Array;

  constructor(count: number, sizeOf: (index: number) => number) {
    this.count = count;
    this.#starts = new Float64Array(count + 1);
    for (let index = 0; index < count; index++) this.#starts[index + 1] = this.start(index) + sizeOf(index);
  }

  start(index: number): number {
    return this.#starts[Math.max(0, Math.min(index, this.count))] ?? 0;
  }

  size(index: number): number {
    return this.start(index + 1) - this.start(index);
  }

  get total(): number {
    return this.start(this.count);
  }

  /** The row or column at a position; positions outside give the first or last. */
  at(position: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

export class GridLayout {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The sheet's content that this layout belongs to: a sheet changes in place. */
  readonly content: number;

  constructor(sheet: Sheet, content = 0) {
    this.content = content;
    const used = sheet.extent();
    const rowCount = Math.min(Math.max(used.rows + SPARE.rows, LEAST.rows), MAX_ROWS);
    const columnCount = Math.min(Math.max(used.columns + SPARE.columns, LEAST.columns), MAX_COLUMNS);
    this.columns = new Axis(columnCount, (column) => columnWidth(sheet, column));
    const widths = (column: number) => this.columns.size(column);
    const heightOf = rowFitter(sheet, widths);
    this.rows = new Axis(rowCount, (row) => (sheet.hiddenRows.has(row) ? 0 : heightOf(row)));
    this.frozen = { rows: Math.min(sheet.frozen.rows, 50), columns: Math.min(sheet.frozen.columns, 20) };
  }

  box(area: Area): Box {
    const [left, top] = [this.columns.start(area.column), this.rows.start(area.row)];
    const width = this.columns.start(lastColumn(area) + 1) - left;
    return { left, top, width, height: this.rows.start(lastRow(area) + 1) - top };
  }
}

function columnWidth(sheet: Sheet, column: number): number {
  if (sheet.hiddenColumns.has(column)) return 0;
  const points = sheet.columnWidths.get(column);
  return points === undefined ? STANDARD_COLUMN : Math.max(Math.round(points * PIXELS_PER_POINT), 4);
}

/** Row heights as Excel fits them by itself: the tallest font, and the lines that wrapped texts need. */
function rowFitter(sheet: Sheet, widthOf: (column: number) => number): (row: number) => number {
  const lines = sheet.workbook.styles.all().map((style) => ({
    line: Math.max(STANDARD_ROW, Math.ceil(style.fontSize * PIXELS_PER_POINT * 1.36)),
    wraps: style.wrapText,
    character: style.fontSize * PIXELS_OF_TYPE * 0.52,
    wrapped: Math.ceil(style.fontSize * PIXELS_OF_TYPE * 1.32),
  }));
  const plain = { line: STANDARD_ROW, wraps: false, character: 7, wrapped: 18 };
  return (row) => {
    const fixed = sheet.rowHeights.get(row);
    if (fixed !== undefined) return Math.round(fixed * PIXELS_PER_POINT);
    const { styles = [], values = [] } = sheet.grid.rows[row] ?? {};
    let height = STANDARD_ROW;
    for (let column = 0; column < values.length; column++) {
      const value = values[column];
      if (value === undefined) continue;
      const look = lines[styles[column] ?? 0] ?? plain;
      const count =
        look.wraps && typeof value === 'string' ? lineCount(value, widthOf(column) - 12, look.character) : 1;
      const tall = count === 1 ? look.line : 4 + count * look.wrapped;
      if (tall > height) height = tall;
    }
    return height;
  };
}

/** An estimate: Chinese characters are two Latin ones wide. */
function lineCount(text: string, width: number, character: number): number {
  let count = 0;
  for (const line of text.split('\n')) count += Math.max(1, Math.ceil((textWidth(line) * character) / width));
  return Math.min(count, LINES_MAX);
}

/** The width of a text in Latin characters. */
export function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) width += text.charCodeAt(index) > 0x2e7f ? 2 : 1;
  return width;
}
