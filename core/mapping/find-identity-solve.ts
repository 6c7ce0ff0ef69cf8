// The likeliest sum for one net, with everything that has to be said about it.
import { expectedByChance } from './find-identity-chance.ts';
import { type Solved, solveFor } from './find-identity-field.ts';
import { type Layout, isTermOf } from './find-identity-layout.ts';
import { isGood, prove } from './find-identity-proof.ts';
import { type SignSolution, findSigns } from './find-identity-signs.ts';
import type { AmountColumn, Identity, NetTarget, Term } from './find-identity-terms.ts';
import type { Proof } from './find-identity-proof.ts';

export interface Candidate {
  readonly identity: Identity;
  readonly target: NetTarget;
  /** Neither a tie nor likely by chance. */
  readonly sure: boolean;
}

/** A net that is one column alone says little: any sum of two or more is preferred. */
const WEAK_COST = 8;
const ALTERNATIVES_MAX = 5;

/** Null where no choice of signs holds. */
export function solveTarget(
  columns: readonly AmountColumn[],
  target: NetTarget,
  layout: Layout,
  wide: boolean,
): Candidate | null {
  const places = layout.columns.map((_, at) => at).filter((at) => isTermOf(target, layout.columns[at]?.key ?? ''));
  const terms = places.flatMap((at) => layout.columns[at] ?? []);
  const rows = layout.space.rows.map(({ row }) => row);
  const solved = solveFor(rows, places, layout.places.get(target.key) ?? 0);
  if (solved === null || terms.length === 0) return null;
  const signs = findSigns(
    solved,
    terms.map(({ costs }) => costs),
    wide,
  );
  const holding = signs.solutions.flatMap((solution) => {
    const proof = prove(termsOf(terms, solution), columns, target);
    return isGood(proof) ? [{ solution, proof }] : [];
  });
  const { best, tied } = leftmost(holding, terms);
  if (!best || best.proof.terms.length === 0) return null;
  const facts = { terms, holding, target, solved, complete: signs.complete };
  const identity = identityOf(best, facts);
  return { identity, target, sure: !tied && signs.bestIsSure && (isProven(solved) || isLikely(best, facts)) };
}

interface Facts {
  readonly terms: readonly AmountColumn[];
  readonly holding: readonly Holding[];
  readonly target: NetTarget;
  readonly solved: Solved;
  readonly complete: boolean;
}

/** No column is free: whatever numbers were allowed as coefficients, these are the only ones. */
const isProven = ({ free }: Solved) => free.length === 0;

function identityOf(best: Holding, { terms, holding, target, solved, complete }: Facts): Identity {
  const weak = best.proof.terms.length === 1;
  const others = holding.filter((other) => other !== best);
  return {
    ...best.proof,
    columns: terms.length,
    independentRows: solved.pivots.length,
    unique: complete && others.length === 0,
    proven: isProven(solved) && !weak,
    weak,
    alternatives: others.slice(0, ALTERNATIVES_MAX).map(({ proof }) => proof.terms),
    cost: target.cost + best.solution.cost + (weak ? WEAK_COST : 0),
  };
}

/** So many accidental solutions are one too many. */
const CHANCE_MAX = 0.02;
/** The fewer the rows, the less may headers speak against what they show. */
const COST_PER_ROW = 2;

function isLikely({ solution }: Holding, { terms, solved }: Facts): boolean {
  const rows = solved.pivots.length;
  return (
    expectedByChance(terms, solution.cost, rows) <= CHANCE_MAX && costAgainst(solution, terms) <= COST_PER_ROW * rows
  );
}

interface Holding {
  readonly solution: SignSolution;
  readonly proof: Proof;
}

/**
 * Of the cheapest solutions the one that uses the columns furthest to the left. They are tied only if they differ by
 * more than columns that are equal on every row: between those no file of this kind can choose.
 */
function leftmost(
  holding: readonly Holding[],
  columns: readonly AmountColumn[],
): { readonly best: Holding | undefined; readonly tied: boolean } {
  const [first] = holding;
  const cheapest = holding.filter(({ solution }) => solution.cost === first?.solution.cost);
  const places = ({ solution }: Holding) => solution.signs.map((sign) => (sign === 0 ? '1' : '0')).join('');
  const [best] = [...cheapest].sort((left, right) => (places(left) < places(right) ? -1 : 1));
  const tied = best !== undefined && cheapest.some((other) => !sameSum(best.solution, other.solution, columns));
  return { best, tied };
}

function sameSum(left: SignSolution, right: SignSolution, columns: readonly AmountColumn[]): boolean {
  const differing = columns.map((_, at) => at).filter((at) => left.signs[at] !== right.signs[at]);
  return differing.every((at) => {
    const equals = columns.map((_, other) => other).filter((other) => isEqual(columns[at], columns[other]));
    const total = ({ signs }: SignSolution) => equals.reduce<number>((sum, other) => sum + (signs[other] ?? 0), 0);
    return total(left) === total(right);
  });
}

/** What headers speak against the solution; a column left out for an equal one says nothing. */
function costAgainst({ cost, signs }: SignSolution, columns: readonly AmountColumn[]): number {
  const inside = columns.filter((_, at) => signs[at] !== 0);
  const doubled = columns.filter((column, at) => signs[at] === 0 && inside.some((other) => isEqual(column, other)));
  return doubled.reduce((rest, { costs }) => rest - costs.none, cost);
}

function isEqual(left: AmountColumn | undefined, right: AmountColumn | undefined): boolean {
  return left === right || (left?.amounts.every((amount, row) => amount === right?.amounts[row]) ?? false);
}

function termsOf(terms: readonly AmountColumn[], { signs }: SignSolution): Term[] {
  return terms.flatMap(({ key }, at) => {
    const sign = signs[at] ?? 0;
    return sign === 0 ? [] : [{ key, sign }];
  });
}
