// The payout forecast (撥款預測): what each shop should be paid on which day, in its own currency, after reserves, transfer
// fees and amounts too small to be paid. Late payouts and orders without a due day stand apart.
import { add, type Amount, amountOfText, larger, portion, smaller, subtract, sum, ZERO } from '../money.ts';
import { addDays, type BusinessDate } from '../business-date.ts';
import {
  type DueGroup,
  netOf,
  type OpenOrder,
  type OrderSums,
  type OverdueOrders,
  type Place,
  type PayoutTerms,
  sortOrders,
  type TermsOf,
  type UndatedOrders,
} from './forecast-orders.ts';
import type { OrderDates, PayoutCalendar } from './payout-calendar.ts';
import { arrivalFrom } from './payout-due-on.ts';

/**
 * One expected payout. open − fees − held + released + carriedIn = paid + transferFee + carriedOut, always.
 * Days without orders stand here when a reserve is released on them.
 */
export interface ExpectedPayout extends OrderSums {
  readonly on: BusinessDate;
  /** Reserve kept back from this payout, and earlier ones released with it. */
  readonly held: Amount;
  readonly released: Amount;
  readonly carriedIn: Amount;
  readonly transferFee: Amount;
  /** Expected at the bank or in the wallet; 0 when it is carried forward. */
  readonly paid: Amount;
  /** Too little to be paid, or negative: goes into the shop's next payout. */
  readonly carriedOut: Amount;
  /** The calendar that decides what is kept back; null: none is set, the day is the policy's term and nothing is kept. */
  readonly calendar: Pick<PayoutCalendar, 'id' | 'version'> | null;
}

/** An order of which the platform holds money back already (保留款). */
export interface HeldOrder extends OrderDates, Place {
  readonly orderKey: string;
  /** Held less released, above zero. */
  readonly amount: Amount;
  /** Day of the payout that it was kept from. */
  readonly heldOn: BusinessDate | null;
}

/** When such money should come. */
export interface HeldReserve extends Place {
  readonly orderKey: string;
  readonly amount: Amount;
  /** Day of the payout that should bring it; null where no calendar tells. */
  readonly releaseOn: BusinessDate | null;
  /** That day and the days of grace are over. */
  readonly isLate: boolean;
}

type Held = Place & { readonly amount: Amount };

export interface PayoutForecast {
  readonly asOf: BusinessDate;
  readonly expected: readonly ExpectedPayout[];
  readonly overdue: readonly OverdueOrders[];
  readonly undated: readonly UndatedOrders[];
  /** Held so far or by the payouts above, with no day of release that could be told. */
  readonly heldUndated: readonly Held[];
  /** Held past its day of release. It is expected on no day, as orders that are overdue are not. */
  readonly heldLate: readonly Held[];
  /** What is held so far, order by order. */
  readonly reserves: readonly HeldReserve[];
}

interface When {
  readonly asOf: BusinessDate;
  readonly graceDays: number;
}

/** @param held orders of which money is held back already: it comes free with a later payout */
export function forecastPayouts(
  orders: readonly OpenOrder[],
  termsOf: TermsOf,
  when: When,
  held: readonly HeldOrder[] = [],
): PayoutForecast {
  const { due, overdue, undated } = sortOrders(orders, termsOf, when);
  const known = held.map((order) => ({ order, holding: heldBefore(order, termsOf(order), when) }));
  const late = known.filter(({ holding }) => holding.isLate).map(({ order }) => order);
  const kept = known.filter(({ holding }) => !holding.isLate).map(({ order, holding }) => ({ ...order, holding }));
  const groups = groupBy(due, placeKey);
  const keptOf = groupBy(kept, placeKey);
  const places = [...new Set([...groups.keys(), ...keptOf.keys()])].sort().map((key) => {
    const own = keptOf.get(key) ?? [];
    return forecastPlace(groups.get(key) ?? [], own, when.asOf);
  });
  return {
    asOf: when.asOf,
    expected: places.flatMap(({ expected }) => expected),
    overdue,
    undated,
    heldUndated: places.flatMap(({ heldUndated }) => heldUndated),
    heldLate: [...groupBy(late, placeKey).values()].map(sumHeld).sort(byPlace),
    reserves: known.map(({ order, holding: { releasedOn, isLate } }): HeldReserve => {
      const { orderKey, amount } = order;
      return { ...placeOf(order), orderKey, amount, releaseOn: releasedOn, isLate };
    }),
  };
}

function heldBefore({ amount, heldOn }: HeldOrder, terms: PayoutTerms, { asOf, graceDays }: When) {
  const after = terms.calendar.reserve?.releaseAfterDays ?? null;
  const releasedOn = heldOn === null ? null : releaseDay(heldOn, terms, after);
  return { amount, terms, releasedOn, isLate: releasedOn !== null && releasedOn < addDays(asOf, -graceDays) };
}

function sumHeld(orders: readonly [HeldOrder, ...HeldOrder[]]): Held {
  return { ...placeOf(orders[0]), amount: sum(orders.map(({ amount }) => amount)) };
}

/** A reserve kept back from one group and the day it comes free; null when nobody can tell. */
interface Holding {
  readonly amount: Amount;
  readonly releasedOn: BusinessDate | null;
  readonly terms: PayoutTerms;
}

