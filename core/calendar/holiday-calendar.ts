// Business days (營業日) by a holiday calendar that the team keeps as data. A day the calendar does not cover is answered
// as "not covered": a missing year of holidays must never quietly count as a year of working days.
import { addDays, type BusinessDate, type Weekday, weekdayOf } from '../business-date.ts';

/** Days on which banks and platforms work (假日表). */
export interface HolidayCalendar {
  readonly id: string;
  readonly workdayWeekdays: readonly Weekday[];
  /** Closed although their weekday is a working one (國定假日). */
  readonly holidays: ReadonlySet<BusinessDate>;
  /** Open although their weekday is not a working one (補班日, 调休上班日). */
  readonly makeUpWorkdays: ReadonlySet<BusinessDate>;
  /** First and last day for which the lists above are complete. */
  readonly coveredFrom: BusinessDate;
  readonly coveredTo: BusinessDate;
  /** False: only weekends are known. Due days are then right but for holidays, and say so. */
  readonly holidaysKnown: boolean;
  /** Where the days were taken from, for whoever checks them. */
  readonly source: string;
}

/** An answer, or the first day that the calendar knows nothing about. */
export type Known<T> = { readonly known: true; readonly value: T } | NotCovered;

export interface NotCovered {
  readonly known: false;
  readonly day: BusinessDate;
  readonly calendar: string;
}

export function isBusinessDay(day: BusinessDate, calendar: HolidayCalendar): Known<boolean> {
  if (day < calendar.coveredFrom || day > calendar.coveredTo) return { known: false, day, calendar: calendar.id };
  return { known: true, value: isOpen(day, calendar) };
}

function isOpen(day: BusinessDate, { workdayWeekdays, holidays, makeUpWorkdays }: HolidayCalendar): boolean {
  if (makeUpWorkdays.has(day)) return true;
  return workdayWeekdays.includes(weekdayOf(day)) && !holidays.has(day);
}

/**
 * The n-th business day after a day; the day itself for 0, open or not.
 * @param count whole, not negative
 */
export function addBusinessDays(day: BusinessDate, count: number, calendar: HolidayCalendar): Known<BusinessDate> {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    const open = isBusinessDay(reached, calendar);
    if (!open.known) return open;
    if (open.value) left -= 1;
  }
  return { known: true, value: reached };
}

/** The day itself when it is open, else the nearest open one after (`next`) or before it (`previous`). */
export function rollToBusinessDay(
  day: BusinessDate,
  direction: 'next' | 'previous',
  calendar: HolidayCalendar,
): Known<BusinessDate> {
  let reached = day;
  for (;;) {
    const open = isBusinessDay(reached, calendar);
    if (!open.known) return open;
    if (open.value) return { known: true, value: reached };
    reached = addDays(reached, direction === 'next' ? 1 : -1);
  }
}

/** What stands in until the team has entered its holidays: Monday to Friday, and it says that no more is known. */
export const WEEKENDS_ONLY: HolidayCalendar = {
  id: 'weekends-only',
  workdayWeekdays: [1, 2, 3, 4, 5],
  holidays: new Set(),
  makeUpWorkdays: new Set(),
  coveredFrom: '1900-01-01' as BusinessDate,
  coveredTo: '9999-01-01' as BusinessDate,
  holidaysKnown: false,
  source: 'no holidays are set',
};
