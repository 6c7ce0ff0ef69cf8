// The receipt (收款單): cash and deductions on one side, what they clear on the other. Posted once, never changed;
// corrected by a reversal that leaves both.
import type { BusinessDate } from './business-date.ts';
import { type Amount, type Currency, add, negate, subtract, sum } from './money.ts';
import type { ComponentType } from './payout.ts';

/**
 * The account an allocation moves. A positive amount is a credit: it clears an asset or leaves money on hold; a negative
 * one is a debit: it opens a claim, or gives back what was applied.
 */
export const ALLOCATION_TARGETS = [
  /** 應收帳款: the order's receivable */ 'receivable',
  /** 暫收款: money on hold until explained */ 'suspense',
  /** 其他應收款－平台爭議: fees above contract and chargebacks, claimed back */ 'claim',
  /** 其他應收款－保留款: money the platform holds in reserve */ 'reserve',
  /** 代收款: freight collected for the carrier */ 'collected',
  /** 代扣稅款: tax the platform collected or withheld */ 'tax',
  /** 在途款: withdrawn from the wallet, not yet in the bank */ 'transit',
  /** 尾差: the small rest given up, or kept */ 'writeOff',
] as const;
export type AllocationTarget = (typeof ALLOCATION_TARGETS)[number];

/** An amount per target, credits positive. */
export type Positions = Readonly<Record<AllocationTarget, Amount>>;

/** One payout line applied to one target (沖帳). Negative gives back what was applied before (refund). */
export interface Allocation {
  /** Key of the payout line, see `lineKey` in core/reconcile/account.ts. */
  readonly lineKey: string;
  /** Key of the order whose account it concerns; null for money whose order is unknown. */
  readonly orderKey: string | null;
  readonly target: AllocationTarget;
  /** For a claim: the fee that was charged above its contract; null for everything else. */
  readonly feeType: ComponentType | null;
  readonly amount: Amount;
}

/**
 * A fee the platform kept (扣款) and the seller bears, as a positive cost; a negative one is a fee given back. What is
 * claimed back or was collected for the carrier stands among the allocations instead.
 */
export interface Deduction {
  readonly type: ComponentType;
  readonly amount: Amount;
}

export const RECEIPT_KINDS = ['payout', 'expense', 'transfer'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** A receipt before it has a number. cash + Σ deductions = Σ allocations, exactly. */
export interface ReceiptDraft {
  readonly shop: string;
  /**
   * `payout` (收款單): money of orders came in or went back. `expense` (平台費用單): money that belongs to no order by
   * nature. `transfer`: money booked before finds its order, its claim or its write-off; no cash moves.
   */
  readonly kind: ReceiptKind;
  /** The day it is booked: the payout day, or the first open day when that day's period is closed. */
  readonly receivedOn: BusinessDate;
  readonly currency: Currency;
  /** Keys of the payout lines whose money this receipt books, each once and in one receipt only; none for a transfer. */
  readonly lineKeys: readonly string[];
  readonly cash: Amount;
  readonly deductions: readonly Deduction[];
  readonly allocations: readonly Allocation[];
  /** The same in the company's base currency; null while the company keeps each currency by itself. */
  readonly base: ReceiptBase | null;
}

/** A receipt's amounts in base currency: cash + Σ deductions = Σ allocations + gain, exactly. */
export interface ReceiptBase {
  readonly currency: Currency;
  /** Base units for one unit of the receipt's currency, as a decimal. */
  readonly rate: string;
  readonly cash: Amount;
  /** In the order of the receipt's own lists. Allocations at the rate at which what they clear was booked. */
  readonly deductions: readonly Amount[];
  readonly allocations: readonly Amount[];
  /** Realised exchange gain (兌換利益); negative is a loss. */
  readonly gain: Amount;
}

/** A posted receipt. */
export interface Receipt extends ReceiptDraft {
  /** Gapless within its month, for example `RC202405-0001`. */
  readonly number: string;
  /** Number of the receipt this one reverses (沖銷); null for an original. */
  readonly reverses: string | null;
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
