// VAT contained in a gross amount: rounded once, on the document, and spread over its parts without losing a dollar.
import type { ShopSettings } from '../company.ts';
import {
  type Amount,
  type Currency,
  decimalsOf,
  fraction,
  ONE_WHOLE,
  type Rate,
  rateOfMillionths,
  rateOfText,
  round,
  spread,
  subtract,
  sum,
  unrounded,
  ZERO,
} from '../money.ts';

/** net + tax = gross, exactly. */
export interface TaxSplit {
  readonly net: Amount;
  readonly tax: Amount;
}

const NONE = rateOfMillionths(0);

/** 營業稅法 §10, §14: 5 % on domestic sales; elsewhere the accountant says it. */
const TAIWAN = rateOfMillionths(50_000);

/** The rate a setting means: as written, else 5 % for TWD and none for other currencies. */
function rateOfSetting(setting: string | null, currency: Currency): Rate {
  if (setting === null) return currency === 'TWD' ? TAIWAN : NONE;
  const rate = rateOfText(setting);
  if (rate === null) throw new Error(`not a tax rate: ${setting}`);
  return rate;
}

/** Rate contained in what the shop sells. */
export function salesTaxRate({ salesTaxRate: setting }: ShopSettings, currency: Currency): Rate {
  return rateOfSetting(setting, currency);
}

/** Rate contained in what the platform charges. */
export function feeTaxRate({ feeTaxRate: setting, salesTaxRate: ofSales }: ShopSettings, currency: Currency): Rate {
  return rateOfSetting(setting ?? ofSales, currency);
}

/**
 * The tax contained in a gross amount, half-up at the currency's decimals (營業稅法 §14, 施行細則 §32-1); the sign plays
 * no part, so a return gives back what the sale took.
 */
export function splitTax(gross: Amount, rate: Rate, currency: Currency): TaxSplit {
  const tax = round(taxBeforeRounding(gross, rate), 'halfUp', decimalsOf(currency));
  return { net: subtract(gross, tax), tax };
}

/**
 * The same for the parts of one document: the tax of their sum is rounded once and given to the parts by largest
 * remainder.
 * @param parts gross amounts, none negative
 */
export function splitTaxOver(parts: readonly Amount[], rate: Rate, currency: Currency): TaxSplit[] {
  const { tax } = splitTax(sum(parts), rate, currency);
  const shares = parts.map((part) => taxBeforeRounding(part, rate));
  const taxes = spread(tax, shares, decimalsOf(currency));
  return parts.map((part, at) => {
    const own = taxes[at] ?? ZERO;
    return { net: subtract(part, own), tax: own };
  });
}

function taxBeforeRounding(gross: Amount, rate: Rate) {
  return fraction(unrounded(gross), rate, ONE_WHOLE + rate);
}
