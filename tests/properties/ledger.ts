// What a history left behind: every run with what it said and what it posted, told in the same words by the engine with
// books in memory and by a server on a database. The invariants read this and nothing else.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { OrderOutcome, UnlinkedLine } from '../../core/reconcile/outcome.ts';
import type { OnReview, ReceivableState } from '../../core/reconcile/plan.ts';
import type { SalesDocument } from '../../core/sales-document.ts';
import type { StockMovement } from '../../core/stock.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import type { PayoutFile } from './arbitrary-history.ts';
import type { SetUp } from './arbitrary-set-up.ts';

export interface HeldLine {
  readonly key: string;
  readonly line: PayoutLine;
  /** The first file that brought it. */
  readonly file: PayoutFile;
}

export interface PostedVoucher {
  readonly voucher: VoucherDraft;
  /** Numbers of the documents it was made from. */
  readonly documents: readonly string[];
}

/** One run: what the books knew, what it said, and what it posted beyond the runs before. */
export interface Run {
  readonly asOf: BusinessDate;
  readonly planHash: string;
  readonly closedMonths: ReadonlySet<string>;
  /** Keys of lines that somebody let through. */
  readonly approved: ReadonlySet<string>;
  /** Lines and orders pushed before it, orders as their newest export shows them. */
  readonly lines: readonly HeldLine[];
  readonly orders: ReadonlyMap<string, Order>;
  readonly outcomes: readonly OrderOutcome[];
  readonly unlinked: readonly UnlinkedLine[];
  readonly onReview: readonly OnReview[];
  readonly sales: readonly SalesDocument[];
  readonly receipts: readonly Receipt[];
  readonly vouchers: readonly PostedVoucher[];
  readonly movements: readonly StockMovement[];
  /** Receivables as they stand after it, by order key. */
  readonly receivables: ReadonlyMap<string, ReceivableState>;
}

export interface Ledger {
  readonly setUp: SetUp;
  readonly runs: readonly Run[];
}

/** The books as they stand after each run: the run, and everything posted up to it. */
export interface Standing extends Run {
  readonly allSales: readonly SalesDocument[];
  readonly allReceipts: readonly Receipt[];
  readonly allVouchers: readonly PostedVoucher[];
  readonly allMovements: readonly StockMovement[];
}

export function standings({ runs }: Ledger): Standing[] {
  return runs.map((run, at) => {
    const upTo = runs.slice(0, at + 1);
    return {
      ...run,
      allSales: upTo.flatMap(({ sales }) => sales),
      allReceipts: upTo.flatMap(({ receipts }) => receipts),
      allVouchers: upTo.flatMap(({ vouchers }) => vouchers),
      allMovements: upTo.flatMap(({ movements }) => movements),
    };
  });
}

/** Sums of a list by a key; sums of nothing are left out. */
export function totals<T>(list: Iterable<T>, keyOf: (one: T) => string, amountOf: (one: T) => number) {
  const result = new Map<string, number>();
  for (const one of list) result.set(keyOf(one), (result.get(keyOf(one)) ?? 0) + amountOf(one));
  for (const [key, amount] of result) if (amount === 0) result.delete(key);
  return result;
}
