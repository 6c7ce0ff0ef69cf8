// One run, decided before anything is written: match → settle → states → receipts → stock. Pure and deterministic.
import { fingerprint } from '../fingerprint.ts';
import { add, subtract, ZERO } from '../money.ts';
import { imbalanceOf, type ReceiptDraft } from '../receipt.ts';
import { type LineAccount, MATCH_PASSES, type MatchPass, type OrderAccount, type ReconcileInput } from './account.ts';
import { findDiscrepancies } from './find-discrepancies.ts';
import { issueReceipts } from './issue-receipts.ts';
import { matchPayout } from './match-payout.ts';
import { moveStock } from './move-stock.ts';
import type { OrderOutcome, UnlinkedLine } from './outcome.ts';
import type { Match, ReceivableState, ReconcilePlan } from './plan.ts';
import { byPayoutDay, compareText, flowOf, type LinkedLine, type Settlement, settleOrder } from './settle-orders.ts';

/**
 * Decides a run. The result depends on the input's content alone, not on the order of its arrays.
 * @throws Error when a receipt would not balance: a broken program, and nothing may be posted.
 */
export function planReconciliation(input: ReconcileInput): ReconcilePlan {
  const orders = [...input.orders].sort(byOrderKey);
  const lines = [...input.lines].sort(byPayoutDay);
  const matches = matchPayout(lines, orders);
  const { linked, unlinked } = link(lines, matches);
  const settlements = orders.map((order) => settleOrder(order, linked.get(order.key) ?? [], input.policy));
  const posted = {
    matches,
    receipts: issueReceipts(settlements, unlinked, input.asOf).map(balanced),
    movements: orders.flatMap((order) => moveStock(order, input.asOf)),
    receivables: settlements.map(receivableOf),
  };
  return {
    hash: fingerprint(JSON.stringify(posted)),
    ...posted,
    orders: settlements.map((settlement) => outcomeOf(settlement, input)),
    unlinked: unlinked.map(unlinkedOf),
  };
}

function byOrderKey(left: OrderAccount, right: OrderAccount): number {
  return compareText(left.key, right.key);
}

/** Lines by order key, in the order of `lines`, and those that belong to no order in the books. */
function link(lines: readonly LineAccount[], matches: readonly Match[]) {
  const found = new Map(matches.map((match) => [match.lineKey, match]));
  const linked = new Map<string, LinkedLine[]>();
  const unlinked: LineAccount[] = [];
  for (const account of lines) {
    const match = account.match ?? found.get(account.key);
    if (match === undefined) {
      unlinked.push(account);
      continue;
    }
    const line = { account, pass: match.pass, flow: flowOf(account.line) };
    const siblings = linked.get(match.orderKey);
    if (siblings) siblings.push(line);
    else linked.set(match.orderKey, [line]);
  }
  return { linked, unlinked };
}

function balanced(receipt: ReceiptDraft): ReceiptDraft {
  const imbalance = imbalanceOf(receipt);
  if (imbalance !== 0) throw new Error(`receipt of ${receipt.shop} ${receipt.receivedOn} is out by ${imbalance}`);
  return receipt;
}

function receivableOf(settlement: Settlement): ReceivableState {
  return {
    orderKey: settlement.account.key,
    original: settlement.receivable,
    credited: settlement.credited,
    allocated: settlement.applied,
  };
}

function outcomeOf(settlement: Settlement, input: ReconcileInput): OrderOutcome {
  const { account, lines, receivable, credited, received, refunded, fees, other, applied, suspense } = settlement;
  return {
    orderKey: account.key,
    orderNumber: account.order.orderNumber,
    shop: account.shop,
    currency: account.order.currency,
    stage: account.order.stage,
    status: account.order.status,
    ...findDiscrepancies(settlement, input.asOf, input.policy),
    receivable,
    credited,
    received,
    refunded,
    fees,
    net: add(subtract(subtract(received, refunded), fees), other),
    open: subtract(subtract(receivable, credited), applied),
    suspense,
    method: weakestPass(lines),
    dueOn: receivable === ZERO ? null : settlement.dueOn,
    paidOutOn: lines.at(-1)?.account.line.paidOutOn ?? null,
    feesChecked: false,
    source: account.source,
    lineKeys: lines.map((line) => line.account.key),
  };
}

function weakestPass(lines: readonly LinkedLine[]): MatchPass | null {
  return MATCH_PASSES.filter((pass) => lines.some((line) => line.pass === pass)).at(-1) ?? null;
}

function unlinkedOf({ key, shop, line, source }: LineAccount): UnlinkedLine {
  const { orderNumber, currency, net, paidOutOn } = line;
  const type = orderNumber === null ? 'NON_ORDER' : 'PAYOUT_WITHOUT_ORDER';
  return { lineKey: key, shop, orderNumber, type, currency, net, paidOutOn, source };
}
