// Columns of text in a terminal.
import type { Language, Translated } from '../../core/language.ts';
import { textWidth } from '../../core/worksheets/text-width.ts';

export type Side = 'left' | 'right';

const COLON: Translated = { 'zh-TW': '：', 'zh-CN': '：', en: ': ' };

/** What something is called, and what it is. */
export function labelled(label: string, text: string, language: Language): string {
  return `${label}${COLON[language]}${text}`;
}

/** Rows as lines with every column as wide as its widest cell; the last column is not filled up. */
export function alignColumns(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  const widths = sides.map((_, at) => Math.max(0, ...rows.map((row) => textWidth(row[at] ?? ''))));
  return rows.map((row) =>
    sides
      .map((side, at) => fill(row[at] ?? '', widths[at] ?? 0, side))
      .join('  ')
      .trimEnd(),
  );
}

/** A heading with its rows in columns below; nothing without rows. */
export function block(heading: string, rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  return rows.length === 0 ? [] : [heading, ...alignColumns(rows, sides).map((line) => `  ${line}`)];
}

function fill(text: string, width: number, side: Side): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'left' ? text + blanks : blanks + text;
}
