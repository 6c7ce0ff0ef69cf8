// Inserting and deleting cells moves all that points at them.
import { formatArea, parseArea } from '../../../workbench/host/model/area.ts';
import { shiftArea } from '../../../workbench/host/model/shift-area.ts';
import { shiftReferences } from '../../../workbench/host/model/formula-shift.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';

const at = (address: string) => {
  const area = parseArea(address);
  if (!area) throw new Error(address);
  return area;
};

test.each([
  ['A5:C6', '2:3', true, true, 'A7:C8'],
  ['A5:C6', '5:5', true, true, 'A6:C7'],
  ['A5:C6', '6:6', true, true, 'A5:C7'],
  ['A5:C6', '9:9', true, true, 'A5:C6'],
  ['A5:C6', '1:2', false, true, 'A3:C4'],
  ['A5:C6', '6:9', false, true, 'A5:C5'],
  ['A5:C6', '4:5', false, true, 'A4:C4'],
  ['A5:C6', '5:6', false, true, undefined],
  ['B2:C3', 'A:A', true, false, 'C2:D3'],
  ['B2:C3', 'B:B', false, false, 'B2:B3'],
  ['B2:C3', 'B1:C1', true, true, 'B3:C4'],
  ['B2:C3', 'A1:B1', true, true, 'B2:C3'],
])('%s after %s (insert %p, vertical %p) stands at %s', (area, block, isInsert, vertical, expected) => {
  const shifted = shiftArea(at(area), { area: at(block), isInsert, vertical });
  expect(shifted && formatArea(shifted)).toBe(expected);
});

test.each([
  ['=SUM(A1:A10)', '=SUM(A1:A12)'],
  ['=$A$5+A2', '=$A$7+A2'],
  ['=Other!A5', '=Other!A5'],
  ['=Here!A5&"A5"', '=Here!A7&"A5"'],
  ['=SUM(A:A)', '=SUM(A:A)'],
  ['=T[A5]', '=T[A5]'],
])('inserting two rows at row 4 turns %s into %s', (before, after) => {
  const shift = { area: at('4:5'), isInsert: true, vertical: true };
  expect(shiftReferences(before, 'Here', 'Here', shift)).toBe(after);
});

test('a formula whose cells were deleted says so', () => {
  const shift = { area: at('4:5'), isInsert: false, vertical: true };
  expect(shiftReferences('=A4+A9', 'Here', 'Here', shift)).toBe('=#REF!+A7');
});

function book() {
  const workbook = new Workbook({ sheetNames: ['S'] });
  const sheet = workbook.sheet('S');
  sheet.load([
    ['k', 'v', 'note'],
    ['a', 1, 'x'],
    ['b', 2, 'y'],
  ]);
  const table = workbook.tables.add(sheet, at('A1:B3'), true);
  return { workbook, sheet, table };
}

test('rows inserted above carry table, heights, links, merges, names and formulas along', () => {
  const { workbook, sheet, table } = book();
  sheet.rowHeights.set(1, 30);
  sheet.hiddenRows.add(2);
  sheet.hyperlinks.set(16_384, { documentReference: 'S!A1' });
  sheet.merges.push(at('D2:E2'));
  workbook.names.add('first', '=S!$A$2', '');
  sheet.write(at('F1'), [['=SUM(B2:B3)']]);
  workbook.structure.insert(sheet, at('1:2'), 'Down');
  expect(formatArea(table.area)).toBe('A3:B5');
  expect([...sheet.rowHeights]).toEqual([[3, 30]]);
  expect([...sheet.hiddenRows]).toEqual([4]);
  expect([...sheet.hyperlinks.keys()]).toEqual([3 * 16_384]);
  expect(sheet.merges.map(formatArea)).toEqual(['D4:E4']);
  expect(workbook.names.find('first')?.formula).toBe('=S!$A$4');
  expect([sheet.grid.formula(2, 5), sheet.value(2, 5)]).toEqual(['=SUM(B4:B5)', 3]);
});

test('deleting a column inside a table narrows it', () => {
  const { workbook, sheet, table } = book();
  workbook.structure.remove(sheet, at('A:A'), 'Left');
  expect(formatArea(table.area)).toBe('A1:A3');
  expect(sheet.value(0, 0)).toBe('v');
});

test('deleting all rows of a table deletes it', () => {
  const { workbook, sheet } = book();
  workbook.structure.remove(sheet, at('1:3'), 'Up');
  expect(workbook.tables.all()).toEqual([]);
});

test('cells moved down beside a table leave it alone', () => {
  const { workbook, sheet, table } = book();
  workbook.structure.insert(sheet, at('C2'), 'Down');
  expect(formatArea(table.area)).toBe('A1:B3');
  expect([sheet.value(1, 2), sheet.value(2, 2), sheet.value(3, 2)]).toEqual(['', 'x', 'y']);
});

test('cells moved right and left', () => {
  const { workbook, sheet } = book();
  workbook.structure.insert(sheet, at('C2:D2'), 'Right');
  expect([sheet.value(1, 2), sheet.value(1, 4)]).toEqual(['', 'x']);
  workbook.structure.remove(sheet, at('C2:D2'), 'Left');
  expect(sheet.value(1, 2)).toBe('x');
});

test.each([
  ['half of a table', 'A2', 'Down'],
  ['half of a table from the left', 'A2', 'Right'],
] as const)('moving %s is refused', (_what, address, direction) => {
  const { workbook, sheet } = book();
  const insert = () => workbook.structure.insert(sheet, at(address), direction);
  expect(insert).toThrow(expect.objectContaining({ code: 'InsertDeleteConflict' }));
});

test('cells may not be pushed off the sheet', () => {
  const { workbook, sheet } = book();
  sheet.load([['end']], { row: 1_048_575, column: 9 });
  const insert = () => workbook.structure.insert(sheet, at('9:9'), 'Down');
  expect(insert).toThrow(expect.objectContaining({ code: 'NonBlankCellOffSheet' }));
});

test('renaming a sheet renames it in formulas', () => {
  const { workbook, sheet } = book();
  const other = workbook.sheets.add('Other');
  other.write(at('A1'), [['=SUM(S!B2:B3)']]);
  workbook.sheets.rename(sheet, 'New name');
  expect([other.grid.formula(0, 0), other.value(0, 0)]).toEqual(["=SUM('New name'!B2:B3)", 3]);
});
