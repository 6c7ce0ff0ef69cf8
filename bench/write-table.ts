// A sheet of raw cells as an xlsx file: how generated exports get onto the disk.
import { writeFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';
import type { SheetTable } from '../core/sheet-table.ts';

export async function writeTable(path: string, { sheet, rows }: SheetTable): Promise<void> {
  await writeFile(path, await writeXlsx({ sheets: [{ name: sheet, rows: rows.map((row) => [...row]) }] }));
}
