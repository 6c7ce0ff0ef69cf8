// The receipt (收款單): cash and deductions on one side, what they clear on the other. Posted once, never changed.
import type { BusinessDate } from './business-date.ts';
import { type Amount, type Currency, add, negate, subtract, sum } from './money.ts';
import type { ComponentType } from './payout.ts';

/** What an allocation clears: the order's receivable (應收帳款), or money on hold until explained (暫收款). */
export type AllocationTarget = 'receivable' | 'suspense';

/** One payout line applied to one target (沖帳). Negative gives back what was applied before (refund). */
export interface Allocation {
  /** Key of the payout line, see `lineKey` in core/reconcile/account.ts. */
  readonly lineKey: string;
  /** Key of the order whose account it concerns; null for money whose order is unknown. */
  readonly orderKey: string | null;
  readonly target: AllocationTarget;
  readonly amount: Amount;
}

/** A fee the platform kept (扣款), as a positive cost; a negative one is a fee given back. */
export interface Deduction {
  readonly type: ComponentType;
  readonly amount: Amount;
}

/** A receipt before it has a number. cash + Σ deductions = Σ allocations, exactly. */
export interface ReceiptDraft {
  readonly shop: string;
  /** `payout`: money came in. `transfer`: money on hold is applied to an order found later; cash and deductions are 0. */
  readonly kind: 'payout' | 'transfer';
  readonly receivedOn: BusinessDate;
  readonly currency: Currency;
  /** Keys of the payout lines whose money this receipt books, each once and in one receipt only; none for a transfer. */
  readonly lineKeys: readonly string[];
  readonly cash: Amount;
  readonly deductions: readonly Deduction[];
  readonly allocations: readonly Allocation[];
}

/** A posted receipt. */
export interface Receipt extends ReceiptDraft {
  /** Gapless within its month, for example `RC202405-0001`. */
  readonly number: string;
}

/** Σ allocations to one target. */
export function allocatedTo(receipt: ReceiptDraft, target: AllocationTarget): Amount {
  return sum(receipt.allocations.filter((part) => part.target === target).map((part) => part.amount));
}

/** cash + deductions − allocations: zero for every receipt; anything else is a broken program. */
export function imbalanceOf(receipt: ReceiptDraft): Amount {
  const debit = add(receipt.cash, sum(receipt.deductions.map((part) => part.amount)));
  return subtract(debit, sum(receipt.allocations.map((part) => part.amount)));
}

/** The payout component of a deduction: a cost is money away from the seller. */
export function deductionOf(type: ComponentType, component: Amount): Deduction {
  return { type, amount: negate(component) };
}
