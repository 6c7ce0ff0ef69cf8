// What the engine works on: orders and payout lines with what the books already hold of them, and nothing else.
import type { BusinessDate } from '../business-date.ts';
import type { Amount } from '../money.ts';
import type { Order } from '../order.ts';
import type { PayoutLine } from '../payout.ts';
import type { MovementCause } from '../stock.ts';

/** Where a row came from, so that every figure leads back to its cell. */
export interface Source {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** The passes of the linking ladder that may book. Each needs a unique hit. */
export const MATCH_PASSES = ['P1', 'P2'] as const;
/** P1 exact order number · P2 normalised number. Later passes join here. */
export type MatchPass = (typeof MATCH_PASSES)[number];

/** An order with its account as of now. */
export interface OrderAccount {
  readonly key: string;
  readonly shop: string;
  readonly order: Order;
  readonly source: Source;
  /** Σ movements already booked, by item and cause. */
  readonly moved: readonly { readonly sku: string; readonly cause: MovementCause; readonly quantity: number }[];
}

/** What receipts have already done with a payout line. */
export interface Booked {
  readonly receivable: Amount;
  readonly suspense: Amount;
  readonly receiptNumbers: readonly string[];
}

/** The batch a payout line came with. */
export interface BatchFacts {
  readonly id: string;
  /** False when the file's rows do not add up to its own declared total. */
  readonly foots: boolean;
  readonly paymentMode: 'single' | 'instalments';
}

/** A payout line with its match and bookings as of now. */
export interface LineAccount {
  readonly key: string;
  readonly shop: string;
  readonly line: PayoutLine;
  readonly source: Source;
  readonly batch: BatchFacts;
  /** The match made by an earlier run; it is never changed by new data. */
  readonly match: { readonly orderKey: string; readonly pass: MatchPass } | null;
  /** Null until a receipt names the line among its `lineKeys`; then Σ its allocations by target, transfers included. */
  readonly booked: Booked | null;
}

/** Parameters of a run that are the company's to set. */
export interface ReconcilePolicy {
  /**
   * Days from completion (else shipment, payment, order) until the platform should have paid. 14 by default: no
   * platform's calendar is confirmed, so it is a setting, and the sentence names it.
   */
  readonly payoutTermDays: number;
  /** Days after the due day before a smaller payout counts as short and a missing one as overdue. */
  readonly graceDays: number;
}

export const DEFAULT_POLICY: ReconcilePolicy = { payoutTermDays: 14, graceDays: 0 };

/** Everything one run looks at. The order of the arrays does not matter. */
export interface ReconcileInput {
  readonly asOf: BusinessDate;
  readonly policy: ReconcilePolicy;
  readonly orders: readonly OrderAccount[];
  readonly lines: readonly LineAccount[];
}

const SEPARATOR = '\u001f';

/** Key of an order within the company: shop and platform number. */
export function orderKey(shop: string, orderNumber: string): string {
  return `${shop}${SEPARATOR}${orderNumber}`;
}

/** Key of a payout line within the company: shop, order number and row identity. */
export function lineKey(shop: string, line: Pick<PayoutLine, 'orderNumber' | 'identity'>): string {
  return `${shop}${SEPARATOR}${orderNumberAndIdentity(line)}`;
}

/** The part of a line's key within its shop. */
export function orderNumberAndIdentity(line: Pick<PayoutLine, 'orderNumber' | 'identity'>): string {
  return `${line.orderNumber ?? ''}${SEPARATOR}${line.identity}`;
}
