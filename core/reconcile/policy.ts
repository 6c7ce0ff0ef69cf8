// What a company sets for its runs: when money is due, what may be given up, and what needs a second look.
import { type Amount, type Rate, ZERO } from '../money.ts';
import type { MatchPass } from './link-passes.ts';

/**
 * Small rests that may be written off (尾差), always by a visible line; 0 switches it off. In base currency; while none is
 * kept, in each currency by itself.
 */
export interface Tolerance {
  /** Per order, short or over alike. */
  readonly perOrder: Amount;
  /** Per order as a share of the receivable; null sets no such limit. */
  readonly share: Rate | null;
  readonly perRun: Amount;
  readonly perMonth: Amount;
}

/** What may be posted without review (免審); everything else waits on the work list. */
interface AutoPost {
  readonly passes: readonly MatchPass[];
  /** Rows of a file that differs from its own declared total wait. */
  readonly onlyFooting: boolean;
  /** A line whose net is larger, either way, waits; null sets no limit. */
  readonly netMax: Amount | null;
}

/** Parameters of a run that are the company's to set. */
export interface ReconcilePolicy {
  /**
   * Days from completion (else shipment, payment, order) until the platform should have paid, where no payout calendar
   * is set. 14 by default: no platform's calendar is confirmed, so it is a setting, and the sentence names it.
   */
  readonly payoutTermDays: number;
  /**
   * Days after the due day before a smaller payout counts as short and a missing one as overdue; after a credit note,
   * before a refund that the platform has not taken back is asked about.
   */
  readonly graceDays: number;
  readonly tolerance: Tolerance;
  /** What a person may write off or accept as a fee on an order, by name; whoever is not named has `tolerance.perOrder`. */
  readonly authority?: Readonly<Record<string, Amount>> | undefined;
  /** A fee may differ this much from its contract before it counts. */
  readonly feeTolerance: Amount;
  /** Freight the seller may bear on an order before it counts; null asks nobody. */
  readonly freightMax: Amount | null;
  readonly autoPost: AutoPost;
}

export const DEFAULT_POLICY: ReconcilePolicy = {
  payoutTermDays: 14,
  graceDays: 0,
  tolerance: { perOrder: ZERO, share: null, perRun: ZERO, perMonth: ZERO },
  feeTolerance: ZERO,
  freightMax: null,
  autoPost: { passes: ['P1', 'P2', 'P3', 'P5'], onlyFooting: true, netMax: null },
};
