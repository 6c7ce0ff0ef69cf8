// The contract for the platforms' invoices, between add-in and server: what people enter, and what the books hold.
import { z } from 'zod';
import { amount, currency, day } from '../wire-values.ts';
import { type EnteredInvoice, INVOICE_KINDS, INVOICED_COSTS, INVOICED_FROM } from './fee-invoice.ts';

const text = z.string().trim().min(1);
const author = z.string().trim().max(100).default('');
const note = z.string().trim().max(2_000).default('');
/** On an invoice of Taiwan two letters and eight digits; other countries print what they like. */
const number = text.max(100);

const invoiceFields = {
  kind: z.enum(INVOICE_KINDS).default('invoice'),
  shop: text.max(500),
  number,
  invoicedOn: day,
  currency: currency.default('TWD'),
  amount: amount.refine((given) => given > 0, 'an invoice is above zero, and so is an allowance'),
  cost: z.enum(INVOICED_COSTS).default('platformFees'),
};

const enteredInvoiceSchema: z.ZodType<EnteredInvoice, unknown> = z.strictObject({
  ...invoiceFields,
  tax: amount.nullable().default(null),
  from: z.enum(INVOICED_FROM).nullable().default(null),
});

export const bookInvoicesSchema = z.object({ invoices: z.array(enteredInvoiceSchema).min(1).max(1_000), author });
export type BookInvoices = z.infer<typeof bookInvoicesSchema>;

/** @property on the day of the reversal; the invoice's own, or the first open day after it, where it is left out */
export const voidInvoiceSchema = z.object({ shop: text.max(500), number, on: day.optional(), author, note });
export type VoidInvoice = z.infer<typeof voidInvoiceSchema>;

export const feeInvoicesSchema = z.object({
  /** Oldest first. */
  invoices: z.array(
    z.object({
      ...{
        kind: z.enum(INVOICE_KINDS),
        shop: z.string(),
        number: z.string(),
        invoicedOn: day,
        currency,
        amount,
        tax: amount,
      },
      ...{ cost: z.enum(INVOICED_COSTS), from: z.enum(INVOICED_FROM), voucher: z.string() },
      /** The voucher that takes it back; null while it stands. */
      voidedBy: z.string().nullable(),
    }),
  ),
  /** What is left of 暫付款; below zero more was invoiced than payouts took. */
  prepaid: z.array(z.object({ shop: z.string(), currency, amount })),
});
export type FeeInvoices = z.infer<typeof feeInvoicesSchema>;
