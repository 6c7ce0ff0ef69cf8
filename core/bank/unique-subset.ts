// Subset sums with proof of uniqueness: which few of some amounts make up a total, and is there only one way?
// Exact only. A tolerance inside would find a wrong answer for every third total, because among thousands of subsets
// some sum lies near any target; tests/core/bank/unique-subset.test.ts measures it.
import { type Amount, subtract, sum } from '../money.ts';

export interface Candidate<Key extends string> {
  readonly key: Key;
  /** Any sign: a negative payout batch lowers what its deposit brings. */
  readonly amount: Amount;
}

export interface SubsetBounds {
  /** More candidates than these are not searched. */
  readonly candidatesMax: number;
  /** Members of one subset, at most. */
  readonly partsMax: number;
  /** Solutions that are listed, at most. */
  readonly solutionsMax: number;
}

/** 15 candidates in subsets of up to four are 1,940 sums: all are looked at, so a unique answer is proved unique. */
export const SUBSET_BOUNDS: SubsetBounds = { candidatesMax: 15, partsMax: 4, solutionsMax: 20 };

export interface Subsets<Key extends string> {
  /** False: too many candidates for a proof, nothing was searched. */
  readonly searched: boolean;
  /** Each sorted by key, and all sorted; at most `solutionsMax`. */
  readonly solutions: readonly (readonly Key[])[];
  /** There are more solutions than are listed. */
  readonly more: boolean;
  /** The only solution. Null when there is none, or more than one. */
  readonly unique: readonly Key[] | null;
}

/**
 * Every subset that sums to the target exactly. Candidates of zero are left out: with them no answer would be unique.
 * The order of the candidates does not matter.
 */
export function uniqueSubset<Key extends string>(
  target: Amount,
  candidates: readonly Candidate<Key>[],
  bounds: SubsetBounds = SUBSET_BOUNDS,
): Subsets<Key> {
  const usable = withoutTooLarge(target, candidates);
  if (usable.length > bounds.candidatesMax) return { searched: false, solutions: [], more: false, unique: null };
  const sorted = [...usable].sort((left, right) => (left.key < right.key ? -1 : 1));
  // One more than is listed is enough to know that there are more.
  const found = enumerate(target, sorted, bounds.partsMax, bounds.solutionsMax + 1);
  const [first] = found;
  return {
    searched: true,
    solutions: found.slice(0, bounds.solutionsMax),
    more: found.length > bounds.solutionsMax,
    unique: found.length === 1 && first !== undefined ? first : null,
  };
}

/** Not even all negative amounts together bring a larger one down to the target. */
function withoutTooLarge<Key extends string>(target: Amount, candidates: readonly Candidate<Key>[]): Candidate<Key>[] {
  const most = subtract(target, sum(candidates.map(({ amount }) => amount).filter((amount) => amount < 0)));
  return candidates.filter(({ amount }) => amount !== 0 && amount <= most);
}

/** Depth first over sorted candidates, so solutions come sorted. Amounts may be negative: no branch can be cut by size. */
function enumerate<Key extends string>(
  target: Amount,
  sorted: readonly Candidate<Key>[],
  partsMax: number,
  enough: number,
): (readonly Key[])[] {
  const found: (readonly Key[])[] = [];
  const chosen: Key[] = [];
  const extend = (from: number, rest: number): void => {
    for (let at = from; at < sorted.length && found.length < enough; at++) {
      const candidate = sorted[at];
      if (candidate === undefined) return;
      chosen.push(candidate.key);
      const left = rest - candidate.amount;
      if (left === 0) found.push([...chosen]);
      if (chosen.length < partsMax) extend(at + 1, left);
      chosen.pop();
    }
  };
  extend(0, target);
  return found;
}
