// The day on which an order's money should have arrived (應撥款日), and every step that leads there. What cannot be known
// is answered with the reason, never with a guess.
import { addDays, type BusinessDate } from '../business-date.ts';
import {
  addBusinessDays,
  type HolidayCalendar,
  type Known,
  type NotCovered,
  rollToBusinessDay,
} from './holiday-calendar.ts';
import { payDayFrom } from './pay-days.ts';
import { anchorOf, type Delay, type OrderDates, type OrderEvent, type PayoutCalendar } from './payout-calendar.ts';

/** How a due day came about; `explainDue` says it in words. */
export interface DueSteps {
  readonly kind: 'due';
  readonly calendar: PayoutCalendar;
  /** What it was counted from; `statementClosed` when the platform has told the close itself. */
  readonly event: OrderEvent | 'statementClosed';
  readonly eventOn: BusinessDate;
  /** `after`: counted from the next day. `unknown`: the file has no time of day, so it was taken as in time. */
  readonly cutoff: 'inTime' | 'after' | 'unknown' | null;
  /** Close of the statement that holds the order, under the anchor `statementClose`. */
  readonly closedOn: BusinessDate | null;
  /** After the delay. */
  readonly availableOn: BusinessDate;
  /** Pay day of the cycle, before it gave way to a closed day. */
  readonly cycleOn: BusinessDate;
  readonly payOn: BusinessDate;
  /** True when business days were counted by weekends alone. */
  readonly holidaysUnset: boolean;
}

/** Why there is no due day: no date in the file, paid on demand only, holidays of that year not entered. */
export type NoDueDay =
  | { readonly kind: 'noDate' }
  | { readonly kind: 'manual'; readonly calendar: PayoutCalendar }
  | ({ readonly kind: 'notCovered' } & Omit<NotCovered, 'known'>);

export type DueAnswer =
  { readonly dueOn: BusinessDate; readonly because: DueSteps } | { readonly dueOn: null; readonly because: NoDueDay };

/** When the order's money should be there. Depends on nothing but its three arguments. */
export function payoutDueOn(dates: OrderDates, calendar: PayoutCalendar, holidays: HolidayCalendar): DueAnswer {
  if (calendar.cycle.kind === 'manual') return { dueOn: null, because: { kind: 'manual', calendar } };
  const anchor = startOf(dates, calendar);
  if (anchor === null) return { dueOn: null, because: { kind: 'noDate' } };
  const cutoff = anchor.event === 'statementClosed' ? null : cutoffOf(dates, anchor.event, calendar);
  const start = cutoff === 'after' ? addDays(anchor.on, 1) : anchor.on;
  const path = keptPath(start, anchor.event === 'statementClosed', calendar, holidays);
  if (!path.known) return { dueOn: null, because: { kind: 'notCovered', day: path.day, calendar: path.calendar } };
  const { dueOn, ...steps } = path.value;
  const holidaysUnset = !holidays.holidaysKnown && countsBusinessDays(calendar);
  const facts = { calendar, event: anchor.event, eventOn: anchor.on, cutoff, holidaysUnset };
  return { dueOn, because: { kind: 'due', ...facts, ...steps } };
}

/** A close that the platform has told needs no counting; else the anchor's event or the one that stands in for it. */
function startOf(dates: OrderDates, { anchor }: PayoutCalendar): { event: DueSteps['event']; on: BusinessDate } | null {
  const closed = anchor === 'statementClose' ? (dates.statementClosedOn ?? null) : null;
  return closed === null ? anchorOf(dates, anchor) : { event: 'statementClosed', on: closed };
}

function cutoffOf(dates: OrderDates, event: OrderEvent, { cutoff }: PayoutCalendar): DueSteps['cutoff'] {
  if (cutoff === null) return null;
  const time = dates.times?.[event];
  if (time === undefined) return 'unknown';
  return time > cutoff.time ? 'after' : 'inTime';
}

type Path = Pick<DueSteps, 'closedOn' | 'availableOn' | 'cycleOn' | 'payOn'> & { readonly dueOn: BusinessDate };

/**
 * The same few hundred days come up for hundreds of thousands of orders, so the way from each is walked once. Calendars
 * are values that do not change; the ways go when they go.
 */
