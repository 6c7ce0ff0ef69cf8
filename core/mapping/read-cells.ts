// One cell, read strictly by the role of its column. A cell is a value, empty, or unreadable: never a guess, never zero.
import { type BusinessDate, dayOfSerial } from '../business-date.ts';
import { type Amount, amountOfNumber, amountOfText, amountOfUnits, decimalsOf, negate } from '../money.ts';
import type { RowProblemCode } from '../problem.ts';
import { type Cell, textOfCell } from '../sheet-table.ts';
import type { Mapping } from './mapping.ts';
import { isDayFormat, paddedText, shownAs } from './number-format.ts';
import { type DateReader, readDateFormat } from './read-date-format.ts';

/** Why a cell could not be read. */
export interface Unreadable {
  readonly code: RowProblemCode;
}

/** What a cell says: a value, null when it is empty, or why it cannot be read. */
export type Reading<T extends string | number> = T | null | Unreadable;

/** How a role reads a cell. */
export type CellReader<T extends string | number> = (
  cell: Cell | undefined,
  rules: CellRules,
  /** Excel's format code of a number cell, where it is known and may matter. */
  format?: string,
) => Reading<T>;

/** A mapping's rules for cells, prepared once per sheet; columns may have their own. */
export interface CellRules {
  readonly empty: ReadonlySet<string>;
  /** Marks before a value that are no part of it. */
  readonly prefixes: readonly string[];
  readonly decimal: Decimal;
  /** An amount as printed: sign, currency mark and brackets around digits with or without thousands separators. */
  readonly amount: Readonly<Record<Decimal, RegExp>>;
  /** Decimals of amounts written in minor units; null when they are written in units. */
  readonly minorDecimals: number | null;
  /** The formats in which days may be written. */
  readonly days: readonly DateReader[];
}

/** The mark before the decimals. */
export type Decimal = '.' | ',';

const AMOUNT_UNREADABLE: Unreadable = { code: 'AMOUNT_UNREADABLE' };
const AMOUNT_IS_PERCENT: Unreadable = { code: 'AMOUNT_IS_PERCENT' };
const DATE_UNREADABLE: Unreadable = { code: 'DATE_UNREADABLE' };
const QUANTITY_UNREADABLE: Unreadable = { code: 'QUANTITY_UNREADABLE' };
const ID_PRECISION_LOST: Unreadable = { code: 'ID_PRECISION_LOST' };
const ID_BECAME_DAY: Unreadable = { code: 'ID_BECAME_DAY' };
const ID_IS_ERROR: Unreadable = { code: 'ID_IS_ERROR' };
const ID_TOO_LONG: Unreadable = { code: 'ID_TOO_LONG' };

/** No platform's number of anything is half as long; a column that has shifted holds addresses and remarks. */
export const ID_LENGTH_MAX = 200;

export function isUnreadable(reading: Reading<string | number>): reading is Unreadable {
  return typeof reading === 'object' && reading !== null;
}

/** ISO order, which nobody reads otherwise. */
export const USUAL_DATES = ['YYYY-M-D', 'YYYY/M/D'];

type CellFacts = Pick<Mapping, 'emptyMarkers' | 'currencyMarks' | 'cellPrefixes' | 'numbers' | 'dates' | 'currency'>;

export function cellRulesOf(mapping: Omit<CellFacts, 'currency'> & Partial<CellFacts>): CellRules {
  const { numbers, dates, currency } = mapping;
  const marks = mapping.currencyMarks.map(plain);
  return {
    empty: new Set(mapping.emptyMarkers.map(plain)),
    prefixes: mapping.cellPrefixes ?? [],
    decimal: numbers?.decimal === ',' ? ',' : '.',
    amount: { '.': amountPattern(marks, ',', '.'), ',': amountPattern(marks, `.' `, ',') },
    minorDecimals: numbers?.minorUnits && typeof currency === 'string' ? decimalsOf(currency) : null,
    days: (dates?.formats ?? USUAL_DATES).flatMap((format) => readDateFormat(format) ?? []),
  };
}

/**
 * A signed amount as printed. Accepts thousands commas, full-width digits and signs, a minus before or after, brackets
 * for negatives and the mapping's currency marks. At most four decimals; one sign. A number that is shown as a percentage
 * or a day is none: Excel makes such cells of `2.50%` and `1-2`. Nothing is nothing in every format.
 */
export function readAmount(cell: Cell | undefined, rules: CellRules, format?: string): Reading<Amount> {
  if (format !== undefined && typeof cell === 'number' && cell !== 0) {
    const shown = shownAs(format);
    if (shown !== 'number') return shown === 'percent' ? AMOUNT_IS_PERCENT : AMOUNT_UNREADABLE;
  }
  const amount = readPrinted(cell, rules);
  return rules.minorDecimals === null || amount === null || isUnreadable(amount)
    ? amount
    : inUnits(amount, rules.minorDecimals);
}

function readPrinted(cell: Cell | undefined, rules: CellRules): Reading<Amount> {
  if (typeof cell === 'number') return amountOfNumber(cell) ?? AMOUNT_UNREADABLE;
  const text = filledText(cell, rules);
  if (text === null) return null;
  return (rules.decimal === '.' ? amountOfText(text) : null) ?? amountOfPrinted(text, rules);
}

/** Whole minor units: 1050 with two decimals is 10.50. A fraction of the smallest coin is no amount. */
function inUnits(amount: Amount, decimals: number): Reading<Amount> {
  const units = amount / 10 ** decimals;
  return Number.isInteger(units) ? amountOfUnits(units) : AMOUNT_UNREADABLE;
}

