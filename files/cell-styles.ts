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

const RULE = { style: 'thin', color: { rgb: '8A8A8A' } } as const;
const LINK_COLOR = { rgb: '0F6B5C' } as const;

const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '0F6B5C' } },
};

export const TABLE_HEADER: Readonly<Record<Side, CellStyle>> = {
  left: { ...HEADER, numFmt: '@', alignment: { horizontal: 'left', vertical: 'center' } },
  right: { ...HEADER, numFmt: '@', alignment: { horizontal: 'right', vertical: 'center' } },
};

export const TOTAL: CellStyle = { font: { ...FONT, bold: true }, alignment: { horizontal: 'right' } };

/** The styles a column's cells may have: a text, a formula, a number. */
export function tableCellStyle(column: Pick<ResultColumn, 'format' | 'wrap'>, decimals: number) {
  const alignment = {
    horizontal: styleOf(column.format),
    vertical: 'top',
    ...(column.wrap && { wrapText: true }),
  } as const;
  const numFmt = numberFormat(column.format, decimals);
  const number: CellStyle = { numFmt, alignment };
  const link: CellStyle = { font: { ...FONT, underline: true, color: LINK_COLOR }, alignment };
  return {
    text: { numFmt: '@', alignment } satisfies CellStyle,
    formula: column.format === 'link' ? link : { ...number, numFmt: numFmt === '@' ? 'General' : numFmt },
    number,
  };
}

interface LineCell {
  readonly format: ColumnFormat;
  readonly decimals: number;
  readonly value: ResultValue;
  readonly tone: Tone | undefined;
}

/** The style of one cell of a line. */
export function lineStyle(style: ResultLine['style'], { format, decimals, value, tone }: LineCell): CellStyle {
  const { bold, size, color, rule } = LINE_LOOKS[style];
  const looks = tone && TONE_LOOKS[tone];
  return {
    font: { ...FONT, bold, size, color: { rgb: looks?.font ?? color } },
    numFmt: typeof value === 'string' ? '@' : numberFormat(format, decimals),
    alignment: { horizontal: styleOf(format), vertical: 'center' },
    ...(rule && { border: { [rule]: RULE } }),
    ...(looks && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: looks.fill } } }),
  };
}
