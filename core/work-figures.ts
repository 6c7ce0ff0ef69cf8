// What a decision on an item rests on: the fingerprint of its figures, and the amount that may be decided about.
import type { ReconcileResult } from './api.ts';
import { fingerprint } from './fingerprint.ts';
import { add, type Amount, negate, ZERO } from './money.ts';
import { isTooMuch } from './reconcile/at-stake.ts';
import type { Headline, OrderOutcome, UnlinkedLine } from './reconcile/outcome.ts';
import { restOf } from './reconcile/write-off.ts';
import type { WorkFacts, WorkKind } from './work-event.ts';

/** A fingerprint of figures: what stays the same makes the same text. */
export const seal = (...figures: readonly unknown[]): string => fingerprint(JSON.stringify(figures));

/** All that a decision rests on; other figures make another fingerprint. */
export function figuresOfOrder(order: OrderOutcome): string {
  const { currency, stage, discrepancies, receivable, credited, received, refunded, fees, net, open } = order;
  const { suspense, claim, reserve, freight, writtenOff, onReview } = order;
  const money = [receivable, credited, received, refunded, fees, net, open, suspense, claim, reserve, freight];
  return seal(currency, stage, discrepancies, money, writtenOff, onReview);
}

/** States in which the platform owes us something; where the stake is below zero we got too much of it. */
const CLAIMABLE: readonly Headline[] = [
  ...(['CHARGEBACK', 'SHORT', 'OVERDUE', 'FEE_DIFF', 'SHIPPING_DIFF', 'NEGATIVE_NET', 'RESERVE_HELD'] as const),
  ...(['REFUND_NOT_WRITTEN_OFF'] as const),
];
export const mayClaim = (headline: Headline, stake: Amount) =>
  CLAIMABLE.includes(headline) && !(stake < 0 && isTooMuch(headline));

/**
 * What may be booked as a fee or given up: what is claimed from the platform, or the rest where it stands as a whole on
 * one account.
 */
export function decidable(order: OrderOutcome, headline: Headline): WorkFacts['decided'] {
  if (order.onReview.length > 0) return null;
  const onClaim = headline === 'FEE_DIFF' || headline === 'CHARGEBACK';
  if (onClaim) return order.claim > 0 ? { on: 'claim', amount: order.claim } : null;
  const { open, suspense, writtenOff } = order;
  const rest = restOf(order);
  const whole = (rest > 0 && open === rest) || (rest < 0 && suspense === negate(rest));
  return whole && writtenOff === ZERO ? { on: 'rest', amount: rest } : null;
}

/** Of an order on which nothing was paid nothing is a difference: its rest is a bad debt, or it is nothing to decide about. */
export function decisionsOn(order: OrderOutcome, decided: WorkFacts['decided']): WorkKind[] {
  if (decided === null) return [];
  const differs: WorkKind[] = decided.on === 'rest' ? ['accept-fee', 'write-off'] : ['accept-fee'];
  const isOwed = decided.on === 'rest' && decided.amount > 0;
  return [...(order.lineKeys.length > 0 ? differs : []), ...(isOwed ? (['bad-debt'] as const) : [])];
}

/** Money on hold by line, as receipts left it. */
export function moneyOnHold({ receipts }: Pick<ReconcileResult, 'receipts'>): ReadonlyMap<string, Amount> {
  const held = new Map<string, Amount>();
  for (const { lineKey, target, amount } of receipts.flatMap(({ allocations }) => allocations)) {
    if (target === 'suspense') held.set(lineKey, add(held.get(lineKey) ?? ZERO, amount));
  }
  return held;
}

/** What may be decided about an order's money without its order. */
export function heldAmount(line: UnlinkedLine, onHold: ReadonlyMap<string, Amount>): WorkFacts['decided'] {
  if (line.onReview !== null || line.type === 'NON_ORDER') return null;
  const amount = onHold.get(line.lineKey) ?? ZERO;
  return amount === ZERO ? null : { on: 'rest', amount: negate(amount) };
}
