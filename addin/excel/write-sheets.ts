// Writes the result worksheets: drawn beside the old ones first, swapped in at the end, so that a failure or a cancel
// leaves the workbook as it was. Sheets that do not bear our mark are never touched.
import type { ResultSheet, ResultSheetKey } from '../../core/worksheets/result-sheet.ts';
import { onSheet } from '../../core/worksheets/table-layout.ts';
import { isCancelled, type Watch } from '../watch.ts';
import { drawLineFormulas, drawLines } from './draw-lines.ts';
import { drawTable, drawTableFormulas, writeNow } from './draw-table.ts';
import { freeName, listSheets, markAsDraft, markAsOurs, type SheetEntry, type SheetSet } from './our-sheets.ts';
import { pointsOfWidth, TONE_LOOKS } from './result-looks.ts';

/** A sheet as it now stands in the workbook. */
export interface WrittenSheet {
  readonly key: ResultSheetKey;
  readonly id: string;
  readonly name: string;
}

/** Which sheets of ours these replace: those of the set whose names begin as theirs do. */
export interface SheetWish {
  readonly set: SheetSet;
  /** What stands before their names, such as the month of a report. */
  readonly prefix: string;
}

const OF_A_RUN: SheetWish = { set: 'run', prefix: '' };

/** One result sheet on its way into the workbook. */
interface Draft {
  readonly result: ResultSheet;
  readonly sheet: Excel.Worksheet;
  /** The name it will bear, free of the user's sheets. */
  readonly name: string;
  readonly tables: Excel.Table[];
}

/**
 * Replaces our earlier sheets of the same set and beginning by these and shows the first one.
 * @throws AbortError when cancelled; Excel's own error otherwise. Both leave the earlier result as it was.
 */
export async function writeSheets(
  results: readonly ResultSheet[],
  watch: Watch,
  { set, prefix }: SheetWish = OF_A_RUN,
): Promise<WrittenSheet[]> {
  try {
    return await Excel.run(async (context) => {
      const all = await listSheets(context);
      const before = {
        going: all.filter((entry) => isGoing(entry, { set, prefix })),
        names: all.map(({ name }) => name),
      };
      const drafts = startDrafts(context, results, { ...before, prefix });
      await drawDrafts(context, drafts, watch);
      return swap(context, drafts, before.going, set);
    });
  } catch (error) {
    await removeDrafts(error);
    throw error;
  }
}

/** Our sheets of the set, and what an interrupted run has left. A sheet of ours bears the name that we gave it. */
function isGoing(entry: SheetEntry, { set, prefix }: SheetWish): boolean {
  return entry.ours === 'draft' || (entry.set === set && entry.name.startsWith(prefix));
}

interface Before {
  readonly going: readonly SheetEntry[];
  /** Names of all sheets. */
  readonly names: readonly string[];
  readonly prefix: string;
}

function startDrafts(
  context: Excel.RequestContext,
  results: readonly ResultSheet[],
  { going, names, prefix }: Before,
): Draft[] {
  const gone = new Set(going.map((entry) => entry.name));
  const kept = names.filter((name) => !gone.has(name));
  const taken = [...names, ...results.map((result) => prefix + result.name)];
  return results.map((result) => {
    const name = freeName(prefix + result.name, kept);
    const draftName = freeName(`clearsheet ${result.key}`, taken);
    kept.push(name);
    taken.push(draftName);
    const sheet = context.workbook.worksheets.add(draftName);
    markAsDraft(sheet, draftName);
    return { result, sheet, name, tables: [] };
  });
}

async function drawDrafts(context: Excel.RequestContext, drafts: readonly Draft[], watch: Watch): Promise<void> {
  const total = drafts.reduce((rows, { result }) => rows + rowsOf(result), 0);
  let done = 0;
  for (const draft of drafts) {
    const onRows = (rows: number) => {
      watch.signal.throwIfAborted();
      done += rows;
      watch.report({ step: 'writing', done, total, sheet: draft.result.name });
    };
    onRows(0);
    await drawDraft(context, draft, onRows);
  }
  watch.signal.throwIfAborted();
}

