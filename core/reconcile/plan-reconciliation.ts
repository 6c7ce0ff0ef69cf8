// One run, decided before anything is written: match → settle → judge → documents → vouchers → stock. Pure and
// deterministic.
import { compareText } from '../compare-text.ts';
import { fingerprint } from '../fingerprint.ts';
import { drawVouchers } from '../ledger/draw-vouchers.ts';
import type { LineAccount, OrderAccount, ReconcileInput } from './account.ts';
import { baseOfOrders } from './base-of-orders.ts';
import { type Documents, draftDocuments, ordersWithoutRate } from './draft-documents.ts';
import { type RateOn, ratesOf } from './exchange-rates.ts';
import { type JudgedOrder, judgeOrders, receivableOf } from './judge-orders.ts';
import { linkLines } from './link-lines.ts';
import type { Links } from './links.ts';
import { moveStock } from './move-stock.ts';
import type { ReconcilePlan } from './plan.ts';
import { outcomeOf, unlinkedOf } from './present-outcome.ts';
import { Review } from './review-lines.ts';
import { byPayoutDay, settleOrder } from './settle-orders.ts';
import { valueRun } from './value-run.ts';

/**
 * Decides a run. The result depends on the input's content alone, not on the order of its arrays.
 * @throws Error when a receipt or voucher would not balance: a broken program, and nothing may be posted.
 */
export function planReconciliation(input: ReconcileInput): ReconcilePlan {
  const orders = [...input.orders].sort(byOrderKey);
  const lines = [...input.lines].sort(byPayoutDay);
  const rateOn = ratesOf(input);
  const { review, links, judged, drafts } = decide(input, orders, lines, rateOn);
  const documents = valueRun(drafts, input, rateOn);
  const bases = baseOfOrders(documents, input.company.baseCurrency !== null);
  const posted = {
    matches: links.matches,
    ...documents,
    vouchers: drawVouchers({ ...documents, company: input.company }),
    movements: orders.flatMap((order) => moveStock(order, input.asOf, input.closedMonths)),
    receivables: judged.map(receivableOf),
  };
  return {
    hash: fingerprint(JSON.stringify(posted)),
    ...posted,
    proposals: links.proposals,
    onReview: review.waiting(lines, links),
    orders: judged.map((one) => outcomeOf(one, bases, input)),
    unlinked: links.unlinked.map((one) => unlinkedOf(one, review.reasonOf(one.account, null), input.decisions)),
  };
}

/** Links, judges and drafts; again without the orders whose documents fall on days without a rate, until none does. */
function decide(
  input: ReconcileInput,
  orders: readonly OrderAccount[],
  lines: readonly LineAccount[],
  rateOn: RateOn,
): { review: Review; links: Links; judged: readonly JudgedOrder[]; drafts: Documents } {
  const unrated = new Set<string>();
  for (;;) {
    const review = new Review(input, orders, rateOn, unrated);
    const links = linkLines(orders, lines, input, review);
    const settlements = orders.map((order) => settleOrder(order, links.linked.get(order.key) ?? [], input));
    const judged = judgeOrders(settlements, input, review);
    const drafts = draftDocuments(judged, links, input, review);
    const lacking = ordersWithoutRate(drafts, rateOn);
    if (lacking.length === 0) return { review, links, judged, drafts };
    for (const key of lacking) unrated.add(key);
  }
}

function byOrderKey(left: OrderAccount, right: OrderAccount): number {
  return compareText(left.key, right.key);
}
