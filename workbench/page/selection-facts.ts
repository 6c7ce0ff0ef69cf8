// What the status bar says of the selected cells: how many hold something, and of the numbers their sum and average.
import type { Area } from '../host/model/area.ts';
import { cellCount, intersect, lastColumn, lastRow } from '../host/model/area.ts';
import type { Sheet } from '../host/model/shape.ts';

export interface SelectionFacts {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

const CELLS_MAX = 400_000;

/** Undefined for a single cell, or for more cells than can be counted between two frames. Hidden rows do not count. */
export function selectionFacts(sheet: Sheet, selection: Area): SelectionFacts | undefined {
  const { rows, columns } = sheet.extent();
  const area = intersect(selection, { row: 0, column: 0, rows: Math.max(rows, 1), columns: Math.max(columns, 1) });
  if (!area || cellCount(selection) === 1 || cellCount(area) > CELLS_MAX) return undefined;
  let [count, numbers, sum] = [0, 0, 0];
  for (let row = area.row; row <= lastRow(area); row++) {
    if (sheet.hiddenRows.has(row)) continue;
    for (let column = area.column; column <= lastColumn(area); column++) {
      const value = sheet.value(row, column);
      if (value !== '') count++;
      if (typeof value !== 'number') continue;
      numbers++;
      sum += value;
    }
  }
  return { count, numbers, sum: Math.round(sum * 1e6) / 1e6 };
}
