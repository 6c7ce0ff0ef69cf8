// What a row shows: texts, looks of cells, tables and conditional formats, and only what there is to see.
import type { Sheet } from '../../../workbench/host/model/shape.ts';
import { cellLook, formatColor, generalAlign } from '../../../workbench/page/grid/cell-look.ts';
import { moveFormula } from '../../../workbench/page/grid/conditional-looks.ts';
import { GridLayout } from '../../../workbench/page/grid/grid-layout.ts';
import type { PaintedCell } from '../../../workbench/page/grid/paint-row.ts';
import { createPainter } from '../../../workbench/page/grid/paint-row.ts';
import { DEFAULT_STYLE } from '../../../workbench/host/model/cell-style.ts';
import { area, sheetOf } from './sheets.ts';

const paint = (sheet: Sheet, row: number, first = 0, last = 9): PaintedCell[] =>
  createPainter(sheet, new GridLayout(sheet)).paintRow(row, first, last);
const only = (sheet: Sheet, row: number): PaintedCell => {
  const [cell, more] = paint(sheet, row);
  if (!cell || more) throw new Error('not exactly one cell');
  return cell;
};

test('only cells with something to see are painted', () => {
  const sheet = sheetOf('. | b | . | 4');
  expect(paint(sheet, 0).map(({ column, text }) => [column, text])).toEqual([
    [1, 'b'],
    [3, '4'],
  ]);
  expect(paint(sheet, 1)).toEqual([]);
});

test.each([
  ['a text runs over empty cells', 'A rather long title of a sheet', 4 * 72 - 1, true],
  ['up to the next filled one', 'A rather long title of a sheet | . | x', 2 * 72 - 1, true],
  ['a short text stays', 'short | . | .', 72 - 1, false],
])('%s', (_what, line, width, runsOver) => {
  const cell = paint(sheetOf(line), 0)[0];
  expect([cell?.width, cell?.runsOver]).toEqual([width, runsOver]);
});

test('a text that begins left of what is in sight is painted as well', () => {
  expect(paint(sheetOf('A title | . | .'), 0, 2)[0]?.text).toBe('A title');
});

test('a number too wide for its column shows no wrong digits', () => {
  const sheet = sheetOf('123456789');
  sheet.columnWidths.set(0, 30);
  expect(only(sheet, 0).text).toMatch(/^#+$/);
});

test('number formats and their colours', () => {
  const sheet = sheetOf('-1234.5');
  sheet.restyle(area('A1'), (style) => ({ ...style, numberFormat: '#,##0.00;[Red]-#,##0.00' }));
  const { text, look } = only(sheet, 0);
  expect([text, look.color, look.textAlign]).toEqual(['-1,234.50', '#c0261c', 'right']);
});

test.each([
  [1, '0;[Red]-0', undefined],
  [-1, '0;[Red]-0', '#c0261c'],
  [0, '0;0;[Blue]0', '#0b57d0'],
  ['-1', '0;[Red]-0', undefined],
])('the value %p under %s is coloured %s', (value, format, color) => {
  expect(formatColor(format, value)).toBe(color);
});

test.each([
  [1, 'right'],
  ['1', 'left'],
  [true, 'center'],
  ['#N/A', 'center'],
])('without an alignment of its own %p stands %s', (value, side) => {
  expect(generalAlign(value)).toBe(side);
});

test('a style becomes CSS, once', () => {
  const line = { style: 'Continuous', color: '#0F6B5C', weight: 'Medium' };
  const style = { ...DEFAULT_STYLE, bold: true, fillColor: '#FFF4CE', wrapText: true, borders: { top: line } };
  expect(cellLook(style)).toMatchObject({
    fontWeight: 700,
    backgroundColor: '#FFF4CE',
    whiteSpace: 'pre-wrap',
    borderTop: '2px solid #0F6B5C',
  });
  expect(cellLook(style)).toBe(cellLook(style));
});

test('a filled cell covers the gridlines, an unfilled one leaves them', () => {
  const sheet = sheetOf('a', 'b');
  sheet.restyle(area('A1'), (style) => ({ ...style, fillColor: '#E3F1E7' }));
  expect([only(sheet, 0).height, only(sheet, 1).height]).toEqual([20, 19]);
});

test('a merged block is one cell as large as the block', () => {
  const sheet = sheetOf('title');
  sheet.merge(area('A1:C2'));
  expect(only(sheet, 0)).toMatchObject({ width: 3 * 72 - 1, height: 2 * 20 - 1 });
  expect(paint(sheet, 1)).toEqual([]);
});

test('a table shows its header with filter buttons, its bands, and its end', () => {
  const sheet = sheetOf('status | net', 'open | 1', 'paid | 2');
  const table = sheet.workbook.tables.add(sheet, area('A1:B3'), true);
  const looks = [0, 1, 2].map((row) => paint(sheet, row)[0]);
  expect(looks.map((cell) => cell?.filter)).toEqual(['off', undefined, undefined]);
  expect(looks[0]?.look).toMatchObject({ fontWeight: 700, color: '#fff' });
  expect(looks[1]?.look).toHaveProperty('backgroundColor');
  expect(looks[2]?.look).toHaveProperty('borderBottom');
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  expect(paint(sheet, 1)[0]?.look).not.toHaveProperty('backgroundColor');
});

test('a conditional format is read as if it stood in each cell', () => {
  const sheet = sheetOf('status', 'short', 'exact');
  const format = { fillColor: '#FBE4E3', fontColor: '#8E1B14' };
  const rule = '=OR($A2="short",$A2="over")';
  sheet.conditionalFormats = [{ id: '1', area: area('A2:A3'), type: 'Custom', stopIfTrue: false, rule, format }];
  expect(only(sheet, 1).look).toMatchObject({ backgroundColor: '#FBE4E3', color: '#8E1B14' });
  expect(only(sheet, 2).look).not.toHaveProperty('backgroundColor');
  sheet.write(area('A3'), [['over']]);
  expect(only(sheet, 2).look).toHaveProperty('backgroundColor', '#FBE4E3');
});

test.each([
  ['=A1', 2, 1, '=B3'],
  ['=$A1', 2, 1, '=$A3'],
  ['=A$1', 2, 1, '=B$1'],
  ['=$A$1', 2, 1, '=$A$1'],
  ['=SUM(A1:B2)', 1, 0, '=SUM(A2:B3)'],
  ["='My sheet'!A1", 1, 0, "='My sheet'!A2"],
  ['=IF($C5="A1",1,0)', 4, 0, '=IF($C9="A1",1,0)'],
])('%s moved down %i and right %i is %s', (formula, down, right, moved) => {
  expect(moveFormula(formula, down, right)).toBe(moved);
});
