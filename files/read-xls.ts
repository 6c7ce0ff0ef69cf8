// The sheets of an old xls (BIFF8, Excel 97 to 2003). Loaded only when such a file is opened.
import { readXls } from 'hucre/xlsx';
import type { SheetTable } from '../core/sheet-table.ts';
import { DAYS_1900_TO_1904, rawRows } from './raw-cells.ts';
import { xlsLooks } from './xls-looks.ts';
import { recordsFrom, viewOf } from './xls-records.ts';

/** @param workbook the container's stream Workbook; null when it is no whole workbook */
export async function xlsSheets(bytes: Uint8Array, workbook: Uint8Array, file: string): Promise<SheetTable[] | null> {
  try {
    const { sheets } = await readXls(bytes, { dateSystem: '1904' });
    const shift = hasRecord(workbook, DATE_MODE, 1) ? DAYS_1900_TO_1904 : 0;
    const looks = xlsLooks(workbook);
    return sheets.map(({ name, rows }, index) => {
      return { file, sheet: name, firstRow: 1, firstColumn: 1, rows: rawRows(rows, shift), ...looks[index] };
    });
  } catch {
    // Broken records; to the user they are all the same.
    return null;
  }
}

/** Its records are encrypted: read as they stand they would be noise, not an error. */
export function isLocked(workbook: Uint8Array): boolean {
  return hasRecord(workbook, FILE_PASS);
}

const FILE_PASS = 0x2f;
const DATE_MODE = 0x22;

/** Whether the workbook's own part, before its sheets, holds a record (with this number in it). */
function hasRecord(workbook: Uint8Array, wanted: number, content?: number): boolean {
  const view = viewOf(workbook);
  for (const { kind, at } of recordsFrom(view, 0))
    if (kind === wanted) return content === undefined || view.getUint16(at, true) === content;
  return false;
}
