// One run, decided before anything is written: match → settle → judge → documents → vouchers → stock. Pure and
// deterministic.
import { fingerprint } from '../fingerprint.ts';
import { drawVouchers } from '../ledger/draw-vouchers.ts';
import type { OrderAccount, ReconcileInput } from './account.ts';
import { draftDocuments } from './draft-documents.ts';
import { ratesOf } from './exchange-rates.ts';
import { judgeOrders, receivableOf } from './judge-orders.ts';
import { linkLines } from './link-lines.ts';
import { moveStock } from './move-stock.ts';
import type { ReconcilePlan } from './plan.ts';
import { exchangeGains, outcomeOf, unlinkedOf } from './present-outcome.ts';
import { Review } from './review-lines.ts';
import { byPayoutDay, compareText, settleOrder } from './settle-orders.ts';
import { valueRun } from './value-run.ts';

/**
 * Decides a run. The result depends on the input's content alone, not on the order of its arrays.
 * @throws Error when a receipt or voucher would not balance: a broken program, and nothing may be posted.
 */
export function planReconciliation(input: ReconcileInput): ReconcilePlan {
  const orders = [...input.orders].sort(byOrderKey);
  const lines = [...input.lines].sort(byPayoutDay);
  const rateOn = ratesOf(input);
  const review = new Review(input, orders, rateOn);
  const links = linkLines(orders, lines, input, review);
  const settlements = orders.map((order) => settleOrder(order, links.linked.get(order.key) ?? [], input));
  const judged = judgeOrders(settlements, input);
  const documents = valueRun(draftDocuments(judged, links, input, review), input, rateOn);
  const gains = exchangeGains(documents.receipts);
  const posted = {
    matches: links.matches,
    ...documents,
    vouchers: drawVouchers({ ...documents, company: input.company }),
    movements: orders.flatMap((order) => moveStock(order, input.asOf)),
    receivables: judged.map((one) => receivableOf(one, review)),
  };
  return {
    hash: fingerprint(JSON.stringify(posted)),
    ...posted,
    proposals: links.proposals,
    onReview: review.waiting(lines, links),
    orders: judged.map((one) => outcomeOf(one, gains, input)),
    unlinked: links.unlinked.map((one) => unlinkedOf(one, review.reasonOf(one.account, null))),
  };
}

function byOrderKey(left: OrderAccount, right: OrderAccount): number {
  return compareText(left.key, right.key);
}
