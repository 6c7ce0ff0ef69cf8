// Worksheet and the collection of worksheets, with frozen panes, custom properties and protection.
import { HostError } from '../host-error.ts';
import type { Area } from '../model/area.ts';
import { cellArea, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from '../model/area.ts';
import type { Sheet, Workbook } from '../model/shape.ts';
import type { Args, WireClass, WireObject } from '../wire-object.ts';
import { asFlag, asNumber, asOneOf, asText, found, wireObject } from '../wire-object.ts';
import { autoFilterOf } from './auto-filter-members.ts';
import { EVENT, eventMethods, WORKBOOK_TARGET } from './event-methods.ts';
import { entriesClass } from './key-value-members.ts';
import { namesOf } from './named-item-members.ts';
import { rangeOf, worksheetOf } from './links.ts';
import { rangeArgument, findArea, RangeTarget } from './range-target.ts';
import { tablesOf } from './table-members.ts';

const range = (sheet: Sheet, area: Area): WireObject => rangeOf(new RangeTarget(sheet, area));
const orNull = (sheet: Sheet | undefined): WireObject | null => (sheet ? worksheetOf(sheet) : null);

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0) throw new HostError('InvalidArgument');
  sheet.frozen = { rows, columns };
  sheet.workbook.changed({ kind: 'layout', sheet });
}

function frozenArea({ frozen: { rows, columns } }: Sheet): Area | undefined {
  if (rows === 0 && columns === 0) return undefined;
  return { row: 0, column: 0, rows: rows === 0 ? MAX_ROWS : rows, columns: columns === 0 ? MAX_COLUMNS : columns };
}

export const freezePanesClass: WireClass<Sheet> = {
  name: 'WorksheetFreezePanes',
  properties: {},
  links: {},
  methods: {
    freezeRows: (sheet, args) => freeze(sheet, args.integer(0, 1), 0),
    freezeColumns: (sheet, args) => freeze(sheet, 0, args.integer(0, 1)),
    freezeAt: (sheet, args) => {
      const { area } = rangeArgument(new RangeTarget(sheet, WHOLE_SHEET), args, 0);
      freeze(
        sheet,
        lastRow(area) === MAX_ROWS - 1 ? 0 : lastRow(area) + 1,
        lastColumn(area) === MAX_COLUMNS - 1 ? 0 : lastColumn(area) + 1,
      );
    },
    unfreeze: (sheet) => freeze(sheet, 0, 0),
    getLocation: (sheet) => range(sheet, found(frozenArea(sheet))),
    getLocationOrNullObject: (sheet) => {
      const area = frozenArea(sheet);
      return area ? range(sheet, area) : null;
    },
  },
};

export const protectionClass: WireClass<Sheet> = {
  name: 'WorksheetProtection',
  properties: { protected: { get: (sheet) => sheet.isProtected } },
  links: {},
  methods: {
    protect: (sheet) => {
      if (sheet.isProtected) throw new HostError('InvalidOperation');
      sheet.isProtected = true;
    },
    unprotect: (sheet) => {
      sheet.isProtected = false;
    },
  },
  gaps: ['options'],
};

export const customProperties = entriesClass<Sheet>({
  collection: 'WorksheetCustomPropertyCollection',
  item: 'WorksheetCustomProperty',
  id: '_Id',
  checkValue: asText,
  entries: (sheet) => sheet.customProperties,
  changed: (sheet) => sheet.workbook.changed({ kind: 'layout', sheet }),
});

function used(sheet: Sheet, args: Args): Area | undefined {
  return sheet.grid.usedArea(args.flag(0, false));
}

/** The neighbour in tab order; hidden sheets are passed over when visibleOnly. */
function neighbour(sheet: Sheet, args: Args, step: 1 | -1): Sheet | undefined {
  const { sheets } = sheet.workbook;
  const list = sheets.all().filter((each) => each === sheet || !args.flag(0, false) || each.visibility === 'Visible');
  return list[list.indexOf(sheet) + step];
}

const flag = (key: 'showGridlines' | 'showHeadings') => ({
  get: (sheet: Sheet) => sheet[key],
  set: (sheet: Sheet, value: unknown) => {
    sheet[key] = asFlag(value);
    sheet.workbook.changed({ kind: 'layout', sheet });
  },
});

