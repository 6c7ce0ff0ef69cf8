// The money a state is about, and since when: what the work list and its worksheet show beside each discrepancy.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, larger, negate, subtract, sum, ZERO } from '../money.ts';
import { isShipped } from '../order.ts';
import type { Difference, DifferenceReason, Headline, OrderOutcome } from './outcome.ts';

/**
 * Signed as the state reads it: missing money and money too much are positive. Below zero: a fee charged too little, a
 * dispute or reserve given back beyond what was taken, a net below zero.
 */
export function atStake(order: OrderOutcome, headline: Headline): Amount {
  switch (headline) {
    case 'SHORT':
      return order.open;
    case 'OVERDUE':
      return toCome(order);
    case 'REFUND_NOT_WRITTEN_OFF':
      return refundedTooMuch(order) ?? order.open;
    case 'CREDIT_WITHOUT_REFUND':
      return order.open < 0 ? negate(order.open) : subtract(order.credited, order.refunded);
    case 'NEGATIVE_NET':
    case 'FILE_INCONSISTENT':
      return order.net;
    case 'CHARGEBACK':
      return order.differences.some(isDisputeSurplus)
        ? negate(surplusOf(order, 'DISPUTE_SURPLUS'))
        : larger(order.claim, partsOf(order, ['CHARGEBACK']));
    case 'FEE_DIFF':
      return feesApart(order);
    case 'SHIPPING_DIFF':
      return order.freight;
    case 'RESERVE_HELD':
      return order.reserve === ZERO ? partsOf(order, ['RESERVE_HELD']) : order.reserve;
    default:
      return order.suspense === ZERO ? negate(partsOf(order, TO_HOLD)) : order.suspense;
  }
}

/** What comes on hold once it is booked: a payout that waits for review stands on no account yet. */
const TO_HOLD: readonly DifferenceReason[] = ['OVER', 'PAID_NOT_SHIPPED', 'PAID_NOT_COMPLETED', 'CANCELLED_BUT_PAID'];

const partsOf = ({ differences }: OrderOutcome, reasons: readonly DifferenceReason[]) =>
  sum(differences.filter(({ reason }) => reasons.includes(reason)).map(({ amount }) => amount));

/** States of which a stake below zero means that we got too much: there is nothing to claim. */
export const isTooMuch = (headline: Headline) =>
  headline === 'FEE_DIFF' || headline === 'CHARGEBACK' || headline === 'RESERVE_HELD';

/** What was given back beyond what was taken, positive. */
export function surplusOf({ differences }: OrderOutcome, reason: 'DISPUTE_SURPLUS' | 'RESERVE_SURPLUS'): Amount {
  return negate(sum(differences.filter((one) => one.reason === reason).map(({ amount }) => amount)));
}

const isDisputeSurplus = ({ reason }: Difference) => reason === 'DISPUTE_SURPLUS';

/** Refunded beyond the credit; of an order that owes nothing, beyond what ever came. Null where no more was refunded. */
export function refundedTooMuch(order: OrderOutcome): Amount | null {
  const { refunded, credited, received, compensated } = order;
  const covered = isOwed(order) ? credited : add(received, compensated);
  return refunded > covered ? subtract(refunded, covered) : null;
}

/** Its sale is in the books. */
export const isOwed = ({ stage, uncompleted }: Pick<OrderOutcome, 'stage' | 'uncompleted'>) =>
  isShipped({ stage }) && uncompleted === undefined;

/**
 * What is still to be paid: of a consigned order whose statement is awaited what it should bring, as far as a file tells;
 * of one whose sale waits for completion what it will be booked at, less what came.
 */
export function toCome(order: OrderOutcome): Amount {
  const { open, consigned, uncompleted, received, compensated, refunded } = order;
  if (uncompleted !== undefined) {
    return larger(subtract(uncompleted.worth, subtract(add(received, compensated), refunded)), ZERO);
  }
  return consigned?.awaited === true ? (consigned.agreed ?? ZERO) : open;
}

/** What was charged above contract and is claimed; where nothing was, what was charged too little, below zero. */
function feesApart({ differences }: OrderOutcome): Amount {
  const fees = differences.filter(({ reason }) => reason === 'FEE_DIFF').map(({ amount }) => amount);
  const over = fees.filter((amount) => amount > 0);
  return sum(over.length > 0 ? over : fees);
}

/** The day the money was due (short and overdue) or came (everything else); null when no day is known. */
export function sinceWhen({ dueOn, paidOutOn }: OrderOutcome, headline: Headline): BusinessDate | null {
  return headline === 'SHORT' || headline === 'OVERDUE' ? dueOn : paidOutOn;
}
