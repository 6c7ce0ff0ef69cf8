// What a payout forecast is made from: open orders sorted into those a payout is expected for, those whose payout is
// late, and those without a due day. Every order lands in exactly one of the three.
import { add, type Amount, type Currency, subtract, ZERO } from '../money.ts';
import type { BusinessDate } from '../business-date.ts';
import { addDays, daysBetween } from '../business-date.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';
import type { OrderDates, PayoutCalendar } from './payout-calendar.ts';
import { type NoDueDay, payoutDueOn } from './payout-due-on.ts';

/** An order on which something is still open. Negative: the platform has paid more than is owed, or takes it back. */
export interface OpenOrder extends OrderDates {
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
  readonly orderKey: string;
  readonly orderNumber: string;
  readonly open: Amount;
  /** What the platform will still deduct, positive; null where no contract tells. */
  readonly expectedFees: Amount | null;
}

/** The calendar an order falls under with its holidays. */
export interface PayoutTerms {
  readonly calendar: PayoutCalendar;
  readonly holidays: HolidayCalendar;
  /** False: the team has set no calendar, and a plain number of days stands in for one. */
  readonly isSet: boolean;
}

/** The terms of an order (`payoutTermsOf`). */
export type TermsOf = (order: OrderDates & Place) => PayoutTerms;

export interface Place {
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
}

/** Sums over orders of one shop and currency. */
export interface OrderSums extends Place {
  readonly orders: number;
  readonly open: Amount;
  /** Σ of the fees that are known. */
  readonly fees: Amount;
  /** Orders whose fees are not known: the net is too high by those. */
  readonly ordersWithoutFees: number;
}

/** Orders that fall due on one day under the same terms. */
export interface DueGroup extends OrderSums {
  readonly on: BusinessDate;
  readonly terms: PayoutTerms;
}

export interface OverdueOrders extends OrderSums {
  readonly dueOn: BusinessDate;
  readonly daysLate: number;
}

export interface UndatedOrders extends OrderSums {
  readonly why: NoDueDay['kind'];
}

export interface SortedOrders {
  readonly due: readonly DueGroup[];
  readonly overdue: readonly OverdueOrders[];
  readonly undated: readonly UndatedOrders[];
}

/** @param graceDays days after the due day before a payout counts as late */
export function sortOrders(
  orders: readonly OpenOrder[],
  termsOf: TermsOf,
  { asOf, graceDays }: { readonly asOf: BusinessDate; readonly graceDays: number },
): SortedOrders {
  const due = new Sums<Pick<DueGroup, 'on' | 'terms'>>();
  const overdue = new Sums<Pick<OverdueOrders, 'dueOn' | 'daysLate'>>();
  const undated = new Sums<Pick<UndatedOrders, 'why'>>();
  const lateBefore = addDays(asOf, -graceDays);
  for (const order of orders) {
    const terms = termsOf(order);
    const answer = payoutDueOn(order, terms.calendar, terms.holidays);
    if (answer.dueOn === null) undated.put(order, answer.because.kind, { why: answer.because.kind });
    else if (answer.dueOn < lateBefore) {
      overdue.put(order, answer.dueOn, { dueOn: answer.dueOn, daysLate: daysBetween(answer.dueOn, asOf) });
    } else {
      const on = answer.dueOn < asOf ? asOf : answer.dueOn;
      due.put(order, [on, termsKey(terms)].join(SEPARATOR), { on, terms });
    }
  }
  return { due: due.sorted(), overdue: overdue.sorted(), undated: undated.sorted() };
}

const SEPARATOR = '\u001f';

const termsKey = ({ calendar: { id, version }, holidays }: PayoutTerms) => [id, version, holidays.id].join(SEPARATOR);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Sums by shop, currency and something more, in an order that does not depend on the order of arrival. */
class Sums<More extends object> {
  private readonly byKey = new Map<string, Mutable<OrderSums> & More>();

  put({ platform, shop, currency, open, expectedFees }: OpenOrder, key: string, more: More): void {
    const full = [platform, shop, currency, key].join(SEPARATOR);
    const sums = this.byKey.get(full) ?? {
      ...{ platform, shop, currency, orders: 0, open: ZERO, fees: ZERO, ordersWithoutFees: 0 },
      ...more,
    };
    sums.orders += 1;
    sums.open = add(sums.open, open);
    if (expectedFees === null) sums.ordersWithoutFees += 1;
    else sums.fees = add(sums.fees, expectedFees);
    this.byKey.set(full, sums);
  }

  sorted(): (OrderSums & More)[] {
    return [...this.byKey].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, sums]) => sums);
  }
}

/** What a group brings before reserves: open less known fees. */
export function netOf({ open, fees }: Pick<OrderSums, 'open' | 'fees'>): Amount {
  return subtract(open, fees);
}
