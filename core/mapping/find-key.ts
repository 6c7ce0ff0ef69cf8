// Which order a row belongs to: the column that says so, or an ordered chain of rules, exclusions first.
import type { ComponentType } from '../payout.ts';
import { type RowQuestion, type RuleContext, questionOf } from './ask-row.ts';
import type { ColumnMatch } from './detect-mapping.ts';
import type { KeyRule } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';
import { readIdentifier } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

export interface FoundKey {
  /** Null when no rule gives one, or the cell is damaged and thereby reported. */
  readonly value: string | null;
  /** Set where the row belongs to no order by nature: the type of its whole net. */
  readonly excludedAs: ComponentType | null;
}

export type KeyFinder = (reader: RowReader) => FoundKey;

const NOTHING: FoundKey = { value: null, excludedAs: null };

/** Without rules the key is what stands in `columns`. */
export function keyFinder(
  rules: readonly KeyRule[] | undefined,
  columns: readonly ColumnMatch[],
  context: RuleContext,
): KeyFinder {
  if (!rules) return (reader) => ({ value: reader.readFirst(columns, readIdentifier), excludedAs: null });
  const steps = rules.map((rule) => stepOf(rule, context));
  return (reader) => {
    for (const step of steps) {
      const found = step(reader);
      if (found) return found;
    }
    return NOTHING;
  };
}

type Step = (reader: RowReader) => FoundKey | null;

function stepOf(rule: KeyRule, context: RuleContext): Step {
  if ('exclude' in rule) {
    const holds = questionOf(rule.exclude, context);
    return (reader) => (holds(reader.row) ? { value: null, excludedAs: rule.as } : null);
  }
  const column = context.columns.find((match) => isNamed(match.column, rule.from));
  if (!column) return () => null;
  const allowed: RowQuestion = rule.when ? questionOf(rule.when, context) : () => true;
  const cut = cutterOf(rule);
  return (reader) => (allowed(reader.row) ? valueIn(reader, column, rule, cut) : null);
}

type ValueRule = Extract<KeyRule, { from: string }>;

function valueIn(
  reader: RowReader,
  column: ColumnMatch,
  { pattern }: ValueRule,
  cut: (text: string) => string,
): FoundKey | null {
  const known = reader.problems.length;
  const text = reader.read(column, readIdentifier);
  if (text === null) return reader.problems.length > known && pattern === undefined ? NOTHING : null;
  const value = cut(text);
  return value === '' ? null : { value, excludedAs: null };
}

function cutterOf({ pattern, stripStart = [], remove = [] }: ValueRule): (text: string) => string {
  const search = pattern === undefined ? null : new RegExp(pattern, 'iu');
  return (text) => {
    const found = search ? (search.exec(text)?.[1] ?? '') : text;
    const start = stripStart.find((beginning) => found.startsWith(beginning)) ?? '';
    return remove.reduce((rest, part) => rest.replaceAll(part, ''), found.slice(start.length)).trim();
  };
}
