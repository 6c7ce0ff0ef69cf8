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
 * Whether the rows add up to the declared total. `foots`: exactly. `differs`: every net was readable and the sum is
 * another. `incomplete`: some net could not be read, so nothing can be said. `undeclared`: the file names no total.
 */
export type Proof = 'foots' | 'differs' | 'incomplete' | 'undeclared';

export function proveTotal(net: Amount, declared: Amount | null, unreadableNets: number): Proof {
  if (unreadableNets > 0) return 'incomplete';
  if (declared === null) return 'undeclared';
  return net === declared ? 'foots' : 'differs';
}
