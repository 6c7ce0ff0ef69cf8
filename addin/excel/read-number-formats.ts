// How number cells are shown: an order number may have its zeros from its format alone, and what is shown as a percentage
// or a day is no amount. Asked only where it may matter, because formats cost as much to read as the values.
import { paddedText, shownAs } from '../../core/mapping/number-format.ts';
import type { Cell, NumberFormats } from '../../core/sheet-table.ts';
import type { Watch } from '../watch.ts';
import type { UsedArea } from './read-sheet.ts';
import { isTooLarge } from './too-large.ts';

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
  const probes = Array.from({ length: area.columnCount }, (_, column) => ({ column, ...numbersIn(rows, column) }))
    .filter(({ start }) => start >= 0)
    .map(({ column, start, end }) => ({ column, start, end: Math.min(end, start + CELLS_PROBED) }));
  return columnsShowing(context, sheet, area, probes, watch, (format, column) => {
    return isNoAmount(format) || (paddedText(1, format) !== null && holdsWholeNumbers(rows, column));
  });
}

const isNoAmount = (format: string) => shownAs(format) !== 'number';

/** Formats asked for in one answer, in blocks; as a rule they are short. */
const BLOCKS_AT_ONCE = 4;

/**
 * Which columns of amounts hold percentages or days. Asked are the first cells, and of the others those whose value could
 * be either: once a column has one, it is read to its end.
 */
export async function findNoAmounts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
  { rows, columns, watch }: { rows: readonly (readonly Cell[])[]; columns: readonly number[]; watch: Watch },
): Promise<number[]> {
  const blocks = columns.flatMap((column) => stretchesWorthAsking(rows, column).flatMap(inBlocks));
  return columnsShowing(context, sheet, area, blocks, watch, isNoAmount);
}

/** The columns one of whose blocks has such a format. */
async function columnsShowing(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
  blocks: readonly Stretch[],
  watch: Watch,
  isWanted: (format: string, column: number) => boolean,
): Promise<number[]> {
  const found = new Set<number>();
  for (const batch of batchesOf(blocks)) {
    watch.signal.throwIfAborted();
    const shown = await readBlocks(context, sheet, area, batch);
    for (const [at, { column }] of batch.entries()) {
      const formats = new Set(shown[at]?.map(([format = '']) => format));
      if ([...formats].some((format) => isWanted(format, column))) found.add(column);
    }
  }
  return [...found];
}

/** Rows between two cells to ask for that cost less than a further question. */
const ROWS_BETWEEN = 500;
/** Serial numbers of 1954 to 2119: the days that may stand in a report. */
const [FIRST_DAY, LAST_DAY] = [20_000, 80_000];

function stretchesWorthAsking(rows: readonly (readonly Cell[])[], column: number): Stretch[] {
  const stretches: { column: number; start: number; end: number }[] = [];
  let known = 0;
  rows.forEach((row, at) => {
    const cell = row[column];
    if (typeof cell !== 'number' || cell === 0 || (known >= CELLS_ALWAYS && !mayBeNoAmount(cell))) return;
    known++;
    const last = stretches.at(-1);
    if (last && at - last.end <= ROWS_BETWEEN) last.end = at + 1;
    else stretches.push({ column, start: at, end: at + 1 });
  });
  return stretches;
}

/** So many cells of a column are asked for whatever their value. */
const CELLS_ALWAYS = 50;

const mayBeNoAmount = (value: number) => Math.abs(value) <= 1 || (value >= FIRST_DAY && value <= LAST_DAY);

const sizeOf = ({ start, end }: Stretch) => end - start;

function inBlocks({ column, start, end }: Stretch): Stretch[] {
  const blocks: Stretch[] = [];
  for (let at = start; at < end; at += CELLS_PER_BLOCK)
    blocks.push({ column, start: at, end: Math.min(end, at + CELLS_PER_BLOCK) });
  return blocks;
}

/** As many blocks together as are read at once. */
function batchesOf(blocks: readonly Stretch[]): Stretch[][] {
  const batches: Stretch[][] = [];
  let room = 0;
  for (const block of blocks) {
    room -= sizeOf(block);
    if (room < 0) {
      batches.push([]);
      room = BLOCKS_AT_ONCE * CELLS_PER_BLOCK - sizeOf(block);
    }
    batches.at(-1)?.push(block);
  }
  return batches;
}

/** The formats of each block. Where they are long and the answer too large, block by block. */
async function readBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rowIndex, columnIndex }: UsedArea,
  blocks: readonly Stretch[],
): Promise<string[][][]> {
  const ranges = () =>
    blocks.map((block) =>
      sheet.getRangeByIndexes(rowIndex + block.start, columnIndex + block.column, sizeOf(block), 1),
    );
  try {
    return await readRanges(context, ranges());
  } catch (error) {
    if (!isTooLarge(error)) throw error;
  }
  const formats: string[][][] = [];
  for (const range of ranges()) formats.push(...(await readRanges(context, [range])));
  return formats;
}

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
    const range = sheet.getRangeByIndexes(rowIndex + row, columnIndex + column, count, 1);
    const [block = []] = await readRanges(context, [range]);
    block.forEach(([format], at) => (formats[row + at] = format));
  }
  return formats;
}

/** With its own sync: without it Excel would answer all blocks together and meet the limit. */
async function readRanges(context: Excel.RequestContext, ranges: readonly Excel.Range[]): Promise<string[][][]> {
  for (const range of ranges) range.load('numberFormat');
  await context.sync();
  return ranges.map((range) => {
    const formats = range.numberFormat as string[][];
    range.untrack();
    return formats;
  });
}
