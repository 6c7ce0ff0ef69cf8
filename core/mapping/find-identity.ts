// The sum that a file keeps on every row, found by arithmetic: which amount columns, each with + or −, make its net.
import { type SignCosts, type SignSolution, findSigns } from './find-identity-signs.ts';
import { type Vector, RowSpace, residue, solveFor } from './find-identity-field.ts';
import { expectedByChance } from './find-identity-chance.ts';

/** A column of amounts, or one made from others (an amount signed by its direction word). */
export interface AmountColumn {
  readonly key: string;
  /** Ten-thousandths, one for each row: 0 where the cell is empty, null where it is no amount. */
  readonly amounts: readonly (number | null)[];
  /** What header and values lead one to expect of its sign in a sum. */
  readonly costs: SignCosts;
}

/** What might be the net. */
export interface NetTarget {
  readonly key: string;
  readonly amounts: readonly (number | null)[];
  /** Columns that cannot be its terms: itself, and those made from the same cells. */
  readonly without: readonly string[];
  /** 0: its header says net. Higher: less likely. */
  readonly cost: number;
}

export interface Term {
  readonly key: string;
  readonly sign: 1 | -1;
}

export interface Identity {
  readonly net: string;
  /** Their signed sum is the net. */
  readonly terms: readonly Term[];
  /** Rows in which the net can be read. */
  readonly rows: number;
  readonly holdsOn: number;
  /** Positions of rows that have a net and no component at all (withdrawals and the like). */
  readonly bare: readonly number[];
  /** Positions of rows on which it fails. */
  readonly failing: readonly number[];
  /** Columns with money that could have been terms. */
  readonly columns: number;
  /** Rows that say something the others do not. */
  readonly independentRows: number;
  /** No other choice of signs holds on these rows; false where not every choice could be tried. */
  readonly unique: boolean;
  /** The rows alone decide every coefficient, whatever numbers were allowed. If not, headers may have decided. */
  readonly proven: boolean;
  /** The net is one column and nothing else. */
  readonly weak: boolean;
  /** Other sums that hold as well, likeliest first. */
  readonly alternatives: readonly (readonly Term[])[];
  /** Unlikeliness of terms and net by their headers; lower is better. */
  readonly cost: number;
}

/** `open`: several sums hold and nothing tells them apart, or too few rows to tell a sum from chance. */
export type IdentityFinding =
  | { readonly outcome: 'found'; readonly identity: Identity }
  | { readonly outcome: 'open'; readonly candidates: readonly Identity[] }
  | { readonly outcome: 'none' };

/** A net that is one column alone says little: any sum of two or more is preferred. */
const WEAK_COST = 8;
/** So many accidental solutions are one too many. */
const CHANCE_MAX = 0.02;
const ALTERNATIVES_MAX = 5;
/** Searching wide is for the likeliest nets. */
const WIDE = 3;
/** The fewer the rows, the less may headers speak against what they show. */
const COST_PER_ROW = 2;
const FAILING_SHARE = 0.05;
const ROWS_TO_FORGIVE = 8;

export function findIdentity(columns: readonly AmountColumn[], targets: readonly NetTarget[]): IdentityFinding {
  const likeliest = [...targets].sort((left, right) => left.cost - right.cost);
  const exact = search(columns, likeliest, layoutOf(columns, targets, allRows(targets[0])));
  if (exact.some(({ sure }) => sure)) return choose(exact);
  const forgiving = likeliest.slice(0, WIDE).flatMap((target) => searchForgiving(columns, target));
  return choose([...exact, ...forgiving]);
}

interface Candidate {
  readonly identity: Identity;
  readonly target: NetTarget;
  /** Neither a tie nor likely by chance. */
  readonly sure: boolean;
}

/** A column that is much less like a net is not claimed where a likelier one has a sum too, even an unsure one. */
const NET_MARGIN = 4;
/** A header that says fee or goods is never claimed as the net. */
const NET_COST_MAX = 7;
/** A net filled on so few rows is not the file's, where another is filled on more. */
const ROWS_MIN = 0.5;

