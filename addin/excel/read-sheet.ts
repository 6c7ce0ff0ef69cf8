// Reads a worksheet as it stands, in blocks: Excel on the web refuses answers above 5 MB. Nothing is ever written here.
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import type { Watch } from '../watch.ts';
import { findHiddenRows } from './find-hidden-rows.ts';
import { findNoAmounts, findShownOtherwise, readNumberFormats } from './read-number-formats.ts';
import { isTooLarge } from './too-large.ts';

/** Cells asked for at once: about 1 MB of a usual export, so that even long item names stay far under 5 MB. */
const CELLS_PER_BLOCK = 50_000;
const ROWS_PER_BLOCK_MAX = 5_000;

export interface SheetReading {
  readonly table: SheetTable;
  /** Whether rows are hidden, by hand or by a filter. They are part of the export and are read, unless left out. */
  readonly hasHiddenRows: boolean;
}

export interface ReadWishes {
  /** Hidden rows come as empty ones, so that the others keep their numbers. Default: they are read. */
  readonly withoutHidden?: boolean | undefined;
  /** Positions of the columns that hold identifiers: how their numbers are shown is read too. Default: none. */
  readonly idColumns?: readonly number[];
  /** Positions of the columns that hold amounts: whether they show percentages or days is read too. Default: none. */
  readonly amountColumns?: readonly number[];
  /** A person maps the sheet: any other column may become one of identifiers. Default: false. */
  readonly beingMapped?: boolean;
}

/** Position and size of a sheet's used cells; indexes count from 0. */
export interface UsedArea {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Rows to ask for at once, from the number of columns. */
export function rowsPerBlock(columns: number): number {
  return Math.max(1, Math.min(ROWS_PER_BLOCK_MAX, Math.floor(CELLS_PER_BLOCK / Math.max(1, columns))));
}

/**
 * Reads every used row of a worksheet: values, and number formats where they say what the values do not.
 * @throws AbortError when the watch's signal is aborted; Excel's own error otherwise (a vanished sheet, for example).
 */
export async function readSheet(
  sheetId: string,
  watch: Watch,
  { withoutHidden = false, idColumns = [], amountColumns = [], beingMapped = false }: ReadWishes = {},
): Promise<SheetReading> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const used = sheet.getUsedRangeOrNullObject(true);
    context.workbook.load('name');
    sheet.load('name');
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
    await context.sync();
    const table = { file: context.workbook.name, sheet: sheet.name, firstRow: 1, firstColumn: 1 };
    if (used.isNullObject) return { table: { ...table, rows: [] }, hasHiddenRows: false };
    const area = used.toJSON() as UsedArea;
    const hasHiddenRows = (used.rowHidden as boolean | null) !== false; // null: some are hidden, others are not
    const rows = await readRows(context, sheet, area, (done) => {
      watch.signal.throwIfAborted();
      watch.report({ step: 'reading', done, total: area.rowCount, sheet: table.sheet });
    });
    const others = beingMapped
      ? await findShownOtherwise(context, sheet, area, { rows, watch })
      : await findNoAmounts(context, sheet, area, { rows, columns: amountColumns, watch });
    const columns = [...new Set([...idColumns, ...others])];
    const numberFormats = await readNumberFormats(context, sheet, area, { rows, columns, watch });
    const hidden = withoutHidden && hasHiddenRows ? await findHiddenRows(context, sheet, area) : null;
    const seen = hidden ? rows.map((row, index) => (hidden.has(index) ? [] : row)) : rows;
    return {
      table: {
        ...{ ...table, firstRow: area.rowIndex + 1, firstColumn: area.columnIndex + 1, rows: seen },
        ...(numberFormats.size > 0 ? { numberFormats } : {}),
      },
      hasHiddenRows,
    };
  });
}

async function readRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
  onRows: (done: number) => void,
): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  let size = rowsPerBlock(area.columnCount);
  onRows(0);
  while (rows.length < area.rowCount) {
    const count = Math.min(size, area.rowCount - rows.length);
    const block = await readBlock(context, sheet, { ...area, rowIndex: area.rowIndex + rows.length, rowCount: count });
    if (block === 'too large') size = Math.floor(count / 2);
    else for (const row of block) rows.push(row);
    onRows(rows.length);
  }
  return rows;
}

/** One block, with its own sync: without it Excel would answer all blocks together and meet the limit again. */
async function readBlock(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: UsedArea,
): Promise<Cell[][] | 'too large'> {
  const range = sheet.getRangeByIndexes(area.rowIndex, area.columnIndex, area.rowCount, area.columnCount);
  range.load('values');
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) && area.rowCount > 1) return 'too large';
    throw error;
  }
  const values = range.values as Cell[][];
  range.untrack();
  return values.map((row) => row.map(cellOf));
}

/** Excel gives an empty cell as an empty text. */
export function cellOf(value: Cell): Cell {
  return value === '' ? null : value;
}
