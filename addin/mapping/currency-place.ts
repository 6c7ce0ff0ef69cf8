// Where the currency of a report stands, as a person says it: always the same, in a column, in a text of the file, or
// asked for each file. A text is told by what is printed before and after the code; nobody writes an expression.
import type { CurrencyRule } from '../../core/mapping/mapping-rules.ts';
import type { Mapping, NamedColumn } from '../../core/mapping/mapping.ts';
import { isNamed } from '../../core/mapping/named-columns.ts';
import { nameOf } from './column-roles.ts';
import { escaped, plainText } from './key-rules.ts';
import { isPattern } from './plain-condition.ts';
import { tidied } from './tidy-mapping.ts';
import { without } from './without.ts';

export const CURRENCY_PLACES = ['fixed', 'column', 'text', 'ask'] as const;
export type CurrencyPlace = (typeof CURRENCY_PLACES)[number];

export const CODE = /^[A-Z]{3}$/;
/** Where nobody has said it yet. */
const USUAL = 'TWD';

export function currencyPlace({ currency }: Mapping): CurrencyPlace {
  if (typeof currency === 'string') return 'fixed';
  if (currency.column !== undefined) return 'column';
  return currency.pattern === undefined ? 'ask' : 'text';
}

/** What the currency is where the file does not say it; null: that is a problem, or asked. */
export const currencyOtherwise = ({ currency }: Mapping): string | null =>
  typeof currency === 'string' ? currency : (currency.otherwise ?? null);

/** What a new place begins with. */
export interface CurrencyStart {
  /** The column that holds it. */
  readonly column: NamedColumn | undefined;
  /** The word that usually stands before it. */
  readonly before: string;
}

export function withCurrencyPlace(mapping: Mapping, place: CurrencyPlace, { column, before }: CurrencyStart): Mapping {
  switch (place) {
    case 'fixed':
      return { ...mapping, currency: currencyOtherwise(mapping) ?? USUAL };
    case 'column':
      return column ? { ...mapping, currency: { column: nameOf(column) } } : mapping;
    case 'text':
      return { ...mapping, currency: { pattern: textPattern({ before, after: '' }), in: 'preamble' } };
    case 'ask':
      return { ...mapping, currency: { ask: [] } };
  }
}

export function withCurrencyRule(mapping: Mapping, rule: CurrencyRule): Mapping {
  return tidied({ ...mapping, currency: rule });
}

/** A code, or null: a blank cell is then a problem of its row. */
export function withOtherwise(mapping: Mapping, rule: CurrencyRule, code: string | null): Mapping {
  const rest = without(rule, 'otherwise', 'ask');
  return withCurrencyRule(mapping, code === null ? rest : { ...rest, otherwise: code });
}

/** What is printed around the code. */
export interface AroundCode {
  readonly before: string;
  readonly after: string;
}

const CODE_PATTERN = '\\s*[:：]?\\s*([A-Z]{3})';
/** A sign such as `RM` or `S$`, which `words` gives a code. */
const SIGN_PATTERN = '\\s*[:：]?\\s*([^\\s0-9():：]{1,5})';

/** @returns null where the pattern was written by other hands */
export function aroundCode({ pattern = '' }: CurrencyRule): (AroundCode & { readonly isSign: boolean }) | null {
  const isSign = pattern.includes(SIGN_PATTERN);
  const middle = isSign ? SIGN_PATTERN : CODE_PATTERN;
  const [before, after, ...more] = pattern.split(middle);
  if (before === undefined || after === undefined || more.length > 0) return null;
  const [left, right] = [textAround(before, ''), textAround(after, '\\s*')];
  return left === null || right === null ? null : { before: left, after: right, isSign };
}

function textAround(pattern: string, gap: string): string | null {
  if (pattern === '') return '';
  return pattern.startsWith(gap) ? plainText(pattern.slice(gap.length)) : null;
}

function textPattern({ before, after }: AroundCode, isSign = false): string {
  const end = after === '' ? '' : `\\s*${escaped(after)}`;
  return escaped(before) + (isSign ? SIGN_PATTERN : CODE_PATTERN) + end;
}

/** Null where nothing stands around it: any three letters of the file would be taken for a code. */
export function withCurrencyText(
  mapping: Mapping,
  rule: CurrencyRule,
  around: AroundCode,
  isSign: boolean,
): Mapping | null {
  if (around.before.trim() === '' && around.after.trim() === '') return null;
  return withCurrencyRule(mapping, { ...rule, pattern: textPattern(around, isSign) });
}

/** Null where it is no expression with one group. */
export function withCurrencyPattern(mapping: Mapping, rule: CurrencyRule, pattern: string): Mapping | null {
  return isPattern(pattern, 1) ? withCurrencyRule(mapping, { ...rule, pattern }) : null;
}

/** The column that a role or the rule names as the currency's. */
export function currencyColumn(mapping: Mapping): NamedColumn | undefined {
  const { currency } = mapping;
  const name = typeof currency === 'string' ? undefined : currency.column;
  const { columns }: { columns: readonly (NamedColumn & { readonly as: string })[] } = mapping;
  return columns.find((column) => (name === undefined ? column.as === 'currency' : isNamed(column, name)));
}
