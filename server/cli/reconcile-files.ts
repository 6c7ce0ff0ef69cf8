// The whole way without Excel, as the add-in goes it: read -> detect -> normalise -> push -> reconcile -> worksheets.
import '../use-own-digest.ts';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { ReconcileRequest, ReconcileResult } from '../../core/api.ts';
import { daysOf } from '../../core/bank/bank-api.ts';
import { flagSameMoney } from '../../core/import/flag-same-money.ts';
import { importedFile, statementFile, unusedFile } from '../../core/import/imported-file.ts';
import { locateRows } from '../../core/import/locate-rows.ts';
import { SHEET_NAMES } from '../../core/worksheets/labels.ts';
import { workStates } from '../../core/work-states.ts';
import { resultSheets } from '../../core/worksheets/result-sheets.ts';
import { writeWorkbook } from '../../files/write-workbook.ts';
import { type Books, DEFAULT_COMPANY } from '../books.ts';
import { listMappings } from '../commands/present-library.ts';
import { getWorkEvents } from '../commands/list-work.ts';
import { lineKeysAt } from '../commands/line-keys-at.ts';
import { reconcile } from '../commands/reconcile.ts';
import type { Database } from '../store/database.ts';
import { isPostgres } from '../store/open-knex.ts';
import { confirmInBooks, unconfirmedOf, waitingOf } from './confirm-mappings.ts';
import { openBooks } from './on-books.ts';
import { placeToWrite } from './place-to-write.ts';
import type { Outcome } from './present-json.ts';
import { type PushedSheet, type PushedStatement, pushSheets, pushStatements } from './push-sheets.ts';
import { IN_MEMORY, type ReconcileRun } from './read-arguments.ts';
import type { ResultFile } from '../../core/worksheets/result-context.ts';
import { type ReadingTools, withMappings } from './open-file.ts';
import {
  type FileReading,
  type ReadSheet,
  readSheets,
  type RefusedFile,
  type StatementSheet,
  type UsedSheet,
} from './read-sheets.ts';

export type Reconciliation =
  | { readonly outcome: 'reconciled'; readonly facts: Outcome }
  /** Decided before anything is stored. */
  | { readonly outcome: 'refused'; readonly refused: readonly RefusedFile[] };

/** Told of each step as it begins, for whoever watches the time. */
export type OnStep = (step: 'reading' | 'pushing' | 'reconciling' | 'drawing' | 'writing' | 'done') => void;

/**
 * Files are read with the mappings of the books: the team's own versions count here as in the pane.
 * @param now the instant, ISO text in UTC, for the audit log
 */
export async function reconcileFiles(
  run: ReconcileRun,
  tools: ReadingTools,
  now: () => string,
  onStep: OnStep = () => undefined,
): Promise<Reconciliation> {
  let database: Database | null = null;
  const open = async (): Promise<Books> => {
    database ??= await openBooks(run.database);
    return { database, company: DEFAULT_COMPANY, now };
  };
  if (run.out !== null) await placeToWrite(run.out, run.files);
  try {
    onStep('reading');
    const mappings = holdsBooks(run.database) ? (await listMappings(await open())).mappings : tools.mappings;
    // Books in memory are made while other threads read the files: whatever is refused, nothing of them stays.
    if (run.database === IN_MEMORY) await open();
    const readings = await readSheets(run.files, withMappings(tools, mappings));
    const refused = readings.filter((reading) => reading.outcome === 'refused');
    if (refused.length > 0) return { outcome: 'refused', refused };
    onStep('pushing');
    return { outcome: 'reconciled', facts: await reconcileReadings(run, await open(), readings, onStep) };
  } finally {
    await (database as Database | null)?.close();
  }
}

/** Books that are there already may hold mappings of the team; new ones are made once nothing is refused. */
function holdsBooks(location: string): boolean {
  return isPostgres(location) || existsSync(location);
}

