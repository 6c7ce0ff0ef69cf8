// What the ledger's two worksheets share: their columns' makers and the sheet around a table.
import type { Language } from '../language.ts';
import { type Amount, numberOfAmount } from '../money.ts';
import type { ColumnFormat, Formula, ResultSheet, ResultTable, ResultValue } from './result-sheet.ts';
import { columnRange, exactly } from './table-layout.ts';
import { wideEnough } from './text-width.ts';
import { type Column, HEADER_ROW } from './table-sheet.ts';
import { LEDGER_SHEET_NAMES, ledgerWord, type LedgerWord } from './voucher-labels.ts';

/** A worksheet of the ledger; it joins the result sheets under its own key. */
type LedgerSheet = Omit<ResultSheet, 'key'> & { readonly key: keyof typeof LEDGER_SHEET_NAMES };

export interface LedgerTable {
  readonly sheet: LedgerSheet;
  /** The cells of a column, absolute and without the sheet's name. */
  readonly rangeOf: (key: LedgerWord) => string;
}

export interface LedgerTableInput<Row> {
  readonly key: LedgerSheet['key'];
  readonly language: Language;
  /** Of which days and whose, behind the sheet's name. */
  readonly about?: string | undefined;
  readonly note: LedgerWord;
  readonly columns: readonly LedgerColumn<Row>[];
  readonly rows: readonly Row[];
  readonly decimals: number;
}

export type LedgerColumn<Row> = Column<Row> & { readonly key: LedgerWord };

/** Makers of columns; the header is the key's word. */
export function ledgerColumns(language: Language) {
  const make =
    (format: ColumnFormat, width: number) =>
    <Row>(
      key: LedgerWord,
      cellOf: (row: Row, at: number) => ResultValue,
      more: Partial<LedgerColumn<Row>> = {},
    ): LedgerColumn<Row> => ({ key, header: ledgerWord(key, language), format, width, ...more, cellOf });
  return { text: make('text', 14), date: make('date', 12), amount: make('amount', 14) };
}

/** The range a column will have once the table stands. */
export function futureRange(columns: readonly LedgerWord[], rows: number, key: LedgerWord): string {
  const table = { headerRow: HEADER_ROW, rows: Array.from({ length: rows }, () => []), columns: [], name: '' };
  return columnRange(table, columns.indexOf(key));
}

export function ledgerTable<Row>(input: LedgerTableInput<Row>): LedgerTable {
  const { key, language, about, columns, rows, decimals } = input;
  const name = LEDGER_SHEET_NAMES[key][language];
  const table: ResultTable = {
    name: `Clearsheet_${key}`,
    headerRow: HEADER_ROW,
    columns: columns.map(({ key: _key, cellOf: _cellOf, ...layout }) => wideEnough(layout)),
    rows: rows.map((row, at) => columns.map((column) => column.cellOf(row, HEADER_ROW + 1 + at))),
  };
  const note = ledgerWord(rows.length === 0 ? 'noVouchers' : input.note, language);
  const sheet: LedgerSheet = {
    key,
    name,
    lines: [
      { style: 'title', cells: [about === undefined ? name : `${name} · ${about}`] },
      { style: 'note', cells: [note] },
    ],
    tables: [table],
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
    decimals,
  };
  return { sheet, rangeOf: (column) => columnRange(table, columns.map((own) => own.key).indexOf(column)) };
}

/** A live formula and the amount it has now; what must be zero is compared at the fourth decimal. */
export function amountFormula(expression: string, amount: Amount): Formula {
  return { formula: exactly(expression), value: numberOfAmount(amount) };
}
