// The third proof a file may carry: a figure printed beside its rows that is exactly their sum.
import { type Amount, ZERO, sum } from '../money.ts';
import { type Cell, type SheetTable, sheetRow, textOfCell } from '../sheet-table.ts';
import { amountIn, kindOfCell } from './infer-cell.ts';
import type { Grid } from './infer-grid.ts';
import type { Decimal } from './read-cells.ts';

/** A figure outside the rows of data, or alone in its column. */
export interface PrintedFigure {
  readonly sheet: string;
  /** Sheet row, 1-based. */
  readonly row: number;
  /** What is printed before it, above it, or over its column. */
  readonly label: string;
  readonly figure: Amount;
}

/** A printed figure and what it is the sum of. */
export interface PrintedTotal extends PrintedFigure {
  /** The column whose figures it adds up; null: the nets of all rows. */
  readonly of: string | null;
  /** Rows with money that it adds up. */
  readonly rows: number;
}

/** Amounts by row, and what they are called. */
export interface Summed {
  readonly of: string | null;
  readonly amounts: readonly (Amount | null)[];
}

/** The figures that are the sum of the amounts; where one column is meant, signs do not matter. */
export function totalsOf({ of, amounts }: Summed, figures: readonly PrintedFigure[]): PrintedTotal[] {
  const money = amounts.flatMap((amount) => (amount === null || amount === ZERO ? [] : [amount]));
  const total = sum(money);
  const same = (figure: Amount) => figure === total || (of !== null && Math.abs(figure) === Math.abs(total));
  return figures.filter(({ figure }) => same(figure)).map((figure) => ({ ...figure, of, rows: money.length }));
}

/** More than one row's figure printed again; and small whole numbers are counts of rows, days and pieces as well. */
export const isTelling = ({ figure, rows }: PrintedTotal) =>
  rows > 1 && (Math.abs(figure) >= 100 * ONE || figure % ONE !== 0);
const ONE = 10_000;

/** Everything that is printed above, between and below the rows, and what stands alone in its column. */
export function figuresBeside(table: SheetTable, grid: Grid, decimal: Decimal): PrintedFigure[] {
  const data = new Set(grid.rows);
  const outside = table.rows
    .map((_, at) => at)
    .filter((at) => at !== grid.headerIndex && !data.has(sheetRow(table, at)));
  return [...outside.flatMap((at) => figuresIn(table, at, decimal)), ...aloneInColumn(table, grid, decimal)];
}

/** A summary is read as far as a person would look. */
const SUMMARY_ROWS = 200;

export function figuresOn(table: SheetTable, decimal: Decimal): PrintedFigure[] {
  return table.rows.slice(0, SUMMARY_ROWS).flatMap((_, at) => figuresIn(table, at, decimal));
}

function figuresIn(table: SheetTable, at: number, decimal: Decimal): PrintedFigure[] {
  const cells = table.rows[at] ?? [];
  return cells.flatMap((cell, index) =>
    readings(cell, decimal).map(({ figure, before }) => ({
      ...{ sheet: table.sheet, row: sheetRow(table, at), figure },
      label: before || textBefore(cells, index) || wordIn(table.rows[at - 1]?.[index]),
    })),
  );
}

const FIGURE = /[-+−]?\d[\d.,]*\d|\d/g;
/** A number that names something, and no sentence. */
const PLAIN_ID = /^[\w#./-]+$/;
const LONGEST_TEXT = 300;

/** The figures of a cell: the cell itself, or those inside its text with the words before each. */
function readings(cell: Cell | undefined, decimal: Decimal): { figure: Amount; before: string }[] {
  const kind = kindOfCell(cell);
  if (kind === 'blank' || kind === 'date' || kind === 'percent') return [];
  if (kind === 'number') return amountOr(amountIn(cell, decimal), '');
  const text = textOfCell(cell);
  if (PLAIN_ID.test(text) || text.length > LONGEST_TEXT) return [];
  return [...text.matchAll(FIGURE)].flatMap(({ 0: digits, index }) =>
    amountOr(amountIn(digits, decimal), lastWords(text.slice(0, index))),
  );
}

const amountOr = (figure: Amount | null, before: string) =>
  figure === null || figure === ZERO ? [] : [{ figure, before }];

/** From the last mark of punctuation on: what names the figure. */
const lastWords = (text: string) => /[^，,；;。]*$/.exec(text)?.[0]?.trim() ?? '';

const wordIn = (cell: Cell | undefined) => (kindOfCell(cell) === 'word' ? textOfCell(cell) : '');

function textBefore(cells: readonly Cell[], index: number): string {
  const words = cells
    .slice(0, index)
    .map(wordIn)
    .filter((text) => text !== '');
  return words.at(-1) ?? '';
}

/** A column with one figure in the whole table says something of the table: `Total Payable` on a first row. */
function aloneInColumn(table: SheetTable, { columns, rows }: Grid, decimal: Decimal): PrintedFigure[] {
  return columns.flatMap(({ header, cells }): PrintedFigure[] => {
    const filled = cells.flatMap((cell, at) => (kindOfCell(cell) === 'blank' ? [] : [{ cell, at }]));
    const [only, another] = filled;
    if (only === undefined || another !== undefined || rows.length < 3 || kindOfCell(only.cell) !== 'number') return [];
    const figure = amountIn(only.cell, decimal);
    return figure === null ? [] : [{ sheet: table.sheet, row: rows[only.at] ?? 0, label: header, figure }];
  });
}
