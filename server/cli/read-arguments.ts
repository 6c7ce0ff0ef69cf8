// The command line as a request. What cannot be understood is named, with the way out.
import { parseArgs } from 'node:util';
import { type BusinessDate, dayOfText } from '../../core/business-date.ts';
import { type Language, LANGUAGES } from '../../core/language.ts';

export interface ReconcileRun {
  readonly command: 'reconcile';
  readonly files: readonly string[];
  readonly out: string | null;
  readonly json: boolean;
  readonly database: string;
  /** Null: named after the platform. */
  readonly shop: string | null;
  readonly asOf: BusinessDate;
  readonly language: Language;
}

export type CommandLine =
  | ReconcileRun
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  /** `message` is what to tell the user. */
  | { readonly command: 'misuse'; readonly message: string };

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  db: { type: 'string', default: ':memory:' },
  shop: { type: 'string' },
  'as-of': { type: 'string' },
  lang: { type: 'string', default: 'zh-TW' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** @param today the day to reconcile as of where none is given */
export function readArguments(argv: readonly string[], today: BusinessDate): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
    if (values.help || argv.length === 0) return { command: 'help' };
    if (values.version) return { command: 'version' };
    const [command, ...files] = positionals;
    if (command !== 'reconcile') return misuse(`unknown command "${command ?? ''}"; the command is: reconcile FILE…`);
    if (files.length === 0) return misuse('no file given; name the order export and the payout report');
    const asOf = values['as-of'] === undefined ? today : dayOfText(values['as-of']);
    if (asOf === null) return misuse(`--as-of takes a day like 2024-06-01, not "${values['as-of'] ?? ''}"`);
    const language = LANGUAGES.find((known) => known === values.lang);
    if (language === undefined) return misuse(`--lang takes one of ${LANGUAGES.join(', ')}, not "${values.lang}"`);
    const { out = null, json, db: database, shop = null } = values;
    return { command, files, out, json, database, shop, asOf, language };
  } catch (error) {
    // parseArgs names the option it does not know or that lacks its value.
    return misuse(error instanceof Error ? error.message : String(error));
  }
}

function misuse(message: string): CommandLine {
  return { command: 'misuse', message };
}

export const HELP = `Clearsheet clears platform payouts against orders.

  clearsheet reconcile FILE… [--out RESULT.xlsx] [--json] [--db FILE|URL]
                       [--shop NAME] [--as-of YYYY-MM-DD] [--lang zh-TW|zh-CN|en]

  FILE…     order exports and payout reports as downloaded (xlsx, csv), in any order
  --out     write the result worksheets to this xlsx file
  --json    print the result as one JSON object
  --db      keep the books in this SQLite file or postgres://… database (default: in memory)
  --shop    name of the shop (default: the platform's name)
  --as-of   the day to reconcile as of (default: today)
  --lang    language of sentences and worksheets (default: zh-TW)

Exit code: 0 done, 2 a file was refused or the command line was wrong, 1 our own fault.
More: docs/cli.md
`;
