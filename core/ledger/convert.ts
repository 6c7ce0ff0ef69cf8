// From a document's currency to the base currency: the one multiplication, and the rate behind what was booked.
import {
  type Amount,
  amountOfUnits,
  type Currency,
  decimalsOf,
  fraction,
  rateOfMillionths,
  rateOfText,
  round,
  textOfRate,
  times,
  unrounded,
} from '../money.ts';

/** amount × rate, half-up at the base currency's decimals. */
export function convert(amount: Amount, rate: string, baseCurrency: Currency): Amount {
  const read = rateOfText(rate);
  if (read === null) throw new Error(`not an exchange rate: ${rate}`);
  return round(times(amount, read), 'halfUp', decimalsOf(baseCurrency));
}

const MILLION = unrounded(amountOfUnits(1_000_000 * 10_000));

/** The rate at which an amount stands in the books, to six decimals; for reading, never to compute with. */
export function rateBetween(base: Amount, amount: Amount): string {
  return textOfRate(rateOfMillionths(Math.abs(round(fraction(MILLION, base, amount), 'halfUp', 0)) / 10_000));
}
