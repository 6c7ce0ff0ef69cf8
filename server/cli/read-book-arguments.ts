// Commands about books that are there already: undo, months, settings, proof. They read no sheets, so they have a command
// line of their own.
import { parseArgs } from 'node:util';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { type Language, LANGUAGES } from '../../core/language.ts';
import type { Currency } from '../../core/money.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { type PeriodState, SETTING_KINDS } from '../../core/team-books.ts';
import { authorOf } from './author.ts';
import { readReportWish, REPORT_OPTIONS, type ReportAsked } from './report-arguments.ts';

interface BookRun {
  readonly database: string;
  readonly json: boolean;
  readonly language: Language;
}

export interface ReverseRun extends BookRun {
  readonly command: 'reverse';
  readonly what: Undone;
  readonly asOf: BusinessDate;
  readonly on: BusinessDate | null;
  readonly author: string;
  readonly note: string;
  readonly decline: boolean;
  readonly planOnly: boolean;
  readonly planHash: string | null;
}

export interface PeriodRun extends BookRun {
  readonly command: 'period';
  /** Null: only list. */
  readonly change: { readonly month: string; readonly state: PeriodState } | null;
  readonly author: string;
  readonly note: string;
}

export interface SettingsRun extends BookRun {
  readonly command: 'settings';
  /** Null: show what is set. */
  readonly file: string | null;
  readonly author: string;
  readonly note: string;
}

export interface VatRun extends BookRun {
  readonly command: 'vat';
  /** A day of the filing period. */
  readonly day: BusinessDate;
  readonly currency: Currency;
  readonly planOnly: boolean;
  readonly author: string;
}

export interface VerifyRun extends BookRun {
  readonly command: 'verify';
}

export interface ReportRun extends BookRun, ReportAsked {
  readonly command: 'report';
}

export type BookCommand = ReverseRun | PeriodRun | SettingsRun | VatRun | VerifyRun | ReportRun;
export type BookLine = BookCommand | { readonly command: 'misuse'; readonly message: string };

const OPTIONS = {
  db: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  author: { type: 'string' },
  note: { type: 'string' },
  'as-of': { type: 'string' },
  on: { type: 'string' },
  receipt: { type: 'string' },
  run: { type: 'string' },
  batch: { type: 'string' },
  row: { type: 'string' },
  decline: { type: 'boolean' },
  plan: { type: 'boolean' },
  'plan-hash': { type: 'string' },
  currency: { type: 'string' },
  ...REPORT_OPTIONS,
} as const;

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
type Values = ReturnType<typeof parse>['values'];

interface Given {
  readonly words: readonly string[];
  readonly values: Values;
  readonly run: BookRun;
  readonly today: BusinessDate;
}

const WHO = ['author', 'note'] as const;
const SUBJECTS = ['receipt', 'run', 'batch', 'row'] as const;
const COMMANDS: Readonly<
  Record<string, { readonly takes: readonly string[]; readonly read: (given: Given) => BookLine }>
> = {
  reverse: { takes: [...SUBJECTS, ...WHO, 'as-of', 'on', 'decline', 'plan', 'plan-hash'], read: reverseRun },
  period: { takes: WHO, read: periodRun },
  settings: { takes: WHO, read: settingsRun },
  vat: { takes: ['currency', 'plan', 'author'], read: vatRun },
  verify: { takes: [], read: ({ run, words }) => (words.length > 0 ? stray(words) : { command: 'verify', ...run }) },
  report: { takes: Object.keys(REPORT_OPTIONS), read: reportRun },
};

/** The command, or null when the first word is none of these. @param today the day to book on where none is given */
export function readBookArguments(argv: readonly string[], today: BusinessDate): BookLine | null {
  const [name = ''] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || argv.includes('--help') || argv.includes('-h')) return null;
  try {
    const { values, positionals } = parse(argv);
    const taken = ['db', 'json', 'lang', ...command.takes];
    const other = Object.keys(values).find((option) => !taken.includes(option));
    if (other !== undefined) return misuse(`${name} takes no --${other}`);
    const { db: database, lang = 'zh-TW', json = false } = values;
    const language = LANGUAGES.find((known) => known === lang);
    if (language === undefined) return misuse(`--lang takes one of ${LANGUAGES.join(', ')}, not "${lang}"`);
    if (database === undefined) return misuse('name the books with --db');
    return command.read({ words: positionals.slice(1), values, run: { database, json, language }, today });
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error));
  }
}

