// A delimited text as rows of text cells. Values stay as printed (`007`, `2.50%`): reading them is the mapping's affair.
import { parseCsv } from 'hucre/csv';
import type { Cell } from '../core/sheet-table.ts';

const SEPARATORS = [',', '\t', ';'] as const;
const LINES_LOOKED_AT = 30;

/** The rows of the text; null when it breaks off inside quotes. */
export function readCsv(text: string, separator: string = usualSeparator(text)): Cell[][] | null {
  const rows = rowsOfText(text, separator);
  return breaksOff(text, rows) ? null : rows;
}

/** Blank lines included, so that row numbers hold. */
export function rowsOfText(text: string, separator: string): Cell[][] {
  return parseCsv(text, { delimiter: separator, typeInference: false }).map((row) => row.map(cellOf));
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The separator that occurs most in the first lines; a comma when none does. */
function usualSeparator(text: string): string {
  const head = text.split(/\r\n|\r|\n/, LINES_LOOKED_AT).join('\n');
  let best = { separator: ',', count: 0 };
  for (const separator of SEPARATORS) {
    const count = head.split(separator).length - 1;
    if (count > best.count) best = { separator, count };
  }
  return best.separator;
}

/** An opening quote without its end swallows every row after it: such a file was cut off, and money would be lost. */
function breaksOff(text: string, rows: readonly Cell[][]): boolean {
  const last = rows.at(-1)?.at(-1);
  return typeof last === 'string' && /[\r\n]/.test(last) && !text.trimEnd().endsWith('"');
}
