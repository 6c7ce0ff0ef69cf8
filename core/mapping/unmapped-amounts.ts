// Columns that look like money and that no column of the mapping claims: shown, never dropped.
import { type Amount, ZERO, negate, sum, textOfAmount } from '../money.ts';
import type { RowProblem } from '../problem.ts';
import { type Cell, textOfCell } from '../sheet-table.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

export interface UnmappedAmount {
  readonly header: string;
  /** 0-based position within each row. */
  readonly index: number;
  readonly sum: Amount;
  /** Rows that do not add up and would, if the column belonged to the net. */
  readonly mends: number;
  /** Rows that add up and no longer would. */
  readonly breaks: number;
}

interface Row {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** What the known components leave unexplained; null when nothing can be said. */
  readonly difference: Amount | null;
}

/** A column is an amount when so many of its filled cells are, and one is not zero. */
const MOSTLY = 0.8;

export function findUnmappedAmounts(
  columns: readonly { readonly header: string; readonly index: number }[],
  rows: readonly Row[],
  reader: RowReader,
): UnmappedAmount[] {
  return columns.flatMap((column) => {
    const amounts = rows.map((row) => amountIn(row, column.index, reader));
    const filled = rows.filter(({ cells }) => textOfCell(cells[column.index]) !== '').length;
    const known = amounts.filter((amount) => amount !== null);
    if (known.length < MOSTLY * filled || known.every((amount) => amount === ZERO)) return [];
    return [{ ...column, sum: sum(known), ...effectOf(rows, amounts) }];
  });
}

/** Nine digits before the point: beyond are numbers that name something. */
const LONGEST_WHOLE = 1_000_000_000 * 10_000;

function amountIn(row: Row, index: number, reader: RowReader): Amount | null {
  const amount = reader.peekIn(row, index, readAmount);
  if (amount === null || isUnreadable(amount) || Math.abs(amount) >= LONGEST_WHOLE) return null;
  return /^0\d/.test(textOfCell(row.cells[index])) ? null : amount;
}

/** Whichever sign it would have: the one that mends more. */
function effectOf(rows: readonly Row[], amounts: readonly (Amount | null)[]): Pick<UnmappedAmount, 'mends' | 'breaks'> {
  const counts = { plus: 0, minus: 0, breaks: 0 };
  rows.forEach(({ difference }, at) => {
    const amount = amounts[at] ?? ZERO;
    if (difference === null || amount === ZERO) return;
    if (difference === ZERO) counts.breaks++;
    else if (difference === amount) counts.plus++;
    else if (difference === negate(amount)) counts.minus++;
  });
  return { mends: Math.max(counts.plus, counts.minus), breaks: counts.breaks };
}

/** A warning at the header: the rows themselves were read. */
export function unmappedProblems(columns: readonly UnmappedAmount[], headerRow: number): RowProblem[] {
  return columns.map(({ header, sum: total, mends, breaks }) => ({
    code: 'UNMAPPED_AMOUNT',
    row: headerRow,
    column: header,
    details: {
      column: header,
      sum: textOfAmount(total),
      mends: mends > 0 ? String(mends) : '',
      breaks: breaks > 0 ? String(breaks) : '',
    },
  }));
}
