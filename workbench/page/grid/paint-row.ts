// What one row shows between two columns: only cells with something to see, each with its place, text and look.
import type { CSSProperties } from 'react';
import { cellArea, intersect } from '../../host/model/area.ts';
import type { CellValue } from '../../host/model/cell-grid.ts';
import type { CellStyle } from '../../host/model/cell-style.ts';
import { displayText } from '../../host/model/display-text.ts';
import type { Sheet, Table } from '../../host/model/shape.ts';
import { cellLook, formatColor, generalAlign } from './cell-look.ts';
import { conditionalLook } from './conditional-looks.ts';
import type { GridLayout } from './grid-layout.ts';
import { textWidth } from './grid-layout.ts';
import { hasLink } from './link-target.ts';
import { tableLooks } from './table-look.ts';

export interface PaintedCell {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly width: number;
  /** Of a merged cell its own, else the row's. */
  readonly height: number;
  readonly text: string;
  readonly look: CSSProperties;
  readonly isLink: boolean;
  /** The text runs over the empty cells beside it, as Excel lets it. */
  readonly runsOver: boolean;
  /** Of a table's header: whether its column is filtered; undefined where there is no filter button. */
  readonly filter: 'off' | 'on' | undefined;
}

export interface Painter {
  readonly sheet: Sheet;
  readonly layout: GridLayout;
  paintRow(row: number, first: number, last: number): PaintedCell[];
}

/** How far left of the first column a text may begin that still runs into sight. */
const REACH = 12;
/** Cells leave the gridline free on their right and below, unless they paint over it with a fill or a border. */
const GRIDLINE = 1;

export function createPainter(sheet: Sheet, layout: GridLayout): Painter {
  const tableAt = tableLooks(sheet);
  const paint = (row: number, column: number): PaintedCell | undefined => {
    const merge = sheet.merges.find((area) => intersect(area, cellArea(row, column)));
    if (merge && (merge.row !== row || merge.column !== column)) return undefined;
    const inTable = tableAt(row, column);
    const style = sheet.style(row, column);
    const value = sheet.value(row, column);
    const look = { ...inTable?.look, ...cellLook(style), ...conditionalLook(sheet, row, column) };
    if (value === '' && !isVisible(look)) return undefined;
    const place = layout.box(merge ?? cellArea(row, column));
    const span = merge ? place.width : reach(sheet, layout, { row, column, value, style });
    const full = displayText(value, style.numberFormat);
    const numbers = typeof value === 'number' && textWidth(full) * 6.3 > place.width - 6 && !style.wrapText;
    const gap = isVisible(look) ? 0 : GRIDLINE;
    const color = formatColor(style.numberFormat, value);
    return {
      ...{ row, column, left: place.left, width: span - gap, height: place.height - gap },
      text: numbers ? '#'.repeat(Math.max(1, Math.floor((place.width - 8) / 8))) : full,
      look: {
        textAlign: generalAlign(value),
        ...look,
        ...(color && !('color' in look && look.color) ? { color } : {}),
      },
      isLink: hasLink(sheet, row, column),
      runsOver: span > place.width,
      filter: inTable?.isHeader ? filterState(inTable.table, column) : undefined,
    };
  };
  return {
    sheet,
    layout,
    paintRow: (row, first, last) => {
      const cells: PaintedCell[] = [];
      for (let column = startOf(sheet, row, first); column <= last; column++) {
        const cell = layout.columns.size(column) > 0 ? paint(row, column) : undefined;
        if (cell) cells.push(cell);
      }
      return cells;
    },
  };
}

function filterState({ area, filters, showFilterButton }: Table, column: number): PaintedCell['filter'] {
  if (!showFilterButton) return undefined;
  return filters.has(column - area.column) ? 'on' : 'off';
}

const isVisible = (look: CSSProperties): boolean =>
  ['backgroundColor', 'borderTop', 'borderBottom', 'borderLeft', 'borderRight'].some((key) => key in look);

/** A long text may begin left of what is in sight. */
function startOf(sheet: Sheet, row: number, first: number): number {
  for (let column = first; column >= Math.max(0, first - REACH); column--)
    if (!sheet.grid.isEmpty(row, column)) return column;
  return first;
}

interface Content {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style: CellStyle;
}

/** The width a text may take: its own column, and empty ones to its right while it needs them. */
function reach(sheet: Sheet, layout: GridLayout, { row, column, value, style }: Content): number {
  const own = layout.columns.size(column);
  const isLeft = style.horizontalAlignment === 'General' || style.horizontalAlignment === 'Left';
  if (typeof value !== 'string' || !isLeft || style.wrapText) return own;
  const needed = textWidth(value) * style.fontSize * 0.72 + 8;
  let width = own;
  for (let next = column + 1; width < needed && next < layout.columns.count; next++) {
    if (!sheet.grid.isEmpty(row, next)) break;
    width += layout.columns.size(next);
  }
  return width;
}
