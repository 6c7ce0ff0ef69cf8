// What Excel makes of a text put into a cell: numbers, dates and booleans are recognised unless the cell is text.
// This is where exports lose leading zeros and long order numbers, so the host must do the same damage.
import type { CellValue } from './cell-grid.ts';

export interface CellInput {
  readonly value: CellValue;
  readonly formula?: string;
  /** The number format Excel gives a General cell along with the value (dates, percentages, thousands). */
  readonly numberFormat?: string;
}

const TEXT_FORMAT = '@';
export const ERROR_TEXTS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** @param input what the client sent for one cell; @param numberFormat the cell's present number format */
export function readInput(input: CellValue, numberFormat: string): CellInput {
  if (input === '') return { value: '' };
  if (numberFormat === TEXT_FORMAT) return { value: typeof input === 'boolean' ? booleanText(input) : String(input) };
  if (typeof input !== 'string') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith('=') && input.length > 1) return { value: '', formula: input };
  return readText(input);
}

export const booleanText = (value: boolean): string => (value ? 'TRUE' : 'FALSE');

function readText(text: string): CellInput {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (ERROR_TEXTS.has(upper)) return { value: upper };
  return readNumber(trimmed) ?? readDate(trimmed) ?? { value: text };
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d{1,3})?$/i;
const THOUSANDS = /^[+-]?[$]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const PERCENT = /^([+-]?\d+(?:\.\d+)?)%$/;
const DOLLARS = /^[+-]?\$\d+(\.\d*)?$/;

function readNumber(text: string): CellInput | undefined {
  const bracketed = /^\((\d[\d,]*\.?\d*)\)$/.exec(text);
  if (bracketed) return readNumber(`-${bracketed[1] ?? ''}`);
  if (PLAIN.test(text))
    return /e/i.test(text) ? finite(Number(text), '0.00E+00') : { value: Number(keepFifteenDigits(text)) };
  const percent = PERCENT.exec(text);
  if (percent) return { value: Number(percent[1]) / 100, numberFormat: text.includes('.') ? '0.00%' : '0%' };
  if (!THOUSANDS.test(text) && !DOLLARS.test(text)) return undefined;
  const cents = text.includes('.');
  const money = text.includes('$') ? '$' : '';
  return { value: Number(text.replace(/[$,]/g, '')), numberFormat: `${money}#,##0${cents ? '.00' : ''}` };
}

const finite = (value: number, numberFormat: string): CellInput | undefined =>
  Number.isFinite(value) ? { value, numberFormat } : undefined;

/** Excel keeps 15 significant digits of what is typed; the rest become zeros, not rounded ("Excel specifications"). */
function keepFifteenDigits(text: string): string {
  let seen = 0;
  return text.replace(/\d/g, (digit) => {
    if (seen === 0 && digit === '0') return digit;
    seen++;
    return seen <= 15 ? digit : '0';
  });
}

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const US = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?(?:[ ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** A host without a clock: a month and day alone are taken in this year. */
const YEAR_WITHOUT_CLOCK = 2026;

function readDate(text: string): CellInput | undefined {
  const iso = ISO.exec(text);
  if (iso) return dated(iso[1], iso[2], iso[3], iso.slice(4));
  const us = US.exec(text);
  if (us) return dated(fullYear(us[3]), us[1], us[2], us.slice(4));
  const time = TIME.exec(text);
  if (!time) return undefined;
  const fraction = dayFraction(time.slice(1));
  return fraction === undefined ? undefined : { value: fraction, numberFormat: 'h:mm' };
}

function fullYear(text: string | undefined): string {
  if (text === undefined) return String(YEAR_WITHOUT_CLOCK);
  if (text.length === 4) return text;
  return String(Number(text) + (Number(text) < 30 ? 2000 : 1900));
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly (string | undefined)[],
): CellInput | undefined {
  const serial = dateSerial(Number(year), Number(month), Number(day));
  const fraction = time[0] === undefined ? 0 : dayFraction(time);
  if (serial === undefined || fraction === undefined) return undefined;
  return { value: serial + fraction, numberFormat: time[0] === undefined ? 'yyyy/m/d' : 'yyyy/m/d h:mm' };
}

function dayFraction([hours, minutes, seconds = '0']: readonly (string | undefined)[]): number | undefined {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  return h < 24 && m < 60 && s < 60 ? (h * 3600 + m * 60 + s) / 86_400 : undefined;
}

/** Days since 1899-12-30, so that 2026-01-05 is 46027; undefined when there is no such day or it is before 1900-03-01. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  const utc = Date.UTC(year, month - 1, day);
  const back = new Date(utc);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
  const serial = Math.round(utc / 86_400_000) + 25_569;
  return serial >= 61 ? serial : undefined;
}
