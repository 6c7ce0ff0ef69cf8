// Sales documents: what opens a receivable (銷貨單) and what credits it (銷退單, 折讓單). One per order and change.
import type { BusinessDate } from './business-date.ts';
import type { Amount, Currency } from './money.ts';

export const SALES_DOCUMENT_KINDS = [
  /** 銷貨單: goods left, the platform owes */ 'sale',
  /** 銷退單: goods came back */ 'return',
  /** 折讓單: credit without goods */ 'allowance',
] as const;
export type SalesDocumentKind = (typeof SALES_DOCUMENT_KINDS)[number];

/** A sales document before it has a number. */
export interface SalesDocumentDraft {
  readonly kind: SalesDocumentKind;
  readonly shop: string;
  readonly orderKey: string;
  readonly currency: Currency;
  /** The day it is booked: the day of the event, or the first open day when that day's period is closed. */
  readonly documentOn: BusinessDate;
  /** Tax included. Positive; negative corrects an earlier document after a newer snapshot of the order. */
  readonly amount: Amount;
  /** The part of a sale that is freight collected for the carrier (代收款); 0 where freight is own income. */
  readonly collected: Amount;
  /** Amount in base currency and its rate; null while the company keeps each currency by itself. */
  readonly base: { readonly currency: Currency; readonly rate: string; readonly amount: Amount } | null;
}

/** A posted sales document. */
export interface SalesDocument extends SalesDocumentDraft {
  /** Gapless within kind and month, for example `SA202405-0001`. */
  readonly number: string;
  /** Number of the document this one reverses (沖銷); null for an original. */
  readonly reverses: string | null;
}
