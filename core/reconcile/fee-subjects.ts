// The orders of the books as fee contracts see them, linked and settled as a run would: what is learned from, and what a
// contract is tried on.
import { compareText } from '../compare-text.ts';
import type { FeeSubject } from '../fees/fee-subject.ts';
import type { ReconcileInput } from './account.ts';
import { ratesOf } from './exchange-rates.ts';
import { isCharged, subjectOf } from './judge-fees.ts';
import { linkLines } from './link-lines.ts';
import { Review } from './review-lines.ts';
import { byPayoutDay, settleOrder } from './settle-orders.ts';

/** Every shipped order that money came for, by key. Nothing is written. */
export function feeSubjects(input: ReconcileInput): FeeSubject[] {
  const orders = [...input.orders].sort((left, right) => compareText(left.key, right.key));
  const lines = [...input.lines].sort(byPayoutDay);
  const { linked } = linkLines(orders, lines, input, new Review(input, orders, ratesOf(input)));
  return orders
    .map((order) => settleOrder(order, linked.get(order.key) ?? [], input))
    .filter(isCharged)
    .map((settlement) => subjectOf(settlement, input));
}
