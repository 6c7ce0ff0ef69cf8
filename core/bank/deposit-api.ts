// Checking payouts against statements, as both ends know it: what is asked, what is answered, what people decide.
import { z } from 'zod';
import { amount, day } from '../api.ts';
import { BATCH_STATES, type DepositCheck, type DueCheck } from './check-deposits.ts';
import type { Carry } from './carry-forward.ts';
import { DEPOSIT_PASSES, type DepositGroup, type DepositProposal } from './deposit-match.ts';

const text = z.string().max(500);
const name = z.string().min(1).max(4_500);
const currency = z.string().regex(/^[A-Z]{3}$/);
const author = z.string().trim().max(100);

export const depositCheckRequestSchema = z.object({
  /** Payouts of these days, both included. */
  from: day,
  to: day,
  asOf: day,
  transferFees: z.array(z.object({ shop: text, currency, amount })).max(1_000),
});
export type DepositCheckRequest = z.infer<typeof depositCheckRequestSchema>;

const groupSchema: z.ZodType<DepositGroup> = z.object({
  pass: z.enum(DEPOSIT_PASSES),
  currency,
  dues: z.array(name),
  deposits: z.array(name),
  due: amount,
  received: amount,
  fee: amount,
  unexplained: amount,
});

const proposalSchema: z.ZodType<DepositProposal> = z.object({
  reason: z.enum(['SEVERAL_SOLUTIONS', 'SUM_DIFFERS', 'TOO_MANY']),
  about: name,
  solutions: z.array(groupSchema),
  more: z.boolean(),
});

const carrySchema: z.ZodType<Carry> = z.object({
  into: name,
  from: z.array(name),
  stated: amount,
  expected: amount,
  difference: amount,
});

const dueCheckSchema: z.ZodType<DueCheck> = z.object({
  key: name,
  state: z.enum(BATCH_STATES),
  due: amount,
  fileDifference: amount,
  group: groupSchema.nullable(),
  reasons: z.array(z.object({ reason: z.enum(['TRANSFER_FEE', 'UNEXPLAINED']), amount })),
  carriedInto: name.nullable(),
  carry: carrySchema.nullable(),
});

export const depositCheckSchema: z.ZodType<DepositCheck> = z.object({
  batches: z.array(dueCheckSchema),
  withdrawals: z.array(dueCheckSchema),
  groups: z.array(groupSchema),
  proposals: z.array(proposalSchema),
  withoutBatch: z.array(name),
});

/** Accepted and not taken back, by id. */
export const depositGroupsSchema = z.object({
  groups: z.array(z.object({ id: z.int(), group: groupSchema, decidedBy: text, runId: z.int().nullable() })),
});
export type DepositGroups = z.infer<typeof depositGroupsSchema>;

/** A payout and a deposit that do not belong together: the pair never returns. */
export const declineSchema = z.object({ due: name, deposit: name, author });
export type DepositDecline = z.infer<typeof declineSchema>;

export const reverseSchema = z.object({ author });
