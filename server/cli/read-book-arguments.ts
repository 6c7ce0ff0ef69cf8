// Commands about books that are there already: undo, months, settings, proof. They read no sheets, so they have a command
// line of their own.
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import type { Language } from '../../core/language.ts';
import type { Currency } from '../../core/money.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { type PeriodState, SETTING_KINDS } from '../../core/team-books.ts';
import { authorOf } from './author.ts';
import { type Command, DB, type Given, type Values, WHO } from './command-line.ts';
import { FORMS, type Misuse, misuse, nameOne, notTaken, oneOf, say, tooMuch, wrongValue } from './misuse.ts';
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
  /** Of closing: the plan of the month's end that was looked at. */
  readonly planHash: string | null;
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

export interface MonthEndRun extends BookRun {
  readonly command: 'month-end';
  readonly month: string;
  readonly planOnly: boolean;
  readonly planHash: string | null;
  readonly author: string;
}

export interface VerifyRun extends BookRun {
  readonly command: 'verify';
}

export interface ReportRun extends BookRun, ReportAsked {
  readonly command: 'report';
}

export type BookCommand = ReverseRun | PeriodRun | SettingsRun | VatRun | MonthEndRun | VerifyRun | ReportRun;
type BookLine = BookCommand | Misuse;

const SUBJECTS = ['receipt', 'run', 'batch', 'row'] as const;

/** All of them take --json and --lang besides. */
export const BOOK_COMMANDS: readonly Command<BookLine>[] = [
  {
    name: 'reverse',
    usage: [
      ...[DB, '(--receipt N | --run N | --batch ID | --row FILE:SHEET:ROW)', '[--as-of DAY]', '[--on DAY]'],
      ...['[--decline]', '[--plan | --plan-hash HASH]', ...WHO],
    ],
    takes: [...SUBJECTS, 'author', 'note', 'as-of', 'on', 'decline', 'plan', 'plan-hash'],
    read: reverseRun,
  },
  {
    name: 'period',
    usage: ['(list | close MONTH | file MONTH | reopen MONTH)', DB, '[--plan-hash HASH]', ...WHO],
    takes: ['plan-hash', 'author', 'note'],
    read: periodRun,
  },
  { name: 'settings', usage: ['(show | set FILE.json)', DB, ...WHO], takes: ['author', 'note'], read: settingsRun },
  {
    name: 'vat',
    usage: ['MONTH', DB, '[--currency CODE]', '[--plan]', '[--author NAME]'],
    takes: ['currency', 'plan', 'author'],
    read: vatRun,
  },
  {
    name: 'month-end',
    usage: ['MONTH', DB, '[--plan | --plan-hash HASH]', '[--author NAME]'],
    takes: ['plan', 'plan-hash', 'author'],
    read: monthEndRun,
  },
  {
    name: 'report',
    usage: [
      ...[DB, '[--period MONTH | --from DAY --to DAY]', '[--by shop|customer|order-type]', '[--aging 30,60,90]'],
      '[--platform NAME]',
      '[--shop NAME]',
      '[--out REPORT.xlsx]',
    ],
    takes: REPORT_OPTIONS,
    read: reportRun,
  },
  { name: 'verify', usage: [DB], takes: [], read: verifyRun },
];

const runOf = ({ values, json, language }: Given): BookRun => ({ database: values.db ?? '', json, language });

function verifyRun(given: Given): BookLine {
  return given.words.length > 0 ? misuse(tooMuch(given.words)) : { command: 'verify', ...runOf(given) };
}

