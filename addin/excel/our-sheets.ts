// Which worksheets are ours: a mark in the sheet's custom properties (ExcelApi 1.12), never its name alone.
import { RESULT_SHEET_KEYS, type ResultSheetKey } from '../../core/worksheets/result-sheet.ts';

const KEY_PROPERTY = 'clearsheet.key';
const NAME_PROPERTY = 'clearsheet.name';
const DRAFT = 'draft';
/** Before the key of a sheet of the month-end report: a run has sheets of the same keys. */
const REPORT = 'report.';

/** Sheets that are written together and later replaced together: those of a run, those of a month-end report. */
export type SheetSet = 'run' | 'report';

export interface SheetEntry {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** Which of our result sheets it is, `draft` for the rest of an interrupted run, null for the user's own. */
  readonly ours: ResultSheetKey | typeof DRAFT | null;
  /** Null of the user's own, and of the rest of an interrupted run. */
  readonly set: SheetSet | null;
}

/** All worksheets in tab order, with what they are to us. Costs two syncs whatever their number. */
export async function listSheets(context: Excel.RequestContext): Promise<SheetEntry[]> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  await context.sync();
  const marks = sheets.items.map((sheet) => readMark(sheet));
  await context.sync();
  return sheets.items.map((sheet, index) => ({
    sheet,
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === 'Visible',
    ...oursOf(sheet.name, marks[index]),
  }));
}

interface Mark {
  readonly key: Excel.WorksheetCustomProperty;
  readonly name: Excel.WorksheetCustomProperty;
}

function readMark(sheet: Excel.Worksheet): Mark {
  const key = sheet.customProperties.getItemOrNullObject(KEY_PROPERTY);
  const name = sheet.customProperties.getItemOrNullObject(NAME_PROPERTY);
  key.load('value');
  name.load('value');
  return { key, name };
}

/**
 * Excel copies the mark together with a sheet. So a sheet is ours only while it bears the name we gave it: whoever
 * copies or renames a result sheet to keep it, keeps it.
 */
function oursOf(name: string, mark: Mark | undefined): Pick<SheetEntry, 'ours' | 'set'> {
  const isNone = !mark || mark.key.isNullObject || mark.name.isNullObject || mark.name.value !== name;
  const marked = isNone ? null : mark.key.value;
  if (marked === DRAFT) return { ours: DRAFT, set: null };
  const ours = RESULT_SHEET_KEYS.find((known) => marked === known || marked === REPORT + known) ?? null;
  return { ours, set: ours === null ? null : marked === ours ? 'run' : 'report' };
}

/** Marks a sheet as a draft of ours under the name it is given here. */
export function markAsDraft(sheet: Excel.Worksheet, name: string): void {
  mark(sheet, DRAFT, name);
}

/** Marks a sheet as ours under the name it is given here. */
export function markAsOurs(sheet: Excel.Worksheet, key: ResultSheetKey, set: SheetSet, name: string): void {
  mark(sheet, set === 'report' ? REPORT + key : key, name);
}

function mark(sheet: Excel.Worksheet, key: string, name: string): void {
  sheet.name = name;
  sheet.customProperties.add(KEY_PROPERTY, key);
  sheet.customProperties.add(NAME_PROPERTY, name);
}

const NAME_LENGTH_MAX = 31;

/** The name, or the first of `name (2)`, `name (3)` … that is not taken. Excel ignores case when it compares names. */
export function freeName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((each) => each.toLowerCase()));
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    free = name.slice(0, NAME_LENGTH_MAX - suffix.length) + suffix;
  }
  return free;
}
