// The named files as sheets that are ready to be pushed, or why one of them is refused. Nothing is stored here.
import type { StatementLine } from '../../core/bank/bank-lines-of-sheet.ts';
import { type NormalizedSheet, normalizeSheet } from '../../core/import/normalize-sheet.ts';
import { continuedSheet } from '../../core/mapping/continued-sheet.ts';
import { type Drift, detectDrift } from '../../core/mapping/detect-drift.ts';
import type { Recognised, RecognisedPayout } from '../../core/mapping/detect-mapping.ts';
import { refusalOfHiddenRows } from '../../core/mapping/hidden-rows.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { refuseCompanion } from '../../core/mapping/refuse-companion.ts';
import { type Refusal, type RefusalCode, STOPPING_CODES } from '../../core/problem.ts';
import { isBlankRow, type SheetTable } from '../../core/sheet-table.ts';
import { nameAmong, openFile, type ReadingTools } from './open-file.ts';

/** A sheet whose report is known, with its rows; one for each of its currencies. */
export interface UsedSheet {
  readonly kind: 'used';
  readonly file: string;
  readonly sheet: string;
  readonly recognised: Recognised;
  readonly rows: NormalizedSheet;
}

/** A bank or wallet statement: read and proved. It settles no orders; its lines go to the books of its account. */
export interface StatementSheet {
  readonly kind: 'statement';
  readonly file: string;
  readonly sheet: string;
  readonly recognised: RecognisedPayout;
  readonly rows: NormalizedPayout;
  readonly lines: readonly StatementLine[];
}

/** A sheet beside them that is left alone, and why. */
export interface UnusedSheet {
  readonly kind: 'unused';
  readonly file: string;
  readonly sheet: string;
  readonly rowCount: number;
  readonly refusal: Refusal;
  /** The known report it may be, with columns renamed; null where none nearly fits. */
  readonly drift: Drift | null;
}

/** Why a file is refused, and the known report that it may be under other names. */
export type RefusedFile = Pick<UnusedSheet, 'refusal' | 'drift'>;

export type ReadSheet = UsedSheet | StatementSheet | UnusedSheet;

export type FileReading =
  | { readonly outcome: 'read'; readonly file: string; readonly sheets: readonly ReadSheet[] }
  | ({ readonly outcome: 'refused'; readonly file: string } & RefusedFile);

/**
 * Each file is read as soon as it is parsed; questions about them come in the order in which they are named. An archive
 * gives a reading for each of its files.
 * @throws FileNotOpened
 */
export async function readSheets(paths: readonly string[], tools: ReadingTools): Promise<FileReading[]> {
  let before: Promise<unknown> = Promise.resolve();
  const readings = [...new Set(paths)].map((path) => {
    const reading = readOne(path, nameAmong(path, paths), askingAfter(before, tools));
    before = Promise.allSettled([before, reading]);
    return reading;
  });
  return (await Promise.all(readings)).flat();
}

function askingAfter(turn: Promise<unknown>, tools: ReadingTools): ReadingTools {
  const { password } = tools.options;
  if (!password) return tools;
  const inTurn: typeof password = async (file, tries) => {
    await turn;
    return password(file, tries);
  };
  return { ...tools, options: { ...tools.options, password: inTurn } };
}

async function readOne(path: string, file: string, tools: ReadingTools): Promise<FileReading[]> {
  const reading = await openFile(path, file, tools);
  if ('refused' in reading) return [{ outcome: 'refused', file, refusal: reading.refused, drift: null }];
  const tables = reading.sheets.map((table) => continuedSheet(table, besides(table, reading.sheets), tools.mappings));
  const sheets = [
    ...tables.flatMap((table) => readSheet(table, besides(table, tables), tools)),
    ...reading.unread.map((refusal) => unusedSheet(refusal.file, '', 0, refusal)),
  ];
  const unused = sheets.filter((sheet) => sheet.kind === 'unused');
  const stopped = unused.filter(({ refusal }) => stopsItsFile(refusal));
  if (stopped.length > 0) return stopped.map(({ refusal, drift }) => ({ outcome: 'refused', file, refusal, drift }));
  if (unused.length < sheets.length) return byFile(sheets);
  const refusal = mostTelling(unused.map((sheet) => sheet.refusal)) ?? emptyFile(file);
  const drift = unused.find((sheet) => sheet.refusal === refusal)?.drift ?? null;
  return [{ outcome: 'refused', file, refusal, drift }];
}

/** The other sheets of the same workbook; in an archive there are several. */
export function besides(table: SheetTable, all: readonly SheetTable[]): SheetTable[] {
  return all.filter((other) => other !== table && other.file === table.file);
}

function byFile(sheets: readonly ReadSheet[]): FileReading[] {
  const files = [...new Set(sheets.map(({ file }) => file))];
  return files.map((file) => ({ outcome: 'read', file, sheets: sheets.filter((sheet) => sheet.file === file) }));
}

function readSheet(table: SheetTable, others: readonly SheetTable[], { mappings, answers }: ReadingTools): ReadSheet[] {
  const { file, sheet } = table;
  const check = normalizeSheet(table, mappings, others, answers);
  const asked = check.outcome === 'refused' ? null : refusalOfHiddenRows(table, check.recognised);
  if (asked) return [unusedSheet(file, sheet, table.rows.length, asked)];
  switch (check.outcome) {
    case 'read':
      return check.parts.map((rows) => ({ kind: 'used', file, sheet, recognised: check.recognised, rows }));
    case 'statement':
      return [{ kind: 'statement', file, sheet, recognised: check.recognised, rows: check.rows, lines: check.lines }];
    case 'refused': {
      const rowCount = table.rows.filter((row) => !isBlankRow(row)).length;
      const refusal = refuseCompanion(check.refusal, table, mappings, others);
      return [unusedSheet(file, sheet, rowCount, refusal, driftOf(refusal, table, mappings))];
    }
  }
}

function unusedSheet(
  file: string,
  sheet: string,
  rowCount: number,
  refusal: Refusal,
  drift: Drift | null = null,
): UnusedSheet {
  return { kind: 'unused', file, sheet, rowCount, refusal, drift };
}

/** Only where no mapping reads the sheet; one that waits for an answer has its report already. */
export function driftOf({ code }: Refusal, table: SheetTable, mappings: readonly Mapping[]): Drift | null {
  return code === 'MISSING_COLUMN' || code === 'UNKNOWN_REPORT' ? detectDrift(table, mappings) : null;
}

/** Whether a sheet that is refused so keeps the other sheets of its file from being read. */
export function stopsItsFile({ code }: Refusal): boolean {
  return STOPPING_CODES.includes(code);
}

/** Of the sheets of a file, the one that came nearest to a report says why the file is refused. */
const BY_NEARNESS: readonly RefusalCode[] = [
  ...STOPPING_CODES,
  'HEADER_TOO_LOW',
  'NO_DATA_ROWS',
  'COMPANION_SHEET',
  'UNKNOWN_REPORT',
  'EMPTY_SHEET',
  'NOT_A_WORKBOOK',
];

export function mostTelling(refusals: readonly Refusal[]): Refusal | undefined {
  return [...refusals].sort((left, right) => BY_NEARNESS.indexOf(left.code) - BY_NEARNESS.indexOf(right.code))[0];
}

export function emptyFile(file: string): Refusal {
  return { code: 'EMPTY_SHEET', file, sheet: file, nearest: null, row: null, columns: [] };
}
