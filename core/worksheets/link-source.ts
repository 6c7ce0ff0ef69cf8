// The way back: every figure leads to the row it came from.
import type { Language, Translated } from '../language.ts';
import type { Source } from '../reconcile/account.ts';
import type { ResultContext } from './result-context.ts';
import type { ResultValue } from './result-sheet.ts';
import { onSheet, quoted } from './table-layout.ts';

const ROW: Translated<(row: number) => string> = {
  'zh-TW': (row) => `第 ${row} 列`,
  'zh-CN': (row) => `第 ${row} 行`,
  en: (row) => `row ${row}`,
};

/** Excel takes texts of at most 255 characters inside a formula. */
const FORMULA_TEXT_MAX = 255;

/** A link to the row when its sheet stands in the same workbook, else words that name row, sheet and file. */
export function linkSource(source: Source, { language, workbook }: ResultContext): ResultValue {
  const row = rowLabel(source, language);
  if (source.file !== workbook) return `${row} · ${source.file}`;
  const target = `#${onSheet(source.sheet, `A${source.row}`)}`;
  if (target.length > FORMULA_TEXT_MAX) return row;
  return { formula: `=HYPERLINK(${quoted(target)},${quoted(row)})`, value: row };
}

/** Begins with the row, so that no sheet or file name can ever make it look like a formula. */
function rowLabel({ sheet, row }: Source, language: Language): string {
  return `${ROW[language](row)} · ${sheet}`;
}
