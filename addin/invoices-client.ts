// The platforms' invoices for their fees (平台發票) as the pane asks for them: those of the books with what is left of 暫付款,
// booking one, and taking one back.
import { z } from 'zod';
import type { EnteredInvoice } from '../core/ledger/fee-invoice.ts';
import {
  bookInvoicesSchema,
  type FeeInvoices,
  feeInvoicesSchema,
  type VoidInvoice,
  voidInvoiceSchema,
} from '../core/ledger/fee-invoice-api.ts';
import type { Ask } from './api-client.ts';

export type BookedInvoice = FeeInvoices['invoices'][number];

/** Each change answers with how all of it stands then. */
export interface InvoicesClient {
  readonly list: () => Promise<FeeInvoices>;
  /** The same invoice said again is no second one. */
  readonly book: (invoice: EnteredInvoice, author: string) => Promise<FeeInvoices>;
  /** By a reversal, on the day that is wished, else on the invoice's own or the first open one after it. */
  readonly void: (what: VoidInvoice) => Promise<FeeInvoices>;
}

export function createInvoicesClient(ask: Ask): InvoicesClient {
  const answer = feeInvoicesSchema;
  return {
    list: () => ask({ method: 'GET', path: '/fee-invoices', answer }),
    book: (invoice, author) => {
      const body = z.encode(bookInvoicesSchema, { invoices: [invoice], author });
      return ask({ method: 'POST', path: '/fee-invoices', body, answer });
    },
    void: (what) =>
      ask({ method: 'POST', path: '/fee-invoices/void', body: z.encode(voidInvoiceSchema, what), answer }),
  };
}
