// Range: cells by address, their values, formulas and formats, and the ranges one gets to from them.
import { HostError } from '../host-error.ts';
import type { Area } from '../model/area.ts';
import {
  boundingArea,
  cellCount,
  coversColumns,
  coversRows,
  intersect,
  isUnbounded,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../model/area.ts';
import { isErrorText } from '../model/formula-functions.ts';
import { cellKey } from '../model/sheet.ts';
import type { Args, WireClass, WireObject } from '../wire-object.ts';
import { asFlag, asRecord, asText, found } from '../wire-object.ts';
import { conditionalFormatsOf } from './conditional-format-members.ts';
import { formatOf } from './range-format-members.ts';
import { removeDuplicates } from './remove-duplicates.ts';
import type { RangeTarget } from './range-target.ts';
import { rangeArgument, readCells, shared, toMatrix, valueType } from './range-target.ts';
import { rangeSortOf } from './range-sort-members.ts';
import { validationOf } from './validation-members.ts';
import { rangeOf, worksheetOf } from './links.ts';

const orNull = (range: RangeTarget, area: Area | undefined): WireObject | null =>
  area ? rangeOf(range.at(area)) : null;

const rowsOf = (range: RangeTarget, set: ReadonlySet<number>): boolean | null =>
  shared(range.at({ ...range.area, columns: 1 }), (row) => set.has(row));
const columnsOf = (range: RangeTarget, set: ReadonlySet<number>): boolean | null =>
  shared(range.at({ ...range.area, rows: 1 }), (_row, column) => set.has(column));

function hide(set: Set<number>, start: number, count: number, hidden: boolean): void {
  for (let index = start; index < start + count; index++) {
    if (hidden) set.add(index);
    else set.delete(index);
  }
}

function setHidden(range: RangeTarget, hidden: boolean, along: 'rows' | 'columns'): void {
  const { area, sheet } = range;
  if (along === 'rows') hide(sheet.hiddenRows, area.row, area.rows, hidden);
  else hide(sheet.hiddenColumns, area.column, area.columns, hidden);
  sheet.workbook.changed({ kind: 'layout', sheet });
}

function setFormats(range: RangeTarget, value: unknown): void {
  const { area, sheet } = range;
  const matrix = toMatrix(value, area);
  const [first] = matrix[0] ?? [];
  if (matrix.every((line) => line === matrix[0] && line.every((format) => format === first)) && first !== null)
    return sheet.restyle(area, (style) => ({ ...style, numberFormat: asText(first) }));
  matrix.forEach((line, row) => {
    line.forEach((format, column) => {
      if (format === null) return;
      const [r, c] = [area.row + row, area.column + column];
      sheet.grid.setStyle(r, c, sheet.workbook.styleWith(sheet.grid.style(r, c), { numberFormat: asText(format) }));
    });
  });
  sheet.workbook.changed({ kind: 'format', sheet, area });
}

function setHyperlink(range: RangeTarget, value: unknown): void {
  const { area, sheet } = range;
  const link = asRecord(value);
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++)
      sheet.hyperlinks.set(cellKey(row, column), link);
  if (typeof link['textToDisplay'] === 'string') sheet.write(area, toMatrix(link['textToDisplay'], area));
  sheet.restyle(area, (style) => ({ ...style, fontColor: '#0563C1', underline: 'Single' }));
}

const formulaAt = (range: RangeTarget) => (row: number, column: number) =>
  range.sheet.grid.formula(row, column) ?? range.sheet.grid.value(row, column);

const write = (range: RangeTarget, value: unknown): void => range.sheet.write(range.area, toMatrix(value, range.area));

