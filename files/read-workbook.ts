// Files as downloaded, outside Excel: a workbook, a web page, a delimited text, or an archive of them becomes the sheets
// the core works on. The only reader.
import type { Refusal } from '../core/problem.ts';
import { isBlankRow, type SheetTable } from '../core/sheet-table.ts';
import { type ChosenText, type LooksRight, chooseText } from './choose-text.ts';
import { compoundStreams, isCompoundFile } from './compound-file.ts';
import { readCsv } from './read-csv.ts';
import { xlsxSheets } from './read-xlsx.ts';
import { isUserFile, type ZipEntry, zipEntries } from './zip-archive.ts';

/** The sheets of a file in their order, or why the file as a whole cannot be opened. */
export type WorkbookReading =
  | {
      readonly sheets: SheetTable[];
      /** Files of an archive that could not be opened; its others are read all the same. */
      readonly unread: readonly Refusal[];
    }
  | { readonly refused: Refusal };

export interface WorkbookOptions {
  /** Judges the possible encodings and separators of a text. Without it the characters alone decide. */
  readonly looksRight?: LooksRight;
  /** Whether the text of these sheets is damaged, as when it was once read in a wrong encoding. */
  readonly looksGarbled?: (sheet: SheetTable) => boolean;
  /**
   * The password of a file that has one, or null to give up. Asked again, with `tries` growing, while it is wrong.
   * It is used for this file and forgotten.
   */
  readonly password?: (file: string, tries: number) => Promise<string | null>;
  /** Another way to the sheets of an xlsx; null when it is no whole workbook. */
  readonly xlsx?: (bytes: Uint8Array, file: string) => Promise<SheetTable[] | null>;
}

/**
 * Reads a file by its content; the name only tells a workbook from a text where the content could be either. Cells of a
 * text stay text. What cannot be read (random bytes, a workbook cut off) is a refusal, never an exception.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  options: WorkbookOptions = {},
): Promise<WorkbookReading> {
  const reading = await readContent(bytes, fileName, options);
  if ('refused' in reading) return reading;
  const garbled = reading.sheets.find((sheet) => options.looksGarbled?.(sheet) ?? false);
  return garbled ? refused('MOJIBAKE', fileName, garbled.sheet) : reading;
}

async function readContent(bytes: Uint8Array, file: string, options: WorkbookOptions): Promise<WorkbookReading> {
  if (isCompoundFile(bytes)) return readCompound(bytes, file, options);
  const entries = isZip(bytes) ? zipEntries(bytes) : [];
  if (entries === null) return refused('NOT_A_WORKBOOK', file);
  if (entries.some(({ name }) => /^\[content_types\]\.xml$/i.test(name)))
    return orRefused((options.xlsx ?? xlsxSheets)(bytes, file), file);
  if (isZip(bytes)) return readArchive(entries, file, options);
  return orRefused(textSheets(bytes, file, options), file);
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function orRefused(sheets: Promise<SheetTable[] | null>, file: string): Promise<WorkbookReading> {
  const read = await sheets;
  return read === null ? refused('NOT_A_WORKBOOK', file) : { sheets: read, unread: [] };
}

function refused(code: Refusal['code'], file: string, sheet: string | null = null): { readonly refused: Refusal } {
  return { refused: { code, file, sheet, nearest: null, row: null, columns: [] } };
}

/** An xlsx with a password, or an old xls. */
async function readCompound(bytes: Uint8Array, file: string, options: WorkbookOptions): Promise<WorkbookReading> {
  const streams = compoundStreams(bytes);
  const [info, packed] = [streams?.get('EncryptionInfo'), streams?.get('EncryptedPackage')];
  if (info && packed) return readLocked(info, packed, file, options);
  const workbook = streams?.get('Workbook');
  if (!workbook) return refused('NOT_A_WORKBOOK', file);
  const { isLocked, xlsSheets } = await import('./read-xls.ts');
  return isLocked(workbook) ? refused('PASSWORD_UNSUPPORTED', file) : orRefused(xlsSheets(bytes, workbook, file), file);
}

