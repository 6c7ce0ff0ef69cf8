// The command line as a request. What cannot be understood is named, with the way out.
import { parseArgs } from 'node:util';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { type Language, LANGUAGES } from '../../core/language.ts';
import { authorOf } from './author.ts';
import { placeOf, type RowPlace } from './read-book-arguments.ts';
import type { Confirmed } from './confirm-mappings.ts';
import { ANSWER_NAMES, ANSWER_OPTIONS, answersIn, type FileAnswers } from './read-answers.ts';

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

export type CommandLine =
  | ReconcileRun
  | CheckRun
  | InferRun
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  /** `message` is what to tell the user. */
  | { readonly command: 'misuse'; readonly message: string };

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean' },
  db: { type: 'string' },
  shop: { type: 'string' },
  'as-of': { type: 'string' },
  lang: { type: 'string' },
  'password-env': { type: 'string' },
  ...ANSWER_OPTIONS,
  sheet: { type: 'string' },
  orders: { type: 'string' },
  platform: { type: 'string' },
  plan: { type: 'boolean' },
  'plan-hash': { type: 'string' },
  approve: { type: 'string', multiple: true },
  author: { type: 'string' },
  confirm: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });

const EVERY_COMMAND = ['json', 'lang', 'password-env', ...ANSWER_NAMES];
const COMMANDS = [
  {
    name: 'reconcile',
    files: 'FILE…',
    takes: ['out', 'db', 'shop', 'as-of', 'plan', 'plan-hash', 'approve', 'author', 'confirm'],
    read: reconcileRun,
  },
  { name: 'mapping check', files: 'FILE…', takes: [], read: checkRun },
  { name: 'mapping infer', files: 'FILE', takes: ['out', 'sheet', 'orders', 'platform'], read: inferRun },
] as const;

/** @param today the day to reconcile as of where none is given */
export function readArguments(argv: readonly string[], today: BusinessDate): CommandLine {
  try {
    const { values, positionals } = parse(argv);
    if (values.help || argv.length === 0) return { command: 'help' };
    if (values.version) return { command: 'version' };
    const words = positionals[0] === 'mapping' ? 2 : 1;
    const name = positionals.slice(0, words).join(' ');
    const command = COMMANDS.find((known) => known.name === name);
    if (!command) return misuse(`unknown command "${name}"; the commands are: ${COMMANDS.map(shown).join(', ')}`);
    const taken: readonly string[] = [...EVERY_COMMAND, ...command.takes];
    const stray = Object.keys(values).find((option) => !taken.includes(option));
    if (stray !== undefined) return misuse(`${name} takes no --${stray}`);
    const { lang = 'zh-TW', json = false, 'password-env': passwordVariable = null } = values;
    const language = LANGUAGES.find((known) => known === lang);
    if (language === undefined) return misuse(`--lang takes one of ${LANGUAGES.join(', ')}, not "${lang}"`);
    const answers = answersIn(values);
    if ('wrong' in answers) return misuse(answers.wrong);
    return command.read(positionals.slice(words), values, { json, language, passwordVariable, answers }, today);
  } catch (error) {
    // parseArgs names the option it does not know or that lacks its value.
    return misuse(error instanceof Error ? error.message : String(error));
  }
}

const shown = ({ name, files }: (typeof COMMANDS)[number]) => `${name} ${files}`;

function reconcileRun(files: readonly string[], values: Values, run: Run, today: BusinessDate): CommandLine {
  if (files.length === 0) return misuse('no file given; name the order export and the payout report');
  const asOf = values['as-of'] === undefined ? today : dayOfText(values['as-of']);
  if (asOf === null) return misuse(`--as-of takes a day like 2024-06-01, not "${values['as-of'] ?? ''}"`);
  const approve = approvedIn(values.approve ?? []);
  if (approve === null) return misuse('--approve takes FILE:SHEET:ROW, once for each row, or all');
  const confirm = confirmedIn(values.confirm ?? []);
  if (confirm === null) return misuse('--confirm takes ids of mappings, with commas between them, or all');
  const { out = null, db: database = IN_MEMORY, shop = null, plan = false, 'plan-hash': planHash = null } = values;
  const author = authorOf(values.author);
  const asked = { out, database, shop, asOf, planOnly: plan, planHash, approve, author, confirm };
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

function checkRun(files: readonly string[], _values: Values, run: Run): CommandLine {
  if (files.length === 0) return misuse('no file given; name the files to check');
  return { command: 'mapping check', files, ...run };
}

function inferRun(files: readonly string[], values: Values, run: Run): CommandLine {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) return misuse('name one file to propose a mapping for');
  const { out = null, sheet = null, orders = null, platform = null } = values;
  if (platform !== null && !/^[a-z0-9-]+$/.test(platform))
    return misuse(`--platform takes small letters, digits and hyphens, not "${platform}"`);
  return { command: 'mapping infer', file, out, sheet, orders, platform, ...run };
}

