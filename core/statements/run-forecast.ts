// The payout forecast of a run: what its orders leave open, by the day the platform should pay it. Due days are those of
// the orders; reserves, transfer fees and least payouts are the calendar's, which a run's answer does not hold.
import { type BusinessDate, addDays, daysBetween } from '../business-date.ts';
import type { OrderSums, OverdueOrders, UndatedOrders } from '../calendar/forecast-orders.ts';
import type { ExpectedPayout, PayoutForecast } from '../calendar/forecast-payouts.ts';
import { add, type Amount, subtract, ZERO } from '../money.ts';
import type { OrderOutcome } from '../reconcile/outcome.ts';
import { gather, keyOf } from './ledger-entry.ts';
import { placeOfOrder } from './run-entries.ts';

interface When {
  readonly asOf: BusinessDate;
  readonly graceDays: number;
}

/** Every open order in one of three places: expected on a day, overdue, without a due day. */
export function forecastRun(orders: readonly OrderOutcome[], { asOf, graceDays }: When): PayoutForecast {
  const open = orders.filter((order) => order.open !== 0);
  const lateBefore = addDays(asOf, -graceDays);
  const isLate = (dueOn: BusinessDate) => dueOn < lateBefore;
  const due = open.flatMap((order) => (order.dueOn === null ? [] : [{ order, dueOn: order.dueOn }]));
  const expected = due
    .filter(({ dueOn }) => !isLate(dueOn))
    .map(({ order, dueOn }) => ({ order, dueOn: dueOn < asOf ? asOf : dueOn }));
  return {
    asOf,
    expected: sumsByDay(expected).map(({ dueOn: on, ...sums }): ExpectedPayout => {
      return { ...sums, on, ...NOTHING_HELD, paid: subtract(sums.open, sums.fees) };
    }),
    overdue: sumsByDay(due.filter(({ dueOn }) => isLate(dueOn))).map((sums): OverdueOrders => {
      return { ...sums, daysLate: daysBetween(sums.dueOn, asOf) };
    }),
    undated: sumsOf(open.filter(({ dueOn }) => dueOn === null)).map((sums): UndatedOrders => {
      return { ...sums, why: 'noDate' };
    }),
    heldUndated: [],
  };
}

const NOTHING_HELD = { held: ZERO, released: ZERO, carriedIn: ZERO, transferFee: ZERO, carriedOut: ZERO };

interface Due {
  readonly order: OrderOutcome;
  readonly dueOn: BusinessDate;
}

function sumsByDay(dues: readonly Due[]) {
  return gather(
    dues,
    ({ order, dueOn }) => keyOf(placeKey(order), dueOn),
    ({ order, dueOn }) => ({ ...noSums(order), dueOn }),
    (sums, { order }) => put(sums, order),
  );
}

function sumsOf(orders: readonly OrderOutcome[]): OrderSums[] {
  return gather(orders, placeKey, noSums, put);
}

function placeKey(order: OrderOutcome): string {
  const { platform, shop, currency } = placeOfOrder(order);
  return keyOf(platform, shop, currency);
}

type Growing = { -readonly [Key in keyof OrderSums]: OrderSums[Key] };

function noSums(order: OrderOutcome): Growing {
  const { platform, shop, currency } = placeOfOrder(order);
  return { platform, shop, currency, orders: 0, open: ZERO, fees: ZERO, ordersWithoutFees: 0 };
}

function put(sums: Growing, order: OrderOutcome): void {
  const fees = feesToCome(order);
  sums.orders += 1;
  sums.open = add(sums.open, order.open);
  sums.fees = add(sums.fees, fees ?? ZERO);
  if (fees === null) sums.ordersWithoutFees += 1;
}

/** What contracts say is still to be deducted; null where none says anything. */
function feesToCome({ receivable, credited, expectedNet, fees, feesChecked }: OrderOutcome): Amount | null {
  const byContract = subtract(subtract(receivable, credited), expectedNet);
  return feesChecked && byContract > fees ? subtract(byContract, fees) : null;
}
