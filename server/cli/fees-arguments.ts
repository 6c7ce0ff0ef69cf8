// `clearsheet fees` and `clearsheet calendars` as requests: contracts learned, listed, accepted and checked; pay days set.
import { parseArgs } from 'node:util';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { type Language, LANGUAGES } from '../../core/language.ts';
import { authorOf } from './author.ts';

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

export type FeeCommand = AskFees | AcceptFee | CalendarsRun;
export type FeeLine = FeeCommand | { readonly command: 'misuse'; readonly message: string };

const OPTIONS = {
  db: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  shop: { type: 'string' },
  proposal: { type: 'string' },
  'valid-from': { type: 'string' },
  author: { type: 'string' },
  note: { type: 'string' },
} as const;

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
type Values = ReturnType<typeof parse>['values'];

interface Given {
  readonly words: readonly string[];
  readonly values: Values;
  readonly run: FeeRun;
}

const WHO = ['author', 'note'];
const COMMANDS: Readonly<
  Record<string, { readonly takes: readonly string[]; readonly read: (given: Given) => FeeLine }>
> = {
  'fees learn': { takes: ['shop'], read: (given) => ask('learn', given) },
  'fees list': { takes: ['shop'], read: (given) => ask('list', given) },
  'fees check': { takes: ['shop'], read: (given) => ask('check', given) },
  'fees accept': { takes: ['shop', 'proposal', 'valid-from', ...WHO], read: acceptRun },
  'calendars list': { takes: [], read: ({ words, run }) => (words.length > 0 ? tooMuch(words) : listCalendars(run)) },
  'calendars set': { takes: WHO, read: setCalendars },
};

/** The command, or null when the first word is none of these. */
export function readFeeArguments(argv: readonly string[]): FeeLine | null {
  const [first = ''] = argv;
  if (!['fees', 'calendars'].includes(first) || argv.includes('--help') || argv.includes('-h')) return null;
  try {
    const { values, positionals } = parse(argv);
    const name = positionals.slice(0, 2).join(' ');
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined)
      return misuse(`unknown command "${name}"; there are: ${Object.keys(COMMANDS).join(', ')}`);
    const other = Object.keys(values).find((option) => !['db', 'json', 'lang', ...command.takes].includes(option));
    if (other !== undefined) return misuse(`${name} takes no --${other}`);
    const { db: database, lang = 'zh-TW', json = false, note = '' } = values;
    const author = authorOf(values.author);
    const language = LANGUAGES.find((known) => known === lang);
    if (language === undefined) return misuse(`--lang takes one of ${LANGUAGES.join(', ')}, not "${lang}"`);
    if (database === undefined) return misuse('name the books with --db');
    return command.read({ words: positionals.slice(2), values, run: { database, json, language, author, note } });
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error));
  }
}

function ask(verb: AskFees['verb'], { words, values, run }: Given): FeeLine {
  return words.length > 0 ? tooMuch(words) : { command: 'fees', verb, shop: values.shop ?? null, ...run };
}

function acceptRun({ words, values, run }: Given): FeeLine {
  const { shop = null, proposal, 'valid-from': from } = values;
  const [file, ...more] = words;
  if (more.length > 0) return tooMuch(more);
  if ((file === undefined) === (proposal === undefined)) return misuse('name FILE.json or --proposal N');
  if (proposal !== undefined && !/^[1-9]\d{0,4}$/.test(proposal))
    return misuse(`--proposal takes the number that fees learn gives, not "${proposal}"`);
  const validFrom = from === undefined ? null : dayOfText(from);
  if (from !== undefined && validFrom === null)
    return misuse(`--valid-from takes a day like 2024-06-01, not "${from}"`);
  const what = file === undefined ? { proposal: Number(proposal) } : { file };
  return { command: 'fees', verb: 'accept', shop, what, validFrom, ...run };
}

const listCalendars = (run: FeeRun): FeeLine => ({ command: 'calendars', file: null, ...run });

function setCalendars({ words, run }: Given): FeeLine {
  const [file, ...more] = words;
  if (file === undefined) return misuse('name the file with the calendars');
  return more.length > 0 ? tooMuch(more) : { command: 'calendars', file, ...run };
}

const tooMuch = (words: readonly string[]) => misuse(`"${words.join(' ')}" is too much`);

function misuse(message: string): FeeLine {
  return { command: 'misuse', message };
}
