// What is wrong with a mapping as a whole, beyond the shape of each part: roles, names, and rules that point nowhere.
import { type FaultCode, type MappingFault } from './explain-fault.ts';
import { readDateFormat } from './read-date-format.ts';
import type { Mapping, OrderMapping, PayoutMapping } from './mapping.ts';
import { columnsInRules, isNamed } from './named-columns.ts';
import { normalizeHeader } from './normalize-header.ts';

const fault = (code: FaultCode, about = ''): MappingFault => ({ code, about });

export function faultsOf(mapping: Mapping): MappingFault[] {
  return [
    ...roleFaults(mapping),
    ...nameFaults(mapping),
    ...signatureFaults(mapping),
    ...ruleFaults(mapping),
    ...dateFaults(mapping),
    ...currencyFaults(mapping),
    ...(mapping.kind === 'orders' ? orderFaults(mapping) : payoutFaults(mapping)),
  ];
}

/** How often a role may stand: exactly once, at most once, at least once. All others may repeat. */
interface RoleCounts {
  readonly once: readonly string[];
  readonly atMostOnce: readonly string[];
  readonly atLeastOnce: readonly string[];
}

function roleCountsOf(mapping: Mapping): RoleCounts {
  return mapping.kind === 'orders' ? orderRoles(mapping) : payoutRoles(mapping);
}

function orderRoles({ grain, key, statuses }: OrderMapping): RoleCounts {
  const byKey = key !== undefined;
  const byStatus = statuses.length > 0;
  return {
    once: [
      ...(byKey ? [] : ['orderNumber']),
      ...(grain === 'order' ? [] : ['quantity']),
      ...(byStatus ? ['status'] : []),
    ],
    atMostOnce: [
      ...(byKey ? ['orderNumber'] : []),
      ...(grain === 'order' ? ['quantity'] : []),
      ...(byStatus ? [] : ['status']),
      ...['refundStatus', 'orderedOn', 'paidOn', 'shippedOn', 'completedOn', 'returnedQuantity', 'currency'],
    ],
    atLeastOnce: ['receivable'],
  };
}

function payoutRoles({ net, key, paidOutFrom, kind }: PayoutMapping): RoleCounts {
  const byKey = key !== undefined || kind === 'wallet';
  return {
    once: byKey ? [] : ['orderNumber'],
    atMostOnce: ['reference', 'currency', ...(byKey ? ['orderNumber'] : [])],
    atLeastOnce: [...(paidOutFrom === undefined ? ['paidOutOn'] : []), net === 'sum' ? 'component' : 'net'],
  };
}

function roleFaults(mapping: Mapping): MappingFault[] {
  const { once, atMostOnce, atLeastOnce } = roleCountsOf(mapping);
  const having = (role: string) => mapping.columns.filter((column) => column.as === role);
  return [
    ...once.filter((role) => having(role).length !== 1).map((role) => fault('ROLE_NOT_ONCE', role)),
    ...atMostOnce.filter((role) => having(role).length > 1).map((role) => fault('ROLE_TWICE', role)),
    ...atLeastOnce.filter((role) => having(role).length === 0).map((role) => fault('ROLE_MISSING', role)),
    ...[...once, ...atLeastOnce]
      .filter((role) => having(role).length > 0 && !having(role).some(({ required }) => required))
      .map((role) => fault('ROLE_OPTIONAL', role)),
  ];
}

/** A header may be claimed twice only by columns that say which occurrence they mean. */
function nameFaults(mapping: Mapping): MappingFault[] {
  const claims = mapping.columns.flatMap((column) =>
    [...new Set([column.header, ...(column.synonyms ?? [])].map(normalizeHeader))].map((name) => ({
      name,
      place: `${name}#${column.occurrence ?? 0}`,
      counted: column.occurrence !== undefined,
    })),
  );
  const doubled = claims.filter((claim, at) =>
    claims
      .slice(0, at)
      .some((other) => other.name === claim.name && (other.place === claim.place || !other.counted || !claim.counted)),
  );
  return doubled.map(({ name }) => fault('HEADER_CLAIMED_TWICE', name));
}

/** The signature decides which report it is, so a sheet without one of its columns cannot be that report. */
function signatureFaults(mapping: Mapping): MappingFault[] {
  const required = mapping.columns.filter((column) => column.required).map((column) => normalizeHeader(column.header));
  return mapping.header.signature
    .filter((header) => !required.includes(normalizeHeader(header)))
    .map((header) => fault('SIGNATURE_OPTIONAL', header));
}

