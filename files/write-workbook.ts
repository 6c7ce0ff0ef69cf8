// Result worksheets as an xlsx file: the same description the add-in draws, drawn outside Excel. The only writer.
import {
  type CellStyle,
  type ColumnDef,
  type ConditionalRule,
  type TableDefinition,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import { cellText } from '../core/worksheets/cell-limits.ts';
import type { ResultSheet, ResultTable, ResultValue } from '../core/worksheets/result-sheet.ts';
import { TABLE_STYLE, TONE_LOOKS } from '../core/worksheets/result-looks.ts';
import { onSheet, tableRange, totalsOf } from '../core/worksheets/table-layout.ts';
import { FONT, lineStyle, styleOf, TABLE_HEADER, totalStyle } from './cell-styles.ts';
import { lineRules, tableRules } from './conditional-rules.ts';
import { fillTables, patternStyles } from './fill-tables.ts';
import { escapeCodes } from './shared-texts.ts';
import { LOOKS_LIKE_ERROR } from './table-body.ts';

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
  const frame = await writeXlsx({
    sheets: sheets.map(drawSheet),
    namedRanges: sheets.flatMap(printTitles),
    defaultFont: FONT,
    properties: { title, creator: 'Clearsheet', created: day, modified: day },
  });
  return fillTables(frame, sheets);
}

type PrintTitles = NonNullable<WriteOptions['namedRanges']>[number];

/** The header is printed on every page. The library would leave the quotes around the sheet's name out. */
function printTitles({ name, tables: [table] }: ResultSheet): PrintTitles[] {
  if (!table) return [];
  const rows = `$${table.headerRow}:$${table.headerRow}`;
  return [{ name: '_xlnm.Print_Titles', range: onSheet(name, rows), scope: name }];
}

/** Cells by `row,column`, 0-based: the shape the library takes. */
type Grid = NonNullable<WriteSheet['cells']>;
type GridCell = Grid extends Map<string, infer Content> ? Content : never;

/** All but the rows of the tables, which stand there as one row of patterns. */
function drawSheet(sheet: ResultSheet): WriteSheet {
  const grid: Grid = new Map();
  drawLines(grid, sheet);
  for (const table of sheet.tables) drawTable(grid, table, sheet.decimals);
  return {
    name: sheet.name,
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

function columnsOf({ widths, tables: [table] }: ResultSheet): ColumnDef[] {
  return (widths ?? table?.columns.map(({ width }) => width) ?? []).map((width) => ({ width }));
}

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

/** By row, 0-based. The rows of tables find theirs themselves. */
function heightsOf({ lines, tables }: ResultSheet): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>();
  lines.forEach(({ style }, row) => heights.set(row, { height: LINE_HEIGHTS[style] }));
  for (const { headerRow } of tables) heights.set(headerRow - 1, { height: HEADER_HEIGHT });
  return heights;
}

function drawLines(grid: Grid, { lines, decimals }: ResultSheet): void {
  lines.forEach((line, row) => {
    line.cells.forEach((value, column) => {
      const format = line.formats?.[column] ?? 'text';
      const tone = column === 0 ? line.tone : undefined;
      put(grid, row, column, value, lineStyle(line.style, { column, format, decimals, value, tone }));
    });
  });
}

function drawTable(grid: Grid, table: ResultTable, decimals: number): void {
  const header = table.headerRow - 1;
  table.columns.forEach((column, at) => put(grid, header, at, column.header, TABLE_HEADER[styleOf(column.format)]));
  totalsOf(table).forEach((total, at) => {
    const column = table.columns[at];
    if (total && column) put(grid, header - 1, at, total, totalStyle(column, decimals));
  });
  patternStyles(table, decimals).forEach((style, at) => put(grid, header + 1, at, null, style));
}

function put(grid: Grid, row: number, column: number, value: ResultValue, style: CellStyle | undefined): void {
  grid.set(`${row},${column}`, { ...contentOf(value), ...(style && { style }) });
}

function contentOf(value: ResultValue): GridCell {
  if (typeof value === 'object' && value !== null)
    return { formula: value.formula.slice(1), formulaResult: plainValue(value.value) };
  if (typeof value === 'string' && LOOKS_LIKE_ERROR.test(value)) return { richText: [{ text: value }] };
  return { value: plainValue(value) };
}

/** The library writes control characters by their codes, but leaves what only looks like a code. */
const plainValue = <Value extends ResultValue>(value: Value) =>
  typeof value === 'string' ? escapeCodes(cellText(value)) : value;

function rulesOf(sheet: ResultSheet): ConditionalRule[] {
  const rules = [...lineRules(sheet), ...sheet.tables.flatMap(tableRules)];
  return rules.map((rule, at) => ({ ...rule, priority: at + 1 }));
}
