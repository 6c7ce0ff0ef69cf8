// An order's account in figures: what is owed, what came, what of it clears the receivable. One state function, so the
// result does not depend on the order in which files arrived.
import { addDays, type BusinessDate } from '../business-date.ts';
import { chooseCalendar } from '../calendar/choose-calendar.ts';
import { payoutDueOn } from '../calendar/payout-due-on.ts';
import { type ShopSettings, shopSettings } from '../company.ts';
import { compareText } from '../compare-text.ts';
import { type Amount, add, amountOfUnits, larger, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import { isShipped, type Order } from '../order.ts';
import type { Component } from '../payout.ts';
import type { Positions } from '../receipt.ts';
import { type Booked, type LineAccount, type OrderAccount, type ReconcileInput, shopName } from './account.ts';
import { type Consigned, consignedOf, owedInConsignment } from './consignment.ts';
import type { MatchPass } from './link-passes.ts';
import { addFlows, type Flow, NO_FLOW } from './flow.ts';
import { isSold } from './revenue-date.ts';
import type { ReviewReason } from './review-reasons.ts';

/** A payout line linked to its order, in the order in which money moved. */
export interface LinkedLine {
  readonly account: LineAccount;
  readonly pass: MatchPass;
  /** The values that agreed. */
  readonly evidence: string;
  /** The order's share of the line. */
  readonly flow: Flow;
  /** The same, component by component: all of the line's, or of one that pays several orders its part of each. */
  readonly components: readonly Component[];
  /** What receipts have done with the share; null for a new line. */
  readonly booked: Booked | null;
  /** Why it waits; such a line counts as received and is booked nowhere. */
  readonly onReview: ReviewReason | null;
}

/** An order with its linked lines and the figures everything else is decided from. */
export interface Settlement {
  readonly account: OrderAccount;
  readonly shop: ShopSettings;
  readonly lines: readonly LinkedLine[];
  /** Its sale is in the books, or is to be booked now; in consignment once a statement names it. */
  readonly sold: boolean;
  /** G and C as the books hold them: zero while nothing is owed. */
  readonly receivable: Amount;
  readonly credited: Amount;
  /** All its lines, signed as in the files; a dispute that credit covers is a refund, see `refundsByDispute`. */
  readonly flow: Flow;
  /** The same of the lines that are booked, or will be by this run. */
  readonly bookable: Flow;
  /** Pg, Pr, Pf as positive sums, and money on no side. What the platform compensates is no part of Pg. */
  readonly received: Amount;
  /** 賠付: clears the receivable like principal, and is not the buyer's payment. */
  readonly compensated: Amount;
  readonly refunded: Amount;
  /** The part of `refunded` that came as disputes. */
  readonly refundedByDispute: Amount;
  readonly fees: Amount;
  readonly other: Amount;
  readonly dueOn: BusinessDate | null;
  /** Null for an order of a marketplace, and while its goods have not left. */
  readonly consigned: Consigned | null;
}

/**
 * The part of an order's money that clears its receivable.
 * Pg − Pr as far as the receivable reaches; a refund that a credit note covers lowers that reach, a refund without one
 * reopens the receivable (R §8.1: cases 04, 08, 10, 11, 16). Never above G.
 */
function appliedOf(owed: { receivable: Amount; credited: Amount }, received: Amount, refunded: Amount): Amount {
  // A refund that was given back is below zero: it never makes the receivable reach further than G.
  const reach = subtract(owed.receivable, smaller(larger(refunded, ZERO), owed.credited));
  return smaller(subtract(received, refunded), reach);
}

/**
 * A lost dispute of goods that were credited is their refund: what was taken back in disputes, as far as a credit note
 * still waits for its refund and that money is in the books. Applied twice it changes nothing more.
 */
function refundsByDispute(owed: { receivable: Amount; credited: Amount }, flow: Flow): Flow {
  const { principal, refund, dispute } = flow;
  // Nearly every order has no dispute, or no credit.
  if (dispute >= 0 || owed.credited <= 0) return flow;
  const waits = add(owed.credited, refund);
  const surplus = subtract(add(principal, refund), subtract(owed.receivable, owed.credited));
  const covered = larger(smaller(negate(dispute), smaller(waits, surplus)), ZERO);
  return { ...flow, refund: subtract(refund, covered), dispute: add(dispute, covered) };
}

/**
 * G and C as the books hold them: a receivable exists once the order is sold (銷貨單); in a consignment shop (代銷) once a
 * statement of the platform names it.
 */
function owedFor(
  order: Order,
  sold: boolean,
  consigned: Consigned | null,
  flow: Flow,
): { receivable: Amount; credited: Amount } {
  if (!sold) return { receivable: ZERO, credited: ZERO };
  if (consigned !== null) return owedInConsignment(order, consigned, flow);
  return { receivable: order.receivable, credited: order.credited };
}

/** The order's figures from its lines (sorted by `byPayoutDay`). */
export function settleOrder(
  account: OrderAccount,
  lines: readonly LinkedLine[],
  input: Terms & Pick<ReconcileInput, 'company'>,
): Settlement {
  const shop = shopSettings(input.company, account.shop);
  const total = totalOf(lines);
  const compensated = compensationOf(lines);
  const waits = lines.some((line) => line.onReview !== null);
  const consigned = consignedOf(account.order, shop, lines);
  const sold = isSold(account, shop);
  const owed = owedFor(account.order, sold, consigned, total);
  const flow = refundsByDispute(owed, total);
  return {
    account,
    shop,
    lines,
    sold,
    receivable: owed.receivable,
    credited: owed.credited,
    flow,
    bookable: waits ? refundsByDispute(owed, totalOf(lines.filter((line) => line.onReview === null))) : flow,
    received: subtract(flow.principal, compensated),
    compensated,
    refunded: negate(flow.refund),
    refundedByDispute: subtract(total.refund, flow.refund),
    fees: negate(flow.fee),
    other: sum([flow.dispute, flow.reserve, flow.tax, flow.transit, flow.rest]),
    dueOn: dueDay(account, input),
    consigned,
  };
}

function compensationOf(lines: readonly LinkedLine[]): Amount {
  let total = 0;
  for (const { components } of lines) {
    for (const { type, amount } of components) if (type === 'REIMBURSEMENT') total += amount;
  }
  return amountOfUnits(total);
}

export function totalOf(lines: readonly LinkedLine[]): Flow {
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return only.flow;
  return lines.reduce((left, line) => addFlows(left, line.flow), NO_FLOW);
}

/**
 * Where the order's money stands in the books after the given flow, credits positive: what clears the receivable, what
 * is on hold, and what is claimed, reserved or withheld. Everything but the fees has its place.
 */
export function positionsOf(settlement: Settlement, flow: Flow): Positions {
  if (!settlement.sold) return placesOf(flow, ZERO);
  const covered = refundsByDispute(settlement, flow);
  return placesOf(covered, appliedOf(settlement, covered.principal, negate(covered.refund)));
}

/** A line without an order: all that is not a fee is on hold or in its own account. */
export function positionsOnHold(flow: Flow): Positions {
  return placesOf(flow, ZERO);
}

function placesOf(flow: Flow, receivable: Amount): Positions {
  return {
    receivable,
    suspense: subtract(add(add(flow.principal, flow.refund), flow.rest), receivable),
    claim: flow.dispute,
    reserve: flow.reserve,
    collected: ZERO,
    tax: flow.tax,
    transit: flow.transit,
    writeOff: ZERO,
  };
}

/** Lines in the order in which money moved; ties by key, so that row order never matters. */
export function byPayoutDay(left: LineAccount, right: LineAccount): number {
  return compareText(left.line.paidOutOn, right.line.paidOutOn) || compareText(left.key, right.key);
}

/** What says when money is due. */
type Terms = Pick<ReconcileInput, 'policy' | 'calendars' | 'holidays'>;

/** By the payout calendar of the shop where one is set, else by the policy's term; null where no day is known. */
function dueDay({ order, platform, shop }: OrderAccount, { policy, calendars, holidays }: Terms): BusinessDate | null {
  if (!isShipped(order)) return null;
  const calendar = chooseCalendar(calendars, { platform, shop: shopName(shop, platform) }, order);
  const days = calendar === null ? undefined : holidays.get(calendar.holidayCalendar);
  if (calendar !== null && days !== undefined) return payoutDueOn(order, calendar, days).dueOn;
  const trigger = order.completedOn ?? order.shippedOn ?? order.paidOn ?? order.orderedOn;
  return trigger === null ? null : addDays(trigger, policy.payoutTermDays);
}
