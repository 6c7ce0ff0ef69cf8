// What a number format adds to the digits of a number cell: leading zeros and marks, or that the number is a day or a share.
// Office's `text` would say it too, but shows `####` where the column is narrow; the format does not depend on widths.
import { dayOfSerial } from '../business-date.ts';

/** Parts of a code that print nothing or only themselves: colours and locales, quoted and escaped text, blanks. */
const PRINTED = /\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g;

/** A number in this format is shown as a day or a time. Places for digits stand only behind seconds: `SGD 0.00` is money. */
export function isDayFormat(format: string): boolean {
  const code = format.replace(PRINTED, '');
  return !/^general$/i.test(code) && /[ymdhs]/i.test(code) && !/[#0?]/.test(code.replace(/s\.0+/gi, ''));
}

/** A number in this format is shown times a hundred, as a share of something. "Percent" is its name in XML workbooks. */
export function isPercentFormat(format: string): boolean {
  return format === 'Percent' || format.replace(PRINTED, '').includes('%');
}

/** What kind of thing a format makes of a number. */
export type ShownAs = 'number' | 'percent' | 'day';

const kinds = new Map<string, ShownAs>();

/** Asked for every amount of a column, which has few formats. */
export function shownAs(format: string): ShownAs {
  const known = kinds.get(format);
  if (known !== undefined) return known;
  const kind = isPercentFormat(format) ? 'percent' : isDayFormat(format) ? 'day' : 'number';
  kinds.set(format, kind);
  return kind;
}

/** A percentage or a day as a person sees it, for sentences; null for other numbers. */
export function shownText(value: number, format: string): string | null {
  const kind = shownAs(format);
  if (kind === 'percent') return `${Number((value * 100).toPrecision(12))}%`;
  return kind === 'day' ? dayOfSerial(value) : null;
}

/**
 * A whole number as a format of zeros and marks shows it: `00000000` gives 00012345, `"TW"-0000` gives TW-0012. Null
 * where the format shows the digits as they are, or is one for amounts: such marks are no part of a name.
 */
export function paddedText(value: number, format: string): string | null {
  const [code = ''] = format.split(';');
  const parts = partsOf(code);
  if (value < 0 || parts === null || parts.filter((part) => part === '0').length < 2) return null;
  const digits = String(value).split('');
  let text = '';
  for (const part of [...parts].reverse()) {
    if (typeof part === 'object') text = part.literal + text;
    else text = (digits.pop() ?? (part === '0' ? '0' : '')) + text;
  }
  return withFront(parts, digits.join(''), text).trim();
}

type Part = '0' | '#' | { readonly literal: string };

/** Digits for which there is no place stand where the first place is. */
function withFront(parts: readonly Part[], front: string, text: string): string {
  const first = parts.findIndex((part) => typeof part === 'string');
  const before = parts
    .slice(0, first)
    .reduce((length, part) => length + (typeof part === 'object' ? part.literal.length : 0), 0);
  return text.slice(0, before) + front + text.slice(before);
}

const TOKEN = /\[[^\]]*\]|"([^"]*)"|\\(.)|_.|\*.|([0#])|([- ()+])|[^]/g;

/** Null when the code does more than print digits and marks: decimals, thousands, percent, fractions, days. */
function partsOf(code: string): Part[] | null {
  const parts: Part[] = [];
  for (const [token, quoted, escaped, place, mark] of code.matchAll(TOKEN)) {
    const literal = quoted ?? escaped ?? mark;
    if (place === '0' || place === '#') parts.push(place);
    else if (literal !== undefined) parts.push({ literal });
    else if (!/^[[_*]/.test(token)) return null;
  }
  return parts;
}