function rowsOf(result: ResultSheet): number {
  return result.tables.reduce((rows, table) => rows + table.rows.length, 0);
}

async function drawDraft(
  context: Excel.RequestContext,
  { result, sheet, tables }: Draft,
  onRows: (rows: number) => void,
): Promise<void> {
  drawLines(sheet, result);
  for (const table of result.tables)
    tables.push(await drawTable(context, sheet, table, { decimals: result.decimals, onRows }));
  drawSheetLooks(sheet, result);
  await writeNow(context);
}

function drawSheetLooks(sheet: Excel.Worksheet, result: ResultSheet): void {
  result.widths?.forEach((width, index) => {
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = pointsOfWidth(width);
  });
  if (result.frozenRows > 0 && result.frozenColumns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, result.frozenRows, result.frozenColumns));
  else if (result.frozenRows > 0) sheet.freezePanes.freezeRows(result.frozenRows);
  sheet.showGridlines = result.tables.length > 0;
  sheet.tabColor = TONE_LOOKS[result.tone ?? 'calm'].tab;
}

/** Formulas name sheets as the result does; where the user has a sheet of that name, ours bears another. */
function renameIn(drafts: readonly Draft[]): (formula: string) => string {
  const renamed = drafts.filter(({ result, name }) => result.name !== name);
  return (formula) =>
    renamed.reduce((text, { result, name }) => text.replaceAll(onSheet(result.name, ''), onSheet(name, '')), formula);
}

/** One request: the old sheets go, the new ones take their names, the first one is shown. */
async function swap(
  context: Excel.RequestContext,
  drafts: readonly Draft[],
  going: readonly SheetEntry[],
  set: SheetSet,
): Promise<WrittenSheet[]> {
  const tableNames = await tableNamesToKeep(context, drafts, going);
  for (const entry of going) entry.sheet.delete();
  for (const { sheet, name, result } of drafts) markAsOurs(sheet, result.key, set, name);
  for (const { tables, result } of drafts)
    tables.forEach((drawn, index) => {
      const name = freeTableName(result.tables[index]?.name ?? 'clearsheet', tableNames);
      tableNames.push(name);
      drawn.name = name;
    });
  const rename = renameIn(drafts);
  for (const { sheet, result } of drafts) {
    drawLineFormulas(sheet, result, rename);
    for (const table of result.tables) drawTableFormulas(sheet, table, rename);
  }
  drafts[0]?.sheet.activate();
  for (const { sheet } of drafts) sheet.load('id');
  await writeNow(context);
  return drafts.map(({ sheet, name, result }) => ({ key: result.key, id: sheet.id, name }));
}

/** Names of the tables that are neither on sheets about to go nor on the drafts: theirs may not be taken. */
async function tableNamesToKeep(
  context: Excel.RequestContext,
  drafts: readonly Draft[],
  going: readonly SheetEntry[],
): Promise<string[]> {
  const all = context.workbook.tables;
  all.load('items/id,items/name');
  const goingTables = going.map((entry) => entry.sheet.tables);
  for (const tables of goingTables) tables.load('items/id');
  for (const table of drafts.flatMap((draft) => draft.tables)) table.load('id');
  await context.sync();
  const free = new Set([
    ...goingTables.flatMap((tables) => tables.items.map((table) => table.id)),
    ...drafts.flatMap((draft) => draft.tables.map((table) => table.id)),
  ]);
  return all.items.filter((table) => !free.has(table.id)).map((table) => table.name);
}

function freeTableName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((each) => each.toLowerCase()));
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number += 1) free = `${name}_${number}`;
  return free;
}

/**
 * Takes the unfinished sheets away, found by their mark: after a failed request the client does not know which of them
 * exist. If that fails as well, the user hears of what went wrong first, and the next run removes them.
 */
async function removeDrafts(cause: unknown): Promise<void> {
  try {
    await Excel.run(async (context) => {
      for (const entry of await listSheets(context)) if (entry.ours === 'draft') entry.sheet.delete();
      await context.sync();
    });
  } catch (error) {
    if (isCancelled(cause)) throw error;
  }
}
