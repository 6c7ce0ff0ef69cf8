// What a person may say a column is. Beside the roles of the mapping language three that the language holds as rules:
// the column that signs amounts, the running balance, and the column whose words name the kind of money.
import type { Check } from '../../core/mapping/mapping-rules.ts';
import type {
  Mapping,
  NamedColumn,
  OrderColumn,
  OrderMapping,
  PayoutColumn,
  PayoutMapping,
} from '../../core/mapping/mapping.ts';
import { isNamed } from '../../core/mapping/named-columns.ts';

export type OrderRole = OrderColumn['as'];
/** `alsoNet`: a further column of the net, which is then the sum of several. */
export type PayoutRole = PayoutColumn['as'] | 'direction' | 'balance' | 'kind' | 'alsoNet';
export type ColumnRole = OrderRole | PayoutRole;

/** In the order a person looks for them. */
export const ORDER_ROLES: readonly OrderRole[] = [
  'note',
  ...(['orderNumber', 'status', 'orderedOn', 'paidOn', 'shippedOn', 'completedOn', 'receivable'] as const),
  ...(['sku', 'itemName', 'quantity', 'unitPrice', 'lineTotal', 'returnedQuantity'] as const),
  ...(['refundStatus', 'refundedAmount', 'otherNumber', 'currency', 'personal'] as const),
];
const PAYOUT_ROLES: readonly PayoutRole[] = [
  'note',
  ...(['orderNumber', 'paidOutOn', 'net', 'alsoNet', 'component', 'kind', 'direction', 'balance'] as const),
  ...(['reference', 'currency', 'personal'] as const),
];

export const rolesFor = (mapping: Mapping): readonly ColumnRole[] =>
  mapping.kind === 'orders' ? ORDER_ROLES : PAYOUT_ROLES;

/** Roles that only one column may have: given to another column, the first one loses it. */
export const SINGLE_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  ...(['orderNumber', 'status', 'refundStatus', 'orderedOn', 'paidOn', 'shippedOn', 'completedOn'] as const),
  ...(['quantity', 'returnedQuantity', 'currency', 'reference', 'net', 'direction', 'balance', 'kind'] as const),
]);

/** Without such a column a file of the report is refused: the language asks for it, or amounts would be missing. */
export const NEEDED_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  ...(['orderNumber', 'status', 'quantity', 'unitPrice', 'lineTotal', 'receivable'] as const),
  ...(['paidOutOn', 'net', 'alsoNet', 'component'] as const),
]);

export const DAY_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  ...(['orderedOn', 'paidOn', 'shippedOn', 'completedOn', 'paidOutOn'] as const),
]);

/** What the mapping takes a column for; `note` where it does not use it. */
export function roleOf(mapping: Mapping, place: number | null): ColumnRole {
  const column = place === null ? undefined : mapping.columns[place];
  if (!column) return 'note';
  if (mapping.kind === 'orders') return column.as;
  if (column.as === 'net') return mapping.columns.find(({ as }) => as === 'net') === column ? 'net' : 'alsoNet';
  return column.as === 'note' ? ruleRoleOf(mapping, column) : column.as;
}

function ruleRoleOf(mapping: PayoutMapping, column: NamedColumn): PayoutRole {
  const { direction, checks = [], vocabularies = {} } = mapping;
  if (direction && isNamed(column, direction.column)) return 'direction';
  if (checks.some((check) => isBalance(check) && isNamed(column, check.column))) return 'balance';
  const names = Object.values(vocabularies).some(({ columns }) => columns.some((name) => isNamed(column, name)));
  return names ? 'kind' : 'note';
}

export const isBalance = (check: Check): check is Extract<Check, { check: 'runningBalance' }> =>
  check.check === 'runningBalance';

/** The name by which rules speak of a column. */
export const nameOf = ({ header, occurrence }: NamedColumn): string =>
  occurrence === undefined || occurrence === 1 ? header : `${header}#${occurrence}`;

export const isOrders = (mapping: Mapping): mapping is OrderMapping => mapping.kind === 'orders';
