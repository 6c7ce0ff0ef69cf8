// A fee contract (手續費合約) as data: what a platform may charge for an order, from when to when, and how it is rounded.
// Rules are never changed, a new version follows; docs/fees.md explains every property and how they are evaluated.
import type { BusinessDate } from '../business-date.ts';
import type { Amount, Currency, Rate, RoundingMode } from '../money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES, type ComponentType } from '../payout.ts';

/** Fees that a rule can ask for. What comes back (FEE_REVERSAL) follows from the rule's refund policy. */
export type FeeType = Exclude<
  { [Type in ComponentType]: (typeof COMPONENT_SIDES)[Type] extends 'fee' ? Type : never }[ComponentType],
  'FEE_REVERSAL'
>;
const isFeeType = (type: ComponentType): type is FeeType => COMPONENT_SIDES[type] === 'fee' && type !== 'FEE_REVERSAL';
export const FEE_TYPES: readonly FeeType[] = COMPONENT_TYPES.filter(isFeeType);

/** What the carrier asks is no rate of the price: it may have a contract and needs none. */
export const isFreight = (type: ComponentType): boolean => type === 'SHIPPING_FEE' || type === 'SHIPPING_SUBSIDY';

/** What a base is summed from: payout components as signed in the file, the order's G, or Σ unit price × quantity. */
export type BaseCode = ComponentType | 'receivable' | 'itemPrice';
/** A code counts as it is signed, `-` turns it round. */
export type BaseTerm = BaseCode | `-${BaseCode}`;

/** What one charge is computed on: minimum, maximum, base cap, fixed part and tiers hold for each of these. */
export const FEE_SCOPES = ['line', 'order', 'payout', 'month'] as const;
type FeeScope = (typeof FEE_SCOPES)[number];

/** Over what charges are summed before they are rounded; never finer than the scope. */
export const ROUNDING_LEVELS = ['line', 'order', 'day', 'batch', 'month'] as const;
export type RoundingLevel = (typeof ROUNDING_LEVELS)[number];

export interface FeeRounding {
  readonly mode: RoundingMode;
  /** Decimals that are left, 0 to 4. */
  readonly decimals: number;
  /** `sum`: surcharges are added before rounding; `perRule`: each rule is rounded on its own. */
  readonly when: 'perRule' | 'sum';
  readonly level: RoundingLevel;
  /** Decimals to which each charge is rounded half-up before the sum of its level is; null: it stays exact. */
  readonly unitDecimals: number | null;
}

interface FeeTierStep {
  /** Up to and including this much; null: without limit, the last step. For quantities, pieces: `10`. */
  readonly upTo: Amount | null;
  readonly rate: Rate;
}

export interface FeeTiers {
  /** `marginal`: each step's rate on its own part of the base; `whole`: one step's rate on all of it. */
  readonly mode: 'marginal' | 'whole';
  readonly by: 'base' | 'quantity';
  readonly steps: readonly FeeTierStep[];
}

/**
 * What comes back when the buyer is refunded: `full` the whole fee once the whole order is refunded, `proportional`
 * the refunded share, `keep` that share less the smaller of an amount and a rate of it, `none` nothing.
 */
export type RefundPolicy =
  | { readonly policy: 'full' | 'proportional' | 'none' }
  | { readonly policy: 'keep'; readonly min: Amount; readonly rate: Rate };

export const DECIDING_DAYS = ['orderCreated', 'shipped', 'completed', 'paidOut'] as const;
export type DecidingDay = (typeof DECIDING_DAYS)[number];

export interface FeeRule {
  readonly id: string;
  readonly version: number;
  readonly platform: string;
  /** A shop's name, or `*` for every shop; a name goes before `*`. */
  readonly shopPattern: string;
  /** Orders in other currencies have no contract. */
  readonly currency: Currency;
  /** The platform's class of seller (for example mall); null: any. */
  readonly sellerType: string | null;
  /** Plans and campaigns the order must be in, and must not be in. */
  readonly programs: { readonly has: readonly string[]; readonly lacks: readonly string[] };
  readonly feeType: FeeType;
  readonly scope: FeeScope;
  /** Summed; empty for a rule with a fixed amount only. */
  readonly base: readonly BaseTerm[];
  readonly baseCap: Amount | null;
  /** With `byCategory`: the rate of categories that are not listed. */
  readonly rate: Rate | null;
  readonly byCategory: Readonly<Record<string, Rate>> | null;
  readonly tiers: FeeTiers | null;
  readonly fixed: Amount | null;
  readonly min: Amount | null;
  readonly max: Amount | null;
  /** Ids of the rules to which this one is a surcharge; empty: it stands alone. */
  readonly additive: readonly string[];
  readonly rounding: FeeRounding;
  /** False: the rule speaks before tax, and `taxRate` is added before rounding. */
  readonly taxIncluded: boolean;
  readonly taxRate: Rate;
  /** What the platform gives for the tax: for the books, not for the amount. */
  readonly taxVoucher: 'monthlyInvoice' | 'none' | 'foreign';
  readonly refundPolicy: RefundPolicy;
  /** The order's day that decides whether the rule holds. */
  readonly when: DecidingDay;
  /** First and last day, both included; null: without end on this side. */
  readonly validFrom: BusinessDate | null;
  readonly validTo: BusinessDate | null;
  /** Where it is written down, and when that was looked at last. */
  readonly source: string;
  readonly checkedAt: BusinessDate | null;
}

/** What must be known of an order to find its contract, or to compute it. */
export const FEE_FACTS = [
  /** 參加的方案與活動 */ 'programs',
  /** 賣家類型 */ 'sellerType',
  /** 商品分類 */ 'category',
  /** the day that decides */ 'day',
] as const;
export type FeeFact = (typeof FEE_FACTS)[number];
