// Addresses and areas of cells.
import type { Area } from '../../../workbench/host/model/area.ts';
import {
  boundingArea,
  columnName,
  columnNumber,
  formatArea,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  quoteSheetName,
  splitAddress,
} from '../../../workbench/host/model/area.ts';

const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });

test.each([
  ['A1', area(0, 0), 'A1'],
  ['$B$3', area(2, 1), 'B3'],
  ['A1:C3', area(0, 0, 3, 3), 'A1:C3'],
  ['C3:A1', area(0, 0, 3, 3), 'A1:C3'],
  ['B:D', area(0, 1, MAX_ROWS, 3), 'B:D'],
  ['2:5', area(1, 0, 4, MAX_COLUMNS), '2:5'],
  ['XFD1048576', area(1_048_575, 16_383), 'XFD1048576'],
])('%s is read as cells and written back as Excel writes it', (text, expected, written) => {
  expect(parseArea(text)).toEqual(expected);
  expect(formatArea(expected)).toBe(written);
});

test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:B', 'A:1', 'Orders', 'A1:B2:C3', 'A-1'])(
  '%p is no address',
  (text) => {
    expect(parseArea(text)).toBeUndefined();
  },
);

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is called %s', (number, name) => {
  expect(columnName(number)).toBe(name);
  expect(columnNumber(name)).toBe(number);
});

test.each([
  [area(0, 0, 3, 3), area(1, 1, 5, 5), area(1, 1, 2, 2)],
  [area(0, 0, 2, 2), area(2, 0, 2, 2), undefined],
])('areas meet where both are', (a, b, expected) => {
  expect(intersect(a, b)).toEqual(expected);
});

test('the bounding area holds both', () => {
  expect(boundingArea(area(5, 1), area(1, 4))).toEqual(area(1, 1, 5, 4));
});

test.each([
  ['Orders', 'Orders'],
  ['對帳結果', '對帳結果'],
  ['My sheet', "'My sheet'"],
  ["Ann's", "'Ann''s'"],
  ['2026', "'2026'"],
  ['A1', "'A1'"],
])('a sheet called %s stands as %s before an address, and is found again', (name, quoted) => {
  expect(quoteSheetName(name)).toBe(quoted);
  expect(splitAddress(`${quoted}!B2`)).toEqual({ sheet: name, address: 'B2' });
});
