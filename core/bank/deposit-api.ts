// Checking payouts against statements, as both ends know it: what is asked, what is answered, what people decide.
import { z } from 'zod';
import { COMPONENT_TYPES } from '../payout.ts';
import { amount, currency, day } from '../wire-values.ts';
import { BANK_DOCUMENT_KINDS, type BankDocument, MONEY_SOURCES } from './bank-document.ts';
import { bankAccountSchema, bankLineSchema } from './bank-line.ts';
import { BATCH_STATES, type DueCheck } from './check-deposits.ts';
import type { Carry } from './carry-forward.ts';
import { DEPOSIT_PASSES, DEPOSIT_PROPOSAL_REASONS, type DepositGroup, type DepositProposal } from './deposit-match.ts';
import type { AccountRoll, DepositReport } from './deposit-report.ts';
import type { PayoutBatch } from './payout-batch.ts';
import type { Reserve } from './reserves.ts';

const text = z.string().max(500);
const name = z.string().min(1).max(4_500);
const count = z.int().min(0);
const author = z.string().trim().max(100);

export const depositCheckRequestSchema = z.object({
  /** Payouts of these days, both included. */
  from: day,
  to: day,
  asOf: day,
  transferFees: z.array(z.object({ shop: text, currency, amount })).max(1_000),
  /** Who asks, for the log. */
  author: author.optional(),
});
export type DepositCheckRequest = z.infer<typeof depositCheckRequestSchema>;

export const depositGroupSchema: z.ZodType<DepositGroup> = z.object({
  pass: z.enum(DEPOSIT_PASSES),
  currency,
  dues: z.array(name),
  deposits: z.array(name),
  due: amount,
  received: amount,
  arrivedIn: currency.optional(),
  bookRate: text.optional(),
  fee: amount,
  unexplained: amount,
});

const proposalSchema: z.ZodType<DepositProposal> = z.object({
  reason: z.enum(DEPOSIT_PROPOSAL_REASONS),
  about: name,
  solutions: z.array(depositGroupSchema),
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
  group: depositGroupSchema.nullable(),
  reasons: z.array(z.object({ reason: z.enum(['TRANSFER_FEE', 'UNEXPLAINED']), amount })),
  carriedInto: name.nullable(),
  carry: carrySchema.nullable(),
});

const payoutBatchSchema: z.ZodType<PayoutBatch> = z.object({
  key: name,
  shop: name,
  currency,
  paidOutOn: day,
  statement: text,
  lines: count,
  ...{ total: amount, carriedIn: amount, withdrawn: amount },
  namesWithdrawals: z.boolean(),
  declared: amount.nullable(),
});

const accountRollSchema: z.ZodType<AccountRoll> = z.object({
  account: bankAccountSchema,
  ...{ from: day, to: day, lines: count, opening: amount, inflow: amount, outflow: amount },
  movements: z.array(z.object({ type: z.enum(COMPONENT_TYPES), amount })),
  ...{ closing: amount, statementClosing: amount.nullable(), breaks: count, difference: amount },
});

const reserveSchema: z.ZodType<Reserve> = z.object({
  shop: name,
  currency,
  ...{ held: amount, released: amount, open: amount },
  state: z.enum(['RESERVE_HELD', 'SETTLED']),
});

const bankDocumentSchema: z.ZodType<BankDocument> = z.object({
  number: name,
  kind: z.enum(BANK_DOCUMENT_KINDS),
  subject: name,
  shop: name,
  documentOn: day,
  currency,
  from: z.enum(MONEY_SOURCES),
  ...{ left: amount, arrived: amount, fee: amount },
  exchanged: z.object({ currency, amount }).optional(),
  voucher: name.nullable(),
  reverses: name.nullable(),
  spread: z.object({ currency, amount, bookedAs: z.enum(['exchange', 'fee']) }).optional(),
});

export const depositReportSchema: z.ZodType<DepositReport> = z.object({
  from: day,
  to: day,
  batches: z.array(dueCheckSchema),
  withdrawals: z.array(dueCheckSchema),
  groups: z.array(depositGroupSchema),
  proposals: z.array(proposalSchema),
  withoutBatch: z.array(name),
  payouts: z.array(payoutBatchSchema),
  lines: z.array(bankLineSchema),
  accounts: z.array(accountRollSchema),
  reserves: z.array(reserveSchema),
  held: z.array(z.object({ id: z.int(), dues: z.array(name) })),
  documents: z.array(bankDocumentSchema),
  unbooked: z.array(z.object({ shop: name, currency, day })),
});

/** Accepted and not taken back, by id. */
export const depositGroupsSchema = z.object({
  groups: z.array(z.object({ id: z.int(), group: depositGroupSchema, decidedBy: text, runId: z.int().nullable() })),
});
export type DepositGroups = z.infer<typeof depositGroupsSchema>;

/** A payout and a deposit that do not belong together: the pair never returns. */
export const declineSchema = z.object({ due: name, deposit: name, author });
export type DepositDecline = z.infer<typeof declineSchema>;

/** Payouts and deposits that a person says belong together; what they differ by is then unexplained. */
export const acceptSchema = z.object({
  /** The days of the check that showed them. */
  ...{ from: day, to: day },
  dues: z.array(name).min(1).max(100),
  deposits: z.array(name).min(1).max(100),
  author,
});
export type DepositAccept = z.infer<typeof acceptSchema>;

export const reverseSchema = z.object({ author, on: day.optional() });
export type DepositReverse = z.infer<typeof reverseSchema>;
