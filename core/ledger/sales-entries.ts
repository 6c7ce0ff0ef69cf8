// What a sales document does to the accounts: receivable against income, output tax and freight collected.
import { type CompanySettings, shopSettings } from '../company.ts';
import { type Amount, type Currency, negate, portion, subtract, ZERO } from '../money.ts';
import type { SalesDocumentDraft, SalesDocumentKind } from '../sales-document.ts';
import type { AccountRole } from '../voucher.ts';
import { credit, debit, type Entry } from './entry.ts';
import { salesTaxRate, splitTax } from './split-tax.ts';
import { collectedBase } from './value-sale.ts';

const INCOME: Readonly<Record<SalesDocumentKind, AccountRole>> = {
  sale: 'sales',
  return: 'salesReturns',
  allowance: 'salesAllowances',
};

/** The tax is rounded on the document: provisional, trued up by filing period (core/ledger/vat-period.ts). */
export function salesEntries(document: SalesDocumentDraft, company: CompanySettings): Entry[] {
  const { kind, amount, collected } = document;
  const base = document.base ?? { amount, currency: document.currency };
  const freight = { amount: collected, base: collectedBase(document, base.amount, base.currency) };
  const gross = { amount: subtract(amount, collected), base: subtract(base.amount, freight.base) };
  const { tax } = taxOfSale(document, company);
  const taxBase = shareOf(gross.base, tax, gross.amount, base.currency);
  const entries = [
    debit('receivable', amount, base.amount),
    credit(INCOME[kind], subtract(gross.amount, tax), subtract(gross.base, taxBase)),
    credit('outputVat', tax, taxBase),
    credit('collected', freight.amount, freight.base),
  ];
  return kind === 'sale' ? entries : entries.map(turned);
}

/** What the document sells, tax included, and the tax in it. Freight collected for the carrier is no sale. */
export function taxOfSale(document: SalesDocumentDraft, company: CompanySettings): { gross: Amount; tax: Amount } {
  const gross = subtract(document.amount, document.collected);
  const rate = salesTaxRate(shopSettings(company, document.shop), document.currency);
  return { gross, tax: splitTax(gross, rate, document.currency).tax };
}

/** A part's share of a base amount; half-up, so that the rest stays with the other part. */
export function shareOf(base: Amount, part: Amount, whole: Amount, baseCurrency: Currency): Amount {
  return whole === 0 ? ZERO : portion(base, part, whole, baseCurrency);
}

const turned = ({ role, amount, base }: Entry): Entry => ({ role, amount: negate(amount), base: negate(base) });
