// A cell's style as CSS, worked out once per style: most cells of a sheet share a few.
import type { CSSProperties } from 'react';
import type { BorderLine, BorderSide, CellStyle } from '../../host/model/cell-style.ts';
import { DEFAULT_STYLE } from '../../host/model/cell-style.ts';
import type { CellValue } from '../../host/model/cell-grid.ts';

const ALIGN: Readonly<Record<string, CSSProperties['textAlign']>> = {
  Left: 'left',
  Right: 'right',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Justify: 'justify',
};
const VERTICAL: Readonly<Record<string, string>> = { Top: 'start', Center: 'center', Bottom: 'end' };
const THICKNESS: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };
const SIDES = { top: 'borderTop', bottom: 'borderBottom', left: 'borderLeft', right: 'borderRight' } as const;

const known = new WeakMap<CellStyle, CSSProperties>();

export function cellLook(style: CellStyle): CSSProperties {
  const seen = known.get(style);
  if (seen) return seen;
  const look = { ...fontLook(style), ...alignLook(style), ...borderLook(style) };
  if (style.fillColor) look.backgroundColor = style.fillColor;
  known.set(style, look);
  return look;
}

function fontLook(style: CellStyle): CSSProperties {
  const look: CSSProperties = {};
  if (style.bold) look.fontWeight = 700;
  if (style.italic) look.fontStyle = 'italic';
  if (style.fontSize !== DEFAULT_STYLE.fontSize) look.fontSize = `${style.fontSize * 1.18}px`;
  if (style.fontColor !== DEFAULT_STYLE.fontColor) look.color = style.fontColor;
  const lines = [style.underline === 'None' ? '' : 'underline', style.strikethrough ? 'line-through' : ''];
  const line = lines.filter(Boolean).join(' ');
  if (line) look.textDecoration = line;
  return look;
}

function alignLook(style: CellStyle): CSSProperties {
  const look: CSSProperties = { alignContent: VERTICAL[style.verticalAlignment] ?? 'end' };
  const align = ALIGN[style.horizontalAlignment];
  if (align) look.textAlign = align;
  if (style.wrapText) look.whiteSpace = 'pre-wrap';
  if (style.indentLevel > 0) look.paddingInlineStart = `${6 + style.indentLevel * 9}px`;
  return look;
}

function borderLook(style: CellStyle): CSSProperties {
  const look: CSSProperties = {};
  for (const side of Object.keys(SIDES) as (keyof typeof SIDES)[]) {
    const line = lineOf(style.borders[side satisfies BorderSide]);
    if (line) look[SIDES[side]] = line;
  }
  return look;
}

function lineOf(line: BorderLine | undefined): string | undefined {
  if (!line || line.style === 'None') return undefined;
  const kind = { Dash: 'dashed', Dot: 'dotted', Double: 'double' }[line.style] ?? 'solid';
  return `${THICKNESS[line.weight] ?? 1}px ${kind} ${line.color}`;
}

/** Where a value stands when its style does not say: numbers right, truths and errors in the middle, texts left. */
export function generalAlign(value: CellValue): CSSProperties['textAlign'] {
  if (typeof value === 'number') return 'right';
  const isError = typeof value === 'string' && /^#(N\/A|REF!|NAME\?|VALUE!|NUM!|DIV\/0!|NULL!)$/.test(value);
  return typeof value === 'boolean' || isError ? 'center' : 'left';
}

const COLORS: Readonly<Record<string, string>> = { red: '#c0261c', blue: '#0b57d0', green: '#1b7a3d' };

/** The colour a number format gives, such as `[Red]` for negative amounts. */
export function formatColor(numberFormat: string, value: CellValue): string | undefined {
  if (typeof value !== 'number' || !numberFormat.includes('[')) return undefined;
  const [positive = '', negative = '', zero = positive] = numberFormat.split(';');
  const section = value < 0 ? negative : value === 0 ? zero : positive;
  const color = /\[(red|blue|green)\]/i.exec(section)?.[1];
  return color && COLORS[color.toLowerCase()];
}
