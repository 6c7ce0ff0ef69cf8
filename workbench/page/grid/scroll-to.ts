// Brings a cell into sight with as little scrolling as possible.
import type { GridLayout } from './grid-layout.ts';
import type { Spot } from './selected-cells.ts';
import { HEAD } from './use-viewport.ts';

interface Scrolled {
  scrollTop: number;
  scrollLeft: number;
  readonly clientHeight: number;
  readonly clientWidth: number;
}

export function scrollTo(element: Scrolled, { rows, columns, frozen }: GridLayout, { row, column }: Spot): void {
  if (row >= frozen.rows && row < rows.count) {
    const seen = { from: rows.start(frozen.rows), to: element.clientHeight - HEAD.height };
    element.scrollTop = along(element.scrollTop, rows.start(row), rows.size(row), seen);
  }
  if (column >= frozen.columns && column < columns.count) {
    const seen = { from: columns.start(frozen.columns), to: element.clientWidth - HEAD.width };
    element.scrollLeft = along(element.scrollLeft, columns.start(column), columns.size(column), seen);
  }
}

/** @param seen where the scrolling part begins and ends on screen; @returns the new scroll position */
function along(scrolled: number, start: number, size: number, seen: { from: number; to: number }): number {
  if (start < scrolled + seen.from) return start - seen.from;
  const end = Math.min(start + size, start + seen.to - seen.from);
  return end > scrolled + seen.to ? end - seen.to : scrolled;
}
