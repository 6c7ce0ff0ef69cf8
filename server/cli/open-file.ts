// A named file as sheets, read with everything the library of mappings knows about headers.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { garbledBy } from '../../core/mapping/find-mojibake.ts';
import { answerHiddenRows } from '../../core/mapping/hidden-rows.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { scorerOf } from '../../core/mapping/score-headers.ts';
import { decodeText } from '../../files/decode-text.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { readWorkbook, type WorkbookOptions, type WorkbookReading } from '../../files/read-workbook.ts';
import type { AskPassword } from './ask-password.ts';
import type { FileAnswers } from './read-answers.ts';

/** What files are read with. */
export interface ReadingTools {
  readonly mappings: readonly Mapping[];
  readonly options: WorkbookOptions;
  /** What the user told of files that do not say it. */
  readonly answers: FileAnswers;
}

/** The mappings are loaded here and not at the start: commands that read no file do without them. */
export async function readingTools(password: AskPassword, answers: FileAnswers = {}): Promise<ReadingTools> {
  const { builtInMappings: mappings } = await import('../../mappings/index.ts');
  return withMappings({ mappings, answers, options: { password } }, mappings);
}

/** The same tools with other mappings, such as those of a team's books. */
export function withMappings({ answers, options }: ReadingTools, mappings: readonly Mapping[]): ReadingTools {
  const garbled = garbledBy(mappings, decodeText);
  const looksGarbled = (sheet: SheetTable) => garbled(sheet) !== null;
  return { mappings, answers, options: { ...options, looksRight: scorerOf(mappings), looksGarbled } };
}

/** A named file that the system would not open: not there, a folder, or not ours to read. */
export class FileNotOpened extends Error {}

/**
 * Hidden rows are settled where the user said what to do with them; else the sheets say which they are.
 * @throws FileNotOpened
 */
export async function openFile(path: string, name: string, tools: ReadingTools): Promise<WorkbookReading> {
  const reading = await readWorkbook(await bytesOf(path), name, tools.options);
  const answer = tools.answers.hiddenRows;
  if ('refused' in reading || answer === undefined) return reading;
  return { ...reading, sheets: reading.sheets.map((table) => answerHiddenRows(table, answer)) };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new FileNotOpened(`cannot open ${path}`, { cause: error });
  }
}

/** The name without its folder, unless two of the files would then be called the same. */
export function nameAmong(path: string, paths: readonly string[]): string {
  const name = basename(path);
  return paths.some((other) => other !== path && basename(other) === name) ? path : name;
}
