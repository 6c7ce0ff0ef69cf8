// Reads a file in JSON that somebody wrote by hand; what cannot be read is named by its file and its place in it.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Translated } from '../../core/language.ts';
import { cannotOpen, doesNotFit, type JsonFileKind, notJson } from './file-not-opened.ts';
import { say } from './misuse.ts';

/** Editors on Windows put it before the text. */
const BYTE_ORDER_MARK = /^\ufeff/;

/** @throws FileNotOpened where it cannot be opened, or is no JSON */
export async function readJsonFile(kind: JsonFileKind, path: string): Promise<unknown> {
  const raw = await readFile(path, 'utf8').catch((error: unknown) => {
    throw cannotOpen(path, error);
  });
  const text = raw.replace(BYTE_ORDER_MARK, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(kind, path, lineOfFault(text), error);
  }
}

/** @throws FileNotOpened as above, and where the content does not fit: with the first place that does not */
export async function readFitting<T>(kind: JsonFileKind, path: string, schema: z.ZodType<T, unknown>): Promise<T> {
  const read = schema.safeParse(await readJsonFile(kind, path));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw doesNotFit(kind, { path, place: placeOf(issue?.path ?? []), problem: issue?.message ?? 'unknown' });
}

/** A list, or a single one of its entries written without the brackets. */
export const orOne = <T>(list: z.ZodType<T, unknown>) =>
  z.preprocess((given) => (Array.isArray(given) ? (given as unknown[]) : [given]), list);

/** Entries are counted from one, fields are called as in the file. */
function placeOf(path: readonly PropertyKey[]): Translated {
  if (path.length === 0) return say('整份檔案', '整份文件', 'the whole file');
  const steps = path.map((step) => {
    if (typeof step !== 'number') return say(String(step), String(step), String(step));
    return say(`第 ${step + 1} 筆`, `第 ${step + 1} 笔`, `entry ${step + 1}`);
  });
  const joined = (language: keyof Translated, between: string) => steps.map((step) => step[language]).join(between);
  return say(joined('zh-TW', ' '), joined('zh-CN', ' '), joined('en', ', '));
}

/** The engine gives the position of some faults only; of the others the first line after which it would not go on. */
function lineOfFault(text: string): number {
  const position = positionOfFault(text);
  const lines = text.split('\n');
  if (position !== null) return text.slice(0, position).split('\n').length;
  let [low, high] = [1, lines.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (mayGoOn(lines.slice(0, middle).join('\n'))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a beginning of a text is JSON as far as it goes. */
function mayGoOn(beginning: string): boolean {
  const fault = faultOf(beginning);
  return fault === null || fault.startsWith('Unexpected end') || positionOfFault(beginning) === beginning.length;
}

function positionOfFault(text: string): number | null {
  const [, position] = / at position (\d+)/.exec(faultOf(text) ?? '') ?? [];
  return position === undefined ? null : Number(position);
}

function faultOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
