// A table that goes on over several sheets: only the first has a header, and the total on the last is of them all.
import { detectMapping } from '../../../core/mapping/detect-mapping.ts';
import { continuedSheet } from '../../../core/mapping/continued-sheet.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { readWorkbookSheets } from '../../../core/mapping/read-workbook-sheets.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { goldenSheets } from '../../mappings/golden-sheets.ts';
import { DAY, HEADER, plain } from './payout-report.ts';
import { sheetOf } from './sheets.ts';

const parted: Mapping = {
  ...plain,
  header: { ...plain.header, continuesOn: '^Part\\d$' },
  rows: [{ when: { column: 'Order', equals: 'Total' }, is: 'total' }],
};
const named = (sheet: string, rows: Cell[][], changes: Partial<SheetTable> = {}): SheetTable => ({
  ...sheetOf(rows),
  sheet,
  ...changes,
});
const row = (order: string, goods: number): Cell[] => [order, DAY, goods, 0, goods, ''];
const total = (goods: number): Cell[] => ['Total', null, goods, 0, goods, null];
const first = named('Part1', [HEADER, row('A1', 100)]);

function readAll(...tables: SheetTable[]) {
  return readWorkbookSheets(tables, [parted]).map((reading) =>
    reading.outcome === 'read' && reading.rows.kind === 'payout'
      ? `${reading.table.sheet} ${reading.rows.lines.map((line) => `${line.orderNumber}@${line.sourceRow}`).join()} ${reading.rows.proof}`
      : reading.outcome === 'other' && reading.refusal.code,
  );
}

test('further sheets are read under the header of the first, with their own row numbers', () => {
  expect(readAll(first, named('Part2', [row('A2', 20)]), named('Part3', [row('A3', 3), total(123)]))).toEqual([
    'Part1 A1@2 undeclared',
    'Part2 A2@1 undeclared',
    'Part3 A3@1 foots',
  ]);
});

test.each([
  ['the sum of all sheets', 120, 'foots'],
  ['the sum of its own sheet', 20, 'foots'],
  ['neither', 121, 'differs'],
])('a total that is %s: %d', (_, figure, proof) => {
  expect(readAll(first, named('Part2', [row('A2', 20), total(figure)]))[1]).toBe(`Part2 A2@1 ${proof}`);
});

test('where only the first rows of another sheet are at hand, a total of all of them is not judged', () => {
  const second = named('Part2', [row('A2', 20), total(999)]);
  expect(readAll({ ...first, isHead: true }, second)[1]).toBe('Part2 A2@1 undeclared');
});

test('a sheet whose cells begin in another column is read as well', () => {
  const shifted = named('Part1', [
    [null, ...HEADER],
    [null, ...row('A1', 100)],
  ]);
  expect(readAll(shifted, named('Part2', [row('A2', 20), total(120)], { firstColumn: 2 }))[1]).toBe('Part2 A2@1 foots');
  const away = named('Part2', [
    [null, ...row('A2', 20)],
    [null, ...total(120)],
  ]);
  expect(readAll({ ...first, firstColumn: 2 }, away)[1]).toBe('Part2 A2@1 foots');
});

test('hidden rows and number formats move down with the rows', () => {
  const second = named('Part2', [row('A2', 20)], {
    hiddenRows: new Set([0]),
    numberFormats: new Map([[0, ['0000']]]),
  });
  expect(continuedSheet(second, [first], [parted])).toMatchObject({
    firstRow: 0,
    hiddenRows: new Set([1]),
    numberFormats: new Map([[0, [undefined, '0000']]]),
  });
});

test.each([
  ['another name', named('Notes', [row('A2', 20)]), [first]],
  ['a header of its own', named('Part2', [HEADER, row('A2', 20)]), [first]],
  ['no first sheet', named('Part2', [row('A2', 20)]), []],
])('a sheet with %s continues none', (_, table, others) => {
  expect(continuedSheet(table, others, [parted])).toBe(table);
});

test("Alipay's second sheet alone is no report", async () => {
  const [, second] = await goldenSheets('alipay.fund-query');
  expect(second && detectMapping(second, builtInMappings)).toMatchObject({ outcome: 'refused' });
});
