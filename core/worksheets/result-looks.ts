// Looks of the result worksheets: calm, printable, and readable without colour. Both writers draw by these.
import type { ResultLine, Tone } from './result-sheet.ts';

/** Plain lines between rows and no bands: colours are left to the statuses. */
export const TABLE_STYLE = 'TableStyleLight1';

/** Colours as six hex digits. */
export interface ToneLooks {
  readonly fill: string;
  readonly font: string;
  readonly tab: string;
}

export const TONE_LOOKS: Readonly<Record<Tone, ToneLooks>> = {
  good: { fill: 'E3F1E7', font: '14532D', tab: '2E8B57' },
  calm: { fill: 'EFEFEF', font: '424242', tab: '0F6B5C' },
  warning: { fill: 'FFF4CE', font: '6B4E00', tab: 'D9A300' },
  bad: { fill: 'FBE4E3', font: '8E1B14', tab: 'C0392B' },
};

export interface LineLooks {
  readonly bold: boolean;
  readonly size: number;
  readonly color: string;
  /** A rule above or below the line, as a bookkeeper draws it. */
  readonly rule?: 'top' | 'bottom';
}

export const LINE_LOOKS: Readonly<Record<ResultLine['style'], LineLooks>> = {
  title: { bold: true, size: 16, color: '0F6B5C' },
  heading: { bold: true, size: 12, color: '242424' },
  note: { bold: false, size: 10, color: '5C5C5C' },
  columns: { bold: true, size: 10, color: '5C5C5C', rule: 'bottom' },
  values: { bold: false, size: 11, color: '242424' },
  total: { bold: true, size: 11, color: '242424', rule: 'top' },
};
