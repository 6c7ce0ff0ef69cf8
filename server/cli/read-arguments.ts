// The command line as a request. What cannot be understood is named, with the way out.
import { basename } from 'node:path';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import type { Language } from '../../core/language.ts';
import { authorOf } from './author.ts';
import { type Command, DB, type Given, type Option, type Parsed, parseLine, wrongOptions } from './command-line.ts';
import type { Confirmed } from './confirm-mappings.ts';
import { FEE_COMMANDS, type FeeCommand } from './fees-arguments.ts';
import * as wrong from './misuse.ts';
import { FORMS, type Misuse, misuse, wrongValue } from './misuse.ts';
import { ANSWER_OPTIONS, answersIn, type FileAnswers } from './read-answers.ts';
import { BOOK_COMMANDS, type BookCommand, placeOf, type RowPlace } from './read-book-arguments.ts';

interface Run {
  readonly json: boolean;
  readonly language: Language;
  /** Name of the environment variable that holds the password of locked files; null: ask. */
  readonly passwordVariable: string | null;
  /** What the files do not say themselves. */
  readonly answers: FileAnswers;
}

export interface ReconcileRun extends Run {
  readonly command: 'reconcile';
  readonly files: readonly string[];
  readonly out: string | null;
  readonly database: string;
  /** Null: named after the platform. */
  readonly shop: string | null;
  readonly asOf: BusinessDate;
  /** Import and decide, and post nothing. */
  readonly planOnly: boolean;
  /** Post this very plan, or nothing. */
  readonly planHash: string | null;
  /** Rows that wait for review and may be booked: their places, or all. */
  readonly approve: 'all' | readonly RowPlace[];
  /** Names of order files that are newer than what the books hold: their orders hold, also where they go back. */
  readonly newest: readonly string[];
  /** Who pushes, runs and approves. */
  readonly author: string;
  /** Mappings that are not verified, and that the person has looked at: their ids, or all. */
  readonly confirm: Confirmed;
}

/** Where books are that nobody keeps. */
export const IN_MEMORY = ':memory:';

/** What the library makes of files, sheet by sheet. */
export interface CheckRun extends Run {
  readonly command: 'mapping check';
  readonly files: readonly string[];
}

/** A mapping for a file that the library does not know. */
export interface InferRun extends Run {
  readonly command: 'mapping infer';
  readonly file: string;
  /** Where the mapping is written. */
  readonly out: string | null;
  /** Null: every sheet that looks like a table of money. */
  readonly sheet: string | null;
  /** An export whose order numbers are known: the column that holds them is the key. */
  readonly orders: string | null;
  readonly platform: string | null;
}

export type FileCommand = ReconcileRun | CheckRun | InferRun;

export type CommandLine =
  FileCommand | BookCommand | FeeCommand | Misuse | { readonly command: 'help' } | { readonly command: 'version' };

/** All of them take what files do not say themselves, --json and --lang besides. */
const FILE_COMMANDS: readonly Command<FileCommand | Misuse>[] = [
  {
    name: 'reconcile',
    usage: [
      ...['FILE…', '[--out RESULT.xlsx]', `[${DB}]`, '[--shop NAME]', '[--as-of DAY]', '[--plan | --plan-hash HASH]'],
      ...['[--approve FILE:SHEET:ROW|all]…', '[--newest FILE]…', '[--author NAME]', '[--confirm ID,…|all]'],
    ],
    takes: ['out', 'db', 'shop', 'as-of', 'plan', 'plan-hash', 'approve', 'newest', 'author', 'confirm'],
    read: reconcileRun,
  },
  { name: 'mapping check', usage: ['FILE…'], takes: [], read: checkRun },
  {
    name: 'mapping infer',
    usage: ['FILE', '[--out MAPPING.json]', '[--sheet NAME]', '[--orders FILE]', '[--platform NAME]'],
    takes: ['out', 'sheet', 'orders', 'platform'],
    read: inferRun,
  },
];

const EVERY_COMMAND = ['json', 'lang'] as const;

/** A command with the options that all of its kind take, which its own usage does not show. */
interface KnownCommand extends Command<CommandLine> {
  readonly kind: 'files' | 'books';
  readonly ofKind: readonly Option[];
}

/** Every command there is, in the order in which help shows them. */
export const COMMANDS: readonly KnownCommand[] = [
  ...FILE_COMMANDS.map((command) => {
    return {
      kind: 'files' as const,
      ofKind: [...EVERY_COMMAND, 'password-env', ...ANSWER_OPTIONS] as const,
      ...command,
    };
  }),
  ...[...BOOK_COMMANDS, ...FEE_COMMANDS].map((command) => {
    return { kind: 'books' as const, ofKind: [...EVERY_COMMAND, 'db'] as const, ...command };
  }),
];

