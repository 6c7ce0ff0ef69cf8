// How exactly the orders tell a rate: the least and the most that hold for as many of them.
import { type Rate, rateOfMillionths } from '../money.ts';
import { type FeeBook, valuesOf } from './learn-book.ts';
import { type Fitted, tryOn } from './learn-fit.ts';

const RATE_MAX = 1_000_000;

/** Dear orders tell a rate best: the span is found among so many of them, then narrowed by all. */
const DEAREST = 300;

/**
 * Each end has been seen to hold on all orders that do. An order's charge never falls as the rate rises, so between
 * the ends there is no gap, unless parts of a rounded sum change their places.
 */
export function spanOfRates(
  book: FeeBook,
  places: readonly number[],
  fit: Fitted,
): { readonly least: Rate; readonly most: Rate } | null {
  const { rate, rounding, base } = fit.terms;
  if (rate === null) return null;
  const holding = places.filter((place, at) => book.charged[place] === fit.contracts[at]);
  const all = rounding.level === 'order' || rounding.level === 'line' ? holding : places;
  const values = new Map(valuesOf(book, base, holding).map((value, at) => [holding[at], value]));
  const dearest = [...holding].sort((one, other) => (values.get(other) ?? 0) - (values.get(one) ?? 0));
  const few = all === holding ? dearest.slice(0, DEAREST) : all;
  const holds = (some: readonly number[], least: number) => (millionths: number) =>
    tryOn(book, some, { ...fit, terms: { ...fit.terms, rate: rateOfMillionths(millionths) } }).holds >= least;
  const onFew = holds(few, few === all ? fit.holds : few.length);
  const onAll = holds(all, fit.holds);
  const apart = (sign: 1 | -1, limit: number) => {
    const most = furthest((distance) => onFew(rate + sign * distance), limit);
    if (most === 0 || few === all || onAll(rate + sign * most)) return most;
    return furthest((distance) => onAll(rate + sign * distance), most - 1);
  };
  return {
    least: rateOfMillionths(rate - apart(-1, rate - 1)),
    most: rateOfMillionths(rate + apart(1, RATE_MAX - rate)),
  };
}

/** The greatest distance up to a limit that holds, where every lesser one does. */
function furthest(holds: (apart: number) => boolean, limit: number): number {
  let good = 0;
  let bad = 1;
  while (bad <= limit && holds(bad)) {
    good = bad;
    bad *= 2;
  }
  bad = Math.min(bad, limit + 1);
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
