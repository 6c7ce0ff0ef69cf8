// Headers as they are compared: two spellings that a person reads as the same column give the same text.
import { FOLDED } from './fold-characters.ts';

/** Blanks, line breaks and zero-width marks: platforms scatter them inside headers (`蝦皮專線和包裹查詢碼 \n(請複製…`). */
const BLANKS = /[\s\u200b-\u200d\ufeff]+/g;

/** Plain letters, digits and signs need no folding but that of case. */
const PLAIN = /^[\x21-\x7e ]*$/;

/** Accents of Latin letters, however composed. Marks of other scripts (が) tell letters apart and stay. */
const ACCENTS = /[\u0300-\u036f]/g;

const DASHES = /[\u2010-\u2015\u2212]/g;
const HAN = /\p{Script=Han}/gu;

/**
 * NFKC (full-width letters, brackets and colons), no blanks, lower case, no accents on Latin letters, one dash,
 * simplified characters. For comparing only, never for showing.
 */
export function normalizeHeader(header: string): string {
  if (PLAIN.test(header)) return header.replace(BLANKS, '').toLowerCase();
  return header
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(BLANKS, '')
    .replace(DASHES, '-')
    .replace(HAN, (character) => FOLDED.get(character) ?? character)
    .toLowerCase();
}
