// The plan of a run: everything that posting will write, decided before anything is written. Preview = executed plan.
import type { ReceiptDraft } from '../receipt.ts';
import type { SalesDocumentDraft } from '../sales-document.ts';
import type { StockMovement } from '../stock.ts';
import type { VoucherDraft } from '../voucher.ts';
import type { MatchPass, ProposalPass } from './link-passes.ts';
import type { Flow } from './flow.ts';
import type { OrderOutcome, UnlinkedLine } from './outcome.ts';
import type { ReviewReason } from './review-reasons.ts';

/** A payout line linked to an order, and why (比對). */
export interface Match {
  readonly lineKey: string;
  readonly orderKey: string;
  readonly pass: MatchPass;
  /** The values that agreed, as they stand in both files. */
  readonly evidence: string;
  /** Null: the whole line. Else this order's share of a line that pays several; the shares add up to the line. */
  readonly share: Flow | null;
}

/** A link that only a person may make: what speaks for it, never booked (建議). */
export interface Proposal {
  readonly lineKey: string;
  /** One solution: the orders that would be paid together. */
  readonly orderKeys: readonly string[];
  readonly pass: ProposalPass;
  readonly evidence: string;
}

export interface OnReview {
  readonly lineKey: string;
  readonly reason: ReviewReason;
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
  readonly proposals: readonly Proposal[];
  readonly onReview: readonly OnReview[];
  /** New sales documents, in the order in which they get their numbers. */
  readonly sales: readonly SalesDocumentDraft[];
  /** New receipts, in the order in which they get their numbers. */
  readonly receipts: readonly ReceiptDraft[];
  /** New vouchers for the two above. `documents` says which: places in `sales` and in `receipts`. */
  readonly vouchers: readonly PlannedVoucher[];
  /** New stock movements. */
  readonly movements: readonly StockMovement[];
  readonly receivables: readonly ReceivableState[];
  /** One outcome per order of the input, by shop and order number. */
  readonly orders: readonly OrderOutcome[];
  readonly unlinked: readonly UnlinkedLine[];
}

/** A voucher with the documents it was made from. */
export interface PlannedVoucher {
  readonly voucher: VoucherDraft;
  readonly documents: { readonly sales: readonly number[]; readonly receipts: readonly number[] };
}
