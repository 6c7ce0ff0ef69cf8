// How cells look. A workbook keeps each distinct look once; cells carry its number (0 is Excel's default look).

export type BorderSide = 'top' | 'bottom' | 'left' | 'right' | 'diagonalDown' | 'diagonalUp';

export interface BorderLine {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

export interface CellStyle {
  readonly numberFormat: string;
  /** `#RRGGBB`, or empty for no fill. */
  readonly fillColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
  readonly locked: boolean;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderLine>>>;
}

export const DEFAULT_STYLE: CellStyle = {
  numberFormat: 'General',
  fillColor: '',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  locked: true,
  borders: {},
};

export class StyleBook {
  readonly #styles: CellStyle[] = [DEFAULT_STYLE];
  readonly #numbers = new Map<string, number>([[JSON.stringify(DEFAULT_STYLE), 0]]);

  get(number: number): CellStyle {
    return this.#styles[number] ?? DEFAULT_STYLE;
  }

  numberOf(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#styles.length);
    return this.#styles.push(style) - 1;
  }

  /** Returns a quick "old number to new number" for one change, so that a million cells cost one look-up each. */
  changer(change: (style: CellStyle) => CellStyle): (number: number) => number {
    const known = new Map<number, number>();
    return (number) => {
      const seen = known.get(number);
      if (seen !== undefined) return seen;
      const changed = this.numberOf(change(this.get(number)));
      known.set(number, changed);
      return changed;
    };
  }

  all(): readonly CellStyle[] {
    return this.#styles;
  }
}
