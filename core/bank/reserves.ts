// Reserves (保留款): what a platform holds back of a shop's money and has not released, in each currency.
import { type Amount, type Currency, negate, sum } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import { groupBy } from './group-by.ts';

/** A payout line's component or a wallet line's part, with whose it is. */
export interface ReserveEntry {
  readonly shop: string;
  readonly currency: Currency;
  readonly type: ComponentType;
  /** As the money flows: held negative, released positive. */
  readonly amount: Amount;
}

export interface Reserve {
  readonly shop: string;
  readonly currency: Currency;
  /** Σ held, positive. */
  readonly held: Amount;
  /** Σ released, positive. */
  readonly released: Amount;
  /** held − released: what the platform still owes. Below zero, more was released than the files show as held. */
  readonly open: Amount;
  /** RESERVE_HELD: open ≠ 0. */
  readonly state: 'RESERVE_HELD' | 'SETTLED';
}

/** One for each shop and currency that ever had a reserve, by shop and currency. Other entries do not count. */
export function reservesOf(entries: Iterable<ReserveEntry>): Reserve[] {
  const reserves = [...entries].filter(({ type }) => type === 'RESERVE_HELD' || type === 'RESERVE_RELEASED');
  return [...groupBy(reserves, ({ shop, currency }) => `${shop}\u001f${currency}`)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]) => reserveOf(group));
}

function reserveOf(entries: readonly ReserveEntry[]): Reserve {
  const total = (type: ComponentType) =>
    sum(entries.filter((entry) => entry.type === type).map(({ amount }) => amount));
  const [first] = entries;
  const moved = sum(entries.map(({ amount }) => amount));
  return {
    shop: first?.shop ?? '',
    currency: first?.currency ?? '',
    held: negate(total('RESERVE_HELD')),
    released: total('RESERVE_RELEASED'),
    open: negate(moved),
    state: moved === 0 ? 'SETTLED' : 'RESERVE_HELD',
  };
}
