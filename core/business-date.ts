// Calendar days without a clock: days are values, "today" is always passed in. No Date, hence no time zone surprises.

/** A calendar day `YYYY-MM-DD` in the platform's own zone (the day printed in its file). */
export type BusinessDate = string & { readonly unit: 'calendar day' };

/** The day of a year, month (1–12) and day, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): BusinessDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as BusinessDate;
}

/** The day of an ISO text `YYYY-MM-DD`, or null. */
export function dayOfText(text: string): BusinessDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
}

/**
 * The day of an Excel serial number (1900 date system; the fraction is the time of day and is dropped).
 * Serials up to 60 are refused: Excel counts a 29 February 1900 that never was.
 */
export function dayOfSerial(serial: number): BusinessDate | null {
  if (!Number.isFinite(serial) || serial <= 60 || serial >= 2_958_466) return null;
  return dayOfNumber(Math.floor(serial) + SERIAL_ZERO);
}

/** The Excel serial of a day, for a date cell. */
export function serialOf(day: BusinessDate): number {
  return dayNumber(day) - SERIAL_ZERO;
}

export function addDays(day: BusinessDate, days: number): BusinessDate {
  if (days === 0) return day;
  return dayOfNumber(dayNumber(day) + days);
}

/** The calendar month of a day, `2026-03`: the period of the books. */
export function monthOf(day: BusinessDate): string {
  return day.slice(0, 7);
}

/** Days from one day to another: positive when `to` is later. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** 1970-01-01, day 0, was a Thursday. */
export function weekdayOf(day: BusinessDate): Weekday {
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return WEEKDAYS[sinceMonday] ?? 1;
}

/** Year, month (1–12) and day of the month. */
export function partsOfDay(day: BusinessDate): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
}

/**
 * A day of some month, as payout terms count it: past its last day it is the month's end (31 in April is the 30th).
 * @param month may run over the year: 0 is the December before, 13 the January after.
 */
export function dayInMonth(year: number, month: number, date: number): BusinessDate {
  const months = year * 12 + month - 1;
  const [ofYear, ofMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return `${ofYear}-${pad(ofMonth)}-${pad(Math.min(date, daysInMonth(ofYear, ofMonth)))}` as BusinessDate;
}

const pad = (value: number) => String(value).padStart(2, '0');

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// Days are counted from 1970-01-01 in the Gregorian calendar; years start in March so that leap days come last.
const SERIAL_ZERO = -25_569;
const DAYS_PER_ERA = 146_097;

function dayNumber(day: BusinessDate): number {
  const { year, month, date } = partsOfDay(day);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

function dayOfNumber(number: number): BusinessDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${pad(month)}-${pad(date)}` as BusinessDate;
}
