// Rows that are real but not of this settlement: kept in sight by reason, with how many they are and what they hold.
import { type Amount, ZERO, add } from '../money.ts';
import type { Cell } from '../sheet-table.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

export interface SetAside {
  /** The rule's own words; `ignore` where a vocabulary says that the row moves no money. */
  readonly reason: string;
  readonly rows: number;
  readonly firstRow: number;
  /** Σ of the net column as printed; null where the report has none, or a cell is unreadable. */
  readonly amount: Amount | null;
}

interface NetCell {
  readonly cells: readonly Cell[];
  readonly index: number;
  readonly reader: RowReader;
}

export class SetAsideRows {
  private readonly byReason = new Map<string, SetAside>();

  add(reason: string, row: number, net: NetCell | null): void {
    const amount = net && amountIn(net);
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

function amountIn({ cells, index, reader }: NetCell): Amount | null {
  const amount = reader.peekIn(cells, index, readAmount);
  return isUnreadable(amount) ? null : (amount ?? ZERO);
}
