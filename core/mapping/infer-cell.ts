// What one cell of an unknown sheet could be, before anything is known about its column.
import { type Amount, ZERO } from '../money.ts';
import { type Cell, textOfCell } from '../sheet-table.ts';
import { type CellRules, type Decimal, cellRulesOf, isUnreadable, readAmount, textIn } from './read-cells.ts';
import { type DateReader, readDateFormat } from './read-date-format.ts';

/** `number`: an amount, a quantity or a plain count. `id`: digits or letters that name something. `word`: anything else. */
export type CellKind = 'blank' | 'number' | 'date' | 'percent' | 'id' | 'word';

/** Texts that platforms print for "nothing". */
export const EMPTY_MARKERS = ['-', '--', '—', '/', 'N/A', '#'];

/** Currency marks of the platforms' countries; the longer ones first only for the reader of this list. */
export const CURRENCY_MARKS = [
  ...['NT$', 'US$', 'AU $', 'C $', 'S$', 'R$', 'MX$', 'HK$', '$', '€', '£', '¥', '₱', '฿', '₫', 'kr', 'zł'],
  ...[
    'RM',
    'Rp',
    '元',
    '圓',
    'TWD',
    'NTD',
    'USD',
    'EUR',
    'GBP',
    'CNY',
    'RMB',
    'SGD',
    'MYR',
    'IDR',
    'PHP',
    'THB',
    'BRL',
  ],
];

/** Marks that keep Excel from changing a value. */
const CELL_PREFIXES = ['`', "'", '='];

const POINT = cellRulesOf({
  emptyMarkers: EMPTY_MARKERS,
  currencyMarks: CURRENCY_MARKS,
  cellPrefixes: CELL_PREFIXES,
});

/** Rules of an unknown sheet, by its decimal mark. */
const GENERAL_RULES: Readonly<Record<Decimal, CellRules>> = { '.': POINT, ',': { ...POINT, decimal: ',' } };

/** The text of a cell without prefix and outer blanks; empty for an empty cell and its markers. */
export function bareText(cell: Cell | undefined): string {
  return textIn(cell, POINT);
}

export interface DateFormat {
  readonly format: string;
  readonly read: DateReader;
}

const format = (name: string): DateFormat[] => {
  const read = readDateFormat(name);
  return read ? [{ format: name, read }] : [];
};

/** Formats seen in platform files; of several that read a column the first is proposed. */
export const DATE_FORMATS: readonly DateFormat[] = [
  ...['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日', 'YYYYMMDD', 'D/M/YYYY', 'M/D/YYYY', 'D.M.YYYY', 'D-M-YYYY'],
  ...['Mon D, YYYY', 'D Mon YYYY', 'D Mon, YYYY', 'D-Mon-YYYY', 'D-Mon-YY', 'Mon-D-YYYY', 'D/M/YY', 'M/D/YY'],
].flatMap(format);

/** Day and month, with what parts them from the year: anything that could be read as a date has two such marks or a month. */
const DATE_SHAPE = /^\d{8}$|^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}|\p{L}{3,}\.?[ -]\d|\d[ -]\p{L}{3,}/u;

export function isDate(text: string): boolean {
  return text.length <= 40 && DATE_SHAPE.test(text) && DATE_FORMATS.some(({ read }) => dayInReach(read(text)));
}

/** Numbers such as 12345678 are dates only in the years that exports speak of. */
function dayInReach(day: string | null): boolean {
  return day !== null && day >= '2000' && day < '2100';
}

const PERCENT = /^[-+]?\d+([.,]\d+)?\s?[%‰]$/;

/** No blank inside, at least one digit: `240501-6071`, `#1001`, `RM20240501001`, `23-11456-90001`. */
const ID = /^(?=.*\d)[#\p{Lu}\p{Ll}\d_:./|-]{3,64}$/u;

/** So many digits without a decimal mark are no sum of money in one row. */
const LONG_DIGITS = /^\d{10,}$/;

export function kindOfCell(cell: Cell | undefined): CellKind {
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) >= 1e9 ? 'id' : 'number';
  if (typeof cell === 'boolean') return 'word';
  const text = bareText(cell);
  if (text === '') return 'blank';
  if (PERCENT.test(text)) return 'percent';
  if (LONG_DIGITS.test(text) || /^0\d+$/.test(text)) return 'id';
  if (isDate(text)) return 'date';
  if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return 'word';
  if (amountIn(text, '.') !== null || amountIn(text, ',') !== null) return 'number';
  return ID.test(text) ? 'id' : 'word';
}

/** The amount a cell holds under a decimal mark; zero where it is empty, null where it is no amount. */
export function amountIn(cell: Cell | undefined, decimal: Decimal): Amount | null {
  const reading = readAmount(cell, GENERAL_RULES[decimal]);
  if (reading === null) return ZERO;
  return isUnreadable(reading) ? null : reading;
}

/** Every prefix that stands before values of the sheet. */
export function prefixesIn(cells: readonly (Cell | undefined)[]): string[] {
  const starts = new Set(cells.map((cell) => (typeof cell === 'string' ? textOfCell(cell).charAt(0) : '')));
  return CELL_PREFIXES.filter((prefix) => starts.has(prefix));
}
