// The one click, from the export on screen to the result worksheets. The pane's button and the ribbon's run this.
import type { ReconcileResult } from '../core/api.ts';
import type { BusinessDate } from '../core/business-date.ts';
import { type BankAnswer, type BankPush, bankPushes, daysOf } from '../core/bank/bank-api.ts';
import type { StatementLine } from '../core/bank/bank-lines-of-sheet.ts';
import { batchOf, type ImportBatch } from '../core/import/import-batch.ts';
import { AUTHOR_LENGTH_MAX } from '../core/team-books.ts';
import { flagSameMoney } from '../core/import/flag-same-money.ts';
import { importedFile, type PushedRows, statementFile, unusedFile } from '../core/import/imported-file.ts';
import { locateRows } from '../core/import/locate-rows.ts';
import { isAccountStatement, normalizeSheet, refuseStatement } from '../core/import/normalize-sheet.ts';
import type { Language } from '../core/language.ts';
import type { MappingFacts } from '../core/mapping-library.ts';
import { formatsWished } from './excel/formats-wished.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import type { NormalizedPayout } from '../core/mapping/normalize-payout.ts';
import type { Refusal } from '../core/problem.ts';
import type { ResultFile } from '../core/worksheets/result-context.ts';
import { resultSheets } from '../core/worksheets/result-sheets.ts';
import type { ApiClient } from './api-client.ts';
import type { SheetAnswers } from './sheet-answers.ts';
import {
  headsBeside,
  type RecognisedSheet,
  sheetsToReconcile,
  unusedSheets,
  viewWorkbook,
  type WorkbookView,
} from './choose-sheets.ts';
import { mustBeConfirmed } from './confirmation.ts';
import type { lookAtWorkbook } from './excel/look-at-workbook.ts';
import type { readSheet } from './excel/read-sheet.ts';
import type { writeSheets, WrittenSheet } from './excel/write-sheets.ts';
import { type Settings, shopName } from './settings.ts';
import type { Watch } from './watch.ts';
import { workStatesOf } from './work-states.ts';

/** What the click works with; tests bring their own. */
export interface ReconcileTools {
  readonly excel: {
    readonly lookAtWorkbook: typeof lookAtWorkbook;
    readonly readSheet: typeof readSheet;
    readonly writeSheets: typeof writeSheets;
  };
  readonly api: ApiClient;
  readonly settings: Settings;
  readonly language: Language;
  readonly today: BusinessDate;
}

/** What the user said before the click. */
export interface Wishes {
  /** Ids of sheets not wanted along. */
  readonly leftOut?: ReadonlySet<string>;
  /** By sheet id. */
  readonly answers?: ReadonlyMap<string, SheetAnswers>;
}

/** One sheet of the click (or its part in one currency), as it was read and what the server did with it. */
interface ImportedSheet extends PushedRows {
  readonly sheet: RecognisedSheet;
  readonly hasHiddenRows: boolean;
}

/** A bank or wallet statement of the click: an answer for each of its accounts, large ones in parts. */
interface PushedStatement {
  readonly sheet: RecognisedSheet;
  readonly answers: readonly BankAnswer[];
}

/** Why a click ends before anything is sent. */
type Stopped =
  /** A sheet turned out not to be what its first rows promised. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The mapping of a sheet is not confirmed yet and the sheet does not add up. */
  | { readonly outcome: 'unconfirmed'; readonly sheet: string };

export type Reconciliation =
  | {
      readonly outcome: 'reconciled';
      readonly result: ReconcileResult;
      readonly imported: readonly ImportedSheet[];
      readonly statements: readonly PushedStatement[];
      readonly written: readonly WrittenSheet[];
    }
  | Stopped
  /** The sheet on screen is no export; `view` says what it is and what stands beside it. Nothing was sent. */
  | { readonly outcome: 'nothing to reconcile'; readonly view: WorkbookView };

/**
 * Reconciles the sheet on screen with the exports beside it and writes the result worksheets.
 * @throws ApiProblem, Excel's errors, and AbortError when cancelled. Whatever was sent by then is kept and found again.
 */