/** @param kept what is held so far and not late; a day that has passed within the days of grace is today's */
function forecastPlace(
  groups: readonly DueGroup[],
  kept: readonly (Place & { readonly holding: Holding })[],
  asOf: BusinessDate,
): Pick<PayoutForecast, 'expected' | 'heldUndated'> {
  const [first] = [...groups, ...kept];
  if (first === undefined) return { expected: [], heldUndated: [] };
  const place = placeOf(first);
  const holdings = new Map(groups.map((group) => [group, holdingOf(group)]));
  const all = [...holdings.values(), ...kept.map(({ holding }) => notBefore(asOf, holding))];
  const releases = all.filter(({ releasedOn, amount }) => releasedOn !== null && amount !== ZERO);
  const days = [...new Set([...groups.map(({ on }) => on), ...releases.flatMap(({ releasedOn }) => releasedOn ?? [])])];
  const expected: ExpectedPayout[] = [];
  for (const on of days.sort()) {
    const ofDay = groups.filter((group) => group.on === on);
    const released = releases.filter(({ releasedOn }) => releasedOn === on);
    const held = sum(ofDay.map((group) => holdings.get(group)?.amount ?? ZERO));
    const terms = newest([...ofDay, ...released].map((one) => one.terms));
    const carriedIn = expected.at(-1)?.carriedOut ?? ZERO;
    const flows = { held, released: sum(released.map(({ amount }) => amount)), carriedIn };
    const sums = { ...place, ...totalsOf(ofDay) };
    const calendar = terms?.isSet ? { id: terms.calendar.id, version: terms.calendar.version } : null;
    expected.push({ ...sums, on, ...flows, ...payOut(payable(sums, flows), terms, sums.currency), calendar });
  }
  const undated = sum(all.map(({ amount, releasedOn }) => (releasedOn === null ? amount : ZERO)));
  return { expected, heldUndated: undated === ZERO ? [] : [{ ...place, amount: undated }] };
}

function notBefore(asOf: BusinessDate, holding: Holding): Holding {
  const { releasedOn } = holding;
  return releasedOn !== null && releasedOn < asOf ? { ...holding, releasedOn: asOf } : holding;
}

function totalsOf(groups: readonly DueGroup[]): Omit<OrderSums, keyof Place> {
  return {
    orders: groups.reduce((count, { orders }) => count + orders, 0),
    open: sum(groups.map(({ open }) => open)),
    fees: sum(groups.map(({ fees }) => fees)),
    ordersWithoutFees: groups.reduce((count, { ordersWithoutFees }) => count + ordersWithoutFees, 0),
  };
}

type Flows = Pick<ExpectedPayout, 'held' | 'released' | 'carriedIn'>;

function payable(sums: OrderSums, { held, released, carriedIn }: Flows): Amount {
  return add(subtract(add(netOf(sums), released), held), carriedIn);
}

/** Paid whole, less the transfer's fee, or carried forward whole. */
function payOut(
  due: Amount,
  terms: PayoutTerms | null,
  currency: string,
): Pick<ExpectedPayout, 'paid' | 'transferFee' | 'carriedOut'> {
  const own = terms?.calendar.currency === currency ? terms.calendar : null;
  const transferFee = own?.transferFee ?? ZERO;
  const least = own?.minPayout ?? ZERO;
  if (due < least || due <= transferFee) return { paid: ZERO, transferFee: ZERO, carriedOut: due };
  return { paid: subtract(due, transferFee), transferFee, carriedOut: ZERO };
}

/** A part of what the group brings, never more than that; nothing of a group that brings nothing. */
function holdingOf(group: DueGroup): Holding {
  const { reserve, currency } = group.terms.calendar;
  const net = larger(netOf(group), ZERO);
  if (reserve === null) return { amount: ZERO, releasedOn: null, terms: group.terms };
  const amount = 'rate' in reserve ? rated(net, reserve.rate, group.currency) : reserve.amount;
  const held = 'rate' in reserve || currency === group.currency ? smaller(amount, net) : ZERO;
  return { amount: held, releasedOn: releaseDay(group.on, group.terms, reserve.releaseAfterDays), terms: group.terms };
}

const WHOLE = amountOfText('1') ?? ZERO;

function rated(net: Amount, rate: string, currency: string): Amount {
  return portion(net, amountOfText(rate) ?? ZERO, WHOLE, currency);
}

function releaseDay(on: BusinessDate, { calendar, holidays }: PayoutTerms, after: number | null): BusinessDate | null {
  if (after === null) return null;
  const arrival = arrivalFrom(addDays(on, after), calendar, holidays);
  if (!arrival.known || arrival.value === null) return null;
  // A pay day that gives way backwards may fall on this payout itself; money held from it cannot come with it.
  return arrival.value > on ? arrival.value : addDays(on, 1);
}

/** Where terms change between two orders paid on one day, the ones in force later decide. */
function newest(terms: readonly PayoutTerms[]): PayoutTerms | null {
  const rank = ({ calendar: { validFrom, version, id } }: PayoutTerms) =>
    [validFrom, String(version).padStart(9, '0'), id].join(' ');
  return terms.reduce<PayoutTerms | null>((best, one) => (best && rank(best) >= rank(one) ? best : one), null);
}

const placeKey = ({ platform, shop, currency }: Place) => [platform, shop, currency].join('\u001f');

const placeOf = ({ platform, shop, currency }: Place): Place => ({ platform, shop, currency });
const byPlace = (left: Place, right: Place) => (placeKey(left) < placeKey(right) ? -1 : 1);

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
