// Everything that might be the net of an unknown sheet, and what might be its sum where no figure is the net.
import { COMPONENT_SIDES } from '../payout.ts';
import type { BalanceIdentity } from './find-identity-balance.ts';
import type { AmountColumn, NetTarget, Term } from './find-identity-terms.ts';
import { bareText } from './infer-cell.ts';
import type { Money, MoneyColumn } from './infer-money.ts';
import { lowersNet } from './infer-signs.ts';
import { MAYBE_NET_WORDS, NET_WORDS, OUTSIDE_WORDS, hasWord } from './infer-words.ts';

const DIRECTED_COST = 1;

/** Every amount column may be the net, and every amount signed by a direction; the header says how likely. */
export function netTargets(money: Money, balance: BalanceIdentity | null): NetTarget[] {
  const { columns, directed, pairs } = money;
  const moves = balance?.identity.terms.length === 1 ? balance.identity.terms[0]?.key : undefined;
  const plain = columns.map((column) => ({
    key: column.key,
    amounts: filledAmounts(column),
    without: directed.filter(({ amount }) => amount === column).map(({ key }) => key),
    cost: column.key === moves ? 0 : netCost(column),
  }));
  const signed = directed.map(({ key, amount, amounts }) => ({
    ...{ key, amounts },
    without: [amount.key],
    cost: key === moves ? 0 : netCost(amount) + DIRECTED_COST,
  }));
  const paired = pairs.map(({ key, into, out, amounts }) => ({
    ...{ key, amounts },
    without: [into.key, out.key],
    cost: Math.min(netCost(into), netCost(out)),
  }));
  const inPairs = pairs.flatMap(({ into, out }) => [into.key, out.key]);
  return [...plain.filter(({ key }) => !inPairs.includes(key)), ...signed, ...paired].filter(({ amounts }) =>
    amounts.some((amount) => amount !== 0 && amount !== null),
  );
}

/** An empty net is no net of zero: such rows (items under a sum, notes) say nothing. */
function filledAmounts({ content, written }: MoneyColumn): readonly (number | null)[] {
  const { cells } = content.profile.column;
  return written.amounts.map((amount, row) => (bareText(cells[row]) === '' ? null : amount));
}

function netCost({ content, type, costs }: MoneyColumn): number {
  const { header } = content.profile.column;
  if (hasWord(header, NET_WORDS)) return 0;
  if (hasWord(header, MAYBE_NET_WORDS)) return 3;
  if (hasWord(header, OUTSIDE_WORDS)) return 7;
  if (type === 'UNKNOWN') return 5;
  return costs.minus === 0 || costs.none === 2 ? 10 : 8;
}

/** What may be a term of the net: the amount columns. Directed ones are only nets. */
export function termColumns({ columns }: Money): AmountColumn[] {
  return columns.map(({ key, written, costs }) => ({ key, amounts: written.amounts, costs }));
}

/** The pair that is the net where no column is: the only one there is. */
export function twoSides({ pairs }: Money): Term[] {
  const [pair, another] = pairs;
  if (!pair || another) return [];
  return [
    { key: pair.into.key, sign: 1 },
    { key: pair.out.key, sign: pair.outSign },
  ];
}

/**
 * Where neither a net nor a sum shows: all columns that by their headers are money of an order, signed as headers and
 * values lead one to expect. It proves nothing and is asked about.
 */
export function sumByHeaders({ columns }: Money): Term[] {
  const signed = columns.filter(({ positives, negatives }) => positives + negatives > 0);
  const money = signed.filter(({ costs }) => costs.none > 0).filter(isFirstOfEquals);
  const hasGoods = money.some(({ type }) => lowersNet(type) === false);
  const gross = hasGoods ? undefined : signed.find((column) => !money.includes(column));
  return [...money, ...(gross ? [gross] : [])].map(({ key, costs }) => ({
    key,
    sign: costs.minus < costs.plus ? -1 : 1,
  }));
}

/** The buyer's and the seller's view of one figure are printed in two columns of one kind. */
function isFirstOfEquals(column: MoneyColumn, at: number, columns: readonly MoneyColumn[]): boolean {
  const equals = (other: MoneyColumn) =>
    other.written.amounts.every((amount, row) => amount === column.written.amounts[row]);
  return !columns.slice(0, at).some((other) => other.type === column.type && equals(other));
}

/** Fees with money in them beside the column: then a header that only may mean the net means the gross. */
export function hasFeesBeside({ columns }: Money, net: string): boolean {
  return columns.some(
    ({ key, type, positives, negatives }) =>
      key !== net && positives + negatives > 0 && COMPONENT_SIDES[type] === 'fee',
  );
}
