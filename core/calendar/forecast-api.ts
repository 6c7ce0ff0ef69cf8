// The payout forecast as both ends know it: part of a run's answer.
import { z } from 'zod';
import { amount, currency, day } from '../wire-values.ts';
import type { PayoutForecast } from './forecast-payouts.ts';

const name = z.string().min(1).max(4_500);
const count = z.int().min(0);
const place = { platform: z.string().max(500), shop: z.string().max(500), currency };
const sums = { ...place, orders: count, open: amount, fees: amount, ordersWithoutFees: count };
const heldSchema = z.object({ ...place, amount });

export const forecastSchema: z.ZodType<PayoutForecast> = z.object({
  asOf: day,
  expected: z.array(
    z.object({
      ...{ ...sums, on: day, held: amount, released: amount, carriedIn: amount, transferFee: amount },
      ...{ paid: amount, carriedOut: amount },
      calendar: z.object({ id: name, version: z.int().min(1) }).nullable(),
    }),
  ),
  overdue: z.array(z.object({ ...sums, dueOn: day, daysLate: z.int() })),
  undated: z.array(z.object({ ...sums, why: z.enum(['noDate', 'manual', 'notCovered']) })),
  heldUndated: z.array(heldSchema),
  heldLate: z.array(heldSchema),
  reserves: z.array(z.object({ ...place, orderKey: name, amount, releaseOn: day.nullable(), isLate: z.boolean() })),
});