async function readLocked(
  info: Uint8Array,
  packed: Uint8Array,
  file: string,
  { password }: WorkbookOptions,
): Promise<WorkbookReading> {
  const { decryptWorkbook } = await import('./decrypt-workbook.ts');
  for (let tries = 0; ; tries++) {
    const given = (await password?.(file, tries)) ?? null;
    if (given === null) return refused(tries === 0 ? 'PASSWORD_NEEDED' : 'PASSWORD_WRONG', file);
    const opened = await decryptWorkbook(info, packed, given);
    if (opened.outcome === 'unknown') return refused('PASSWORD_UNSUPPORTED', file);
    if (opened.outcome === 'opened') return orRefused(xlsxSheets(opened.bytes, file), file);
  }
}

/** Each file of an archive under its own name. Archives inside archives are not opened. */
async function readArchive(
  entries: readonly ZipEntry[],
  archive: string,
  options: WorkbookOptions,
): Promise<WorkbookReading> {
  const sheets: SheetTable[] = [];
  const unread: Refusal[] = [];
  for (const entry of entries.filter(isUserFile)) {
    const reading = await readEntry(entry, `${archive} › ${entry.name}`, options);
    if ('refused' in reading) unread.push(reading.refused);
    else sheets.push(...reading.sheets);
  }
  const [first] = unread;
  return sheets.length > 0 || !first ? { sheets, unread } : { refused: first };
}

async function readEntry(entry: ZipEntry, file: string, options: WorkbookOptions): Promise<WorkbookReading> {
  if (entry.locked) return refused('PASSWORD_UNSUPPORTED', file);
  try {
    const bytes = await entry.read();
    const isArchive = isZip(bytes) && (zipEntries(bytes)?.every(({ name }) => !name.startsWith('[')) ?? false);
    return isArchive ? refused('ARCHIVE_IN_ARCHIVE', file) : await readContent(bytes, file, options);
  } catch {
    // The entry is cut off, damaged, or larger than it says.
    return refused('NOT_A_WORKBOOK', file);
  }
}

/** A text with such a name is damaged or a lie. `.xls` is not among them: many platforms name a text or a page so. */
const CLAIMS_TO_BE_ZIPPED = /\.(xls[xmb]|zip)$/i;

/** "XML Spreadsheet 2003". A web page that Excel saved names another of its namespaces. */
const XML_WORKBOOK = /<(?:\w+:)?Workbook\b[^>]*["']urn:schemas-microsoft-com:office:spreadsheet["']/;

async function textSheets(bytes: Uint8Array, file: string, options: WorkbookOptions): Promise<SheetTable[] | null> {
  if (CLAIMS_TO_BE_ZIPPED.test(file)) return null;
  const chosen = chooseText(bytes, options.looksRight ?? (() => 0));
  if (chosen === null) return null;
  if (XML_WORKBOOK.test(chosen.text.slice(0, 4_000)))
    return (await import('./read-xml-workbook.ts')).xmlSheets(bytes, file);
  const isPage = /^\s*</.test(chosen.text);
  const cells = isPage ? await pageCells(bytes, options) : textCells(chosen);
  return cells && [{ file, sheet: sheetNameOf(file), firstRow: 1, firstColumn: 1, ...cells }];
}

type Cells = Pick<SheetTable, 'rows' | 'hiddenRows'>;

function textCells({ text, separator }: ChosenText): Cells | null {
  const rows = readCsv(text, separator);
  return rows && { rows };
}

async function pageCells(bytes: Uint8Array, options: WorkbookOptions): Promise<Cells | null> {
  const { readPage } = await import('./read-page.ts');
  const page = readPage(bytes, options.looksRight ?? (() => 0));
  return page === null || page.rows.every(isBlankRow) ? null : page;
}

/** Excel names the one sheet of a text file after the file, at most 31 characters long. */
function sheetNameOf(file: string): string {
  const name =
    file
      .split(/[›/\\]/)
      .at(-1)
      ?.trim() ?? file;
  return name.replace(/\.[^.]*$/, '').slice(0, 31) || name;
}
