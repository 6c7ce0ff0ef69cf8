// The options of all commands, and what each command takes of them. Whatever can be wrong with any option is found here, once.
import { parseArgs, types } from 'node:util';
import type { BusinessDate } from '../../core/business-date.ts';
import { type Language, LANGUAGES, type Translated } from '../../core/language.ts';
import { SHOP_NAME_LENGTH_MAX } from '../../core/shop-name.ts';
import { AUTHOR_LENGTH_MAX } from '../../core/team-books.ts';
import * as wrong from './misuse.ts';

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean' },
  db: { type: 'string' },
  shop: { type: 'string' },
  'as-of': { type: 'string' },
  lang: { type: 'string' },
  'password-env': { type: 'string' },
  currency: { type: 'string' },
  'paid-out-on': { type: 'string' },
  decimal: { type: 'string', multiple: true },
  'date-format': { type: 'string', multiple: true },
  'hidden-rows': { type: 'string' },
  sheet: { type: 'string' },
  orders: { type: 'string' },
  platform: { type: 'string' },
  plan: { type: 'boolean' },
  'plan-hash': { type: 'string' },
  approve: { type: 'string', multiple: true },
  newest: { type: 'string', multiple: true },
  author: { type: 'string' },
  note: { type: 'string' },
  confirm: { type: 'string', multiple: true },
  on: { type: 'string' },
  receipt: { type: 'string' },
  run: { type: 'string' },
  batch: { type: 'string' },
  row: { type: 'string' },
  decline: { type: 'boolean' },
  period: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  aging: { type: 'string' },
  proposal: { type: 'string' },
  'valid-from': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export type Option = keyof typeof OPTIONS;

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });

export type Values = ReturnType<typeof parse>['values'];

export interface Parsed {
  readonly values: Values;
  readonly words: readonly string[];
}

/** The words of the line and its options, or what is wrong with one of them whatever the command. */
export function parseLine(argv: readonly string[]): Parsed | { readonly wrong: Translated } {
  try {
    const { values, positionals } = parse(argv);
    const blank = Object.entries(values).find(([name, value]) => name !== 'note' && isBlank(value));
    if (blank) return { wrong: wrong.emptyValue(`--${blank[0]}`) };
    if (positionals.some(isBlank)) return { wrong: wrong.emptyWord };
    const long = Object.entries(LONGEST).find(
      ([name, longest]) => String(values[name as Option] ?? '').length > longest,
    );
    if (long) return { wrong: wrong.tooLong(`--${long[0]}`, long[1]) };
    return { values, words: positionals };
  } catch (error) {
    return { wrong: wrongIn(error) };
  }
}

/** What the books hold of each. */
const LONGEST: Partial<Record<Option, number>> = { author: AUTHOR_LENGTH_MAX, note: 2_000, shop: SHOP_NAME_LENGTH_MAX };

const isBlank = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isBlank) : typeof value === 'string' && value.trim() === '';

/** What Node's parser found, which it says in English. */
function wrongIn(error: unknown): Translated {
  // Not `instanceof`: the parser is Node's own, and its errors may be of another realm.
  if (!types.isNativeError(error)) throw error;
  const [, option = ''] = /'(?:-\w, )?(-[^' ]*)/.exec(error.message) ?? [];
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return wrong.unknownOption(option);
  return error.message.includes('does not take') ? wrong.valueTooMuch(option) : wrong.valueMissing(option);
}

/** What a command is asked with, when everything that is the same for all of them holds. */
export interface Given {
  /** Behind the command's name. */
  readonly words: readonly string[];
  readonly values: Values;
  readonly language: Language;
  readonly json: boolean;
  readonly today: BusinessDate;
}

/** Where the books are, in a command's usage. */
export const DB = '--db FILE|URL';
export const WHO = ['[--author NAME]', '[--note TEXT]'] as const;

export interface Command<Line> {
  readonly name: string;
  /** Behind the name, as help and docs/cli.md show it, piece by piece: every option but those of all such commands. */
  readonly usage: readonly string[];
  readonly takes: readonly Option[];
  readonly read: (given: Given) => Line;
}

/** @returns what is wrong with the options of a command; null when all of them may be read */
export function wrongOptions(name: string, takes: readonly Option[], { values }: Parsed): Translated | null {
  const stray = (Object.keys(values) as Option[]).find((option) => !takes.includes(option));
  if (stray !== undefined) return wrong.notTaken(name, `--${stray}`);
  const { lang, db, 'plan-hash': hash } = values;
  if (lang !== undefined && LANGUAGES.every((known) => known !== lang))
    return wrong.wrongValue('--lang', wrong.oneOf(LANGUAGES), lang);
  // Another address would begin books in a file of that name; it is not repeated, because it may hold a password.
  if (db !== undefined && /^[a-z][a-z\d+.-]+:\/\//i.test(db) && !/^postgres(ql)?:\/\/./.test(db))
    return wrong.wrongSecret('--db', wrong.FORMS.database);
  if (hash !== undefined && !/^[\da-f]{64}$/.test(hash)) return wrong.wrongValue('--plan-hash', wrong.FORMS.hash, hash);
  return null;
}
