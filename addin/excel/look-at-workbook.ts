// A cheap look at the whole workbook: the first rows of each sheet, enough to tell which exports it holds.
import type { SheetTable } from '../../core/sheet-table.ts';
import type { ResultSheetKey } from '../../core/worksheets/result-sheet.ts';
import { listSheets, type SheetEntry } from './our-sheets.ts';
import { cellOf, type UsedArea } from './read-sheet.ts';

/** Rows looked at: headers stand within the first thirty rows, a few rows of data below them. */
const HEAD_ROWS = 40;
const HEAD_COLUMNS_MAX = 250;
/** Sheets whose heads are asked for at once, so that the answer stays far under 5 MB. */
const SHEETS_PER_SYNC = 10;

export interface SheetLook {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** Which of our result sheets it is; null for the user's own. */
  readonly ours: ResultSheetKey | null;
  /** Its first rows; no rows when it is empty or ours. */
  readonly head: SheetTable;
  /** Used rows of the whole sheet. */
  readonly rowCount: number;
}

/** Looks at every visible sheet, in tab order. */
export async function lookAtWorkbook(): Promise<SheetLook[]> {
  return Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load('id');
    context.workbook.load('name');
    await context.sync();
    const { id: activeId } = active;
    const { name: file } = context.workbook;
    const entries = (await listSheets(context)).filter((entry) => entry.visible && entry.ours !== 'draft');
    const heads: Head[] = [];
    for (let start = 0; start < entries.length; start += SHEETS_PER_SYNC)
      heads.push(...(await readHeads(context, entries.slice(start, start + SHEETS_PER_SYNC))));
    return heads.map((head) => lookOf(head, file, activeId));
  });
}

interface Head {
  readonly entry: SheetEntry;
  readonly used: Excel.Range | null;
  readonly values: Excel.Range | null;
}

async function readHeads(context: Excel.RequestContext, entries: readonly SheetEntry[]): Promise<Head[]> {
  const used = entries.map((entry) => (entry.ours === null ? entry.sheet.getUsedRangeOrNullObject(true) : null));
  for (const range of used) range?.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const heads = entries.map((entry, index) => headOf(entry, used[index] ?? null));
  for (const head of heads) head.values?.load('values');
  await context.sync();
  return heads;
}

function headOf(entry: SheetEntry, used: Excel.Range | null): Head {
  if (!used || used.isNullObject) return { entry, used: null, values: null };
  const rows = Math.min(HEAD_ROWS, used.rowCount);
  const columns = Math.min(HEAD_COLUMNS_MAX, used.columnCount);
  return { entry, used, values: entry.sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, rows, columns) };
}

function lookOf({ entry, used, values }: Head, file: string, activeId: string): SheetLook {
  const area: Pick<UsedArea, 'rowIndex' | 'columnIndex' | 'rowCount'> = used ?? {
    rowIndex: 0,
    columnIndex: 0,
    rowCount: 0,
  };
  return {
    id: entry.id,
    name: entry.name,
    active: entry.id === activeId,
    ours: entry.ours === 'draft' ? null : entry.ours,
    head: {
      file,
      sheet: entry.name,
      firstRow: area.rowIndex + 1,
      firstColumn: area.columnIndex + 1,
      rows: values ? values.values.map((row) => row.map(cellOf)) : [],
      ...(area.rowCount > HEAD_ROWS ? { isHead: true } : {}),
    },
    rowCount: area.rowCount,
  };
}
