// Where things stand on a result sheet: the addresses that formulas, filters and both writers agree on.
import { columnLetters } from '../sheet-table.ts';
import type { ColumnFormat, Formula, ResultTable } from './result-sheet.ts';

/** Rows a table occupies below its header: Excel wants at least one, be it blank. */
export function bodyRows(table: Pick<ResultTable, 'rows'>): number {
  return Math.max(1, table.rows.length);
}

/** The table's range with its header, for example `A6:K120`. */
export function tableRange(table: ResultTable): string {
  const last = columnLetters(table.columns.length);
  return `A${table.headerRow}:${last}${table.headerRow + bodyRows(table)}`;
}

/** The cells of one column below the header, absolute: `$C$7:$C$120`. */
export function columnRange(table: ResultTable, column: number): string {
  const letters = columnLetters(column + 1);
  return `$${letters}$${table.headerRow + 1}:$${letters}$${table.headerRow + bodyRows(table)}`;
}

/** A range on another sheet: the name in quotes, so that any character may stand in it. */
export function onSheet(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
}

/** A text as it stands inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The live totals above a table's header: SUBTOTAL counts only what the filter shows. Null where no total is asked. */
export function totalsOf(table: ResultTable): (Formula | null)[] {
  return table.columns.map(({ total }, column) => {
    if (total === undefined) return null;
    const values = table.rows.map((row) => row[column] ?? null);
    const range = columnRange(table, column);
    if (total === 'count') {
      return { formula: `=SUBTOTAL(103,${range})`, value: values.filter((value) => value !== null).length };
    }
    return { formula: `=SUBTOTAL(109,${range})`, value: sumOfCells(values) };
  });
}

/**
 * A formula that must come out at zero. Sums of decimals leave binary dust behind; amounts have four decimals, so the
 * fourth is where a difference begins.
 */
export function exactly(expression: string): string {
  return `=ROUND(${expression},4)`;
}

/** Sum of number cells as a sheet adds them; shown rounded to the ten-thousandth that amounts are made of. */
export function sumOfCells(values: readonly (Formula | string | number | null)[]): number {
  let units = 0;
  for (const value of values) {
    const number = typeof value === 'object' && value !== null ? value.value : value;
    if (typeof number === 'number') units += Math.round(number * 10_000);
  }
  return units / 10_000;
}

/** The number format of a cell, in Excel's English notation. Text cells are `@`, so that Excel never reads them. */
export function numberFormat(format: ColumnFormat, decimals: number): string {
  switch (format) {
    case 'amount': {
      const shown = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
      return `${shown};[Red]-${shown}`;
    }
    case 'count':
      return '#,##0';
    case 'date':
      return 'yyyy-mm-dd';
    // As many decimals as a rate has: it is no amount of a currency.
    case 'rate':
    case 'link':
      return 'General';
    case 'text':
      return '@';
  }
}
