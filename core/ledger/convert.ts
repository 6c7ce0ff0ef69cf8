// From a document's currency to the base currency: the one multiplication, the rate behind what was booked, shares.
import {
  type Amount,
  amountOfUnits,
  type Currency,
  decimalsOf,
  fraction,
  portion,
  rateOfMillionths,
  rateOfText,
  round,
  textOfRate,
  times,
  unrounded,
  ZERO,
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

/** A part's share of a base amount, half-up, so that the rest stays with the other part. */
export function shareOf(base: Amount, part: Amount, whole: Amount, baseCurrency: Currency): Amount {
  if (part === 0 || whole === 0) return ZERO;
  return base === whole ? part : portion(base, part, whole, baseCurrency);
}
