// A delimited text as rows of text cells. Values stay as printed (`007`, `2.50%`): reading them is the mapping's affair.
import { parseCsv } from 'hucre/csv';
import type { Cell } from '../core/sheet-table.ts';

const DELIMITERS = [',', '\t', ';'] as const;
const LINES_LOOKED_AT = 30;

/** The rows of the text, blank lines included so that row numbers hold; null when the text breaks off inside quotes. */
export function readCsv(text: string): Cell[][] | null {
  const rows = parseCsv(text, { delimiter: delimiterOf(text), typeInference: false }).map((row) => row.map(cellOf));
  return breaksOff(text, rows) ? null : rows;
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The delimiter that occurs most in the first lines; a comma when none does. */
function delimiterOf(text: string): string {
  const head = text.split(/\r\n|\r|\n/, LINES_LOOKED_AT).join('\n');
  let best = { delimiter: ',', count: 0 };
  for (const delimiter of DELIMITERS) {
    const count = head.split(delimiter).length - 1;
    if (count > best.count) best = { delimiter, count };
  }
  return best.delimiter;
}

/** An opening quote without its end swallows every row after it: such a file was cut off, and money would be lost. */
function breaksOff(text: string, rows: readonly Cell[][]): boolean {
  const last = rows.at(-1)?.at(-1);
  return typeof last === 'string' && /[\r\n]/.test(last) && !text.trimEnd().endsWith('"');
}
