// When a platform pays (撥款日程), as versioned data: from which day of an order it counts, how long it waits, on which
// days it pays. Rates and terms of platforms are not shipped as truth: every calendar names its source.
import type { BusinessDate, Weekday } from '../business-date.ts';
import type { Amount, Currency } from '../money.ts';
import type { Order } from '../order.ts';

/** The day from which a platform counts: delivery, completion, capture of the payment, close of its statement. */
export const ANCHORS = ['delivered', 'completed', 'captured', 'statementClose'] as const;
export type Anchor = (typeof ANCHORS)[number];

export interface Delay {
  readonly n: number;
  readonly unit: 'day' | 'businessDay';
}

/** Days of the month `from`–`to`, paid on the day `pay` after they end. `from` > `to` runs over the month's end. */
export interface PayWindow {
  readonly from: number;
  readonly to: number;
  /** 29–31 is the month's end where the month is shorter. */
  readonly pay: number;
}

/** The days on which a platform pays; under the anchor `statementClose`, the days on which its statements close. */
export type PayoutCycle =
  | { readonly kind: 'daily' }
  | { readonly kind: 'weekly'; readonly on: Weekday }
  /** Days of the month; 29–31 is the month's end where the month is shorter. */
  | { readonly kind: 'monthly'; readonly on: readonly number[] }
  /** Every so many days, counted from a known one: settlements of 14 days. */
  | { readonly kind: 'interval'; readonly days: number; readonly startingOn: BusinessDate }
  | { readonly kind: 'windows'; readonly windows: readonly PayWindow[] }
  /** Paid when the seller asks: no day is ever due. */
  | { readonly kind: 'manual' };

/** Money kept back from each payout and released later (保留款). Fixed, or a part of what the payout's orders bring. */
export type Reserve = {
  /** Days from the payout to the release; null: until the platform decides. */
  readonly releaseAfterDays: number | null;
} & ({ readonly rate: string } | { readonly amount: Amount });

export interface PayoutCalendar {
  readonly id: string;
  readonly version: number;
  readonly platform: string;
  /** A shop's name, or `*` for every shop of the platform. */
  readonly shopPattern: string;
  /** Orders whose anchor day lies in these days, both included; null: until further notice. */
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly anchor: Anchor;
  /** From the anchor to the day from which the money may be paid; n counts from the day after the anchor. */
  readonly delay: Delay;
  readonly cycle: PayoutCycle;
  /** What becomes of a pay day on which nobody works. */
  readonly whenClosed: 'keep' | 'next' | 'previous';
  /** From the pay day to the money's arrival. */
  readonly transferDelay: Delay;
  /** Events later than this time of day (HH:MM) count as the next day's. */
  readonly cutoff: { readonly time: string; readonly zone: string } | null;
  /** Id of the holiday calendar. */
  readonly holidayCalendar: string;
  /** Currency of the three amounts below; they say nothing about payouts in another. */
  readonly currency: Currency;
  /** Less than this is carried forward to the next payout. */
  readonly minPayout: Amount | null;
  /** Kept by bank or platform from each payout. */
  readonly transferFee: Amount | null;
  readonly reserve: Reserve | null;
  readonly destination: 'wallet' | 'bank';
  readonly source: string;
  readonly checkedOn: BusinessDate | null;
}

/** An event of an order that a calendar may count from. */
export type OrderEvent = 'delivered' | 'completed' | 'shipped' | 'captured' | 'ordered';

/** The days of an order. An `Order` is one: capture is the day it was paid. */
export interface OrderDates extends Pick<Order, 'orderedOn' | 'paidOn' | 'shippedOn' | 'completedOn'> {
  readonly deliveredOn?: BusinessDate | null;
  /** Close of the statement the order stands on, when the platform has told it. */
  readonly statementClosedOn?: BusinessDate | null;
  /** Times of day (HH:MM, the calendar's zone) where the file tells them. */
  readonly times?: Partial<Readonly<Record<OrderEvent, string>>>;
}

/**
 * Which event stands in when the anchor's own is not in the files, best first. A statement holds what was completed in
 * its period, so its anchor begins there.
 */
const CHAINS: Readonly<Record<Anchor, readonly OrderEvent[]>> = {
  delivered: ['delivered', 'completed', 'shipped', 'captured', 'ordered'],
  completed: ['completed', 'delivered', 'shipped', 'captured', 'ordered'],
  captured: ['captured', 'ordered', 'shipped', 'completed', 'delivered'],
  statementClose: ['completed', 'delivered', 'shipped', 'captured', 'ordered'],
};

/** The event that a calendar asks for first. */
export function wantedEvent(anchor: Anchor): OrderEvent {
  return CHAINS[anchor][0] ?? 'completed';
}

/** The day an order is counted from, and which event that is; null when the order has no day at all. */
export function anchorOf(dates: OrderDates, anchor: Anchor): { event: OrderEvent; on: BusinessDate } | null {
  for (const event of CHAINS[anchor]) {
    const on = dayOfEvent(dates, event);
    if (on !== null) return { event, on };
  }
  return null;
}

function dayOfEvent(dates: OrderDates, event: OrderEvent): BusinessDate | null {
  switch (event) {
    case 'delivered':
      return dates.deliveredOn ?? null;
    case 'completed':
      return dates.completedOn;
    case 'shipped':
      return dates.shippedOn;
    case 'captured':
      return dates.paidOn;
    case 'ordered':
      return dates.orderedOn;
  }
}
