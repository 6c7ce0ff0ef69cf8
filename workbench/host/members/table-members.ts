// Table and the collections of tables; columns and rows of a table are in table-part-members.ts.
import { HostError } from '../host-error.ts';
import type { Sheet, Table, Workbook } from '../model/shape.ts';
import { bodyArea, headerArea, totalsArea } from '../model/table.ts';
import type { Args, WireClass, WireObject, WireProperty } from '../wire-object.ts';
import { asFlag, asText, found, wireObject } from '../wire-object.ts';
import { autoFilterOf } from './auto-filter-members.ts';
import { EVENT, eventMethods, WORKBOOK_TARGET } from './event-methods.ts';
import { rangeOf } from './links.ts';
import { sortArea } from './range-sort-members.ts';
import { rangeArgument, RangeTarget } from './range-target.ts';
import { tableColumnsOf, tableRowsOf } from './table-part-members.ts';
import { worksheetOf } from './links.ts';

type TableFlag =
  'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn';

const touched = (table: Table): void =>
  table.sheet.workbook.changed({ kind: 'tableChanged', sheet: table.sheet, table });

const flag = (key: TableFlag): WireProperty<Table> => ({
  get: (table) => table[key],
  set: (table, value) => {
    table[key] = asFlag(value);
    touched(table);
  },
});

const properties: WireClass<Table>['properties'] = {
  id: { get: (table) => table.id },
  name: {
    get: (table) => table.name,
    set: (table, value) => table.sheet.workbook.tables.rename(table, asText(value)),
  },
  style: {
    get: (table) => table.style,
    set: (table, value) => {
      table.style = asText(value);
      touched(table);
    },
  },
  showTotals: {
    get: (table) => table.showTotals,
    set: (table, value) => table.sheet.workbook.tables.setTotals(table, asFlag(value)),
  },
  showHeaders: { get: (table) => table.showHeaders },
  showBandedRows: flag('showBandedRows'),
  showBandedColumns: flag('showBandedColumns'),
  showFilterButton: flag('showFilterButton'),
  highlightFirstColumn: flag('highlightFirstColumn'),
  highlightLastColumn: flag('highlightLastColumn'),
};

export const tableSortClass: WireClass<Table> = {
  name: 'TableSort',
  properties: {
    fields: { get: (table) => table.sort?.fields ?? [] },
    matchCase: { get: (table) => table.sort?.matchCase ?? false },
    method: { get: (table) => table.sort?.method ?? 'PinYin' },
  },
  links: {},
  methods: {
    apply: (table, args) => {
      sortArea(table.sheet, bodyArea(table), args.raw(0));
      table.sort = { fields: args.raw(0), matchCase: args.flag(1, false), method: args.text(2, 'PinYin') };
    },
    clear: (table) => {
      table.sort = undefined;
    },
    reapply: (table) => {
      if (table.sort) sortArea(table.sheet, bodyArea(table), table.sort.fields);
    },
  },
};

const range = (table: Table, area: Table['area'] | undefined): WireObject =>
  rangeOf(new RangeTarget(table.sheet, found(area)));

function convertToRange(table: Table): WireObject {
  table.sheet.workbook.tables.release(table);
  return range(table, table.area);
}

/** Excel's delete takes the cells' contents away with the table. */
function remove(table: Table): void {
  table.sheet.workbook.tables.release(table);
  table.sheet.clear(table.area, { contents: true, formats: true, links: true });
}

const workbookOf = (table: Table): Workbook => table.sheet.workbook;

export const tableClass: WireClass<Table> = {
  name: 'Table',
  properties,
  links: {
    worksheet: (table) => worksheetOf(table.sheet),
    columns: tableColumnsOf,
    rows: tableRowsOf,
    autoFilter: (table) => autoFilterOf({ sheet: table.sheet, table }),
    sort: (table) => wireObject(tableSortClass, table),
  },
  methods: {
    ...eventMethods<Table>({ DataChanged: EVENT.tableChanged }, workbookOf, (table) => table.id),
    getRange: (table) => range(table, table.area),
    getHeaderRowRange: (table) => range(table, headerArea(table)),
    getDataBodyRange: (table) => range(table, bodyArea(table)),
    getTotalRowRange: (table) => range(table, totalsArea(table)),
    resize: (table, args) => {
      const { sheet, area } = rangeArgument(new RangeTarget(table.sheet, table.area), args, 0);
      if (sheet !== table.sheet) throw new HostError('InvalidArgument');
      sheet.workbook.tables.resize(table, area);
    },
    clearFilters: (table) => table.filters.clear(),
    reapplyFilters: () => undefined,
    convertToRange,
    delete: remove,
  },
  id: { field: 'Id', of: (table) => table.id },
  gaps: ['legacyId'],
};

interface Tables {
  readonly workbook: Workbook;
  readonly sheet: Sheet | undefined;
}

const tableOf = (table: Table): WireObject => wireObject(tableClass, table);
const orNull = (table: Table | undefined): WireObject | null => (table ? tableOf(table) : null);
const all = ({ workbook, sheet }: Tables): Table[] => workbook.tables.all(sheet);

function find(tables: Tables, key: string): Table | undefined {
  const table = tables.workbook.tables.find(key);
  return table && all(tables).includes(table) ? table : undefined;
}

function add({ workbook, sheet = workbook.activeSheet }: Tables, args: Args): WireObject {
  const place = rangeArgument(new RangeTarget(sheet, { row: 0, column: 0, rows: 1, columns: 1 }), args, 0);
  return tableOf(workbook.tables.add(place.sheet, place.area, args.flag(1, false)));
}

export const tablesClass: WireClass<Tables> = {
  name: 'TableCollection',
  properties: { count: { get: (tables) => all(tables).length } },
  links: {},
  methods: {
    ...eventMethods<Tables>(
      { DataChanged: EVENT.tableChanged, Added: EVENT.tableAdded, Deleted: EVENT.tableDeleted },
      ({ workbook }) => workbook,
      ({ sheet }) => sheet?.id ?? WORKBOOK_TARGET,
    ),
    add,
    getCount: (tables) => all(tables).length,
    getItem: (tables, args) => tableOf(found(find(tables, args.text(0)))),
    getItemAt: (tables, args) => tableOf(found(all(tables)[args.integer(0)])),
    getItemOrNullObject: (tables, args) => orNull(find(tables, args.text(0))),
  },
  items: (tables) => all(tables).map(tableOf),
  item: (tables, key) => orNull(find(tables, key)),
};

export const tablesOf = (workbook: Workbook, sheet: Sheet | undefined): WireObject =>
  wireObject(tablesClass, { workbook, sheet });
