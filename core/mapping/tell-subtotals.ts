// A row without order number that holds the sum of the rows above it: a subtotal somebody put among the data. It is left
// out like any row without order number, but told as what it is, in one sentence.
import { add, ZERO, type Amount } from '../money.ts';
import type { RowProblem } from '../problem.ts';
import type { Entry } from './checked-file.ts';

/** Rows that are the sum of the rows since the last one, or of all rows: how many those are, by the sum's own row. */
export function subtotalsAmong(
  problems: readonly RowProblem[],
  entries: readonly Pick<Entry, 'row' | 'net'>[],
): ReadonlyMap<number, number> {
  const suspects = new Set(problems.flatMap(({ code, row }) => (code === 'ORDER_NUMBER_MISSING' ? [row] : [])));
  return suspects.size === 0 ? new Map() : sumsAmong(entries, suspects);
}

/** The problems, with one in place of all those of such a row. */
export function tellSubtotals(
  problems: readonly RowProblem[],
  sums: ReadonlyMap<number, number>,
): readonly RowProblem[] {
  if (sums.size === 0) return problems;
  const others = problems.filter(({ row }) => !sums.has(row));
  const told = [...sums].map(([row, count]): RowProblem => {
    return { code: 'SUBTOTAL_AMONG_ROWS', row, column: null, details: { count: String(count) } };
  });
  return [...others, ...told];
}

function sumsAmong(
  entries: readonly Pick<Entry, 'row' | 'net'>[],
  suspects: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  let [section, whole]: [Amount, Amount] = [ZERO, ZERO];
  let [sectionRows, wholeRows] = [0, 0];
  for (const { row, net } of entries) {
    const isSection = sectionRows > 0 && net === section;
    const isWhole = wholeRows > 0 && net === whole;
    if (net !== null && suspects.has(row) && (isSection || isWhole)) {
      sums.set(row, isSection ? sectionRows : wholeRows);
      [section, sectionRows] = [ZERO, 0];
      continue;
    }
    [section, whole] = [add(section, net ?? ZERO), add(whole, net ?? ZERO)];
    [sectionRows, wholeRows] = [sectionRows + 1, wholeRows + 1];
  }
  return sums;
}
