// What the fee contracts say about the orders of a run, and what of the fees is claimed back.
import { checkFees, type FeeCheck, NOTHING_CHARGED } from '../fees/check-fees.ts';
import { expectedFees } from '../fees/expected-fees.ts';
import type { FeeSubject } from '../fees/fee-subject.ts';
import { add, type Amount, subtract, ZERO } from '../money.ts';
import type { ComponentType, PayoutLine } from '../payout.ts';
import { type ReconcileInput, shopName } from './account.ts';
import { isSinglePayment } from './find-discrepancies.ts';
import type { Settlement } from './settle-orders.ts';
import { isLate } from './write-off.ts';

const UNCHECKED: FeeCheck = { ...NOTHING_CHARGED, checked: false };

/** The check of each sold order's fees, by order key. Without any contract every fee is unchecked. */
export function judgeFees(
  settlements: readonly Settlement[],
  input: Pick<ReconcileInput, 'feeRules'> & Clock,
): (settlement: Settlement) => FeeCheck {
  const { feeRules, policy } = input;
  if (feeRules.length === 0) {
    return ({ fees }) => (fees === ZERO ? NOTHING_CHARGED : UNCHECKED);
  }
  const subjects = settlements.filter(isCharged).map((settlement) => subjectOf(settlement, input));
  const expected = expectedFees(feeRules, subjects);
  const paid = new Set(subjects.filter((subject) => subject.isPaid).map(({ orderKey }) => orderKey));
  return ({ account: { key } }) => checkFees(expected.get(key) ?? [], policy.feeTolerance, paid.has(key));
}

/** Sold, and money came or was deducted: before that no fee is asked, and none rounded with those of others. */
export const isCharged = ({ sold, lines }: Settlement) => sold && lines.length > 0;

/** Fees above contract, and returns that did not come: what is claimed from the platform. */
export function feeClaimsOf({ deviations }: FeeCheck): ReadonlyMap<ComponentType, Amount> {
  return new Map(deviations.filter(({ excess }) => excess > 0).map(({ type, excess }) => [type, excess]));
}

export function subjectOf(settlement: Settlement, when: Clock): FeeSubject {
  const { account, lines, receivable } = settlement;
  const { order, platform, shop, key } = account;
  // A refund or a second instalment does not take an order out of the payout that its fees were rounded in.
  const first = (lines.find(({ flow }) => flow.principal !== 0 || flow.fee !== 0) ?? lines[0])?.account.line;
  return {
    orderKey: key,
    platform,
    shop: shopName(shop, platform),
    currency: order.currency,
    batchId: first === undefined ? null : payoutOf(first),
    ...{ orderedOn: order.orderedOn, shippedOn: order.shippedOn, completedOn: order.completedOn },
    paidOutOn: first?.paidOutOn ?? null,
    lines: order.lines.map(({ sku, quantity, unitPrice }) => ({ sku, category: null, quantity, unitPrice })),
    amounts: amountsOf(lines),
    receivable,
    isPaid: isPaid(settlement, when),
    // No export tells them: what hangs on them stays open.
    programs: null,
    sellerType: null,
  };
}

/** Within the shop: what the platform pays out in one sum, whatever files it came in. */
const payoutOf = ({ statement = '', paidOutOn }: PayoutLine) => (statement === '' ? paidOutOn : `#${statement}`);

type Clock = Pick<ReconcileInput, 'asOf' | 'policy'>;

/** No more money is to come: all of it did, or what came was the last. */
function isPaid(settlement: Settlement, { asOf, policy }: Clock): boolean {
  const { received, receivable, credited } = settlement;
  if (received <= ZERO) return false;
  const inFull = received >= subtract(receivable, credited);
  return inFull || isSinglePayment(settlement) || isLate(settlement, asOf, policy.graceDays);
}

function amountsOf(lines: Settlement['lines']): FeeSubject['amounts'] {
  const totals: Partial<Record<ComponentType, Amount>> = {};
  for (const { type, amount } of lines.flatMap(({ components }) => components)) {
    totals[type] = add(totals[type] ?? ZERO, amount);
  }
  return totals;
}
