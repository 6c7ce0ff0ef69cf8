// The sheets of an xlsx. Cells are raw: dates are serial numbers, formulas their cached value, error cells their text.
import { type ReadOptions, readXlsx, type Workbook } from 'hucre/xlsx';
import type { Cell, SheetTable } from '../core/sheet-table.ts';
import { DAYS_1900_TO_1904, hasDates, rawRows } from './raw-cells.ts';
import { hasTellingFormats, looksOf } from './sheet-looks.ts';

/** The library's reader, on this thread or on another. */
export type ReadXlsx = (bytes: Uint8Array, options?: ReadOptions) => Promise<Workbook>;

/**
 * Null when it is no whole workbook. Whole read and streamed read cost the same (23,000 × 24 cells 1.4 s, 20,000 × 56
 * cells 2.4 s), so the simpler one.
 */
export async function xlsxSheets(
  bytes: Uint8Array,
  file: string,
  read: ReadXlsx = readXlsx,
): Promise<SheetTable[] | null> {
  try {
    const { sheets } = await read(bytes, { dateSystem: '1904', readStyles: await hasTellingFormats(bytes) });
    const shift = sheets.some(({ rows }) => hasDates(rows)) && (await countsFrom1904(bytes)) ? DAYS_1900_TO_1904 : 0;
    return sheets.map((sheet) => {
      const { name, rows } = sheet;
      const hasDays = hasDates(rows);
      const cells = hasDays ? rawRows(rows, shift) : (rows as Cell[][]);
      return { file, sheet: name, firstRow: 1, firstColumn: 1, rows: cells, ...looksOf(sheet, hasDays) };
    });
  } catch {
    // The library throws many kinds of errors for broken archives; to the user they are all the same.
    return null;
  }
}

/** Old Mac workbooks count days from 1904. Asked only when there are dates: it opens the file a second time. */
async function countsFrom1904(bytes: Uint8Array): Promise<boolean> {
  const { dateSystem } = await readXlsx(bytes, { sheets: () => false });
  return dateSystem === '1904';
}
