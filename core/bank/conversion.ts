// A processor's conversion (order currency ≠ payout currency): dues of one currency arrive as a deposit of another one. What
// the processor paid for one unit is the implied rate, payout ÷ Σ lines; how far it is from the books' own rate of the day
// says whether the two can be the same money.
import { fraction, ONE_WHOLE, rateOfText, subtract, times, ZERO } from '../money.ts';
import { type Deposit, type DepositGroup, type Due, groupOf, pairKey } from './deposit-match.ts';
import type { DepositRules } from './deposit-rules.ts';

type Rules = Pick<DepositRules, 'rateOn' | 'conversionSpreadMax' | 'feeOf' | 'declined'>;

/** Whether the due can have been converted into the deposit: into a bank's account, both above zero, not declined. */
export function mayConvert(due: Due, deposit: Deposit, { declined }: Pick<Rules, 'declined'>): boolean {
  return (
    due.currency !== deposit.currency &&
    deposit.shop === null &&
    due.amount > 0 &&
    deposit.amount > 0 &&
    !declined.has(pairKey(due.key, deposit.key))
  );
}

/** UNKNOWN: the books have no rate for one of the two on the day, or the company keeps each currency by itself. */
export type Nearness = 'NEAR' | 'FAR' | 'UNKNOWN';

export interface Conversion {
  readonly group: DepositGroup;
  readonly nearness: Nearness;
}

/** The dues and deposits as a group, and how far its implied rate is from the books' of the last deposit's day. */
export function conversionOf(
  pass: DepositGroup['pass'],
  dues: readonly Due[],
  deposits: readonly Deposit[],
  rules: Rules,
): Conversion {
  const group = groupOf(pass, dues, deposits, rules.feeOf);
  const day = deposits.map((deposit) => deposit.day).reduce((last, one) => (one > last ? one : last));
  const [from, to] = [rules.rateOn(group.currency, day), rules.rateOn(group.arrivedIn ?? group.currency, day)];
  const [rateFrom, rateTo] = [from, to].map((rate) => (rate === null ? null : rateOfText(rate)));
  if (!rateFrom || !rateTo) return { group, nearness: 'UNKNOWN' };
  const [sent, came] = [times(group.due, rateFrom), times(group.received, rateTo)];
  const apart = sent > came ? sent - came : came - sent;
  const most = fraction(sent, rateOfText(rules.conversionSpreadMax) ?? 0, ONE_WHOLE);
  return { group: { ...group, bookRate: ratio(rateFrom, rateTo) }, nearness: apart <= most ? 'NEAR' : 'FAR' };
}

type Converted = Pick<DepositGroup, 'due' | 'received'> & Partial<Pick<DepositGroup, 'unexplained'>>;

/** What one unit of the dues became, to six decimals: for reading, never to compute with. */
export function impliedRate({ due, received, unexplained = ZERO }: Converted): string {
  return ratio(received, subtract(due, unexplained));
}

const DECIMALS = 6;

/** Half-up; of any size, as a person may put anything together. */
function ratio(numerator: number, denominator: number): string {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (top <= 0n || bottom <= 0n) return '';
  const digits = String((2n * top * 10n ** BigInt(DECIMALS) + bottom) / (2n * bottom)).padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}
