// Which columns of a recognised sheet hold numbers that name something: there a cell's format may be part of the name.
import type { Recognised } from './detect-mapping.ts';
import type { KeyRule } from './mapping-rules.ts';
import { isNamed } from './named-columns.ts';

const ID_ROLES: readonly string[] = ['orderNumber', 'reference', 'sku'];

/** Positions within a row, each once. */
export function idColumns({ mapping, columns }: Recognised): number[] {
  const ofMoney = mapping.kind === 'orders' ? [] : [...(mapping.reference ?? []), ...(mapping.statement ?? [])];
  const rules = [...(mapping.key ?? []), ...ofMoney];
  const names = rules.flatMap((rule: KeyRule) => ('from' in rule ? [rule.from] : []));
  const holdIds = columns.filter(
    ({ column }) => ID_ROLES.includes(column.as) || names.some((name) => isNamed(column, name)),
  );
  return [...new Set(holdIds.map(({ index }) => index))];
}
