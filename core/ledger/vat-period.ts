// The VAT filing period of Taiwan: two months. B2C output tax is due on the period's total, not on each order, so the
// provisional tax of the orders is trued up once (營業稅法施行細則 §32-1).
import { addDays, type BusinessDate, dayOf } from '../business-date.ts';
import { type Company, type CompanySettings, shopSettings } from '../company.ts';
import { add, type Amount, type Currency, type Rate, subtract, ZERO } from '../money.ts';
import type { SalesDocumentDraft } from '../sales-document.ts';
import type { VoucherDraft } from '../voucher.ts';
import { credit, debit, voucherOf } from './entry.ts';
import { taxOfSale } from './sales-entries.ts';
import { salesTaxRate, splitTax } from './split-tax.ts';
import { summaryOf } from './summaries.ts';

export interface FilingPeriod {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** The period a day belongs to: January and February, March and April … (營業稅法 §35). */
export function filingPeriodOf(day: BusinessDate): FilingPeriod {
  const year = Number(day.slice(0, 4));
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 2) * 2 + 1;
  const from = dayOf(year, first, 1);
  const next = first === 11 ? dayOf(year + 1, 1, 1) : dayOf(year, first + 2, 1);
  if (from === null || next === null) throw new Error(`not a day: ${day}`);
  return { from, to: addDays(next, -1) };
}

export interface VatTrueUp {
  /** Taxed sales of the period, tax included. */
  readonly gross: Amount;
  /** Σ tax as rounded on each document. */
  readonly provisional: Amount;
  /** Tax on the total. */
  readonly due: Amount;
  /** What is left to take off 銷項稅額: provisional − due − what earlier vouchers took off. */
  readonly tooHigh: Amount;
  /** Dr 銷項稅額 / Cr 銷貨收入 for what was booked too high, the other way for what was too low; null for nothing. */
  readonly voucher: VoucherDraft | null;
}

/**
 * True-up of the sales of a period in one currency. Consignment sales are invoiced to the platform with the tax shown
 * and keep it; returns and allowances carry their own certificates and keep theirs (§15).
 * @param before what earlier vouchers of the period took off 銷項稅額 already
 * @throws Error for books in another base currency: the tax is filed in the currency of the books
 */
export function trueUpVat(
  period: FilingPeriod,
  currency: Currency,
  sales: readonly SalesDocumentDraft[],
  company: Company,
  before: Amount = ZERO,
): VatTrueUp {
  const { baseCurrency } = company;
  if (baseCurrency !== null && baseCurrency !== currency) throw new Error(`VAT is not filed in ${currency}`);
  const totals = new Map<Rate, Amount>();
  let provisional = ZERO;
  for (const document of sales.filter((sale) => isTruedUp(sale, period, currency, company))) {
    const { gross, tax } = taxOfSale(document, company);
    const rate = salesTaxRate(shopSettings(company, document.shop), currency);
    if (rate === 0) continue;
    totals.set(rate, add(totals.get(rate) ?? ZERO, gross));
    provisional = add(provisional, tax);
  }
  const gross = [...totals.values()].reduce(add, ZERO);
  const due = [...totals].map(([rate, total]) => splitTax(total, rate, currency).tax).reduce(add, ZERO);
  const tooHigh = subtract(subtract(provisional, due), before);
  return { gross, provisional, due, tooHigh, voucher: trueUpVoucher(period, currency, tooHigh, company) };
}

function isTruedUp(
  { kind, documentOn, currency, shop }: SalesDocumentDraft,
  period: FilingPeriod,
  wanted: Currency,
  company: CompanySettings,
): boolean {
  const inPeriod = documentOn >= period.from && documentOn <= period.to;
  return kind === 'sale' && currency === wanted && inPeriod && shopSettings(company, shop).settlement === 'marketplace';
}

/** One voucher for the company: tax is filed for all its shops together, so the voucher names none. */
function trueUpVoucher(period: FilingPeriod, currency: Currency, tooHigh: Amount, company: Company) {
  const head = {
    kind: 'tax' as const,
    shop: '',
    postedOn: period.to,
    currency,
    baseCurrency: currency,
    summary: summaryOf('vat', company),
  };
  return voucherOf(head, [debit('outputVat', tooHigh), credit('sales', tooHigh)], company);
}
