// A date format of a mapping as a question to a text: which day is it? Months may be named in the platforms' languages.
import { type BusinessDate, dayOf } from '../business-date.ts';

/** Reads a text as a day in one format; null when it is not written so. */
export type DateReader = (text: string) => BusinessDate | null;

/** `12:33`, `T12:33:00Z`, `上午 12:00:00`, `10:23:05 PM PDT`, `3:22:08 p.m. GMT-7`: read over, never applied. */
const HALF_DAY = String.raw`(?:上午|下午|[ap]\.?\s?m\.?)`;
const CLOCK = String.raw`(?:${HALF_DAY}\s*)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*${HALF_DAY})?`;
const ZONE = String.raw`(?:Z|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})`;
const TIME = String.raw`(?:(?:T|,?\s+)${CLOCK}(?:\s*${ZONE})?)?`;

const TOKENS = /YYYY|YY|Mon|MM?|DD?/g;

/**
 * The reader of a format such as `D/M/YYYY`, `YYYYMMDD` or `Mon D, YYYY`; null when it lacks year, month or day. Digits
 * that stand beside digits have their full width; others may be written without leading zero. A time may follow.
 */
export function readDateFormat(format: string): DateReader | null {
  const order = format.match(TOKENS) ?? [];
  const kinds = order
    .map((token) => token[0])
    .sort()
    .join('');
  if (kinds !== 'DMY') return null;
  const pattern = new RegExp(`^${patternOf(format)}${TIME}$`, 'iu');
  const place = (letter: string) => order.findIndex((token) => token.startsWith(letter)) + 1;
  const [year, month, day] = [place('Y'), place('M'), place('D')];
  return (text) => {
    const parts = pattern.exec(text);
    if (!parts) return null;
    const named = order[month - 1] === 'Mon';
    const inYear = named ? monthNamed(parts[month] ?? '') : Number(parts[month]);
    return dayOf(yearOf(parts[year] ?? ''), inYear, Number(parts[day]));
  };
}

function patternOf(format: string): string {
  let pattern = '';
  let end = 0;
  for (const match of format.matchAll(TOKENS)) {
    pattern += literal(format.slice(end, match.index));
    end = match.index + match[0].length;
    const packed = /^(?:Y|M|D)/.test(format.slice(end)) || isPackedBefore(format, match.index);
    pattern += fieldOf(match[0], packed);
  }
  return pattern + literal(format.slice(end));
}

const isPackedBefore = (format: string, at: number) => at > 0 && /[YMD]/.test(format[at - 1] ?? '');

function fieldOf(token: string, packed: boolean): string {
  if (token === 'Mon') return String.raw`([\p{L}]+\.?)`;
  if (token === 'YYYY') return String.raw`(\d{4})`;
  if (token === 'YY' || packed) return String.raw`(\d{2})`;
  return String.raw`(\d{1,2})`;
}

const literal = (text: string) =>
  text
    .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replace(/,\s+/g, ',\\s*')
    .replace(/\s+/g, String.raw`\s+`);

/** Two digits are of this century: no platform export is older. */
const yearOf = (digits: string) => Number(digits) + (digits.length === 2 ? 2000 : 0);

/** Beginnings of the twelve months, as long as needed to tell them apart, in the languages of the listed platforms. */
const MONTHS: readonly string[] = [
  'jan ene gen janv',
  'feb fev fevr',
  'mar marz maerz mrt mars mac',
  'apr abr avr',
  'may mai mag mei maj',
  'jun giu juin',
  'jul lug juil juillet julai',
  'aug ago aout agu ogos agt',
  'sep set sept',
  'oct okt ott out',
  'nov',
  'dec dez dic des dis',
];

function monthNamed(name: string): number {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  const exact = MONTHS.findIndex((names) => names.split(' ').includes(plain));
  if (exact >= 0) return exact + 1;
  return MONTHS.findIndex((names) => names.split(' ').includes(plain.slice(0, 3))) + 1;
}
