// Columns and rows of a table.
import { HostError } from '../host-error.ts';
import type { Area } from '../model/area.ts';
import { lastRow, sameArea } from '../model/area.ts';
import type { Table } from '../model/shape.ts';
import { bodyArea, columnArea, columnNames, headerArea, totalsArea } from '../model/table.ts';
import type { Args, WireClass, WireObject } from '../wire-object.ts';
import { asText, found, wireObject } from '../wire-object.ts';
import { filterClass } from './auto-filter-members.ts';
import { rangeOf } from './links.ts';
import { RangeTarget, readCells, toMatrix } from './range-target.ts';

interface Part {
  readonly table: Table;
  readonly index: number;
}

const rangeIn = ({ table }: Part, area: Area | undefined): RangeTarget => new RangeTarget(table.sheet, found(area));
const columnRange = (part: Part, area: Area | undefined): RangeTarget =>
  rangeIn(part, area && columnArea(area, part.index));
const rowArea = ({ table, index }: Part): Area => ({ ...bodyArea(table), row: bodyArea(table).row + index, rows: 1 });

const cells = (range: RangeTarget) => readCells(range, (row, column) => range.sheet.value(row, column));
const write = (range: RangeTarget, value: unknown) => range.sheet.write(range.area, toMatrix(value, range.area));

export const tableColumnClass: WireClass<Part> = {
  name: 'TableColumn',
  properties: {
    id: { get: ({ index }) => index + 1 },
    index: { get: ({ index }) => index },
    name: {
      get: ({ table, index }) => columnNames(table)[index],
      set: (part, value) => {
        const { area } = columnRange(part, headerArea(part.table));
        part.table.sheet.load([[asText(value)]], area);
      },
    },
    values: {
      get: (part) => cells(columnRange(part, part.table.area)),
      set: (part, value) => write(columnRange(part, part.table.area), value),
    },
  },
  links: { filter: (part) => wireObject(filterClass, part) },
  methods: {
    getRange: (part) => rangeOf(columnRange(part, part.table.area)),
    getHeaderRowRange: (part) => rangeOf(columnRange(part, headerArea(part.table))),
    getDataBodyRange: (part) => rangeOf(columnRange(part, bodyArea(part.table))),
    getTotalRowRange: (part) => rangeOf(columnRange(part, totalsArea(part.table))),
    delete: (part) => {
      const { area, sheet } = columnRange(part, part.table.area);
      sheet.workbook.structure.remove(sheet, area, 'Left');
    },
  },
  id: { field: 'Id', of: ({ index }) => String(index + 1) },
};

const columnOf = (table: Table, index: number): WireObject => wireObject(tableColumnClass, { table, index });

/** Columns are found by name, by number as Excel counts their ids (from 1), never by position. */
function findColumn(table: Table, key: unknown): WireObject | null {
  const names = columnNames(table).map((name) => name.toLowerCase());
  const byName = names.indexOf(String(key).toLowerCase());
  const index = byName >= 0 ? byName : Number(key) - 1;
  return Number.isInteger(index) && index >= 0 && index < names.length ? columnOf(table, index) : null;
}

function addColumn(table: Table, args: Args): WireObject {
  const { area, sheet } = table;
  const asked = args.has(0) ? args.integer(0) : -1;
  const index = asked < 0 ? area.columns : asked;
  if (index > area.columns) throw new HostError('InvalidArgument');
  const strip = { ...area, column: area.column + index, columns: 1 };
  sheet.workbook.structure.insert(sheet, strip, 'Right');
  if (index === area.columns || index === 0) table.area = { ...area, columns: area.columns + 1 };
  const values = args.has(1) ? toMatrix(args.raw(1), strip) : [[args.text(2, `Column${area.columns + 1}`)]];
  sheet.write({ ...strip, rows: values.length }, values);
  if (args.has(2)) sheet.load([[args.text(2)]], strip);
  return columnOf(table, index);
}

const columnItems = (table: Table): WireObject[] => columnNames(table).map((_, index) => columnOf(table, index));

export const tableColumnsClass: WireClass<Table> = {
  name: 'TableColumnCollection',
  properties: { count: { get: ({ area }) => area.columns } },
  links: {},
  methods: {
    add: addColumn,
    getCount: ({ area }) => area.columns,
    getItem: (table, args) => found(findColumn(table, args.raw(0))),
    getItemAt: (table, args) => found(columnItems(table)[args.integer(0)]),
    getItemOrNullObject: (table, args) => findColumn(table, args.raw(0)),
  },
  items: columnItems,
  item: findColumn,
};

export const tableRowClass: WireClass<Part> = {
  name: 'TableRow',
  properties: {
    index: { get: ({ index }) => index },
    values: {
      get: (part) => cells(rangeIn(part, rowArea(part))),
      set: (part, value) => write(rangeIn(part, rowArea(part)), value),
    },
  },
  links: {},
  methods: {
    getRange: (part) => rangeOf(rangeIn(part, rowArea(part))),
    delete: (part) => part.table.sheet.workbook.structure.remove(part.table.sheet, rowArea(part), 'Up'),
  },
};

const rowOf = (table: Table, index: number): WireObject => wireObject(tableRowClass, { table, index });

/** A fresh table has one empty body row; the first rows added take its place. */
function isBlank(table: Table): boolean {
  const body = bodyArea(table);
  return body.rows === 1 && table.sheet.grid.usedArea(true, body) === undefined;
}

function addRows(table: Table, args: Args): WireObject {
  const { sheet } = table;
  const raw: unknown = args.raw(1);
  const rows = Array.isArray(raw) && Array.isArray(raw[0]) ? raw.length : 1;
  const body = bodyArea(table);
  const asked = args.has(0) ? args.integer(0) : -1;
  const index = asked < 0 ? (isBlank(table) ? 0 : body.rows) : asked;
  if (index > body.rows) throw new HostError('InvalidArgument');
  const block = { ...body, row: body.row + index, rows };
  const values = args.has(1) ? toMatrix(raw, block) : undefined;
  const missing = isBlank(table) ? rows - 1 : rows;
  if (missing > 0) insertRows(table, { ...block, rows: missing });
  if (values) sheet.write(block, values);
  return rowOf(table, index);
}

function insertRows(table: Table, block: Area): void {
  const before = table.area;
  table.sheet.workbook.structure.insert(table.sheet, block, 'Down');
  const grown = { ...before, rows: before.rows + block.rows };
  if (!sameArea(table.area, grown)) table.area = grown;
}

function deleteRows(table: Table, start: number, count: number): void {
  const body = bodyArea(table);
  const block = { ...body, row: body.row + start, rows: count };
  if (start < 0 || lastRow(block) > lastRow(body)) throw new HostError('InvalidArgument');
  table.sheet.workbook.structure.remove(table.sheet, block, 'Up');
}

const rowItems = (table: Table): WireObject[] =>
  Array.from({ length: bodyArea(table).rows }, (_, index) => rowOf(table, index));

export const tableRowsClass: WireClass<Table> = {
  name: 'TableRowCollection',
  properties: { count: { get: (table) => bodyArea(table).rows } },
  links: {},
  methods: {
    add: addRows,
    deleteRowsAt: (table, args) => deleteRows(table, args.integer(0), args.integer(1, 1)),
    getCount: (table) => bodyArea(table).rows,
    getItemAt: (table, args) => found(rowItems(table)[args.integer(0)]),
  },
  items: rowItems,
};

export const tableColumnsOf = (table: Table): WireObject => wireObject(tableColumnsClass, table);
export const tableRowsOf = (table: Table): WireObject => wireObject(tableRowsClass, table);
