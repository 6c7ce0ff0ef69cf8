// A normalized row as it travels: an order with its lines, and a payout line with its components.
import { z } from 'zod';
import { type Order, ORDER_STAGES } from '../order.ts';
import { COMPONENT_TYPES, IDENTITY_LENGTH_MAX, type PayoutLine } from '../payout.ts';
import { FIELD_LENGTH_MAX } from '../short-text.ts';
import { amount, currency, day } from '../wire-values.ts';

const text = z.string().max(FIELD_LENGTH_MAX);
const name = z.string().min(1).max(FIELD_LENGTH_MAX);
const count = z.int().min(0);

export const orderSchema: z.ZodType<Order> = z.object({
  orderNumber: name,
  stage: z.enum(ORDER_STAGES),
  status: text,
  refunded: z.boolean(),
  currency,
  orderedOn: day.nullable(),
  paidOn: day.nullable(),
  shippedOn: day.nullable(),
  completedOn: day.nullable(),
  receivable: amount.refine((value) => value >= 0),
  credited: amount.refine((value) => value >= 0),
  parts: z
    .object({
      BUYER_SHIPPING: amount.optional(),
      PLATFORM_SUBSIDY: amount.optional(),
      CONTRACT_PRICE: amount.optional(),
    })
    .optional(),
  aliases: z.array(name).max(50).optional(),
  lines: z.array(z.object({ sku: text, name: text, quantity: count, returned: count, unitPrice: amount })),
  sourceRow: count,
});

export const payoutLineSchema: z.ZodType<PayoutLine> = z.object({
  orderNumber: name.nullable(),
  identity: z.string().min(1).max(IDENTITY_LENGTH_MAX),
  reference: text,
  statement: name.optional(),
  paidOutOn: day,
  currency,
  net: amount,
  components: z.array(z.object({ type: z.enum(COMPONENT_TYPES), column: text, amount })),
  sourceRow: count,
});
