// The plan of a run: everything that posting will write, decided before anything is written. Preview = executed plan.
import type { ReceiptDraft } from '../receipt.ts';
import type { StockMovement } from '../stock.ts';
import type { MatchPass } from './account.ts';
import type { OrderOutcome, UnlinkedLine } from './outcome.ts';

/** A payout line linked to an order, and why (比對). */
export interface Match {
  readonly lineKey: string;
  readonly orderKey: string;
  readonly pass: MatchPass;
  /** The values that agreed, as they stand in both files. */
  readonly evidence: string;
}

/** The state an order's receivable will have once the plan is posted; what the database checks and keeps. */
export interface ReceivableState {
  readonly orderKey: string;
  /** G, 0 while nothing is owed. */
  readonly original: number;
  readonly credited: number;
  /** Σ allocations to the receivable, never above `original`. */
  readonly allocated: number;
}

export interface ReconcilePlan {
  /** Fingerprint of all that posting writes: the same input gives the same text, whatever the order of its rows. */
  readonly hash: string;
  /** New links only. */
  readonly matches: readonly Match[];
  /** New receipts, in the order in which they get their numbers. */
  readonly receipts: readonly ReceiptDraft[];
  /** New stock movements. */
  readonly movements: readonly StockMovement[];
  readonly receivables: readonly ReceivableState[];
  /** One outcome per order of the input, by shop and order number. */
  readonly orders: readonly OrderOutcome[];
  readonly unlinked: readonly UnlinkedLine[];
}
