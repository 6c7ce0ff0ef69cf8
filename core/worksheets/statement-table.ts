// A receivables sheet with one table: title, note, totals that live apart for each currency, header, rows.
import type { Language } from '../language.ts';
import { type Amount, numberOfAmount } from '../money.ts';
import { columnLetters } from '../sheet-table.ts';
import { type StatementSheetKey, type StatementWord, statementWord } from './statement-labels.ts';
import type {
  ColumnFormat,
  Formula,
  ResultColumn,
  ResultLine,
  ResultSheet,
  ResultTable,
  ResultValue,
  Tone,
} from './result-sheet.ts';
import { type Criterion, sumIfs } from './summary-page.ts';
import { columnRange, onSheet, sumOfCells } from './table-layout.ts';
import { wideEnough } from './text-width.ts';

/** A result sheet of the receivables: drawn like every other. */
interface StatementSheet extends Omit<ResultSheet, 'key'> {
  readonly key: StatementSheetKey;
}

/** The address of another cell of the same row. */
export type CellOf = (key: string) => string;

export interface StatementColumn<Row> extends ResultColumn {
  readonly key: string;
  readonly valueOf: (row: Row, cell: CellOf) => ResultValue;
}

/** A line of totals above the table: the sums of its amounts over the rows whose columns have these texts. */
export interface TotalLine {
  readonly label: string;
  readonly where: Readonly<Record<string, string>>;
}

export interface StatementTableInput<Row> {
  readonly key: StatementSheetKey;
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly tableName?: string;
  readonly columns: readonly StatementColumn<Row>[];
  readonly rows: readonly Row[];
  readonly totals?: readonly TotalLine[];
  /** Lines that refer to the table below them. They stand under the notes. */
  readonly lines?: { readonly count: number; readonly draw: (table: TableOnSheet) => readonly ResultLine[] };
  readonly decimals: number;
  readonly tones?: { readonly key: string; readonly byText: Readonly<Record<string, Tone>> };
  readonly frozenColumns: number;
  readonly tone: Tone;
}

/** A sheet's table with what formulas, here and on other sheets, need to find its columns. */
export interface TableOnSheet {
  readonly table: ResultTable;
  /** Cells of a column below the header: `$C$7:$C$120`. */
  readonly range: (key: string) => string;
  /** The same as another sheet names them. */
  readonly rangeFrom: (key: string) => string;
}

export interface DrawnSheet extends TableOnSheet {
  readonly sheet: StatementSheet;
}

export function statementTable<Row>(input: StatementTableInput<Row>): DrawnSheet {
  const { key, name, columns, totals = [] } = input;
  const head: ResultLine[] = [
    { style: 'title', cells: [input.title] },
    ...input.notes.map((note): ResultLine => ({ style: 'note', cells: [note] })),
  ];
  const placed = placeTable(input, head.length + (input.lines?.count ?? 0) + totals.length);
  const own = input.lines?.draw(placed) ?? [];
  const sheet: StatementSheet = {
    ...{ key, name, decimals: input.decimals, tone: input.tone },
    lines: [...head, ...own, ...totals.map((line) => drawTotal(line, columns, placed))],
    tables: [placed.table],
    frozenRows: placed.table.headerRow,
    frozenColumns: input.frozenColumns,
  };
  return { sheet, ...placed };
}

/** The totals of the whole table stand in the row above its header, below all lines. */
function placeTable<Row>(input: StatementTableInput<Row>, lines: number): TableOnSheet {
  const { key, name, columns, rows, tones, tableName = key } = input;
  const headerRow = lines + 2;
  const table: ResultTable = {
    name: `Clearsheet_${tableName}`,
    headerRow,
    columns: columns.map(layoutOf),
    rows: rows.map((row, at) => columns.map(({ valueOf }) => valueOf(row, cellIn(columns, headerRow + 1 + at)))),
    ...(tones && { tones: { column: columnAt(columns, tones.key), byText: tones.byText } }),
  };
  const range = (of: string) => columnRange(table, columnAt(columns, of));
  return { table, range, rangeFrom: (of) => onSheet(name, range(of)) };
}

function layoutOf<Row>({ key: _key, valueOf: _valueOf, ...layout }: StatementColumn<Row>): ResultColumn {
  return wideEnough(layout);
}

function cellIn<Row>(columns: readonly StatementColumn<Row>[], row: number): CellOf {
  return (key) => `${columnLetters(columnAt(columns, key) + 1)}${row}`;
}

/** @throws Error for a column the table does not have: a broken program, not a state of the data. */
function columnAt(columns: readonly { readonly key: string }[], key: string): number {
  const at = columns.findIndex((column) => column.key === key);
  if (at < 0) throw new Error(`no column ${key}`);
  return at;
}

function drawTotal<Row>(
  { label, where }: TotalLine,
  columns: readonly StatementColumn<Row>[],
  { table, range }: TableOnSheet,
): ResultLine {
  const criteria = Object.entries(where).map(([key, text]): Criterion => ({ range: range(key), equals: { text } }));
  const tests = Object.entries(where).map(([key, text]) => [columnAt(columns, key), text] as const);
  const own = table.rows.filter((row) => tests.every(([at, text]) => row[at] === text));
  const cells = columns.map(({ key, format }, at): ResultValue => {
    if (at === 0) return label;
    if (format === 'amount') return sumIfs(range(key), criteria, sumOfCells(own.map((row) => row[at] ?? null)));
    return where[key] ?? null;
  });
  return { style: 'total', cells, formats: columns.map(({ format }, at) => (at === 0 ? 'text' : format)) };
}

type More<Row> = Partial<Pick<StatementColumn<Row>, 'width' | 'total' | 'wrap' | 'zero'>> & {
  readonly header?: string;
};

/** Makers of columns whose key is a word. Amounts have a total only where the sheet holds one currency. */
export function statementColumns(language: Language, manyCurrencies: boolean) {
  const make =
    (format: ColumnFormat, width: number) =>
    <Row>(
      key: StatementWord,
      valueOf: StatementColumn<Row>['valueOf'],
      { header = statementWord(key, language), ...more }: More<Row> = {},
    ): StatementColumn<Row> => ({ key, header, format, width, ...more, valueOf });
  const amount = make('amount', 14);
  return {
    text: make('text', 14),
    count: make('count', 9),
    date: make('date', 12),
    amount,
    /** An amount whose column may be added. */
    sum: <Row>(key: StatementWord, amountOf: (row: Row) => Amount | null): StatementColumn<Row> =>
      amount<Row>(key, (row) => moneyOf(amountOf(row)), manyCurrencies ? {} : { total: 'sum' }),
  };
}

export function moneyOf(amount: Amount | null): number | null {
  return amount === null ? null : numberOfAmount(amount);
}

/** A formula that comes out at an amount of ours. */
export function liveAmount(formula: string, amount: Amount): Formula {
  return { formula, value: numberOfAmount(amount) };
}
