// One worksheet: its cells, sizes, panes and everything hung on cells. The page and the tests use it directly.
import { HostError } from '../host-error.ts';
import type { Area } from './area.ts';
import { cellArea, cellCount, formatArea, lastColumn, lastRow, quoteSheetName } from './area.ts';
import type { CellValue } from './cell-grid.ts';
import { CellGrid } from './cell-grid.ts';
import type { CellStyle } from './cell-style.ts';
import { displayText } from './display-text.ts';
import { readInput } from './parse-input.ts';
import type {
  Cell,
  CellWrite,
  ConditionalFormat,
  Hyperlink,
  Sheet as SheetShape,
  Validation,
  Visibility,
  Workbook,
} from './shape.ts';

export class Sheet implements SheetShape {
  readonly workbook: Workbook;
  readonly id: string;
  readonly grid = new CellGrid();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly customProperties = new Map<string, unknown>();
  /** By cell key, see `cellKey`. */
  readonly hyperlinks = new Map<number, Hyperlink>();
  merges: Area[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  validations: Validation[] = [];
  autoFilter: { area: Area; readonly criteria: Map<number, unknown> } | undefined;
  name: string;
  visibility: Visibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  isProtected = false;
  standardWidth = 8.43;
  /** The rows and columns that stay in sight, counted from the top left. */
  frozen = { rows: 0, columns: 0 };
  selection: Area = cellArea(0, 0);

  constructor(workbook: Workbook, id: string, name: string) {
    this.workbook = workbook;
    this.id = id;
    this.name = name;
  }

  /** What the cell holds; formulas are worked out. */
  value(row: number, column: number): CellValue {
    const formula = this.grid.formula(row, column);
    if (formula === undefined) return this.grid.value(row, column);
    return this.workbook.formulas.valueOf(this, row, column, formula);
  }

  /** What the cell shows. */
  text(row: number, column: number): string {
    return displayText(this.value(row, column), this.style(row, column).numberFormat);
  }

  style(row: number, column: number): CellStyle {
    return this.workbook.styles.get(this.grid.style(row, column));
  }

  cell(row: number, column: number): Cell {
    return {
      value: this.value(row, column),
      formula: this.grid.formula(row, column),
      text: this.text(row, column),
      style: this.style(row, column),
      hyperlink: this.hyperlinks.get(cellKey(row, column)),
    };
  }

  /** Rows and columns from A1 to the last cell with content; 0 x 0 when empty. */
  usedSize(): { readonly rows: number; readonly columns: number } {
    const used = this.grid.usedArea(true);
    return used ? { rows: lastRow(used) + 1, columns: lastColumn(used) + 1 } : { rows: 0, columns: 0 };
  }

  /** Like usedSize but cheap: the stored extent, which may end in emptied cells. */
  extent(): { readonly rows: number; readonly columns: number } {
    const { rows } = this.grid;
    let columns = 0;
    for (const line of rows) if (line) columns = Math.max(columns, line.values.length, line.formulas?.length ?? 0);
    return { rows: rows.length, columns };
  }

  address(area: Area): string {
    return `${quoteSheetName(this.name)}!${formatArea(area)}`;
  }

  /** Puts inputs into cells as if typed: `=` starts a formula, number-looking text becomes a number unless the cell is `@`. */
  write(area: Area, inputs: readonly (readonly CellWrite[])[]): void {
    const before = cellCount(area) === 1 ? this.value(area.row, area.column) : undefined;
    inputs.forEach((line, index) =>
      line.forEach((input, offset) => {
        if (input !== null) this.#enter(area.row + index, area.column + offset, input);
      }),
    );
    this.workbook.changed({ kind: 'cells', sheet: this, area, how: 'RangeEdited', before });
  }

  #enter(row: number, column: number, input: CellValue): void {
    const style = this.grid.style(row, column);
    const { numberFormat } = this.workbook.styles.get(style);
    const entered = readInput(input, numberFormat);
    if (entered.formula === undefined) this.grid.setValue(row, column, entered.value);
    else this.grid.setFormula(row, column, entered.formula);
    if (entered.numberFormat !== undefined && numberFormat === 'General')
      this.grid.setStyle(row, column, this.workbook.styleWith(style, { numberFormat: entered.numberFormat }));
  }

  /** Loads cells as a file gives them: texts stay texts whatever they look like, and no event is raised per cell. */
  load(
    cells: readonly (readonly CellWrite[])[],
    at: { readonly row: number; readonly column: number } = { row: 0, column: 0 },
  ): void {
    cells.forEach((line, index) =>
      line.forEach((value, offset) => {
        if (value !== null) this.grid.setValue(at.row + index, at.column + offset, value);
      }),
    );
    const columns = cells.reduce((widest, line) => Math.max(widest, line.length), 1);
    const area = { ...at, rows: Math.max(cells.length, 1), columns };
    this.workbook.changed({ kind: 'cells', sheet: this, area, how: 'RangeEdited', before: undefined });
  }

  restyle(area: Area, change: (style: CellStyle) => CellStyle): void {
    this.grid.restyle(area, this.workbook.styles.changer(change));
    this.workbook.changed({ kind: 'format', sheet: this, area });
  }

  clear(area: Area, what: { readonly contents: boolean; readonly formats: boolean; readonly links: boolean }): void {
    this.grid.clear(area, what);
    if (what.links) for (const key of this.hyperlinks.keys()) if (keyInside(key, area)) this.hyperlinks.delete(key);
    if (what.contents)
      this.workbook.changed({ kind: 'cells', sheet: this, area, how: 'RangeEdited', before: undefined });
    else this.workbook.changed({ kind: 'format', sheet: this, area });
  }

  /** Merging keeps the top left value only, as Excel does. */
  merge(area: Area): void {
    if (this.workbook.tables.at(this, area)) throw new HostError('InvalidOperation');
    const first = this.grid.value(area.row, area.column);
    this.grid.clear(area, { contents: true, formats: false });
    this.grid.setValue(area.row, area.column, first);
    this.merges.push(area);
    this.workbook.changed({ kind: 'cells', sheet: this, area, how: 'RangeEdited', before: undefined });
  }
}

const COLUMNS = 16_384;
export const cellKey = (row: number, column: number): number => row * COLUMNS + column;
export const keyPlace = (key: number): { row: number; column: number } => ({
  row: Math.floor(key / COLUMNS),
  column: key % COLUMNS,
});

function keyInside(key: number, area: Area): boolean {
  const { row, column } = keyPlace(key);
  return row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);
}
