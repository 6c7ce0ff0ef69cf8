// A condition of the mapping language as a person reads and changes it: some questions to single cells, of which all or
// one must hold. Conditions within conditions are not shown so; none of the usual reports needs them.
import type { CellTest, Condition } from '../../core/mapping/mapping-rules.ts';
import { without } from './without.ts';

/** What may be asked of a cell. The first ones need words, the others none. */
export const ASKS_WITH_WORDS = [
  'is',
  'isNot',
  'startsWith',
  'startsNot',
  'contains',
  'containsNot',
  'fits',
  'fitsNot',
] as const;
export const ASKS_ALONE = ['blank', 'filled', 'zero', 'notZero', 'positive', 'negative'] as const;
export type Ask = (typeof ASKS_WITH_WORDS)[number] | (typeof ASKS_ALONE)[number];

export interface PlainTest {
  /** The column a rule names; null: the first filled cell of the row. */
  readonly column: string | null;
  readonly ask: Ask;
  /** Several words stand side by side with `|` between them, where the question is whether the cell is one of them. */
  readonly words: string;
}

export interface PlainCondition {
  readonly join: 'all' | 'any';
  readonly tests: readonly PlainTest[];
}

export const needsWords = (ask: Ask): boolean => ASKS_WITH_WORDS.some((known) => known === ask);

/** Null where the condition cannot be shown so. */
export function plainOf(condition: Condition): PlainCondition | null {
  const join = 'any' in condition ? 'any' : 'all';
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [condition];
  const tests = parts.map(testOf);
  return tests.some((test) => test === null) ? null : { join, tests: tests.filter((test) => test !== null) };
}

export function conditionOf({ join, tests }: PlainCondition): Condition {
  const parts = tests.map(partOf);
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return join === 'any' ? { any: parts } : { all: parts };
}

function testOf(condition: Condition): PlainTest | null {
  if ('not' in condition) {
    const test = testOf(condition.not);
    const ask = test && OPPOSITES[test.ask];
    return test && ask ? { ...test, ask } : null;
  }
  if ('all' in condition || 'any' in condition) return null;
  const column = 'column' in condition ? condition.column : null;
  return { column, ...askOf(condition) };
}

const OPPOSITES: Readonly<Partial<Record<Ask, Ask>>> = {
  is: 'isNot',
  startsWith: 'startsNot',
  contains: 'containsNot',
  fits: 'fitsNot',
  blank: 'filled',
  filled: 'blank',
  zero: 'notZero',
  notZero: 'zero',
};

const BETWEEN = ' | ';

function askOf(test: CellTest): Pick<PlainTest, 'ask' | 'words'> {
  if ('equals' in test) return { ask: test.equals === '' ? 'blank' : 'is', words: test.equals };
  if ('oneOf' in test) return { ask: 'is', words: test.oneOf.join(BETWEEN) };
  if ('startsWith' in test) return { ask: 'startsWith', words: test.startsWith };
  if ('contains' in test) return { ask: 'contains', words: test.contains };
  if ('matches' in test) return { ask: 'fits', words: test.matches };
  if ('blank' in test) return { ask: test.blank ? 'blank' : 'filled', words: '' };
  return { ask: test.amount === 'not-zero' ? 'notZero' : test.amount, words: '' };
}

function partOf({ column, ask, words }: PlainTest): Condition {
  const of = (test: CellTest): Condition => (column === null ? { firstCell: true, ...test } : { column, ...test });
  switch (ask) {
    case 'is':
      return of(isTest(words));
    case 'isNot':
      return { not: of(isTest(words)) };
    case 'startsWith':
      return of({ startsWith: words });
    case 'startsNot':
      return { not: of({ startsWith: words }) };
    case 'contains':
      return of({ contains: words });
    case 'containsNot':
      return { not: of({ contains: words }) };
    case 'fits':
      return of({ matches: words });
    case 'fitsNot':
      return { not: of({ matches: words }) };
    case 'blank':
    case 'filled':
      return of({ blank: ask === 'blank' });
    default:
      return of({ amount: ask === 'notZero' ? 'not-zero' : ask });
  }
}

function isTest(words: string): CellTest {
  const each = wordsIn(words);
  return each.length > 1 ? { oneOf: each } : { equals: words.trim() };
}

/** The words of one field, which has `|` between them. */
export const wordsIn = (field: string): string[] =>
  field
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const fieldOf = (words: readonly string[]): string => words.join(BETWEEN);

/** A regular expression that can be followed. @param groups how many parts of it must stand in brackets */
export function isPattern(source: string, groups: number | null = null): boolean {
  try {
    // With an empty alternative every pattern matches the empty text, and the match shows its groups.
    const found = (new RegExp(`${source}|`, 'iu').exec('')?.length ?? 1) - 1;
    return source !== '' && (groups === null || found === groups);
  } catch {
    return false;
  }
}

/** A question whose words can be followed. An empty text begins and contains every cell, so it would ask nothing. */
export function isAnswerable({ ask, words }: PlainTest): boolean {
  if (ask === 'fits' || ask === 'fitsNot') return isPattern(words);
  return !needsWords(ask) || words.trim() !== '';
}

/** A rule without one of its optional parts, or with another value of it. */
export function withOptional<T extends object, K extends keyof T>(rule: T, part: K, value: T[K] | undefined): T {
  return (value === undefined ? without(rule, part) : { ...rule, [part]: value }) as T;
}