function misuse(message: string): CommandLine {
  return { command: 'misuse', message };
}

export const HELP = `Clearsheet clears platform payouts against orders.

  clearsheet reconcile FILE… [--out RESULT.xlsx] [--db FILE|URL] [--shop NAME] [--as-of YYYY-MM-DD]
  clearsheet reverse --db FILE|URL (--receipt N | --run N | --batch ID | --row FILE:SHEET:ROW)
  clearsheet period (list | close MONTH | file MONTH | reopen MONTH) --db FILE|URL
  clearsheet settings (show | set FILE.json) --db FILE|URL
  clearsheet vat MONTH --db FILE|URL
  clearsheet report --db FILE|URL [--period MONTH | --from DAY --to DAY] [--by shop|customer|order-type]
                    [--aging 30,60,90] [--out REPORT.xlsx]
  clearsheet verify --db FILE|URL
  clearsheet fees (learn | list | check) --db FILE|URL [--shop NAME]
  clearsheet fees accept (FILE.json | --proposal N) --db FILE|URL [--valid-from YYYY-MM-DD] [--note TEXT]
  clearsheet calendars (list | set FILE.json) --db FILE|URL
  clearsheet mapping check FILE…
  clearsheet mapping infer FILE [--out MAPPING.json] [--sheet NAME] [--orders FILE] [--platform NAME]

  FILE            files as downloaded (xlsx, xls, csv, zip), in any order
  --json          print one JSON object instead of text
  --lang          zh-TW, zh-CN or en: language of sentences and worksheets (default: zh-TW)
  --password-env  name of the environment variable with the password of locked files (default: ask)

What a file does not say itself is asked, never guessed; these are the answers, for every file that lacks it
  --currency      three-letter code of its amounts
  --paid-out-on   day of its payout, YYYY-MM-DD
  --decimal       "COLUMN=." or "COLUMN=,": the decimal mark of a column, once for each
  --date-format   "COLUMN=DD/MM/YYYY": how days are written in a column, once for each
  --hidden-rows   include or leave-out: what is done with hidden and filtered rows

reconcile: order exports and payout reports in, the books updated, the result told
  --out           write the result worksheets to this xlsx file
  --db            keep the books in this SQLite file or postgres://… database (default: in memory)
  --shop          name of the shop (default: the platform's name)
  --as-of         the day to reconcile as of (default: today)
  --plan          import the sheets, show what would be booked and its hash, book nothing
  --plan-hash     book the plan with this hash, or nothing
  --approve       FILE:SHEET:ROW of a row that waits for review, once for each, or all
  --author        who books and approves, for the log (default: your name on this computer)
  --confirm       ids of unverified mappings whose columns you have looked at, with commas, or all

reverse: takes back what was booked, by further documents; both stay in the books
  --on            the day of the reversal (default: today, or the first open day after)
  --decline       the links that end are not made again
  --plan, --plan-hash, --author, --note

period: closes, files and reopens a month (YYYY-MM); nothing is booked into a closed one
settings: what the company has set, and setting it from a JSON file
vat: trues up the sales tax of the filing period that holds the month; --plan shows it first, --currency (default: TWD)
report: receivables of the whole books for a period, whichever files brought them; reconcile speaks of its files alone
  --period        a month, YYYY-MM; or --from and --to (default: this month up to today)
  --by            whom statements of account are made for (default: shop)
  --aging         last day of each bucket but the open one
  --out           write the worksheets to this xlsx file
verify: proves the books again from their rows; names each row that is wrong

fees: contracts learned from the books' own orders, accepted, and what was charged beside them
  --proposal      the number that fees learn gives; --valid-from, --author, --note
calendars: when platforms pay, and on which days nobody works

mapping check: what each sheet is, whether it foots, and its first rows as they are understood
mapping infer: a mapping proposed from the values of a file nobody has mapped, with its proof
  --out           write the proposed mapping to this file
  --sheet         only this sheet of the file
  --orders        an order export that is known: its numbers tell which column is the key
  --platform      name of the platform, the first part of the mapping's id

Exit code: 0 done, 2 a file or a step was refused or the command line was wrong, 3 the books are wrong, 1 our own fault.
More: docs/cli.md
`;
