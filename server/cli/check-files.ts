// What the library makes of files: which report each sheet is, whether it proves itself, and its rows as understood.
import type { Drift } from '../../core/mapping/detect-drift.ts';
import type { Recognised, RecognisedPayout } from '../../core/mapping/detect-mapping.ts';
import { refusalOfHiddenRows } from '../../core/mapping/hidden-rows.ts';
import type { NormalizedOrders } from '../../core/mapping/normalize-orders.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { readWorkbookSheets } from '../../core/mapping/read-workbook-sheets.ts';
import type { Refusal } from '../../core/problem.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { nameAmong, openFile, type ReadingTools } from './open-file.ts';
import { driftOf, emptyFile, mostTelling, stopsItsFile } from './read-sheets.ts';

/** The sum of the components against the net, row by row. */
export interface RowIdentity {
  readonly net: string;
  readonly components: readonly string[];
  readonly holdsOn: number;
  /** Rows of data, the unreadable ones included. */
  readonly rows: number;
  readonly failingRows: readonly number[];
}

export type CheckedSheet =
  | {
      readonly outcome: 'read';
      readonly sheet: string;
      readonly recognised: Recognised;
      readonly rows: NormalizedOrders | NormalizedPayout;
      /** Null where the report has no net column, or nothing that adds up to it. */
      readonly identity: RowIdentity | null;
    }
  | {
      readonly outcome: 'refused';
      readonly sheet: string;
      readonly refusal: Refusal;
      /** The known report it may be, with other names. */
      readonly drift: Drift | null;
    };

export interface CheckedFile {
  readonly file: string;
  readonly sheets: readonly CheckedSheet[];
  /** Why the file as a whole is no report of the library; null when one of its sheets is. */
  readonly refusal: Refusal | null;
}

/** @throws FileNotOpened */
export async function checkFiles(paths: readonly string[], tools: ReadingTools): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for (const path of [...new Set(paths)]) checked.push(...(await checkOne(path, nameAmong(path, paths), tools)));
  return checked;
}

async function checkOne(path: string, file: string, tools: ReadingTools): Promise<CheckedFile[]> {
  const reading = await openFile(path, file, tools);
  if ('refused' in reading) return [{ file, sheets: [], refusal: reading.refused }];
  if (reading.sheets.length === 0) return [{ file, sheets: [], refusal: emptyFile(file) }];
  const files = [...new Set(reading.sheets.map((table) => table.file))];
  return [
    ...files.map((name) =>
      checkTables(
        name,
        reading.sheets.filter((table) => table.file === name),
        tools,
      ),
    ),
    ...reading.unread.map((refusal) => ({ file: refusal.file, sheets: [], refusal })),
  ];
}

function checkTables(file: string, tables: readonly SheetTable[], { mappings, answers }: ReadingTools): CheckedFile {
  const sheets = readWorkbookSheets(tables, mappings, answers).map((reading): CheckedSheet => {
    const { sheet } = reading.table;
    if (reading.outcome === 'other') {
      const { refusal, table } = reading;
      return { outcome: 'refused', sheet, refusal, drift: driftOf(refusal, table, mappings) };
    }
    const { recognised, rows } = reading;
    const stopped = rows.stopped ?? refusalOfHiddenRows(reading.table, recognised);
    if (stopped) return { outcome: 'refused', sheet, refusal: stopped, drift: null };
    const identity = recognised.kind === 'payout' && rows.kind === 'payout' ? identityOf(recognised, rows) : null;
    return { outcome: 'read', sheet, recognised, rows, identity };
  });
  const refusals = sheets.flatMap((sheet) => (sheet.outcome === 'refused' ? [sheet.refusal] : []));
  const isKnown = sheets.length > refusals.length && !refusals.some(stopsItsFile);
  return { file, sheets, refusal: isKnown ? null : (mostTelling(refusals) ?? emptyFile(file)) };
}

function identityOf({ columns }: RecognisedPayout, { rows, problems }: NormalizedPayout): RowIdentity | null {
  const net = columns.find(({ column }) => column.as === 'net');
  const components = columns.filter(({ column }) => column.as === 'component').map(({ header }) => header);
  if (!net || components.length === 0) return null;
  const failingRows = problems.filter(({ code }) => code === 'NET_MISMATCH').map(({ row }) => row);
  const all = rows.accepted + rows.rejected;
  return { net: net.header, components, holdsOn: rows.accepted, rows: all, failingRows };
}
