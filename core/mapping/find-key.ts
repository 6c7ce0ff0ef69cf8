// Which order a row belongs to: the column that says so, or an ordered chain of rules, exclusions first.
import type { ComponentType } from '../payout.ts';
import { type RowQuestion, type RuleContext, questionOf } from './ask-row.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { KeyRule } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';
import { ID_LENGTH_MAX, isUnreadable, readIdentifier, readWithIdentifier } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

interface FoundKey {
  /** Null when no rule gives one, or the cell is damaged and thereby reported. */
  readonly value: string | null;
  /** Set where the row belongs to no order by nature: the type of its whole net. */
  readonly excludedAs: ComponentType | null;
}

export type KeyFinder = (reader: RowReader) => FoundKey;

/**
 * What a damaged number does: as an order number it is a problem of the row; as a reference it is said and not used,
 * because the money is readable all the same.
 */
export type IfDamaged = 'problem' | 'warning';

const NOTHING: FoundKey = { value: null, excludedAs: null };

/** Without rules the key is what stands in `columns`. */
export function keyFinder(
  rules: readonly KeyRule[] | undefined,
  columns: readonly ColumnMatch[],
  context: RuleContext,
  ifDamaged: IfDamaged = 'problem',
): KeyFinder {
  const steps = rules
    ? rules.map((rule) => stepOf(rule, context, ifDamaged))
    : columns.map((column) => valueStep(column, (text) => text, true, ifDamaged));
  return (reader) => {
    for (const step of steps) {
      const found = step(reader);
      if (found) return found;
    }
    return NOTHING;
  };
}

type Step = (reader: RowReader) => FoundKey | null;

function stepOf(rule: KeyRule, context: RuleContext, ifDamaged: IfDamaged): Step {
  if ('exclude' in rule) {
    const holds = questionOf(rule.exclude, context);
    return (reader) => (holds(reader.row) ? { value: null, excludedAs: rule.as } : null);
  }
  const column = context.columns.find((match) => isNamed(match.column, rule.from));
  if (!column) return () => null;
  const allowed: RowQuestion = rule.when ? questionOf(rule.when, context) : () => true;
  const step = valueStep(column, cutterOf(rule), rule.pattern === undefined, ifDamaged);
  return (reader) => (allowed(reader.row) ? step(reader) : null);
}

type ValueRule = Extract<KeyRule, { from: string }>;

/** @param decides a damaged cell ends the search; behind a pattern it may just as well be no number at all */
function valueStep(column: ColumnMatch, cut: (text: string) => string, decides: boolean, ifDamaged: IfDamaged): Step {
  const readKey = decides ? readIdentifier : readWithIdentifier;
  return (reader) => {
    const text = reader.peek(column.index, readKey);
    if (isUnreadable(text)) {
      if (ifDamaged === 'warning') reader.warn('REFERENCE_DAMAGED', column);
      else reader.read(column, readKey);
      return decides ? NOTHING : null;
    }
    const value = text === null ? '' : cut(text);
    return value === '' || value.length > ID_LENGTH_MAX ? null : { value, excludedAs: null };
  };
}

function cutterOf({ pattern, stripStart = [], remove = [] }: ValueRule): (text: string) => string {
  const search = pattern === undefined ? null : new RegExp(pattern, 'iu');
  return (text) => {
    const found = search ? (search.exec(text)?.[1] ?? '') : text;
    const start = stripStart.find((beginning) => found.startsWith(beginning)) ?? '';
    return remove.reduce((rest, part) => rest.replaceAll(part, ''), found.slice(start.length)).trim();
  };
}
