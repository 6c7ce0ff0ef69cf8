// Payout lines that wait for review (待審): why, and whether a person may let them be booked.
import type { ReconcileResult } from './api.ts';
import { inAll, type Translated } from './language.ts';
import type { Amount, Currency } from './money.ts';
import { explainUnlinked } from './reconcile/explain.ts';
import { REVIEWS } from './reconcile/link-words.ts';
import type { OrderOutcome, UnlinkedLine } from './reconcile/outcome.ts';
import type { ReviewReason } from './reconcile/review-reasons.ts';
import { seal } from './work-figures.ts';

export interface ReviewItem {
  /** The line's key. */
  readonly subject: string;
  readonly shop: string;
  readonly orderNumber: string;
  readonly currency: Currency;
  /** Null for one of several lines of an order: the answer of a run holds their sum only. */
  readonly net: Amount | null;
  readonly reason: ReviewReason;
  readonly sentence: Translated;
  readonly figures: string;
  /** False where approval cannot help: without a rate there is no amount to book. */
  readonly mayApprove: boolean;
}

type Answer = Pick<ReconcileResult, 'onReview' | 'orders' | 'unlinked'>;

export function reviewListOf({ onReview, orders, unlinked }: Answer): ReviewItem[] {
  const ofOrders = new Map(orders.flatMap((order) => order.lineKeys.map((key) => [key, order] as const)));
  const ofLines = new Map(unlinked.map((line) => [line.lineKey, line]));
  return onReview.flatMap(({ lineKey: subject, reason }) => {
    const place = ofLines.get(subject) ?? ofOrders.get(subject);
    if (place === undefined) return [];
    const { shop, currency } = place;
    const net = netOf(place);
    const facts = { subject, shop, currency, net, reason, orderNumber: place.orderNumber ?? '' };
    const mayApprove = reason !== 'RATE_MISSING';
    return [{ ...facts, sentence: sentenceOf(place, reason), figures: seal(place.net, reason), mayApprove }];
  });
}

function netOf(place: OrderOutcome | UnlinkedLine): Amount | null {
  return 'lineKeys' in place && place.lineKeys.length > 1 ? null : place.net;
}

/** Of two versions of a statement both totals and files; every other reason says all by itself. */
function sentenceOf(place: OrderOutcome | UnlinkedLine, reason: ReviewReason): Translated {
  if (!('version' in place)) return REVIEWS[reason];
  return inAll((language) => explainUnlinked(place, language));
}
