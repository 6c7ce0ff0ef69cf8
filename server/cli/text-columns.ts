// Columns of text in a terminal, where a Chinese character takes two places.

/** Ranges of characters that terminals draw twice as wide: CJK, full-width forms and their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

export type Side = 'left' | 'right';

/** Rows as lines with every column as wide as its widest cell; the last column is not filled up. */
export function alignColumns(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  const widths = sides.map((_, at) => Math.max(0, ...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) =>
    sides
      .map((side, at) => fill(row[at] ?? '', widths[at] ?? 0, side))
      .join('  ')
      .trimEnd(),
  );
}

function fill(text: string, width: number, side: Side): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + blanks : blanks + text;
}