const ways = new WeakMap<PayoutCalendar, WeakMap<HolidayCalendar, Map<string, Known<Path>>>>();

function keptPath(
  start: BusinessDate,
  isClose: boolean,
  calendar: PayoutCalendar,
  holidays: HolidayCalendar,
): Known<Path> {
  const ofCalendar = ways.get(calendar) ?? new WeakMap<HolidayCalendar, Map<string, Known<Path>>>();
  ways.set(calendar, ofCalendar);
  const ofHolidays = ofCalendar.get(holidays) ?? new Map<string, Known<Path>>();
  ofCalendar.set(holidays, ofHolidays);
  const key = isClose ? `${start} closed` : start;
  const path = ofHolidays.get(key) ?? pathFrom(start, isClose, calendar, holidays);
  ofHolidays.set(key, path);
  return path;
}

/**
 * Two orders of the same steps. By an order's own event: wait, then the next pay day. By statement: its close, which is
 * the cycle's day, then wait.
 */
function pathFrom(
  start: BusinessDate,
  isClose: boolean,
  calendar: PayoutCalendar,
  holidays: HolidayCalendar,
): Known<Path> {
  const byStatement = calendar.anchor === 'statementClose';
  const closedOn = byStatement && !isClose ? payDayFrom(start, calendar.cycle) : byStatement ? start : null;
  const available = addDelay(closedOn ?? start, calendar.delay, holidays);
  if (!available.known) return available;
  const availableOn = available.value;
  const arrival =
    closedOn === null ? firstPay(availableOn, calendar, holidays) : arriveFrom(availableOn, calendar, holidays);
  if (!arrival.known) return arrival;
  return { known: true, value: { closedOn, availableOn, ...arrival.value } };
}

type Arrival = Pick<Path, 'cycleOn' | 'payOn' | 'dueOn'>;

/**
 * The first pay day for which the money is there: a day that gives way to an earlier one may by that lie before it, and
 * then the money goes with the next.
 */
function firstPay(availableOn: BusinessDate, calendar: PayoutCalendar, holidays: HolidayCalendar): Known<Arrival> {
  let cycleOn = payDayFrom(availableOn, calendar.cycle) ?? availableOn;
  for (;;) {
    const arrival = arriveFrom(cycleOn, calendar, holidays);
    const next = payDayFrom(addDays(cycleOn, 1), calendar.cycle);
    if (!arrival.known || arrival.value.payOn >= availableOn || next === null) return arrival;
    cycleOn = next;
  }
}

/** From a day of the cycle to the money: away from a closed day, then the transfer. */
function arriveFrom(
  cycleOn: BusinessDate,
  { whenClosed, transferDelay }: PayoutCalendar,
  holidays: HolidayCalendar,
): Known<Arrival> {
  const pay: Known<BusinessDate> =
    whenClosed === 'keep' ? { known: true, value: cycleOn } : rollToBusinessDay(cycleOn, whenClosed, holidays);
  if (!pay.known) return pay;
  const due = addDelay(pay.value, transferDelay, holidays);
  return due.known ? { known: true, value: { cycleOn, payOn: pay.value, dueOn: due.value } } : due;
}

/** The arrival of a payout for which money is free from a day on: for reserves that are released. Null when manual. */
export function arrivalFrom(
  day: BusinessDate,
  calendar: PayoutCalendar,
  holidays: HolidayCalendar,
): Known<BusinessDate | null> {
  if (payDayFrom(day, calendar.cycle) === null) return { known: true, value: null };
  const arrival = firstPay(day, calendar, holidays);
  return arrival.known ? { known: true, value: arrival.value.dueOn } : arrival;
}

function addDelay(day: BusinessDate, { n, unit }: Delay, holidays: HolidayCalendar): Known<BusinessDate> {
  return unit === 'day' ? { known: true, value: addDays(day, n) } : addBusinessDays(day, n, holidays);
}

function countsBusinessDays({ delay, transferDelay, whenClosed }: PayoutCalendar): boolean {
  const counts = ({ n, unit }: Delay) => unit === 'businessDay' && n > 0;
  return whenClosed !== 'keep' || counts(delay) || counts(transferDelay);
}
