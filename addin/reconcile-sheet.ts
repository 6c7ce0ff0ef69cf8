// The one click, from the export on screen to the result worksheets. The pane's button and the ribbon's run this.
import type { ReconcileResult } from '../core/api.ts';
import type { BusinessDate } from '../core/business-date.ts';
import { batchOf } from '../core/import/import-batch.ts';
import { flagSameMoney } from '../core/import/flag-same-money.ts';
import { importedFile, type PushedRows, unusedFile } from '../core/import/imported-file.ts';
import { locateRows } from '../core/import/locate-rows.ts';
import { normalizeSheet, refuseStatement } from '../core/import/normalize-sheet.ts';
import type { Language } from '../core/language.ts';
import { idColumns } from '../core/mapping/id-columns.ts';
import type { Refusal } from '../core/problem.ts';
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
export interface ImportedSheet extends PushedRows {
  readonly sheet: RecognisedSheet;
  readonly hasHiddenRows: boolean;
}

export type Reconciliation =
  | {
      readonly outcome: 'reconciled';
      readonly result: ReconcileResult;
      readonly imported: readonly ImportedSheet[];
      readonly written: readonly WrittenSheet[];
    }
  /** A sheet turned out not to be what its first rows promised; nothing was sent. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The mapping of a sheet is not confirmed yet and the sheet does not add up; nothing was sent. */
  | { readonly outcome: 'unconfirmed'; readonly sheet: string }
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

  const read = [];
  for (const sheet of sheets) {
    const answered = answers?.get(sheet.look.id);
    const wishes = { ...answered, idColumns: idColumns(sheet.recognised) };
    const { table, hasHiddenRows } = await excel.readSheet(sheet.look.id, watch, wishes);
    watch.report({ step: 'checking', done: 0, total: table.rows.length, sheet: table.sheet });
    const check = normalizeSheet(table, mappings, headsBeside(view, sheet.look.id), answered?.reading);
    if (check.outcome === 'refused') return check;
    if (check.outcome === 'statement') return { outcome: 'refused', refusal: refuseStatement(table, check.recognised) };
    if (mustBeConfirmed(check, facts)) return { outcome: 'unconfirmed', sheet: table.sheet };
    const { platform, title } = check.recognised.mapping;
    const about = {
      shop: { platform, name: shopName(settings, platform) },
      source: { file: table.file, sheet: table.sheet },
    };
    for (const rows of check.parts)
      read.push({ sheet, report: title, rows, hasHiddenRows, batch: batchOf(rows, about) });
  }

  const imported: ImportedSheet[] = [];
  for (const { batch, ...sheet } of read)
    imported.push({ ...sheet, header: batch.header, answer: await api.pushBatch(batch, watch) });

  watch.report({ step: 'reconciling', done: 0, total: 0 });
  const policy = { payoutTermDays: settings.payoutTermDays };
  const batchIds = [...new Set(imported.map(({ answer }) => answer.batchId))]; // a copied sheet is the same batch
  const result = locateRows(await api.reconcile({ batchIds, asOf: today, policy }, watch.signal), imported);
  const unused = unusedSheets(view, sheets).map(({ head, rowCount }) =>
    unusedFile(head.file, head.sheet, rowCount, null),
  );
  const files = [...flagSameMoney(imported).map(importedFile), ...unused];
  const workbook = imported[0]?.header.source.file ?? null;
  const written = await excel.writeSheets(resultSheets(result, { language, files, workbook }), watch);
  return { outcome: 'reconciled', result, imported, written };
}
