// Cut-off (跨期): an order's event, its payout and the deposit may fall in different periods; the month-end report then
// shows a receivable that is nobody's mistake.
import type { BusinessDate } from '../business-date.ts';

/** The calendar month of a day, `2026-03`: the period of most books. */
export function monthOf(day: BusinessDate): string {
  return day.slice(0, 7);
}

/**
 * The periods in which the days fall, earliest first, each once. More than one is the state CROSS_PERIOD.
 * @param days event, payout, deposit; null where it has not happened yet
 * @param periodOf name of a day's period, sorting as the periods follow each other
 */
export function periodsOf(
  days: readonly (BusinessDate | null)[],
  periodOf: (day: BusinessDate) => string = monthOf,
): string[] {
  return [...new Set(days.flatMap((day) => (day === null ? [] : periodOf(day))))].sort();
}