const properties: WireClass<Sheet>['properties'] = {
  id: { get: (sheet) => sheet.id },
  name: { get: (sheet) => sheet.name, set: (sheet, value) => sheet.workbook.sheets.rename(sheet, asText(value)) },
  position: {
    get: (sheet) => sheet.workbook.sheets.position(sheet),
    set: (sheet, value) => sheet.workbook.sheets.move(sheet, asNumber(value)),
  },
  visibility: {
    get: (sheet) => sheet.visibility,
    set: (sheet, value) =>
      sheet.workbook.sheets.setVisibility(sheet, asOneOf(value, ['Visible', 'Hidden', 'VeryHidden'])),
  },
  tabColor: {
    get: (sheet) => sheet.tabColor,
    set: (sheet, value) => {
      const color = asText(value);
      if (color !== '' && !/^#[0-9a-f]{6}$/i.test(color)) throw new HostError('InvalidArgument');
      sheet.tabColor = color.toUpperCase();
      sheet.workbook.changed({ kind: 'sheetChanged', sheet });
    },
  },
  standardWidth: { get: (sheet) => sheet.standardWidth },
  standardHeight: { get: () => 15 },
  showGridlines: flag('showGridlines'),
  showHeadings: flag('showHeadings'),
};

function getRange(sheet: Sheet, args: Args): WireObject {
  if (!args.has(0)) return range(sheet, WHOLE_SHEET);
  const place = findArea(sheet, args.text(0));
  if (!place) throw new HostError('InvalidArgument');
  return range(place.sheet, place.area);
}

const events = eventMethods<Sheet>(
  {
    DataChanged: EVENT.sheetChanged,
    Activated: EVENT.sheetActivated,
    Deactivated: EVENT.sheetDeactivated,
    SelectionChanged: EVENT.selectionChanged,
    FormatChanged: EVENT.formatChanged,
  },
  (sheet) => sheet.workbook,
  (sheet) => sheet.id,
);

export const worksheetClass: WireClass<Sheet> = {
  name: 'Worksheet',
  properties,
  links: {
    tables: (sheet) => tablesOf(sheet.workbook, sheet),
    names: (sheet) => namesOf(sheet.workbook, sheet),
    freezePanes: (sheet) => wireObject(freezePanesClass, sheet),
    customProperties: (sheet) => wireObject(customProperties.collection, sheet),
    autoFilter: (sheet) => autoFilterOf({ sheet }),
    protection: (sheet) => wireObject(protectionClass, sheet),
  },
  methods: {
    ...events,
    getRange,
    getCell: (sheet, args) => range(sheet, cellArea(args.integer(0), args.integer(1))),
    getRangeByIndexes: (sheet, args) =>
      range(sheet, { row: args.integer(0), column: args.integer(1), rows: args.integer(2), columns: args.integer(3) }),
    getUsedRange: (sheet, args) => range(sheet, used(sheet, args) ?? cellArea(0, 0)),
    getUsedRangeOrNullObject: (sheet, args) => {
      const area = used(sheet, args);
      return area ? range(sheet, area) : null;
    },
    getNext: (sheet, args) => worksheetOf(found(neighbour(sheet, args, 1))),
    getNextOrNullObject: (sheet, args) => orNull(neighbour(sheet, args, 1)),
    getPrevious: (sheet, args) => worksheetOf(found(neighbour(sheet, args, -1))),
    getPreviousOrNullObject: (sheet, args) => orNull(neighbour(sheet, args, -1)),
    activate: (sheet) => sheet.workbook.activate(sheet),
    calculate: (sheet) => sheet.workbook.changed({ kind: 'layout', sheet }),
    delete: (sheet) => sheet.workbook.sheets.remove(sheet),
  },
  id: { field: 'Id', of: (sheet) => sheet.id },
  wireAliases: { gridlines: 'showGridlines', headings: 'showHeadings' },
  gaps: 'charts pivotTables pageLayout visuals shapes horizontalPageBreaks verticalPageBreaks slicers comments namedSheetViews enableCalculation tabId'.split(
    ' ',
  ),
};

const collectionEvents = eventMethods<Workbook>(
  {
    DataChanged: EVENT.sheetChanged,
    Activated: EVENT.sheetActivated,
    Deactivated: EVENT.sheetDeactivated,
    Added: EVENT.sheetAdded,
    Deleted: EVENT.sheetDeleted,
    SelectionChanged: EVENT.selectionChanged,
    FormatChanged: EVENT.formatChanged,
  },
  (workbook) => workbook,
  () => WORKBOOK_TARGET,
);

const end = (workbook: Workbook, args: Args, index: 0 | -1): WireObject => {
  const list = args.flag(0, false) ? workbook.sheets.visible() : workbook.sheets.all();
  return worksheetOf(found(list.at(index)));
};

export const worksheetsClass: WireClass<Workbook> = {
  name: 'WorksheetCollection',
  properties: {},
  links: {},
  methods: {
    ...collectionEvents,
    add: ({ sheets }, args) => worksheetOf(sheets.add(args.has(0) ? args.text(0) : undefined)),
    getActiveWorksheet: (workbook) => worksheetOf(workbook.activeSheet),
    getCount: ({ sheets }, args) => (args.flag(0, false) ? sheets.visible() : sheets.all()).length,
    getFirst: (workbook, args) => end(workbook, args, 0),
    getLast: (workbook, args) => end(workbook, args, -1),
    getItem: ({ sheets }, args) => worksheetOf(found(sheets.find(args.text(0)))),
    getItemOrNullObject: ({ sheets }, args) => orNull(sheets.find(args.text(0))),
  },
  items: ({ sheets }) => sheets.all().map(worksheetOf),
  item: ({ sheets }, key) => orNull(sheets.find(key)),
};
