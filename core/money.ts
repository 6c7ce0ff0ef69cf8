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

export function absolute(amount: Amount): Amount {
  return amountOfUnits(Math.abs(amount));
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
  const sign = amount < 0 ? '-' : '';
  if (units % SCALE === 0) return `${sign}${whole}`;
  const fraction = String(units % SCALE).padStart(DECIMALS, '0');
  return `${sign}${whole}.${fraction.replace(/0+$/, '')}`;
}

/** The amount for a sentence, thousands set apart: `1,531`, `-43.6`. */
export function readableAmount(amount: Amount): string {
  const text = textOfAmount(amount);
  if (Math.abs(amount) < 1_000 * SCALE) return text;
  const [whole = '', fraction] = text.split('.');
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

/** The smallest amount in which a currency is settled: 1 TWD, 0.01 USD. */
export function oneUnitOf(currency: Currency): Amount {
  return amountOfUnits(10 ** (DECIMALS - decimalsOf(currency)));
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

/** A rate in millionths: 2.75 % = 27500. Never negative, always a safe whole number. */
export type Rate = number & { readonly unit: 'millionths' };

const RATE_SCALE = 1_000_000;
const RATE_DECIMALS = 6;

/**
 * The rate of a plain decimal text such as `0.0275`, as it stands on the wire.
 * @returns null unless it is digits with at most six decimals; `2.75%` is none.
 */
export function rateOfText(text: string): Rate | null {
  const parts = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text);
  if (!parts) return null;
  const [, whole = '0', fraction = ''] = parts;
  return rateOfMillionths(Number(whole) * RATE_SCALE + Number(fraction.padEnd(RATE_DECIMALS, '0')));
}

/** The rate behind a whole number of millionths. */
export function rateOfMillionths(millionths: number): Rate {
  if (!Number.isSafeInteger(millionths) || millionths < 0) throw new RangeError(`not a rate: ${millionths}`);
  return millionths as Rate;
}

/** The rate as a decimal text: `0.0275`. No trailing zeros. */
export function textOfRate(rate: Rate): string {
  const fraction = String(rate % RATE_SCALE)
    .padStart(RATE_DECIMALS, '0')
    .replace(/0+$/, '');
  return `${Math.floor(rate / RATE_SCALE)}${fraction ? `.${fraction}` : ''}`;
}

/**
 * An amount before rounding, in whole 10^-16 of its currency unit: wide enough for amount × rate × (1 + tax rate)
 * without a remainder. Bigints add and compare exactly; `round` is the way back.
 */
export type Unrounded = bigint & { readonly unit: '10^-16' };

const FINE_PER_UNIT = 1_000_000_000_000n;
const FINE_DECIMALS = 16;

export function unrounded(amount: Amount): Unrounded {
  return (BigInt(amount) * FINE_PER_UNIT) as Unrounded;
}

/** amount × rate, exactly. */
export function times(amount: Amount, rate: Rate): Unrounded {
  return (BigInt(amount) * BigInt(rate) * BigInt(RATE_SCALE)) as Unrounded;
}

/** value × numerator ÷ denominator, cut off towards zero at 10^-16; a rate is `rate` of `ONE_WHOLE`. */
export function fraction(value: Unrounded, numerator: number, denominator: number): Unrounded {
  return ((value * BigInt(numerator)) / BigInt(denominator)) as Unrounded;
}

/** The rate of 100 %: the denominator of every rate. */
export const ONE_WHOLE = rateOfMillionths(RATE_SCALE);

export function sumUnrounded(values: Iterable<Unrounded>): Unrounded {
  let total = 0n;
  for (const value of values) total += value;
  return total as Unrounded;
}

/** `halfUp`, `halfDown`: ties away from, or towards zero; `down`: always towards zero; `up`: always away from it. */
export const ROUNDING_MODES = ['halfUp', 'halfEven', 'halfDown', 'down', 'up'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** The amount with so many decimals (0–4). The sign plays no part: −2.5 rounds as 2.5 does. */
export function round(value: Unrounded, mode: RoundingMode, decimals: number): Amount {
  const step = stepOf(decimals);
  const size = value < 0n ? -value : value;
  const cut = size / step;
  const steps = cut + (roundsUp(size - cut * step, step, cut, mode) ? 1n : 0n);
  return amountOfSteps(value < 0n ? -steps : steps, decimals);
}

/** Whether two values are less than one unit of so many decimals (0–4) apart: as far as roundings can take them. */
export function isRoundingApart(left: Unrounded, right: Unrounded, decimals: number): boolean {
  const apart = left < right ? right - left : left - right;
  return apart > 0n && apart < stepOf(decimals);
}

function roundsUp(rest: bigint, step: bigint, cut: bigint, mode: RoundingMode): boolean {
  if (rest === 0n || mode === 'down') return false;
  if (mode === 'up') return true;
  if (rest * 2n !== step) return rest * 2n > step;
  return mode === 'halfUp' || (mode === 'halfEven' && cut % 2n === 1n);
}

const STEPS = [0, 1, 2, 3, 4].map((decimals) => 10n ** BigInt(FINE_DECIMALS - decimals));

function stepOf(decimals: number): bigint {
  const step = STEPS[decimals];
  if (step === undefined) throw new RangeError(`amounts have 0 to ${DECIMALS} decimals, not ${decimals}`);
  return step;
}

const amountOfSteps = (steps: bigint, decimals: number) => amountOfUnits(Number(steps) * 10 ** (DECIMALS - decimals));

/**
 * Gives a rounded sum back to the exact shares it was made of, by largest remainder: every share is cut to the
 * decimals, then the steps that are left go to the largest cut-off rests. The parts sum to the total exactly.
 * @param total the shares' sum, rounded at the same decimals
 * @param shares not negative; of equal rests the earlier one is served first
 */
export function spread(total: Amount, shares: readonly Unrounded[], decimals: number): Amount[] {
  const step = stepOf(decimals);
  const steps = shares.map((share) => share / step);
  const left = unrounded(total) / step - steps.reduce((whole, part) => whole + part, 0n);
  if (left < 0n || left > BigInt(shares.length)) throw new RangeError('the total is not the rounded sum of the shares');
  const rests = shares.map((share, at) => share - (steps[at] ?? 0n) * step);
  const byRest = shares.map((_, at) => at).sort((one, other) => compare(rests[other], rests[one]) || one - other);
  const served = new Set(byRest.slice(0, Number(left)));
  return steps.map((part, at) => amountOfSteps(part + (served.has(at) ? 1n : 0n), decimals));
}

function compare(one = 0n, other = 0n): number {
  return one === other ? 0 : one > other ? 1 : -1;
}
