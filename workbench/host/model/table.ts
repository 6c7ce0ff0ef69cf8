// Excel tables: a named block with a header row, body, and sometimes a totals row; formulas may name its columns.
import { HostError } from '../host-error.ts';
import type { Area } from './area.ts';
import { cellCount, containsArea, intersect, lastColumn, lastRow, parseArea } from './area.ts';
import type { Sheet, Table, Tables, Workbook } from './shape.ts';

export const bodyArea = (table: Table): Area => {
  const top = table.showHeaders ? 1 : 0;
  const rows = table.area.rows - top - (table.showTotals ? 1 : 0);
  return { ...table.area, row: table.area.row + top, rows: Math.max(rows, 1) };
};

export const headerArea = (table: Table): Area | undefined =>
  table.showHeaders ? { ...table.area, rows: 1 } : undefined;

export const totalsArea = (table: Table): Area | undefined =>
  table.showTotals ? { ...table.area, row: lastRow(table.area), rows: 1 } : undefined;

export const columnArea = (area: Area, index: number): Area => ({ ...area, column: area.column + index, columns: 1 });

export function columnNames(table: Table): string[] {
  return Array.from({ length: table.area.columns }, (_, index) =>
    table.showHeaders ? String(table.sheet.value(table.area.row, table.area.column + index)) : `Column${index + 1}`,
  );
}

/** The cells a structured reference means; undefined when the part or a column does not exist. */
export function tablePart(table: Table, part: string, columns: readonly string[], row: number): Area | undefined {
  const rows = {
    '#All': table.area,
    '#Data': bodyArea(table),
    '#Headers': headerArea(table),
    '#Totals': totalsArea(table),
  }[part];
  const area = part === '#This Row' ? { ...table.area, row, rows: 1 } : rows;
  if (!area || columns.length === 0) return area;
  const names = columnNames(table).map((name) => name.toLowerCase());
  const indexes = columns.map((name) => names.indexOf(name.toLowerCase()));
  if (indexes.includes(-1)) return undefined;
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  return { ...area, column: area.column + first, columns: last - first + 1 };
}

/** Table names: a letter or underscore first, no spaces, nothing that reads as a cell address (Excel's "Rename a table"). */
export function checkTableName(name: string): void {
  const wellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) && !/^[rc]$/i.test(name);
  if (!wellFormed || parseArea(name) !== undefined || /^R\d+C\d+$/i.test(name)) throw new HostError('InvalidArgument');
}

export class TableList implements Tables {
  readonly #workbook: Workbook;
  readonly #tables: Table[] = [];

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  all(sheet?: Sheet): Table[] {
    return sheet ? this.#tables.filter((table) => table.sheet === sheet) : [...this.#tables];
  }

  find(nameOrId: string): Table | undefined {
    const lower = nameOrId.toLowerCase();
    return this.#tables.find((table) => table.name.toLowerCase() === lower || table.id === nameOrId);
  }

  at(sheet: Sheet, area: Area): Table | undefined {
    return this.#tables.find((table) => table.sheet === sheet && intersect(table.area, area) !== undefined);
  }

  add(sheet: Sheet, area: Area, hasHeaders: boolean): Table {
    if (cellCount(area) > 5_000_000) throw new HostError('InvalidArgument');
    const merged = sheet.merges.some((merge) => intersect(merge, area));
    if (this.at(sheet, area) || merged) throw new HostError('MergedRangeConflict');
    const whole = this.#withHeaders(sheet, area, hasHeaders);
    const table = this.#create(sheet, whole);
    this.#tables.push(table);
    this.#nameHeaders(table);
    this.#workbook.changed({ kind: 'tableAdded', sheet, table });
    return table;
  }

