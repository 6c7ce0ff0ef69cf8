// Mappings come in as JSON (mappings/, the team library): checked here once, a typed value inside.
import { z } from 'zod';
import { LANGUAGES } from '../language.ts';
import { ORDER_STAGES } from '../order.ts';
import { COMPONENT_TYPES } from '../payout.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeader } from './normalize-header.ts';

const text = z.string().trim().min(1);
const texts = z.array(text).readonly();

const named = { header: text, synonyms: texts.optional(), required: z.boolean().optional() };

const ORDER_ROLES = [
  'orderNumber',
  'status',
  'refundStatus',
  'orderedOn',
  'paidOn',
  'shippedOn',
  'completedOn',
  'sku',
  'itemName',
  'quantity',
  'returnedQuantity',
  'unitPrice',
  'personal',
  'note',
] as const;

const orderColumn = z.discriminatedUnion('as', [
  z.strictObject({ ...named, as: z.enum(ORDER_ROLES) }),
  z.strictObject({
    ...named,
    as: z.literal('receivable'),
    sign: z.enum(['plus', 'minus']),
    filled: z.boolean().optional(),
  }),
]);

const payoutColumn = z.discriminatedUnion('as', [
  z.strictObject({ ...named, as: z.enum(['orderNumber', 'reference', 'paidOutOn', 'net', 'personal', 'note']) }),
  z.strictObject({
    ...named,
    as: z.literal('component'),
    type: z.enum(COMPONENT_TYPES),
    sign: z.enum(['as-is', 'negate']),
  }),
]);

const common = {
  id: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'platform.report, for example shopee-tw.income'),
  version: z.int().positive(),
  platform: text,
  title: z.record(z.enum(LANGUAGES), text).readonly(),
  verified: z.boolean(),
  notes: texts,
  header: z
    .strictObject({ searchRows: z.int().min(1).max(200), signature: z.array(text).min(2).readonly() })
    .readonly(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'ISO 4217 code'),
  emptyMarkers: texts,
  currencyMarks: texts,
};

const status = z.strictObject({
  exact: text.optional(),
  startsWith: text.optional(),
  stage: z.enum(ORDER_STAGES),
});

const orderMapping = z.strictObject({
  ...common,
  kind: z.literal('orders'),
  columns: z.array(orderColumn).readonly(),
  statuses: z
    .array(
      status.refine((word) => (word.exact === undefined) !== (word.startsWith === undefined), 'exact or startsWith'),
    )
    .min(1)
    .readonly(),
  refundedStatuses: texts,
});

const payoutMapping = z.strictObject({
  ...common,
  kind: z.literal('payout'),
  columns: z.array(payoutColumn).readonly(),
  referenceIsIdentity: z.boolean(),
  linesWithoutOrder: z.boolean(),
  paymentMode: z.enum(['single', 'instalments']),
  declaredTotal: z.strictObject({ label: text }).readonly().optional(),
});

/** Parses one mapping file; what it lets through is a `Mapping` whose rules can be followed without further checks. */
export const mappingSchema: z.ZodType<Mapping> = z
  .discriminatedUnion('kind', [orderMapping, payoutMapping])
  .superRefine((mapping, context) => {
    for (const message of faultsOf(mapping)) context.addIssue({ code: 'custom', message });
  });

/** Roles that must stand once, and roles that may stand at most once. All others may repeat. */
const ONCE = {
  orders: ['orderNumber', 'status', 'quantity'],
  payout: ['orderNumber', 'paidOutOn', 'net'],
} as const;
const AT_MOST_ONCE = {
  orders: ['refundStatus', 'orderedOn', 'paidOn', 'shippedOn', 'completedOn', 'returnedQuantity'],
  payout: ['reference'],
} as const;
const AT_LEAST_ONCE = { orders: ['unitPrice', 'receivable'], payout: ['component'] } as const;

function faultsOf(mapping: Mapping): string[] {
  return [...roleFaults(mapping), ...nameFaults(mapping), ...signatureFaults(mapping)];
}

function roleFaults({ kind, columns }: Mapping): string[] {
  const count = (role: string) => columns.filter((column) => column.as === role).length;
  const required = (role: string) => columns.some((column) => column.as === role && column.required);
  return [
    ...ONCE[kind].filter((role) => count(role) !== 1).map((role) => `exactly one column must be "${role}"`),
    ...AT_MOST_ONCE[kind].filter((role) => count(role) > 1).map((role) => `at most one column may be "${role}"`),
    ...AT_LEAST_ONCE[kind].filter((role) => count(role) === 0).map((role) => `some column must be "${role}"`),
    ...[...ONCE[kind], ...AT_LEAST_ONCE[kind]]
      .filter((role) => count(role) > 0 && !required(role))
      .map((role) => `a column that is "${role}" must be required`),
  ];
}

function nameFaults(mapping: Mapping): string[] {
  const names = mapping.columns.flatMap((column) => [column.header, ...(column.synonyms ?? [])].map(normalizeHeader));
  const doubled = names.filter((name, at) => names.indexOf(name) !== at);
  return doubled.map((name) => `two columns claim the header "${name}"`);
}

/** The signature decides which report it is, so a sheet without one of its columns cannot be that report. */
function signatureFaults(mapping: Mapping): string[] {
  const required = mapping.columns.filter((column) => column.required).map((column) => normalizeHeader(column.header));
  return mapping.header.signature
    .filter((header) => !required.includes(normalizeHeader(header)))
    .map((header) => `the signature names "${header}", which is not the header of a required column`);
}
