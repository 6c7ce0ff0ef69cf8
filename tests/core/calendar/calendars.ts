// Calendars for the tests: an invented year of holidays, and payout terms of which a test states only what it is about.
import { type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import { type HolidayCalendar, WEEKENDS_ONLY } from '../../../core/calendar/holiday-calendar.ts';
import type { OrderDates, PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import { must } from '../reconcile/memory-books.ts';

export const on = (text: string): BusinessDate => must(dayOfText(text));

/**
 * January and February 2026: New Year's day, a long Spring Festival from Monday 16 to Friday 20 February, and Saturday
 * 7 February worked instead. Thursday is the first of January.
 */
export const SPRING: HolidayCalendar = {
  ...WEEKENDS_ONLY,
  id: 'spring-2026',
  holidays: new Set(['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map(on)),
  makeUpWorkdays: new Set([on('2026-02-07')]),
  coveredFrom: on('2026-01-01'),
  coveredTo: on('2026-12-31'),
  holidaysKnown: true,
  source: 'invented for the tests',
};

export function terms(facts: Partial<PayoutCalendar> = {}): PayoutCalendar {
  return {
    id: 'demo-terms',
    version: 1,
    platform: 'demo',
    shopPattern: '*',
    validFrom: on('2025-01-01'),
    validTo: null,
    anchor: 'completed',
    delay: { n: 0, unit: 'day' },
    cycle: { kind: 'daily' },
    whenClosed: 'keep',
    transferDelay: { n: 0, unit: 'day' },
    cutoff: null,
    holidayCalendar: 'spring-2026',
    currency: 'TWD',
    minPayout: null,
    transferFee: null,
    reserve: null,
    destination: 'bank',
    source: 'invented for the tests',
    checkedOn: null,
    ...facts,
  };
}

export const NO_DATES: OrderDates = { orderedOn: null, paidOn: null, shippedOn: null, completedOn: null };

/** An order of which only the completion is known. */
export const completed = (day: string): OrderDates => ({ ...NO_DATES, completedOn: on(day) });
