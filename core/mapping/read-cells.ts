// One cell, read strictly by the role of its column. A cell is a value, empty, or unreadable: never a guess, never zero.
import { type BusinessDate, dayOf, dayOfSerial } from '../business-date.ts';
import { type Amount, amountOfNumber, amountOfText, negate } from '../money.ts';
import type { RowProblemCode } from '../problem.ts';
import { type Cell, textOfCell } from '../sheet-table.ts';
import type { Mapping } from './mapping.ts';

/** Why a cell could not be read. */
export interface Unreadable {
  readonly code: RowProblemCode;
}

/** What a cell says: a value, null when it is empty, or why it cannot be read. */
export type Reading<T extends string | number> = T | null | Unreadable;

/** How a role reads a cell. */
export type CellReader<T extends string | number> = (cell: Cell | undefined, rules: CellRules) => Reading<T>;

/** A mapping's rules for cells, prepared once per sheet. */
export interface CellRules {
  readonly empty: ReadonlySet<string>;
  /** An amount as printed: sign, currency mark and brackets around digits with or without thousands separators. */
  readonly amount: RegExp;
}

const AMOUNT_UNREADABLE: Unreadable = { code: 'AMOUNT_UNREADABLE' };
const AMOUNT_IS_PERCENT: Unreadable = { code: 'AMOUNT_IS_PERCENT' };
const DATE_UNREADABLE: Unreadable = { code: 'DATE_UNREADABLE' };
const QUANTITY_UNREADABLE: Unreadable = { code: 'QUANTITY_UNREADABLE' };
const ID_PRECISION_LOST: Unreadable = { code: 'ID_PRECISION_LOST' };

export function isUnreadable(reading: Reading<string | number>): reading is Unreadable {
  return typeof reading === 'object' && reading !== null;
}

export function cellRulesOf(mapping: Pick<Mapping, 'emptyMarkers' | 'currencyMarks'>): CellRules {
  return { empty: new Set(mapping.emptyMarkers.map(plain)), amount: amountPattern(mapping.currencyMarks.map(plain)) };
}

/**
 * A signed amount as printed. Accepts thousands commas, full-width digits and signs, a minus before or after, brackets
 * for negatives and the mapping's currency marks. At most four decimals; one sign.
 */
export function readAmount(cell: Cell | undefined, rules: CellRules): Reading<Amount> {
  if (typeof cell === 'number') return amountOfNumber(cell) ?? AMOUNT_UNREADABLE;
  const text = filledText(cell, rules);
  if (text === null) return null;
  return amountOfText(text) ?? amountOfPrinted(text, rules);
}

/** A day: an Excel serial number, or a text that begins with year, month, day. Day-first or month-first is ambiguous. */
export function readDay(cell: Cell | undefined, rules: CellRules): Reading<BusinessDate> {
  if (typeof cell === 'number') return dayOfSerial(cell) ?? DATE_UNREADABLE;
  const text = filledText(cell, rules);
  if (text === null) return null;
  const parts = DAY.exec(text);
  return (parts && dayOf(Number(parts[1]), Number(parts[3]), Number(parts[4]))) ?? DATE_UNREADABLE;
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
 * fraction, or a text like `2.30115E+17` has lost some, and a damaged name must not be matched as if it were whole.
 */
export function readIdentifier(cell: Cell | undefined, rules: CellRules): Reading<string> {
  if (typeof cell === 'number') {
    return Number.isInteger(cell) && Math.abs(cell) < 1e15 ? String(cell) : ID_PRECISION_LOST;
  }
  const text = filledText(cell, rules);
  return text !== null && SCIENTIFIC.test(text) ? ID_PRECISION_LOST : text;
}

/** Words for people, as they stand in the cell, outer blanks removed. Compare them with `plain`. */
export function readWords(cell: Cell | undefined, rules: CellRules): string | null {
  return filledText(cell, rules) === null ? null : textOfCell(cell);
}

/** Text as it is compared: full-width forms folded, outer blanks removed. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function filledText(cell: Cell | undefined, rules: CellRules): string | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const text = plain(String(cell));
  return text === '' || rules.empty.has(text) ? null : text;
}

const SCIENTIFIC = /^\d(\.\d+)?E\+\d+$/i;

/** `2024-05-01`, `2024/5/1`, each alone or followed by a time of day (`12:33`, `T12:33:00Z`, `上午 12:00:00`). */
const TIME = String.raw`(?:(?:上午|下午|AM|PM)\s*)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:AM|PM))?\s*(?:Z|[+-]\d{2}:?\d{2})?`;
const DAY = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)${TIME})?$`, 'i');

/** NFKC leaves the mathematical minus and the dash alone; files use both for negatives. */
const OTHER_MINUS = /[\u2212\u2013]/g;

function amountPattern(marks: readonly string[]): RegExp {
  const mark = `(?:${[...marks].sort(byLengthDown).map(escapePattern).join('|') || '(?!)'})?`;
  const digits = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?`;
  return new RegExp(String.raw`^(\()?([-+])?\s*${mark}\s*([-+])?${digits}\s*${mark}\s*(-)?(\))?$`, 'i');
}

const byLengthDown = (left: string, right: string) => right.length - left.length;
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function amountOfPrinted(text: string, rules: CellRules): Amount | Unreadable {
  if (/\d\s*[%‰]$/.test(text)) return AMOUNT_IS_PERCENT;
  const parts = rules.amount.exec(text.replace(OTHER_MINUS, '-'));
  if (!parts) return AMOUNT_UNREADABLE;
  const [, open, before, after, whole = '', fraction = '', trailing, close] = parts;
  const signs = [open, before, after, trailing].filter((sign) => sign !== undefined);
  if (signs.length > 1 || (open === undefined) !== (close === undefined)) return AMOUNT_UNREADABLE;
  const decimals = fraction.replace(/0+$/, '');
  const amount = amountOfText(whole.replaceAll(',', '') + (decimals && `.${decimals}`));
  if (amount === null) return AMOUNT_UNREADABLE;
  return signs.length === 1 && signs[0] !== '+' ? negate(amount) : amount;
}
