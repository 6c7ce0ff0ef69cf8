// The contract of the work list between add-in and server: one schema for both ends, as in api.ts.
import { z } from 'zod';
import { amount, currency, day, reconcileRequestSchema } from './api.ts';
import { severalOrders } from './wire-values.ts';
import { LANGUAGES, type Translated } from './language.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES, type ComponentType } from './payout.ts';
import { PROPOSAL_PASSES } from './reconcile/link-passes.ts';
import { HEADLINES } from './reconcile/outcome.ts';
import { REVIEW_REASONS } from './reconcile/review-reasons.ts';
import type { ReviewItem } from './review-list.ts';
import { type Resolution, WORK_KINDS, type WorkEvent, type WorkFacts } from './work-event.ts';
import type { WorkItem, WorkList } from './work-list.ts';
import { WORK_STATES } from './work-status.ts';

const key = z.string().min(1).max(5_000);
const text = z.string().max(500);
const sentence: z.ZodType<Translated> = z.record(z.enum(LANGUAGES), z.string());
const figures = z.string().length(64);

/** Fees an amount may be accepted as. */
export const ACCEPTABLE_FEES: readonly ComponentType[] = COMPONENT_TYPES.filter(
  (type) => COMPONENT_SIDES[type] === 'fee',
);

const resolutionSchema: z.ZodType<Resolution> = z.discriminatedUnion('kind', [
  // An empty name ends an assignment.
  z.object({ kind: z.literal('assign'), assignee: z.string().trim().max(100), dueOn: day.nullable() }),
  z.object({ kind: z.literal('wait'), until: day }),
  z.object({ kind: z.literal('claim'), reference: z.string().trim().max(100) }),
  z.object({ kind: z.enum(['note', 'resolve', 'reopen', 'write-off', 'bad-debt', 'approve']) }),
  z
    .object({ kind: z.literal('link'), orderKey: key, orderKeys: severalOrders.optional() })
    .refine(({ orderKey, orderKeys }) => orderKeys?.includes(orderKey) ?? true, 'orderKey is not among orderKeys'),
  z.object({ kind: z.literal('decline'), orderKeys: z.array(key).min(1).max(50) }),
  z.object({ kind: z.literal('accept-fee'), feeType: z.enum(ACCEPTABLE_FEES as [ComponentType, ...ComponentType[]]) }),
]);

const factsShape = {
  headline: z.enum(HEADLINES),
  shop: text,
  orderNumber: text,
  currency,
  atStake: amount,
  decided: z.object({ on: z.enum(['rest', 'claim']), amount }).nullable(),
};
const workFactsSchema: z.ZodType<WorkFacts> = z.object(factsShape);

/** What an entry holds beside who, when and on which figures. */
export const workPayloadSchema: z.ZodType<Pick<WorkEvent, 'resolution' | 'facts' | 'asOf'>> = z.object({
  resolution: resolutionSchema,
  facts: workFactsSchema,
  asOf: day.optional(),
});

const eventSchema: z.ZodType<WorkEvent> = z.object({
  seq: z.int(),
  subject: key,
  resolution: resolutionSchema,
  facts: workFactsSchema,
  figures,
  author: text,
  note: z.string(),
  at: text,
  asOf: day.optional(),
});

const proposalSchema = z.object({
  lineKey: key,
  orderKeys: z.array(key),
  orderNumbers: z.array(text),
  pass: z.enum(PROPOSAL_PASSES),
  evidence: text,
});

const itemSchema: z.ZodType<WorkItem> = z.object({
  ...factsShape,
  subject: key,
  kind: z.enum(['order', 'line']),
  platform: text,
  others: z.array(z.enum(HEADLINES)),
  age: z.int().nullable(),
  sentence,
  proposals: z.array(proposalSchema),
  figures,
  actions: z.array(z.enum(WORK_KINDS)),
  history: z.array(eventSchema),
  state: z.enum(WORK_STATES),
  assignee: text.nullable(),
  dueOn: day.nullable(),
  reopened: z.object({ by: z.enum(['figures', 'day']), event: eventSchema }).nullable(),
});

const reviewSchema: z.ZodType<ReviewItem> = z.object({
  subject: key,
  shop: text,
  orderNumber: text,
  currency,
  net: amount.nullable(),
  reason: z.enum(REVIEW_REASONS),
  sentence,
  figures,
  mayApprove: z.boolean(),
});

/** Which run: the sheets and the day of the result that is on screen, and what it asked for beside the team's policy. */
export const workListRequestSchema = reconcileRequestSchema.pick({ batchIds: true, asOf: true, policy: true });
export type WorkListRequest = z.infer<typeof workListRequestSchema>;

export const workListSchema: z.ZodType<WorkList> = z.object({
  asOf: day,
  items: z.array(itemSchema),
  review: z.array(reviewSchema),
});

/** Everything people did, oldest first: with a run's result it makes the list, without another run. */
export const workEventsSchema = z.object({ events: z.array(eventSchema) });

/** Most items one decision may be about. */
const SUBJECTS_MAX = 500;

export const resolveRequestSchema = workListRequestSchema.extend({
  /** All of them or none. Several only of one state, shop and currency. */
  subjects: z
    .array(z.object({ subject: key, figures }))
    .min(1)
    .max(SUBJECTS_MAX),
  resolution: resolutionSchema,
  author: z.string().trim().min(1).max(100),
  note: z.string().trim().max(2_000).default(''),
});
export type ResolveRequest = z.infer<typeof resolveRequestSchema>;