const properties: WireClass<RangeTarget>['properties'] = {
  address: { get: (range) => range.sheet.address(range.area) },
  addressLocal: { get: (range) => range.sheet.address(range.area) },
  cellCount: { get: ({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)) },
  rowIndex: { get: ({ area }) => area.row },
  columnIndex: { get: ({ area }) => area.column },
  rowCount: { get: ({ area }) => area.rows },
  columnCount: { get: ({ area }) => area.columns },
  isEntireColumn: { get: ({ area }) => coversColumns(area) },
  isEntireRow: { get: ({ area }) => coversRows(area) },
  values: { get: (range) => readCells(range, (row, column) => range.sheet.value(row, column)), set: write },
  formulas: { get: (range) => readCells(range, formulaAt(range)), set: write },
  formulasLocal: { get: (range) => readCells(range, formulaAt(range)), set: write },
  text: { get: (range) => readCells(range, (row, column) => range.sheet.text(row, column)) },
  valueTypes: { get: (range) => readCells(range, (row, column) => typeAt(range, row, column)) },
  numberFormat: {
    get: (range) => readCells(range, (row, column) => range.sheet.style(row, column).numberFormat),
    set: setFormats,
  },
  numberFormatLocal: {
    get: (range) => readCells(range, (row, column) => range.sheet.style(row, column).numberFormat),
    set: setFormats,
  },
  hidden: {
    get: (range) =>
      rowsOf(range, range.sheet.hiddenRows) === true || columnsOf(range, range.sheet.hiddenColumns) === true,
  },
  rowHidden: {
    get: (range) => rowsOf(range, range.sheet.hiddenRows),
    set: (range, value) => setHidden(range, asFlag(value), 'rows'),
  },
  columnHidden: {
    get: (range) => columnsOf(range, range.sheet.hiddenColumns),
    set: (range, value) => setHidden(range, asFlag(value), 'columns'),
  },
  hyperlink: {
    get: ({ sheet, area }) => sheet.hyperlinks.get(cellKey(area.row, area.column)),
    set: setHyperlink,
  },
};

function typeAt({ sheet }: RangeTarget, row: number, column: number): string {
  const value = sheet.value(row, column);
  return valueType(value, isErrorText(value));
}

/** Cells next to the range: `count` may be negative, meaning the other side (Excel.Range.getRowsBelow and its like). */
function beside(range: RangeTarget, args: Args, along: 'rows' | 'columns', direction: 1 | -1): WireObject {
  const count = args.integer(0, 1) * direction;
  if (count === 0) throw new HostError('InvalidArgument');
  const { area } = range;
  const [start, size] = along === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  const from = count > 0 ? start + size : start + count;
  const length = Math.abs(count);
  return rangeOf(
    range.at(along === 'rows' ? { ...area, row: from, rows: length } : { ...area, column: from, columns: length }),
  );
}

const used = (range: RangeTarget, args: Args): Area | undefined =>
  range.sheet.grid.usedArea(args.flag(0, false), range.area);

const one = (range: RangeTarget, row: number, column: number): WireObject =>
  rangeOf(range.at({ row, column, rows: 1, columns: 1 }));

const common = (range: RangeTarget, args: Args): Area | undefined => {
  const other = rangeArgument(range, args, 0);
  return other.sheet === range.sheet ? intersect(range.area, other.area) : undefined;
};

const ways: WireClass<RangeTarget>['methods'] = {
  getCell: (range, args) => one(range, range.area.row + args.integer(0), range.area.column + args.integer(1)),
  getRow: (range, args) => rangeOf(range.at({ ...range.area, row: range.area.row + args.integer(0), rows: 1 })),
  getColumn: (range, args) =>
    rangeOf(range.at({ ...range.area, column: range.area.column + args.integer(0), columns: 1 })),
  getBoundingRect: (range, args) => rangeOf(range.at(boundingArea(range.area, rangeArgument(range, args, 0).area))),
  getEntireColumn: (range) => rangeOf(range.at({ ...range.area, row: 0, rows: MAX_ROWS })),
  getEntireRow: (range) => rangeOf(range.at({ ...range.area, column: 0, columns: MAX_COLUMNS })),
  getLastCell: (range) => one(range, lastRow(range.area), lastColumn(range.area)),
  getLastRow: (range) => rangeOf(range.at({ ...range.area, row: lastRow(range.area), rows: 1 })),
  getLastColumn: (range) => rangeOf(range.at({ ...range.area, column: lastColumn(range.area), columns: 1 })),
  getIntersection: (range, args) => rangeOf(range.at(found(common(range, args)))),
  getIntersectionOrNullObject: (range, args) => orNull(range, common(range, args)),
  getUsedRange: (range, args) => rangeOf(range.at(used(range, args) ?? { ...range.area, rows: 1, columns: 1 })),
  getUsedRangeOrNullObject: (range, args) => orNull(range, used(range, args)),
  getRowsAbove: (range, args) => beside(range, args, 'rows', -1),
  getRowsBelow: (range, args) => beside(range, args, 'rows', 1),
  getColumnsBefore: (range, args) => beside(range, args, 'columns', -1),
  getColumnsAfter: (range, args) => beside(range, args, 'columns', 1),
  getOffsetRange: (range, args) => {
    const { area } = range;
    return rangeOf(range.at({ ...area, row: area.row + args.integer(0), column: area.column + args.integer(1) }));
  },
  getResizedRange: (range, args) => {
    const { area } = range;
    return rangeOf(range.at({ ...area, rows: area.rows + args.integer(0), columns: area.columns + args.integer(1) }));
  },
  getAbsoluteResizedRange: (range, args) =>
    rangeOf(range.at({ ...range.area, rows: args.integer(0), columns: args.integer(1) })),
};

