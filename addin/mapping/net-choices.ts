// Money that is not in a column of its own: what the parts leave of the net, several net columns, a term that is the price.
import type { OrderColumn, OrderMapping, PayoutColumn, PayoutMapping, TypeRule } from '../../core/mapping/mapping.ts';
import { tidied } from './tidy-mapping.ts';
import { without } from './without.ts';

/** `none`: the parts must make up the whole net. `bare`: rows without parts are one kind. `rest`: what is left is one kind. */
export const REMAINDERS = ['none', 'bare', 'rest'] as const;
type Remainder = (typeof REMAINDERS)[number];

export interface SaidRemainder {
  readonly is: Remainder;
  readonly type: TypeRule;
}

/** It stands on one of the net columns, for all of them. */
export function remainderOf({ columns }: PayoutMapping): SaidRemainder {
  const nets = columns.flatMap((column) => (column.as === 'net' ? [column] : []));
  const [bare] = nets.flatMap(({ otherwise }) => otherwise ?? []);
  const [rest] = nets.flatMap((net) => net.rest ?? []);
  if (rest !== undefined) return { is: 'rest', type: rest };
  return bare === undefined ? { is: 'none', type: 'UNKNOWN' } : { is: 'bare', type: bare };
}

export function withRemainder(mapping: PayoutMapping, { is, type }: SaidRemainder): PayoutMapping {
  const first = mapping.columns.findIndex(({ as }) => as === 'net');
  const columns = mapping.columns.map((column, at): PayoutColumn => {
    if (column.as !== 'net') return column;
    const plain = without(column, 'otherwise', 'rest');
    if (at !== first || is === 'none') return plain;
    return is === 'rest' ? { ...plain, rest: type } : { ...plain, otherwise: type };
  });
  return tidied({ ...mapping, columns }) as PayoutMapping;
}

/** An empty net is a problem of its row, or what the parts add up to. */
export const sumsBlanks = ({ columns }: PayoutMapping): boolean =>
  columns.some((column) => column.as === 'net' && column.blank === 'sum');

export function withBlanksSummed(mapping: PayoutMapping, isSummed: boolean): PayoutMapping {
  const columns = mapping.columns.map((column): PayoutColumn => {
    if (column.as !== 'net') return column;
    return isSummed ? { ...column, blank: 'sum' } : without(column, 'blank');
  });
  return { ...mapping, columns };
}

/** What a column that is owed belongs to; `row` and `piece`: it is the price as well, of all pieces or of one. */
export const BELONGINGS = ['order', 'line', 'row', 'piece'] as const;
export type Belonging = (typeof BELONGINGS)[number];
type Owed = Extract<OrderColumn, { as: 'receivable' }>;

export const belongingOf = ({ per = 'order', price }: Owed): Belonging => price ?? per;

/** There is one price: the column that had it before keeps only its rows. A price is always added. */
export function withBelonging(mapping: OrderMapping, place: number, belonging: Belonging): OrderMapping {
  const isPrice = belonging === 'row' || belonging === 'piece';
  const columns = mapping.columns.map((column, at): OrderColumn => {
    if (column.as !== 'receivable') return column;
    if (at !== place) return isPrice ? without(column, 'price') : column;
    const plain = without(column, 'per', 'price');
    if (isPrice) return { ...plain, sign: 'plus', per: 'line', price: belonging };
    return belonging === 'line' ? { ...plain, per: 'line' } : plain;
  });
  return tidied({ ...mapping, columns }) as OrderMapping;
}
