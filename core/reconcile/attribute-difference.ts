// Why the money that came is not the money expected: every difference as reasons that sum to it exactly (I8).
import type { FeeCheck, FeeDeviation } from '../fees/check-fees.ts';
import { absolute, type Amount, add, larger, negate, oneUnitOf, smaller, subtract, sum, ZERO } from '../money.ts';
import { isShipped, type Order } from '../order.ts';
import type { Adjustments } from './book-order.ts';
import { typeTotal } from './flow.ts';
import { explainedByCredit } from './open-credit.ts';
import type { Difference, DifferenceReason, Headline } from './outcome.ts';
import { restOf } from './write-off.ts';
import type { Settlement } from './settle-orders.ts';

export interface Attribution {
  readonly expectedNet: Amount;
  readonly differences: readonly Difference[];
}

/**
 * expectedNet − net = Σ differences. Expected are G − C less fees: by contract where one deviates or rounds otherwise,
 * else as charged; of an order that owes nothing, nothing is expected.
 * @param gap how an open rest is called in the order's state
 */
export function attributeDifference(
  settlement: Settlement,
  given: GivenUp,
  { deviations, roundings }: FeeCheck,
  gap: GapReason,
): Attribution {
  const { fees, flow, receivable, credited } = settlement;
  const owes = settlement.sold;
  const excess = add(excessOf(deviations), excessOf(roundings));
  const expectedFees = owes ? subtract(fees, excess) : ZERO;
  const differences: Difference[] = [
    ...(owes ? restReasons(settlement, given, gap) : withoutSale(settlement)),
    ...(owes ? [...feeReasons('FEE_DIFF', deviations), ...feeReasons('ROUNDING_DIFF', roundings)] : []),
    reason(flow.dispute > 0 ? 'DISPUTE_SURPLUS' : 'CHARGEBACK', negate(flow.dispute)),
    reason(flow.reserve > 0 ? 'RESERVE_SURPLUS' : 'RESERVE_HELD', negate(flow.reserve)),
    reason('TAX', negate(flow.tax)),
    reason('ADJUSTMENT', negate(add(flow.rest, flow.transit))),
  ];
  return {
    expectedNet: subtract(subtract(receivable, credited), expectedFees),
    differences: differences.filter(({ amount }) => amount !== 0),
  };
}

/** 尾差 and 呆帳. */
type GivenUp = Pick<Adjustments, 'writeOff' | 'badDebt'>;

const excessOf = (fees: readonly FeeDeviation[]) => (fees.length === 0 ? ZERO : sum(fees.map((fee) => fee.excess)));

function feeReasons(name: DifferenceReason, fees: readonly FeeDeviation[]): Difference[] {
  return fees.map(({ type, charged, excess }) => ({ reason: name, feeType: type, charged, amount: excess }));
}

export type GapReason = Extract<DifferenceReason, 'NOT_DUE' | 'INSTALMENT_OPEN' | 'OVERDUE' | 'SHORT' | 'OVER'>;

/** What an order's open rest is called. */
export function gapReasonOf(discrepancies: readonly Headline[], rest: Amount, came: Amount): GapReason {
  if (rest < 0) return 'OVER';
  if (discrepancies.includes('SHORT')) return 'SHORT';
  if (discrepancies.includes('OVERDUE')) return 'OVERDUE';
  return came > 0 ? 'INSTALMENT_OPEN' : 'NOT_DUE';
}

/** Splits G − C − (Pg − Pr): written off, compensated, refund and credit out of step, missing subsidy, and the rest. */
function restReasons(settlement: Settlement, { writeOff, badDebt }: GivenUp, gap: GapReason): Difference[] {
  const { credited, refunded, compensated } = settlement;
  const unpaid = subtract(subtract(add(restOf(settlement), compensated), writeOff), badDebt);
  const inPlace = larger(smaller(compensated, unpaid), ZERO);
  const rest = subtract(unpaid, inPlace);
  const given = [
    reason(writtenOffAs(settlement, writeOff), writeOff),
    reason('BAD_DEBT', badDebt),
    reason('COMPENSATED', inPlace),
    reason('REIMBURSEMENT', negate(compensated)),
  ];
  if (rest === 0) return given;
  const beyondCredit = larger(subtract(refunded, credited), ZERO);
  const refund = beyondCredit > 0 ? beyondCredit : negate(explainedByCredit(settlement, rest));
  const subsidy = smallerWithin(missingSubsidy(settlement), subtract(rest, refund));
  return [
    ...given,
    reason(refund > 0 ? 'REFUND_NOT_WRITTEN_OFF' : 'CREDIT_WITHOUT_REFUND', refund),
    reason('SUBSIDY_DIFF', subsidy),
    reason(gapOf(gap, subtract(subtract(rest, refund), subsidy)), subtract(subtract(rest, refund), subsidy)),
  ];
}

/** The part of the rest that is an over- or underpayment is called so by its sign. */
const gapOf = (gap: GapReason, amount: Amount): GapReason => (amount < 0 ? 'OVER' : gap === 'OVER' ? 'SHORT' : gap);

/** Money comes in whole units of its currency: what is written off below one of them is a rounding. */
function writtenOffAs({ account }: Settlement, writeOff: Amount): DifferenceReason {
  return absolute(writeOff) < oneUnitOf(account.order.currency) ? 'ROUNDING_DIFF' : 'WRITE_OFF';
}

/** A missing subsidy explains at most what is missing. */
function smallerWithin(subsidy: Amount, missing: Amount): Amount {
  return subsidy > 0 && missing > 0 ? smaller(subsidy, missing) : ZERO;
}

/** What the order export says the platform adds, less what it paid; on consignment only what was agreed is owed. */
export function missingSubsidy({ account, sold, lines, consigned }: Settlement): Amount {
  const expected = account.order.parts?.PLATFORM_SUBSIDY;
  if (expected === undefined || !sold) return ZERO;
  if (consigned !== null && (consigned.statedOn === null || consigned.agreed === null)) return ZERO;
  const paid = lines.map((line) => typeTotal(line, 'PLATFORM_SUBSIDY'));
  return subtract(expected, sum(paid));
}

function withoutSale({ account, received, compensated, refunded, fees }: Settlement): Difference[] {
  const kept = subtract(received, refunded);
  return [
    reason(heldBecause(account.order), negate(kept)),
    reason('REIMBURSEMENT', negate(compensated)),
    reason('FEE_WITHOUT_SALE', fees),
  ];
}

function heldBecause(order: Order): DifferenceReason {
  if (order.stage === 'cancelled') return 'CANCELLED_BUT_PAID';
  return isShipped(order) ? 'PAID_NOT_COMPLETED' : 'PAID_NOT_SHIPPED';
}

function reason(name: DifferenceReason, amount: Amount): Difference {
  return { reason: name, feeType: null, charged: null, amount };
}
