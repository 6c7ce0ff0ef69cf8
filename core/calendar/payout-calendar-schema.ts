// Payout calendars come in as JSON (the team's settings): checked here once, a typed value inside.
import { z } from 'zod';
import { amount, day } from '../api.ts';
import { WEEKDAYS } from '../business-date.ts';
import { shopNameSchema } from '../shop-name.ts';
import { isInWindow } from './pay-days.ts';
import { ANCHORS, type Delay, type PayoutCalendar, type PayoutCycle } from './payout-calendar.ts';

const name = z.string().min(1).max(200);
/** Longer waits than a year are typing errors. */
const days = z.int().min(0).max(366);
const date = z.int().min(1).max(31);

const delay: z.ZodType<Delay> = z.strictObject({ n: days, unit: z.enum(['day', 'businessDay']) });

const cycle: z.ZodType<PayoutCycle, unknown> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily') }),
  z.strictObject({ kind: z.literal('weekly'), on: z.literal(WEEKDAYS) }),
  z.strictObject({ kind: z.literal('monthly'), on: z.array(date).min(1).max(31) }),
  z.strictObject({ kind: z.literal('interval'), days: z.int().min(1).max(366), startingOn: day }),
  z.strictObject({
    kind: z.literal('windows'),
    windows: z
      .array(z.strictObject({ from: date, to: date, pay: date }))
      .min(1)
      .max(31)
      .refine(holdEachDayOnce, 'the windows must hold every day of the month, 1 to 31, exactly once'),
  }),
  z.strictObject({ kind: z.literal('manual') }),
]);

function holdEachDayOnce(windows: readonly { from: number; to: number; pay: number }[]): boolean {
  const dates = Array.from({ length: 31 }, (_, at) => at + 1);
  return dates.every((one) => windows.filter((window) => isInWindow(one, window)).length === 1);
}

/** A part of one as decimal text with at most four decimals: `0.05`. */
const rate = z
  .string()
  .regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, 'a rate is a decimal from 0 to 1 with at most four decimals');
const releaseAfterDays = z.int().min(1).max(366).nullable();
const reserve = z.union([
  z.strictObject({ rate, releaseAfterDays }),
  z.strictObject({ amount: amount.refine((held) => held >= 0, 'a reserve is not negative'), releaseAfterDays }),
]);
const charge = amount.refine((value) => value >= 0, 'not negative').nullable();

const fields = z.strictObject({
  id: name,
  version: z.int().min(1),
  platform: name,
  shopPattern: shopNameSchema,
  validFrom: day,
  validTo: day.nullable(),
  anchor: z.enum(ANCHORS),
  delay,
  cycle,
  whenClosed: z.enum(['keep', 'next', 'previous']),
  transferDelay: delay,
  cutoff: z.strictObject({ time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), zone: name }).nullable(),
  holidayCalendar: name,
  currency: z.string().regex(/^[A-Z]{3}$/),
  minPayout: charge,
  transferFee: charge,
  reserve: reserve.nullable(),
  destination: z.enum(['wallet', 'bank']),
  source: z.string().min(1).max(500),
  checkedOn: day.nullable(),
});

/** One calendar by itself; `findCalendarFaults` looks at several together. */
export const payoutCalendarSchema: z.ZodType<PayoutCalendar, unknown> = fields
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, 'validFrom is after validTo')
  .refine(
    ({ anchor, cycle: { kind } }) => anchor !== 'statementClose' || kind !== 'windows',
    'windows name their own pay day: count them from completed, delivered or captured',
  );
