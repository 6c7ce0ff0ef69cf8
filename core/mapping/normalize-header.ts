// Headers as they are compared: two spellings that a person reads as the same column give the same text.

/** Blanks, line breaks and zero-width marks: platforms scatter them inside headers (`蝦皮專線和包裹查詢碼 \n(請複製…`). */
const BLANKS = /[\s\u200b-\u200d]+/g;

/** NFKC (full-width letters, brackets and colons), no blanks, lower case. For comparing only, never for showing. */
export function normalizeHeader(header: string): string {
  return header.normalize('NFKC').replace(BLANKS, '').toLowerCase();
}
