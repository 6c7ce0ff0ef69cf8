// A payout line that pays several orders, shared out: of every sum each order has its part by largest remainder, so that
// fees, freight and subsidy count once whoever reads them.
import { absolute, type Amount, type Currency, decimalsOf, fraction, negate, spread, unrounded } from '../money.ts';
import { amountOfUnits, subtract, sum, ZERO } from '../money.ts';
import type { Component, PayoutLine } from '../payout.ts';
import { type Flow, FLOW_PARTS, type FlowPart, flowPartOf } from './flow.ts';

/**
 * The total in parts by weight, in the currency's own decimals as far as the total has no more; the parts sum to it.
 * @param weights not negative, with one above zero; of equal rests the earlier one is served first
 */
export function shareOut(total: Amount, weights: readonly number[], currency: Currency): Amount[] {
  const whole = weights.reduce((left, right) => left + right, 0);
  const size = absolute(total);
  const decimals = isWholeAt(size, decimalsOf(currency)) ? decimalsOf(currency) : 4;
  const shares = weights.map((weight) => fraction(unrounded(size), weight, whole));
  const parts = spread(size, shares, decimals);
  return total < 0 ? parts.map(negate) : parts;
}

const isWholeAt = (amount: Amount, decimals: number) => amount % 10 ** (4 - decimals) === 0;

/**
 * The components of a line as each of its orders has them. An order's components of one kind sum to its share of that
 * kind, and what the orders have of a component sums to it.
 * @param shares of the line, one for each order, as the link holds them
 */
export function shareComponents(
  { components, currency }: Pick<PayoutLine, 'components' | 'currency'>,
  shares: readonly Flow[],
): Component[][] {
  const own = shares.map((): Component[] => []);
  for (const part of FLOW_PARTS) {
    const ofPart = components.filter(({ type }) => flowPartOf(type) === part);
    const [largest, ...others] = [...ofPart].sort((left, right) => absolute(right.amount) - absolute(left.amount));
    if (largest === undefined) continue;
    const weights = weightsOf(shares, part);
    const shared = others.map((one) => ({ one, parts: shareOut(one.amount, weights, currency) }));
    shares.forEach((share, at) => {
      const smaller = shared.map(({ one, parts }) => ({ ...one, amount: parts[at] ?? ZERO }));
      // The largest one takes the rest, so that the order's sum is what its link says.
      const rest = subtract(share[part], sum(smaller.map(({ amount }) => amount)));
      own[at]?.push({ ...largest, amount: rest }, ...smaller);
    });
  }
  return own;
}

/** By what each order has of this kind; where that is nothing, or says nothing, by what it was paid. */
function weightsOf(shares: readonly Flow[], part: FlowPart): number[] {
  const kinds: readonly FlowPart[] = [part, 'principal'];
  const weights = kinds.map((kind) => shares.map((share): number => share[kind]));
  const speaking = weights.find((all) => all.some((one) => one !== 0) && new Set(all.map(Math.sign)).size === 1);
  return speaking?.map(Math.abs) ?? shares.map(() => amountOfUnits(1));
}
