// Rows that are real but not of this settlement: kept in sight by reason, with how many they are and what they hold.
import { type Amount, ZERO, add, negate, sum } from '../money.ts';
import type { Cell } from '../sheet-table.ts';
import type { PayoutPlan } from './payout-plan.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

export interface SetAside {
  /** The rule's own words; `ignore` where a vocabulary says that the row moves no money. */
  readonly reason: string;
  readonly rows: number;
  readonly firstRow: number;
  /** Σ of the net column as printed, of several credit less debit; null without one, or where a cell is unreadable. */
  readonly amount: Amount | null;
}

interface NetCells {
  readonly cells: readonly Cell[];
  readonly nets: PayoutPlan['nets'];
  readonly reader: RowReader;
}

export class SetAsideRows {
  private readonly byReason = new Map<string, SetAside>();

  add(reason: string, row: number, net: NetCells | null): void {
    const amount = net && amountIn(row, net);
    const known = this.byReason.get(reason);
    const next = known
      ? {
          ...known,
          rows: known.rows + 1,
          amount: known.amount === null || amount === null ? null : add(known.amount, amount),
        }
      : { reason, rows: 1, firstRow: row, amount };
    this.byReason.set(reason, next);
  }

  get all(): SetAside[] {
    return [...this.byReason.values()];
  }
}

function amountIn(row: number, { cells, nets, reader }: NetCells): Amount | null {
  if (nets.length === 0) return null;
  const amounts = nets.map(({ match }) => {
    const amount = reader.peekIn({ row, cells }, match.index, readAmount) ?? ZERO;
    return !isUnreadable(amount) && nets.length > 1 && match.column.sign === 'negate' ? negate(amount) : amount;
  });
  const known = amounts.filter((amount): amount is Amount => !isUnreadable(amount));
  return known.length === amounts.length ? sum(known) : null;
}
