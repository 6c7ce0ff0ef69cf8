// Result worksheets as an xlsx file: the same description the add-in draws, drawn outside Excel. The only writer.
import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type ConditionalRule,
  type TableDefinition,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { ResultColumn, ResultSheet, ResultTable, ResultValue } from '../core/worksheets/result-sheet.ts';
import { TABLE_STYLE, TONE_LOOKS } from '../core/worksheets/result-looks.ts';
import { onSheet, tableRange, totalsOf } from '../core/worksheets/table-layout.ts';
import { linesOf } from '../core/worksheets/text-width.ts';
import {
  FONT,
  lineStyle,
  styleOf,
  TABLE_HEADER,
  tableCellStyle,
  type TableCellStyles,
  totalStyle,
} from './cell-styles.ts';
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
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: FONT,
    properties: { title, creator: 'Clearsheet', created: day, modified: day },
  });
}

type PrintTitles = NonNullable<WriteOptions['namedRanges']>[number];

/** The header is printed on every page. The library would leave the quotes around the sheet's name out. */
function printTitles({ name, tables: [table] }: ResultSheet): PrintTitles[] {
  if (!table) return [];
  const rows = `$${table.headerRow}:$${table.headerRow}`;
  return [{ name: '_xlnm.Print_Titles', range: onSheet(name, rows), scope: name }];
}

/** Cells that need a word of their own, by `row,column`, 0-based: the shape the library takes. */
type Grid = NonNullable<WriteSheet['cells']>;
type GridCell = Grid extends Map<string, infer Content> ? Content : never;

/**
 * The bodies of tables travel as plain rows under the style of their column; everything else, and every formula, as a
 * cell of its own. Cells of their own cost the library five times as much, which 20,000 rows would feel.
 */
function drawSheet(sheet: ResultSheet): WriteSheet {
  const grid: Grid = new Map();
  const rows: CellValue[][] = [];
  drawLines(grid, sheet);
  for (const table of sheet.tables) drawTable(grid, rows, table, sheet.decimals);
  return {
    name: sheet.name,
    rows,
    cells: grid,
    columns: columnsOf(sheet),
    tables: sheet.tables.map(tableOf),
    conditionalRules: rulesOf(sheet),
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    view: { showGridLines: sheet.tables.length > 0, tabColor: { rgb: TONE_LOOKS[sheet.tone ?? 'calm'].tab } },
    rowDefs: heightsOf(sheet),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function columnsOf({ widths, tables, decimals }: ResultSheet): ColumnDef[] {
  const [table] = tables;
  if (widths || !table) return (widths ?? []).map((width) => ({ width }));
  return table.columns.map((column) => {
    const styles = tableCellStyle(column, decimals);
    return { width: column.width, style: isTextColumn(column) ? styles.text : styles.number };
  });
}

const isTextColumn = ({ format }: Pick<ResultColumn, 'format'>) => format === 'text' || format === 'link';

function tableOf(table: ResultTable): TableDefinition {
  return {
    name: table.name,
    range: tableRange(table),
    columns: table.columns.map(({ header }) => ({ name: header })),
    style: TABLE_STYLE,
    showRowStripes: false,
  };
}

/** In points. */
const LINE_HEIGHTS = { title: 28, note: 17, heading: 24, columns: 18, values: 18, total: 19 } as const;

const HEADER_HEIGHT = 21;
const TEXT_HEIGHT = 16;

/** By row, 0-based. Rows with wrapped sentences get theirs here: not every reader finds it by itself. */
function heightsOf({ lines, tables }: ResultSheet): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>(
    lines.map(({ style }, row) => [row, { height: LINE_HEIGHTS[style] }]),
  );
  for (const { headerRow, columns, rows } of tables) {
    heights.set(headerRow - 1, { height: HEADER_HEIGHT });
    const wrapped = columns.flatMap(({ wrap, width }, at) => (wrap ? [{ at, width }] : []));
    rows.forEach((row, index) => {
      const needed = Math.max(1, ...wrapped.map(({ at, width }) => textLines(row[at], width)));
      if (needed > 1) heights.set(headerRow + index, { height: needed * TEXT_HEIGHT });
    });
  }
  return heights;
}

const textLines = (value: ResultValue | undefined, width: number) =>
  typeof value === 'string' ? linesOf(value, width) : 1;

function drawLines(grid: Grid, { lines, decimals }: ResultSheet): void {
  lines.forEach((line, row) => {
    line.cells.forEach((value, column) => {
      const format = line.formats?.[column] ?? 'text';
      const tone = column === 0 ? line.tone : undefined;
      put(grid, row, column, value, lineStyle(line.style, { column, format, decimals, value, tone }));
    });
  });
}

function drawTable(grid: Grid, rows: CellValue[][], table: ResultTable, decimals: number): void {
  const header = table.headerRow - 1;
  table.columns.forEach((column, at) => put(grid, header, at, column.header, TABLE_HEADER[styleOf(column.format)]));
  totalsOf(table).forEach((total, at) => {
    const column = table.columns[at];
    if (total && column) put(grid, header - 1, at, total, totalStyle(column, decimals));
  });
  while (rows.length <= header) rows.push([]);
  const styles = table.columns.map((column) => tableCellStyle(column, decimals));
  table.rows.forEach((row, index) => {
    rows.push(row.map((value, at) => plainValue(value, table.columns[at])));
    row.forEach((value, at) => {
      if (plainValue(value, table.columns[at]) !== value)
        put(grid, header + 1 + index, at, value, styleFor(value, styles[at]));
    });
  });
}

/** The value where the column's own style suits it, else null: then it becomes a cell of its own. */
function plainValue(value: ResultValue, column: ResultColumn | undefined): CellValue {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !column || !isTextColumn(column)) return null;
  return LOOKS_LIKE_ERROR.test(value) ? null : value;
}

/** A text stands in a text cell whatever its column, and a formula never does: Excel would show it, not its value. */
function styleFor(value: ResultValue, styles: TableCellStyles | undefined): CellStyle | undefined {
  if (typeof value === 'string') return styles?.text;
  return typeof value === 'object' ? styles?.formula : styles?.number;
}

/** Texts that the library would write as error cells. As rich text they stay what they are. */
const LOOKS_LIKE_ERROR = /^#[A-Z/0_]+[!?]?$/;

function put(grid: Grid, row: number, column: number, value: ResultValue, style: CellStyle | undefined): void {
  grid.set(`${row},${column}`, { ...contentOf(value), ...(style && { style }) });
}

function contentOf(value: ResultValue): GridCell {
  if (typeof value === 'object' && value !== null)
    return { formula: value.formula.slice(1), formulaResult: value.value };
  if (typeof value === 'string' && LOOKS_LIKE_ERROR.test(value)) return { richText: [{ text: value }] };
  return { value };
}

function rulesOf(sheet: ResultSheet): ConditionalRule[] {
  const rules = [...lineRules(sheet), ...sheet.tables.flatMap(tableRules)];
  return rules.map((rule, at) => ({ ...rule, priority: at + 1 }));
}
