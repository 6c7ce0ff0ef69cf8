// The states of an order: each a condition on its settlement, the headline the first that holds.
import { addDays, type BusinessDate } from '../business-date.ts';
import { add, subtract } from '../money.ts';
import { isShipped } from '../order.ts';
import type { ReconcilePolicy } from './account.ts';
import { DISCREPANCIES, type Headline, HEADLINES } from './outcome.ts';
import type { Settlement } from './settle-orders.ts';

export interface Finding {
  readonly headline: Headline;
  /** All states of the work list that hold, by precedence. */
  readonly discrepancies: readonly Headline[];
}

interface Case extends Settlement {
  readonly asOf: BusinessDate;
  readonly shipped: boolean;
  readonly cancelled: boolean;
  /** Pg − Pr. */
  readonly kept: number;
  /** G − C. */
  readonly owed: number;
  readonly net: number;
  /** D > due + grace; never while no date is known. */
  readonly late: boolean;
}

type Condition = (order: Case) => boolean;

/** Exact conditions of reconciliation.md §4, in its symbols: G receivable, C credited, Pg received, Pr refunded. */
const CONDITIONS: Readonly<Record<Headline, Condition>> = {
  FILE_INCONSISTENT: (order) => order.lines.some((line) => !line.account.batch.foots),
  DUPLICATE_LINE: (order) => isOver(order) && hasTwinPayout(order),
  CANCELLED_BUT_PAID: (order) => order.cancelled && order.kept > 0,
  PAYOUT_WITHOUT_ORDER: () => false,
  PAID_NOT_SHIPPED: (order) => !order.shipped && !order.cancelled && order.kept > 0,
  REFUND_NOT_WRITTEN_OFF: isRefundOpen,
  CREDIT_WITHOUT_REFUND: isCreditUnrefunded,
  OVER: isOver,
  SHORT: (order) => isUnderpaid(order) && (order.late || isSinglePayment(order)),
  OVERDUE: (order) => isUnpaid(order) && order.late,
  NEGATIVE_NET: (order) => order.net < 0 && order.received > 0 && order.refunded === 0,
  PARTIAL: isUnderpaid,
  NOT_DUE: isUnpaid,
  REFUND_FULL: (order) => isClosed(order) && order.credited > 0 && order.credited === order.receivable,
  REFUND_PARTIAL: (order) => isClosed(order) && order.credited > 0,
  CANCELLED: (order) => order.cancelled,
  NOT_SHIPPED: (order) => !order.shipped,
  EXACT: isClosed,
};

/** The headline and every discrepancy of a settled order as of a day. */
export function findDiscrepancies(settlement: Settlement, asOf: BusinessDate, policy: ReconcilePolicy): Finding {
  const order = caseOf(settlement, asOf, policy);
  const headline = HEADLINES.find((state) => CONDITIONS[state](order));
  if (headline === undefined) throw new Error(`no state fits order ${settlement.account.order.orderNumber}`);
  return { headline, discrepancies: DISCREPANCIES.filter((state) => CONDITIONS[state](order)) };
}

function caseOf(settlement: Settlement, asOf: BusinessDate, policy: ReconcilePolicy): Case {
  const { order } = settlement.account;
  const { received, refunded, receivable, credited, fees, other, dueOn } = settlement;
  const kept = subtract(received, refunded);
  return {
    ...settlement,
    asOf,
    shipped: isShipped(order),
    cancelled: order.stage === 'cancelled',
    kept,
    owed: subtract(receivable, credited),
    net: add(subtract(kept, fees), other),
    late: dueOn !== null && asOf > addDays(dueOn, policy.graceDays),
  };
}

function isClosed(order: Case): boolean {
  return order.shipped && order.kept === order.owed;
}

function isUnpaid(order: Case): boolean {
  return order.shipped && order.received <= 0 && order.kept < order.owed;
}

function isUnderpaid(order: Case): boolean {
  return order.shipped && order.received > 0 && order.kept < order.owed;
}

/** More was kept than is owed, and no credit note without its refund explains it. */
function isOver(order: Case): boolean {
  return order.shipped && order.kept > order.owed && !isCreditUnrefunded(order);
}

function isCreditUnrefunded(order: Case): boolean {
  const { credited, refunded, received, receivable } = order;
  return order.shipped && credited > refunded && order.kept > order.owed && received <= receivable;
}

/** Refund without credit note. On an order that owes nothing: more was taken back than ever came. */
function isRefundOpen(order: Case): boolean {
  if (!order.shipped) return order.refunded > order.received;
  const saysRefunded = order.account.order.refunded && order.credited === 0;
  return order.refunded > order.credited || saysRefunded;
}

function isSinglePayment(order: Case): boolean {
  return order.lines.every((line) => line.account.batch.paymentMode === 'single');
}

/** Two payout lines with the same principal: the mark of a true double payment (a repeated import never gets here). */
function hasTwinPayout(order: Case): boolean {
  const paid = order.lines.map((line) => line.flow.principal as number).filter((principal) => principal > 0);
  return new Set(paid).size < paid.length;
}
