// An order's account in figures: what is owed, what came, what of it clears the receivable. One state function, so the
// result does not depend on the order in which files arrived.
import { addDays, type BusinessDate } from '../business-date.ts';
import { type Amount, add, amountOfUnits, negate, smaller, subtract, ZERO } from '../money.ts';
import { isShipped, type Order } from '../order.ts';
import { COMPONENT_SIDES, type PayoutLine, type Side } from '../payout.ts';
import type { LineAccount, MatchPass, OrderAccount, ReconcilePolicy } from './account.ts';

/** Amounts of payout lines by side, as they stand in the file: fees and refunds negative. */
export interface Flow {
  readonly principal: Amount;
  readonly refund: Amount;
  readonly fee: Amount;
  readonly other: Amount;
}

/** A payout line linked to its order, in the order in which money moved. */
export interface LinkedLine {
  readonly account: LineAccount;
  readonly pass: MatchPass;
  readonly flow: Flow;
}

/** An order with its linked lines and the figures everything else is decided from. */
export interface Settlement {
  readonly account: OrderAccount;
  readonly lines: readonly LinkedLine[];
  /** G and C as the books hold them: zero while nothing is owed. */
  readonly receivable: Amount;
  readonly credited: Amount;
  /** Pg, Pr, Pf as positive sums, and money on no side. */
  readonly received: Amount;
  readonly refunded: Amount;
  readonly fees: Amount;
  readonly other: Amount;
  /** What receipts apply to the receivable once this run is posted. */
  readonly applied: Amount;
  /** What they hold back (暫收款). */
  readonly suspense: Amount;
  readonly dueOn: BusinessDate | null;
}

/** The line's components summed by side. */
export function flowOf(line: Pick<PayoutLine, 'components'>): Flow {
  const totals: Record<Side, number> = { principal: 0, refund: 0, fee: 0, other: 0 };
  for (const part of line.components) totals[COMPONENT_SIDES[part.type]] += part.amount;
  return {
    principal: amountOfUnits(totals.principal),
    refund: amountOfUnits(totals.refund),
    fee: amountOfUnits(totals.fee),
    other: amountOfUnits(totals.other),
  };
}

/**
 * The part of an order's money that clears its receivable.
 * Pg − Pr as far as the receivable reaches; a refund that a credit note covers lowers that reach, a refund without one
 * reopens the receivable (R §8.1: cases 04, 08, 10, 11, 16). Never above G.
 */
export function appliedOf(owed: { receivable: Amount; credited: Amount }, received: Amount, refunded: Amount): Amount {
  const reach = subtract(owed.receivable, smaller(refunded, owed.credited));
  return smaller(subtract(received, refunded), reach);
}

/** G and C as the books hold them: a receivable exists once goods have left and the order stands (銷貨單). */
export function owedFor(order: Order): { receivable: Amount; credited: Amount } {
  if (!isShipped(order)) return { receivable: ZERO, credited: ZERO };
  return { receivable: order.receivable, credited: order.credited };
}

/** The order's figures from its lines (sorted by `byPayoutDay`). */
export function settleOrder(account: OrderAccount, lines: readonly LinkedLine[], policy: ReconcilePolicy): Settlement {
  const owed = owedFor(account.order);
  const total = lines.reduce((left, line) => addFlows(left, line.flow), NO_FLOW);
  const refunded = negate(total.refund);
  const applied = isShipped(account.order) ? appliedOf(owed, total.principal, refunded) : ZERO;
  const claimed = add(subtract(total.principal, refunded), total.other);
  return {
    account,
    lines,
    ...owed,
    received: total.principal,
    refunded,
    fees: negate(total.fee),
    other: total.other,
    applied,
    suspense: subtract(claimed, applied),
    dueOn: dueDay(account.order, policy),
  };
}

export const NO_FLOW: Flow = { principal: ZERO, refund: ZERO, fee: ZERO, other: ZERO };

export function addFlows(left: Flow, right: Flow): Flow {
  return {
    principal: add(left.principal, right.principal),
    refund: add(left.refund, right.refund),
    fee: add(left.fee, right.fee),
    other: add(left.other, right.other),
  };
}

/** Lines in the order in which money moved; ties by key, so that row order never matters. */
export function byPayoutDay(left: LineAccount, right: LineAccount): number {
  return compareText(left.line.paidOutOn, right.line.paidOutOn) || compareText(left.key, right.key);
}

/** Code unit order: the same on every machine, unlike a locale's. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function dueDay(order: Order, policy: ReconcilePolicy): BusinessDate | null {
  if (!isShipped(order)) return null;
  const trigger = order.completedOn ?? order.shippedOn ?? order.paidOn ?? order.orderedOn;
  return trigger === null ? null : addDays(trigger, policy.payoutTermDays);
}