const CLEAR = {
  all: { contents: true, formats: true, links: true },
  contents: { contents: true, formats: false, links: false },
  formats: { contents: false, formats: true, links: false },
  hyperlinks: { contents: false, formats: false, links: true },
  removehyperlinks: { contents: false, formats: true, links: true },
} as const;

function clear({ sheet, area }: RangeTarget, args: Args): void {
  const kind = args.text(0, 'All').toLowerCase();
  if (!Object.hasOwn(CLEAR, kind)) throw new HostError('InvalidArgument');
  sheet.clear(area, CLEAR[kind as keyof typeof CLEAR]);
}

function direction<T extends string>(args: Args, choices: readonly [T, T], { area }: RangeTarget): T {
  const asked = args.has(0)
    ? args.text(0).toLowerCase()
    : isUnbounded(area) && coversColumns(area)
      ? choices[1]
      : choices[0];
  const choice = choices.find((each) => each.toLowerCase() === asked.toLowerCase());
  if (!choice) throw new HostError('InvalidArgument');
  return choice;
}

const deeds: WireClass<RangeTarget>['methods'] = {
  clear,
  calculate: () => undefined,
  select: ({ sheet, area }) => sheet.workbook.select(sheet, area),
  insert: (range, args) => {
    range.sheet.workbook.structure.insert(range.sheet, range.area, direction(args, ['Down', 'Right'], range));
    return rangeOf(range);
  },
  delete: (range, args) =>
    range.sheet.workbook.structure.remove(range.sheet, range.area, direction(args, ['Up', 'Left'], range)),
  merge: (range, args) => {
    const { area, sheet } = range;
    if (!args.flag(0, false)) return sheet.merge(area);
    for (let row = area.row; row <= lastRow(area); row++) sheet.merge({ ...area, row, rows: 1 });
  },
  unmerge: ({ sheet, area }) => {
    sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
    sheet.workbook.changed({ kind: 'layout', sheet });
  },
  removeDuplicates,
  _ValidateArraySize: ({ area }, args) => {
    const [rows, columns] = [args.integer(0), args.integer(1)];
    if ((rows !== area.rows || columns !== area.columns) && rows * columns !== 1)
      throw new HostError(
        'InvalidArgument',
        'Range.values',
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
      );
  },
};

export const rangeClass: WireClass<RangeTarget> = {
  name: 'Range',
  isTracked: true,
  properties,
  links: {
    worksheet: ({ sheet }) => worksheetOf(sheet),
    format: (range) => formatOf(range),
    conditionalFormats: (range) => conditionalFormatsOf(range),
    dataValidation: (range) => validationOf(range),
    sort: (range) => rangeSortOf(range),
  },
  methods: { ...ways, ...deeds },
  gaps: [
    'formulasR1C1',
    'style',
    'linkedDataTypeState',
    'hasSpill',
    'top',
    'left',
    'height',
    'width',
    'savedAsArray',
    'numberFormatCategories',
  ],
};
