// The payout forecast of a run: what its orders leave open and what the platform holds back of them, by the shops' payout
// calendars; where none is set, by the policy's term. Made where orders are known with their days, and part of the answer.
import { payoutTermsOf } from '../calendar/choose-calendar.ts';
import type { OpenOrder } from '../calendar/forecast-orders.ts';
import { forecastPayouts, type HeldOrder, type PayoutForecast } from '../calendar/forecast-payouts.ts';
import { type ReconcileInput, shopName } from '../reconcile/account.ts';
import { toCome } from '../reconcile/at-stake.ts';
import type { OrderOutcome } from '../reconcile/outcome.ts';

type Terms = Pick<ReconcileInput, 'asOf' | 'orders' | 'calendars' | 'holidays'> & {
  readonly policy: Pick<ReconcileInput['policy'], 'graceDays' | 'payoutTermDays'>;
};

/** Every open order in one of three places: expected on a day, overdue, without a due day. */
export function forecastRun(outcomes: readonly OrderOutcome[], input: Terms): PayoutForecast {
  const { asOf, policy, calendars, holidays } = input;
  const told = outcomes.filter((outcome) => toCome(outcome) !== 0 || outcome.reserve > 0);
  const accounts = new Map(told.length === 0 ? [] : input.orders.map((account) => [account.key, account]));
  const facts = told.flatMap((outcome) => {
    const account = accounts.get(outcome.orderKey);
    if (account === undefined) return [];
    const { platform, shop, order } = account;
    return { platform, shop: shopName(shop, platform), orderKey: outcome.orderKey, outcome, ...order };
  });
  const open = facts
    .filter(({ outcome }) => toCome(outcome) !== 0)
    .map((order): OpenOrder => ({ open: toCome(order.outcome), expectedFees: order.outcome.feesToCome, ...order }));
  const held = facts
    .filter(({ outcome }) => outcome.reserve > 0)
    .map((order): HeldOrder => ({ amount: order.outcome.reserve, heldOn: order.outcome.paidOutOn, ...order }));
  const termsOf = payoutTermsOf({ calendars, holidays, payoutTermDays: policy.payoutTermDays });
  return forecastPayouts(open, termsOf, { asOf, graceDays: policy.graceDays }, held);
}
