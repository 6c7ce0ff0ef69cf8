// The days of a payout cycle: the first one on or after a day.
import { addDays, type BusinessDate, dayInMonth, daysBetween, partsOfDay, weekdayOf } from '../business-date.ts';
import type { PayoutCycle, PayWindow } from './payout-calendar.ts';

/** First day of the cycle on or after `day`; null for a cycle without days of its own. */
export function payDayFrom(day: BusinessDate, cycle: PayoutCycle): BusinessDate | null {
  switch (cycle.kind) {
    case 'daily':
      return day;
    case 'weekly':
      return addDays(day, (cycle.on - weekdayOf(day) + 7) % 7);
    case 'monthly':
      return monthlyFrom(day, cycle.on);
    case 'interval':
      return intervalFrom(day, cycle.startingOn, cycle.days);
    case 'windows':
      return windowsFrom(day, cycle.windows);
    case 'manual':
      return null;
  }
}

function monthlyFrom(day: BusinessDate, on: readonly number[]): BusinessDate | null {
  const { year, month } = partsOfDay(day);
  const days = [month, month + 1].flatMap((of) => on.map((date) => dayInMonth(year, of, date)));
  return days.sort().find((one) => one >= day) ?? null;
}

function intervalFrom(day: BusinessDate, startingOn: BusinessDate, days: number): BusinessDate {
  const since = daysBetween(startingOn, day);
  return addDays(startingOn, Math.ceil(since / days) * days);
}

/** The window's pay day: in the month in which the window ends, or in the next one when that day is already past. */
function windowsFrom(day: BusinessDate, windows: readonly PayWindow[]): BusinessDate | null {
  const { year, month, date } = partsOfDay(day);
  const window = windows.find((one) => isInWindow(date, one));
  if (!window) return null;
  const overMonthEnd = window.from > window.to && date >= window.from;
  const ends = month + (overMonthEnd ? 1 : 0);
  return dayInMonth(year, window.pay >= window.to ? ends : ends + 1, window.pay);
}

/** True for a day of the month that the window holds. */
export function isInWindow(date: number, { from, to }: PayWindow): boolean {
  return from <= to ? from <= date && date <= to : date >= from || date <= to;
}
