// Contracts proposed from the shop's own statements, with all that a person needs to judge them: the fit, the orders that
// do not hold, what fits as well, and how the contracts in force do on the same orders.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, rateOfMillionths, type Rate, subtract, ZERO } from '../money.ts';
import { expectedFees, type FeeExpectation } from './expected-fees.ts';
import { type DecidingDay, FEE_TYPES, type FeeRule, type FeeType, isFreight } from './fee-rule.ts';
import { dayThatDecides, type FeeSubject } from './fee-subject.ts';
import { learnFeeRule } from './learn-fee-rule.ts';
import { type LearnedFee, type LearnedPeriod, type LearnedTerms, proposeFeeRule } from './learned-fee.ts';

/** An order on which a contract and the platform disagree. */
export interface FeeMisfit {
  readonly orderKey: string;
  readonly charged: Amount;
  readonly contract: Amount;
}

interface ProposedFit {
  readonly holds: number;
  readonly of: number;
  /** Charged less contract, from the lowest; without those that hold. */
  readonly residuals: readonly { readonly amount: Amount; readonly orders: number }[];
  readonly exceptions: readonly FeeMisfit[];
}

export interface ProposedPeriod {
  /** The contract as it would be kept; its version is given when it is. */
  readonly rule: FeeRule;
  readonly earliestFrom: BusinessDate | null;
  readonly fit: ProposedFit;
  readonly rates: { readonly least: Rate; readonly most: Rate } | null;
  readonly alternatives: readonly LearnedTerms[];
}

/** How the contracts in force do on the same orders. */
interface FitInForce {
  readonly rules: readonly { readonly id: string; readonly version: number }[];
  readonly holds: number;
  readonly deviates: number;
  /** Orders for which no contract is in force. */
  readonly unchecked: number;
}

/** One fee of one shop in one currency. */
export interface FeeProposal {
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly feeType: FeeType;
  readonly orders: number;
  /** First and last day of these orders, by the day on which they were placed. */
  readonly seen: { readonly from: BusinessDate; readonly to: BusinessDate } | null;
  readonly when: readonly DecidingDay[];
  /** From the earliest; empty where nothing holds. */
  readonly periods: readonly ProposedPeriod[];
  /** Keys of orders in no period. */
  readonly unexplained: readonly string[];
  /** Null where none is in force for any of the orders. */
  readonly inForce: FitInForce | null;
}

/**
 * A proposal for each fee that was charged, but for freight, which is no rate of the price.
 * @param held contracts that are kept now
 */
export function proposeFees(subjects: readonly FeeSubject[], held: readonly FeeRule[]): FeeProposal[] {
  const expected = expectedFees(held, subjects);
  return FEE_TYPES.filter((type) => !isFreight(type)).flatMap((feeType) =>
    learnFeeRule(subjects, feeType).map((fee) => proposalOf(fee, subjects.filter(isOf(fee)), expected)),
  );
}

const isOf =
  ({ platform, shop, currency }: LearnedFee) =>
  (subject: FeeSubject): boolean =>
    subject.platform === platform && subject.shop === shop && subject.currency === currency;

type Expected = ReadonlyMap<string, readonly FeeExpectation[]>;

function proposalOf(fee: LearnedFee, own: readonly FeeSubject[], held: Expected): FeeProposal {
  const { platform, shop, currency, feeType, when, unexplained } = fee;
  const seen = own.flatMap((subject) => dayThatDecides(subject, 'orderCreated') ?? []).sort();
  const [from, to] = [seen[0], seen.at(-1)];
  const span = from === undefined || to === undefined ? null : { from, to };
  const named = {
    id: `${platform}:${shop}:${currency}:${feeType}`,
    refundPolicy: policySeen(own),
    source: sourceOf(span),
  };
  const rules = fee.periods.map((period, at) =>
    proposeFeeRule(fee, period, { ...named, version: at + 1, taxRate: rateOfMillionths(0) }),
  );
  const asked = expectedFees(rules, own);
  return {
    ...{ platform, shop, currency, feeType, when, unexplained, seen: span, orders: own.length },
    periods: fee.periods.flatMap((period, at) => {
      const rule = rules[at];
      return rule === undefined ? [] : periodOf(period, rule, asked);
    }),
    inForce: inForceOf(feeType, own, held),
  };
}

/** Where fees came back in any file, they come back by the share that was refunded; the person may know better. */
function policySeen(own: readonly FeeSubject[]): FeeRule['refundPolicy'] {
  return { policy: own.some(({ amounts }) => (amounts.FEE_REVERSAL ?? ZERO) !== 0) ? 'proportional' : 'none' };
}

const sourceOf = (seen: FeeProposal['seen']) => (seen === null ? 'statements' : `statements ${seen.from} – ${seen.to}`);

function periodOf(period: LearnedPeriod, rule: FeeRule, asked: Expected): ProposedPeriod {
  const { fit, rates, alternatives, earliestFrom } = period;
  const exceptions = fit.exceptions.map((orderKey): FeeMisfit => {
    const found = expectationOf(asked, orderKey, rule.feeType);
    return { orderKey, charged: found?.charged ?? ZERO, contract: found?.contract ?? ZERO };
  });
  const residuals = [...fit.residuals].map(([amount, orders]) => ({ amount, orders }));
  return { rule, earliestFrom, fit: { holds: fit.holds, of: fit.of, residuals, exceptions }, rates, alternatives };
}

const expectationOf = (expected: Expected, orderKey: string, type: FeeType) =>
  (expected.get(orderKey) ?? []).find((one) => one.type === type);

function inForceOf(type: FeeType, own: readonly FeeSubject[], held: Expected): FitInForce | null {
  const found = own.flatMap(({ orderKey }) => expectationOf(held, orderKey, type) ?? []);
  const checked = found.filter(({ rule }) => rule !== null);
  if (checked.length === 0) return null;
  const holds = checked.filter(({ charged, contract }) => subtract(charged, contract) === 0).length;
  const rules = new Map(checked.flatMap(({ rule }) => (rule === null ? [] : [[`${rule.id} ${rule.version}`, rule]])));
  return {
    rules: [...rules.values()],
    ...{ holds, deviates: checked.length - holds, unchecked: found.length - checked.length },
  };
}
