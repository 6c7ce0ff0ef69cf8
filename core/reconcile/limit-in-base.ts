// What may be given up is one amount of money: a company with a base currency sets it in that currency, and other
// currencies are measured by its exchange rates. Without one every currency is kept by itself, limits and all.
import type { BusinessDate } from '../business-date.ts';
import { absolute, add, type Amount, type Currency, rateOfText, round, times, ZERO } from '../money.ts';
import type { ReconcileInput } from './account.ts';
import { ratesOf } from './exchange-rates.ts';

/** An amount without sign, in the currency whose limits count for it. */
export interface Measured {
  readonly currency: Currency;
  readonly amount: Amount;
}

export type Measure = (amount: Amount, currency: Currency, day: BusinessDate) => Measured | null;

/** Null where no rate is known: then nothing says that the amount is small. Rounded up, never below what it is. */
export function measureIn(input: Pick<ReconcileInput, 'company' | 'rates'>): Measure {
  const { baseCurrency } = input.company;
  const rateOn = ratesOf(input);
  return (amount, currency, day) => {
    const size = absolute(amount);
    if (baseCurrency === null || currency === baseCurrency) return { currency, amount: size };
    const rate = rateOfText(rateOn(currency, day) ?? '');
    return rate === null ? null : { currency: baseCurrency, amount: round(times(size, rate), 'up', 4) };
  };
}

/** Amounts by currency, measured together; one without a rate counts as it stands. */
export function sumMeasured(
  amounts: ReadonlyMap<Currency, Amount>,
  measure: Measure,
  day: BusinessDate,
): Map<Currency, Amount> {
  const sums = new Map<Currency, Amount>();
  for (const [currency, amount] of amounts) {
    const measured = measure(amount, currency, day) ?? { currency, amount };
    sums.set(measured.currency, add(sums.get(measured.currency) ?? ZERO, measured.amount));
  }
  return sums;
}
