// The currency of a row: fixed by the mapping, in a column of its own, printed above the data, or asked.
import type { Currency } from '../money.ts';
import type { StyleQuestion } from '../problem.ts';
import { textOfCell } from '../sheet-table.ts';
import { type RuleContext, positionOf } from './ask-row.ts';
import type { CurrencyRule } from './mapping-rules.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';
import { textIn } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import type { SheetRow } from './sheet-row.ts';

/**
 * The currency of the row the reader stands on; null when it is unknown and thereby reported. Where `mayBeBlank`, as on
 * the further rows of an order, an empty cell gives an empty text.
 */
export type CurrencyFinder = (reader: RowReader, mayBeBlank?: boolean) => Currency | null;

/** What the rule finds in this file: the currency of each row, or that nothing says it; then it may be asked. */
export type FoundCurrency =
  { readonly of: CurrencyFinder } | { readonly of: null; readonly question: StyleQuestion | null };

/** Where the file may say its currency. */
interface Places {
  readonly context: RuleContext;
  readonly preamble: readonly SheetRow[];
  /** Rows that need a currency. */
  readonly rows: readonly SheetRow[];
  readonly headerRow: number;
}

/** Compiles the rule. An answer counts only where the file does not say, and only if it is one of the choices. */
export function findCurrency({ currency: rule }: Mapping, places: Places, answer?: string): FoundCurrency {
  if (typeof rule === 'string') return { of: () => rule };
  const printed = printedCurrency(rule, places) ?? rule.otherwise ?? answered(rule, answer);
  if (rule.column !== undefined && (printed !== null || rule.ask === undefined || isFilled(rule.column, places)))
    return { of: byColumn(rule.column, rule, printed, places.context) };
  if (printed !== null) return { of: () => printed };
  return { of: null, question: rule.ask ? questionOf(rule.ask, places.headerRow) : null };
}

/** The rule's code for each row; `otherwise` on rows whose cell is blank. */
function byColumn(
  name: string,
  rule: CurrencyRule,
  otherwise: Currency | null,
  { columns, rules }: RuleContext,
): CurrencyFinder {
  const index = positionOf(name, columns);
  const column = columns.find((match) => match.index === index) ?? null;
  return (reader, mayBeBlank = false) => {
    const text = index === undefined ? '' : textIn(reader.row[index], rules);
    if (text === '' && mayBeBlank) return '';
    const code = text === '' ? otherwise : codeOf(text, rule);
    if (code === null) reader.report('CURRENCY_UNKNOWN', column, { value: text });
    return code;
  };
}

/** Whether the column is in the sheet and some row has a word in it. */
function isFilled(name: string, { context, rows }: Places): boolean {
  const index = positionOf(name, context.columns);
  return index !== undefined && rows.some(({ cells }) => textIn(cells[index], context.rules) !== '');
}

function printedCurrency(rule: CurrencyRule, { context, preamble }: Places): Currency | null {
  if (rule.pattern === undefined) return null;
  const texts =
    rule.in === 'header'
      ? context.columns.map(({ header }) => header)
      : preamble.flatMap(({ cells }) => cells.map((cell) => textOfCell(cell)));
  const pattern = new RegExp(rule.pattern, 'iu');
  const found = texts.map((text) => pattern.exec(text.normalize('NFKC'))?.[1]).find((text) => text !== undefined);
  return found === undefined ? null : codeOf(found, rule);
}

/** Codes only: a person's word is not guessed at. */
function answered({ ask }: CurrencyRule, answer: string | undefined): Currency | null {
  if (ask === undefined || answer === undefined || !/^[A-Z]{3}$/.test(answer)) return null;
  return ask.length === 0 || ask.includes(answer) ? answer : null;
}

function questionOf(codes: readonly string[], headerRow: number): StyleQuestion {
  const choices = codes.map((code) => ({ answer: code, reads: code }));
  return { about: 'currency', column: '', row: headerRow, value: '', choices };
}

function codeOf(text: string, { words = {} }: CurrencyRule): Currency | null {
  const word = Object.keys(words).find((candidate) => normalizeHeader(candidate) === normalizeHeader(text));
  if (word !== undefined) return words[word] ?? null;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
