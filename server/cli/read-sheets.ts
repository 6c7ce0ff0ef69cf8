// The named files as sheets that are ready to be pushed, or why one of them is refused. Nothing is stored here.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type NormalizedSheet, normalizeSheet } from '../../core/import/normalize-sheet.ts';
import type { Recognised } from '../../core/mapping/detect-mapping.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import type { Refusal, RefusalCode } from '../../core/problem.ts';
import { isBlankRow, type SheetTable } from '../../core/sheet-table.ts';
import { readWorkbook } from '../../files/read-workbook.ts';

/** A sheet whose report is known, with its rows; one for each of its currencies. */
export interface UsedSheet {
  readonly kind: 'used';
  readonly file: string;
  readonly sheet: string;
  readonly recognised: Recognised;
  readonly rows: NormalizedSheet;
}

/** A bank or wallet statement: read and proved, but it settles no orders, so nothing of it is pushed. */
export interface StatementSheet {
  readonly kind: 'statement';
  readonly file: string;
  readonly sheet: string;
  readonly recognised: Recognised;
  readonly rows: NormalizedPayout;
}

/** A sheet beside them that is left alone, and why. */
export interface UnusedSheet {
  readonly kind: 'unused';
  readonly file: string;
  readonly sheet: string;
  readonly rowCount: number;
  readonly refusal: Refusal;
}

export type ReadSheet = UsedSheet | StatementSheet | UnusedSheet;

export type FileReading =
  | { readonly outcome: 'read'; readonly file: string; readonly sheets: readonly ReadSheet[] }
  | { readonly outcome: 'refused'; readonly file: string; readonly refusal: Refusal };

/**
 * Reads the files one after another: memory holds one raw file at a time.
 * @throws FileNotOpened
 */
export async function readSheets(paths: readonly string[], mappings: readonly Mapping[]): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  for (const path of [...new Set(paths)]) readings.push(await readOne(path, nameOf(path, paths), mappings));
  return readings;
}

/** The name without its folder, unless two of the files would then be called the same. */
function nameOf(path: string, paths: readonly string[]): string {
  const name = basename(path);
  return paths.some((other) => other !== path && basename(other) === name) ? path : name;
}

/** A named file that the system would not open: not there, a folder, or not ours to read. */
export class FileNotOpened extends Error {}

async function openFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FileNotOpened(`cannot open ${path}`, { cause: error });
  }
}

async function readOne(path: string, file: string, mappings: readonly Mapping[]): Promise<FileReading> {
  const reading = await readWorkbook(await openFile(path), file);
  if ('refused' in reading) return { outcome: 'refused', file, refusal: reading.refused };
  const sheets = reading.sheets.flatMap((table) => readSheet(table, reading.sheets, mappings));
  if (sheets.some(({ kind }) => kind !== 'unused')) return { outcome: 'read', file, sheets };
  const refusals = sheets.flatMap((sheet) => (sheet.kind === 'unused' ? [sheet.refusal] : []));
  return { outcome: 'refused', file, refusal: mostTelling(refusals) ?? emptyFile(file) };
}

function readSheet(table: SheetTable, all: readonly SheetTable[], mappings: readonly Mapping[]): ReadSheet[] {
  const { file, sheet } = table;
  const check = normalizeSheet(
    table,
    mappings,
    all.filter((other) => other !== table),
  );
  switch (check.outcome) {
    case 'read':
      return check.parts.map((rows) => ({ kind: 'used', file, sheet, recognised: check.recognised, rows }));
    case 'statement':
      return [{ kind: 'statement', file, sheet, recognised: check.recognised, rows: check.rows }];
    case 'refused': {
      const rowCount = table.rows.filter((row) => !isBlankRow(row)).length;
      return [{ kind: 'unused', file, sheet, rowCount, refusal: check.refusal }];
    }
  }
}

/** Of the sheets of a file, the one that came nearest to a report says why the file is refused. */
const BY_NEARNESS: readonly RefusalCode[] = [
  'DUPLICATE_HEADER',
  'AMBIGUOUS_REPORT',
  'MISSING_COLUMN',
  'NO_DATA_ROWS',
  'UNKNOWN_REPORT',
  'EMPTY_SHEET',
  'NOT_A_WORKBOOK',
];

function mostTelling(refusals: readonly Refusal[]): Refusal | undefined {
  return [...refusals].sort((left, right) => BY_NEARNESS.indexOf(left.code) - BY_NEARNESS.indexOf(right.code))[0];
}

function emptyFile(file: string): Refusal {
  return { code: 'EMPTY_SHEET', file, sheet: file, nearest: null, row: null, columns: [] };
}
