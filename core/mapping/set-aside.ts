// Rows that are real but not of this settlement: kept in sight by reason, with how many they are and what they hold.
import { type Amount, ZERO, add, sum } from '../money.ts';
import type { Cell } from '../sheet-table.ts';
import { flowOfSign } from './flow-of-sign.ts';
import type { PayoutPlan } from './payout-plan.ts';
import { isUnreadable, readAmount } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

export interface SetAside {
  /** The rule's own words; `ignore` where a vocabulary says that the row moves no money. */
  readonly reason: string;
  readonly rows: number;
  readonly firstRow: number;
  /**
   * Σ of the net column as printed, of several credit less debit; where the file has none, Σ of its components as they
   * flow. Null where a cell is unreadable, or only a direction column tells which way it flows.
   */
  readonly amount: Amount | null;
}

interface NetCells {
  readonly cells: readonly Cell[];
  readonly plan: Pick<PayoutPlan, 'nets' | 'components'>;
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

function amountIn(row: number, { cells, plan: { nets, components }, reader }: NetCells): Amount | null {
  const signed = nets.length > 0 ? nets : components;
  if (nets.length === 0 && components.some(({ match }) => match.column.sign === 'direction')) return null;
  const amounts = signed.map(({ match: { index, column } }) => {
    const amount = reader.peekIn({ row, cells }, index, readAmount) ?? ZERO;
    return isUnreadable(amount) || nets.length === 1 ? amount : flowOfSign(amount, column.sign);
  });
  const known = amounts.filter((amount): amount is Amount => !isUnreadable(amount));
  return known.length === amounts.length ? sum(known) : null;
}
