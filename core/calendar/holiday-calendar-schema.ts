// Holiday calendars come in as JSON (the team's settings): checked here once, a typed value inside.
import { z } from 'zod';
import { day } from '../api.ts';
import { type BusinessDate, WEEKDAYS, weekdayOf } from '../business-date.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';

/** As many as thirty years of holidays; anything longer is not a list of holidays. */
const DAYS_MAX = 4_000;

const daySet: z.ZodType<ReadonlySet<BusinessDate>, string[]> = z.codec(
  z.array(day).max(DAYS_MAX),
  z.custom<ReadonlySet<BusinessDate>>(),
  {
    decode: (days) => new Set(days),
    encode: (days) => [...days].sort(),
  },
);

const fields = z.strictObject({
  id: z.string().min(1).max(100),
  workdayWeekdays: z.array(z.literal(WEEKDAYS)).min(1).max(7),
  holidays: daySet,
  makeUpWorkdays: daySet,
  coveredFrom: day,
  coveredTo: day,
  holidaysKnown: z.boolean(),
  source: z.string().min(1).max(500),
});

/** Decodes and checks that the lists say what they mean: each day covered, and on a weekday where it changes something. */
export const holidayCalendarSchema: z.ZodType<HolidayCalendar> = fields.superRefine((calendar, context) => {
  for (const message of faultsOf(calendar)) context.addIssue({ code: 'custom', message });
});

function faultsOf(calendar: HolidayCalendar): string[] {
  const { coveredFrom, coveredTo, holidays, makeUpWorkdays, workdayWeekdays } = calendar;
  const outside = (day: BusinessDate) => day < coveredFrom || day > coveredTo;
  return [
    ...(coveredFrom > coveredTo ? [`coveredFrom ${coveredFrom} is after coveredTo ${coveredTo}`] : []),
    ...(new Set(workdayWeekdays).size < workdayWeekdays.length ? ['workdayWeekdays names a weekday twice'] : []),
    ...[...holidays, ...makeUpWorkdays].filter(outside).map((day) => `${day} is outside the covered days`),
    ...[...holidays]
      .filter((day) => makeUpWorkdays.has(day))
      .map((day) => `${day} is both holiday and make-up workday`),
    ...[...makeUpWorkdays]
      .filter((day) => workdayWeekdays.includes(weekdayOf(day)))
      .map((day) => `${day} is a working weekday and needs no making up`),
  ];
}
