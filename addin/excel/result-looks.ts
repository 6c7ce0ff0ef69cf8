// Looks of the result worksheets: calm, printable, and readable without colour.
import type { ResultLine, Tone } from '../../core/worksheets/result-sheet.ts';

export const TABLE_STYLE = 'TableStyleLight1';

interface ToneLooks {
  readonly fill: string;
  readonly font: string;
  readonly tab: string;
}

export const TONE_LOOKS: Readonly<Record<Tone, ToneLooks>> = {
  good: { fill: '#E3F1E7', font: '#14532D', tab: '#2E8B57' },
  calm: { fill: '#EFEFEF', font: '#424242', tab: '#0F6B5C' },
  warning: { fill: '#FFF4CE', font: '#6B4E00', tab: '#D9A300' },
  bad: { fill: '#FBE4E3', font: '#8E1B14', tab: '#C0392B' },
};

interface LineLooks {
  readonly bold: boolean;
  readonly size: number;
  readonly color: string;
  /** A rule under or over the line, as a bookkeeper draws it. */
  readonly rule?: 'EdgeTop' | 'EdgeBottom';
}

export const LINE_LOOKS: Readonly<Record<ResultLine['style'], LineLooks>> = {
  title: { bold: true, size: 16, color: '#0F6B5C' },
  heading: { bold: true, size: 12, color: '#242424' },
  note: { bold: false, size: 10, color: '#5C5C5C' },
  columns: { bold: true, size: 10, color: '#5C5C5C', rule: 'EdgeBottom' },
  values: { bold: false, size: 11, color: '#242424' },
  total: { bold: true, size: 11, color: '#242424', rule: 'EdgeTop' },
};

/** Excel's column width in points, from characters of the standard font: 7 px a character and 5 px of padding at 96 dpi. */
export function pointsOfWidth(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** A conditional format by formula: fast on any number of rows, and it follows the value when the user sorts. */
export function paintWhen(range: Excel.Range, formula: string, tone: Tone): void {
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = formula;
  custom.format.fill.color = TONE_LOOKS[tone].fill;
  custom.format.font.color = TONE_LOOKS[tone].font;
}