function choose(candidates: readonly Candidate[]): IdentityFinding {
  const likeliest = Math.min(...candidates.filter(({ identity }) => !identity.weak).map(({ target }) => target.cost));
  const most = Math.max(...candidates.map(({ identity }) => identity.holdsOn));
  const sure = candidates
    .filter((candidate) => candidate.sure && candidate.target.cost <= Math.min(NET_COST_MAX, likeliest + NET_MARGIN))
    .map(({ identity }) => identity)
    .filter(({ holdsOn }) => holdsOn >= ROWS_MIN * most);
  const [best] = sure.sort((left, right) => left.cost - right.cost);
  if (best) return { outcome: 'found', identity: best };
  const open = candidates.map(({ identity }) => identity).sort((left, right) => left.cost - right.cost);
  return open.length === 0 ? { outcome: 'none' } : { outcome: 'open', candidates: open.slice(0, ALTERNATIVES_MAX) };
}

const filledRows = (target: NetTarget) => allRows(target).filter((row) => target.amounts[row] !== null);

/** Rows laid out for elimination: the columns that hold money, then the targets that are none of them. */
interface Layout {
  readonly columns: readonly AmountColumn[];
  /** Place of each target within a row. */
  readonly places: ReadonlyMap<string, number>;
  readonly space: RowSpace;
}

function allRows(target: NetTarget | undefined): number[] {
  return (target?.amounts ?? []).map((_, row) => row);
}

function layoutOf(columns: readonly AmountColumn[], targets: readonly NetTarget[], rows: readonly number[]): Layout {
  const withMoney = columns.filter(({ amounts }) => amounts.some((amount) => amount !== 0 && amount !== null));
  const others = targets.filter(({ key }) => !withMoney.some((column) => column.key === key));
  const laidOut = [...withMoney, ...others];
  const isBare = bareTest(withMoney, targets);
  const space = new RowSpace();
  for (const row of rows) {
    const values = vectorOf(laidOut, row);
    if (values !== null && !isBare(values)) space.add(values);
  }
  return { columns: withMoney, places: new Map(laidOut.map(({ key }, at) => [key, at])), space };
}

function vectorOf(columns: readonly { readonly amounts: readonly (number | null)[] }[], row: number): Vector | null {
  const values = new Float64Array(columns.length);
  for (const [at, { amounts }] of columns.entries()) {
    const amount = amounts[row] ?? null;
    if (amount === null) return null;
    values[at] = residue(amount);
  }
  return values;
}

/**
 * A row without a component tells nothing about how components make up the net. For many nets at once: a row with one
 * figure, whichever it is.
 */
function bareTest(columns: readonly AmountColumn[], targets: readonly NetTarget[]): (values: Vector) => boolean {
  const [only, another] = targets;
  const places = columns.map((_, at) => at);
  const filled = (values: Vector, among: readonly number[]) => among.filter((at) => values[at] !== 0).length;
  if (only === undefined || another !== undefined) return (values) => filled(values, places) < 2;
  const terms = places.filter((at) => isTermOf(only, columns[at]?.key ?? ''));
  return (values) => filled(values, terms) === 0;
}

const isTermOf = ({ key, without }: NetTarget, column: string) => column !== key && !without.includes(column);

function search(columns: readonly AmountColumn[], targets: readonly NetTarget[], layout: Layout): Candidate[] {
  const found: Candidate[] = [];
  let best = Infinity;
  for (const [at, target] of targets.entries()) {
    if (target.cost >= best) break;
    const own = target.amounts.includes(null) ? layoutOf(columns, [target], filledRows(target)) : layout;
    const candidate = solveTarget(columns, target, own, at < WIDE);
    if (candidate === null) continue;
    found.push(candidate);
    if (candidate.sure) best = Math.min(best, candidate.identity.cost);
  }
  return found;
}

