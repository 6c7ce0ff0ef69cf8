// Where an area stands after cells were inserted or deleted before it, in it or beside it.
import type { Area } from './area.ts';
import { coversColumns, coversRows, lastColumn, lastRow } from './area.ts';

export interface CellShift {
  readonly area: Area;
  readonly isInsert: boolean;
  /** True when cells move down or up, false when they move right or left. */
  readonly vertical: boolean;
}

/** @returns undefined when all its cells were deleted; areas only partly in the moved strip stay where they are */
export function shiftArea(area: Area, shift: CellShift): Area | undefined {
  const { area: block, vertical } = shift;
  const within = vertical
    ? area.column >= block.column && lastColumn(area) <= lastColumn(block)
    : area.row >= block.row && lastRow(area) <= lastRow(block);
  const isEndless = vertical ? coversColumns(area) : coversRows(area);
  if (!within || isEndless) return area;
  const [start, size] = vertical ? [area.row, area.rows] : [area.column, area.columns];
  const [blockStart, blockSize] = vertical ? [block.row, block.rows] : [block.column, block.columns];
  const moved = (shift.isInsert ? inserted : deleted)(start, size, blockStart, blockSize);
  if (!moved) return undefined;
  const [newStart, newSize] = moved;
  return vertical ? { ...area, row: newStart, rows: newSize } : { ...area, column: newStart, columns: newSize };
}

function inserted(start: number, size: number, at: number, count: number): [number, number] {
  if (start >= at) return [start + count, size];
  return start + size > at ? [start, size + count] : [start, size];
}

function deleted(start: number, size: number, at: number, count: number): [number, number] | undefined {
  const end = start + size;
  const cutBefore = Math.max(0, Math.min(start, at + count) - at);
  const cutInside = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  return cutInside === size ? undefined : [start - cutBefore, size - cutInside];
}
