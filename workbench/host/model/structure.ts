// Inserting and deleting cells: moves what stands there, and everything that points at it (tables, names, formulas, links).
import { HostError } from '../host-error.ts';
import type { Area } from './area.ts';
import { coversColumns, coversRows, intersect, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from './area.ts';
import type { GridRow } from './cell-grid.ts';
import { renameSheetIn, shiftReferences } from './formula-shift.ts';
import { shiftArea } from './shift-area.ts';
import type { CellShift } from './shift-area.ts';
import type { CellChange, DeleteDirection, InsertDirection, Sheet, Structures, Workbook } from './shape.ts';
import { cellKey, keyPlace } from './sheet.ts';

export class Structure implements Structures {
  readonly #workbook: Workbook;
  readonly #followers = new Set<(sheet: Sheet, shift: CellShift) => void>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  /** For those who hold areas of their own (the client's range references). */
  follow(follower: (sheet: Sheet, shift: CellShift) => void): void {
    this.#followers.add(follower);
  }

  insert(sheet: Sheet, area: Area, direction: InsertDirection): void {
    const shift: CellShift = { area, isInsert: true, vertical: direction === 'Down' };
    this.#check(sheet, shift);
    const { rows } = sheet.grid;
    if (shift.vertical && coversRows(area)) insertGap(rows, area.row, area.rows);
    else if (shift.vertical) moveDown(sheet, area);
    else forRows(sheet, area, (line) => lists(line).forEach((list) => insertGap(list, area.column, area.columns)));
    this.#after(
      sheet,
      shift,
      coversRows(area) ? 'RowInserted' : coversColumns(area) ? 'ColumnInserted' : 'CellInserted',
    );
  }

  remove(sheet: Sheet, area: Area, direction: DeleteDirection): void {
    const shift: CellShift = { area, isInsert: false, vertical: direction === 'Up' };
    this.#workbook.tables.dropInside(sheet, area);
    this.#check(sheet, shift);
    if (shift.vertical && coversRows(area)) sheet.grid.rows.splice(area.row, area.rows);
    else if (shift.vertical) moveUp(sheet, area);
    else forRows(sheet, area, (line) => lists(line).forEach((list) => list.splice(area.column, area.columns)));
    this.#after(sheet, shift, coversRows(area) ? 'RowDeleted' : coversColumns(area) ? 'ColumnDeleted' : 'CellDeleted');
  }

  /** A table may not be torn apart: the moved strip holds it whole or not at all. */
  #check(sheet: Sheet, { area, isInsert, vertical }: CellShift): void {
    const strip = vertical ? { ...area, rows: MAX_ROWS - area.row } : { ...area, columns: MAX_COLUMNS - area.column };
    for (const table of this.#workbook.tables.all(sheet)) {
      if (!intersect(table.area, strip)) continue;
      const within = vertical
        ? table.area.column >= area.column && lastColumn(table.area) <= lastColumn(area)
        : table.area.row >= area.row && lastRow(table.area) <= lastRow(area);
      if (!within && intersect(table.area, strip)) throw new HostError('InsertDeleteConflict');
    }
    const used = isInsert ? sheet.grid.usedArea(true, strip) : undefined;
    const pushed = vertical ? area.rows : area.columns;
    const end = used ? (vertical ? lastRow(used) : lastColumn(used)) + pushed : 0;
    if (end >= (vertical ? MAX_ROWS : MAX_COLUMNS)) throw new HostError('NonBlankCellOffSheet');
  }

  #after(sheet: Sheet, shift: CellShift, how: CellChange): void {
    const moved = <T extends { area: Area }>(items: readonly T[]): T[] =>
      items.filter((item) => {
        const area = shiftArea(item.area, shift);
        if (area) item.area = area;
        return area !== undefined;
      });
    moved(this.#workbook.tables.all(sheet));
    sheet.conditionalFormats = moved(sheet.conditionalFormats);
    sheet.validations = moved(sheet.validations);
    sheet.merges = sheet.merges.flatMap((area) => shiftArea(area, shift) ?? []);
    moveLinks(sheet, shift);
    moveLines(sheet, shift);
    this.#rewrite((formula, owner) => shiftReferences(formula, owner?.name, sheet.name, shift));
    for (const follower of this.#followers) follower(sheet, shift);
    this.#workbook.changed({ kind: 'cells', sheet, area: shift.area, how, before: undefined });
  }

  renameSheet(before: string, after: string): void {
    this.#rewrite((formula) => renameSheetIn(formula, before, after));
  }

  #rewrite(rewrite: (formula: string, owner: Sheet | undefined) => string): void {
    for (const sheet of this.#workbook.sheets.all())
      for (const line of sheet.grid.rows)
        line?.formulas?.forEach((formula, column, formulas) => {
          if (formula !== undefined) formulas[column] = rewrite(formula, sheet);
        });
    for (const item of this.#workbook.names.each()) item.formula = rewrite(item.formula, item.scope);
  }
}

const lists = (line: GridRow): unknown[][] => [line.values, line.formulas ?? [], line.styles ?? []];

function insertGap(list: unknown[], at: number, count: number): void {
  if (list.length <= at) return;
  const tail = list.splice(at);
  list.length = at + count;
  for (const item of tail) list.push(item);
}

function forRows(sheet: Sheet, area: Area, work: (line: GridRow) => void): void {
  for (let row = area.row; row <= Math.min(lastRow(area), sheet.grid.rows.length - 1); row++) {
    const line = sheet.grid.rows[row];
    if (line) work(line);
  }
}

function moveDown(sheet: Sheet, area: Area): void {
  for (let row = sheet.grid.rows.length - 1; row >= area.row; row--) copyCells(sheet, row, row + area.rows, area);
  sheet.grid.clear(area, { contents: true, formats: true });
}

function moveUp(sheet: Sheet, area: Area): void {
  const end = sheet.grid.rows.length;
  for (let row = area.row; row < end; row++) copyCells(sheet, row + area.rows, row, area);
}

function copyCells(sheet: Sheet, from: number, to: number, area: Area): void {
  const source = sheet.grid.rows[from];
  const target = sheet.grid.line(to);
  for (let column = area.column; column <= lastColumn(area); column++) {
    target.values[column] = source?.values[column];
    if (source?.formulas ?? target.formulas) (target.formulas ??= [])[column] = source?.formulas?.[column];
    if (source?.styles ?? target.styles) (target.styles ??= [])[column] = source?.styles?.[column];
  }
}

function moveLinks(sheet: Sheet, shift: CellShift): void {
  const links = [...sheet.hyperlinks];
  sheet.hyperlinks.clear();
  for (const [key, link] of links) {
    const area = shiftArea({ ...keyPlace(key), rows: 1, columns: 1 }, shift);
    if (area) sheet.hyperlinks.set(cellKey(area.row, area.column), link);
  }
}

/** Heights, widths, hidden lines and line styles move only when whole rows or columns do. */
function moveLines(sheet: Sheet, shift: CellShift): void {
  const { area, vertical } = shift;
  if (vertical ? !coversRows(area) : !coversColumns(area)) return;
  const line = (index: number) => {
    const place = vertical ? { ...area, row: index, rows: 1 } : { ...area, column: index, columns: 1 };
    const moved = shiftArea(place, shift);
    return moved && (vertical ? moved.row : moved.column);
  };
  const sizes = vertical ? sheet.rowHeights : sheet.columnWidths;
  const styles = vertical ? sheet.grid.rowStyles : sheet.grid.columnStyles;
  for (const map of [sizes, styles]) {
    const entries = [...map];
    map.clear();
    for (const [index, value] of entries) {
      const to = line(index);
      if (to !== undefined) map.set(to, value);
    }
  }
  const hidden = vertical ? sheet.hiddenRows : sheet.hiddenColumns;
  const indexes = [...hidden].flatMap((index) => line(index) ?? []);
  hidden.clear();
  for (const index of indexes) hidden.add(index);
}
