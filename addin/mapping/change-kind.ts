// A person says that a sheet is another kind of report. Roles that both kinds know stay, money and days take their nearest one.
import { typeOfHeader } from '../../core/mapping/infer-words.ts';
import type { KeyRule, RowRule } from '../../core/mapping/mapping-rules.ts';
import type { Mapping, OrderColumn, OrderMapping, PayoutColumn, PayoutMapping } from '../../core/mapping/mapping.ts';
import { named } from './change-mapping.ts';
import { isOrders } from './column-roles.ts';
import { tidied } from './tidy-mapping.ts';
import { without } from './without.ts';

export function withKind(mapping: Mapping, kind: Mapping['kind']): Mapping {
  if (isOrders(mapping)) return kind === 'orders' ? mapping : asPayout(mapping, kind);
  return kind === 'orders' ? asOrders(mapping) : tidied({ ...mapping, kind });
}

const SAME_IN_BOTH = ['orderNumber', 'currency', 'personal'] as const;

function asOrders(mapping: PayoutMapping): Mapping {
  const common = without(
    mapping,
    ...([
      'kind',
      'columns',
      'grain',
      'net',
      'direction',
      'reference',
      'statement',
      'accountStatement',
      'vocabularies',
      'checks',
      'paidOutFrom',
      'rows',
      'key',
    ] as const),
    ...(['referenceIsIdentity', 'linesWithoutOrder', 'paymentMode'] as const),
  );
  const columns = mapping.columns.map((column): OrderColumn => {
    if (column.as === 'net') return { ...named(column, 'receivable'), as: 'receivable', sign: 'plus' };
    if (column.as === 'paidOutOn') return { ...named(column, 'orderedOn'), as: 'orderedOn' };
    const same = SAME_IN_BOTH.find((role) => role === column.as) ?? 'note';
    return { ...named(column, same), as: same };
  });
  const rules = rulesFor(mapping, 'groupTotal');
  return tidied({ ...common, ...rules, kind: 'orders', columns, statuses: [], refundedStatuses: [] });
}

function asPayout(mapping: OrderMapping, kind: PayoutMapping['kind']): Mapping {
  const common = without(
    mapping,
    ...([
      'kind',
      'columns',
      'grain',
      'stages',
      'statuses',
      'refundedStatuses',
      'orderValues',
      'checks',
      'rows',
      'key',
    ] as const),
  );
  const columns = mapping.columns.map((column): PayoutColumn => {
    if (column.as === 'receivable')
      return { ...named(column, 'component'), as: 'component', type: typeOfHeader(column.header), sign: 'as-is' };
    if (column.as === 'completedOn') return { ...named(column, 'paidOutOn'), as: 'paidOutOn' };
    const same = SAME_IN_BOTH.find((role) => role === column.as) ?? 'note';
    return { ...named(column, same), as: same };
  });
  const rules = { referenceIsIdentity: false, linesWithoutOrder: true, paymentMode: 'instalments' as const };
  return tidied({ ...common, ...rulesFor(mapping, 'charge'), kind, columns, ...rules });
}

/** Rows that only the other kind knows, and rows of no order, which an order export does not have, are left behind. */
function rulesFor({ rows = [], key = [] }: Mapping, left: RowRule['is']): Pick<Mapping, 'rows' | 'key'> {
  const [kept, keys] = [rows.filter(({ is }) => is !== left), left === 'charge' ? key : key.filter(isValueRule)];
  return { ...(kept.length > 0 ? { rows: kept } : {}), ...(keys.length > 0 ? { key: keys } : {}) };
}

const isValueRule = (rule: KeyRule): boolean => 'from' in rule;
