// The platform's own invoice for its fees (平台開立的手續費發票). Payouts take fees before it comes, and input tax may only be
// deducted with it in hand (營業稅法 §19): when it comes, the tax in it leaves the cost, or 暫付款 becomes cost and tax. Where
// a platform gives fees back, its allowance (折讓證明單) does the opposite.
import type { BusinessDate } from '../business-date.ts';
import { type Company, type CompanySettings, type FeeVat, type ShopSettings, shopSettings } from '../company.ts';
import { type Amount, type Currency, subtract } from '../money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES } from '../payout.ts';
import type { AccountRole, VoucherDraft } from '../voucher.ts';
import { credit, debit, voucherOf } from './entry.ts';
import { roleOfFee } from './receipt-entries.ts';
import { feeTaxRate, splitTax } from './split-tax.ts';
import { invoiceSummary } from './summaries.ts';

/** 發票, or 折讓證明單: the platform takes part of what it invoiced back. */
export const INVOICE_KINDS = ['invoice', 'allowance'] as const;

/** What an invoice is for: the account its cost stands on. */
export const INVOICED_COSTS = [
  'platformFees',
  'freight',
  'advertising',
  'otherExpense',
] as const satisfies AccountRole[];

/** Where the fees were booked when payouts took them: in the cost with their tax, or as 暫付款. */
export const INVOICED_FROM = ['cost', 'prepaid'] as const;

export interface FeeInvoice {
  readonly kind: (typeof INVOICE_KINDS)[number];
  /** Key of the shop whose fees it is for. */
  readonly shop: string;
  /** As printed (發票號碼, 折讓單號碼): one number names one of both kinds. */
  readonly number: string;
  readonly invoicedOn: BusinessDate;
  readonly currency: Currency;
  /** Tax included; above zero, in an allowance as well. */
  readonly amount: Amount;
  readonly tax: Amount;
  readonly cost: (typeof INVOICED_COSTS)[number];
  readonly from: (typeof INVOICED_FROM)[number];
}

/** An invoice as people enter it: what is null follows from the shop's settings. */
export interface EnteredInvoice extends Omit<FeeInvoice, 'tax' | 'from'> {
  readonly tax: Amount | null;
  readonly from: FeeInvoice['from'] | null;
}

/** A number as it is compared: full-width forms, small letters, blanks and dashes are ways of typing one number. */
export function comparedInvoice(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

export type InvoiceFault = 'CURRENCY' | 'TAX' | 'SPLIT_ALREADY';

/**
 * The invoice with what its shop's settings say, or why it cannot be booked: tax is deducted in the currency of the books,
 * is less than the whole, and is not taken twice where fees were split as payouts took them.
 */
export function completeInvoice(entered: EnteredInvoice, company: CompanySettings): FeeInvoice | InvoiceFault {
  const { shop, currency, amount } = entered;
  const settings = shopSettings(company, shop);
  if (company.baseCurrency !== null && company.baseCurrency !== currency) return 'CURRENCY';
  const vat = feeVatOfCost(entered.cost, settings);
  if (entered.from === null && vat === 'split') return 'SPLIT_ALREADY';
  const from = entered.from ?? (vat === 'prepaid' ? 'prepaid' : 'cost');
  const tax = entered.tax ?? splitTax(amount, feeTaxRate(settings, currency), currency).tax;
  const movesNothing = from === 'cost' && tax === 0;
  return tax < 0 || tax >= amount || movesNothing ? 'TAX' : { ...entered, from, tax };
}

/**
 * How the fees of this cost were booked: by their kinds where these agree, else as the shop's fees. Where any of them was
 * split a person says whether the invoice is about that one.
 */
export function feeVatOfCost(cost: FeeInvoice['cost'], { feeVat, feeVatByType }: ShopSettings): FeeVat {
  const kinds = COMPONENT_TYPES.filter((type) => COMPONENT_SIDES[type] === 'fee' && roleOfFee(type) === cost);
  const ways = new Set(kinds.map((type) => feeVatByType[type] ?? feeVat));
  if (ways.has('split')) return 'split';
  const [only = feeVat] = ways;
  return ways.size === 1 ? only : feeVat;
}

/** Dr the cost without tax, 進項稅額 / Cr 暫付款; or Dr 進項稅額 / Cr the cost that held it. An allowance the other way round. */
export function feeInvoiceVoucher(invoice: FeeInvoice, postedOn: BusinessDate, company: Company): VoucherDraft | null {
  const { kind, shop, currency, amount, tax, cost, from } = invoice;
  const [to, out] = kind === 'invoice' ? [debit, credit] : [credit, debit];
  const head = {
    kind: 'expense' as const,
    ...{ shop, postedOn, currency, baseCurrency: currency },
    summary: invoiceSummary(invoice, company),
  };
  const entries =
    from === 'prepaid'
      ? [to(cost, subtract(amount, tax)), to('inputVat', tax), out('prepaidFees', amount)]
      : [to('inputVat', tax), out(cost, tax)];
  return voucherOf(head, entries, company);
}