  /** Without headers Excel puts a new row of Column1, Column2 above and shifts the cells down. */
  #withHeaders(sheet: Sheet, area: Area, hasHeaders: boolean): Area {
    if (hasHeaders) return area.rows > 1 ? area : { ...area, rows: 2 };
    this.#workbook.structure.insert(sheet, { ...area, rows: 1 }, 'Down');
    return { ...area, rows: area.rows + 1 };
  }

  #create(sheet: Sheet, area: Area): Table {
    return {
      id: this.#workbook.newId(),
      sheet,
      name: this.#freeName(),
      area,
      showHeaders: true,
      showTotals: false,
      style: 'TableStyleMedium2',
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      filters: new Map(),
      sort: undefined,
    };
  }

  #freeName(): string {
    let number = this.#tables.length + 1;
    while (this.find(`Table${number}`)) number++;
    return `Table${number}`;
  }

  /** Header cells are texts and differ from each other: empty ones become Column3, repeated ones get a number. */
  #nameHeaders(table: Table): void {
    const taken = new Set<string>();
    for (let column = table.area.column; column <= lastColumn(table.area); column++) {
      const wanted = table.sheet.text(table.area.row, column) || `Column${column - table.area.column + 1}`;
      let name = wanted;
      for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
      taken.add(name.toLowerCase());
      if (table.sheet.value(table.area.row, column) !== name) table.sheet.grid.setValue(table.area.row, column, name);
    }
  }

  rename(table: Table, name: string): void {
    checkTableName(name);
    const other = this.find(name);
    if ((other && other !== table) || this.#workbook.names.find(name)) throw new HostError('InvalidArgument');
    table.name = name;
    this.#workbook.changed({ kind: 'tableChanged', sheet: table.sheet, table });
  }

  resize(table: Table, area: Area): void {
    const sharesHeader = area.row === table.area.row && intersect(area, table.area) !== undefined;
    const other = this.#tables.find(
      (each) => each !== table && each.sheet === table.sheet && intersect(each.area, area),
    );
    if (!sharesHeader || area.rows < 2) throw new HostError('InvalidArgument');
    if (other) throw new HostError('MergedRangeConflict');
    table.area = area;
    this.#nameHeaders(table);
    this.#workbook.changed({ kind: 'tableChanged', sheet: table.sheet, table });
  }

  /** The totals row takes a new row below; Excel counts or sums its last column and writes Total in the first. */
  setTotals(table: Table, shown: boolean): void {
    if (table.showTotals === shown) return;
    const bottom = { ...table.area, row: lastRow(table.area) + (shown ? 1 : 0), rows: 1 };
    if (!shown) {
      table.showTotals = false;
      return this.#workbook.structure.remove(table.sheet, bottom, 'Up');
    }
    this.#workbook.structure.insert(table.sheet, bottom, 'Down');
    table.area = { ...table.area, rows: table.area.rows + 1 };
    table.showTotals = true;
    this.#fillTotals(table, bottom);
  }

  #fillTotals(table: Table, bottom: Area): void {
    const last = lastColumn(bottom);
    const name = (columnNames(table).at(-1) ?? '').replace(/['[\]#@]/g, "'$&");
    const isNumber = typeof table.sheet.value(bodyArea(table).row, last) === 'number';
    if (bottom.columns > 1) table.sheet.grid.setValue(bottom.row, bottom.column, 'Total');
    table.sheet.grid.setFormula(bottom.row, last, `=SUBTOTAL(${isNumber ? 109 : 103},[${name}])`);
    this.#workbook.changed({ kind: 'tableChanged', sheet: table.sheet, table });
  }

  /** Takes the table away and leaves its cells (convertToRange). */
  release(table: Table): void {
    const index = this.#tables.indexOf(table);
    if (index >= 0) this.#tables.splice(index, 1);
    this.#workbook.changed({ kind: 'tableDeleted', sheet: table.sheet, table });
  }

  /** A table whose rows or columns are all gone is gone. */
  dropInside(sheet: Sheet, area: Area): void {
    for (const table of this.all(sheet)) if (containsArea(area, table.area)) this.release(table);
  }
}
