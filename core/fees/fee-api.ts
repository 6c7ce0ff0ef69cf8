// What the add-in asks about fee contracts: proposals learned from the books, contracts accepted, deviations. Contracts
// themselves are read and edited as settings (ledger-api.ts).
import { z } from 'zod';
import { amount, currency, day, rate } from '../api.ts';
import { COMPONENT_TYPES } from '../payout.ts';
import type { FeeDeviations } from '../reconcile/list-fee-deviations.ts';
import { DECIDING_DAYS, FEE_TYPES } from './fee-rule.ts';
import { feeRuleSchema, learnedTermsSchema } from './fee-rule-schema.ts';
import type { FeeProposal } from './propose-fees.ts';

const name = z.string().min(1).max(500);
const count = z.int().min(0);

const misfit = z.object({ orderKey: z.string(), charged: amount, contract: amount });

const period = z.object({
  rule: feeRuleSchema,
  earliestFrom: day.nullable(),
  fit: z.object({
    ...{ holds: count, of: count },
    residuals: z.array(z.object({ amount, orders: count })),
    exceptions: z.array(misfit),
  }),
  rates: z.object({ least: rate, most: rate }).nullable(),
  alternatives: z.array(learnedTermsSchema),
});

const proposal: z.ZodType<FeeProposal, unknown> = z.object({
  ...{ platform: name, shop: name, currency, feeType: z.enum(FEE_TYPES), orders: count },
  seen: z.object({ from: day, to: day }).nullable(),
  when: z.array(z.enum(DECIDING_DAYS)),
  periods: z.array(period),
  unexplained: z.array(z.string()),
  inForce: z
    .object({
      rules: z.array(z.object({ id: name, version: z.int().min(1) })),
      ...{ holds: count, deviates: count, unchecked: count },
    })
    .nullable(),
});

export const feeProposalsSchema = z.object({ proposals: z.array(proposal) });

/** A contract that somebody looked at and accepts. Its version is given where it is kept. */
export const acceptFeesSchema = z.object({
  rules: z.array(feeRuleSchema).min(1).max(50),
  author: z.string().trim().max(100).default(''),
  note: z.string().trim().max(2_000).default(''),
});
export type AcceptFees = z.infer<typeof acceptFeesSchema>;

const counted = z.object({ orders: count, sum: amount });
const place = { platform: name, shop: name, currency, feeType: z.enum(COMPONENT_TYPES) };

export const feeDeviationsSchema: z.ZodType<FeeDeviations, unknown> = z.object({
  totals: z.array(
    z.object({
      ...place,
      orders: count,
      holds: count,
      over: counted,
      under: counted,
      unchecked: counted,
      claim: amount,
    }),
  ),
  rows: z.array(
    z.object({ ...place, orderKey: z.string(), charged: amount, contract: amount, excess: amount, claim: amount }),
  ),
});
