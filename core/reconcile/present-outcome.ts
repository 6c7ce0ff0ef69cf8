// What a run says of each order and of each line without one: state, figures, reasons.
import { add, type Amount, negate, subtract, ZERO } from '../money.ts';
import { type BusinessDate, monthOf } from '../business-date.ts';
import { isShipped } from '../order.ts';
import { concernsOrder } from '../payout.ts';
import type { LineAccount, ReconcileInput } from './account.ts';
import type { BaseOfOrders } from './base-of-orders.ts';
import { MATCH_PASSES, type MatchPass } from './link-passes.ts';
import { type Attribution, attributeDifference, gapReasonOf, missingSubsidy } from './attribute-difference.ts';
import type { Decisions } from './decision.ts';
import { acceptedOnHold, withAccepted } from './decisions.ts';
import { findDiscrepancies, freightBorne } from './find-discrepancies.ts';
import { flowOf } from './flow.ts';
import { saleDay } from './issue-sales.ts';
import type { JudgedOrder } from './judge-orders.ts';
import { isRefundLate, openCreditOf } from './open-credit.ts';
import type { Flag, OrderOutcome, SettlementState, UnlinkedBecause, UnlinkedLine } from './outcome.ts';
import type { ReviewReason } from './review-reasons.ts';
import { type LinkedLine, positionsOnHold, type Settlement } from './settle-orders.ts';
import { isWithinTolerance, restOf } from './write-off.ts';

export function outcomeOf(judged: JudgedOrder, bases: BaseOfOrders, input: ReconcileInput): OrderOutcome {
  const { fees: check, adjustments, positions } = judged;
  const settlement = withAccepted(judged.settlement, adjustments.accepted);
  const { account, lines, receivable, credited, received, compensated, refunded, fees, other, consigned } = settlement;
  const { order } = account;
  const { writeOff, badDebt } = adjustments;
  const finding = findDiscrepancies(settlement, judgedFor(judged, settlement, input), input.asOf, input.policy);
  const came = add(received, compensated);
  const gap = gapReasonOf(finding.discrepancies, restOf(settlement), came);
  const open = subtract(subtract(receivable, credited), positions.receivable);
  const base = bases.of(account);
  const baseRounding = open === ZERO ? base.rounding : ZERO;
  const attribution = attributeDifference(settlement, { writeOff, badDebt }, check, gap);
  const uncompleted = uncompletedOf(settlement);
  return {
    orderKey: account.key,
    orderNumber: order.orderNumber,
    shop: account.shop,
    currency: order.currency,
    stage: order.stage,
    status: order.status,
    ...finding,
    ...{ receivable, credited, received, compensated, refunded, fees, open },
    refundedByDispute: settlement.refundedByDispute,
    baseOpen: base.open,
    baseRounding,
    net: add(subtract(subtract(came, refunded), fees), other),
    suspense: positions.suspense,
    applied: positions.receivable,
    writtenOff: add(writeOff, badDebt),
    claim: negate(positions.claim),
    reserve: negate(positions.reserve),
    freight: freightBorne(settlement),
    settlement: settlementState(receivable, positions.receivable, open),
    flags: flagsOf(judged, input, base.gained, baseRounding !== ZERO || hasRounding(attribution)),
    ...attribution,
    method: weakestPass(lines),
    dueOn: receivable === ZERO && consigned?.awaited !== true && uncompleted === null ? null : settlement.dueOn,
    paidOutOn: lines.at(-1)?.account.line.paidOutOn ?? null,
    feesChecked: check.checked,
    feesLacking: check.lacking,
    feesToCome: judged.feesToCome,
    onReview: reviewOf(judged),
    source: account.source,
    lineKeys: lines.map((line) => line.account.key),
    evidence: evidenceOf(lines),
    ...(uncompleted === null ? {} : { uncompleted }),
    ...(consigned === null ? {} : { consigned }),
  };
}

function uncompletedOf({ account: { order }, sold }: Settlement): OrderOutcome['uncompleted'] | null {
  return sold || !isShipped(order) ? null : { worth: subtract(order.receivable, order.credited) };
}

