// How a row finds its order number, as a person says it: from which column, which part of the text, and which rows belong
// to no order at all.
import type { KeyRule } from '../../core/mapping/mapping-rules.ts';
import type { Mapping, PayoutMapping } from '../../core/mapping/mapping.ts';
import { isOrders, nameOf } from './column-roles.ts';
import { isPattern } from './plain-condition.ts';
import { tidied } from './tidy-mapping.ts';
import { without } from './without.ts';

/** The order number, or the transaction number of a payout row. */
export type KeyOf = 'key' | 'reference';

export type ValueRule = Extract<KeyRule, { from: string }>;
export type ExcludeRule = Exclude<KeyRule, ValueRule>;
export const isExclude = (rule: KeyRule): rule is ExcludeRule => 'exclude' in rule;

export function keyRulesOf(mapping: Mapping, of: KeyOf): readonly KeyRule[] {
  if (of === 'key') return mapping.key ?? [];
  return isOrders(mapping) ? [] : (mapping.reference ?? []);
}

/** Without rules the column that has the role counts again. */
export function withKeyRules(mapping: Mapping, of: KeyOf, rules: readonly KeyRule[]): Mapping {
  if (of === 'reference') return withReference(mapping, rules);
  return tidied(rules.length > 0 ? { ...mapping, key: rules } : (without(mapping, 'key') as Mapping));
}

function withReference(mapping: Mapping, rules: readonly KeyRule[]): Mapping {
  if (isOrders(mapping)) return mapping;
  const rest: PayoutMapping = without(mapping, 'reference');
  return rules.length > 0 ? { ...rest, reference: rules } : rest;
}

/** A further rule: the first one says what the column of the role says already. */
export function newValueRule(mapping: Mapping, of: KeyOf): ValueRule {
  const role = of === 'key' ? 'orderNumber' : 'reference';
  const column = mapping.columns.find(({ as }) => as === role) ?? mapping.columns[0];
  return { from: column ? nameOf(column) : '' };
}

/** Which part of a cell's text is the number. */
export type Cut =
  | { readonly take: 'all' }
  | { readonly take: 'digits'; readonly atLeast: number }
  | { readonly take: 'after'; readonly words: string }
  /** A regular expression of its own. */
  | { readonly take: 'pattern'; readonly pattern: string };
export const CUTS = ['all', 'digits', 'after', 'pattern'] as const satisfies readonly Cut['take'][];

const DIGITS = /^\(\\d\{(\d{1,2}),\}\)$/;
const AFTER_END = '\\s*[:：]?\\s*([0-9A-Za-z_-]+)';
const MARKS = /[.*+?^${}()|[\]\\]/g;

export function cutOf({ pattern }: ValueRule): Cut {
  if (pattern === undefined) return { take: 'all' };
  const digits = DIGITS.exec(pattern)?.[1];
  if (digits !== undefined) return { take: 'digits', atLeast: Number(digits) };
  const words = pattern.endsWith(AFTER_END) ? plainText(pattern.slice(0, -AFTER_END.length)) : null;
  return words === null ? { take: 'pattern', pattern } : { take: 'after', words };
}

/** Null where the text is no expression with one group. */
export function withCut(rule: ValueRule, cut: Cut): ValueRule | null {
  const pattern = patternOf(cut);
  if (pattern === null) return without(rule, 'pattern');
  return isPattern(pattern, 1) ? { ...rule, pattern } : null;
}

function patternOf(cut: Cut): string | null {
  switch (cut.take) {
    case 'all':
      return null;
    case 'digits':
      return `(\\d{${cut.atLeast},})`;
    case 'after':
      return escaped(cut.words) + AFTER_END;
    case 'pattern':
      return cut.pattern;
  }
}

/** A text as a regular expression that means just it. */
export const escaped = (text: string): string => text.replace(MARKS, '\\$&');

/** The text that an expression means, where it means just one; null otherwise. */
export function plainText(pattern: string): string | null {
  const text = pattern.replace(/\\([.*+?^${}()|[\]\\])/g, '$1');
  return text !== '' && escaped(text) === pattern ? text : null;
}
