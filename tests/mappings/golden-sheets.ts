// The golden exports as sheets, and changes to them, each in one line of words.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { readCsv } from '../../files/read-csv.ts';
import { readWorkbook } from '../../files/read-workbook.ts';

/** Path of a file beside the golden exports. */
export const golden = (name: string) => join(__dirname, 'golden', name);

/** The golden export of a mapping: `<id>.xlsx`, `<id>.csv` or whatever the platform calls it. */
function goldenName(mappingId: string): string {
  const notes = ['expected.txt', 'encoding'];
  const own = readdirSync(golden('')).filter((name) => name.startsWith(`${mappingId}.`));
  const [name, ...others] = own.filter((file) => !notes.includes(file.slice(mappingId.length + 1)));
  if (name === undefined || others.length > 0) throw new Error(`${mappingId} needs one golden export`);
  return name;
}

/** All sheets of a golden export. A text that is not UTF-8 has its encoding in `<id>.encoding`. */
export async function goldenSheets(mappingId: string): Promise<SheetTable[]> {
  const name = goldenName(mappingId);
  const bytes = readFileSync(golden(name));
  const encoding = golden(`${mappingId}.encoding`);
  if (existsSync(encoding)) return [decodedSheet(name, bytes, readFileSync(encoding, 'utf8').trim())];
  const reading = await readWorkbook(bytes, name);
  if ('refused' in reading) throw new Error(`${name} cannot be opened`);
  return reading.sheets;
}

function decodedSheet(file: string, bytes: Uint8Array, encoding: string): SheetTable {
  const rows = readCsv(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  if (rows === null) throw new Error(`${file} breaks off`);
  return { file, sheet: file, firstRow: 1, firstColumn: 1, rows };
}

/** The first sheet of a golden export. */
export async function goldenSheet(mappingId: string): Promise<SheetTable> {
  const [sheet] = await goldenSheets(mappingId);
  if (!sheet) throw new Error(`${mappingId} has no sheet`);
  return sheet;
}

/** Position of a header, in whatever row it stands; a header that is not there is a new column on the right. */
function columnAt(header: string, { rows }: SheetTable): number {
  const found = rows.map((row) => row.indexOf(header)).find((index) => index >= 0);
  return found ?? Math.max(...rows.map((row) => row.length));
}

type Rows = SheetTable['rows'];

function setCell(table: SheetTable, row: string, header: string, value: string): Rows {
  const column = columnAt(header, table);
  const cell = JSON.parse(value) as Cell;
  return table.rows.map((cells, at) =>
    at + 1 === Number(row) ? Object.assign([...cells], { [column]: cell }) : cells,
  );
}

function dropRows({ rows }: SheetTable, from: string, to: string): Rows {
  return rows.filter((_, at) => at + 1 < Number(from) || at + 1 > Number(to));
}

/** Rows put in as the `at`-th of the sheet; those from there on move down. */
function putRows({ rows }: SheetTable, at: number, more: Rows): Rows {
  return [...rows.slice(0, at - 1), ...more, ...rows.slice(at - 1)];
}

function repeatRow(table: SheetTable, row: string, below: string): Rows {
  return putRows(table, Number(below) + 1, [table.rows[Number(row) - 1] ?? []]);
}

function lowerBy(table: SheetTable, count: string): Rows {
  const lines = Array.from({ length: Number(count) }, (_, at) => [`Line ${at + 1}`]);
  return putRows(table, 1, lines);
}

function changeCells(
  table: SheetTable,
  header: string,
  change: (cells: readonly Cell[], column: number) => Cell[],
): Rows {
  const column = columnAt(header, table);
  return table.rows.map((cells) => change(cells, column));
}

const CHANGES: readonly (readonly [RegExp, (table: SheetTable, words: readonly string[]) => Rows])[] = [
  [/^cell (\d+) (.+) = (.+)$/, (table, [row = '', header = '', value = '']) => setCell(table, row, header, value)],
  [/^repeat row (\d+) below (\d+)$/, (table, [row = '', below = '']) => repeatRow(table, row, below)],
  [
    /^put row (\d+) = (.+)$/,
    (table, [at = '', cells = '']) => putRows(table, Number(at), [JSON.parse(cells) as Cell[]]),
  ],
  [/^lower by (\d+)$/, (table, [count = '']) => lowerBy(table, count)],
  [/^drop rows (\d+)-(\d+)$/, (table, [from = '', to = '']) => dropRows(table, from, to)],
  [
    /^drop column (.+)$/,
    (table, [header = '']) => changeCells(table, header, (cells, column) => cells.filter((_, at) => at !== column)),
  ],
  [
    /^drop columns after (.+)$/,
    (table, [header = '']) => changeCells(table, header, (cells, column) => cells.slice(0, column + 1)),
  ],
  [
    /^double column (.+)$/,
    (table, [header = '']) => changeCells(table, header, (cells, column) => [...cells, cells[column] ?? null]),
  ],
];

/** The sheet after one change, such as `cell 4 訂單編號 = 2.4e17` (sheet row, header, JSON value) or `drop column 數量`. */
export function changeSheet(table: SheetTable, line: string): SheetTable {
  for (const [pattern, change] of CHANGES) {
    const words = pattern.exec(line);
    if (words) return { ...table, rows: change(table, words.slice(1)) };
  }
  throw new Error(`not understood: ${line}`);
}
