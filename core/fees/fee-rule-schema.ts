// Fee contracts on the wire and in the database: one strict schema for both ends, amounts and rates as decimal texts.
import { z } from 'zod';
import { amount, day } from '../api.ts';
import { type Amount, type Rate, rateOfText, ROUNDING_MODES, textOfRate } from '../money.ts';
import { COMPONENT_TYPES } from '../payout.ts';
import { shopNameSchema } from '../shop-name.ts';
import {
  type BaseCode,
  type BaseTerm,
  DECIDING_DAYS,
  FEE_SCOPES,
  FEE_TYPES,
  type FeeRule,
  ROUNDING_LEVELS,
} from './fee-rule.ts';
import type { LearnedTerms } from './learned-fee.ts';

const text = z.string().max(500);
const name = z.string().min(1).max(500);
const names = z.array(name).max(100);

const rate: z.ZodType<Rate, string> = z.codec(z.string(), z.custom<Rate>(), {
  decode: (value, context) => {
    const read = rateOfText(value);
    if (read !== null) return read;
    context.issues.push({ code: 'custom', message: 'not a rate', input: value });
    return z.NEVER;
  },
  encode: (value) => textOfRate(value),
});

/** Contracts name what is paid, never what is owed to the seller: amounts are not negative. */
const cost: z.ZodType<Amount, string> = amount.refine((value) => value >= 0, 'less than zero');

const BASE_CODES: readonly BaseCode[] = [...COMPONENT_TYPES, 'receivable', 'itemPrice'];
const BASE_TERMS: readonly BaseTerm[] = BASE_CODES.flatMap((code): BaseTerm[] => [code, `-${code}`]);

const tiers = z.strictObject({
  mode: z.enum(['marginal', 'whole']),
  by: z.enum(['base', 'quantity']),
  steps: z
    .array(z.strictObject({ upTo: cost.nullable(), rate }))
    .min(1)
    .max(50),
});

const rounding = z.strictObject({
  mode: z.enum(ROUNDING_MODES),
  decimals: z.int().min(0).max(4),
  when: z.enum(['perRule', 'sum']),
  level: z.enum(ROUNDING_LEVELS),
  unitDecimals: z.int().min(0).max(4).nullable(),
});

const refundPolicy = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.enum(['full', 'proportional', 'none']) }),
  z.strictObject({ policy: z.literal('keep'), min: cost, rate }),
]);

/** The part of a contract that was learned. */
const terms = {
  scope: z.enum(FEE_SCOPES),
  base: z.array(z.enum(BASE_TERMS)).max(20),
  rate: rate.nullable(),
  fixed: cost.nullable(),
  min: cost.nullable(),
  max: cost.nullable(),
  rounding,
};
export const learnedTermsSchema: z.ZodType<LearnedTerms> = z.strictObject(terms);

export const feeRuleSchema: z.ZodType<FeeRule> = z.strictObject({
  ...terms,
  id: name,
  version: z.int().min(1),
  platform: name,
  shopPattern: shopNameSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  sellerType: name.nullable(),
  programs: z.strictObject({ has: names, lacks: names }),
  feeType: z.enum(FEE_TYPES),
  baseCap: cost.nullable(),
  byCategory: z.record(name, rate).nullable(),
  tiers: tiers.nullable(),
  additive: names,
  taxIncluded: z.boolean(),
  taxRate: rate,
  taxVoucher: z.enum(['monthlyInvoice', 'none', 'foreign']),
  refundPolicy,
  when: z.enum(DECIDING_DAYS),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  source: text,
  checkedAt: day.nullable(),
});
