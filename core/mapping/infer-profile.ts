// What the values of one column tell: kinds of cells, how many are different, their signs and how they are written.
import type { Amount } from '../money.ts';
import { type CellKind, DATE_FORMATS, type DateFormat, amountIn, bareText, kindOfCell } from './infer-cell.ts';
import type { GridColumn } from './infer-grid.ts';
import type { Decimal } from './read-cells.ts';

export interface Profile {
  readonly column: GridColumn;
  /** The name by which rules speak of the column: its header, with `#n` where it stands several times. */
  readonly name: string;
  readonly rows: number;
  readonly filled: number;
  readonly distinct: number;
  /** Cells of each kind among those looked at. */
  readonly kinds: Readonly<Record<CellKind, number>>;
  /** The different texts, as long as they are few; null where there are more. */
  readonly words: readonly string[] | null;
}

/** Rows spread over the sheet; more would only cost time. */
const LOOK_AT = 300;
const WORDS_MAX = 40;

export function profileOf(column: GridColumn): Profile {
  const step = Math.max(1, Math.floor(column.cells.length / LOOK_AT));
  const looked = column.cells.filter((_, row) => row % step === 0);
  const kinds: Record<CellKind, number> = { blank: 0, number: 0, date: 0, percent: 0, id: 0, word: 0 };
  for (const cell of looked) kinds[kindOfCell(cell)]++;
  const texts = new Set(looked.map((cell) => bareText(cell)).filter((text) => text !== ''));
  const { header, occurrence } = column;
  return {
    column,
    name: occurrence === null || occurrence === 1 ? header : `${header}#${occurrence}`,
    rows: looked.length,
    filled: looked.length - kinds.blank,
    distinct: texts.size,
    kinds,
    words: texts.size <= WORDS_MAX ? [...texts] : null,
  };
}

/** Share of the filled cells that are of the kinds. */
export function shareOfKinds({ kinds, filled }: Profile, ...wanted: readonly CellKind[]): number {
  return filled === 0 ? 0 : wanted.reduce((count, kind) => count + kinds[kind], 0) / filled;
}

export interface WrittenAmounts {
  /** One for each data row: zero where empty, null where it is no amount. */
  readonly amounts: readonly (Amount | null)[];
  readonly decimal: Decimal;
  /** Whether point and comma could both be the decimal mark, with different amounts. */
  readonly unclear: boolean;
}

/** Decided from the whole column: the mark under which more cells are amounts; of equals the one other columns use. */
export function amountsOf({ cells }: GridColumn, usual: Decimal): WrittenAmounts {
  const read = (decimal: Decimal) => cells.map((cell) => amountIn(cell, decimal));
  const [point, comma] = [read('.'), read(',')];
  const unread = (amounts: readonly (Amount | null)[]) => amounts.filter((amount) => amount === null).length;
  const differ = point.some((amount, row) => amount !== comma[row]);
  const clear = !differ || unread(point) !== unread(comma);
  const decimal = clear ? (unread(comma) < unread(point) ? ',' : '.') : usual;
  return { amounts: decimal === '.' ? point : comma, decimal, unclear: !clear };
}

/** The decimal mark of the columns that can tell; a point where none can. */
export function usualDecimal(columns: readonly GridColumn[]): Decimal {
  const told = columns.map((column) => amountsOf(column, '.')).filter(({ unclear }) => !unclear);
  const commas = told.filter(({ decimal }) => decimal === ',').length;
  return commas > 0 && commas * 2 >= told.filter(({ amounts }) => amounts.some(hasFraction)).length ? ',' : '.';
}

const hasFraction = (amount: Amount | null) => amount !== null && amount % 10_000 !== 0;

/** Formats that read every text of the column, the usual one first. Days packed into a number (20260128) are texts too. */
export function dateFormatsOf({ cells }: GridColumn): DateFormat[] {
  const printed = cells.filter((cell) => typeof cell !== 'number' || cell > LAST_SERIAL).map((cell) => bareText(cell));
  const filled = [...new Set(printed)].filter((text) => text !== '');
  return DATE_FORMATS.filter(({ read }) => filled.length > 0 && filled.every((text) => read(text) !== null));
}

/** Excel counts days up to the year 9999. */
const LAST_SERIAL = 2_958_465;

/** Two formats read some value as different days: only a person knows which is meant. */
export function datesUnclear(column: GridColumn, formats: readonly DateFormat[]): boolean {
  const [first, ...others] = formats;
  if (!first) return false;
  return column.cells.some((cell) => {
    const text = bareText(cell);
    return others.some(({ read }) => read(text) !== first.read(text));
  });
}
