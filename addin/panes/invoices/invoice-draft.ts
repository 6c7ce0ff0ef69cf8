// A platform's invoice or allowance as a person types it from the paper: its net and its tax as printed, and back again, or why a field
// is not taken.
import { dayOfText } from '../../../core/business-date.ts';
import type { CompanySettings } from '../../../core/company.ts';
import {
  comparedInvoice,
  completeInvoice,
  type EnteredInvoice,
  type FeeInvoice,
  type InvoiceFault,
} from '../../../core/ledger/fee-invoice.ts';
import { add, type Amount, ZERO } from '../../../core/money.ts';
import type { FeeInvoices } from '../../../core/ledger/fee-invoice-api.ts';
import type { BookedInvoice } from '../../invoices-client.ts';
import { currencyIn } from '../company/company-draft.ts';
import { typedAmount } from '../typed-amount.ts';

export interface InvoiceDraft {
  readonly kind: FeeInvoice['kind'];
  /** The shop's key; empty until one is chosen. */
  readonly shop: string;
  readonly number: string;
  readonly day: string;
  readonly currency: string;
  readonly net: string;
  readonly tax: string;
  readonly cost: FeeInvoice['cost'];
  /** `shop`: where the shop's settings say its fees stand. */
  readonly from: FeeInvoice['from'] | 'shop';
}

/** What an invoice is held against before it is sent. */
export interface InvoiceBooks {
  readonly company: CompanySettings;
  readonly invoices: readonly BookedInvoice[];
  /** What is left of 暫付款, by shop and currency. */
  readonly prepaid: FeeInvoices['prepaid'];
}

export function newInvoice(shops: readonly string[], { company }: Pick<InvoiceBooks, 'company'>): InvoiceDraft {
  const [only = '', another] = shops;
  return {
    ...{ kind: 'invoice', shop: another === undefined ? only : '', number: '', day: '' },
    ...{ currency: company.baseCurrency ?? 'TWD', net: '', tax: '', cost: 'platformFees', from: 'shop' },
  };
}

/** Net and tax as one; null while one of them lacks or is not understood. */
export function sumTyped({ net, tax }: Pick<InvoiceDraft, 'net' | 'tax'>): Amount | null {
  const [of, with_] = [typedAmount(net), typedAmount(tax)];
  if (of === null || of === undefined || with_ === null || with_ === undefined) return null;
  return Number.isSafeInteger(of + with_) ? add(of, with_) : null;
}

/** What 暫付款 still holds for an invoice that takes more out of it; null where it holds enough, or is not asked. */
export function tooLittlePrepaid(invoice: FeeInvoice, { prepaid }: Pick<InvoiceBooks, 'prepaid'>): Amount | null {
  const { kind, shop, currency, amount, from } = invoice;
  const left = prepaid.find((one) => one.shop === shop && one.currency === currency)?.amount ?? ZERO;
  return kind === 'invoice' && from === 'prepaid' && amount > left ? left : null;
}

/** Null while a field is not understood; else it can be completed by the shop's settings, or is at fault. */
function enteredOf(draft: InvoiceDraft): EnteredInvoice | null {
  const { kind, shop, cost, from } = draft;
  const number = draft.number.trim();
  const [invoicedOn, currency] = [dayOfText(draft.day.trim()), currencyIn(draft.currency)];
  const [amount, tax] = [sumTyped(draft), typedAmount(draft.tax)];
  if (shop === '' || number === '' || invoicedOn === null || currency === null || currency === undefined) return null;
  if (amount === null || amount === 0 || tax === null || tax === undefined) return null;
  return { kind, shop, number, invoicedOn, currency, amount, tax, cost, from: from === 'shop' ? null : from };
}

/** The invoice as it would be booked, or null while something is open. */
export function invoiceOf(draft: InvoiceDraft, books: Omit<InvoiceBooks, 'prepaid'>): FeeInvoice | null {
  const entered = enteredOf(draft);
  if (entered === null || isHeld(draft, books.invoices)) return null;
  const invoice = completeInvoice(entered, books.company);
  return typeof invoice === 'string' ? null : invoice;
}

type InvoiceProblem =
  'missing' | 'held' | 'wrongDay' | 'wrongCurrency' | 'wrongAmount' | 'foreignCurrency' | 'wrongTax' | 'splitAlready';

const FAULTS = {
  CURRENCY: { currency: 'foreignCurrency' },
  TAX: { tax: 'wrongTax' },
  SPLIT_ALREADY: { from: 'splitAlready' },
} as const satisfies Record<InvoiceFault, Problems>;

type Problems = Partial<Record<keyof InvoiceDraft, InvoiceProblem>>;

/** What each field lacks or why it is not taken. */
export function problemsOf(draft: InvoiceDraft, { company, invoices }: Omit<InvoiceBooks, 'prepaid'>): Problems {
  const entered = enteredOf(draft);
  const fault = entered === null ? null : completeInvoice(entered, company);
  return {
    ...(typeof fault === 'string' ? FAULTS[fault] : {}),
    ...problem('shop', draft.shop === '' ? 'missing' : null),
    ...problem('number', draft.number.trim() === '' ? 'missing' : isHeld(draft, invoices) ? 'held' : null),
    ...problem(
      'day',
      lacking(draft.day, (text) => dayOfText(text) !== null, 'wrongDay'),
    ),
    ...problem(
      'currency',
      lacking(draft.currency, (text) => currencyIn(text) !== undefined, 'wrongCurrency'),
    ),
    ...problem(
      'net',
      lacking(draft.net, (text) => typedAmount(text) !== undefined, 'wrongAmount'),
    ),
    ...problem(
      'tax',
      lacking(draft.tax, (text) => typedAmount(text) !== undefined, 'wrongAmount'),
    ),
  };
}

const problem = (field: keyof InvoiceDraft, is: InvoiceProblem | null): Problems =>
  is === null ? {} : { [field]: is };

function lacking(text: string, isRead: (text: string) => boolean, otherwise: InvoiceProblem): InvoiceProblem | null {
  if (text.trim() === '') return 'missing';
  return isRead(text.trim()) ? null : otherwise;
}

/** One of that number stands in the books of the shop: said again it is no second one, said otherwise it is refused. */
function isHeld({ shop, number }: InvoiceDraft, invoices: readonly BookedInvoice[]): boolean {
  const wanted = comparedInvoice(number);
  return invoices.some((held) => {
    return held.shop === shop && comparedInvoice(held.number) === wanted && held.voidedBy === null;
  });
}
