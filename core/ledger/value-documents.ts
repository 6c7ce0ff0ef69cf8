// Documents in base currency: what opens is taken at the rate of its day, what clears at the base it was booked at, and
// the difference is the realised exchange gain. Nothing is converted for a company that keeps each currency by itself.
import type { CompanySettings } from '../company.ts';
import type { ReceiptDraft } from '../receipt.ts';
import type { SalesDocumentDraft } from '../sales-document.ts';
import { type BookSources, openBook } from './open-book.ts';
import { valueReceipt } from './value-receipt.ts';
import { valueSale } from './value-sale.ts';

export interface DocumentsToValue extends BookSources {
  /** In posting order; those of one run open the receivable before its receipts clear it. */
  readonly sales: readonly SalesDocumentDraft[];
  /** In posting order. */
  readonly receipts: readonly ReceiptDraft[];
  readonly company: CompanySettings;
}

export interface ValuedDocuments {
  readonly sales: SalesDocumentDraft[];
  readonly receipts: ReceiptDraft[];
}

/**
 * The documents with their base amounts.
 * @throws Error when a rate is missing: what has no rate is held back before
 */
export function valueDocuments(input: DocumentsToValue): ValuedDocuments {
  const { baseCurrency } = input.company;
  if (baseCurrency === null) {
    return {
      sales: input.sales.map((document) => ({ ...document, base: null })),
      receipts: input.receipts.map((receipt) => ({ ...receipt, base: null })),
    };
  }
  const book = openBook(input, baseCurrency);
  return {
    sales: input.sales.map((document) => ({ ...document, base: valueSale(document, book) })),
    receipts: input.receipts.map((receipt) => ({ ...receipt, base: valueReceipt(receipt, book) })),
  };
}
