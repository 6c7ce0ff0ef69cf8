// A credit note (銷退單/折讓單) whose refund the platform has not taken back: how much of the money that is too much it
// explains, and from when on somebody has to ask for it.
import { addDays, type BusinessDate } from '../business-date.ts';
import { type Amount, larger, negate, smaller, subtract, ZERO } from '../money.ts';
import type { ReconcileInput } from './account.ts';
import { openDay } from './closed-periods.ts';
import { creditDay } from './issue-sales.ts';
import type { Settlement } from './settle-orders.ts';

/** C − Pr, the refund still to come; 0 where as much was refunded as was credited. */
export function openCreditOf({ credited, refunded }: Pick<Settlement, 'credited' | 'refunded'>): Amount {
  return larger(subtract(credited, refunded), ZERO);
}

/** The part of a rest below zero (too much money) that the refund to come explains, positive. */
export function explainedByCredit(settlement: Pick<Settlement, 'credited' | 'refunded'>, rest: Amount): Amount {
  return rest < 0 ? smaller(openCreditOf(settlement), negate(rest)) : ZERO;
}

/** Whether the days of grace since the credit are over: the platform does not refund on the day of the credit note. */
export function isRefundLate(settlement: Settlement, { asOf, policy, closedMonths }: Terms): boolean {
  if (policy.graceDays === 0) return true;
  return asOf >= addDays(openDay(creditedOn(settlement, asOf), closedMonths), policy.graceDays);
}

type Terms = Pick<ReconcileInput, 'asOf' | 'policy' | 'closedMonths'>;

/** Day of the credit note: as it is booked, or as this run books it. */
function creditedOn(settlement: Settlement, asOf: BusinessDate): BusinessDate {
  const { credited, account } = settlement;
  const { documented } = account;
  return documented.credited === credited && documented.lastOn !== null
    ? documented.lastOn
    : creditDay(settlement, asOf);
}
