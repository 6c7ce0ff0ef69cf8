// Negative batches: the platform owes nothing and takes the sum off a later payout. Where the later batch says so, what it
// says is checked; where it does not, the deposit will tell (match-deposits.ts).
import { type Amount, subtract, sum } from '../money.ts';
import { type PayoutBatch, payable } from './payout-batch.ts';

/** What a batch says it brought over, beside what the earlier batches left. */
export interface Carry {
  /** Key of the batch that says so. */
  readonly into: string;
  /** Keys of the negative batches it takes up; empty when none of them is at hand. */
  readonly from: readonly string[];
  readonly stated: Amount;
  /** Σ H of `from`. */
  readonly expected: Amount;
  /** expected − stated; zero when the platform carried what it should. */
  readonly difference: Amount;
}

/** The carries that batches state, each shop and currency for itself, oldest first. */
export function statedCarries(batches: readonly PayoutBatch[]): Carry[] {
  const carries: Carry[] = [];
  const waiting = new Map<string, PayoutBatch[]>();
  for (const batch of [...batches].sort(byDay)) {
    const account = `${batch.shop}\u001f${batch.currency}`;
    const before = waiting.get(account) ?? [];
    if (batch.carriedIn !== 0) carries.push(carryOf(batch, before));
    const left = batch.carriedIn === 0 ? before : [];
    waiting.set(account, payable(batch) < 0 ? [...left, batch] : left);
  }
  return carries;
}

function carryOf({ key, carriedIn }: PayoutBatch, before: readonly PayoutBatch[]): Carry {
  const expected = sum(before.map(payable));
  const from = before.map((batch) => batch.key);
  return { into: key, from, stated: carriedIn, expected, difference: subtract(expected, carriedIn) };
}

function byDay(left: PayoutBatch, right: PayoutBatch): number {
  const [one, two] = [`${left.paidOutOn} ${left.key}`, `${right.paidOutOn} ${right.key}`];
  return one < two ? -1 : 1;
}
