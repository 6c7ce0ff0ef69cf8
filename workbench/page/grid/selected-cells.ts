// Which cells are selected and where the keyboard takes the selection, by Excel's rules. Pure: a sheet in, places out.
import type { Area } from '../../host/model/area.ts';
import { boundingArea, cellArea, lastColumn, lastRow, sameArea } from '../../host/model/area.ts';
import type { Sheet } from '../../host/model/shape.ts';

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The active cell stays; the lead corner moves while the selection grows. */
export interface Selected {
  readonly active: Spot;
  readonly lead: Spot;
}

export const spotArea = ({ row, column }: Spot): Area => cellArea(row, column);
export const selectedArea = ({ active, lead }: Selected): Area => boundingArea(spotArea(active), spotArea(lead));

/** What is selected on the sheet: as the user did it, unless somebody else (the pane, a link) selected since. */
export function selectedOn(sheet: Sheet, before: Selected | undefined): Selected {
  const { selection } = sheet;
  if (before && sameArea(selectedArea(before), selection)) return before;
  const active = { row: selection.row, column: selection.column };
  return { active, lead: { row: lastRow(selection), column: lastColumn(selection) } };
}

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
}

export interface Bounds {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in sight at once. */
  readonly page: number;
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key takes the selection; undefined when the key does not move it. */
export function moveSelection(sheet: Sheet, from: Selected, press: KeyPress, bounds: Bounds): Selected | undefined {
  const start = press.shift ? from.lead : from.active;
  const target = targetOf(sheet, start, press, bounds);
  if (!target) return undefined;
  const lead = keepInside(target, bounds);
  const grows = press.shift && press.key !== 'Enter' && press.key !== 'Tab';
  return grows ? { active: from.active, lead } : { active: lead, lead };
}

function targetOf(sheet: Sheet, start: Spot, { key, shift, ctrl }: KeyPress, bounds: Bounds): Spot | undefined {
  const step = STEPS[key];
  if (step) return ctrl ? edge(sheet, start, step, bounds) : visibleStep(sheet, start, step, bounds);
  const used = sheet.extent();
  switch (key) {
    case 'Enter':
      return visibleStep(sheet, start, [shift ? -1 : 1, 0], bounds);
    case 'Tab':
      return visibleStep(sheet, start, [0, shift ? -1 : 1], bounds);
    case 'PageDown':
      return { ...start, row: start.row + bounds.page };
    case 'PageUp':
      return { ...start, row: start.row - bounds.page };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { ...start, column: 0 };
    case 'End':
      return ctrl ? { row: used.rows - 1, column: used.columns - 1 } : undefined;
    default:
      return undefined;
  }
}

const keepInside = ({ row, column }: Spot, { rows, columns }: Bounds): Spot => ({
  row: Math.max(0, Math.min(row, rows - 1)),
  column: Math.max(0, Math.min(column, columns - 1)),
});

/** One step over hidden rows and columns. */
function visibleStep(sheet: Sheet, start: Spot, [down, right]: readonly [number, number], bounds: Bounds): Spot {
  let next = { row: start.row + down, column: start.column + right };
  while (isWithin(next, bounds) && (sheet.hiddenRows.has(next.row) || sheet.hiddenColumns.has(next.column)))
    next = { row: next.row + down, column: next.column + right };
  return isWithin(next, bounds) ? next : start;
}

const isWithin = ({ row, column }: Spot, { rows, columns }: Bounds): boolean =>
  row >= 0 && column >= 0 && row < rows && column < columns;

/** Ctrl and an arrow: to the end of the filled block, or over the gap to the next one. */
function edge(sheet: Sheet, start: Spot, step: readonly [number, number], bounds: Bounds): Spot {
  const isFilled = ({ row, column }: Spot) => !sheet.grid.isEmpty(row, column);
  const ahead = ({ row, column }: Spot): Spot => ({ row: row + step[0], column: column + step[1] });
  let at = start;
  const inBlock = isFilled(at) && isFilled(ahead(at));
  while (isWithin(ahead(at), bounds) && (inBlock ? isFilled(ahead(at)) : at === start || !isFilled(at))) at = ahead(at);
  return at;
}
