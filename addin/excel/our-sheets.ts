// Which worksheets are ours: a mark in the sheet's custom properties (ExcelApi 1.12), never its name alone.
import { RESULT_SHEET_KEYS, type ResultSheetKey } from '../../core/worksheets/result-sheet.ts';

const KEY_PROPERTY = 'clearsheet.key';
const NAME_PROPERTY = 'clearsheet.name';
const DRAFT = 'draft';

export interface SheetEntry {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** Which of our result sheets it is, `draft` for the rest of an interrupted run, null for the user's own. */
  readonly ours: ResultSheetKey | typeof DRAFT | null;
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
    ours: oursOf(sheet.name, marks[index]),
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
function oursOf(name: string, mark: Mark | undefined): SheetEntry['ours'] {
  if (!mark || mark.key.isNullObject || mark.name.isNullObject || mark.name.value !== name) return null;
  const key = mark.key.value;
  return key === DRAFT ? DRAFT : (RESULT_SHEET_KEYS.find((known) => known === key) ?? null);
}

/** Marks a sheet as ours under the name it is given here. */
export function markAsOurs(sheet: Excel.Worksheet, key: ResultSheetKey | typeof DRAFT, name: string): void {
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
