// Colours that follow the values: conditional formats for statuses and for checks that must be zero.
import type { CellStyle, ConditionalRule } from 'hucre/xlsx';
import { columnLetters } from '../core/sheet-table.ts';
import { TONE_LOOKS } from '../core/worksheets/result-looks.ts';
import type { ResultSheet, ResultTable, Tone } from '../core/worksheets/result-sheet.ts';
import { bodyRows, quoted } from '../core/worksheets/table-layout.ts';

type Rule = Omit<ConditionalRule, 'priority'>;

/** Cells of the lines that must be zero: good when they are, bad when not. */
export function lineRules({ lines }: Pick<ResultSheet, 'lines'>): Rule[] {
  return lines.flatMap(({ zeros = [] }, row) =>
    zeros.flatMap((column) => {
      const cell = `${columnLetters(column + 1)}${row + 1}`;
      return [paint(cell, `${cell}=0`, 'good'), paint(cell, `${cell}<>0`, 'bad')];
    }),
  );
}

/** Statuses by their text, one rule a tone; and columns of checks. */
export function tableRules(table: ResultTable): Rule[] {
  const { tones, columns, rows } = table;
  const checks = columns.flatMap(({ zero }, at) =>
    zero ? [paint(body(table, at), `${first(table, at)}<>0`, 'bad')] : [],
  );
  if (!tones || rows.length === 0) return checks;
  const { column, byText } = tones;
  const byTone = [...new Set(Object.values(byText))].map((tone) => {
    const tests = Object.keys(byText)
      .filter((text) => byText[text] === tone)
      .map((text) => `${first(table, column)}=${quoted(text)}`);
    return paint(body(table, column), `OR(${tests.join(',')})`, tone);
  });
  return [...byTone, ...checks];
}

function body(table: ResultTable, column: number): string {
  const letters = columnLetters(column + 1);
  return `${letters}${table.headerRow + 1}:${letters}${table.headerRow + bodyRows(table)}`;
}

/** Rules count from the first cell of their range: the row is relative. */
function first(table: ResultTable, column: number): string {
  return `$${columnLetters(column + 1)}${table.headerRow + 1}`;
}

function paint(range: string, formula: string, tone: Tone): Rule {
  return { type: 'expression', range, formula, style: paintOf(tone) };
}

/** In conditional formats a solid fill is its background colour, unlike in cells. */
function paintOf(tone: Tone): CellStyle {
  const { fill, font } = TONE_LOOKS[tone];
  return {
    font: { color: { rgb: font } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill }, bgColor: { rgb: fill } },
  };
}
