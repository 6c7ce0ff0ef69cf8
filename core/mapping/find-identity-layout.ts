// Rows of amounts laid out for elimination: which columns, which rows, and which rows say nothing.
import { RowSpace, type Vector, residue } from './find-identity-field.ts';
import type { AmountColumn, NetTarget } from './find-identity-terms.ts';

export const filledRows = (target: NetTarget) => allRows(target).filter((row) => target.amounts[row] !== null);

/** Rows laid out for elimination: the columns that hold money, then the targets that are none of them. */
export interface Layout {
  readonly columns: readonly AmountColumn[];
  /** Place of each target within a row. */
  readonly places: ReadonlyMap<string, number>;
  readonly space: RowSpace;
}

export function allRows(target: NetTarget | undefined): number[] {
  return (target?.amounts ?? []).map((_, row) => row);
}

export function layoutOf(
  columns: readonly AmountColumn[],
  targets: readonly NetTarget[],
  rows: readonly number[],
): Layout {
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

export const isTermOf = ({ key, without }: NetTarget, column: string) => column !== key && !without.includes(column);

/** Rows are taken only where they tell something new about the columns, the target aside: so few may be wrong ones. */
export function smallestLayout(columns: readonly AmountColumn[], target: NetTarget, order: readonly number[]): Layout {
  const others = columns.filter(({ key }) => isTermOf(target, key));
  const space = new RowSpace();
  const chosen = order.filter((row) => {
    const values = space.rows.length < others.length ? vectorOf(others, row) : null;
    return values !== null && values.some((value) => value !== 0) && space.add(values);
  });
  return layoutOf(columns, [target], chosen);
}

/** The same order at every run: a linear congruential generator in place of chance. */
export function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = seed;
  for (let at = length - 1; at > 0; at--) {
    state = (state * 1_103_515 + 12_345) % 2_147_483_647;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] ?? at, order[at] ?? other];
  }
  return order;
}
