// The states of an order: each a condition on its settlement, the headline the first that holds.
import { addDays, type BusinessDate } from '../business-date.ts';
import { add, type Amount, negate, subtract, sum } from '../money.ts';
import { isShipped } from '../order.ts';
import type { ComponentType } from '../payout.ts';
import { DISCREPANCIES, type Headline, HEADLINES } from './outcome.ts';
import type { ReconcilePolicy } from './policy.ts';
import type { Settlement } from './settle-orders.ts';

export interface Finding {
  readonly headline: Headline;
  /** All states of the work list that hold, by precedence. */
  readonly discrepancies: readonly Headline[];
}

/** What is judged beside the settlement itself. */
export interface Judged {
  /** 尾差: positive is given up, negative kept. */
  readonly writeOff: Amount;
  /** 呆帳: given up although nobody paid it. */
  readonly badDebt: Amount;
  /** A fee is further from its contract than the policy allows. */
  readonly feesDeviate: boolean;
  /** Somebody gave up what was disputed. */
  readonly disputeGivenUp: boolean;
  /** Somebody let what was refunded beyond the credit pass as a fee. */
  readonly refundAccepted: boolean;
  /** What was paid beyond G is within tolerance: a credit without refund may then still explain the order. */
  readonly isPaidAbout: boolean;
  /** The days of grace after the credit note are over. */
  readonly refundLate: boolean;
}

/** Only what the conditions ask, field by field: there is one for each order of a run. */
interface Case extends Judged, Pick<Settlement, 'account' | 'lines' | 'flow'> {
  readonly receivable: number;
  readonly credited: number;
  readonly received: number;
  /** Pg and what the platform compensated. */
  readonly came: number;
  readonly refunded: number;
  readonly policy: ReconcilePolicy;
  /** Something is owed: the order is sold. */
  readonly sold: boolean;
  readonly shipped: boolean;
  readonly cancelled: boolean;
  /** It left, and its sale waits for completion; of those, whether it will bring anything. */
  readonly uncompleted: boolean;
  readonly worth: number;
  /** Pg − Pr, and what was compensated or given up counts as come. */
  readonly kept: number;
  /** G − C. */
  readonly owed: number;
  readonly net: number;
  /** D > due + grace; never while no date is known. */
  readonly late: boolean;
  /** In consignment, and no statement names it yet. */
  readonly unstated: boolean;
  /** Of those: one is to come. */
  readonly awaited: boolean;
}

type Condition = (order: Case) => boolean;

/** Exact conditions of reconciliation.md §4, in its symbols: G receivable, C credited, Pg received, Pr refunded. */
const CONDITIONS: Readonly<Record<Headline, Condition>> = {
  FILE_INCONSISTENT: (order) => order.lines.some((line) => !line.account.batch.foots),
  DUPLICATE_LINE: (order) => isOver(order) && hasTwinPayout(order),
  CANCELLED_BUT_PAID: (order) => order.cancelled && order.kept > 0,
  // Given back beyond what was taken is no less a matter to look at.
  CHARGEBACK: (order) => order.flow.dispute !== 0 && !order.disputeGivenUp,
  PAYOUT_WITHOUT_ORDER: () => false,
  PAID_NOT_SHIPPED: (order) => !order.shipped && !order.cancelled && order.kept > 0,
  PAID_NOT_COMPLETED: (order) => order.uncompleted && order.kept > 0,
  REFUND_NOT_WRITTEN_OFF: isRefundOpen,
  CREDIT_WITHOUT_REFUND: (order) => isCreditUnrefunded(order) && order.refundLate,
  OVER: isOver,
  SHORT: (order) => isUnderpaid(order) && (order.late || isSinglePayment(order)),
  OVERDUE: (order) => (isUnpaid(order) || isUncompletedUnpaid(order)) && order.late,
  FEE_DIFF: (order) => order.feesDeviate,
  SHIPPING_DIFF: isFreightHigh,
  NEGATIVE_NET: (order) => order.net < 0 && order.received > 0 && order.refunded === 0 && order.flow.dispute >= 0,
  RESERVE_HELD: (order) => order.flow.reserve !== 0,
  PARTIAL: isUnderpaid,
  NOT_DUE: (order) => isUnpaid(order) || isCreditUnrefunded(order),
  BAD_DEBT: (order) => isClosed(order) && order.badDebt !== 0,
  REFUND_FULL: isGivenBack,
  REFUND_PARTIAL: (order) => isClosed(order) && order.credited > 0,
  CANCELLED: (order) => order.cancelled,
  NOT_SHIPPED: (order) => !order.shipped,
  NOT_COMPLETED: (order) => order.uncompleted,
  WITHIN_TOLERANCE: (order) => isClosed(order) && order.writeOff !== 0,
  EXACT: isClosed,
};

const CALM_STATES = HEADLINES.slice(DISCREPANCIES.length);

/** The headline and every discrepancy of a settled order as of a day. */
export function findDiscrepancies(
  settlement: Settlement,
  judged: Judged,
  asOf: BusinessDate,
  policy: ReconcilePolicy,
): Finding {
  const order = caseOf(settlement, judged, asOf, policy);
  const discrepancies = DISCREPANCIES.filter((state) => CONDITIONS[state](order));
  const headline = discrepancies[0] ?? CALM_STATES.find((state) => CONDITIONS[state](order));
  if (headline === undefined) throw new Error(`no state fits order ${settlement.account.order.orderNumber}`);
  return { headline, discrepancies };
}

