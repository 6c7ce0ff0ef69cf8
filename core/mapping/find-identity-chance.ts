// How many choices of signs would make the net by mere chance: with few rows and many columns some always do.
import { type SignChoice, costOf } from './find-identity-signs.ts';
import type { AmountColumn } from './find-identity-terms.ts';

const SIGNS: readonly SignChoice[] = [-1, 0, 1];

/**
 * Choices that cost no more than `cost`, times the chance that one of them gives the right figure on each of the
 * `rows` most telling rows. A figure of a row is one of as many as its amounts span, in steps of the file's unit (a cent,
 * a dollar).
 */
export function expectedByChance(columns: readonly AmountColumn[], cost: number, rows: number): number {
  const telling = spansOf(columns)
    .sort((left, right) => right - left)
    .slice(0, rows);
  return telling.reduce((expected, span) => expected / span, countChoices(columns, cost));
}

function countChoices(columns: readonly AmountColumn[], cost: number): number {
  let counts = new Map([[0, 1]]);
  for (const { costs } of columns) {
    const next = new Map<number, number>();
    for (const [spent, count] of counts) {
      for (const sign of SIGNS) {
        const total = spent + costOf(costs, sign);
        if (total <= cost) next.set(total, (next.get(total) ?? 0) + count);
      }
    }
    counts = next;
  }
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

/** Rows enough to judge by. */
const LOOK_AT = 100;

function spansOf(columns: readonly AmountColumn[]): number[] {
  const rows = Math.min(LOOK_AT, columns[0]?.amounts.length ?? 0);
  const sizes = columns.map(({ amounts }) => amounts.slice(0, rows).map((amount) => Math.abs(amount ?? 0)));
  const unit = Math.max(1, sizes.flat().reduce(divisor, 0));
  return Array.from({ length: rows }, (_, row) => {
    const total = sizes.reduce((sum, column) => sum + (column[row] ?? 0), 0);
    return Math.max(1, total / unit);
  });
}

function divisor(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
