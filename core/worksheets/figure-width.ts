// Figures are never cut: a number or a day that is wider than its column shows as ####. Columns take the width of the largest
// figure in them, the totals and lines above a table counted in.
import type { ColumnFormat, ResultSheet, ResultTable, ResultValue } from './result-sheet.ts';

/** What a cell keeps free beside its figure; a bold one stands a little wider. */
const BESIDE_FIGURE = 1;
/** 2026-05-31 */
const DAY_PLACES = 10;

/** The sheet with its columns wide enough for their figures. Lines stand in the columns of the first table, or in their own. */
export function wideForFigures(sheet: ResultSheet): ResultSheet {
  const { widths, tables, decimals } = sheet;
  const ofLines = widthsOfLines(sheet);
  const wide = tables.map((table, nth) => wideTable(table, decimals, nth === 0 && widths === undefined ? ofLines : []));
  if (widths === undefined) return { ...sheet, tables: wide };
  return { ...sheet, tables: wide, widths: widths.map((width, at) => Math.max(width, ofLines[at] ?? 0)) };
}

function widthsOfLines({ lines, decimals }: ResultSheet): number[] {
  const widest: number[] = [];
  for (const { cells, formats } of lines)
    cells.forEach((cell, at) => {
      widest[at] = Math.max(widest[at] ?? 0, placesOf(figureIn(cell), formats?.[at] ?? 'text', decimals));
    });
  return widest;
}

function wideTable(table: ResultTable, decimals: number, ofLines: readonly number[]): ResultTable {
  const columns = table.columns.map((column, at) => ({
    ...column,
    width: Math.max(column.width, ofLines[at] ?? 0, widestOf(table, at, decimals)),
  }));
  return { ...table, columns };
}

function widestOf({ columns, rows }: ResultTable, at: number, decimals: number): number {
  const { format = 'text', total } = columns[at] ?? {};
  if (format === 'text' || format === 'link') return 0;
  let [least, most, sum] = [0, 0, 0];
  for (const row of rows) {
    const figure = figureIn(row[at] ?? null);
    least = Math.min(least, figure);
    most = Math.max(most, figure);
    sum += figure;
  }
  const shown = total === 'sum' ? [least, most, sum] : [least, most];
  return Math.max(...shown.map((figure) => placesOf(figure, format, decimals)));
}

function figureIn(cell: ResultValue): number {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  return typeof value === 'number' ? value : 0;
}

/** Characters of a figure as its cell shows it, with what stands beside it. */
function placesOf(figure: number, format: ColumnFormat, decimals: number): number {
  if (format === 'date') return figure === 0 ? 0 : DAY_PLACES + BESIDE_FIGURE;
  if (format !== 'amount' && format !== 'count') return 0;
  const shown = format === 'amount' ? decimals : 0;
  const digits = String(Math.trunc(Math.abs(figure))).length;
  const marks = Math.floor((digits - 1) / 3) + (figure < 0 ? 1 : 0);
  return digits + marks + (shown > 0 ? shown + 1 : 0) + BESIDE_FIGURE;
}
