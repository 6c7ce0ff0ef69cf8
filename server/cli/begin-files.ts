// The named files, read ahead: large workbooks are parsed on threads of their own while the program loads.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { SheetTable } from '../../core/sheet-table.ts';
import { readXlsxBeside } from '../../files/read-xlsx-beside.ts';
import { xlsxSheets } from '../../files/read-xlsx.ts';
import { cannotOpen } from './file-not-opened.ts';

export interface BegunFile {
  readonly bytes: Uint8Array;
  /** What a thread makes of them, if they are a large workbook; null when they are none. */
  readonly sheets: Promise<SheetTable[] | null> | null;
}

/** Hands a file over, once: its cells are in memory no longer than they are needed. @throws FileNotOpened */
export type TakeFile = (path: string) => Promise<BegunFile>;

/** As many at a time as the machine has cores, which also bounds the memory. Others are read when they are asked for. */
export function beginFiles(paths: readonly string[]): TakeFile {
  const begun = new Map<string, Promise<BegunFile>>();
  const turns: Promise<void>[] = [];
  for (const path of new Set(paths)) {
    const file = (turns.at(-availableParallelism()) ?? Promise.resolve()).then(() => beginFile(path));
    begun.set(path, file);
    turns.push(endOf(file));
  }
  return (path) => {
    const file = begun.get(path) ?? beginFile(path);
    begun.delete(path);
    return file;
  };
}

/** Of a file that cannot be opened too: whoever takes it is told. */
async function endOf(file: Promise<BegunFile>): Promise<void> {
  await file.then(({ sheets }) => sheets).catch(() => null);
}

/** Bytes from which a thread is worth its 60 ms: about 5,000 rows. */
const LARGE = 500_000;

async function beginFile(path: string): Promise<BegunFile> {
  const bytes = await bytesOf(path);
  const isLargeZip = bytes.length >= LARGE && bytes[0] === 0x50 && bytes[1] === 0x4b;
  return { bytes, sheets: isLargeZip ? xlsxSheets(bytes, path, readXlsxBeside) : null };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw cannotOpen(path, error);
  }
}
