// Money's one door: the only file that knows decimal.js. Amounts are whole ten-thousandths of their currency unit, so
// sums are exact in JavaScript, SQLite and PostgreSQL alike.
import { Decimal } from 'decimal.js';

/** Wide enough for the product of two amounts without rounding on the way. */
const Exact = Decimal.clone({ precision: 40 });

/** A signed amount in ten-thousandths of its currency unit: 12.5 TWD = 125000. Always a safe integer. */
export type Amount = number & { readonly unit: 'ten-thousandths' };

/** ISO 4217 code, for example `TWD`. Amounts of two currencies are never added. */
export type Currency = string;

const SCALE = 10_000;
const DECIMALS = 4;

export const ZERO = 0 as Amount;

/**
 * The amount behind a whole number of ten-thousandths, as the database and hot loops hold it.
 * @throws RangeError beyond 2^53: 9.0e11 currency units; no payout file is near it, so it is a broken program.
 */
export function amountOfUnits(units: number): Amount {
  if (!Number.isSafeInteger(units))
    throw new RangeError(`amount is not a safe whole number of ten-thousandths: ${units}`);
  return (units === 0 ? 0 : units) as Amount;
}

/** Exact sum of two amounts of one currency. */
export function add(left: Amount, right: Amount): Amount {
  return amountOfUnits(left + right);
}

/** Exact difference. */
export function subtract(left: Amount, right: Amount): Amount {
  return amountOfUnits(left - right);
}

export function negate(amount: Amount): Amount {
  return amountOfUnits(-amount);
}

export function smaller(left: Amount, right: Amount): Amount {
  return left < right ? left : right;
}

export function larger(left: Amount, right: Amount): Amount {
  return left > right ? left : right;
}

/** Exact sum; `ZERO` for none. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = 0;
  for (const amount of amounts) total += amount;
  return amountOfUnits(total);
}

/**
 * The amount of a number cell. Excel keeps 15 significant digits, so the double is read at that precision.
 * @returns null when it has more than four decimals or is too large: shown to the user, never rounded.
 */
export function amountOfNumber(value: number): Amount | null {
  // Fifteen digits come back from a double as they went in, so nearly every cell needs no detour over its text.
  const printed = Math.round(value * SCALE);
  if (printed / SCALE === value && Math.abs(printed) < 1e15) return amountOfUnits(printed);
  if (!Number.isFinite(value)) return null;
  const seen = Number(value.toPrecision(15));
  const units = Math.round(seen * SCALE);
  if (!Number.isSafeInteger(units) || units / SCALE !== seen) return null;
  return amountOfUnits(units);
}

/**
 * The amount of a plain decimal text such as `-1234.5`, as it stands on the wire.
 * @returns null unless it is digits with at most four decimals. Signs, separators and currency marks of platform files
 * are the mapping's affair (core/mapping/read-cells.ts).
 */
export function amountOfText(text: string): Amount | null {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text);
  if (!parts) return null;
  const [, sign, whole = '0', fraction = ''] = parts;
  const units = Number(whole) * SCALE + Number(fraction.padEnd(DECIMALS, '0'));
  if (!Number.isSafeInteger(units)) return null;
  return amountOfUnits(sign === '-' ? -units : units);
}

/** The amount as a decimal string for the wire and for reading: `1531`, `-43.6`. No separators, no trailing zeros. */
export function textOfAmount(amount: Amount): string {
  const units = Math.abs(amount);
  const whole = Math.floor(units / SCALE);
  const fraction = String(units % SCALE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '');
  return `${amount < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** The amount for a sentence, thousands set apart: `1,531`, `-43.6`. */
export function readableAmount(amount: Amount): string {
  const [whole = '', fraction] = textOfAmount(amount).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The amount as a number for an Excel cell. Exact up to 15 significant digits, which is all a cell can hold. */
export function numberOfAmount(amount: Amount): number {
  return amount / SCALE;
}

const EXPONENTS: Readonly<Record<Currency, number>> = { TWD: 0, JPY: 0, KRW: 0, VND: 0, IDR: 0, KWD: 3 };

/** Decimals in which a currency is settled (ISO 4217 practice; TWD is paid out in whole dollars). Default 2. */
export function decimalsOf(currency: Currency): number {
  return EXPONENTS[currency] ?? 2;
}

/**
 * Splits a total by weights so that the parts sum to it exactly: each part half-up at the currency's decimals, the
 * last part with a weight takes the remainder. All parts are zero when the weights are.
 * @param total amount to split; any sign
 * @param weights one per part, not negative
 */
export function split(total: Amount, weights: readonly Amount[], currency: Currency): Amount[] {
  const whole = sum(weights);
  const last = weights.reduce((found, weight, index) => (weight === 0 ? found : index), -1);
  let left: Amount = total;
  return weights.map((weight, index) => {
    if (last < 0 || weight === 0) return ZERO;
    const part = index === last ? left : portion(total, weight, whole, currency);
    left = subtract(left, part);
    return part;
  });
}

/** total × weight ÷ whole, half-up at the currency's decimals. */
export function portion(total: Amount, weight: Amount, whole: Amount, currency: Currency): Amount {
  const units = new Exact(total).mul(weight).div(whole).div(SCALE);
  const rounded = units.toDecimalPlaces(decimalsOf(currency), Decimal.ROUND_HALF_UP);
  return amountOfUnits(rounded.mul(SCALE).toNumber());
}