async function reconcileReadings(
  run: ReconcileRun,
  books: Books,
  readings: readonly FileReading[],
  onStep: OnStep,
): Promise<Outcome> {
  const [used, stated] = [usedSheets(readings), statementSheets(readings)];
  const isKept = run.database !== IN_MEMORY;
  const unconfirmed = isKept
    ? await confirmInBooks(books, [...used, ...stated], run.confirm)
    : unconfirmedOf([...used, ...stated], run.confirm);
  const waiting = isKept ? waitingOf(unconfirmed) : new Set<string>();
  const pushed = flagSameMoney(await pushSheets(books, used, run, waiting));
  const taken = stated.filter(({ recognised }) => !waiting.has(recognised.mapping.id));
  const statements = await pushStatements(books, taken, run);
  onStep('reconciling');
  const batchIds = [...new Set(pushed.map(({ answer }) => answer.batchId))];
  const statementDays = daysOf(statements.flatMap(({ sheet }) => sheet.lines));
  const asked = { batchIds, ...(statementDays === null ? {} : { statementDays }) };
  const result = locateRows(await reconcileAsAsked(run, books, asked), pushed);
  await writeResult(run, books, { result, pushed, statements, readings }, onStep);
  onStep('done');
  const { language, out } = run;
  return {
    language,
    readings,
    pushed,
    statements,
    unconfirmed: { mappings: unconfirmed, isKept, waiting },
    result,
    out,
  };
}

type Asked = Pick<ReconcileRequest, 'batchIds' | 'statementDays'>;

/** What may be booked although it waits is found in the plan first; the hash that was looked at is of the plan with it. */
async function reconcileAsAsked(run: ReconcileRun, books: Books, asked: Asked): Promise<ReconcileResult> {
  const { asOf, planOnly, planHash, author } = run;
  const approve = await approvedKeys(run, books, asked.batchIds);
  const mode = planOnly ? 'plan' : 'post';
  return reconcile(books, { ...asked, asOf, mode, approve, author, ...(planHash === null ? {} : { planHash }) });
}

async function approvedKeys({ approve, asOf }: ReconcileRun, books: Books, batchIds: string[]): Promise<string[]> {
  if (approve === 'all') {
    const { onReview } = await reconcile(books, { batchIds, asOf, mode: 'plan' });
    return onReview.map(({ lineKey }) => lineKey);
  }
  return approve.length === 0 ? [] : lineKeysAt(books, approve);
}

interface Reconciled {
  readonly result: ReconcileResult;
  readonly pushed: readonly PushedSheet[];
  readonly statements: readonly PushedStatement[];
  readonly readings: readonly FileReading[];
}

async function writeResult(
  { out, language }: ReconcileRun,
  books: Books,
  done: Reconciled,
  onStep: OnStep,
): Promise<void> {
  if (out === null) return;
  onStep('drawing');
  const events = await getWorkEvents(books);
  const states = events.length === 0 ? {} : { workStates: workStates(done.result, events) };
  const files = [
    ...done.pushed.map(importedFile),
    ...done.statements.map(fileOfStatement),
    ...sheetsOf(done.readings).flatMap(leftAlone),
  ];
  const sheets = resultSheets(done.result, { language, files, workbook: null, ...states });
  onStep('writing');
  const title = SHEET_NAMES.summary[language];
  await writeFile(out, await writeWorkbook(sheets, { title, date: done.result.asOf }));
}

function sheetsOf(readings: readonly FileReading[]): ReadSheet[] {
  return readings.flatMap((reading) => (reading.outcome === 'read' ? reading.sheets : []));
}

function usedSheets(readings: readonly FileReading[]): UsedSheet[] {
  return sheetsOf(readings).filter((sheet) => sheet.kind === 'used');
}

function statementSheets(readings: readonly FileReading[]): StatementSheet[] {
  return sheetsOf(readings).filter((sheet) => sheet.kind === 'statement');
}

function fileOfStatement({ sheet, answers }: PushedStatement): ResultFile {
  const { file, sheet: name, rows, recognised } = sheet;
  const { title } = recognised.mapping;
  return statementFile({ file, sheet: name, report: title, read: rows, answers });
}

function leftAlone(sheet: ReadSheet): ResultFile[] {
  return sheet.kind === 'unused' ? [unusedFile(sheet.file, sheet.sheet, sheet.rowCount)] : [];
}
