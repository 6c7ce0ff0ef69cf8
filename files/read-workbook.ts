// Files as downloaded, outside Excel: an xlsx or a delimited text becomes the sheets the core works on. The only reader.
import { readXlsx } from 'hucre/xlsx';
import type { Refusal } from '../core/problem.ts';
import type { Cell, SheetTable } from '../core/sheet-table.ts';
import { decodeText } from './decode-text.ts';
import { readCsv } from './read-csv.ts';

/** The sheets of a file in their order, or why the file as a whole cannot be opened. */
export type WorkbookReading = { readonly sheets: SheetTable[] } | { readonly refused: Refusal };

/**
 * Reads a file by its content; the name only tells a workbook from a text where the content could be either.
 * Cells are raw: dates are serial numbers, formulas their cached value, error cells their text. Cells of a text file
 * stay text. What is not a workbook (random bytes, a web page, a file with a password) is a refusal, never an exception.
 * Whole read and streamed read cost the same (23,000 × 24 cells 1.4 s, 20,000 × 56 cells 2.4 s), so the simpler one.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<WorkbookReading> {
  const sheets = looksZipped(bytes) ? await readZipped(bytes, fileName) : readDelimited(bytes, fileName);
  return sheets === null ? { refused: notAWorkbook(fileName) } : { sheets };
}

/** xlsx is a zip archive. A file with a password and the old xls are OLE files instead and are refused as text. */
function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function readZipped(bytes: Uint8Array, file: string): Promise<SheetTable[] | null> {
  try {
    const { sheets } = await readXlsx(bytes, { dateSystem: '1904' });
    const hasDates = sheets.some(({ rows }) => rows.some((row) => row.some((value) => value instanceof Date)));
    const shift = hasDates && (await countsFrom1904(bytes)) ? DAYS_1900_TO_1904 : 0;
    return sheets.map(({ name, rows }) => {
      const cells = hasDates ? rows.map((row) => row.map((value) => rawValue(value, shift))) : (rows as Cell[][]);
      return { file, sheet: name, firstRow: 1, firstColumn: 1, rows: cells };
    });
  } catch {
    // The library throws many kinds of errors for broken archives; to the user they are all the same.
    return null;
  }
}

// The library turns number cells with a date format into instants. Reading them by the 1904 calendar makes that a plain
// multiplication that can be undone; by the 1900 calendar 59 and 60 would both become 28 February, and an amount of 60
// that somebody formatted as a date would come back as 59. Milliseconds hold four decimals of a day exactly.
const MILLISECONDS_A_DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1904, 0, 1);
const DAYS_1900_TO_1904 = 1_462;

function rawValue(value: Cell | Date, shift: number): Cell {
  return value instanceof Date ? (value.getTime() - DAY_ZERO) / MILLISECONDS_A_DAY + shift : value;
}

/** Old Mac workbooks count days from 1904. Asked only when there are dates: it opens the file a second time. */
async function countsFrom1904(bytes: Uint8Array): Promise<boolean> {
  const { dateSystem } = await readXlsx(bytes, { sheets: () => false });
  return dateSystem === '1904';
}

/** A text with such a name is damaged or a lie. `.xls` is not among them: some platforms name a tab-separated text so. */
const CLAIMS_TO_BE_ZIPPED = /\.xls[xmb]$/i;

function readDelimited(bytes: Uint8Array, file: string): SheetTable[] | null {
  if (CLAIMS_TO_BE_ZIPPED.test(file)) return null;
  const text = decodeText(bytes);
  if (text === null || /^\s*</.test(text)) return null;
  const rows = readCsv(text);
  return rows && [{ file, sheet: baseName(file), firstRow: 1, firstColumn: 1, rows }];
}

/** Excel names the one sheet of a text file after the file, at most 31 characters long. */
function baseName(file: string): string {
  return file.replace(/\.[^.]*$/, '').slice(0, 31) || file;
}

function notAWorkbook(file: string): Refusal {
  return { code: 'NOT_A_WORKBOOK', file, sheet: null, nearest: null, row: null, columns: [] };
}
