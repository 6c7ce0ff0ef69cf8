// A person's changes to a mapping, each a new mapping: roles of columns, kinds and signs of money, new names of columns.
// What follows from a change (signature, vocabularies nobody uses any more) is drawn with it.
import { stageOfWord } from '../../core/mapping/infer-orders.ts';
import { typeOfHeader } from '../../core/mapping/infer-words.ts';
import type {
  Mapping,
  NamedColumn,
  OrderColumn,
  OrderMapping,
  PayoutColumn,
  PayoutMapping,
} from '../../core/mapping/mapping.ts';
import { normalizeHeader } from '../../core/mapping/normalize-header.ts';
import {
  type ColumnRole,
  isBalance,
  isOrders,
  NEEDED_ROLES,
  nameOf,
  ORDER_ROLES,
  type OrderRole,
  type PayoutRole,
  roleOf,
  SINGLE_ROLES,
} from './column-roles.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { tidied } from './tidy-mapping.ts';
import { without } from './without.ts';

/** The vocabulary that a column of kinds is given in this pane. */
const KINDS = 'kinds';

/** Every column of the sheet has one of its own in the mapping: headers that stand twice are counted, new ones added. */
export function withEveryColumn(mapping: Mapping, columns: readonly SheetColumn[]): Mapping {
  const added = columns.filter((column, at) => {
    const claimedBefore = columns.slice(0, at).some(({ place }) => place !== null && place === column.place);
    return column.place === null || claimedBefore;
  });
  if (added.length === 0) return mapping;
  const doubled = new Map(added.flatMap(({ place }) => (place === null ? [] : [[place, 1] as const])));
  const counted = <C extends NamedColumn>(column: C, place: number): C =>
    doubled.has(place) ? { ...column, occurrence: column.occurrence ?? 1 } : column;
  const notes = added.map(({ header, occurrence }) => ({
    header,
    as: 'note' as const,
    ...(occurrence === null ? {} : { occurrence }),
  }));
  return isOrders(mapping)
    ? { ...mapping, columns: [...mapping.columns.map(counted), ...notes] }
    : { ...mapping, columns: [...mapping.columns.map(counted), ...notes] };
}

/** @param words the different values of the column: a status or a kind of money is given for each */
export function withRole(mapping: Mapping, place: number, role: ColumnRole, words: readonly string[]): Mapping {
  const before = roleOf(mapping, place);
  const losing = mapping.columns.flatMap((_, at) => (at !== place && isLost(roleOf(mapping, at), role) ? [at] : []));
  const cleared = [place, ...losing].reduce((left, at) => withoutRules(left, at), mapping);
  const changed = isOrders(cleared)
    ? orderRole(cleared, { place, losing }, role, words)
    : payoutRole(cleared, { place, losing }, role, words);
  const column = changed.columns[place];
  const named = role === 'currency' && column ? { ...changed, currency: { column: nameOf(column) } } : changed;
  return before === role ? mapping : tidied(named);
}

/** The net of another column is no net any more, and neither are those that were added to it. */
const isLost = (had: ColumnRole, given: ColumnRole): boolean =>
  (SINGLE_ROLES.has(given) && had === given) || (given === 'net' && had === 'alsoNet');

interface Places {
  readonly place: number;
  /** Columns that had the role before. */
  readonly losing: readonly number[];
}

function orderRole(mapping: OrderMapping, { place, losing }: Places, role: ColumnRole, words: readonly string[]) {
  const columns = mapping.columns.map((column, at): OrderColumn => {
    if (at === place) return orderColumn(named(column, role), ORDER_ROLES.find((known) => known === role) ?? 'note');
    return losing.includes(at) ? { ...named(column, 'note'), as: 'note' } : column;
  });
  if (role === 'quantity') return { ...without(mapping, 'grain'), columns };
  if (role === 'refundStatus') return { ...mapping, columns, refundedStatuses: words.filter(isRefunded) };
  if (role !== 'status') return { ...mapping, columns };
  const statuses = words.map((word) => ({ exact: word, stage: stageOfWord(word) ?? ('unshipped' as const) }));
  return { ...mapping, columns, statuses };
}

/** Words that say by themselves that money went back; a person says it of the others. */
const isRefunded = (word: string): boolean => /(退款成功|已退款|退款完成|^refunded)/i.test(word);

const orderColumn = (name: NamedColumn, role: OrderRole): OrderColumn =>
  role === 'receivable' ? { ...name, as: role, sign: 'plus' } : { ...name, as: role };

function payoutRole(mapping: PayoutMapping, { place, losing }: Places, role: ColumnRole, words: readonly string[]) {
  const columns = mapping.columns.map((column, at): PayoutColumn => {
    if (at === place) return payoutColumn(named(column, role), role as PayoutRole);
    return losing.includes(at) ? { ...named(column, 'note'), as: 'note' } : column;
  });
  const changed = { ...mapping, columns };
  const column = columns[place];
  return column ? withRule(changed, nameOf(column), role, words) : changed;
}

function payoutColumn(name: NamedColumn, role: PayoutRole): PayoutColumn {
  switch (role) {
    case 'component':
      return { ...name, as: role, type: typeOfHeader(name.header), sign: 'as-is' };
    case 'alsoNet':
      return { ...name, as: 'net', sign: isOutward(name.header) ? 'negate' : 'as-is' };
    case 'direction':
    case 'balance':
    case 'kind':
      return { ...name, as: 'note' };
    default:
      return { ...name, as: role };
  }
}