export async function reconcileSheet(
  tools: ReconcileTools,
  watch: Watch,
  { leftOut, answers }: Wishes = {},
): Promise<Reconciliation> {
  const { excel, api, settings, language, today } = tools;
  const { mappings, facts } = await api.listMappings(watch.signal);
  const view = viewWorkbook(await excel.lookAtWorkbook(), mappings);
  const sheets = sheetsToReconcile(view, leftOut);
  if (sheets.length === 0) return { outcome: 'nothing to reconcile', view };

  const read: ReadExport[] = [];
  for (const sheet of sheets) {
    const part = await readExport(sheet, { tools, watch, view, mappings, facts, answers: answers?.get(sheet.look.id) });
    if ('outcome' in part) return part;
    read.push(part);
  }

  const author = settings.author.trim().slice(0, AUTHOR_LENGTH_MAX);
  const imported: ImportedSheet[] = [];
  for (const { batch, ...sheet } of read.flatMap(({ batches }) => batches))
    imported.push({ ...sheet, header: batch.header, answer: await api.pushBatch(batch, watch, author) });
  const statements: PushedStatement[] = [];
  const stated: ResultFile[] = [];
  for (const { sheet, pushes, rows } of read.flatMap(({ statement }) => statement ?? [])) {
    const signed = pushes.map((push) => ({ ...push, author }));
    const answers = await api.pushStatement(signed, watch);
    statements.push({ sheet, answers });
    const { title } = sheet.recognised.mapping;
    const { file, sheet: name } = sheet.look.head;
    stated.push(statementFile({ file, sheet: name, report: title, read: rows, answers }));
  }

  watch.report({ step: 'reconciling', done: 0, total: 0 });
  const policy = { payoutTermDays: settings.payoutTermDays };
  const batchIds = [...new Set(imported.map(({ answer }) => answer.batchId))]; // a copied sheet is the same batch
  const days = daysOf(read.flatMap(({ statement }) => statement?.lines ?? []));
  const request = { batchIds, asOf: today, policy, author, ...(days === null ? {} : { statementDays: days }) };
  const result = locateRows(await api.reconcile(request, watch.signal), imported);
  const unused = unusedSheets(view, sheets).map(({ head, rowCount }) => unusedFile(head.file, head.sheet, rowCount));
  const files = [...flagSameMoney(imported).map(importedFile), ...stated, ...unused];
  const workbook = sheets[0]?.look.head.file ?? null;
  const workStates = await workStatesOf(api, result, watch.signal);
  const written = await excel.writeSheets(resultSheets(result, { language, files, workbook, workStates }), watch);
  return { outcome: 'reconciled', result, imported, statements, written };
}

/** What one sheet sends: batches of rows that settle orders, or the lines of an account. */
interface ReadExport {
  readonly batches: readonly (Omit<ImportedSheet, 'header' | 'answer'> & { readonly batch: ImportBatch })[];
  readonly statement: {
    readonly sheet: RecognisedSheet;
    readonly lines: readonly StatementLine[];
    readonly rows: NormalizedPayout;
    readonly pushes: readonly BankPush[];
  } | null;
}

interface ReadingOf {
  readonly tools: ReconcileTools;
  readonly watch: Watch;
  readonly view: WorkbookView;
  readonly mappings: readonly Mapping[];
  readonly facts: readonly MappingFacts[];
  readonly answers: SheetAnswers | undefined;
}

/** Reads a sheet in full; nothing is sent yet. */
async function readExport(sheet: RecognisedSheet, of: ReadingOf): Promise<ReadExport | Stopped> {
  const { tools, watch, view, mappings, facts, answers } = of;
  const wishes = { ...answers, ...formatsWished(sheet.recognised) };
  const { table, hasHiddenRows } = await tools.excel.readSheet(sheet.look.id, watch, wishes);
  watch.report({ step: 'checking', done: 0, total: table.rows.length, sheet: table.sheet });
  const check = normalizeSheet(table, mappings, headsBeside(view, sheet.look.id), answers?.reading);
  if (check.outcome === 'refused') return check;
  if (mustBeConfirmed(check, facts)) return { outcome: 'unconfirmed', sheet: table.sheet };
  const { mapping } = check.recognised;
  const name = shopName(tools.settings, mapping.platform);
  const source = { file: table.file, sheet: table.sheet };
  if (check.outcome === 'statement') {
    const { lines } = check;
    if (!isAccountStatement(check.recognised))
      return { outcome: 'refused', refusal: refuseStatement(table, check.recognised) };
    const pushes = bankPushes(lines, { mapping: check.recognised.mapping, name, source });
    return { batches: [], statement: { sheet, lines, rows: check.rows, pushes } };
  }
  const about = { shop: { platform: mapping.platform, name }, source, newest: answers?.newest };
  const batches = check.parts.map((rows) => {
    return { sheet, report: mapping.title, rows, hasHiddenRows, batch: batchOf(rows, about) };
  });
  return { batches, statement: null };
}
