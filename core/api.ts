// The contract between add-in and server: every request and answer as one schema, used on both ends.
// Amounts travel as decimal strings; `z.encode` writes them, `z.decode` reads them back as exact amounts.
import { z } from 'zod';
import { depositReportSchema } from './bank/deposit-api.ts';
import { forecastSchema } from './calendar/forecast-api.ts';
import { FEE_FACTS } from './fees/fee-rule.ts';
import { orderSchema, payoutLineSchema } from './import/row-schemas.ts';
import { ORDER_STAGES } from './order.ts';
import { COMPONENT_TYPES } from './payout.ts';
import { ALLOCATION_TARGETS, type Receipt, RECEIPT_KINDS } from './receipt.ts';
import { MATCH_PASSES, PROPOSAL_PASSES } from './reconcile/link-passes.ts';
import {
  DIFFERENCE_REASONS,
  FLAGS,
  HEADLINES,
  type OrderOutcome,
  SETTLEMENT_STATES,
  UNLINKED_BECAUSE,
  type UnlinkedLine,
} from './reconcile/outcome.ts';
import type { Proposal } from './reconcile/plan.ts';
import { REVIEW_REASONS } from './reconcile/review-reasons.ts';
import { type SalesDocument, SALES_DOCUMENT_KINDS } from './sales-document.ts';
import { shopNameSchema } from './shop-name.ts';
import { alertSchema, movementSchema } from './stock-api.ts';
import { ACCOUNT_ROLES, type DocumentedVoucher, type Voucher, VOUCHER_KINDS } from './voucher.ts';
import { FIELD_LENGTH_MAX } from './short-text.ts';
import { AUTHOR_LENGTH_MAX } from './team-books.ts';
import { amount, currency, day, rate } from './wire-values.ts';

export { amount, currency, day, rate };

export const API_PREFIX = '/api/v1';

/** Rows in one request. With 5,000 rows a request stays near 1 MB and a transaction under 100 ms. */
export const ROWS_PER_CHUNK = 5_000;

const text = z.string().max(FIELD_LENGTH_MAX);
const name = z.string().min(1).max(FIELD_LENGTH_MAX);
const count = z.int().min(0);

const source = z.object({ file: text, sheet: text, row: count });

/** What the pushing side knows about a sheet before its rows travel (匯入批次). */
export const batchHeaderSchema = z.object({
  shop: z.object({ platform: name, name }),
  kind: z.enum(['orders', 'payout']),
  mapping: z.object({ id: name, version: z.int().min(1) }),
  /** Nobody has confirmed the mapping yet, and some fact of it is unsure: rows of money wait until somebody has. */
  unconfirmed: z.boolean().optional(),
  /** Order exports: a person says that it is newer than what is held, so orders may go back in it (取消後恢復). */
  newest: z.literal(true).optional(),
  source: z.object({ file: text, sheet: text }),
  currency,
  /** Payout reports: how the platform pays; order exports: null. */
  paymentMode: z.enum(['single', 'instalments']).nullable(),
  /** Content fingerprint: the same rows in any order give the same text, and the same batch. */
  fingerprint: z.string().length(64),
  chunks: count,
  rows: z.object({ read: count, accepted: count, rejected: count, skipped: count }),
  /** Payout reports only: what the file says about itself. `net` covers every row with a readable net. */
  proof: z
    .object({
      net: amount,
      rejectedNet: amount,
      declared: amount.nullable(),
      state: z.enum(['foots', 'differs', 'incomplete', 'undeclared']),
    })
    .nullable(),
});
export type BatchHeader = z.infer<typeof batchHeaderSchema>;

/** Who does it, for the log; the pane and the command line send a name, other clients may. */
export const authorName = z.string().trim().max(AUTHOR_LENGTH_MAX);

const pushedShop = z.object({ platform: name, name: shopNameSchema });
/** A header with who pushes: no part of what the batch is. */
export const openBatchSchema = batchHeaderSchema.extend({ shop: pushedShop, author: authorName.default('') });

export const completeBatchSchema = z.object({ author: authorName.default('') });

/** How far a push has come: chunks already held need not be sent again. */
export const batchStateSchema = z.object({
  batchId: name,
  state: z.enum(['open', 'complete']),
  receivedChunks: z.array(count),
});
export type BatchState = z.infer<typeof batchStateSchema>;

export const orderChunkSchema = z.object({ rows: z.array(orderSchema).max(ROWS_PER_CHUNK) });
export const payoutChunkSchema = z.object({ rows: z.array(payoutLineSchema).max(ROWS_PER_CHUNK) });