/** Debits are printed without sign beside credits. */
const isOutward = (header: string): boolean => /支出|付出|扣|借方|提出|debit|out|withdraw/i.test(header);

/** The roles that the language holds as rules. */
function withRule(mapping: PayoutMapping, column: string, role: ColumnRole, words: readonly string[]): PayoutMapping {
  switch (role) {
    case 'direction': {
      const [into = '', ...out] = words;
      return withSigns({ ...mapping, direction: { column, in: [into], out } }, 'direction');
    }
    case 'balance': {
      const checks = [...(mapping.checks ?? []), { check: 'runningBalance', column, order: 'either' } as const];
      return { ...mapping, checks };
    }
    case 'kind': {
      const values = words.map((word) => ({ match: [word], type: typeOfHeader(word) }));
      return withKinds({ ...mapping, vocabularies: { [KINDS]: { columns: [column], values } } });
    }
    default:
      return mapping;
  }
}

/** The words name the kind of the whole net where it has no parts, else of the only part. */
function withKinds(mapping: PayoutMapping): PayoutMapping {
  const hasNet = mapping.columns.some(({ as }) => as === 'net');
  const columns = mapping.columns.map((column): PayoutColumn => {
    if (column.as === 'net') return { ...column, otherwise: { by: KINDS } };
    return column.as === 'component' && !hasNet ? { ...column, type: { by: KINDS } } : column;
  });
  return { ...mapping, columns };
}

function withSigns(mapping: PayoutMapping, sign: 'direction' | 'as-is'): PayoutMapping {
  const hasNet = mapping.columns.some(({ as }) => as === 'net');
  const columns = mapping.columns.map((column): PayoutColumn => {
    const isSigned = column.as === 'net' || (column.as === 'component' && !hasNet);
    return isSigned ? { ...column, sign } : column;
  });
  return { ...mapping, columns };
}

/** Takes back the rules that gave a column its role, and what leaned on them. */
function withoutRules(mapping: Mapping, place: number): Mapping {
  const role = roleOf(mapping, place);
  if (role === 'currency') return withoutCurrency(mapping);
  if (isOrders(mapping)) return mapping;
  if (role === 'direction') return withoutDirection(mapping);
  if (role === 'balance') return { ...mapping, checks: (mapping.checks ?? []).filter((check) => !isBalance(check)) };
  return role === 'kind' ? withoutKinds(mapping) : mapping;
}

/** A file whose currency stood in a column does not say it any more: what the rule falls back on, or a question. */
function withoutCurrency(mapping: Mapping): Mapping {
  const { currency } = mapping;
  if (typeof currency === 'string' || currency.column === undefined) return mapping;
  const rest = without(currency, 'column');
  const isSaid = rest.pattern !== undefined || rest.ask !== undefined;
  return { ...mapping, currency: isSaid ? rest : (rest.otherwise ?? { ask: [] }) };
}

function withoutDirection(mapping: PayoutMapping): PayoutMapping {
  const columns = mapping.columns.map((column): PayoutColumn => {
    return 'sign' in column && column.sign === 'direction' ? { ...column, sign: 'as-is' } : column;
  });
  return { ...without(mapping, 'direction'), columns };
}

function withoutKinds(mapping: PayoutMapping): PayoutMapping {
  const columns = mapping.columns.map((column): PayoutColumn => {
    if (column.as === 'component' && typeof column.type === 'object') return { ...column, type: 'UNKNOWN' };
    return column.as === 'net' && typeof column.otherwise === 'object' ? without(column, 'otherwise') : column;
  });
  return { ...without(mapping, 'vocabularies'), columns };
}

/** What a column keeps when its role changes. */
export function named({ header, synonyms, occurrence }: NamedColumn, role: ColumnRole): NamedColumn {
  return {
    header,
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(NEEDED_ROLES.has(role) ? { required: true } : {}),
  };
}

/** Changes what belongs to a column's role: kind, sign, how it stands on the rows. */
export function withPayoutColumn(mapping: PayoutMapping, place: number, column: PayoutColumn): Mapping {
  return tidied({ ...mapping, columns: mapping.columns.map((known, at) => (at === place ? column : known)) });
}
export function withOrderColumn(mapping: OrderMapping, place: number, column: OrderColumn): Mapping {
  return tidied({ ...mapping, columns: mapping.columns.map((known, at) => (at === place ? column : known)) });
}

/** A column of the mapping stands in the sheet under another name. The column that was taken for a note gives way. */
export function withSynonym(mapping: Mapping, place: number, header: string): Mapping {
  const isSame = (column: NamedColumn) => normalizeHeader(column.header) === normalizeHeader(header);
  const renamed = <C extends NamedColumn>(column: C, at: number): C =>
    at === place ? { ...column, synonyms: [...(column.synonyms ?? []), header] } : column;
  const stays = (column: NamedColumn & { as: string }, at: number) =>
    at === place || !(isSame(column) && column.as === 'note');
  return isOrders(mapping)
    ? tidied({ ...mapping, columns: mapping.columns.map(renamed).filter(stays) })
    : tidied({ ...mapping, columns: mapping.columns.map(renamed).filter(stays) });
}
