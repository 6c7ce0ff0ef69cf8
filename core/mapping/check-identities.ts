// A payout file proves itself: each row adds up to its net, and the rows add up to the total the file declares.
import { type Amount, subtract, sum } from '../money.ts';
import type { Component } from '../payout.ts';

/** The net identity of one row. It holds when `difference` is zero; there is no tolerance. */
export interface NetCheck {
  /** Σ components. */
  readonly sum: Amount;
  /** net − Σ components: what the row's known columns do not explain. */
  readonly difference: Amount;
}

export function checkNet(components: readonly Component[], net: Amount): NetCheck {
  const total = sum(components.map((part) => part.amount));
  return { sum: total, difference: subtract(net, total) };
}

/**
 * Whether the file is what it says of itself. `foots`: every figure it declares is exactly what its rows give.
 * `differs`: every net was readable and some figure is another. `incomplete`: some net could not be read, so nothing can
 * be said. `undeclared`: the file declares no figure that its rows must add up to.
 */
export type Proof = 'foots' | 'differs' | 'incomplete' | 'undeclared';

export function proveFile(
  checks: readonly { readonly holds: boolean | null; readonly provesRows: boolean }[],
  unreadableNets: number,
): Proof {
  if (unreadableNets > 0) return 'incomplete';
  if (checks.some(({ holds }) => holds === false)) return 'differs';
  return checks.some(({ holds, provesRows }) => holds && provesRows) ? 'foots' : 'undeclared';
}
