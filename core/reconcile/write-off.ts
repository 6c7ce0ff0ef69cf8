// The small rest (尾差) an order may be closed with. Tolerance never counts as equal: it authorises a visible line.
import { addDays, type BusinessDate } from '../business-date.ts';
import { compareText } from '../compare-text.ts';
import { absolute, add, type Amount, type Currency, larger, round, smaller, subtract, times, ZERO } from '../money.ts';
import type { ReconcileInput } from './account.ts';
import { bookedPositions } from './book-order.ts';
import { isBooked } from './decisions.ts';
import { isSinglePayment } from './find-discrepancies.ts';
import { saleDay } from './issue-sales.ts';
import { type Measure, type Measured, measureIn, sumMeasured } from './limit-in-base.ts';
import { explainedByCredit, isRefundLate } from './open-credit.ts';
import type { Tolerance } from './policy.ts';
import type { Settlement } from './settle-orders.ts';

/**
 * The rest to give up (positive) or keep (negative) per order key; orders without one are left out. Decided in the
 * order of keys, so that a cap that runs out runs out for the same orders whatever the order of the rows. What an
 * earlier run wrote off stays while the order's figures do, and so does what a person wrote off, within limits of its own.
 */
export function writeOffs(settlements: readonly Settlement[], input: ReconcileInput): ReadonlyMap<string, Amount> {
  const given = new Map<string, Amount>();
  const measure = measureIn(input);
  const caps = new Caps(input, measure);
  for (const settlement of [...settlements].sort((a, b) => compareText(a.account.key, b.account.key))) {
    const rest = restOf(settlement);
    if (rest === ZERO) continue;
    const decided = input.decisions?.get(settlement.account.key)?.rest;
    if ((decided?.kind === 'accept-fee' || decided?.kind === 'bad-debt') && decided.amount === rest) continue;
    const already = decided?.kind !== 'withdrawn' && bookedPositions(settlement).writeOff === -rest;
    const byHand = decided?.kind === 'write-off' && decided.amount === rest && isBooked(settlement);
    if (already || byHand || isSmall(settlement, rest, input, measure, caps)) given.set(settlement.account.key, rest);
  }
  return given;
}

/** Within the limits of its order, of the run and of the month, measured at the rate of its sale. */
function isSmall(settlement: Settlement, rest: Amount, input: ReconcileInput, measure: Measure, caps: Caps): boolean {
  if (!mayWriteOff(settlement, rest, input)) return false;
  const { order } = settlement.account;
  const measured = measure(rest, order.currency, saleDay(settlement, input.asOf));
  return measured !== null && measured.amount <= input.policy.tolerance.perOrder && caps.take(measured);
}

type Accounted = Pick<Settlement, 'receivable' | 'credited' | 'received' | 'compensated' | 'refunded'>;

/** G − C − (Pg − Pr), and what was compensated is no rest. */
export function restOf({ receivable, credited, received, compensated, refunded }: Accounted): Amount {
  return subtract(subtract(receivable, credited), subtract(add(received, compensated), refunded));
}

/** Small by the limits of its order, whether or not the caps of the run and the month have room for it. */
export function isWithinTolerance(amount: Amount, settlement: Settlement, input: ReconcileInput): boolean {
  const { tolerance } = input.policy;
  const { account, receivable } = settlement;
  const measured = measureIn(input)(amount, account.order.currency, saleDay(settlement, input.asOf));
  const isSmallest = measured !== null && measured.amount <= tolerance.perOrder;
  return isSmallest && absolute(amount) <= shareOf(receivable, tolerance, amount);
}

/** Only a plain order whose payment is final: no refund beyond the credit, none that may still come, nothing that waits. */
function mayWriteOff(settlement: Settlement, rest: Amount, input: ReconcileInput): boolean {
  const { asOf, policy } = input;
  const { lines, sold, received, compensated, refunded, credited, receivable } = settlement;
  const awaited = explainedByCredit(settlement, rest) > 0 && !isRefundLate(settlement, input);
  const plain = sold && add(received, compensated) > 0 && refunded <= credited && !awaited;
  const complete = lines.every((line) => line.onReview === null);
  const final = rest < 0 || isSinglePayment(settlement) || isLate(settlement, asOf, policy.graceDays);
  return plain && complete && final && absolute(rest) <= shareOf(receivable, policy.tolerance, rest);
}

/** The day on which it should have been paid in full is over, with the days of grace. */
export function isLate({ dueOn }: Settlement, asOf: BusinessDate, graceDays: number): boolean {
  return dueOn !== null && asOf > addDays(dueOn, graceDays);
}

/** The share of the receivable that may be given up, in the order's own currency; without one any rest is. */
function shareOf(receivable: Amount, { share }: Tolerance, rest: Amount): Amount {
  return share === null ? absolute(rest) : round(times(receivable, share), 'down', 4);
}

/** What is left of the caps of the run and of the month, by currency. */
class Caps {
  private readonly left = new Map<Currency, Amount>();
  private readonly tolerance: Tolerance;
  private readonly writtenOff: ReadonlyMap<Currency, Amount>;
  private readonly now: ReadonlyMap<Currency, Amount>;

  constructor({ policy, writtenOff, givenUpNow, asOf }: ReconcileInput, measure: Measure) {
    this.tolerance = policy.tolerance;
    this.writtenOff = sumMeasured(writtenOff, measure, asOf);
    this.now = givenUpNow === undefined ? new Map() : sumMeasured(givenUpNow, measure, asOf);
  }

  take({ currency, amount }: Measured): boolean {
    const left = subtract(this.left.get(currency) ?? this.whole(currency), amount);
    if (left < 0) return false;
    this.left.set(currency, left);
    return true;
  }

  private whole(currency: Currency): Amount {
    const { perRun, perMonth } = this.tolerance;
    const month = larger(subtract(perMonth, this.writtenOff.get(currency) ?? ZERO), ZERO);
    return smaller(larger(subtract(perRun, this.now.get(currency) ?? ZERO), ZERO), month);
  }
}
