// What is wrong with a mapping as a whole, beyond the shape of each part: roles, names, and rules that point nowhere.
import { readDateFormat } from './read-date-format.ts';
import type { Mapping, OrderMapping, PayoutMapping } from './mapping.ts';
import { columnsInRules, isNamed } from './named-columns.ts';
import { normalizeHeader } from './normalize-header.ts';

export function faultsOf(mapping: Mapping): string[] {
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

function roleFaults(mapping: Mapping): string[] {
  const { once, atMostOnce, atLeastOnce } = roleCountsOf(mapping);
  const having = (role: string) => mapping.columns.filter((column) => column.as === role);
  return [
    ...once.filter((role) => having(role).length !== 1).map((role) => `exactly one column must be "${role}"`),
    ...atMostOnce.filter((role) => having(role).length > 1).map((role) => `at most one column may be "${role}"`),
    ...atLeastOnce.filter((role) => having(role).length === 0).map((role) => `some column must be "${role}"`),
    ...[...once, ...atLeastOnce]
      .filter((role) => having(role).length > 0 && !having(role).some(({ required }) => required))
      .map((role) => `a column that is "${role}" must be required`),
  ];
}

/** A header may be claimed twice only by columns that say which occurrence they mean. */
function nameFaults(mapping: Mapping): string[] {
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
  return doubled.map(({ name }) => `two columns claim the header "${name}"`);
}

/** The signature decides which report it is, so a sheet without one of its columns cannot be that report. */
function signatureFaults(mapping: Mapping): string[] {
  const required = mapping.columns.filter((column) => column.required).map((column) => normalizeHeader(column.header));
  return mapping.header.signature
    .filter((header) => !required.includes(normalizeHeader(header)))
    .map((header) => `the signature names "${header}", which is not the header of a required column`);
}

function ruleFaults(mapping: Mapping): string[] {
  return columnsInRules(mapping).flatMap((name) => {
    const column = mapping.columns.find((candidate) => isNamed(candidate, name));
    if (!column) return [`a rule names the column "${name}", which the mapping does not have`];
    return column.as === 'personal' ? [`a rule reads the column "${name}", which is personal`] : [];
  });
}

/** Minor units are as fine as their currency is: one currency, known before the first row is read. */
function currencyFaults({ numbers, currency }: Mapping): string[] {
  return numbers?.minorUnits && typeof currency !== 'string' ? ['minorUnits needs one currency for every file'] : [];
}

function dateFaults({ dates }: Mapping): string[] {
  return (dates?.formats ?? [])
    .filter((format) => readDateFormat(format) === null)
    .map((format) => `"${format}" is not a date format: it needs a year, a month and a day`);
}

function orderFaults(mapping: OrderMapping): string[] {
  const { statuses, stages, columns, grain, checks, rows, stageOfLines, orderValues = 'repeat' } = mapping;
  const has = (role: string) => columns.some((column) => column.as === role);
  const cannot = (checks ?? []).filter(({ check }) => check !== 'order' && check !== 'row');
  return [
    ...(statuses.length === 0 && (stages ?? []).length === 0
      ? ['statuses or stages must say how far an order is']
      : []),
    ...(!has('unitPrice') && !has('lineTotal') && !columns.some(isPrice) && grain !== 'order'
      ? ['some column must be "unitPrice"']
      : []),
    ...priceFaults(columns.filter(isPrice)),
    ...(stageOfLines && orderValues !== 'repeat'
      ? ['stageOfLines needs values on each row: orderValues "repeat"']
      : []),
    ...columns.filter(({ fillDown }) => fillDown).map(({ header }) => `"${header}": only payouts have fillDown`),
    ...cannot.map(({ check }) => `an order export has no check "${check}"`),
    ...(rows ?? []).filter(({ is }) => is === 'groupTotal').map(() => 'only payouts have a "groupTotal"'),
  ];
}

type PriceColumn = Extract<OrderMapping['columns'][number], { as: 'receivable' }>;

function isPrice(column: OrderMapping['columns'][number]): column is PriceColumn {
  return column.as === 'receivable' && column.price !== undefined;
}

function priceFaults(prices: readonly PriceColumn[]): string[] {
  return [
    ...(prices.length > 1 ? ['at most one column may be the price'] : []),
    ...prices
      .filter(({ per, sign }) => per !== 'line' || sign !== 'plus')
      .map(({ header }) => `"${header}": a price is "per": "line" with the sign "plus"`),
  ];
}

/** Words or a type for the whole net, or for its rest, stand on one net column at most: there is one net. */
function netFaults({ columns }: PayoutMapping): string[] {
  const rules = columns.flatMap((column) => (column.as === 'net' ? [column.otherwise, column.rest] : []));
  return rules.filter((rule) => rule !== undefined).length > 1
    ? ['only one "otherwise" or "rest" says what a net is']
    : [];
}

function payoutFaults(mapping: PayoutMapping): string[] {
  const { columns, vocabularies = {}, direction, rows, checks } = mapping;
  const types = columns.flatMap((column) => {
    if (column.as === 'component') return [column.type];
    return column.as === 'net' ? [column.otherwise, column.rest].filter((rule) => rule !== undefined) : [];
  });
  const used = types.flatMap((type) => (typeof type === 'object' ? [type.by] : []));
  const directed = columns.some((column) => 'sign' in column && column.sign === 'direction');
  return [
    ...netFaults(mapping),
    ...used.filter((name) => !(name in vocabularies)).map((name) => `there is no vocabulary "${name}"`),
    ...Object.keys(vocabularies)
      .filter((name) => !used.includes(name))
      .map((name) => `no column uses the vocabulary "${name}"`),
    ...(directed && !direction ? ['a column is signed by direction, which the mapping does not have'] : []),
    ...(types.length > 0 ? [] : ['some column must be "component"']),
    ...(rows ?? []).filter(({ is }) => is === 'charge').map(() => 'only orders have a "charge"'),
    ...(checks ?? []).filter(({ check }) => check === 'order').map(() => 'only orders have a check "order"'),
  ];
}
