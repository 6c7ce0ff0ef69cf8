// Whether an order's fees are what the contracts say (手續費與合約不符), and which could not be checked (手續費未核).
import { type Amount, subtract, sum, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { FeeExpectation } from './expected-fees.ts';
import { isFreight } from './fee-rule.ts';
import type { FeeSubject } from './fee-subject.ts';

interface FeeDeviation {
  readonly type: ComponentType;
  readonly charged: Amount;
  readonly contract: Amount;
  /** Charged less contract: above zero the platform took too much. */
  readonly excess: Amount;
}

export interface FeeCheck {
  /** Every fee that was charged has a contract; freight needs none, `shippingExcess` looks at it. */
  readonly checked: boolean;
  readonly deviations: readonly FeeDeviation[];
  readonly unchecked: readonly ComponentType[];
}

/**
 * @param expectations of one order
 * @param tolerance up to and including which a difference is none; not negative
 */
export function checkFees(expectations: readonly FeeExpectation[], tolerance: Amount): FeeCheck {
  const unchecked = expectations.filter(({ rule, type }) => rule === null && !isFreight(type));
  const deviations = expectations
    .filter(({ rule }) => rule !== null)
    .map(({ type, charged, contract }) => ({ type, charged, contract, excess: subtract(charged, contract) }))
    .filter(({ excess }) => Math.abs(excess) > tolerance);
  return { checked: unchecked.length === 0, deviations, unchecked: unchecked.map(({ type }) => type) };
}

/**
 * What freight cost beyond what the buyer and the platform gave for it (運費差異): positive when the seller paid.
 * SHIPPING_FEE − BUYER_SHIPPING − the platform's subsidy, as costs.
 */
export function shippingExcess({ SHIPPING_FEE, SHIPPING_SUBSIDY, BUYER_SHIPPING }: FeeSubject['amounts']): Amount {
  return subtract(ZERO, sum([SHIPPING_FEE ?? ZERO, SHIPPING_SUBSIDY ?? ZERO, BUYER_SHIPPING ?? ZERO]));
}
