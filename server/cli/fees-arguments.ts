// `clearsheet fees` and `clearsheet calendars` as requests: contracts learned, listed, accepted and checked; pay days set.
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import type { Language } from '../../core/language.ts';
import { authorOf } from './author.ts';
import { type Command, DB, type Given, WHO } from './command-line.ts';
import { FORMS, type Misuse, misuse, say, tooMuch, wrongValue } from './misuse.ts';

interface FeeRun {
  readonly database: string;
  readonly json: boolean;
  readonly language: Language;
  readonly author: string;
  readonly note: string;
}

export interface AskFees extends FeeRun {
  readonly command: 'fees';
  readonly verb: 'learn' | 'list' | 'check';
  /** Null: every shop. */
  readonly shop: string | null;
}

export interface AcceptFee extends FeeRun {
  readonly command: 'fees';
  readonly verb: 'accept';
  readonly shop: string | null;
  /** A file of contracts, or the number `fees learn` gives. */
  readonly what: { readonly file: string } | { readonly proposal: number };
  /** Null: the days that the contract names itself. */
  readonly validFrom: BusinessDate | null;
}

export interface CalendarsRun extends FeeRun {
  readonly command: 'calendars';
  /** Null: only list. */
  readonly file: string | null;
}

export interface InvoicesRun extends FeeRun {
  readonly command: 'invoices';
  /** Null: only list. */
  readonly what: { readonly file: string } | { readonly voided: string; readonly shop: string } | null;
  /** Day of the reversal. Null: the invoice's own, or the first open day after it. */
  readonly on: BusinessDate | null;
}

export type FeeCommand = AskFees | AcceptFee | InvoicesRun | CalendarsRun;
type FeeLine = FeeCommand | Misuse;

const SHOP = '[--shop NAME]';

/** All of them take --json and --lang besides. */
export const FEE_COMMANDS: readonly Command<FeeLine>[] = [
  { name: 'fees learn', usage: [DB, SHOP], takes: ['shop'], read: (given) => ask('learn', given) },
  { name: 'fees list', usage: [DB, SHOP], takes: ['shop'], read: (given) => ask('list', given) },
  { name: 'fees check', usage: [DB, SHOP], takes: ['shop'], read: (given) => ask('check', given) },
  {
    name: 'fees accept',
    usage: ['(FILE.json | --proposal N)', DB, SHOP, '[--valid-from DAY]', ...WHO],
    takes: ['shop', 'proposal', 'valid-from', 'author', 'note'],
    read: acceptRun,
  },
  { name: 'invoices list', usage: [DB], takes: [], read: listInvoices },
  { name: 'invoices book', usage: ['FILE.json', DB, '[--author NAME]'], takes: ['author'], read: bookInvoices },
  {
    name: 'invoices void',
    usage: ['NUMBER', '--shop KEY', DB, '[--on DAY]', ...WHO],
    takes: ['shop', 'on', 'author', 'note'],
    read: voidInvoice,
  },
  { name: 'calendars list', usage: [DB], takes: [], read: listCalendars },
  { name: 'calendars set', usage: ['FILE.json', DB, ...WHO], takes: ['author', 'note'], read: setCalendars },
];

function runOf({ values, json, language }: Given): FeeRun {
  const { db: database = '', author, note = '' } = values;
  return { database, json, language, author: authorOf(author), note };
}

function ask(verb: AskFees['verb'], given: Given): FeeLine {
  const { words, values } = given;
  if (words.length > 0) return misuse(tooMuch(words));
  return { command: 'fees', verb, shop: values.shop ?? null, ...runOf(given) };
}

function acceptRun(given: Given): FeeLine {
  const { shop = null, proposal, 'valid-from': from } = given.values;
  const [file, ...more] = given.words;
  if (more.length > 0) return misuse(tooMuch(more));
  if ((file === undefined) === (proposal === undefined)) return misuse(WHICH_CONTRACT);
  if (proposal !== undefined && !/^[1-9]\d{0,4}$/.test(proposal))
    return misuse(wrongValue('--proposal', FORMS.proposal, proposal));
  const validFrom = from === undefined ? null : dayOfText(from);
  if (from !== undefined && validFrom === null) return misuse(wrongValue('--valid-from', FORMS.day, from));
  const what = file === undefined ? { proposal: Number(proposal) } : { file };
  return { command: 'fees', verb: 'accept', shop, what, validFrom, ...runOf(given) };
}

const WHICH_CONTRACT = say(
  '請指定 FILE.json 或 --proposal N 其中一個。',
  '请指定 FILE.json 或 --proposal N 其中一个。',
  'name FILE.json or --proposal N, one of them.',
);

function listInvoices(given: Given): FeeLine {
  const { words } = given;
  return words.length > 0 ? misuse(tooMuch(words)) : invoices(given, null);
}

function bookInvoices(given: Given): FeeLine {
  const [file, ...more] = given.words;
  if (file === undefined) return misuse(WHICH_INVOICES);
  return more.length > 0 ? misuse(tooMuch(more)) : invoices(given, { file });
}

function voidInvoice(given: Given): FeeLine {
  const [voided, ...more] = given.words;
  const { shop, on } = given.values;
  if (voided === undefined || shop === undefined) return misuse(WHICH_INVOICE);
  if (more.length > 0) return misuse(tooMuch(more));
  const day = on === undefined ? null : dayOfText(on);
  if (on !== undefined && day === null) return misuse(wrongValue('--on', FORMS.day, on));
  return invoices(given, { voided, shop }, day);
}

const invoices = (given: Given, what: InvoicesRun['what'], on: BusinessDate | null = null): InvoicesRun => {
  return { command: 'invoices', what, on, ...runOf(given) };
};

const WHICH_INVOICES = say('請指定發票檔。', '请指定发票文件。', 'name the file with the invoices.');
const WHICH_INVOICE = say(
  '請指定發票號碼與 --shop。',
  '请指定发票号码与 --shop。',
  "name the invoice's number and --shop.",
);

function listCalendars(given: Given): FeeLine {
  const { words } = given;
  return words.length > 0 ? misuse(tooMuch(words)) : { command: 'calendars', file: null, ...runOf(given) };
}

function setCalendars(given: Given): FeeLine {
  const [file, ...more] = given.words;
  if (file === undefined) return misuse(WHICH_CALENDARS);
  return more.length > 0 ? misuse(tooMuch(more)) : { command: 'calendars', file, ...runOf(given) };
}

const WHICH_CALENDARS = say('請指定日程檔。', '请指定日程文件。', 'name the file with the calendars.');