/** What happened to a row: new, already held, a newer snapshot of an order, or at odds with what is held. */
export const ROW_OUTCOMES = ['created', 'unchanged', 'replaced', 'conflict'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const batchAnswerSchema = z.object({
  batchId: name,
  /** True when this very content was imported before: nothing was written. */
  repeated: z.boolean(),
  counts: z.record(z.enum(ROW_OUTCOMES), count),
  /** Orders of it that stand by another sheet, which a person said to be the newest; left out where there are none. */
  overruled: count.min(1).optional(),
  /**
   * One entry a pushed row: sheet row, outcome, and for a conflict the fields that differ; of a payout row also its net and
   * the one that is held, where these differ.
   */
  rows: z.array(
    z.object({
      row: count,
      outcome: z.enum(ROW_OUTCOMES),
      fields: z.array(text),
      nets: z.object({ pushed: amount, held: amount }).optional(),
    }),
  ),
});
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

/** What is given up or passed unseen is counted either way; a limit below zero would mean nothing. */
const limit = amount.refine((value) => value >= 0, 'below zero');

export const policySchema = z.object({
  payoutTermDays: z.int().min(0).max(365),
  graceDays: z.int().min(0).max(365),
  tolerance: z.object({ perOrder: limit, share: rate.nullable(), perRun: limit, perMonth: limit }),
  authority: z.record(name, limit).optional(),
  feeTolerance: limit,
  freightMax: limit.nullable(),
  autoPost: z.object({
    passes: z.array(z.enum(MATCH_PASSES)).readonly(),
    onlyFooting: z.boolean(),
    netMax: limit.nullable(),
  }),
});

export const reconcileRequestSchema = z.object({
  /** None where only statements were pushed. */
  batchIds: z.array(name).max(100),
  asOf: day,
  /** What differs from the team's policy: terms of reading, and limits downwards; see core/reconcile/ask-policy.ts. */
  policy: policySchema.partial().optional(),
  /** `plan`: decide and answer, write nothing. `post` (default): decide and write. */
  mode: z.enum(['plan', 'post']).optional(),
  /** The plan that was looked at. Posting another one is refused with PLAN_STALE. */
  planHash: z.string().length(64).optional(),
  /** Days of statements that were pushed beside the batches: the payouts of these days are looked for as well. */
  statementDays: z.object({ from: day, to: day }).optional(),
  /** Keys of payout lines that wait for review and may be booked now; `author` says who lets them. */
  approve: z.array(z.string()).max(ROWS_PER_CHUNK).optional(),
  author: authorName.optional(),
});
export type ReconcileRequest = z.infer<typeof reconcileRequestSchema>;

/** Where the money of a file's rows went. */
export const DISPOSITIONS = [
  'allocated',
  'suspense',
  'nonOrder',
  'review',
  'duplicate',
  'conflict',
  'rejected',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

const conservationSchema = z.object({
  currency,
  net: amount,
  rows: count,
  dispositions: z.record(z.enum(DISPOSITIONS), amount),
  rowCounts: z.record(z.enum(DISPOSITIONS), count),
  difference: amount,
  rowDifference: z.int(),
});
/** Conservation of money: Σ rows of the files = Σ of where they went, in amount and in count. */
export type Conservation = z.infer<typeof conservationSchema>;

const outcomeSchema: z.ZodType<OrderOutcome> = z.object({
  orderKey: name,
  orderNumber: name,
  shop: name,
  currency,
  stage: z.enum(ORDER_STAGES),
  status: text,
  headline: z.enum(HEADLINES),
  discrepancies: z.array(z.enum(HEADLINES)),
  receivable: amount,
  credited: amount,
  received: amount,
  compensated: amount,
  refunded: amount,
  refundedByDispute: amount,
  fees: amount,
  net: amount,
  open: amount,
  baseOpen: amount.nullable(),
  baseRounding: amount,
  suspense: amount,
  method: z.enum(MATCH_PASSES).nullable(),
  dueOn: day.nullable(),
  paidOutOn: day.nullable(),
  feesChecked: z.boolean(),
  feesLacking: z.array(z.enum(FEE_FACTS)),
  feesToCome: amount.nullable(),
  applied: amount,
  writtenOff: amount,
  claim: amount,
  reserve: amount,
  freight: amount,
  settlement: z.enum(SETTLEMENT_STATES),
  flags: z.array(z.enum(FLAGS)),
  expectedNet: amount,
  differences: z.array(
    z.object({
      reason: z.enum(DIFFERENCE_REASONS),
      feeType: z.enum(COMPONENT_TYPES).nullable(),
      charged: amount.nullable(),
      amount,
    }),
  ),
  onReview: z.array(z.enum(REVIEW_REASONS)),
  source,
  ...{ lineKeys: z.array(z.string()), evidence: z.array(text) },
  uncompleted: z.object({ worth: amount }).optional(),
  consigned: z
    .object({ awaited: z.boolean(), statedOn: day.nullable(), agreed: amount.nullable(), listed: amount })
    .optional(),
});

const unlinkedSchema: z.ZodType<UnlinkedLine> = z.object({
  lineKey: name,
  shop: name,
  orderNumber: name.nullable(),
  type: z.enum(['PAYOUT_WITHOUT_ORDER', 'NON_ORDER']),
  because: z.enum(UNLINKED_BECAUSE),
  onReview: z.enum(REVIEW_REASONS).nullable(),
  currency,
  net: amount,
  onHold: amount,
  fees: amount,
  paidOutOn: day,
  source,
  version: z
    .object({
      ...{ statement: text, file: text, total: amount, brought: amount },
      before: z.object({ file: text, total: amount }),
    })
    .optional(),
});

export const receiptSchema: z.ZodType<Receipt> = z.object({
  number: name,
  shop: name,
  kind: z.enum(RECEIPT_KINDS),
  receivedOn: day,
  currency,
  lineKeys: z.array(z.string()),
  cash: amount,
  deductions: z.array(z.object({ type: z.enum(COMPONENT_TYPES), amount })),
  allocations: z.array(
    z.object({
      lineKey: z.string(),
      orderKey: z.string().nullable(),
      target: z.enum(ALLOCATION_TARGETS),
      feeType: z.enum(COMPONENT_TYPES).nullable(),
      amount,
    }),
  ),
  base: z
    .object({
      ...{ currency, rate: text, cash: amount, gain: amount },
      deductions: z.array(amount),
      allocations: z.array(amount),
    })
    .nullable(),
  reverses: name.nullable(),
});

export const salesDocumentSchema: z.ZodType<SalesDocument> = z.object({
  number: name,
  kind: z.enum(SALES_DOCUMENT_KINDS),
  shop: name,
  orderKey: name,
  currency,
  documentOn: day,
  amount,
  collected: amount,
  base: z.object({ currency, rate: text, amount }).nullable(),
  reverses: name.nullable(),
});

const voucherFields = z.object({
  number: name,
  kind: z.enum(VOUCHER_KINDS),
  shop: name,
  postedOn: day,
  currency,
  baseCurrency: currency,
  summary: text,
  lines: z.array(
    z.object({
      role: z.enum(ACCOUNT_ROLES),
      account: z.object({ code: text, name: text }),
      ...{ debit: amount, credit: amount, baseDebit: amount, baseCredit: amount },
    }),
  ),
  reverses: name.nullable(),
});

export const voucherSchema: z.ZodType<Voucher> = voucherFields;
export const documentedVoucherSchema: z.ZodType<DocumentedVoucher> = voucherFields.extend({ documents: z.array(name) });

const proposalSchema: z.ZodType<Proposal> = z.object({
  lineKey: name,
  orderKeys: z.array(name),
  pass: z.enum(PROPOSAL_PASSES),
  evidence: text,
});

/** The batch as the run saw it: its proof and what the push did with its rows. */
const batchProofSchema = z.object({
  batchId: name,
  header: batchHeaderSchema,
  counts: z.record(z.enum(ROW_OUTCOMES), count),
});
export type BatchProof = z.infer<typeof batchProofSchema>;

export const reconcileResultSchema = z.object({
  /** Null for a plan that was not posted. */
  runId: name.nullable(),
  planHash: z.string().length(64),
  asOf: day,
  policy: policySchema,
  /** What this run newly wrote; all zero when everything was already reconciled. */
  posted: z.object({ matches: count, sales: count, receipts: count, vouchers: count, movements: count }),
  batches: z.array(batchProofSchema),
  conservation: z.array(conservationSchema),
  /** By shop and order number. */
  orders: z.array(outcomeSchema),
  unlinked: z.array(unlinkedSchema),
  /** Every receipt that books a payout line of the orders and lines above, oldest first. */
  receipts: z.array(receiptSchema),
  /** Every sales document of the orders above. */
  sales: z.array(salesDocumentSchema),
  /** The vouchers of the documents above; those a plan would post are numbered as drafts. */
  vouchers: z.array(documentedVoucherSchema),
  /** Links that only a person may make. */
  proposals: z.array(proposalSchema),
  /** Lines that wait for review. */
  onReview: z.array(z.object({ lineKey: name, reason: z.enum(REVIEW_REASONS) })),
  stock: z.object({ movements: z.array(movementSchema), alerts: z.array(alertSchema) }),
  /** Whether the payouts of the run's days arrived; null for a run without payouts and statements. */
  deposits: depositReportSchema.nullable(),
  /** When what is open should be paid, by the payout calendars. */
  forecast: forecastSchema,
});
/** The answer to one reconcile: what the result worksheets are written from. */
export type ReconcileResult = z.infer<typeof reconcileResultSchema>;

export const healthSchema = z.object({ product: z.literal('clearsheet'), version: text, database: text });

/** Errors of the API: one list. The message is safe to show; details never hold rows or secrets. */
export const errorSchema = z.object({
  error: z.object({
    code: text,
    message: z.object({ 'zh-TW': z.string(), 'zh-CN': z.string(), en: z.string() }),
    requestId: text.optional(),
  }),
});
