// Whether an order's fees are what the contracts say (手續費與合約不符), and which could not be checked (手續費未核).
import { absolute, type Amount, isRoundingApart, subtract, sumUnrounded, unrounded } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { FeeExpectation } from './expected-fees.ts';
import { isFreight } from './fee-rule.ts';

/** A fee against its contract. */
export interface FeeDeviation {
  readonly type: ComponentType;
  readonly charged: Amount;
  readonly contract: Amount;
  /** Charged less contract: above zero the platform took too much. */
  readonly excess: Amount;
}

export interface FeeCheck {
  /** Every fee that was charged has a contract; freight needs none, `freightBorne` looks at it. */
  readonly checked: boolean;
  readonly deviations: readonly FeeDeviation[];
  /** Within the tolerance, and no further from the exact fee than the contract's rounding reaches (進位尾差). */
  readonly roundings: readonly FeeDeviation[];
  readonly unchecked: readonly ComponentType[];
}

export const NOTHING_CHARGED: FeeCheck = { checked: true, deviations: [], roundings: [], unchecked: [] };

/**
 * @param expectations of one order
 * @param tolerance up to and including which a difference is none; not negative
 */
export function checkFees(expectations: readonly FeeExpectation[], tolerance: Amount): FeeCheck {
  const unchecked = expectations.filter(({ rule, type }) => rule === null && !isFreight(type));
  const apart = expectations.filter(({ rule, charged, contract }) => rule !== null && charged !== contract);
  const [deviations, within] = [apart.filter(isBeyond(tolerance)), apart.filter((fee) => !isBeyond(tolerance)(fee))];
  return {
    checked: unchecked.length === 0,
    deviations: deviations.map(deviationOf),
    roundings: within.filter(isRounding).map(deviationOf),
    unchecked: unchecked.map(({ type }) => type),
  };
}

const isBeyond = (tolerance: Amount) => (fee: FeeExpectation) =>
  absolute(subtract(fee.charged, fee.contract)) > tolerance;

function deviationOf({ type, charged, contract }: FeeExpectation): FeeDeviation {
  return { type, charged, contract, excess: subtract(charged, contract) };
}

/** Less than one unit of the contract's rounding from what the contract asks before rounding. */
function isRounding({ charged, rounded }: FeeExpectation): boolean {
  return rounded !== null && isRoundingApart(unrounded(charged), sumUnrounded(rounded.from), rounded.decimals);
}
