// Columns that some files of a report print with one sign and some with the other: the rows' own sums decide it.
import { type Amount, ZERO, add, negate, sum } from '../money.ts';
import type { ColumnMatch, RecognisedPayout } from './detect-mapping.ts';
import { flowOfSign } from './flow-of-sign.ts';
import type { PayoutColumn } from './mapping.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import type { SheetRow } from './sheet-row.ts';

type Match = ColumnMatch<PayoutColumn>;

/**
 * The same report with `as-is` or `negate` in place of `proved`: the one with which more rows add up to their net, `as-is`
 * where both do as well. One file is written in one way, so all such columns have the same.
 */
export function decideSigns(
  recognised: RecognisedPayout,
  rows: readonly (SheetRow & { readonly is: string })[],
  reader: RowReader,
): RecognisedPayout {
  const isProved = ({ column }: Match) => column.as === 'component' && column.sign === 'proved';
  if (!recognised.columns.some(isProved)) return recognised;
  const parts = {
    nets: recognised.columns.filter(({ column }) => column.as === 'net'),
    proved: recognised.columns.filter(isProved),
    others: recognised.columns.filter((match) => match.column.as === 'component' && !isProved(match)),
  };
  let [asIs, negated] = [0, 0];
  for (const row of rows) {
    if (row.is !== 'detail') continue;
    const net = sumIn(row, parts.nets, reader);
    const proved = sumIn(row, parts.proved, reader);
    const others = sumIn(row, parts.others, reader);
    if (net === null || proved === null || others === null) continue;
    if (add(others, proved) === net) asIs++;
    if (add(others, negate(proved)) === net) negated++;
  }
  const sign = negated > asIs ? 'negate' : 'as-is';
  const columns = recognised.columns.map((match) =>
    isProved(match) ? { ...match, column: { ...match.column, sign } as PayoutColumn } : match,
  );
  return { ...recognised, columns };
}

/** Σ of the columns as they flow; null where a cell is unreadable. */
function sumIn(row: SheetRow, columns: readonly Match[], reader: RowReader): Amount | null {
  const amounts: Amount[] = [];
  for (const { index, column } of columns) {
    const amount = reader.peekIn(row, index, readAmount) ?? ZERO;
    if (isUnreadable(amount)) return null;
    amounts.push(flowOfSign(amount, 'sign' in column ? column.sign : undefined));
  }
  return sum(amounts);
}
