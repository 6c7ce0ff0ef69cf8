// Cell styles of the result worksheets in the library's words. Made once per column, never per cell.
import type { CellStyle } from 'hucre/xlsx';
import { LINE_LOOKS, TONE_LOOKS } from '../core/worksheets/result-looks.ts';
import type { ColumnFormat, ResultColumn, ResultLine, ResultValue, Tone } from '../core/worksheets/result-sheet.ts';
import { numberFormat } from '../core/worksheets/table-layout.ts';

/** Figures stand on the right, words on the left. */
export type Side = 'left' | 'right';

export function styleOf(format: ColumnFormat): Side {
  return format === 'text' || format === 'link' ? 'left' : 'right';
}

/** Every font names itself in full: a style that leaves size or name out gets Excel's oldest default for it. */
export const FONT = { name: 'Microsoft JhengHei', size: 11 } as const;

/** A word right of a figure keeps a little distance from it. */
function beside(side: Side) {
  return side === 'left' ? ({ horizontal: side, indent: 1 } as const) : ({ horizontal: side } as const);
}

const RULE = { style: 'thin', color: { rgb: '8A8A8A' } } as const;
const LINK_COLOR = { rgb: '0F6B5C' } as const;

const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '0F6B5C' } },
};

export const TABLE_HEADER: Readonly<Record<Side, CellStyle>> = {
  left: { ...HEADER, numFmt: '@', alignment: { ...beside('left'), vertical: 'center' } },
  // Excel lays the filter button over the right end of the header: two steps of indent keep the words visible.
  right: { ...HEADER, numFmt: '@', alignment: { ...beside('right'), indent: 2, vertical: 'center' } },
};

/** The live total above a column. */
export function totalStyle({ format, total }: ResultColumn, decimals: number): CellStyle {
  const numFmt = numberFormat(total === 'count' ? 'count' : format, decimals);
  return { font: { ...FONT, bold: true }, alignment: { horizontal: 'right' }, numFmt };
}

export interface TableCellStyles {
  readonly text: CellStyle;
  readonly formula: CellStyle;
  readonly number: CellStyle;
}

/** The styles a column's cells may have: a text, a formula, a number. */
export function tableCellStyle(column: Pick<ResultColumn, 'format' | 'wrap'>, decimals: number): TableCellStyles {
  const alignment = {
    ...beside(styleOf(column.format)),
    vertical: 'top',
    ...(column.wrap && { wrapText: true }),
  } as const;
  const numFmt = numberFormat(column.format, decimals);
  const number: CellStyle = { numFmt, alignment };
  const link: CellStyle = { font: { ...FONT, underline: true, color: LINK_COLOR }, alignment };
  return {
    text: { numFmt: '@', alignment },
    formula: column.format === 'link' ? link : { ...number, numFmt: numFmt === '@' ? 'General' : numFmt },
    number,
  };
}

interface LineCell {
  /** 0-based. */
  readonly column: number;
  readonly format: ColumnFormat;
  readonly decimals: number;
  readonly value: ResultValue;
  readonly tone: Tone | undefined;
}

/** The style of one cell of a line. */
export function lineStyle(style: ResultLine['style'], { column, format, decimals, value, tone }: LineCell): CellStyle {
  const { bold, size, color, rule } = LINE_LOOKS[style];
  const looks = tone && TONE_LOOKS[tone];
  return {
    font: { ...FONT, bold, size, color: { rgb: looks?.font ?? color } },
    numFmt: typeof value === 'string' ? '@' : numberFormat(format, decimals),
    alignment: { ...(column === 0 ? { horizontal: 'left' } : beside(styleOf(format))), vertical: 'center' },
    ...(rule && { border: { [rule]: RULE } }),
    ...(looks && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: looks.fill } } }),
  };
}
