// What the sheets of an old xls look like, as far as it changes what is read: hidden rows, and formats of number cells that
// may belong to an identifier, or say that a number is no amount. The library reads cells only, so these records are looked at here.
import { paddedText, shownAs } from '../core/mapping/number-format.ts';
import type { SheetTable } from '../core/sheet-table.ts';
import { recordsFrom, sheetStarts, viewOf, type XlsRecord } from './xls-records.ts';

type Looks = Pick<SheetTable, 'hiddenRows' | 'numberFormats'>;

/** [MS-XLS] 2.4.221, 2.4.126, 2.4.353; cells with numbers: 2.4.180, 2.4.220, 2.4.175, 2.4.127. */
const ROW = 0x208;
const FORMAT = 0x41e;
const STYLE = 0xe0;
const NUMBER = 0x203;
const SHORT_NUMBER = 0x27e;
const SHORT_NUMBERS = 0xbd;
const FORMULA = 0x06;

/** Set where the height of a row is zero: hidden, or filtered out. */
const IS_HIDDEN = 0x20;

/** @param workbook the container's stream Workbook. @returns one for each sheet, in the workbook's order */
export function xlsLooks(workbook: Uint8Array): Looks[] {
  const view = viewOf(workbook);
  const formats = styleFormats(view);
  return sheetStarts(view).map((start) => looksOfSheet(view, start, formats));
}

function looksOfSheet(view: DataView, start: number, styles: readonly (string | undefined)[]): Looks {
  const hiddenRows = new Set<number>();
  const numberFormats = new Map<number, (string | undefined)[]>();
  for (const record of recordsFrom(view, start)) {
    if (record.kind === ROW && isHidden(view, record)) hiddenRows.add(view.getUint16(record.at, true));
    for (const { row, column, style } of numbersIn(view, record)) {
      const format = styles[style];
      if (format === undefined) continue;
      const known = numberFormats.get(column) ?? [];
      numberFormats.set(column, known);
      known[row] = format;
    }
  }
  return { ...(hiddenRows.size > 0 ? { hiddenRows } : {}), ...(numberFormats.size > 0 ? { numberFormats } : {}) };
}

const isHidden = (view: DataView, { at }: XlsRecord) => (view.getUint8(at + 12) & IS_HIDDEN) !== 0;

/** The cells of a record that may hold numbers, each with the number of its style. */
function numbersIn(view: DataView, { kind, at, length }: XlsRecord): { row: number; column: number; style: number }[] {
  if (![NUMBER, SHORT_NUMBER, SHORT_NUMBERS, FORMULA].includes(kind)) return [];
  const [row, first] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
  // Several short numbers: of six bytes each, the style first, and the last column behind them.
  const count = kind === SHORT_NUMBERS ? (length - 6) / 6 : 1;
  return Array.from({ length: count }, (_, index) => {
    return { row, column: first + index, style: view.getUint16(at + 4 + index * 6, true) };
  });
}

/** By style: its format code where that says more than the digits. */
function styleFormats(view: DataView): (string | undefined)[] {
  const codes = new Map<number, string>([
    ...BUILT_IN_DAYS.map((id) => [id, DAY_FORMAT] as const),
    ...BUILT_IN_PERCENTS,
  ]);
  const styles: (string | undefined)[] = [];
  for (const { kind, at } of recordsFrom(view, 0)) {
    if (kind === FORMAT) codes.set(view.getUint16(at, true), textAt(view, at + 2));
    if (kind === STYLE) styles.push(codes.get(view.getUint16(at + 2, true)));
  }
  return styles.map((code) => (code !== undefined && isTelling(code) ? code : undefined));
}

/** Formats that every Excel has without writing them ([MS-XLS] 2.4.126): 14 to 22 and 45 to 47 are days and times. */
const BUILT_IN_DAYS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];
const DAY_FORMAT = 'yyyy-mm-dd';
const BUILT_IN_PERCENTS: readonly (readonly [number, string])[] = [
  [9, '0%'],
  [10, '0.00%'],
];

const isTelling = (code: string) => shownAs(code) !== 'number' || paddedText(1, code) !== null;

/** A text with its length in characters before it; the lowest bit of its marks says whether these have two bytes each. */
function textAt(view: DataView, at: number): string {
  const length = view.getUint16(at, true);
  const isWide = (view.getUint8(at + 2) & 1) !== 0;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 3, isWide ? length * 2 : length);
  return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes);
}