/** @param today the day to reconcile as of, or to book on, where none is given */
export function readArguments(argv: readonly string[], today: BusinessDate): CommandLine {
  const parsed = parseLine(argv);
  if ('wrong' in parsed) return misuse(parsed.wrong);
  const { values, words } = parsed;
  if (values.help || argv.length === 0) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => word === words[at]));
  if (command === undefined)
    return misuse(
      wrong.unknownCommand(
        nameIn(words),
        COMMANDS.map(({ name }) => name),
      ),
    );
  return readCommand(command, parsed, { language: wrong.languageIn(argv), today });
}

/** Of two words where commands begin with the first: `fees` alone is no command, and neither is `fees teach`. */
function nameIn(words: readonly string[]): string {
  const hasMore = COMMANDS.some(({ name }) => name.startsWith(`${words[0] ?? ''} `));
  return words.slice(0, hasMore ? 2 : 1).join(' ');
}

function readCommand(command: KnownCommand, parsed: Parsed, asked: Pick<Given, 'language' | 'today'>): CommandLine {
  const { name, kind, ofKind, takes, read } = command;
  const fault = wrongOptions(name, [...ofKind, ...takes], parsed);
  if (fault) return misuse(fault);
  const { values, words } = parsed;
  if (kind === 'books' && values.db === undefined) return misuse(wrong.noBooks);
  return read({ words: words.slice(name.split(' ').length), values, json: values.json ?? false, ...asked });
}

/** What all commands that read files are told. */
function runOf({ values, json, language }: Given): Run | { readonly wrong: Misuse['message'] } {
  const answers = answersIn(values);
  if ('wrong' in answers) return answers;
  return { json, language, passwordVariable: values['password-env'] ?? null, answers };
}

function reconcileRun(given: Given): FileCommand | Misuse {
  const { words: files, values, today } = given;
  const run = runOf(given);
  if ('wrong' in run) return misuse(run.wrong);
  if (files.length === 0) return misuse(wrong.noFile);
  const asOf = values['as-of'] === undefined ? today : dayOfText(values['as-of']);
  if (asOf === null) return misuse(wrongValue('--as-of', FORMS.day, values['as-of'] ?? ''));
  const approve = approvedIn(values.approve ?? []);
  if (approve === null) return misuse(wrongValue('--approve', FORMS.places, (values.approve ?? []).join(' ')));
  const confirm = confirmedIn(values.confirm ?? []);
  if (confirm === null) return misuse(wrongValue('--confirm', FORMS.mappings, (values.confirm ?? []).join(' ')));
  const newest = (values.newest ?? []).map((file) => basename(file));
  const stranger = newest.find((file) => !files.map((one) => basename(one)).includes(file));
  if (stranger !== undefined) return misuse(wrongValue('--newest', FORMS.fileOfRun, stranger));
  const { out = null, db: database = IN_MEMORY, shop = null, plan = false, 'plan-hash': planHash = null } = values;
  const author = authorOf(values.author);
  const asked = { out, database, shop, asOf, planOnly: plan, planHash, approve, newest, author, confirm };
  return { command: 'reconcile', files, ...asked, ...run };
}

function approvedIn(given: readonly string[]): ReconcileRun['approve'] | null {
  if (given.includes('all')) return 'all';
  const places = given.map(placeOf);
  return places.every((place) => place !== null) ? places : null;
}

function confirmedIn(given: readonly string[]): Confirmed | null {
  const ids = given.flatMap((text) => text.split(',')).map((id) => id.trim());
  if (ids.includes('all')) return 'all';
  return ids.every((id) => /^[a-z0-9.-]+$/.test(id)) ? ids : null;
}

function checkRun(given: Given): FileCommand | Misuse {
  const run = runOf(given);
  if ('wrong' in run) return misuse(run.wrong);
  if (given.words.length === 0) return misuse(wrong.noFile);
  return { command: 'mapping check', files: given.words, ...run };
}

function inferRun(given: Given): FileCommand | Misuse {
  const run = runOf(given);
  if ('wrong' in run) return misuse(run.wrong);
  const [file, ...more] = given.words;
  if (file === undefined || more.length > 0) return misuse(wrong.oneFile);
  const { out = null, sheet = null, orders = null, platform = null } = given.values;
  if (platform !== null && !/^[a-z0-9-]+$/.test(platform))
    return misuse(wrongValue('--platform', FORMS.platform, platform));
  return { command: 'mapping infer', file, out, sheet, orders, platform, ...run };
}
