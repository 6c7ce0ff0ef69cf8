// The other proof a file may carry: each balance is the balance before it plus the money of the row.
import type { AmountColumn, Identity } from './find-identity-terms.ts';
import { findIdentity } from './find-identity.ts';

export interface BalanceIdentity {
  /** Key of the balance column. */
  readonly balance: string;
  readonly order: 'oldest-first' | 'newest-first';
  /** Its rows are the steps between neighbours: one fewer than the file has. */
  readonly identity: Identity;
}

/**
 * Which amounts, with which signs, move the balance from row to row. Both orders of rows are tried; the one that holds
 * on more rows counts. With fewer than three rows a step says nothing.
 */
export function findBalance(
  columns: readonly AmountColumn[],
  balance: Pick<AmountColumn, 'key' | 'amounts'>,
): BalanceIdentity | null {
  if (balance.amounts.length < 3 || balance.amounts.includes(null)) return null;
  const found = (['oldest-first', 'newest-first'] as const).flatMap((order) => {
    const finding = findIdentity(columns.filter(({ key }) => key !== balance.key).map(withSteps(order)), [
      { key: balance.key, amounts: stepsOf(balance.amounts, order), without: [], cost: 0 },
    ]);
    return finding.outcome === 'found' ? [{ balance: balance.key, order, identity: finding.identity }] : [];
  });
  return found.sort((left, right) => right.identity.holdsOn - left.identity.holdsOn)[0] ?? null;
}

type Order = BalanceIdentity['order'];

/** The rows whose step is known: all but the first to happen. */
const withSteps =
  (order: Order) =>
  (column: AmountColumn): AmountColumn => ({
    ...column,
    amounts: order === 'oldest-first' ? column.amounts.slice(1) : column.amounts.slice(0, -1),
  });

function stepsOf(balances: readonly (number | null)[], order: Order): number[] {
  const [from, to] = order === 'oldest-first' ? [-1, 0] : [1, 0];
  const rows = balances.map((_, row) => row).filter((row) => row + from >= 0 && row + from < balances.length);
  return rows.map((row) => (balances[row + to] ?? 0) - (balances[row + from] ?? 0));
}
