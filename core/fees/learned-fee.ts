// What can be learned of a fee from the user's own statements: rules with the days they held, and how well they fit.
import type { BusinessDate } from '../business-date.ts';
import type { Amount, Currency, Rate } from '../money.ts';
import type { DecidingDay, FeeRule, FeeType, RefundPolicy } from './fee-rule.ts';

/** The part of a rule that figures can tell. Rates are found as charged, so tax is in them. */
export type LearnedTerms = Pick<FeeRule, 'scope' | 'base' | 'rate' | 'fixed' | 'min' | 'max' | 'rounding'>;

/** How terms fit orders, counted by exact arithmetic: `holds` are equal to the last decimal. */
export interface FeeFit {
  readonly holds: number;
  readonly of: number;
  /** Charged less contract → orders, from the lowest; without those that hold. */
  readonly residuals: ReadonlyMap<Amount, number>;
  /** Keys of the orders that do not hold, in their sequence. */
  readonly exceptions: readonly string[];
}

export interface LearnedPeriod {
  /** First and last day seen; null where no change was found, so days play no part. */
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  /** The earliest day on which these terms may have begun: from there to `from` the ones before hold as well. */
  readonly earliestFrom: BusinessDate | null;
  /** The simplest terms that hold for most orders. */
  readonly terms: LearnedTerms;
  readonly fit: FeeFit;
  /** Every rate from the least to the most holds for as many orders; null without a rate. */
  readonly rates: { readonly least: Rate; readonly most: Rate } | null;
  /** Other terms that hold for as many orders: these figures cannot choose between them. */
  readonly alternatives: readonly LearnedTerms[];
}

/** One fee of one shop in one currency. */
export interface LearnedFee {
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly feeType: FeeType;
  /** The days by which the periods are told apart equally well; the first is the one used. Empty: one period only. */
  readonly when: readonly DecidingDay[];
  /** From the earliest; empty where nothing holds. */
  readonly periods: readonly LearnedPeriod[];
  /** Keys of the orders in no period: without the day that decides, or with too few of their kind. */
  readonly unexplained: readonly string[];
}

/** What figures cannot tell, and a person decides. */
export interface RuleNaming {
  readonly id: string;
  readonly version: number;
  readonly refundPolicy: RefundPolicy;
  readonly taxRate: Rate;
  readonly source: string;
}

/** A contract of what was learned: a proposal, to be looked at before it is kept. The last period has no end. */
export function proposeFeeRule(fee: LearnedFee, period: LearnedPeriod, naming: RuleNaming): FeeRule {
  const isLast = fee.periods.at(-1) === period;
  return {
    ...{ platform: fee.platform, shopPattern: fee.shop, currency: fee.currency, feeType: fee.feeType },
    ...{ sellerType: null, programs: { has: [], lacks: [] }, baseCap: null, byCategory: null, tiers: null },
    ...{ additive: [], taxIncluded: true, taxVoucher: 'none', checkedAt: null },
    ...period.terms,
    ...naming,
    when: fee.when[0] ?? 'orderCreated',
    validFrom: period.from,
    validTo: isLast ? null : period.to,
  };
}
