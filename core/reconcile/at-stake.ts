// The money a state is about, and since when: what the work list and its worksheet show beside each discrepancy.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, negate, subtract, sum, ZERO } from '../money.ts';
import type { Headline, OrderOutcome } from './outcome.ts';

/** Signed as the state reads it: missing money and money too much are positive. */
export function atStake(order: OrderOutcome, headline: Headline): Amount {
  switch (headline) {
    case 'SHORT':
      return order.open;
    case 'OVERDUE':
      return toCome(order);
    case 'REFUND_NOT_WRITTEN_OFF':
      return order.refunded > order.credited ? subtract(order.refunded, order.credited) : order.open;
    case 'CREDIT_WITHOUT_REFUND':
      return order.open < 0 ? negate(order.open) : subtract(order.credited, order.refunded);
    case 'NEGATIVE_NET':
    case 'FILE_INCONSISTENT':
      return order.net;
    case 'CHARGEBACK':
      return order.claim;
    case 'FEE_DIFF':
      return feesApart(order);
    case 'SHIPPING_DIFF':
      return order.freight;
    case 'RESERVE_HELD':
      return order.reserve;
    default:
      return order.suspense;
  }
}

/** What is still to be paid: of a consigned order whose statement is awaited what it should bring, as far as a file tells. */
export function toCome({ open, consigned }: Pick<OrderOutcome, 'open' | 'consigned'>): Amount {
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
