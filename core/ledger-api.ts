// The contract for what a team does to its books beside reconciling, between add-in and server: undo, periods, settings,
// exchange rates, item costs, links. Every request and answer as one schema, as in api.ts.
import { z } from 'zod';
import {
  amount,
  currency,
  day,
  documentedVoucherSchema,
  receiptSchema,
  salesDocumentSchema,
  voucherSchema,
} from './api.ts';
import { movementSchema } from './stock-api.ts';
import { severalOrders } from './wire-values.ts';
import { LINK_DECISIONS, PERIOD_STATES, SETTING_KINDS } from './team-books.ts';

const name = z.string().min(1).max(500);
const text = z.string().max(500);
const count = z.int().min(0);
/** There are no accounts yet: people say who they are. */
const author = z.string().trim().max(100).default('');
const note = z.string().trim().max(2_000).default('');
const instant = z.string();
const hash = z.string().length(64);

/** What can be undone: one row of a payout, a receipt, all that a sheet brought, all that a run posted. */
const undoneSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('row'), source: z.object({ file: text, sheet: text, row: z.int().min(1) }) }),
  z.object({ kind: z.literal('receipt'), number: name }),
  z.object({ kind: z.literal('batch'), batchId: name }),
  z.object({ kind: z.literal('run'), runId: z.string().regex(/^RUN-\d{6,}$/) }),
]);
export type Undone = z.infer<typeof undoneSchema>;

export const reversalRequestSchema = z.object({
  what: undoneSchema,
  /** Today, where the books are kept: the day the reversal is booked on, or the first open day after. */
  asOf: day,
  /** A day of one's own choice; refused when its month is closed. */
  on: day.optional(),
  author,
  note,
  /** The links that end are declined: these lines are not linked to these orders again. */
  decline: z.boolean().default(false),
  /** `plan`: decide and answer, write nothing. `post` (default): decide and write. */
  mode: z.enum(['plan', 'post']).optional(),
  /** The plan that was looked at. Posting another one is refused with PLAN_STALE. */
  planHash: hash.optional(),
});
export type ReversalRequest = z.infer<typeof reversalRequestSchema>;

export const reversalAnswerSchema = z.object({
  /** Null for a plan that was not posted. */
  runId: name.nullable(),
  planHash: hash,
  postedOn: day,
  /** Numbers of what is taken back. */
  /** `bank`: deposits of the payouts, and withdrawals of a run; their own vouchers are not in the list below. */
  reversed: z.object({
    receipts: z.array(name),
    sales: z.array(name),
    vouchers: z.array(name),
    bank: z.array(name),
  }),
  /** The further documents: reversals, and receipts for rows that stay. Those of a plan are numbered as drafts. */
  receipts: z.array(receiptSchema),
  sales: z.array(salesDocumentSchema),
  vouchers: z.array(voucherSchema),
  movements: z.array(movementSchema),
  /** Payout lines that wait to be booked again. */
  freed: z.array(z.string()),
  /** Links that end. */
  ended: z.array(z.object({ lineKey: z.string(), orderKey: z.string() })),
  /** Orders and payout lines of the work list whose decisions are out of the books and are asked again. */
  reopened: z.array(z.string()),
});
export type ReversalAnswer = z.infer<typeof reversalAnswerSchema>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const periodRequestSchema = z
  .object({
    month,
    state: z.enum(PERIOD_STATES),
    author,
    note,
    /** Of closing: the plan of the month's end that was looked at. Posting another one is refused with PLAN_STALE. */
    planHash: hash.optional(),
  })
  .refine(({ state, planHash }) => planHash === undefined || state === 'closed', {
    path: ['planHash'],
    error: 'only closing a month posts a plan',
  });
export type PeriodRequest = z.infer<typeof periodRequestSchema>;

/** `?waiting=2026-05`: what waits in that month today, as closing it would tell. */
export const periodsQuerySchema = z.object({ waiting: month.optional() });

/** What a month shows on its last day, for the month or as a plan (月結). */
export const monthEndRequestSchema = z.object({
  month,
  author,
  /** `plan`: decide and answer, write nothing. `post` (default): decide and write. */
  mode: z.enum(['plan', 'post']).optional(),
  /** The plan that was looked at. Posting another one is refused with PLAN_STALE. */
  planHash: hash.optional(),
});
export type MonthEndRequest = z.infer<typeof monthEndRequestSchema>;