/** What the states ask beside the settlement. Of the credit only where one is open: nearly no order has one. */
function judgedFor({ fees, adjustments, claimsGivenUp }: JudgedOrder, settlement: Settlement, input: ReconcileInput) {
  const { writeOff, badDebt, accepted } = adjustments;
  const { received, receivable } = settlement;
  const hasCredit = openCreditOf(settlement) > 0;
  const surplus = subtract(received, receivable);
  return {
    writeOff,
    badDebt,
    feesDeviate: fees.deviations.length > 0 && !claimsGivenUp,
    disputeGivenUp: claimsGivenUp,
    refundAccepted: accepted !== null && accepted.amount > 0,
    isPaidAbout: hasCredit && surplus > 0 && isWithinTolerance(surplus, settlement, input),
    refundLate: hasCredit && isRefundLate(settlement, input),
  };
}

const hasRounding = ({ differences }: Attribution) => differences.some(({ reason }) => reason === 'ROUNDING_DIFF');

function settlementState(receivable: Amount, applied: Amount, open: Amount): SettlementState {
  if (receivable === 0) return 'none';
  if (open === 0) return 'settled';
  if (open < 0) return 'overpaid';
  return applied > 0 ? 'partly' : 'open';
}

function flagsOf({ settlement }: JudgedOrder, { asOf }: ReconcileInput, gained: boolean, rounded: boolean): Flag[] {
  const { lines } = settlement;
  const flags: Flag[] = [];
  if (lines.length > 0 && missingSubsidy(settlement) !== 0) flags.push('SUBSIDY_DIFF');
  if (lines.length > 0 && isAcross(saleDay(settlement, asOf), lines)) flags.push('CROSS_PERIOD');
  if (gained) flags.push('FX_DIFF');
  if (rounded) flags.push('ROUNDING_DIFF');
  return flags;
}

/** Why its lines wait, or what of the order itself cannot be booked. */
function reviewOf({ settlement, lacksRate }: JudgedOrder): ReviewReason[] {
  const reasons = new Set(settlement.lines.flatMap((line) => line.onReview ?? []));
  return [...(lacksRate ? reasons.add('RATE_MISSING') : reasons)];
}

/** Most orders have one line, and a run has twenty thousand orders. */
function evidenceOf(lines: readonly LinkedLine[]): string[] {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return [only.evidence];
  return [...new Set(lines.map((line) => line.evidence))];
}

/** Sale, payouts and deposits of more than one month. */
function isAcross(sold: BusinessDate, lines: readonly LinkedLine[]): boolean {
  const month = monthOf(sold);
  return lines.some(({ account: { line, depositedOn } }) => {
    return monthOf(line.paidOutOn) !== month || (depositedOn !== null && monthOf(depositedOn) !== month);
  });
}

function weakestPass(lines: readonly LinkedLine[]): MatchPass | null {
  return MATCH_PASSES.filter((pass) => lines.some((line) => line.pass === pass)).at(-1) ?? null;
}

export function unlinkedOf(
  { account, because }: { readonly account: LineAccount; readonly because: UnlinkedBecause },
  onReview: ReviewReason | null,
  decisions?: Decisions,
): UnlinkedLine {
  const { orderNumber, currency, net, paidOutOn } = account.line;
  const type = concernsOrder(account.line) ? 'PAYOUT_WITHOUT_ORDER' : 'NON_ORDER';
  const flow = flowOf(account.line);
  const accepted = acceptedOnHold(account, decisions)?.amount ?? ZERO;
  const [onHold, fees] = [add(positionsOnHold(flow).suspense, accepted), subtract(accepted, flow.fee)];
  const { key: lineKey, shop, source, version } = account;
  const money = { currency, net, onHold, fees, paidOutOn };
  const line: UnlinkedLine = { lineKey, shop, orderNumber, type, because, onReview, ...money, source };
  return because === 'STATEMENT_DIFFERS' && version != null ? { ...line, version } : line;
}
