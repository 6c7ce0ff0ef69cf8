// Rows that are not ordinary data, as a person chooses what they are: one word for each kind the mapping language knows.
import type { RowRule } from '../../core/mapping/mapping-rules.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { without } from './without.ts';

const KINDS_OF_BOTH = ['skip', 'excluded', 'end', 'detail'] as const;
const KINDS_OF_PAYOUT = ['total', 'sectionTotal', 'groupTotal'] as const;
export type RowKind = (typeof KINDS_OF_BOTH)[number] | (typeof KINDS_OF_PAYOUT)[number] | 'charge';

export const rowKindsFor = ({ kind }: Mapping): readonly RowKind[] => {
  const [skip, excluded, ...rest] = KINDS_OF_BOTH;
  const own = kind === 'orders' ? (['total', 'sectionTotal', 'charge'] as const) : KINDS_OF_PAYOUT;
  return [skip, excluded, ...own, ...rest];
};

export const rowKindOf = ({ is, of }: RowRule): RowKind => (is === 'total' && of === 'section' ? 'sectionTotal' : is);

/** The same rows taken for something else. A reason belongs to rows that are set aside or left out. */
export function withRowKind({ when, reason }: RowRule, kind: RowKind): RowRule {
  const rule: RowRule = kind === 'sectionTotal' ? { when, is: 'total', of: 'section' } : { when, is: kind };
  return hasReason(rule) && reason !== undefined ? { ...rule, reason } : rule;
}

export const hasReason = ({ is }: RowRule): boolean => is === 'excluded' || is === 'skip';

export function withRowRules(mapping: Mapping, rows: readonly RowRule[]): Mapping {
  return rows.length > 0 ? { ...mapping, rows } : (without(mapping, 'rows') as Mapping);
}
