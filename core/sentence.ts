// A sentence in three languages with facts to be filled in: what problems and refusals are told by.
import type { Translated } from './language.ts';

export type Details = Readonly<Record<string, string>>;
export type Sentence = Translated<(details: Details) => string>;

/** Facts a sentence may name; a missing one reads as an empty text. */
export const say = (sentence: Sentence) => sentence;
export const at = (details: Details, key: string) => details[key] ?? '';
/** What adding a column to the net would do to the rows' identities, where it would do anything. */
export function effectOf(details: Details, ...[mends, mended, breaks, broken]: readonly string[]): string {
  const end = /[.]$/.test(mended ?? '') ? '' : '。';
  const mending = at(details, 'mends') ? `${mends}${at(details, 'mends')}${mended}${end}` : '';
  return mending + (at(details, 'breaks') ? `${breaks}${at(details, 'breaks')}${broken}${end}` : '');
}

/** In brackets where there is any; in English `[' (', ')']`, as the blank before it belongs to it. */
export const bracketed = (details: Details, key: string, [open, close]: readonly [string, string] = ['（', '）']) =>
  at(details, key) ? `${open}${at(details, key)}${close}` : '';
