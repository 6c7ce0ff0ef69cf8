// A printed amount as it flows, where its column's sign alone says so.
import { type Amount, ZERO, negate } from '../money.ts';
import type { Sign } from './mapping.ts';

/** `direction` and `proved` are decided elsewhere: such an amount stays as it is printed. */
export function flowOfSign(amount: Amount, sign: Sign | undefined): Amount {
  const outward = sign === 'negate' || (sign === 'outward-absolute' && amount > ZERO);
  return outward ? negate(amount) : amount;
}
