// The company's exchange rates: which one holds on a day, and whether there is any.
import type { BusinessDate } from '../business-date.ts';
import type { Currency } from '../money.ts';
import type { ReconcileInput } from './account.ts';

/** The latest rate that was valid on the day or before it within the same month; null where none is entered. */
export type RateOn = (currency: Currency, day: BusinessDate) => string | null;

/**
 * A rate of another month is no answer: customs and bank rates of last month are another period's.
 * Currency by itself (no base) and the base currency need no rate.
 */
export function ratesOf({ company, rates }: Pick<ReconcileInput, 'company' | 'rates'>): RateOn {
  const { baseCurrency } = company;
  const sorted = [...rates].sort((left, right) => (left.validOn < right.validOn ? 1 : -1));
  return (currency, day) => {
    if (baseCurrency === null || currency === baseCurrency) return '1';
    const month = day.slice(0, 7);
    const holds = (on: BusinessDate) => on <= day && on.startsWith(month);
    return sorted.find((rate) => rate.currency === currency && holds(rate.validOn))?.rate ?? null;
  };
}
