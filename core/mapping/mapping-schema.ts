// Mappings come in as JSON (mappings/, the team library): checked here once, a typed value inside.
import { z } from 'zod';
import type { Translated } from '../language.ts';
import { ORDER_PARTS, ORDER_STAGES } from '../order.ts';
import { explainFault, faultInEach, type MappingFault } from './explain-fault.ts';
import { faultsOf } from './mapping-faults.ts';
import {
  check,
  companion,
  condition,
  currency,
  dates,
  direction,
  keyRule,
  numbers,
  pattern,
  rowRule,
  rowState,
  stageRule,
  text,
  texts,
  translated,
  type,
  typeBySign,
  vocabulary,
} from './mapping-rules-schema.ts';
import type { Mapping } from './mapping.ts';

const named = {
  header: text,
  synonyms: texts.optional(),
  required: z.boolean().optional(),
  occurrence: z.int().min(1).max(9).optional(),
  fillDown: z.boolean().optional(),
};

const ORDER_ROLES = [
  'orderNumber',
  'status',
  'refundStatus',
  'refundedAmount',
  'otherNumber',
  'orderedOn',
  'paidOn',
  'shippedOn',
  'completedOn',
  'sku',
  'itemName',
  'quantity',
  'returnedQuantity',
  'unitPrice',
  'lineTotal',
  'currency',
  'personal',
  'note',
] as const;

const orderColumn = z.discriminatedUnion('as', [
  z.strictObject({ ...named, as: z.enum(ORDER_ROLES) }),
  z.strictObject({
    ...named,
    as: z.literal('receivable'),
    sign: z.enum(['plus', 'minus', 'minus-absolute']),
    filled: z.boolean().optional(),
    per: z.enum(['order', 'line']).optional(),
    price: z.enum(['row', 'piece']).optional(),
    part: z.enum(ORDER_PARTS).optional(),
  }),
]);

const signOfNet = z.enum(['as-is', 'negate', 'direction', 'outward-absolute']);
const sign = z.enum([...signOfNet.options, 'proved']);
const typeRule = z.union([type, z.strictObject({ by: text })]);

const payoutColumn = z.discriminatedUnion('as', [
  z.strictObject({ ...named, as: z.enum(['orderNumber', 'reference', 'paidOutOn', 'currency', 'personal', 'note']) }),
  z.strictObject({
    ...named,
    as: z.literal('net'),
    sign: signOfNet.optional(),
    blank: z.literal('sum').optional(),
    otherwise: typeRule.optional(),
    rest: typeRule.optional(),
  }),
  z.strictObject({ ...named, as: z.literal('component'), type: typeRule, sign, ...typeBySign }),
]);

const common = {
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'platform.report, for example shopee-tw.income'),
  version: z.int().positive(),
  platform: text,
  title: translated,
  verified: z.boolean(),
  notes: texts,
  header: z
    .strictObject({
      searchRows: z.int().min(1).max(200),
      signature: z.array(text).min(2).readonly(),
      absent: texts.optional(),
      dataOffset: z.int().min(1).max(20).optional(),
      sheets: texts.optional(),
      continuesOn: pattern(0).optional(),
    })
    .readonly(),
  currency,
  emptyMarkers: texts,
  currencyMarks: texts,
  cellPrefixes: texts.optional(),
  numbers: numbers.optional(),
  dates: dates.optional(),
  rows: z.array(rowRule).readonly().optional(),
  states: z.array(rowState).readonly().optional(),
  key: z.array(keyRule).readonly().optional(),
  checks: z.array(check).readonly().optional(),
  vocabularies: z.record(text, vocabulary).readonly().optional(),
  sameMoneyAs: texts.optional(),
  companions: z.array(companion).readonly().optional(),
};

const status = z.strictObject({
  exact: text.optional(),
  startsWith: text.optional(),
  stage: z.enum(ORDER_STAGES),
});

const orderMapping = z.strictObject({
  ...common,
  kind: z.literal('orders'),
  grain: z.enum(['item', 'order']).optional(),
  orderValues: z.enum(['repeat', 'first', 'merged']).optional(),
  columns: z.array(orderColumn).readonly(),
  stages: z.array(stageRule).readonly().optional(),
  statuses: z
    .array(
      status.refine((word) => (word.exact === undefined) !== (word.startsWith === undefined), 'exact or startsWith'),
    )
    .readonly(),
  stageOfLines: z.enum(['least', 'most']).optional(),
  refundedStatuses: texts,
  refundedWhen: condition.optional(),
  returnedWhen: condition.optional(),
});

const payoutMapping = z.strictObject({
  ...common,
  kind: z.enum(['payout', 'wallet']),
  accountStatement: z.boolean().optional(),
  grain: z.enum(['transaction', 'orderFee']).optional(),
  columns: z.array(payoutColumn).readonly(),
  net: z.enum(['column', 'sum']).optional(),
  direction: direction.optional(),
  reference: z.array(keyRule).readonly().optional(),
  statement: z.array(keyRule).readonly().optional(),
  paidOutFrom: z.union([pattern(1), z.strictObject({ ask: z.literal(true) })]).optional(),
  referenceIsIdentity: z.boolean(),
  linesWithoutOrder: z.boolean(),
  paymentMode: z.enum(['single', 'instalments']),
});

/** Parses one mapping file; what it lets through is a `Mapping` whose rules can be followed without further checks. */
export const mappingSchema: z.ZodType<Mapping> = z
  .discriminatedUnion('kind', [orderMapping, payoutMapping])
  .superRefine((mapping, context) => {
    for (const fault of faultsOf(mapping))
      context.addIssue({ code: 'custom', message: explainFault(fault, 'en'), params: { fault } });
  });

/** Why a mapping was not let through, each a sentence. What concerns the shape of the JSON is English in all languages. */
export function schemaFaults({ issues }: z.ZodError): Translated[] {
  return issues.map((issue) => {
    const fault = issue.code === 'custom' ? (issue.params?.['fault'] as MappingFault | undefined) : undefined;
    const { message } = issue;
    return fault ? faultInEach(fault) : { 'zh-TW': message, 'zh-CN': message, en: message };
  });
}
