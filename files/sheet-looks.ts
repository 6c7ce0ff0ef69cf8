// What a sheet of an xlsx looks like, as far as it changes what is read: hidden rows, and formats of number cells that
// may belong to an identifier, or say that a number is no amount.
import type { Sheet } from 'hucre/xlsx';
import { isPercentFormat, paddedText } from '../core/mapping/number-format.ts';
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
  if (cells) addTellingFormats(cells, formats);
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
function addTellingFormats(cells: NonNullable<Sheet['cells']>, formats: Formats): void {
  for (const [key, { value, style }] of cells) {
    if (typeof value !== 'number' || style?.numFmt === undefined || !isTelling(style.numFmt)) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    addFormat(formats, row, column, style.numFmt);
  }
}

/** What the digits alone do not say: zeros and marks of an identifier, and that an amount is none. Days come by themselves. */
const isTelling = (format: string) => paddedText(1, format) !== null || isPercentFormat(format);

/**
 * Whether cells of the workbook have a format that shows more digits than their numbers have, or percentages. Few
 * workbooks do, and only for them is it worth to read the style of each cell: that makes an object of each, and takes
 * twice as long. Percentages are looked for among the styles of cells: many programs describe one that no cell has.
 */
export async function hasTellingFormats(bytes: Uint8Array): Promise<boolean> {
  const styles = zipEntries(bytes)?.find(({ name }) => /^\/?xl\/styles\.xml$/i.test(name));
  if (!styles || styles.locked) return false;
  const xml = new TextDecoder().decode(await styles.read());
  const used = new Set(attributesOf(cellStyles(xml), 'xf', 'numFmtId'));
  if (BUILT_IN_PERCENTS.some((id) => used.has(id))) return true;
  const [ids, codes] = [attributesOf(xml, 'numFmt', 'numFmtId'), attributesOf(xml, 'numFmt', 'formatCode')];
  return codes.some((code, at) => isTelling(code) && used.has(ids[at] ?? ''));
}

/** `0%` and `0.00%`, which every Excel has without writing them (ECMA-376, 18.8.30). */
const BUILT_IN_PERCENTS = ['9', '10'];

const cellStyles = (xml: string) => /<(?:\w+:)?cellXfs\b[^]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';

/** One attribute of every element of a name; empty where it is not given. */
function attributesOf(xml: string, element: string, attribute: string): string[] {
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b([^>]*)`, 'g'))].map(([, attributes = '']) => {
    const [, double, single] = found.exec(attributes) ?? [];
    return textOfHtml(double ?? single ?? '');
  });
}
