// What a sheet of an xlsx looks like, as far as it changes what is read: hidden rows, and formats of number cells that
// may belong to an identifier.
import type { Sheet } from 'hucre/xlsx';
import { paddedText } from '../core/mapping/number-format.ts';
import type { NumberFormats, SheetTable } from '../core/sheet-table.ts';
import { textOfHtml } from './html-text.ts';
import { isInstant } from './raw-cells.ts';
import { zipEntries } from './zip-archive.ts';

type Looks = Pick<SheetTable, 'hiddenRows' | 'numberFormats'>;

/** The library hands a number with a format of days over as a day: which format it was does not matter. */
const DAY_FORMAT = 'yyyy-mm-dd';

export function looksOf({ rows, rowDefs, cells }: Sheet, hasDays: boolean): Looks {
  const hidden = [...(rowDefs ?? [])].flatMap(([row, { hidden: isHidden }]) => (isHidden ? [row] : []));
  const formats = new Map<number, (string | undefined)[]>();
  if (hasDays) addDayFormats(rows, formats);
  if (cells) addPaddedFormats(cells, formats);
  return {
    ...(hidden.length > 0 ? { hiddenRows: new Set(hidden) } : {}),
    ...(formats.size > 0 ? { numberFormats: formats satisfies NumberFormats } : {}),
  };
}

type Formats = Map<number, (string | undefined)[]>;

function addFormat(formats: Formats, row: number, column: number, format: string): void {
  const known = formats.get(column);
  if (known) known[row] = format;
  else formats.set(column, Object.assign([], { [row]: format }));
}

function addDayFormats(rows: Sheet['rows'], formats: Formats): void {
  rows.forEach((values, row) =>
    values?.forEach((value, column) => {
      if (isInstant(value)) addFormat(formats, row, column, DAY_FORMAT);
    }),
  );
}

/** Cells are keyed by row and column, from 0. */
function addPaddedFormats(cells: NonNullable<Sheet['cells']>, formats: Formats): void {
  for (const [key, { value, style }] of cells) {
    if (typeof value !== 'number' || style?.numFmt === undefined || !isPadded(style.numFmt)) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    addFormat(formats, row, column, style.numFmt);
  }
}

const isPadded = (format: string) => paddedText(1, format) !== null;

/**
 * Whether the workbook has a format that shows more digits than its numbers have. Few workbooks do, and only for them is
 * it worth to read the style of each cell: that makes an object of each, and takes twice as long.
 */
export async function hasPaddedFormats(bytes: Uint8Array): Promise<boolean> {
  const styles = zipEntries(bytes)?.find(({ name }) => /^\/?xl\/styles\.xml$/i.test(name));
  if (!styles || styles.locked) return false;
  const xml = new TextDecoder().decode(await styles.read());
  const codes = xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*\bformatCode=(?:"([^"]*)"|'([^']*)')/g);
  return [...codes].some(([, quoted, single]) => isPadded(textOfHtml(quoted ?? single ?? '')));
}
