// How number cells are shown in the columns of identifiers: an order number may have its zeros from its format alone.
// Asked only where such a column holds numbers, which an export as downloaded seldom does.
import { isDayFormat, paddedText } from '../../core/mapping/number-format.ts';
import type { Cell, NumberFormats } from '../../core/sheet-table.ts';
import type { Watch } from '../watch.ts';
import type { UsedArea } from './read-sheet.ts';

/** Formats asked for at once: at most 255 characters each, so that an answer stays far under 5 MB. */
const CELLS_PER_BLOCK = 10_000;

/** @param columns positions within a row. Formats come by position of column and row; plain digits have none. */
export async function readNumberFormats(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
  { rows, columns, watch }: { rows: readonly (readonly Cell[])[]; columns: readonly number[]; watch: Watch },
): Promise<NumberFormats> {
  const formats = new Map<number, (string | undefined)[]>();
  for (const column of columns) {
    const shown = (await readColumn(context, sheet, area, { column, watch, ...numbersIn(rows, column) })).map(telling);
    if (shown.some((format) => format !== undefined)) formats.set(column, shown);
  }
  return formats;
}

/** So many cells of a column say whether its numbers may be shown with more than their digits. */
const CELLS_PROBED = 200;

/**
 * On a sheet that nobody has mapped every column of whole numbers may hold identifiers. Which of them are shown as
 * something else than their digits, their first cells tell: the others need not be read.
 */
export async function findShownOtherwise(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
  { rows, watch }: { rows: readonly (readonly Cell[])[]; watch: Watch },
): Promise<number[]> {
  const columns = Array.from({ length: area.columnCount }, (_, column) => column).filter((column) =>
    holdsWholeNumbers(rows, column),
  );
  const found: number[] = [];
  for (const column of columns) {
    const { start } = numbersIn(rows, column);
    const end = Math.min(rows.length, start + CELLS_PROBED);
    const formats = await readColumn(context, sheet, area, { column, watch, start, end });
    if (formats.some((format) => format !== undefined && showsMore(format))) found.push(column);
  }
  return found;
}

const showsMore = (format: string) => isDayFormat(format) || paddedText(1, format) !== null;

/** An identifier has neither a fraction nor a minus. */
function holdsWholeNumbers(rows: readonly (readonly Cell[])[], column: number): boolean {
  const numbers = rows.map((row) => row[column]).filter((cell) => typeof cell === 'number');
  return numbers.length > 0 && numbers.every((number) => Number.isInteger(number) && number >= 0);
}

const telling = (format: string | undefined) => (format === 'General' ? undefined : format);

/** From the first to the last number; none where the column has no numbers. */
function numbersIn(rows: readonly (readonly Cell[])[], column: number): { start: number; end: number } {
  const isNumber = (row: readonly Cell[]) => typeof row[column] === 'number';
  return { start: rows.findIndex(isNumber), end: rows.findLastIndex(isNumber) + 1 };
}

interface Stretch {
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

async function readColumn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rowIndex, columnIndex }: UsedArea,
  { column, start, end, watch }: Stretch & { readonly watch: Watch },
): Promise<(string | undefined)[]> {
  const formats: (string | undefined)[] = [];
  for (let row = Math.max(0, start); row < end; row += CELLS_PER_BLOCK) {
    watch.signal.throwIfAborted();
    const count = Math.min(CELLS_PER_BLOCK, end - row);
    const block = await readBlock(context, sheet.getRangeByIndexes(rowIndex + row, columnIndex + column, count, 1));
    block.forEach(([format], at) => (formats[row + at] = format));
  }
  return formats;
}

/** With its own sync: without it Excel would answer all blocks together and meet the limit. */
async function readBlock(context: Excel.RequestContext, range: Excel.Range): Promise<string[][]> {
  range.load('numberFormat');
  await context.sync();
  const formats = range.numberFormat as string[][];
  range.untrack();
  return formats;
}
