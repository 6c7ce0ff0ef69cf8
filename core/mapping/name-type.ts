// Which kind of money an amount is: the column's own, or the one its vocabulary gives to the words of the row.
import { type Amount, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { Cell } from '../sheet-table.ts';
import { type RuleContext, positionOf } from './ask-row.ts';
import type { TypeBySign, Vocabulary, VocabularyValue } from './mapping-rules.ts';
import type { PayoutMapping, TypeRule } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';
import { textIn } from './read-cells.ts';
import type { UnknownValues } from './unknown-values.ts';

/** The type of an amount and the words that gave it; `ignore` where the row moves no money, null where nothing fits. */
export interface NamedType {
  readonly type: ComponentType | 'ignore' | null;
  /** Empty for a column of one type. They are part of the row's identity, the type is not: a mapping may correct it. */
  readonly words: readonly string[];
}

export type TypeNamer = (cells: readonly Cell[], amount: Amount, row: number) => NamedType;

/** Compiles the type rule of a column. Unknown words are collected and answered with null. */
export function typeNamer(
  rule: TypeRule,
  bySign: TypeBySign,
  { vocabularies = {} }: PayoutMapping,
  context: RuleContext,
  unknown: UnknownValues,
): TypeNamer {
  if (typeof rule === 'string') {
    const words: readonly string[] = [];
    return (_, amount) => ({ type: signed({ ...bySign, type: rule }, amount), words });
  }
  const vocabulary = vocabularies[rule.by] ?? { columns: [], values: [] };
  const find = finderOf(vocabulary);
  const places = vocabulary.columns.map((name) => positionOf(name, context.columns));
  const headers = places.map((at, index) => headerAt(at, context) ?? vocabulary.columns[index] ?? '');
  return (cells, amount, row) => {
    const words = places.map((at) => (at === undefined ? '' : textIn(cells[at], context.rules)));
    const value = find(words.map(normalizeHeader));
    if (value) return { type: signed(value, amount), words };
    unknown.add(rule.by, headers, words, row);
    return { type: null, words };
  };
}

const headerAt = (index: number | undefined, { columns }: RuleContext) =>
  columns.find((match) => match.index === index)?.header;

function signed(value: Pick<VocabularyValue, 'type' | 'negativeAs' | 'positiveAs'>, amount: Amount): NamedType['type'] {
  if (amount < ZERO) return value.negativeAs ?? value.type;
  return amount > ZERO ? (value.positiveAs ?? value.type) : value.type;
}

/** Exact words first, then the first value whose words fit with their `*`. */
function finderOf({ values }: Vocabulary): (words: readonly string[]) => VocabularyValue | undefined {
  const exact = new Map<string, VocabularyValue>();
  const open: (readonly [readonly string[], VocabularyValue])[] = [];
  for (const value of values) {
    const words = value.match.map(normalizeHeader);
    if (words.some((word) => word.endsWith('*'))) open.push([words, value]);
    else exact.set(words.join('\n'), value);
  }
  return (words) => exact.get(words.join('\n')) ?? open.find(([wanted]) => wanted.every(fits(words)))?.[1];
}

const fits = (words: readonly string[]) => (wanted: string, at: number) => {
  const word = words[at] ?? '';
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
};
