// A sum held against every row, exactly: where it holds, where it does not, and where there is nothing to hold.
import type { AmountColumn, Identity, NetTarget, Term } from './find-identity-terms.ts';

const FAILING_SHARE = 0.05;
/** With fewer rows every one has to agree. */
export const ROWS_TO_FORGIVE = 8;

export type Proof = Pick<Identity, 'net' | 'terms' | 'rows' | 'holdsOn' | 'bare' | 'failing'>;

/** Exact sums on every row: amounts are safe integers, and forty of them still are. */
export function prove(terms: readonly Term[], columns: readonly AmountColumn[], target: NetTarget): Proof {
  const parts = terms.map(({ key, sign }) => ({
    sign,
    amounts: columns.find((one) => one.key === key)?.amounts ?? [],
  }));
  const bare: number[] = [];
  const failing: number[] = [];
  let rows = 0;
  target.amounts.forEach((net, row) => {
    if (net === null) return;
    rows++;
    const amounts = parts.map((part) => part.amounts[row] ?? null);
    const unread = amounts.includes(null);
    const total = amounts.reduce<number>((sum, amount, at) => sum + (amount ?? 0) * (parts[at]?.sign ?? 0), 0);
    if (!unread && total === net) return;
    if (!unread && amounts.every((amount) => amount === 0)) bare.push(row);
    else failing.push(row);
  });
  return { net: target.key, terms, rows, holdsOn: rows - bare.length - failing.length, bare, failing };
}

export function isGood({ rows, holdsOn, failing }: Proof): boolean {
  const allowed = rows < ROWS_TO_FORGIVE ? 0 : Math.max(1, Math.floor(rows * FAILING_SHARE));
  return holdsOn > 0 && failing.length <= allowed && holdsOn >= rows / 4;
}
