// Draws one table of a result sheet: rows in blocks, then the Excel table over them, totals, widths and colours.
import { columnLetters } from '../../core/sheet-table.ts';
import type { ResultColumn, ResultTable } from '../../core/worksheets/result-sheet.ts';
import { bodyRows, columnRange, quoted, tableRange, totalsOf } from '../../core/worksheets/table-layout.ts';
import { cellsOf, isFormula, namesSheet, plainValue, rowBlocks, writeCells } from './result-cells.ts';
import { paintWhen, pointsOfWidth, TABLE_STYLE } from './result-looks.ts';

export interface TableOptions {
  /** Decimals shown for amounts. */
  readonly decimals: number;
  /** Called after each block with the number of its rows; may throw to stop. */
  readonly onRows: (rows: number) => void;
}

/** Values first, the table over them afterwards: adding rows to a table is slow in Excel (OfficeDev/office-js issue 12). */
export async function drawTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: ResultTable,
  options: TableOptions,
): Promise<Excel.Table> {
  const formats = table.columns.map((column) => column.format);
  const headers = cellsOf([table.columns.map((column) => column.header)], formats, 0);
  writeCells(rowsOf(sheet, table, table.headerRow, 1), headers);
  let row = table.headerRow + 1;
  for (const block of rowBlocks(table.rows)) {
    const cells = cellsOf(block, formats, options.decimals);
    writeCells(rowsOf(sheet, table, row, block.length), cells);
    await writeNow(context);
    options.onRows(block.length);
    row += block.length;
  }
  drawTotals(sheet, table, options);
  const drawn = sheet.tables.add(tableRange(table), true);
  drawn.style = TABLE_STYLE;
  drawn.showBandedRows = false;
  table.columns.forEach((column, index) => drawColumn(sheet, table, column, index));
  drawTones(sheet, table);
  return drawn;
}

/**
 * Writes the columns of a table whose formulas name other result sheets, once those bear their final names. Whole columns:
 * Excel may fill a table's column by itself when one of its cells becomes a formula.
 * @param rename gives a formula the names under which the sheets finally stand
 */
export function drawTableFormulas(
  sheet: Excel.Worksheet,
  { headerRow, columns, rows }: ResultTable,
  rename: (formula: string) => string,
): void {
  columns.forEach((_, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    if (!cells.some((cell) => isFormula(cell) && namesSheet(cell))) return;
    const body = sheet.getRangeByIndexes(headerRow, index, rows.length, 1);
    body.formulas = cells.map((cell) => [isFormula(cell) ? rename(cell.formula) : plainValue(cell ?? '')]);
  });
}

/** Sends what is queued without recalculating in between; calculation comes back with the sync by itself. */
export async function writeNow(context: Excel.RequestContext): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  await context.sync();
}

function rowsOf(sheet: Excel.Worksheet, table: ResultTable, row: number, count: number): Excel.Range {
  return sheet.getRangeByIndexes(row - 1, 0, count, table.columns.length);
}

function drawTotals(sheet: Excel.Worksheet, table: ResultTable, { decimals }: TableOptions): void {
  totalsOf(table).forEach((total, index) => {
    const column = table.columns[index];
    if (!total || !column) return;
    const cell = sheet.getRangeByIndexes(table.headerRow - 2, index, 1, 1);
    const format = column.total === 'count' ? 'count' : column.format;
    writeCells(cell, cellsOf([[total]], [format], decimals));
    cell.format.font.bold = true;
    cell.format.horizontalAlignment = 'Right';
  });
}

function drawColumn(sheet: Excel.Worksheet, table: ResultTable, column: ResultColumn, index: number): void {
  const header = sheet.getRangeByIndexes(table.headerRow - 1, index, 1, 1);
  const body = sheet.getRange(columnRange(table, index));
  header.format.font.bold = true;
  header.format.columnWidth = pointsOfWidth(column.width);
  body.format.verticalAlignment = 'Top';
  if (column.wrap) body.format.wrapText = true;
  if (column.format !== 'text' && column.format !== 'link') {
    header.format.horizontalAlignment = 'Right';
    body.format.horizontalAlignment = 'Right';
  }
  if (column.zero) paintWhen(body, `=${firstCell(table, index)}<>0`, 'bad');
}

/** The column's first body cell, row relative: conditional formats count from the top left cell of their range. */
function firstCell(table: ResultTable, column: number): string {
  return `$${columnLetters(column + 1)}${table.headerRow + 1}`;
}

function drawTones(sheet: Excel.Worksheet, table: ResultTable): void {
  if (!table.tones || table.rows.length === 0) return;
  const { column, byText } = table.tones;
  const cells = sheet.getRangeByIndexes(table.headerRow, column, bodyRows(table), 1);
  for (const tone of new Set(Object.values(byText))) {
    const texts = Object.keys(byText).filter((text) => byText[text] === tone);
    const tests = texts.map((text) => `${firstCell(table, column)}=${quoted(text)}`);
    paintWhen(cells, `=OR(${tests.join(',')})`, tone);
  }
}
