// A range as the host holds it: a sheet and a rectangle. Kept ranges move along when cells are inserted or deleted.
import { HostError } from '../host-error.ts';
import type { Area } from '../model/area.ts';
import { cellCount, isOnSheet, isUnbounded, parseArea, splitAddress } from '../model/area.ts';
import type { CellValue } from '../model/cell-grid.ts';
import type { CellWrite, Sheet } from '../model/shape.ts';
import type { Args } from '../wire-object.ts';

export class RangeTarget {
  readonly sheet: Sheet;
  #area: Area | undefined;

  constructor(sheet: Sheet, area: Area) {
    if (!isOnSheet(area)) throw new HostError('InvalidArgument');
    this.sheet = sheet;
    this.#area = area;
  }

  /** False when its cells or its sheet were deleted. */
  get isAlive(): boolean {
    return this.#area !== undefined && this.sheet.workbook.sheets.position(this.sheet) >= 0;
  }

  get area(): Area {
    if (!this.#area || !this.isAlive) throw new HostError('InvalidReference');
    return this.#area;
  }

  moveTo(area: Area | undefined): void {
    this.#area = area;
  }

  at(area: Area): RangeTarget {
    return new RangeTarget(this.sheet, area);
  }
}

/** Finds `A1`, `Sheet1!A1`, a defined name or a table name; undefined when the text is none of them. */
export function findArea(sheet: Sheet, text: string): { sheet: Sheet; area: Area } | undefined {
  const { sheet: name, address } = splitAddress(text);
  const home = name === undefined ? sheet : sheet.workbook.sheets.find(name);
  const area = home && parseArea(address);
  if (home && area) return { sheet: home, area };
  const table = sheet.workbook.tables.find(address);
  return sheet.workbook.names.areaOf(address, sheet) ?? (table && { sheet: table.sheet, area: table.area });
}

/** A range argument: a Range proxy, or an address on the same sheet. */
export function rangeArgument(home: RangeTarget, args: Args, index: number): RangeTarget {
  const target = args.object(index)?.target;
  if (target instanceof RangeTarget) return target;
  const place = findArea(home.sheet, args.text(index));
  if (!place) throw new HostError('InvalidArgument');
  return new RangeTarget(place.sheet, place.area);
}

/** Reads one thing per cell; unbounded ranges answer null, too large ones fail (5,000,000 cells a read). */
export function readCells<T>(range: RangeTarget, read: (row: number, column: number) => T): T[][] | null {
  const { area, sheet } = range;
  if (isUnbounded(area)) return null;
  if (cellCount(area) > sheet.workbook.cellsPerRead) throw new HostError('RangeExceedsLimit');
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_none, column) => read(area.row + row, area.column + column)),
  );
}

const MISMATCH = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** One value or a 1x1 array fills the range; any other size must fit. Unbounded ranges cannot be written. */
export function toMatrix(value: unknown, area: Area): CellWrite[][] {
  if (isUnbounded(area)) throw new HostError('InvalidArgument');
  const rows: readonly unknown[] = Array.isArray(value) ? value : [[value]];
  const lines = rows.map((line) => (Array.isArray(line) ? line.map(cellWrite) : [cellWrite(line)]));
  const [first] = lines;
  if (lines.length === 1 && first?.length === 1 && first[0] !== undefined) return filled(first[0], area);
  const fits = lines.length === area.rows && lines.every((line) => line.length === area.columns);
  if (!fits) throw new HostError('InvalidArgument', '', MISMATCH);
  return lines;
}

function cellWrite(value: unknown): CellWrite {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new HostError('InvalidArgument');
}

function filled(value: CellWrite, area: Area): CellWrite[][] {
  const line = new Array<CellWrite>(area.columns).fill(value);
  return new Array<CellWrite[]>(area.rows).fill(line);
}

/** The one value all cells share, or null when they differ, as Excel answers for formats. */
export function shared<T>(range: RangeTarget, read: (row: number, column: number) => T): T | null {
  const { area } = range;
  const first = read(area.row, area.column);
  if (isUnbounded(area)) return first;
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      if (read(row, column) !== first) return null;
  return first;
}

export const valueType = (value: CellValue, isError: boolean): string => {
  if (isError) return 'Error';
  if (value === '') return 'Empty';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
};
