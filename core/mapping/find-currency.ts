// The currency of a row: fixed by the mapping, printed above the data, or in a column of its own.
import type { Currency } from '../money.ts';
import { textOfCell } from '../sheet-table.ts';
import { type RuleContext, positionOf } from './ask-row.ts';
import type { CurrencyRule } from './mapping-rules.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';
import { textIn } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import type { SheetRow } from './sort-rows.ts';

/**
 * The currency of the row the reader stands on; null when it is unknown and thereby reported. Where `mayBeBlank`, as on
 * the further rows of an order, an empty cell gives an empty text.
 */
export type CurrencyFinder = (reader: RowReader, mayBeBlank?: boolean) => Currency | null;

/** Compiles the rule; null when the file should say its currency once and does not. */
export function currencyFinder(
  { currency }: Mapping,
  context: RuleContext,
  preamble: readonly SheetRow[],
): CurrencyFinder | null {
  if (typeof currency === 'string') return () => currency;
  if ('column' in currency) return byColumn(currency, context);
  const found = printedCurrency(currency, context, preamble);
  return found === null ? null : () => found;
}

type ColumnRule = Extract<CurrencyRule, { column: string }>;
type PatternRule = Extract<CurrencyRule, { pattern: string }>;

function byColumn(rule: ColumnRule, context: RuleContext): CurrencyFinder {
  const index = positionOf(rule.column, context.columns);
  const column = context.columns.find((match) => match.index === index) ?? null;
  return (reader, mayBeBlank = false) => {
    const text = index === undefined ? '' : textIn(reader.row[index], context.rules);
    if (text === '' && mayBeBlank) return '';
    const code = text === '' ? (rule.otherwise ?? null) : codeOf(text, rule);
    if (code === null) reader.report('CURRENCY_UNKNOWN', column, { value: text });
    return code;
  };
}

function printedCurrency(rule: PatternRule, context: RuleContext, preamble: readonly SheetRow[]): Currency | null {
  const texts =
    rule.in === 'header'
      ? context.columns.map(({ header }) => header)
      : preamble.flatMap(({ cells }) => cells.map((cell) => textOfCell(cell)));
  const pattern = new RegExp(rule.pattern, 'iu');
  const found = texts.map((text) => pattern.exec(text.normalize('NFKC'))?.[1]).find((text) => text !== undefined);
  return (found === undefined ? null : codeOf(found, rule)) ?? rule.otherwise ?? null;
}

function codeOf(text: string, { words = {} }: CurrencyRule): Currency | null {
  const word = Object.keys(words).find((candidate) => normalizeHeader(candidate) === normalizeHeader(text));
  if (word !== undefined) return words[word] ?? null;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}
