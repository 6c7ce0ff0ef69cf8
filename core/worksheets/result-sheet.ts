// A result worksheet as data: what is written, where and how it looks. Excel and xlsx writers draw the same description.

/** How a cell is written and shown. `link` is a text that may be a HYPERLINK formula. */
export type ColumnFormat = 'text' | 'amount' | 'count' | 'rate' | 'date' | 'link';

/** A live formula with the value it has now, so that readers that do not recalculate show the truth too. */
export interface Formula {
  /** Starts with `=`; English function names, A1 references. */
  readonly formula: string;
  readonly value: number | string;
}

/** A cell: text (never read as a formula), number (amounts, counts, date serials), formula, or empty. */
export type ResultValue = string | number | Formula | null;

export interface ResultColumn {
  readonly header: string;
  readonly format: ColumnFormat;
  /** Width in characters of the standard font. */
  readonly width: number;
  /** A live total above the header that follows the filter: SUBTOTAL over the column. */
  readonly total?: 'sum' | 'count';
  /** Long sentences: the text is wrapped and the row grows. */
  readonly wrap?: boolean;
  /** A column of checks: anything but zero is shown as bad, by a conditional format. */
  readonly zero?: boolean;
}

/** Looks of a row by the value of the status column. */
export type Tone = 'good' | 'calm' | 'warning' | 'bad';

/** An Excel table: header, rows, filter. */
export interface ResultTable {
  /** Unique in the workbook; letters, digits and underscores. */
  readonly name: string;
  /** Sheet row of the header, 1-based. The totals stand in the row above. The first column is A. */
  readonly headerRow: number;
  readonly columns: readonly ResultColumn[];
  /** One value a column, typed by the column's format. May be empty: the table then has one blank row. */
  readonly rows: readonly (readonly ResultValue[])[];
  /** Index of the status column and the tone of each of its texts: shown by conditional formats, never per cell. */
  readonly tones?: { readonly column: number; readonly byText: Readonly<Record<string, Tone>> };
}

/**
 * A line above the table: a title, a sentence, the heading of a block, the column heads of a block, labelled values
 * (`label | value | value …`) or the total below them.
 */
export interface ResultLine {
  readonly style: 'title' | 'note' | 'heading' | 'columns' | 'values' | 'total';
  readonly cells: readonly ResultValue[];
  /** One per cell; `text` where it is left out. */
  readonly formats?: readonly ColumnFormat[];
  /** Tone of the first cell, for a line that names a status. */
  readonly tone?: Tone;
  /** Indexes of cells that must be zero: shown as good when they are and as bad when not, by a conditional format. */
  readonly zeros?: readonly number[];
}

/** Which result sheet it is, in the order in which they stand; also the mark by which we know it as ours. */
export const RESULT_SHEET_KEYS = [
  'summary',
  'orders',
  'discrepancies',
  'claims',
  'payoutLines',
  'receipts',
  'deposits',
  'sales',
  'vouchers',
  'trialBalance',
  'rollForward',
  'positions',
  'aging',
  'openOrders',
  'forecast',
  'statement',
  'stock',
  'stockAlerts',
  'problems',
] as const;
export type ResultSheetKey = (typeof RESULT_SHEET_KEYS)[number];

/** One new worksheet. Lines stand from row 1 on, the table below them, at `table.headerRow`. */
export interface ResultSheet {
  readonly key: ResultSheetKey;
  /** Worksheet name in the user's language, ≤ 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  readonly lines: readonly ResultLine[];
  readonly tables: readonly ResultTable[];
  /** Widths for sheets whose lines need them; tables bring their own. */
  readonly widths?: readonly number[];
  /** Rows that stay visible: everything up to and including the first table's header. */
  readonly frozenRows: number;
  /** Columns that stay visible, from the left. */
  readonly frozenColumns: number;
  /** Decimals shown for amounts: enough for every amount in the workbook, so that no decimal is ever hidden. */
  readonly decimals: number;
  /** Tone of the sheet's tab: whether it asks for attention. */
  readonly tone?: Tone;
}
