// Of all solutions of a sum, those whose coefficients are −1, 0 or +1, the likeliest first.
import { type Solved, lessShare, signOf } from './find-identity-field.ts';

export type SignChoice = -1 | 0 | 1;

/** What each coefficient of a column would cost: 0 is what its header and values lead one to expect. */
export interface SignCosts {
  readonly minus: number;
  readonly none: number;
  readonly plus: number;
}

export interface SignSolution {
  /** One for each unknown column. */
  readonly signs: readonly SignChoice[];
  readonly cost: number;
}

export interface SignSearch {
  /** Cheapest first. */
  readonly solutions: readonly SignSolution[];
  /** Whether every choice of signs was considered: then there are no solutions but these. */
  readonly complete: boolean;
  /** Whether every choice that costs no more than the best was considered. */
  readonly bestIsSure: boolean;
}

/** Enough for three to the tenth choices several times over; beyond, only the cheap ones are tried. */
const NODES_WIDE = 300_000;
const NODES_NARROW = 20_000;
const COMPLETE_FREE_MAX = 10;
/** Dearer sums are no more likely than chance. */
const COST_MAX = 16;
/** More solutions than this say nothing anyway. */
const SOLUTIONS_MAX = 64;

const SIGNS: readonly SignChoice[] = [1, -1, 0];
export const costOf = (costs: SignCosts, sign: SignChoice) =>
  sign === 0 ? costs.none : sign === 1 ? costs.plus : costs.minus;

/**
 * Where there are few free columns every choice is tried. Where there are many, choices are tried in the order of what
 * they cost, until some hold: then all that cost as little have been tried, and none that cost less holds.
 * @param wide worth a long search
 */
export function findSigns(solved: Solved, costs: readonly SignCosts[], wide: boolean): SignSearch {
  const nodes = wide ? NODES_WIDE : NODES_NARROW;
  if (solved.free.length <= COMPLETE_FREE_MAX) {
    const walk = new Walk(solved, costs, { nodes, cost: Infinity });
    walk.from(0, 0);
    return { solutions: byCost(walk.found), complete: !walk.limited && !walk.full, bestIsSure: !walk.limited };
  }
  for (let cost = 0; cost <= COST_MAX; cost++) {
    const walk = new Walk(solved, costs, { nodes, cost });
    walk.from(0, 0);
    if (walk.found.length > 0) return { solutions: byCost(walk.found), complete: false, bestIsSure: !walk.limited };
    if (walk.limited) break;
  }
  return { solutions: [], complete: false, bestIsSure: false };
}

const byCost = (solutions: readonly SignSolution[]) => [...solutions].sort((left, right) => left.cost - right.cost);

/** Depth first over the free columns; a pivot column is decided as soon as its last free column is. */
class Walk {
  readonly found: SignSolution[] = [];
  limited = false;
  full = false;
  private nodes = 0;
  private readonly order: readonly number[];
  /** Per depth: the pivots whose free columns are all decided there. */
  private readonly due: readonly (readonly number[])[];
  private readonly values: Float64Array;
  private readonly signs: SignChoice[];
  private bound: number;
  private readonly solved: Solved;
  private readonly costs: readonly SignCosts[];

  private readonly nodesMax: number;

  constructor(solved: Solved, costs: readonly SignCosts[], limits: { readonly nodes: number; readonly cost: number }) {
    this.nodesMax = limits.nodes;
    this.bound = limits.cost;
    this.solved = solved;
    this.costs = costs;
    this.order = orderOfFree(solved);
    this.due = dueAt(solved, this.order);
    this.values = Float64Array.from(solved.pivots, ({ constant }) => constant);
    this.signs = new Array<SignChoice>(costs.length).fill(0);
  }

  from(depth: number, cost: number): void {
    this.limited ||= this.nodes++ > this.nodesMax;
    if (this.limited || cost > this.bound) return;
    const decided = this.decide(depth, cost);
    if (decided === null || decided > this.bound) return;
    if (depth === this.order.length) this.keep(decided);
    else this.branch(depth, decided);
  }

  private branch(depth: number, cost: number): void {
    const at = this.order[depth] ?? 0;
    const column = this.solved.free[at] ?? 0;
    const costs = this.costs[column];
    if (!costs) return;
    const choices = [...SIGNS].sort((left, right) => costOf(costs, left) - costOf(costs, right));
    for (const sign of choices) {
      this.shift(at, sign);
      this.signs[column] = sign;
      this.from(depth + 1, cost + costOf(costs, sign));
      this.shift(at, sign === 0 ? 0 : sign === 1 ? -1 : 1);
    }
    this.signs[column] = 0;
  }

  private shift(at: number, sign: SignChoice): void {
    if (sign === 0) return;
    this.solved.pivots.forEach(({ shares }, pivot) => {
      this.values[pivot] = lessShare(this.values[pivot] ?? 0, shares[at] ?? 0, sign);
    });
  }

  /** The cost with the pivots due at this depth; null when one of them is no sign. */
  private decide(depth: number, cost: number): number | null {
    let total = cost;
    for (const pivot of this.due[depth] ?? []) {
      const sign = signOf(this.values[pivot] ?? 0);
      const column = this.solved.pivots[pivot]?.column ?? 0;
      const costs = this.costs[column];
      if (sign === null || !costs) return null;
      this.signs[column] = sign;
      total += costOf(costs, sign);
    }
    return total;
  }

  /** Of very many solutions the dear ones are dropped. */
  private keep(cost: number): void {
    this.found.push({ signs: [...this.signs], cost });
    if (this.found.length < SOLUTIONS_MAX) return;
    this.full = true;
    this.found.sort((left, right) => left.cost - right.cost).splice(SOLUTIONS_MAX / 2);
    this.bound = Math.min(this.bound, this.found.at(-1)?.cost ?? Infinity);
  }
}

/** Free columns that decide a pivot soonest go first: the sparsest pivots lead. */
function orderOfFree({ free, pivots }: Solved): number[] {
  const order: number[] = [];
  const sparse = pivots.map(({ shares }) => free.map((_, at) => at).filter((at) => shares[at] !== 0));
  for (const needed of sparse.sort((left, right) => left.length - right.length)) {
    for (const at of needed) if (!order.includes(at)) order.push(at);
  }
  return [...order, ...free.map((_, at) => at).filter((at) => !order.includes(at))];
}

function dueAt({ pivots }: Solved, order: readonly number[]): number[][] {
  const due: number[][] = Array.from({ length: order.length + 1 }, () => []);
  pivots.forEach(({ shares }, pivot) => {
    const last = Math.max(-1, ...order.map((at, depth) => (shares[at] !== 0 ? depth : -1)));
    due[last + 1]?.push(pivot);
  });
  return due;
}
