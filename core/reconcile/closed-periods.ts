// Closed months: nothing is booked into them. What belongs there by its day is booked on the first open day after.
import { type BusinessDate, dayOf, monthOf } from '../business-date.ts';

/** The day itself while its month is open, else the first day of the first open month after it. */
export function openDay(day: BusinessDate, closedMonths: ReadonlySet<string>): BusinessDate {
  let open = day;
  while (closedMonths.has(monthOf(open))) open = firstOfNextMonth(open);
  return open;
}

function firstOfNextMonth(day: BusinessDate): BusinessDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  if (next === null) throw new Error(`no month after ${day}`);
  return next;
}
