// The text a cell shows: a value under a number format. Enough of Excel's format language for the workbench grid.
import type { CellValue } from './cell-grid.ts';
import { booleanText } from './parse-input.ts';

export function displayText(value: CellValue, numberFormat: string): string {
  if (typeof value === 'boolean') return booleanText(value);
  const sections = splitSections(numberFormat);
  if (typeof value === 'string') return sections[3] === undefined ? value : fillText(sections[3], value);
  if (numberFormat === 'General' || numberFormat === '@') return generalText(value);
  const section = pickSection(sections, value);
  const shown = sections.length > 1 && value < 0 ? -value : value;
  if (/general/i.test(section)) return generalText(shown);
  return isDateFormat(section) ? dateText(shown, section) : numberText(shown, section);
}

/** General shows at most 11 characters; from twelve digits on it turns to exponents, which is how order numbers break. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${Number(mantissa)}E${sign}${exponent.replace(/[+-]/, '').padStart(2, '0')}`;
  }
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(10)));
}

function splitSections(format: string): string[] {
  return (format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;|^)(?=;|$)/g) ?? [format]).slice(0, 4);
}

function pickSection(sections: readonly string[], value: number): string {
  const [positive = 'General', negative = positive, zero = positive] = sections;
  if (value < 0) return negative;
  return value === 0 ? zero : positive;
}

const withoutLiterals = (section: string): string => section.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
const isDateFormat = (section: string): boolean => /[ymdhs]/i.test(withoutLiterals(section));

function fillText(section: string, text: string): string {
  return literal(section.replace('@', () => `"${text}"`));
}

/** Takes away quotes, escapes, colours and padding; `[$NT$-404]` leaves NT$. */
function literal(text: string): string {
  return text
    .replace(/\[\$([^\]-]*)(-[^\]]*)?\]/g, '"$1"')
    .replace(/"([^"]*)"|\\(.)|_(.)|\*.|\[[^\]]*\]/g, (_whole, quoted?: string, escaped?: string, padded?: string) =>
      padded === undefined ? (quoted ?? escaped ?? '') : ' ',
    );
}

const DIGITS = /[0#?][0#?,]*(\.[0#?]*)?(E\+0+)?/;

function numberText(value: number, section: string): string {
  const shield = section.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (part) => '\u0000'.repeat(part.length));
  const match = DIGITS.exec(shield);
  if (!match) return literal(section);
  const [code] = match;
  const scaled = shield.includes('%') ? value * 100 : value;
  const before = literal(section.slice(0, match.index));
  const after = literal(section.slice(match.index + code.length));
  const sign = scaled < 0 && Number(Math.abs(scaled).toFixed(decimals(code))) !== 0 ? '-' : '';
  return `${sign}${before}${digitsText(Math.abs(scaled), code)}${after}`;
}

const decimals = (code: string): number => (/\.([0#?]*)/.exec(code)?.[1] ?? '').length;

function digitsText(size: number, code: string): string {
  if (code.includes('E+'))
    return size
      .toExponential(decimals(code))
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E');
  const required = (/\.(0*)/.exec(code)?.[1] ?? '').length;
  const [whole = '0', fraction = ''] = roundHalfUp(size, decimals(code)).split('.');
  const kept = fraction.slice(0, required) + fraction.slice(required).replace(/0+$/, '');
  const minimum = (code.split('.')[0] ?? '').replace(/[^0]/g, '').length;
  const padded = (whole === '0' ? '' : whole).padStart(minimum, '0');
  const grouped = /[0#?],[0#?]/.test(code) ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  return kept === '' ? grouped : `${grouped}.${kept}`;
}

/** Excel rounds the decimal digits it shows (1.005 shows 1.01), not the binary value. */
function roundHalfUp(size: number, places: number): string {
  const shifted = Math.round(Number(`${Number(size.toPrecision(15))}e${places}`));
  return Number.isFinite(shifted) ? Number(`${shifted}e-${places}`).toFixed(places) : size.toFixed(places);
}

const DATE_TOKENS = /"[^"]*"|\\.|\[[^\]]*\]|y+|m+|d+|h+|s+|AM\/PM|./gi;

function dateText(serial: number, section: string): string {
  const moment = new Date(Math.round((serial - 25_569) * 86_400_000));
  const tokens = section.match(DATE_TOKENS) ?? [];
  const noon = /AM\/PM/i.test(section);
  return tokens.map((token, index) => datePart(token, moment, noon, minutesAt(tokens, index))).join('');
}

/** `m` means minutes when hours stand before or seconds after it. */
function minutesAt(tokens: readonly string[], index: number): boolean {
  const letters = (list: readonly string[]) => list.find((token) => /^[ymdhs]/i.test(token)) ?? '';
  const before = letters(tokens.slice(0, index).reverse());
  return /^h/i.test(before) || /^s/i.test(letters(tokens.slice(index + 1)));
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function datePart(token: string, moment: Date, noon: boolean, minutes: boolean): string {
  const pad = (value: number) => (token.length > 1 ? String(value).padStart(2, '0') : String(value));
  const hours = moment.getUTCHours();
  if (/^am\/pm$/i.test(token)) return hours < 12 ? 'AM' : 'PM';
  switch (token.charAt(0).toLowerCase()) {
    case 'y':
      return token.length > 2 ? String(moment.getUTCFullYear()) : pad(moment.getUTCFullYear() % 100);
    case 'm':
      return minutes ? pad(moment.getUTCMinutes()) : named(token, MONTHS, moment.getUTCMonth(), pad);
    case 'd':
      return token.length > 2 ? named(token, WEEKDAYS, moment.getUTCDay(), pad) : pad(moment.getUTCDate());
    case 'h':
      return pad(noon ? hours % 12 || 12 : hours);
    case 's':
      return pad(moment.getUTCSeconds());
    default:
      return literal(token);
  }
}

function named(token: string, names: readonly string[], index: number, pad: (value: number) => string): string {
  if (token.length < 3) return pad(index + 1);
  const name = names[index] ?? '';
  return token.length === 3 ? name.slice(0, 3) : name;
}
