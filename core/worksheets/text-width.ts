// How wide a text stands, where a Chinese character takes two places: for columns, here and in a terminal, and heights of rows.

/** Characters drawn twice as wide: CJK, full-width forms and their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** Characters that a header's indent and its filter button take. */
const BESIDE_HEADER = 4;

/** A column as it is laid out, no narrower than its header needs. */
export function wideEnough<Layout extends { readonly header: string; readonly width: number }>(layout: Layout): Layout {
  return { ...layout, width: Math.max(layout.width, textWidth(layout.header) + BESIDE_HEADER) };
}

/** Lines a text takes in a column so many characters wide. Lines break a little before the edge. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / Math.max(1, width - 3))), 0);
}