/**
 * A day: an Excel serial number, or a text in one of the mapping's formats, with or without a time. Without formats
 * only year, month, day are read, because day-first and month-first look alike.
 */
export function readDay(cell: Cell | undefined, rules: CellRules): Reading<BusinessDate> {
  const serial = typeof cell === 'number' ? dayOfSerial(cell) : null;
  const text = serial === null ? filledText(cell, rules) : null;
  if (text === null) return serial;
  for (const read of rules.days) {
    const day = read(text);
    if (day !== null) return day;
  }
  return DATE_UNREADABLE;
}

/** Pieces: a whole number, not negative. Words such as 無 are unreadable, because only the reader knows what they mean. */
export function readQuantity(cell: Cell | undefined, rules: CellRules): Reading<number> {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : QUANTITY_UNREADABLE;
  const text = filledText(cell, rules);
  if (text === null) return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : QUANTITY_UNREADABLE;
}

/**
 * A number that names something (order, refund, item). Excel keeps 15 significant digits: a number cell from 1e15 on, a
 * fraction, or a text like `2.30115E+17` has lost some, and a damaged name must not be matched as if it were whole. Nor
 * must a number shown as a day: `1-2` was typed, and nobody can tell it from `2024/1/2` any more. Zeros that only the
 * format shows belong to the name. A text of paragraphs names nothing.
 */
export function readIdentifier(cell: Cell | undefined, rules: CellRules, format?: string): Reading<string> {
  const text = readWithIdentifier(cell, rules, format);
  return typeof text === 'string' && text.length > ID_LENGTH_MAX ? ID_TOO_LONG : text;
}

/** As `readIdentifier`, where a pattern cuts the name out of a text of any length. */
export function readWithIdentifier(cell: Cell | undefined, rules: CellRules, format?: string): Reading<string> {
  if (typeof cell === 'number') {
    if (format !== undefined && isDayFormat(format)) return ID_BECAME_DAY;
    if (!Number.isInteger(cell) || Math.abs(cell) >= 1e15) return ID_PRECISION_LOST;
    return (format === undefined ? null : paddedText(cell, format)) ?? String(cell);
  }
  const text = filledText(cell, rules);
  if (text === null) return null;
  if (SCIENTIFIC.test(text)) return ID_PRECISION_LOST;
  return ERROR_CELL.test(text) ? ID_IS_ERROR : text;
}

/** Words for people, as they stand in the cell, outer blanks removed. Compare them with `plain`. */
export function readWords(cell: Cell | undefined, rules: CellRules): string | null {
  return filledText(cell, rules) === null ? null : undressed(textOfCell(cell), rules.prefixes);
}

/** A cell's text for conditions and words: folded, without prefixes; empty for an empty cell. */
export function textIn(cell: Cell | undefined, rules: CellRules): string {
  return filledText(cell, rules) ?? '';
}

/** Text as it is compared: full-width forms folded, outer blanks removed. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function filledText(cell: Cell | undefined, rules: CellRules): string | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const text = undressed(plain(String(cell)), rules.prefixes);
  return text === '' || rules.empty.has(text) ? null : text;
}

/** Takes off one prefix; `="…"` is how a text is kept from Excel, quotes included. */
function undressed(text: string, prefixes: readonly string[]): string {
  const prefix = prefixes.find((mark) => text.startsWith(mark));
  if (prefix === undefined) return text;
  const rest = text.slice(prefix.length).trim();
  const quoted = prefix === '=' ? /^"(.*)"$/s.exec(rest) : null;
  return quoted ? (quoted[1] ?? '').trim() : rest;
}

const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;
/** What a formula shows that failed, such as a lookup of the order number. */
const ERROR_CELL = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** NFKC leaves the mathematical minus and the dash alone; files use both for negatives. */
const OTHER_MINUS = /[\u2212\u2013]/g;

/** `thousands`: the characters that may stand between groups of three, one of them throughout. */
function amountPattern(marks: readonly string[], thousands: string, decimal: Decimal): RegExp {
  const mark = `(?:${[...marks].sort(byLengthDown).map(escapePattern).join('|') || '(?!)'})?`;
  const group = [...thousands].map((mark) => String.raw`\d{1,3}(?:${escapePattern(mark)}\d{3})+`).join('|');
  const digits = String.raw`(${group}|\d+)(?:${escapePattern(decimal)}(\d+))?`;
  return new RegExp(String.raw`^(\()?([-+])?\s*${mark}\s*([-+])?${digits}\s*${mark}\s*(-)?(\))?$`, 'i');
}

const byLengthDown = (left: string, right: string) => right.length - left.length;
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function amountOfPrinted(text: string, rules: CellRules): Amount | Unreadable {
  if (/\d\s*[%‰]$/.test(text)) return AMOUNT_IS_PERCENT;
  const parts = rules.amount[rules.decimal].exec(text.replace(OTHER_MINUS, '-'));
  if (!parts) return AMOUNT_UNREADABLE;
  const [, open, before, after, whole = '', fraction = '', trailing, close] = parts;
  const signs = [open, before, after, trailing].filter((sign) => sign !== undefined);
  if (signs.length > 1 || (open === undefined) !== (close === undefined)) return AMOUNT_UNREADABLE;
  const decimals = fraction.replace(/0+$/, '');
  const amount = amountOfText(whole.replace(/[^0-9]/g, '') + (decimals && `.${decimals}`));
  if (amount === null) return AMOUNT_UNREADABLE;
  return signs.length === 1 && signs[0] !== '+' ? negate(amount) : amount;
}
