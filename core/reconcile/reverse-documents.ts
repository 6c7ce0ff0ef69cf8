// Reversals (沖銷) of receipts and sales documents: the same document with every amount turned round. Both stay.
import type { BusinessDate } from '../business-date.ts';
import { negate } from '../money.ts';
import type { ReceiptDraft } from '../receipt.ts';
import type { SalesDocumentDraft } from '../sales-document.ts';

/** @param receivedOn the day of the reversal, in an open period */
export function reverseReceipt(receipt: ReceiptDraft, receivedOn: BusinessDate): ReceiptDraft {
  const { shop, kind, currency, lineKeys, cash, deductions, allocations, base } = receipt;
  return {
    ...{ shop, kind, receivedOn, currency, lineKeys },
    cash: negate(cash),
    deductions: deductions.map(({ type, amount }) => ({ type, amount: negate(amount) })),
    allocations: allocations.map((part) => ({ ...part, amount: negate(part.amount) })),
    base: base && {
      ...{ currency: base.currency, rate: base.rate },
      cash: negate(base.cash),
      deductions: base.deductions.map(negate),
      allocations: base.allocations.map(negate),
      gain: negate(base.gain),
    },
  };
}

/** @param documentOn the day of the reversal, in an open period */
export function reverseSale(sale: SalesDocumentDraft, documentOn: BusinessDate): SalesDocumentDraft {
  const { kind, shop, orderKey, currency, amount, collected, base } = sale;
  return {
    ...{ kind, shop, orderKey, currency, documentOn },
    amount: negate(amount),
    collected: negate(collected),
    base: base && { ...base, amount: negate(base.amount) },
  };
}
