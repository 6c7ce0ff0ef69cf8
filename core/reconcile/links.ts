// What the linking ladder found in a run.
import type { LineAccount } from './account.ts';
import type { UnlinkedBecause } from './outcome.ts';
import type { Match, Proposal } from './plan.ts';
import type { LinkedLine } from './settle-orders.ts';

export interface Links {
  readonly matches: readonly Match[];
  readonly proposals: readonly Proposal[];
  /** By order key, each order's lines in the order of `lines`. */
  readonly linked: ReadonlyMap<string, readonly LinkedLine[]>;
  readonly unlinked: readonly { readonly account: LineAccount; readonly because: UnlinkedBecause }[];
}
