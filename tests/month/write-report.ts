// A file of the story in the layout of its platform: the golden export's rows above the data and its header, with the
// story's rows below. What a platform prints in sum (totals, balances, a settlement's amount) is worked out here.
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { goldenSheets } from '../mappings/golden-sheets.ts';
import type { StoryFile } from './read-story.ts';
import { cents, type Named, SHAPES, type Shape, type StoryItem, total } from './report-shapes.ts';

/** The file's bytes, as the platform would have sent it. */
export async function writeReport(file: StoryFile): Promise<Uint8Array> {
  const shape = SHAPES[file.mapping];
  if (shape === undefined) throw new Error(`no shape for ${file.mapping}`);
  const sheets = await goldenSheets(file.mapping);
  const filled = sheets.map((sheet) => fillSheet(sheet, file, shape));
  const ours = filled.find((sheet) => sheet.headers.length > 0);
  if (ours === undefined) throw new Error(`${file.mapping} has no header`);
  if (file.name.endsWith('.csv')) return delimited(ours.rows, ',');
  if (file.name.endsWith('.txt')) return delimited(ours.rows, '\t');
  const released = total(ours.data.map((row) => Number(row['Total Released Amount (S$)'] ?? 0)));
  return writeXlsx({
    sheets: filled.map(({ name, rows, headers }) => ({
      name,
      rows: (headers.length > 0 ? rows : summary(rows, released)).map((row) => [...row]),
    })),
  });
}

interface Filled {
  readonly name: string;
  /** Empty for a sheet beside the report. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly data: readonly Named[];
}

function fillSheet({ sheet, rows }: SheetTable, file: StoryFile, shape: Shape): Filled {
  const at = rows.findIndex((row) => row.includes(shape.first));
  if (at < 0) return { name: sheet, headers: [], rows, data: [] };
  const headers = (rows[at] ?? []).map((cell) => String(cell ?? '').replace('(RM)', '(S$)'));
  const data = dataRows(file, shape, headers);
  const above = rows.slice(0, at).map((row) => totalsRow(row.map(inSingapore), data, headers, shape));
  const body = data.map((row) => headers.map((header) => row[header] ?? null));
  return { name: sheet, headers, rows: [...above, headers, ...body], data };
}

/** The golden exports of Shopee abroad are Malaysian. */
const inSingapore = (cell: Cell) => (cell === 'MYR' ? 'SGD' : cell);

function dataRows(file: StoryFile, shape: Shape, headers: readonly string[]): Named[] {
  const named = file.rows.flatMap((cells) => namedRows(cells, shape, headers));
  const told = named.map((row) => (shape.finish ? shape.finish(row, headers) : row));
  switch (file.mapping) {
    case 'amazon.settlement-v2':
      return settlement(told, file.words);
    case 'shopee-sea.balance':
      return running(told, file.words, 'Amount', 'Balance After Transactions');
    case 'bank.debit-credit':
      return running(told.map(asDebitOrCredit), file.words, 'Signed', 'Balance').map((row) => ({
        ...row,
        Currency: file.words[1] ?? null,
      }));
    default:
      return told;
  }
}

/** One row, or one for each item of an order. */
function namedRows([first = '', ...cells]: readonly string[], shape: Shape, headers: readonly string[]): Named[] {
  const items = cells.flatMap((cell) => itemOf(cell) ?? []);
  const told: Named = Object.assign(
    { ...shape.always, [shape.first]: first },
    ...cells.filter((cell) => itemOf(cell) === null).map((cell) => cellOf(cell, headers)),
  );
  const write = shape.item;
  return items.length > 0 && write ? items.map((item) => ({ ...told, ...write(item, items, told) })) : [told];
}

/** `TEA-01 2 x 350 back 1` */
function itemOf(cell: string): StoryItem | null {
  const match = /^(\S+) (\d+) x ([\d.]+)(?: back (\d+))?$/.exec(cell);
  if (!match) return null;
  const [, sku = '', quantity, price, back = '0'] = match;
  return { sku, quantity: Number(quantity), price: Number(price), back: Number(back) };
}

/** A column's name and the value; a column that the report does not have is a slip of the pen. */
function cellOf(cell: string, headers: readonly string[]): Named {
  const triple = /^(.+?) \/ (.+?) \/ (.+) (-?[\d.]+)$/.exec(cell);
  if (triple) {
    const [, transaction = '', type = '', description = '', amount = ''] = triple;
    return { 'transaction-type': transaction, 'amount-type': type, 'amount-description': description, amount };
  }
  const column = [...headers, 'Signed'].filter((header) => cell.startsWith(`${header} `)).sort(byLength)[0];
  if (column === undefined) throw new Error(`no column in "${cell}"`);
  const value = cell.slice(column.length + 1);
  return { [column]: /^-?\d{1,9}(\.\d+)?$/.test(value) ? Number(value) : value };
}

const byLength = (left: string, right: string) => right.length - left.length;

function totalsRow(
  row: readonly Cell[],
  data: readonly Named[],
  headers: readonly string[],
  { totals }: Shape,
): Cell[] {
  if (totals === undefined || row[0] !== totals.label) return [...row];
  return row.map((cell, at) => {
    const header = headers[at] ?? '';
    const isSum = totals.columns === 'numbers' ? typeof cell === 'number' : totals.columns.includes(header);
    return isSum ? total(data.map((line) => Number(line[header] ?? 0))) : cell;
  });
}

/** The sheet of sums beside a report; it is looked up by its label. */
function summary(rows: Filled['rows'], released: number): Filled['rows'] {
  return rows.map((row) => (row[0] === '3. Total Released Amount' ? [row[0], null, released] : row));
}

/** Words: the settlement's number, and its day of deposit. A first row says the total. */
function settlement(rows: readonly Named[], [id = '', depositOn = '']: readonly string[]): Named[] {
  const day = `${depositOn} 00:00:00 UTC`;
  const paid = total(rows.map((row) => Number(row['amount'])));
  const head: Named = { 'deposit-date': day, 'total-amount': paid.toFixed(2), currency: 'USD' };
  const lines = rows.map((row): Named => {
    const order = row['order-id'] ?? null;
    return { ...row, 'posted-date': day, 'order-id': order === '-' ? null : order };
  });
  return [head, ...lines].map((row) => ({ ...row, 'settlement-id': id }));
}

function asDebitOrCredit(row: Named): Named {
  const signed = Number(row['Signed']);
  return signed < 0 ? { ...row, Debit: String(-signed) } : { ...row, Credit: String(signed) };
}

/** Words: what was on the account before. The story tells oldest first, statements stand newest first. */
function running(rows: readonly Named[], [opening = '0']: readonly string[], amount: string, balance: string): Named[] {
  let held = Number(opening);
  const passed = rows.map((row) => {
    held = cents(held + Number(row[amount]));
    return { ...row, [balance]: held, 'Money Direction': Number(row[amount]) < 0 ? 'Money Out' : 'Money In' };
  });
  return passed.reverse();
}

function delimited(rows: Filled['rows'], mark: string): Uint8Array {
  const text = rows.map((row) => row.map((cell) => String(cell ?? '')).join(mark)).join('\n');
  return new TextEncoder().encode(`${text}\n`);
}
