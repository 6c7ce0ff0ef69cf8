// The rows of a table as a worksheet's XML. The library draws everything else, but it looks up the style of each cell anew,
// and a run of 20,000 orders has 740,000 cells: written here they take a quarter of its time.
import type { ResultTable, ResultValue } from '../core/worksheets/result-sheet.ts';
import { cellText, ROW_HEIGHT_MAX } from '../core/worksheets/cell-limits.ts';
import { linesOf } from '../core/worksheets/text-width.ts';
import { escapeText, escapeXml, type SharedTexts, textElement } from './shared-texts.ts';

/** Of one column: its place, and the workbook's numbers of the styles that its cells may have. */
export interface BodyColumn {
  readonly letters: string;
  /** Of numbers and blank cells: what suits the column. */
  readonly own: number;
  readonly text: number;
  readonly formula: number;
}

/** In pieces of some hundred rows, so that memory holds their characters once and not twice. */
export function bodyXml(table: ResultTable, columns: readonly BodyColumn[], texts: SharedTexts): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let first = 0; first < table.rows.length; first += ROWS_A_PIECE) {
    pieces.push(Buffer.from(rowsXml(table, first, columns, texts)));
  }
  return pieces;
}

const ROWS_A_PIECE = 500;

function rowsXml(table: ResultTable, first: number, columns: readonly BodyColumn[], texts: SharedTexts): string {
  const wrapped = table.columns.flatMap(({ wrap, width }, at) => (wrap ? [{ at, width }] : []));
  let xml = '';
  table.rows.slice(first, first + ROWS_A_PIECE).forEach((values, index) => {
    const row = table.headerRow + 1 + first + index;
    const lines = Math.max(1, ...wrapped.map(({ at, width }) => textLines(values[at], width)));
    const height = Math.min(lines * TEXT_HEIGHT, ROW_HEIGHT_MAX);
    xml += lines > 1 ? `<row r="${row}" ht="${height}" customHeight="1">` : `<row r="${row}">`;
    columns.forEach((column, at) => (xml += cellXml(column, row, values[at] ?? null, texts)));
    xml += '</row>';
  });
  return xml;
}

/** In points. Rows with wrapped sentences get their height here: not every reader finds it by itself. */
const TEXT_HEIGHT = 16;

const textLines = (value: ResultValue | undefined, width: number) =>
  typeof value === 'string' ? linesOf(value, width) : 1;

function cellXml(
  { letters, own, text, formula }: BodyColumn,
  row: number,
  value: ResultValue,
  texts: SharedTexts,
): string {
  if (value === null) return `<c r="${letters}${row}" s="${own}"/>`;
  if (typeof value === 'number') return `<c r="${letters}${row}" s="${own}"><v>${value}</v></c>`;
  if (typeof value === 'string') {
    if (value.startsWith('#') && LOOKS_LIKE_ERROR.test(value))
      return `<c r="${letters}${row}" t="inlineStr" s="${text}"><is><r>${textElement(value)}</r></is></c>`;
    return `<c r="${letters}${row}" t="s" s="${text}"><v>${texts.indexOf(cellText(value))}</v></c>`;
  }
  const kind = typeof value.value === 'string' ? ' t="str"' : '';
  const result = typeof value.value === 'string' ? escapeText(cellText(value.value)) : value.value;
  return `<c r="${letters}${row}" s="${formula}"${kind}><f>${escapeXml(value.formula.slice(1))}</f><v>${result}</v></c>`;
}

/** Texts that readers take for error cells. As rich text they stay what they are. */
export const LOOKS_LIKE_ERROR = /^#[A-Z/0_]+[!?]?$/;
