// Cells to and from the clipboard, as lines of tab-separated texts.
import type { Area } from '../../host/model/area.ts';
import { intersect, lastColumn, lastRow } from '../../host/model/area.ts';
import type { Sheet } from '../../host/model/shape.ts';
import type { Spot } from './selected-cells.ts';

export function clipboardText(sheet: Sheet, selection: Area): string {
  const used = sheet.grid.usedArea(true);
  const area = used && intersect(selection, used);
  if (!area) return '';
  const lines: string[] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    const texts: string[] = [];
    for (let column = area.column; column <= lastColumn(area); column++) texts.push(quoteText(sheet.text(row, column)));
    lines.push(texts.join('\t'));
  }
  return lines.join('\n');
}

const quoteText = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Puts the texts into cells as if typed. @returns the cells written */
export function pasteText(sheet: Sheet, { row, column }: Spot, text: string): Area {
  const lines = readLines(text);
  const columns = Math.max(...lines.map((line) => line.length), 1);
  const area = { row, column, rows: Math.max(lines.length, 1), columns };
  sheet.write(area, lines);
  return area;
}

/** A quoted text may hold tabs and line breaks. */
export function readLines(text: string): string[][] {
  const lines: string[][] = [[]];
  const cells = text
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
    .matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g);
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') lines.push([]);
    if (end === '') break;
  }
  return lines;
}