function reverseRun(given: Given): BookLine {
  const { words, values, today } = given;
  if (words.length > 0) return misuse(tooMuch(words));
  const named = SUBJECTS.filter((name) => values[name] !== undefined);
  if (named.length !== 1) return misuse(nameOne(SUBJECTS.map((name) => `--${name}`)));
  const what = undoneOf(values);
  if (what === null) return misuse(wrongValue('--row', FORMS.place, values.row ?? ''));
  const [asOf, on] = [values['as-of'], values.on].map((text) => (text === undefined ? undefined : dayOfText(text)));
  if (asOf === null) return misuse(wrongValue('--as-of', FORMS.day, values['as-of'] ?? ''));
  if (on === null) return misuse(wrongValue('--on', FORMS.day, values.on ?? ''));
  return {
    ...{ command: 'reverse', ...runOf(given), what, asOf: asOf ?? today, on: on ?? null, ...whoOf(values) },
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
function vatRun(given: Given): BookLine {
  const { words, values } = given;
  const [month = '', ...more] = words;
  if (more.length > 0) return misuse(tooMuch(more));
  const day = dayOfText(`${month}-01`);
  if (day === null) return misuse(wrongValue('vat', FORMS.month, month));
  const { currency = 'TWD', plan = false } = values;
  if (!/^[A-Z]{3}$/.test(currency)) return misuse(wrongValue('--currency', FORMS.currency, currency));
  return { command: 'vat', ...runOf(given), day, currency, planOnly: plan, author: authorOf(values.author) };
}

function monthEndRun(given: Given): BookLine {
  const { words, values } = given;
  const [month = '', ...more] = words;
  if (more.length > 0) return misuse(tooMuch(more));
  if (!isMonth(month)) return misuse(wrongValue('month-end', FORMS.month, month));
  const { plan = false, author } = values;
  const planHash = values['plan-hash'] ?? null;
  return { command: 'month-end', ...runOf(given), month, planOnly: plan, planHash, author: authorOf(author) };
}

const isMonth = (text: string) => dayOfText(`${text}-01`) !== null;

const whoOf = ({ author, note = '' }: Values) => ({ author: authorOf(author), note });

const STATES: Readonly<Record<string, PeriodState>> = { close: 'closed', file: 'filed', reopen: 'open' };

function periodRun(given: Given): BookLine {
  const { words, values } = given;
  const [verb = 'list', month = '', ...more] = words;
  if (more.length > 0) return misuse(tooMuch(more));
  const planHash = values['plan-hash'] ?? null;
  const run = { command: 'period', ...runOf(given), ...whoOf(values), planHash } as const;
  // Only closing posts anything.
  if (planHash !== null && verb !== 'close') return misuse(notTaken(`period ${verb}`, '--plan-hash'));
  if (verb === 'list') return month === '' ? { ...run, change: null } : misuse(tooMuch([month]));
  const state = Object.hasOwn(STATES, verb) ? STATES[verb] : undefined;
  if (state === undefined) return misuse(wrongValue('period', oneOf(['list', ...Object.keys(STATES)]), verb));
  if (!isMonth(month)) return misuse(wrongValue(`period ${verb}`, FORMS.month, month));
  return { ...run, change: { month, state } };
}

function settingsRun(given: Given): BookLine {
  const { words, values } = given;
  const [verb = 'show', file, ...more] = words;
  if (more.length > 0) return misuse(tooMuch(more));
  const run = { command: 'settings', ...runOf(given), ...whoOf(values) } as const;
  if (verb === 'show' && file === undefined) return { ...run, file: null };
  return verb === 'set' && file !== undefined ? { ...run, file } : misuse(SHOW_OR_SET);
}

const KINDS = [...SETTING_KINDS, 'exchange-rates', 'item-costs'];
const SHOW_OR_SET = say(
  `settings 後面接 show，或 set FILE.json；檔案可含 ${KINDS.join('、')}。`,
  `settings 后面接 show，或 set FILE.json；文件可含 ${KINDS.join('、')}。`,
  `settings takes show, or set FILE.json with any of ${KINDS.join(', ')}.`,
);

function reportRun(given: Given): BookLine {
  const { words, values, today } = given;
  if (words.length > 0) return misuse(tooMuch(words));
  const asked = readReportWish(values, today);
  return 'wrong' in asked ? misuse(asked.wrong) : { command: 'report', ...runOf(given), ...asked };
}
