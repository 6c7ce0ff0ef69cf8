// Pairs of dues and deposits as a graph: which pair is the only one of both its ends, and what hangs together.
import { compareText } from '../compare-text.ts';
import type { Deposit, Due } from './deposit-match.ts';

export interface Pair {
  readonly due: Due;
  readonly deposit: Deposit;
}

/** The pairs whose due and deposit stand in no other pair. */
export function uniquePairs(pairs: readonly Pair[]): Pair[] {
  const dues = countBy(pairs, ({ due }) => due.key);
  const deposits = countBy(pairs, ({ deposit }) => deposit.key);
  return pairs.filter(({ due, deposit }) => dues.get(due.key) === 1 && deposits.get(deposit.key) === 1);
}

/** How often each key stands among the items. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

export interface LinkedSet {
  readonly dues: readonly Due[];
  readonly deposits: readonly Deposit[];
}

/** The pairs' members in sets that no pair connects; by the earliest due, so that the order of pairs does not matter. */
export function linkedSets(pairs: readonly Pair[]): LinkedSet[] {
  const sets: { dues: Set<Due>; deposits: Set<Deposit> }[] = [];
  for (const { due, deposit } of pairs) {
    const touched = sets.filter((set) => set.dues.has(due) || set.deposits.has(deposit));
    for (const set of touched) sets.splice(sets.indexOf(set), 1);
    sets.push({
      dues: new Set([due, ...touched.flatMap((set) => [...set.dues])]),
      deposits: new Set([deposit, ...touched.flatMap((set) => [...set.deposits])]),
    });
  }
  return sets
    .map(({ dues, deposits }) => ({ dues: [...dues].sort(byDay), deposits: [...deposits].sort(byDay) }))
    .sort((left, right) => compareText(firstOf(left), firstOf(right)));
}

const dayAndKey = ({ day, key }: Due | Deposit) => `${day}\u001f${key}`;
const byDay = (left: Due | Deposit, right: Due | Deposit) => compareText(dayAndKey(left), dayAndKey(right));
const firstOf = ({ dues: [first] }: LinkedSet) => (first ? dayAndKey(first) : '');
