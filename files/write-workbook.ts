// Result worksheets as an xlsx file: the same description the add-in draws, drawn outside Excel. The only writer.
import { type CellStyle, type CellValue, type ConditionalRule, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ResultSheet, ResultTable, ResultValue } from '../core/worksheets/result-sheet.ts';
import { TABLE_STYLE, TONE_LOOKS } from '../core/worksheets/result-looks.ts';
import { tableRange, totalsOf } from '../core/worksheets/table-layout.ts';
import { FONT, lineStyle, styleOf, TABLE_HEADER, tableCellStyle, TOTAL } from './cell-styles.ts';
import { lineRules, tableRules } from './conditional-rules.ts';

/** What the file says about itself. No personal data, and no clock: the day of the result is the file's date. */
export interface WorkbookFacts {
  readonly title: string;
  /** ISO day. */
  readonly date: string;
}

/** Writes formulas with the values they have now, texts as texts, amounts and days as numbers with a format. */
export async function writeWorkbook(
  sheets: readonly ResultSheet[],
  { title, date }: WorkbookFacts,
): Promise<Uint8Array> {
  const day = new Date(`${date}T00:00:00Z`);
  return writeXlsx({
    sheets: sheets.map(drawSheet),
    defaultFont: FONT,
    properties: { title, creator: 'Clearsheet', created: day, modified: day },
  });
}

type Cell = NonNullable<WriteSheet['cells']> extends Map<string, infer C> ? C : never;

/** Cells by `row,column`, 0-based: the shape the library takes. */
type Grid = Map<string, Cell>;

function drawSheet(sheet: ResultSheet): WriteSheet {
  const grid: Grid = new Map();
  drawLines(grid, sheet);
  for (const table of sheet.tables) drawTable(grid, table, sheet.decimals);
  return {
    name: sheet.name,
    cells: grid,
    columns: widthsOf(sheet).map((width) => ({ width })),
    tables: sheet.tables.map((table) => ({
      name: table.name,
      range: tableRange(table),
      columns: table.columns.map(({ header }) => ({ name: header })),
      style: TABLE_STYLE,
      showRowStripes: false,
    })),
    conditionalRules: rulesOf(sheet),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    view: { showGridLines: sheet.tables.length > 0, tabColor: { rgb: TONE_LOOKS[sheet.tone ?? 'calm'].tab } },
    rowDefs: heightsOf(sheet),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Titles need room; all other rows find their height by themselves, wrapped sentences included. */
function heightsOf({ lines }: ResultSheet): Map<number, { height: number }> {
  return new Map(lines.flatMap(({ style }, row) => (style === 'title' ? [[row, { height: 26 }] as const] : [])));
}

function widthsOf({ widths, tables }: ResultSheet): readonly number[] {
  return widths ?? tables[0]?.columns.map(({ width }) => width) ?? [];
}

function drawLines(grid: Grid, { lines, decimals }: ResultSheet): void {
  lines.forEach((line, row) => {
    line.cells.forEach((value, column) => {
      const format = line.formats?.[column] ?? 'text';
      const tone = column === 0 ? line.tone : undefined;
      put(grid, row, column, value, lineStyle(line.style, { format, decimals, value, tone }));
    });
  });
}

function drawTable(grid: Grid, table: ResultTable, decimals: number): void {
  const header = table.headerRow - 1;
  const styles = table.columns.map((column) => tableCellStyle(column, decimals));
  table.columns.forEach((column, at) => put(grid, header, at, column.header, TABLE_HEADER[styleOf(column.format)]));
  totalsOf(table).forEach((total, at) => {
    const { format = 'text', total: kind } = table.columns[at] ?? {};
    if (total)
      put(grid, header - 1, at, total, {
        ...TOTAL,
        ...tableCellStyle({ format: kind === 'count' ? 'count' : format }, decimals).number,
      });
  });
  table.rows.forEach((row, index) => {
    row.forEach((value, column) => put(grid, header + 1 + index, column, value, cellStyle(styles[column], value)));
  });
}

type ColumnStyles = ReturnType<typeof tableCellStyle>;

/** A text stands in a text cell whatever its column, and a formula never does: Excel would show it, not its value. */
function cellStyle(styles: ColumnStyles | undefined, value: ResultValue): CellStyle | undefined {
  if (typeof value === 'string') return styles?.text;
  return typeof value === 'object' && value !== null ? styles?.formula : styles?.number;
}

/** Texts that the library would write as error cells. As rich text they stay what they are. */
const LOOKS_LIKE_ERROR = /^#[A-Z/0_]+[!?]?$/;

function put(grid: Grid, row: number, column: number, value: ResultValue, style: CellStyle | undefined): void {
  if (value === null) return;
  grid.set(`${row},${column}`, { ...contentOf(value), ...(style && { style }) });
}

function contentOf(value: NonNullable<ResultValue>): Cell {
  if (typeof value === 'object') return { formula: value.formula.slice(1), formulaResult: value.value };
  if (typeof value === 'string' && LOOKS_LIKE_ERROR.test(value)) return { richText: [{ text: value }] };
  return { value: value satisfies CellValue };
}

function rulesOf(sheet: ResultSheet): ConditionalRule[] {
  const rules = [...lineRules(sheet), ...sheet.tables.flatMap(tableRules)];
  return rules.map((rule, at) => ({ ...rule, priority: at + 1 }));
}
