// A named file as sheets, read with everything the library of mappings knows about headers.
import { basename } from 'node:path';
import { garbledBy } from '../../core/mapping/find-mojibake.ts';
import { answerHiddenRows } from '../../core/mapping/hidden-rows.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { scorerOf } from '../../core/mapping/score-headers.ts';
import { decodeText } from '../../files/decode-text.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { xlsxSheets } from '../../files/read-xlsx.ts';
import { readWorkbook, type WorkbookOptions, type WorkbookReading } from '../../files/read-workbook.ts';
import type { AskPassword } from './ask-password.ts';
import { type BegunFile, beginFiles, type TakeFile } from './begin-files.ts';
import type { FileAnswers } from './read-answers.ts';

/** What files are read with. */
export interface ReadingTools {
  readonly take: TakeFile;
  readonly mappings: readonly Mapping[];
  readonly options: WorkbookOptions;
  /** What the user told of files that do not say it. */
  readonly answers: FileAnswers;
}

export interface ReadingWishes {
  readonly password: AskPassword;
  readonly answers?: FileAnswers;
  /** Files that will be opened: reading them begins at once. */
  readonly files?: readonly string[];
}

/** The mappings are loaded here and not at the start: commands that read no file do without them. */
export async function readingTools({ password, answers = {}, files = [] }: ReadingWishes): Promise<ReadingTools> {
  const take = beginFiles(files);
  const { builtInMappings: mappings } = await import('../../mappings/index.ts');
  return withMappings({ take, mappings, answers, options: { password } }, mappings);
}

/** The same tools with other mappings, such as those of a team's books. */
export function withMappings({ take, answers, options }: ReadingTools, mappings: readonly Mapping[]): ReadingTools {
  const garbled = garbledBy(mappings, decodeText);
  const looksGarbled = (sheet: SheetTable) => garbled(sheet) !== null;
  return { take, mappings, answers, options: { ...options, looksRight: scorerOf(mappings), looksGarbled } };
}

/**
 * Hidden rows are settled where the user said what to do with them; else the sheets say which they are.
 * @throws FileNotOpened
 */
export async function openFile(path: string, name: string, tools: ReadingTools): Promise<WorkbookReading> {
  const file = await tools.take(path);
  const reading = await readWorkbook(file.bytes, name, { ...tools.options, xlsx: sheetsOf(file) });
  const answer = tools.answers.hiddenRows;
  if ('refused' in reading || answer === undefined) return reading;
  return { ...reading, sheets: reading.sheets.map((table) => answerHiddenRows(table, answer)) };
}

/** What a thread has read ahead is the file's own content, and not a workbook that is packed or locked inside it. */
function sheetsOf({ bytes, sheets }: BegunFile): WorkbookOptions['xlsx'] {
  return async (content, file) => {
    if (content !== bytes || sheets === null) return xlsxSheets(content, file);
    return (await sheets)?.map((sheet) => ({ ...sheet, file })) ?? null;
  };
}

/** The name without its folder, unless two of the files would then be called the same. */
export function nameAmong(path: string, paths: readonly string[]): string {
  const name = basename(path);
  return paths.some((other) => other !== path && basename(other) === name) ? path : name;
}
