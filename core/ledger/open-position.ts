// An open position: what the books hold on one target, in its own currency and in base currency, and how it is cleared.
import { type Amount, add, type Currency, negate, portion, subtract, ZERO } from '../money.ts';

/** Credits positive, as in allocations: money on hold is positive, a receivable is negative. */
export interface Position {
  readonly amount: Amount;
  readonly base: Amount;
}

export const NOTHING_OPEN: Position = { amount: ZERO, base: ZERO };

/** A movement taken apart: the part that clears what is open, at the base it was booked at, and the part that opens. */
export interface Clearing {
  readonly cleared: Position;
  readonly opened: Amount;
}

/**
 * How a movement meets a position: it clears as far as the position reaches, in proportion, and the clearing that takes
 * the last of it takes all of the base that is left. The rest opens a position of its own direction.
 */
export function clear(position: Position, movement: Amount, baseCurrency: Currency): Clearing {
  if (Math.sign(movement) * Math.sign(position.amount) >= 0) return { cleared: NOTHING_OPEN, opened: movement };
  if (Math.abs(movement) >= Math.abs(position.amount)) {
    const cleared = { amount: negate(position.amount), base: negate(position.base) };
    return { cleared, opened: add(movement, position.amount) };
  }
  const base = portion(position.base, movement, position.amount, baseCurrency);
  return { cleared: { amount: movement, base }, opened: ZERO };
}

export function addPositions(left: Position, right: Position): Position {
  return { amount: add(left.amount, right.amount), base: add(left.base, right.base) };
}

export function oppositeOf({ amount, base }: Position): Position {
  return { amount: subtract(ZERO, amount), base: subtract(ZERO, base) };
}
