// Whether an order's fees are what the contracts say (手續費與合約不符), and which could not be checked (手續費未核).
import {
  absolute,
  add,
  type Amount,
  isRoundingApart,
  larger,
  negate,
  smaller,
  subtract,
  sumUnrounded,
  unrounded,
} from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { FeeExpectation } from './expected-fees.ts';
import { type FeeFact, isFreight } from './fee-rule.ts';

/** A fee against its contract. */
export interface FeeDeviation {
  readonly type: ComponentType;
  /** Less what came back of it beyond the contract (FEE_REVERSAL). */
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
  /** Less than the contract so far, of an order that is still being paid: the rest may come with its money. */
  readonly toCome: readonly ComponentType[];
  /** What is not known of the order, so that a fee stays unchecked although contracts are set. */
  readonly lacking: readonly FeeFact[];
}

export const NOTHING_CHARGED: FeeCheck = {
  checked: true,
  deviations: [],
  roundings: [],
  unchecked: [],
  toCome: [],
  lacking: [],
};

/**
 * @param expectations of one order
 * @param tolerance up to and including which a difference is none; not negative
 * @param isPaid whether the order is paid in full or finally: before that no fee is too little
 */
export function checkFees(expectations: readonly FeeExpectation[], tolerance: Amount, isPaid: boolean): FeeCheck {
  const unchecked = expectations.filter(({ rule, type }) => rule === null && !isFreight(type));
  const apart = netReturns(expectations.filter(({ rule }) => rule !== null)).filter(isApart);
  const isToCome = (fee: FeeExpectation) => !isPaid && fee.charged < fee.contract;
  const asked = apart.filter((fee) => !isToCome(fee));
  const isBeyond = (fee: FeeExpectation) => absolute(excessOf(fee)) > tolerance;
  return {
    checked: unchecked.length === 0,
    deviations: asked.filter(isBeyond).map(deviationOf),
    roundings: asked.filter((fee) => !isBeyond(fee) && isRounding(fee)).map(deviationOf),
    unchecked: unchecked.map(({ type }) => type),
    toCome: apart.filter(isToCome).map(({ type }) => type),
    lacking: [...new Set(unchecked.flatMap(({ lacking }) => lacking))],
  };
}

const excessOf = ({ charged, contract }: FeeExpectation) => subtract(charged, contract);
const isApart = ({ charged, contract }: FeeExpectation) => charged !== contract;

/**
 * What came back beyond the contract's own refund settles what was charged too much, and what did not come back is no
 * loss as far as it was never charged: both in the order of types, whatever the platform calls the row.
 */
function netReturns(fees: readonly FeeExpectation[]): readonly FeeExpectation[] {
  const back = fees.find(({ type }) => type === 'FEE_REVERSAL');
  if (back === undefined || !isApart(back)) return fees;
  let rest = excessOf(back);
  const settled = fees.map((fee) => {
    const excess = excessOf(fee);
    if (fee === back || excess === 0 || rest === 0 || excess > 0 === rest > 0) return fee;
    const taken = rest < 0 ? smaller(excess, negate(rest)) : larger(excess, negate(rest));
    rest = add(rest, taken);
    return { ...fee, charged: subtract(fee.charged, taken) };
  });
  return settled.map((fee) => (fee === back ? { ...fee, charged: add(fee.contract, rest) } : fee));
}

function deviationOf(fee: FeeExpectation): FeeDeviation {
  const { type, charged, contract } = fee;
  return { type, charged, contract, excess: excessOf(fee) };
}

/** Less than one unit of the contract's rounding from what the contract asks before rounding. */
function isRounding({ charged, rounded }: FeeExpectation): boolean {
  return rounded !== null && isRoundingApart(unrounded(charged), sumUnrounded(rounded.from), rounded.decimals);
}
