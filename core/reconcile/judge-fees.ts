// What the fee contracts say about the orders of a run, and what of the fees is claimed back.
import { checkFees, type FeeCheck, NOTHING_CHARGED } from '../fees/check-fees.ts';
import { expectedFees } from '../fees/expected-fees.ts';
import type { FeeSubject } from '../fees/fee-subject.ts';
import { add, type Amount, negate, subtract, ZERO } from '../money.ts';
import { isShipped } from '../order.ts';
import type { ComponentType } from '../payout.ts';
import { type ReconcileInput, shopName } from './account.ts';
import type { Settlement } from './settle-orders.ts';

const UNCHECKED: FeeCheck = { ...NOTHING_CHARGED, checked: false };

/** The check of each shipped order's fees, by order key. Without any contract every fee is unchecked. */
export function judgeFees(
  settlements: readonly Settlement[],
  { feeRules, policy }: Pick<ReconcileInput, 'feeRules' | 'policy'>,
): (settlement: Settlement) => FeeCheck {
  if (feeRules.length === 0) {
    return ({ fees }) => (fees === ZERO ? NOTHING_CHARGED : UNCHECKED);
  }
  const expected = expectedFees(feeRules, settlements.filter(isSold).map(subjectOf));
  return ({ account }) => checkFees(expected.get(account.key) ?? [], policy.feeTolerance);
}

export const isSold = ({ account }: Settlement) => isShipped(account.order);

/**
 * Fees above contract, to be claimed from the platform. What came back beyond the contract's own refund lowers the
 * claims in the order of types.
 */
export function feeClaimsOf({ deviations }: FeeCheck): ReadonlyMap<ComponentType, Amount> {
  const claims = new Map<ComponentType, Amount>();
  let returned = deviations
    .filter(({ type, excess }) => type === 'FEE_REVERSAL' && excess < 0)
    .reduce((total, { excess }) => add(total, negate(excess)), ZERO);
  for (const { type, excess } of deviations) {
    if (excess <= 0 || type === 'FEE_REVERSAL') continue;
    const settled = returned < excess ? returned : excess;
    returned = subtract(returned, settled);
    if (excess > settled) claims.set(type, subtract(excess, settled));
  }
  return claims;
}

export function subjectOf({ account, lines, receivable }: Settlement): FeeSubject {
  const { order, platform, shop, key } = account;
  const last = lines.at(-1)?.account;
  return {
    orderKey: key,
    platform,
    shop: shopName(shop, platform),
    currency: order.currency,
    batchId: last?.batch.id ?? null,
    ...{ orderedOn: order.orderedOn, shippedOn: order.shippedOn, completedOn: order.completedOn },
    paidOutOn: last?.line.paidOutOn ?? null,
    lines: order.lines.map(({ sku, quantity, unitPrice }) => ({ sku, category: null, quantity, unitPrice })),
    amounts: amountsOf(lines),
    receivable,
    programs: [],
    sellerType: null,
  };
}

function amountsOf(lines: Settlement['lines']): FeeSubject['amounts'] {
  const totals: Partial<Record<ComponentType, Amount>> = {};
  for (const { type, amount } of lines.flatMap(({ account }) => account.line.components)) {
    totals[type] = add(totals[type] ?? ZERO, amount);
  }
  return totals;
}