function caseOf(settlement: Settlement, judged: Judged, asOf: BusinessDate, policy: ReconcilePolicy): Case {
  const { account, lines, flow, received, compensated, refunded, receivable, credited } = settlement;
  const { fees, other, dueOn, consigned, sold } = settlement;
  const { order } = account;
  const shipped = isShipped(order);
  const { writeOff, badDebt, feesDeviate, disputeGivenUp, refundAccepted, isPaidAbout, refundLate } = judged;
  const came = add(received, compensated);
  const kept = subtract(came, refunded);
  return {
    account,
    lines,
    flow,
    receivable,
    credited,
    received,
    came,
    refunded,
    writeOff,
    badDebt,
    feesDeviate,
    disputeGivenUp,
    refundAccepted,
    isPaidAbout,
    refundLate,
    policy,
    sold,
    shipped,
    uncompleted: shipped && !sold,
    worth: subtract(order.receivable, order.credited),
    cancelled: order.stage === 'cancelled',
    kept: sum([kept, writeOff, badDebt]),
    owed: subtract(receivable, credited),
    net: add(subtract(kept, fees), other),
    late: dueOn !== null && asOf > addDays(dueOn, policy.graceDays),
    unstated: consigned !== null && consigned.statedOn === null,
    awaited: consigned?.awaited ?? false,
  };
}

function isClosed(order: Case): boolean {
  return order.sold && order.kept === order.owed;
}

/** All of it was credited. In consignment also when all goods came back before any statement named the order. */
function isGivenBack(order: Case): boolean {
  if (order.unstated) return !order.awaited;
  return isClosed(order) && order.credited > 0 && order.credited === order.receivable;
}

/** A consigned order without a statement is owed in fact, though not by the books yet. */
function isUnpaid(order: Case): boolean {
  return order.awaited || (order.sold && order.came <= 0 && order.kept < order.owed);
}

/** Nobody paid it, and nobody says why it is not completed either. */
function isUncompletedUnpaid(order: Case): boolean {
  return order.uncompleted && !wasPaid(order) && order.worth > 0;
}

/** By its rows: of an order whose money a person took for an income none is left as received. */
function wasPaid({ lines }: Case): boolean {
  return sum(lines.map(({ flow }) => flow.principal)) > 0;
}

function isUnderpaid(order: Case): boolean {
  return order.sold && order.came > 0 && order.kept < order.owed;
}

/** More was kept than is owed, and no credit note without its refund explains it. */
function isOver(order: Case): boolean {
  return order.sold && order.kept > order.owed && !isCreditUnrefunded(order);
}

/** C > Pr, outstanding below 0, and Pg ≤ G + tolerance: the refund to come is all that is too much. */
function isCreditUnrefunded(order: Case): boolean {
  const { credited, refunded, received, receivable, isPaidAbout } = order;
  const isPaid = received <= receivable || isPaidAbout;
  return order.sold && credited > refunded && order.kept > order.owed && isPaid;
}

/** Refund without credit note. On an order that owes nothing: more was taken back than ever came. */
function isRefundOpen(order: Case): boolean {
  if (!order.sold) return order.refunded > order.came;
  if (isRefundGivenUp(order)) return false;
  const saysRefunded = order.account.order.refunded && order.credited === 0 && !order.unstated;
  return order.refunded > order.credited || saysRefunded;
}

/** A person closed the order by giving up what was refunded too much. */
function isRefundGivenUp(order: Case): boolean {
  return isClosed(order) && (order.writeOff > 0 || order.badDebt > 0 || order.refundAccepted);
}

function isFreightHigh(order: Case): boolean {
  const { freightMax } = order.policy;
  return freightMax !== null && freightBorne(order) > freightMax;
}

/** SHIPPING_FEE − BUYER_SHIPPING − the platform's freight subsidy: what freight cost the seller. */
export function freightBorne({ lines }: Pick<Settlement, 'lines'>): Amount {
  const parts = lines.flatMap(({ components }) => components);
  return negate(sum(parts.filter(({ type }) => FREIGHT.has(type)).map(({ amount }) => amount)));
}

const FREIGHT: ReadonlySet<ComponentType> = new Set(['SHIPPING_FEE', 'SHIPPING_SUBSIDY', 'BUYER_SHIPPING']);

/** True when the platform of every payout line pays once: then what came is final. */
export function isSinglePayment({ lines }: Pick<Settlement, 'lines'>): boolean {
  return lines.every((line) => line.account.batch.paymentMode === 'single');
}

/**
 * The mark of a true double payment (a repeated import never gets here): payout lines of the same principal that alone
 * are more than G, or of which one is wholly too much. Two equal instalments that a third row makes too much are none.
 */
function hasTwinPayout({ lines, receivable, kept, owed }: Case): boolean {
  const counts = new Map<number, number>();
  for (const { flow } of lines) {
    if (flow.principal > 0) counts.set(flow.principal, (counts.get(flow.principal) ?? 0) + 1);
  }
  return [...counts].some(([paid, count]) => count > 1 && (paid * count > receivable || kept - owed >= paid));
}
