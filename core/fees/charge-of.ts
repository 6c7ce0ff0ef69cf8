// One charge before rounding: rate, tiers, fixed part, limits and tax of a rule on one line, order, payout or month.
import { type Amount, amountOfUnits, fraction, ONE_WHOLE, type Rate, round, smaller } from '../money.ts';
import { subtract, sumUnrounded, times, type Unrounded, unrounded, ZERO } from '../money.ts';
import type { FeeRule, FeeTiers } from './fee-rule.ts';

/** What a charge is computed on. */
export interface ChargeUnit {
  readonly base: Amount;
  /** Pieces sold. */
  readonly quantity: number;
  /** Only lines have one; null: not known. */
  readonly category: string | null;
}

const NOTHING = unrounded(ZERO);
/** Quantities are compared with tier limits, which are written like amounts. */
const UNITS_PER_PIECE = 10_000;

/**
 * The exact charge, tax included. A rule with a base asks nothing of a base that is not above zero, whatever its
 * fixed part and minimum.
 * @returns null where the rate hangs on a category that is not known or not listed
 */
export function chargeOf(rule: FeeRule, unit: ChargeUnit): Unrounded | null {
  if (rule.base.length > 0 && unit.base <= 0) return NOTHING;
  const proportional = rule.tiers ? tieredPart(rule.tiers, capped(rule, unit)) : ratedPart(rule, capped(rule, unit));
  if (proportional === null) return null;
  const asked = rule.fixed === null ? proportional : sumUnrounded([proportional, unrounded(rule.fixed)]);
  const taxed = withTax(rule, withinLimits(rule, asked));
  const { unitDecimals } = rule.rounding;
  return unitDecimals === null ? taxed : unrounded(round(taxed, 'halfUp', unitDecimals));
}

function capped(rule: FeeRule, unit: ChargeUnit): ChargeUnit {
  return rule.baseCap === null ? unit : { ...unit, base: smaller(unit.base, rule.baseCap) };
}

function ratedPart(rule: FeeRule, { base, category }: ChargeUnit): Unrounded | null {
  if (rule.byCategory === null) return rule.rate === null ? NOTHING : times(base, rule.rate);
  if (category === null) return null;
  const rate = Object.hasOwn(rule.byCategory, category) ? rule.byCategory[category] : rule.rate;
  return rate === null || rate === undefined ? null : times(base, rate);
}

function tieredPart(tiers: FeeTiers, { base, quantity }: ChargeUnit): Unrounded {
  const measure = tiers.by === 'base' ? base : amountOfUnits(quantity * UNITS_PER_PIECE);
  if (tiers.mode === 'whole' || tiers.by === 'quantity') return times(base, rateAt(tiers, measure));
  let below: Amount = ZERO;
  return sumUnrounded(
    tiers.steps.map(({ upTo, rate }) => {
      const top = upTo === null ? base : smaller(base, upTo);
      const part = top > below ? subtract(top, below) : ZERO;
      below = upTo ?? base;
      return times(part, rate);
    }),
  );
}

function rateAt(tiers: FeeTiers, measure: Amount): Rate {
  const step = tiers.steps.find(({ upTo }) => upTo === null || measure <= upTo) ?? tiers.steps.at(-1);
  if (step === undefined) throw new RangeError('tiers without steps');
  return step.rate;
}

function withinLimits({ min, max }: FeeRule, asked: Unrounded): Unrounded {
  const least = min === null ? asked : unrounded(min);
  const raised = asked < least ? least : asked;
  const most = max === null ? raised : unrounded(max);
  return raised > most ? most : raised;
}

function withTax({ taxIncluded, taxRate }: FeeRule, asked: Unrounded): Unrounded {
  return taxIncluded ? asked : sumUnrounded([asked, fraction(asked, taxRate, ONE_WHOLE)]);
}
