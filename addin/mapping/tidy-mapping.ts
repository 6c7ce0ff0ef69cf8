// What must follow when a column changes: no rule without its column, no vocabulary nobody uses, a signature that can be met.
import type { Condition } from '../../core/mapping/mapping-rules.ts';
import type { Mapping, OrderMapping, PayoutColumn, PayoutMapping, TypeRule } from '../../core/mapping/mapping.ts';
import { normalizeHeader } from '../../core/mapping/normalize-header.ts';
import { isOrders } from './column-roles.ts';
import { without } from './without.ts';

export function tidied(mapping: Mapping): Mapping {
  return withSignature(isOrders(mapping) ? tidiedOrders(mapping) : tidiedPayout(mapping));
}

/** Without a status every order counts as completed; without a quantity a row is a whole order. */
function tidiedOrders(mapping: OrderMapping): OrderMapping {
  const has = (role: string) => mapping.columns.some((column) => column.as === role);
  const worded = has('refundStatus') ? mapping : { ...mapping, refundedStatuses: [] };
  const rest = has('quantity') ? worded : { ...worded, grain: 'order' as const };
  const isDefault = mapping.stages?.length === 1 && isAlways(mapping.stages[0]?.when);
  if (has('status')) return isDefault ? without(rest, 'stages') : rest;
  const stages = mapping.stages ?? [{ when: { all: [] }, stage: 'completed' }];
  return { ...rest, statuses: [], stages };
}

const isAlways = (when: Condition | undefined) => when !== undefined && 'all' in when && when.all.length === 0;

/** A report without a net column takes the sum of its amounts for it. */
function tidiedPayout(mapping: PayoutMapping): PayoutMapping {
  const { vocabularies, checks } = mapping;
  const used = new Set(mapping.columns.flatMap(typesOf).flatMap((type) => (typeof type === 'object' ? [type.by] : [])));
  const words = Object.entries(vocabularies ?? {}).filter(([name]) => used.has(name));
  return {
    ...without(mapping, 'net', 'vocabularies', 'checks'),
    ...(mapping.columns.some(({ as }) => as === 'net') ? {} : { net: 'sum' as const }),
    ...(words.length > 0 ? { vocabularies: Object.fromEntries(words) } : {}),
    ...(checks && checks.length > 0 ? { checks } : {}),
  };
}

function typesOf(column: PayoutColumn): (TypeRule | undefined)[] {
  if (column.as === 'component') return [column.type];
  return column.as === 'net' ? [column.otherwise, column.rest] : [];
}

const SIGNATURE_MAX = 5;
const SIGNATURE_MIN = 2;

/** Names that must stand in the header; each is of a required column. Those that still are stay. */
function withSignature(mapping: Mapping): Mapping {
  const required = mapping.columns.filter((column) => column.required && column.occurrence === undefined);
  const names = required.map(({ header }) => header);
  const known = new Set(names.map(normalizeHeader));
  const kept = mapping.header.signature.filter((header) => known.has(normalizeHeader(header)));
  const signature = kept.length >= SIGNATURE_MIN ? kept : names.slice(0, SIGNATURE_MAX);
  return { ...mapping, header: { ...mapping.header, signature } };
}
