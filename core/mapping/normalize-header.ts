// Headers as they are compared: two spellings that a person reads as the same column give the same text.
import { FOLDED } from './fold-characters.ts';

/** Blanks, line breaks and zero-width marks: platforms scatter them inside headers (`蝦皮專線和包裹查詢碼 \n(請複製…`). */
const BLANKS = /[\s\u200b-\u200d\ufeff]+/g;

/** Plain letters, digits and signs need no folding but that of case. */
const PLAIN = /^[\x21-\x7e ]*$/;

/** Latin letters with an accent, composed or not. Marks of other scripts (が) tell letters apart and stay. */
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const ACCENTS = /[\u0300-\u036f]/g;

const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * NFKC (full-width letters, brackets and colons), no blanks, lower case, no accents on Latin letters, one dash,
 * simplified characters. For comparing only, never for showing.
 */
export function normalizeHeader(header: string): string {
  if (PLAIN.test(header)) return header.replace(BLANKS, '').toLowerCase();
  const plain = ACCENTED.test(header) ? header.normalize('NFKD').replace(ACCENTS, '') : header;
  return simplified(plain.normalize('NFKC').replace(BLANKS, '').replace(DASHES, '-').toLowerCase());
}

/** Asked for every cell above the data, so without building a new text where nothing changes. */
function simplified(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const other = character < FIRST_HAN ? undefined : FOLDED.get(character);
    if (other === undefined) continue;
    folded += text.slice(from, at) + other;
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

const FIRST_HAN = '\u4e00';