function solveTarget(
  columns: readonly AmountColumn[],
  target: NetTarget,
  layout: Layout,
  wide: boolean,
): Candidate | null {
  const terms = layout.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => isTermOf(target, column.key));
  const rows = layout.space.rows.map(({ row }) => row);
  const solved = solveFor(
    rows,
    terms.map(({ at }) => at),
    layout.places.get(target.key) ?? 0,
  );
  if (solved === null || terms.length === 0) return null;
  const costs = terms.map(({ column }) => column.costs);
  const signs = findSigns(solved, costs, wide);
  const holding = signs.solutions.flatMap((solution) => {
    const proof = prove(termsOf(terms, solution), columns, target);
    return isGood(proof) ? [{ solution, proof }] : [];
  });
  const columnsOfTerms = terms.map(({ column }) => column);
  const { best, tied } = leftmost(holding, columnsOfTerms);
  if (!best || best.proof.terms.length === 0) return null;
  const { proof, solution } = best;
  const proven = solved.free.length === 0;
  const weak = proof.terms.length === 1;
  const identity: Identity = {
    ...proof,
    columns: terms.length,
    independentRows: solved.pivots.length,
    unique: signs.complete && holding.length === 1,
    proven: proven && !weak,
    weak,
    alternatives: holding
      .filter((other) => other !== best)
      .slice(0, ALTERNATIVES_MAX)
      .map((other) => other.proof.terms),
    cost: target.cost + solution.cost + (weak ? WEAK_COST : 0),
  };
  const byChance = proven ? 0 : expectedByChance(columnsOfTerms, solution.cost, solved.pivots.length);
  return {
    identity,
    target,
    sure:
      !tied &&
      signs.bestIsSure &&
      byChance <= CHANCE_MAX &&
      (proven || costAgainst(solution, columnsOfTerms) <= COST_PER_ROW * solved.pivots.length),
  };
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

function termsOf(terms: readonly { readonly column: AmountColumn }[], { signs }: SignSolution): Term[] {
  return terms.flatMap(({ column }, at) => {
    const sign = signs[at] ?? 0;
    return sign === 0 ? [] : [{ key: column.key, sign }];
  });
}

type Proof = Pick<Identity, 'net' | 'terms' | 'rows' | 'holdsOn' | 'bare' | 'failing'>;

/** Exact sums on every row: amounts are safe integers, and forty of them still are. */
export function prove(terms: readonly Term[], columns: readonly AmountColumn[], target: NetTarget): Proof {
  const parts = terms.map(({ key, sign }) => ({
    sign,
    amounts: columns.find((one) => one.key === key)?.amounts ?? [],
  }));
  const bare: number[] = [];
  const failing: number[] = [];
  let rows = 0;
  target.amounts.forEach((net, row) => {
    if (net === null) return;
    rows++;
    const amounts = parts.map((part) => (part.amounts[row] ?? null) as number | null);
    const unread = amounts.includes(null);
    const total = amounts.reduce<number>((sum, amount, at) => sum + (amount ?? 0) * (parts[at]?.sign ?? 0), 0);
    if (!unread && total === net) return;
    if (!unread && amounts.every((amount) => amount === 0)) bare.push(row);
    else failing.push(row);
  });
  return { net: target.key, terms, rows, holdsOn: rows - bare.length - failing.length, bare, failing };
}

function isGood({ rows, holdsOn, failing }: Proof): boolean {
  const allowed = rows < ROWS_TO_FORGIVE ? 0 : Math.max(1, Math.floor(rows * FAILING_SHARE));
  return holdsOn > 0 && failing.length <= allowed && holdsOn >= rows / 4;
}

/** Tries small sets of rows, so that one of them may be free of the rows that break the sum. */
const ATTEMPTS = 12;

function searchForgiving(columns: readonly AmountColumn[], target: NetTarget): Candidate[] {
  const rows = target.amounts.length;
  if (rows < ROWS_TO_FORGIVE) return [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const chosen = shuffled(rows, attempt + 1);
    const layout = smallestLayout(columns, target, chosen);
    const candidate = solveTarget(columns, target, layout, true);
    if (candidate?.sure) return [candidate];
  }
  return [];
}

/** Rows are taken only where they tell something new about the columns, the target aside: so few may be wrong ones. */
function smallestLayout(columns: readonly AmountColumn[], target: NetTarget, order: readonly number[]): Layout {
  const others = columns.filter(({ key }) => isTermOf(target, key));
  const space = new RowSpace();
  const chosen = order.filter((row) => {
    const values = space.rows.length < others.length ? vectorOf(others, row) : null;
    return values !== null && values.some((value) => value !== 0) && space.add(values);
  });
  return layoutOf(columns, [target], chosen);
}

/** The same order at every run: a linear congruential generator in place of chance. */
function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = seed;
  for (let at = length - 1; at > 0; at--) {
    state = (state * 1_103_515 + 12_345) % 2_147_483_647;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? at, order[at] ?? other];
  }
  return order;
}