function reverseRun({ words, values, run, today }: Given): BookLine {
  if (words.length > 0) return stray(words);
  const named = SUBJECTS.filter((name) => values[name] !== undefined);
  if (named.length !== 1) return misuse('name what to reverse with one of --receipt, --run, --batch, --row');
  const what = undoneOf(values);
  if (what === null) return misuse(`--row takes FILE:SHEET:ROW, not "${values.row ?? ''}"`);
  const [asOf, on] = [values['as-of'], values.on].map((text) => (text === undefined ? undefined : dayOfText(text)));
  if (asOf === null) return misuse(`--as-of takes a day like 2024-06-01, not "${values['as-of'] ?? ''}"`);
  if (on === null) return misuse(`--on takes a day like 2024-06-01, not "${values.on ?? ''}"`);
  return {
    ...{ command: 'reverse', ...run, what, asOf: asOf ?? today, on: on ?? null, ...whoOf(values) },
    ...{ decline: values.decline ?? false, planOnly: values.plan ?? false, planHash: values['plan-hash'] ?? null },
  };
}

function undoneOf({ receipt, run, batch, row = '' }: Values): Undone | null {
  if (receipt !== undefined) return { kind: 'receipt', number: receipt };
  if (run !== undefined) return { kind: 'run', runId: /^\d+$/.test(run) ? `RUN-${run.padStart(6, '0')}` : run };
  if (batch !== undefined) return { kind: 'batch', batchId: batch };
  const source = placeOf(row);
  return source === null ? null : { kind: 'row', source };
}

/** A row of a sheet as people point at it. */
export interface RowPlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** `income.xlsx:Income:12`: a file's name may hold a colon, a sheet's may not. */
export function placeOf(text: string): RowPlace | null {
  const [, file, sheet, row] = /^(.+):([^:]+):(\d+)$/.exec(text) ?? [];
  return file === undefined || sheet === undefined || Number(row) < 1 ? null : { file, sheet, row: Number(row) };
}

/** A month stands for its filing period of two. TWD where no currency is named: it is Taiwan's return. */
function vatRun({ words: [month = '', ...more], values, run }: Given): BookLine {
  if (more.length > 0) return stray(more);
  const day = dayOfText(`${month}-01`);
  if (day === null) return misuse(`vat takes a month like 2024-05, not "${month}"`);
  const { currency = 'TWD', plan = false } = values;
  if (!/^[A-Z]{3}$/.test(currency)) return misuse(`--currency takes three letters, not "${currency}"`);
  return { command: 'vat', ...run, day, currency, planOnly: plan, author: authorOf(values.author) };
}

const whoOf = ({ author, note = '' }: Values) => ({ author: authorOf(author), note });

const STATES: Readonly<Record<string, PeriodState>> = { close: 'closed', file: 'filed', reopen: 'open' };

function periodRun({ words, values, run }: Given): BookLine {
  const [verb = 'list', month = '', ...more] = words;
  if (more.length > 0) return stray(more);
  if (verb === 'list') return { command: 'period', ...run, change: null, ...whoOf(values) };
  const state = Object.hasOwn(STATES, verb) ? STATES[verb] : undefined;
  if (state === undefined) return misuse(`period takes close, file, reopen or list, not "${verb}"`);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    return misuse(`period ${verb} takes a month like 2024-05, not "${month}"`);
  return { command: 'period', ...run, change: { month, state }, ...whoOf(values) };
}

function settingsRun({ words, values, run }: Given): BookLine {
  const [verb = 'show', file, ...more] = words;
  if (more.length > 0) return stray(more);
  if (verb === 'show' && file === undefined) return { command: 'settings', ...run, file: null, ...whoOf(values) };
  if (verb === 'set' && file !== undefined) return { command: 'settings', ...run, file, ...whoOf(values) };
  return misuse(`settings takes show, or set FILE.json with any of ${[...SETTING_KINDS, 'exchange-rates'].join(', ')}`);
}

function reportRun({ words, values, run, today }: Given): BookLine {
  if (words.length > 0) return stray(words);
  const asked = readReportWish(values, today);
  return 'wrong' in asked ? misuse(asked.wrong) : { command: 'report', ...run, ...asked };
}

function stray(words: readonly string[]): BookLine {
  return misuse(`"${words.join(' ')}" is too much`);
}

function misuse(message: string): BookLine {
  return { command: 'misuse', message };
}
