// A result sheet with one table: title, note, totals, header, rows. All sheets but the summary are made here.
import type { Language } from '../language.ts';
import { type Amount, numberOfAmount } from '../money.ts';
import { SHEET_NAMES } from './labels.ts';
import type {
  ResultColumn,
  ResultLine,
  ResultSheet,
  ResultSheetKey,
  ResultTable,
  ResultValue,
} from './result-sheet.ts';
import { columnRange, onSheet } from './table-layout.ts';
import { wideEnough } from './text-width.ts';

/** A column of the table with the way to fill it. `row` in `cellOf` is the sheet row the value will stand in. */
export interface Column<Row> extends ResultColumn {
  readonly key: string;
  readonly cellOf: (value: Row, row: number) => ResultValue;
}

/** A finished sheet together with what formulas on other sheets need to find its columns. */
export interface TableSheet {
  readonly sheet: ResultSheet;
  readonly table: ResultTable;
  readonly keys: readonly string[];
}

export interface TableSheetInput<Row> {
  readonly key: ResultSheetKey;
  readonly language: Language;
  readonly note: string;
  /** Shown instead of the note when there are no rows. */
  readonly emptyNote: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly decimals: number;
  /** Column whose texts colour the row, and the tones of its texts. */
  readonly tones?: { readonly key: string; readonly byText: NonNullable<ResultTable['tones']>['byText'] };
  readonly frozenColumns?: number;
  readonly tone?: ResultSheet['tone'];
}

/** Title, note, totals, header: tables begin in the same row on every sheet. */
export const HEADER_ROW = 4;

export function tableSheet<Row>(input: TableSheetInput<Row>): TableSheet {
  const { key, language, columns, rows } = input;
  const keys = columns.map((column) => column.key);
  const name = SHEET_NAMES[key][language];
  const table: ResultTable = {
    name: `Clearsheet_${key}`,
    headerRow: HEADER_ROW,
    columns: columns.map(layoutOf),
    rows: rows.map((row, at) => columns.map((column) => column.cellOf(row, HEADER_ROW + 1 + at))),
    ...(input.tones && { tones: { column: keys.indexOf(input.tones.key), byText: input.tones.byText } }),
  };
  const sheet: ResultSheet = {
    key,
    name,
    lines: headLines(name, rows.length === 0 ? input.emptyNote : input.note),
    tables: [table],
    frozenRows: HEADER_ROW,
    frozenColumns: input.frozenColumns ?? 0,
    decimals: input.decimals,
    ...(input.tone && { tone: input.tone }),
  };
  return { sheet, table, keys };
}

function layoutOf<Row>({ key: _key, cellOf: _cellOf, ...layout }: Column<Row>): ResultColumn {
  return wideEnough(layout);
}

function headLines(title: string, note: string): ResultLine[] {
  return [
    { style: 'title', cells: [title] },
    { style: 'note', cells: [note] },
  ];
}

/**
 * The cells of a column as a formula on another sheet names them.
 * @throws Error for a column the table does not have: a broken program, not a state of the data.
 */
export function rangeOf({ sheet, table, keys }: TableSheet, key: string): string {
  const column = keys.indexOf(key);
  if (column < 0) throw new Error(`no column ${key} on ${sheet.name}`);
  return onSheet(sheet.name, columnRange(table, column));
}

/** A rate as people read it: it is shown, and nothing of the books is computed with the cell. */
export function rateCell(rate: string | null): number | null {
  return rate === null || rate === '' ? null : Number(rate);
}

/** An amount as a cell value. */
export function moneyCell(amount: Amount | null): number | null {
  return amount === null ? null : numberOfAmount(amount);
}