function ruleFaults(mapping: Mapping): MappingFault[] {
  return columnsInRules(mapping).flatMap((name) => {
    const column = mapping.columns.find((candidate) => isNamed(candidate, name));
    if (!column) return [fault('RULE_COLUMN_UNKNOWN', name)];
    return column.as === 'personal' ? [fault('RULE_COLUMN_PERSONAL', name)] : [];
  });
}

/** Minor units are as fine as their currency is: one currency, known before the first row is read. */
function currencyFaults({ numbers, currency }: Mapping): MappingFault[] {
  return numbers?.minorUnits && typeof currency !== 'string' ? [fault('MINOR_UNITS_WITHOUT_CURRENCY')] : [];
}

function dateFaults({ dates }: Mapping): MappingFault[] {
  return (dates?.formats ?? [])
    .filter((format) => readDateFormat(format) === null)
    .map((format) => fault('DATE_FORMAT_UNREADABLE', format));
}

function orderFaults(mapping: OrderMapping): MappingFault[] {
  const { statuses, stages, columns, grain, checks, rows, stageOfLines, orderValues = 'repeat' } = mapping;
  const has = (role: string) => columns.some((column) => column.as === role);
  const cannot = (checks ?? []).filter(({ check }) => check !== 'order' && check !== 'row');
  return [
    ...(statuses.length === 0 && (stages ?? []).length === 0 ? [fault('STAGES_MISSING')] : []),
    ...(!has('unitPrice') && !has('lineTotal') && !columns.some(isPrice) && grain !== 'order'
      ? [fault('PRICE_MISSING')]
      : []),
    ...priceFaults(columns.filter(isPrice)),
    ...(stageOfLines && orderValues !== 'repeat' ? [fault('STAGE_OF_LINES_ALONE')] : []),
    ...columns.filter(({ fillDown }) => fillDown).map(({ header }) => fault('FILL_DOWN_IN_ORDERS', header)),
    ...cannot.map(({ check }) => fault('CHECK_NOT_FOR_ORDERS', check)),
    ...(rows ?? []).filter(({ is }) => is === 'groupTotal').map(() => fault('GROUP_TOTAL_IN_ORDERS')),
  ];
}

type PriceColumn = Extract<OrderMapping['columns'][number], { as: 'receivable' }>;

function isPrice(column: OrderMapping['columns'][number]): column is PriceColumn {
  return column.as === 'receivable' && column.price !== undefined;
}

function priceFaults(prices: readonly PriceColumn[]): MappingFault[] {
  return [
    ...(prices.length > 1 ? [fault('PRICE_TWICE')] : []),
    ...prices
      .filter(({ per, sign }) => per !== 'line' || sign !== 'plus')
      .map(({ header }) => fault('PRICE_NOT_OF_LINE', header)),
  ];
}

/** Words or a type for the whole net, or for its rest, stand on one net column at most: there is one net. */
function netFaults({ columns }: PayoutMapping): MappingFault[] {
  const rules = columns.flatMap((column) => (column.as === 'net' ? [column.otherwise, column.rest] : []));
  return rules.filter((rule) => rule !== undefined).length > 1 ? [fault('NET_RULE_TWICE')] : [];
}

const isProved = (column: PayoutMapping['columns'][number]) => column.as === 'component' && column.sign === 'proved';

function payoutFaults(mapping: PayoutMapping): MappingFault[] {
  const { columns, vocabularies = {}, direction, rows, checks } = mapping;
  const types = columns.flatMap((column) => {
    if (column.as === 'component') return [column.type];
    return column.as === 'net' ? [column.otherwise, column.rest].filter((rule) => rule !== undefined) : [];
  });
  const used = types.flatMap((type) => (typeof type === 'object' ? [type.by] : []));
  const provable = mapping.net !== 'sum' && !columns.some((column) => 'sign' in column && column.sign === 'direction');
  const directed = columns.some((column) => 'sign' in column && column.sign === 'direction');
  return [
    ...netFaults(mapping),
    ...used.filter((name) => !(name in vocabularies)).map((name) => fault('VOCABULARY_MISSING', name)),
    ...Object.keys(vocabularies)
      .filter((name) => !used.includes(name))
      .map((name) => fault('VOCABULARY_UNUSED', name)),
    ...(directed && !direction ? [fault('DIRECTION_MISSING')] : []),
    ...columns.filter(isProved).flatMap(({ header }) => (provable ? [] : [fault('SIGN_NOT_PROVABLE', header)])),
    ...(types.length > 0 ? [] : [fault('COMPONENT_MISSING')]),
    ...(rows ?? []).filter(({ is }) => is === 'charge').map(() => fault('CHARGE_IN_PAYOUT')),
    ...(checks ?? []).filter(({ check }) => check === 'order').map(() => fault('ORDER_CHECK_IN_PAYOUT')),
  ];
}
