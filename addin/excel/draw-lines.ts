// Draws what stands above the tables of a result sheet: title, sentences, labelled figures.
import { columnLetters } from '../../core/sheet-table.ts';
import type { ColumnFormat, ResultLine, ResultSheet } from '../../core/worksheets/result-sheet.ts';
import { cellsOf, isFormula, writeCells } from './result-cells.ts';
import { LINE_LOOKS, paintWhen, TONE_LOOKS } from './result-looks.ts';

/** Draws the lines; formulas come in as the values they have now. */
export function drawLines(sheet: Excel.Worksheet, { lines, decimals }: ResultSheet): void {
  lines.forEach((line, index) => {
    if (line.cells.length > 0) drawLine(sheet, line, index, decimals);
  });
}

function drawLine(sheet: Excel.Worksheet, line: ResultLine, row: number, decimals: number): void {
  const range = sheet.getRangeByIndexes(row, 0, 1, line.cells.length);
  const formats = line.cells.map((_, index): ColumnFormat => line.formats?.[index] ?? 'text');
  const shown = line.cells.map((cell) => (isFormula(cell) ? cell.value : cell));
  const { values } = cellsOf([shown], formats, decimals);
  const { formats: numberFormats } = cellsOf([line.cells], formats, decimals);
  writeCells(range, { formats: numberFormats, values });
  drawLineLooks(sheet, range, line, row);
}

function drawLineLooks(sheet: Excel.Worksheet, range: Excel.Range, line: ResultLine, row: number): void {
  const looks = LINE_LOOKS[line.style];
  range.format.font.bold = looks.bold;
  range.format.font.size = looks.size;
  range.format.font.color = looks.color;
  if (looks.rule) {
    const border = range.format.borders.getItem(looks.rule);
    border.style = 'Continuous';
    border.color = looks.color;
  }
  line.formats?.forEach((format, index) => {
    if (format !== 'text' && format !== 'link')
      sheet.getRangeByIndexes(row, index, 1, 1).format.horizontalAlignment = 'Right';
  });
  if (line.tone) {
    const first = sheet.getRangeByIndexes(row, 0, 1, 1);
    first.format.fill.color = TONE_LOOKS[line.tone].fill;
    first.format.font.color = TONE_LOOKS[line.tone].font;
  }
  for (const index of line.zeros ?? []) {
    const cell = sheet.getRangeByIndexes(row, index, 1, 1);
    const address = `$${columnLetters(index + 1)}$${row + 1}`;
    paintWhen(cell, `=${address}=0`, 'good');
    paintWhen(cell, `=${address}<>0`, 'bad');
  }
}

/**
 * Writes the live formulas of the lines. They may name other result sheets, so this comes when every sheet bears its
 * final name.
 * @param rename gives a formula the names under which the sheets finally stand
 */
export function drawLineFormulas(
  sheet: Excel.Worksheet,
  { lines }: ResultSheet,
  rename: (formula: string) => string,
): void {
  lines.forEach((line, row) =>
    line.cells.forEach((cell, column) => {
      if (isFormula(cell)) sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[rename(cell.formula)]];
    }),
  );
}