export const monthEndAnswerSchema = z.object({
  month,
  /** Null when nothing was posted: a plan, or nothing left to show. */
  runId: name.nullable(),
  planHash: hash,
  /** Those of the last day, then those that turn them back on the next. Those of a plan are numbered as drafts. */
  vouchers: z.array(documentedVoucherSchema),
  /** Orders that had been paid and had not shipped, with the shop where the money came in. */
  prepaid: z.array(z.object({ shop: name, orderNumber: name, currency, amount })),
  /** Pieces shipped by the last day that no entered cost covers; empty for a team that enters none. */
  withoutCost: z.array(z.object({ sku: text, pieces: count })),
});
export type MonthEndAnswer = z.infer<typeof monthEndAnswerSchema>;

/** Payout lines whose day lies in the month and that no receipt books. */
const waitingSchema = z.array(
  z.object({ lineKey: z.string(), file: text, sheet: text, row: count, paidOutOn: day, currency }),
);
export const periodsSchema = z.object({
  /** Each month that was ever closed, as it stands now. */
  periods: z.array(
    z.object({ month, state: z.enum(PERIOD_STATES), author: text, note: z.string(), changedAt: instant }),
  ),
  /** What waits in the month that was closed or asked about: it is no obstacle, and will be booked into an open month. */
  waiting: waitingSchema,
  /** Months before it that have vouchers and are open: what is booked into them still changes its opening balances. */
  openBefore: z.array(month),
  /** Vouchers of the month's end that closing it posted; see `monthEndAnswerSchema`. */
  monthEnd: z.array(documentedVoucherSchema),
});
export type Periods = z.infer<typeof periodsSchema>;

export const settingKind = z.enum(SETTING_KINDS);

export const saveSettingSchema = z.object({
  content: z.unknown(),
  author,
  note,
  /** The version that was changed; refused when somebody saved another one meanwhile. */
  basedOn: count.optional(),
});
export type SaveSetting = z.infer<typeof saveSettingSchema>;

export const settingsSchema = z.object({
  settings: z.array(
    z.object({
      kind: settingKind,
      id: z.string(),
      version: z.int().min(1),
      content: z.unknown(),
      author: text,
      note: z.string(),
      savedAt: instant,
    }),
  ),
});
export type Settings = z.infer<typeof settingsSchema>;

const rateSchema = z.object({
  currency,
  validOn: day,
  /** Base units for one unit of the currency. */
  rate: z
    .string()
    .regex(/^(?!0+(\.0+)?$)\d{1,9}(\.\d{1,6})?$/, 'a rate is a decimal above zero, with at most six decimals'),
  source: name,
});
export const ratesSchema = z.object({ rates: z.array(rateSchema).max(5_000) });
export const enterRatesSchema = ratesSchema.extend({ author });
export type EnterRates = z.infer<typeof enterRatesSchema>;

/** What cannot be booked or valued for want of a rate: of each currency and month the first day that lacks one. */
export const missingRatesSchema = z.object({ missing: z.array(z.object({ currency, day })) });
export type MissingRates = z.infer<typeof missingRatesSchema>;

const itemCostSchema = z
  .object({
    sku: name,
    receivedOn: day,
    /** Number of the delivery or of its invoice. */
    reference: text.default(''),
    quantity: count.max(1_000_000_000),
    /** Of all pieces together, tax excluded. */
    cost: amount.refine((cost) => cost >= 0, 'below zero'),
    currency,
  })
  .refine(({ quantity, cost }) => quantity > 0 || cost === 0, {
    ...{ path: ['cost'], message: 'no pieces cost nothing: quantity 0 goes with cost 0' },
  });
/** What deliveries cost. An answer holds all that stand, a request as many as are entered. */
export const itemCostsSchema = z.object({ costs: z.array(itemCostSchema) });
export const enterItemCostsSchema = z.object({ costs: itemCostsSchema.shape.costs.max(5_000), author });
export type EnterItemCosts = z.infer<typeof enterItemCostsSchema>;

export const linkDecisionSchema = z.object({
  kind: z.enum(LINK_DECISIONS),
  /** A payout line's key, or for an alias of a number its shop and number as one key. */
  subject: name,
  orderKey: name,
  /** Where a payout line pays several orders, or never pays any of them: all of them, `orderKey` among them. */
  orderKeys: severalOrders.optional(),
  author,
  note,
});
export type LinkDecisionRequest = z.infer<typeof linkDecisionSchema>;

export const linksSchema = z.object({
  aliases: z.array(z.object({ subject: name, orderKey: name })),
  /** Payout lines that pay several orders. */
  groups: z.array(z.object({ subject: name, orderKeys: z.array(name) })),
  declined: z.array(z.object({ subject: name, orderKey: name })),
});
export type Links = z.infer<typeof linksSchema>;
