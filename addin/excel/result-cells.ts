// Result values as Excel takes them: what goes into `numberFormat` and `values`, in blocks that fit a request.
import { cellText } from '../../core/worksheets/cell-limits.ts';
import type { ColumnFormat, Formula, ResultValue } from '../../core/worksheets/result-sheet.ts';
import { numberFormat } from '../../core/worksheets/table-layout.ts';

/** Formats and values of one block, of the same size as its range. */
export interface Cells {
  readonly formats: string[][];
  readonly values: (string | number)[][];
}

type Rows = readonly (readonly ResultValue[])[];

export function isFormula(value: ResultValue | undefined): value is Formula {
  return typeof value === 'object' && value !== null;
}

/**
 * Whether a formula names another result sheet. Such a one is written when every sheet bears its final name: one that names
 * a sheet about to be deleted would turn into `#REF!`. A link holds its target as a text, which Excel does not follow.
 */
export function namesSheet({ formula }: Formula): boolean {
  return formula.includes("'!") && !formula.startsWith('=HYPERLINK(');
}

/**
 * Number formats and values of some rows. Formulas come in as texts that begin with `=`, those that name another sheet as
 * the values they have now.
 */
export function cellsOf(rows: Rows, formats: readonly ColumnFormat[], decimals: number): Cells {
  const columns = formats.map((format) => numberFormat(format, decimals));
  return {
    formats: rows.map((row) => columns.map((format, index) => formatOfCell(row[index], format))),
    values: rows.map((row) => columns.map((_, index) => valueOfCell(row[index]))),
  };
}

const TEXT = numberFormat('text', 0);

/** A text stands in a text cell whatever its column; a formula never does, or Excel would show it and not its value. */
function formatOfCell(value: ResultValue | undefined, column: string): string {
  if (typeof value === 'string') return TEXT;
  return column === TEXT && value !== null && value !== undefined ? 'General' : column;
}

function valueOfCell(value: ResultValue | undefined): string | number {
  if (value === null || value === undefined) return '';
  if (!isFormula(value)) return plainValue(value);
  return namesSheet(value) ? plainValue(value.value) : value.formula;
}

/** One text too long would have Excel refuse the whole block. */
export function plainValue(value: string | number): string | number {
  return typeof value === 'string' ? cellText(value) : value;
}

/** Writes formats first: in a text cell `=1+1` and `00123` stay what they are. */
export function writeCells(range: Excel.Range, cells: Cells): void {
  range.numberFormat = cells.formats;
  range.values = cells.values;
}

/** Bytes of one request's cells: half of the 5 MB that Excel on the web takes, for what the client adds around them. */
const BYTES_PER_BLOCK = 2_500_000;
const BYTES_PER_CELL = 32;

/** Cuts rows into blocks that fit one request each. A block has at least one row. */
export function* rowBlocks(rows: Rows, budget = BYTES_PER_BLOCK): Generator<Rows> {
  let start = 0;
  let bytes = 0;
  for (const [index, row] of rows.entries()) {
    const more = row.reduce((total: number, value) => total + bytesOf(value), 0);
    if (bytes + more > budget && index > start) {
      yield rows.slice(start, index);
      start = index;
      bytes = 0;
    }
    bytes += more;
  }
  if (start < rows.length) yield rows.slice(start);
}

/** At most three bytes a character in UTF-8, and the number format beside it. */
function bytesOf(value: ResultValue): number {
  const text = isFormula(value) ? value.formula : value;
  return typeof text === 'string' ? text.length * 3 + BYTES_PER_CELL : BYTES_PER_CELL;
}
