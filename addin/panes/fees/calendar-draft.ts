// A payout calendar as a person edits it: every field as a text, and back again through the calendar's own schema.
import { z } from 'zod';
import type { Anchor, PayoutCalendar, PayoutCycle } from '../../../core/calendar/payout-calendar.ts';
import { payoutCalendarSchema } from '../../../core/calendar/payout-calendar-schema.ts';
import { type HolidayCalendar, WEEKENDS_ONLY } from '../../../core/calendar/holiday-calendar.ts';
import { holidayCalendarSchema } from '../../../core/calendar/holiday-calendar-schema.ts';

export type CycleKind = PayoutCycle['kind'];
export const PLAIN_CYCLES = [
  'daily',
  'weekly',
  'monthly',
  'interval',
  'manual',
] as const satisfies readonly CycleKind[];

export interface CalendarDraft {
  readonly platform: string;
  readonly shop: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly anchor: Anchor;
  readonly delay: string;
  readonly unit: 'day' | 'businessDay';
  readonly cycle: CycleKind;
  /** Weekday 1–7, days of the month, or every so many days. */
  readonly on: string;
  readonly startingOn: string;
  readonly whenClosed: PayoutCalendar['whenClosed'];
  readonly transfer: string;
  readonly holidays: string;
  readonly source: string;
}

export function newCalendarDraft(platform: string, from: string): CalendarDraft {
  return {
    ...{ platform, shop: '*', validFrom: from, validTo: '', anchor: 'completed', delay: '7', unit: 'day' },
    ...{ cycle: 'daily', on: '', startingOn: from, whenClosed: 'next', transfer: '0' },
    ...{ holidays: WEEKENDS_ONLY.id, source: '' },
  };
}

export function calendarDraftOf(calendar: PayoutCalendar): CalendarDraft {
  const { platform, shopPattern, validFrom, validTo, anchor, delay, cycle, whenClosed, transferDelay } = calendar;
  return {
    ...{ platform, shop: shopPattern, validFrom, validTo: validTo ?? '', anchor },
    ...{ delay: String(delay.n), unit: delay.unit, cycle: cycle.kind, on: onOf(cycle) },
    startingOn: cycle.kind === 'interval' ? cycle.startingOn : validFrom,
    ...{ whenClosed, transfer: String(transferDelay.n), holidays: calendar.holidayCalendar, source: calendar.source },
  };
}

function onOf(cycle: PayoutCycle): string {
  if (cycle.kind === 'weekly') return String(cycle.on);
  if (cycle.kind === 'monthly') return cycle.on.join(' ');
  return cycle.kind === 'interval' ? String(cycle.days) : '';
}

/** @param held the calendar that is changed; null: a new one. @returns null where a field is not understood */
export function calendarOf(draft: CalendarDraft, held: PayoutCalendar | null): PayoutCalendar | null {
  const wire = {
    ...(held === null ? newWire(draft) : (z.encode(payoutCalendarSchema, held) as object)),
    ...{ platform: draft.platform.trim(), shopPattern: draft.shop.trim(), anchor: draft.anchor },
    ...{ validFrom: draft.validFrom.trim(), validTo: draft.validTo.trim() || null },
    delay: { n: numberIn(draft.delay), unit: draft.unit },
    cycle: draft.cycle === 'windows' ? (held?.cycle ?? null) : cycleOf(draft),
    whenClosed: draft.whenClosed,
    transferDelay: { n: numberIn(draft.transfer), unit: held?.transferDelay.unit ?? 'businessDay' },
    ...{ holidayCalendar: draft.holidays, source: draft.source.trim() },
  };
  const read = payoutCalendarSchema.safeParse(wire);
  return read.success ? read.data : null;
}

const newWire = ({ platform, shop, validFrom }: CalendarDraft) => ({
  ...{ id: `${platform.trim()}:${shop.trim()}:${validFrom.trim()}`, version: 1, cutoff: null, currency: 'TWD' },
  ...{ minPayout: null, transferFee: null, reserve: null, destination: 'bank', checkedOn: null },
});

function cycleOf({ cycle, on, startingOn }: CalendarDraft): object {
  const numbers = on.split(/[\s,，、]+/).flatMap((part) => (part === '' ? [] : numberIn(part)));
  if (cycle === 'weekly') return { kind: cycle, on: numbers[0] };
  if (cycle === 'monthly') return { kind: cycle, on: numbers };
  return cycle === 'interval' ? { kind: cycle, days: numbers[0], startingOn } : { kind: cycle };
}

const numberIn = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);

export interface HolidayDraft {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly holidays: string;
  readonly workdays: string;
  readonly source: string;
}

export function holidayDraftOf(held: HolidayCalendar | null): HolidayDraft {
  if (held === null) return { id: '', from: '', to: '', holidays: '', workdays: '', source: '' };
  const list = (days: ReadonlySet<string>) => [...days].sort().join('\n');
  const { id, coveredFrom: from, coveredTo: to, source } = held;
  return { id, from, to, source, holidays: list(held.holidays), workdays: list(held.makeUpWorkdays) };
}

/** The calendar, or what its schema says is wrong with it. */
export function holidaysOf(draft: HolidayDraft): HolidayCalendar | { readonly wrong: string } {
  const days = (text: string) => text.split(/[\s,，、]+/).filter((part) => part !== '');
  const read = holidayCalendarSchema.safeParse({
    ...{ id: draft.id.trim(), workdayWeekdays: [1, 2, 3, 4, 5], holidaysKnown: true, source: draft.source.trim() },
    ...{ holidays: days(draft.holidays), makeUpWorkdays: days(draft.workdays) },
    ...{ coveredFrom: draft.from.trim(), coveredTo: draft.to.trim() },
  });
  return read.success ? read.data : { wrong: read.error.issues[0]?.message ?? '' };
}
