// Linear algebra over a prime field: every whole-number relation between columns is one here too, and nothing rounds.
// What is found here is verified with exact sums on every row before it is believed.

/** The largest prime below 2^26: the product of two residues stays below 2^52. */
const PRIME = 67_108_859;

/** One row as residues, one entry for each column. */
export type Vector = Float64Array;

/** a × b modulo the prime. The quotient by floating point is off by one at most, which the last lines mend. */
function multiply(a: number, b: number): number {
  const product = a * b;
  const rest = product - Math.floor(product / PRIME) * PRIME;
  if (rest < 0) return rest + PRIME;
  return rest >= PRIME ? rest - PRIME : rest;
}

export function residue(value: number): number {
  const rest = value % PRIME;
  return rest < 0 ? rest + PRIME : rest;
}

/** Fermat: a^(p−2) is the inverse of a. */
function inverse(value: number): number {
  let result = 1;
  let power = value;
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = multiply(result, power);
    power = multiply(power, power);
  }
  return result;
}

/** target −= factor × row */
function subtractRow(target: Vector, row: Vector, factor: number): void {
  for (let at = 0; at < target.length; at++) {
    const value = (target[at] ?? 0) - multiply(factor, row[at] ?? 0);
    target[at] = value < 0 ? value + PRIME : value;
  }
}

function scaleRow(row: Vector, factor: number): void {
  for (let at = 0; at < row.length; at++) row[at] = multiply(row[at] ?? 0, factor);
}

/** Rows that span the same space as all rows added so far, at most one for each column. */
export class RowSpace {
  /** Each row is 1 in its pivot column. */
  readonly rows: { readonly pivot: number; readonly row: Vector }[] = [];

  /** Whether the row tells something new. */
  add(values: Vector): boolean {
    const row = Float64Array.from(values);
    for (const known of this.rows) {
      const factor = row[known.pivot] ?? 0;
      if (factor !== 0) subtractRow(row, known.row, factor);
    }
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) return false;
    scaleRow(row, inverse(row[pivot] ?? 1));
    this.rows.push({ pivot, row });
    return true;
  }
}

/** Σ coefficient × column = right, solved: each pivot column is its constant less its shares of the free columns. */
export interface Solved {
  readonly free: readonly number[];
  readonly pivots: readonly {
    readonly column: number;
    readonly constant: number;
    readonly shares: readonly number[];
  }[];
}

/**
 * Solves for the coefficients of `unknown` columns so that they sum to the `target` column on every row.
 * @returns null when no coefficients whatever do
 */
export function solveFor(rows: readonly Vector[], unknown: readonly number[], target: number): Solved | null {
  const width = unknown.length;
  const work = rows.map((row) => Float64Array.from([...unknown, target], (column) => row[column] ?? 0));
  const pivots = eliminate(work, width);
  const consistent = work.slice(pivots.length).every((row) => (row[width] ?? 0) === 0);
  if (!consistent) return null;
  const free = unknown.map((_, at) => at).filter((at) => !pivots.includes(at));
  return {
    free,
    pivots: pivots.map((column, at) => {
      const row = work[at] ?? new Float64Array(width + 1);
      return { column, constant: row[width] ?? 0, shares: free.map((other) => row[other] ?? 0) };
    }),
  };
}

/** Reduced row echelon form of the first `width` columns, in place; returns their pivot columns, in row order. */
function eliminate(work: Vector[], width: number): number[] {
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
    const at = work.findIndex((row, index) => index >= pivots.length && row[column] !== 0);
    const row = work[at];
    if (!row) continue;
    work[at] = work[pivots.length] ?? row;
    work[pivots.length] = row;
    scaleRow(row, inverse(row[column] ?? 1));
    for (const other of work) if (other !== row && other[column]) subtractRow(other, row, other[column] ?? 0);
    pivots.push(column);
  }
  return pivots;
}

/** The residue as a sign where it is one. */
export function signOf(value: number): -1 | 0 | 1 | null {
  if (value === 0) return 0;
  if (value === 1) return 1;
  return value === PRIME - 1 ? -1 : null;
}

/** value − share × sign */
export function lessShare(value: number, share: number, sign: -1 | 0 | 1): number {
  if (sign === 0 || share === 0) return value;
  const result = sign === 1 ? value - share : value + share;
  if (result < 0) return result + PRIME;
  return result >= PRIME ? result - PRIME : result;
}
