// How values travel: amounts and rates as decimal strings, days as YYYY-MM-DD. `z.encode` writes them, `z.decode` reads them
// back as exact values. The parts of the contract (core/api.ts) are made of these.
import { z } from 'zod';
import { type BusinessDate, dayOfText } from './business-date.ts';
import { type Amount, amountOfText, type Rate, rateOfText, textOfAmount, textOfRate } from './money.ts';

const unreadable = (what: string, value: string) => ({ code: 'custom' as const, message: `not ${what}`, input: value });

export const amount: z.ZodType<Amount, string> = z.codec(z.string(), z.custom<Amount>(), {
  decode: (value, context) => {
    const read = amountOfText(value);
    if (read !== null) return read;
    context.issues.push(unreadable('an amount', value));
    return z.NEVER;
  },
  encode: (value) => textOfAmount(value),
});

export const day: z.ZodType<BusinessDate, string> = z.codec(z.string(), z.custom<BusinessDate>(), {
  decode: (value, context) => {
    const read = dayOfText(value);
    if (read !== null) return read;
    context.issues.push(unreadable('a calendar day', value));
    return z.NEVER;
  },
  encode: (value) => value,
});

export const rate: z.ZodType<Rate, string> = z.codec(z.string(), z.custom<Rate>(), {
  decode: (value, context) => {
    const read = rateOfText(value);
    if (read !== null) return read;
    context.issues.push(unreadable('a rate', value));
    return z.NEVER;
  },
  encode: (value) => textOfRate(value),
});

export const currency = z.string().regex(/^[A-Z]{3}$/);

/** Keys of the orders that one payout line pays together. */
export const severalOrders = z
  .array(z.string().min(1).max(5_000))
  .min(2)
  .max(50)
  .refine((keys) => new Set(keys).size === keys.length, 'an order is named twice');
