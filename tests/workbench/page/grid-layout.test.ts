// Where rows and columns stand, which are in sight, and which cell is under the pointer.
import { GridLayout, textWidth } from '../../../workbench/page/grid/grid-layout.ts';
import { scrollTo } from '../../../workbench/page/grid/scroll-to.ts';
import { hitCell } from '../../../workbench/page/grid/use-mouse.ts';
import { viewportOf } from '../../../workbench/page/grid/use-viewport.ts';
import { area, sheetOf, spot } from './sheets.ts';

function layoutOf(change?: (sheet: ReturnType<typeof sheetOf>) => void): GridLayout {
  const sheet = sheetOf('a | b', 'c | d');
  change?.(sheet);
  return new GridLayout(sheet);
}

test('a small sheet shows 100 rows and columns to Z; a large one some more than it has', () => {
  expect([layoutOf().rows.count, layoutOf().columns.count]).toEqual([100, 26]);
  const large = layoutOf((sheet) => sheet.load([['x']], { row: 19_999, column: 59 }));
  expect([large.rows.count, large.columns.count]).toEqual([20_040, 68]);
});

test('widths are points, four thirds of a pixel; hidden rows and columns take no place', () => {
  const layout = layoutOf((sheet) => {
    sheet.columnWidths.set(0, 75);
    sheet.hiddenColumns.add(1);
    sheet.hiddenRows.add(0);
    sheet.rowHeights.set(1, 30);
  });
  expect(layout.box(area('A1:C2'))).toEqual({ left: 0, top: 0, width: 100 + 0 + 72, height: 0 + 40 });
});

test.each([
  ['one line', 'short', 20],
  ['a sentence in Chinese, two columns wide each', '應收 1,340，實收 1,340：完全相符。', 4 + 4 * 18],
  ['a line break', 'a\nb', 4 + 2 * 18],
])('a wrapped text makes its row as high as it needs: %s', (_what, text, height) => {
  const layout = layoutOf((sheet) => {
    sheet.load([[text]]);
    sheet.restyle(area('A1'), (style) => ({ ...style, wrapText: true }));
  });
  expect(layout.rows.size(0)).toBe(height);
});

test('a large font makes its row higher', () => {
  const layout = layoutOf((sheet) => sheet.restyle(area('A1'), (style) => ({ ...style, fontSize: 16 })));
  expect(layout.rows.size(0)).toBe(30);
});

test('Chinese characters are two Latin ones wide', () => {
  expect([textWidth('abc'), textWidth('對帳'), textWidth('RC對')]).toEqual([3, 4, 4]);
});

test.each([
  [0, 0],
  [19, 0],
  [20, 1],
  [1_999, 99],
  [9_999, 99],
  [-5, 0],
])('the row at %i pixels is number %i', (position, row) => {
  expect(layoutOf().rows.at(position)).toBe(row);
});

test('what is drawn is what is in sight and a little more, whatever the size of the sheet', () => {
  const layout = layoutOf((sheet) => sheet.load([['x']], { row: 19_999, column: 0 }));
  const { rows, columns } = viewportOf(layout, { left: 0, top: 10_000 * 20, width: 1_000, height: 600 });
  expect(rows.first).toBeLessThanOrEqual(10_000);
  expect(rows.last).toBeGreaterThanOrEqual(10_030);
  expect(rows.last - rows.first).toBeLessThan(80);
  expect(columns).toEqual({ first: 0, last: 19 });
});

test.each([
  ['a cell in sight leaves all as it is', 'C5', 100, 100],
  ['a cell below scrolls just so far that it is seen whole', 'A50', 50 * 20 - (422 - 22), 0],
  ['a cell above comes to the top', 'A3', 40, 0],
])('%s', (_what, address, top, left) => {
  const element = { scrollTop: 100, scrollLeft: left === 100 ? 100 : 0, clientHeight: 422, clientWidth: 900 };
  const at = address === 'C5' ? spot('D8') : spot(address);
  scrollTo(element, layoutOf(), at);
  expect([element.scrollTop, element.scrollLeft]).toEqual([top, left]);
});

test('frozen cells never scroll anything', () => {
  const element = { scrollTop: 500, scrollLeft: 300, clientHeight: 422, clientWidth: 900 };
  const frozen = layoutOf((sheet) => {
    sheet.frozen = { rows: 4, columns: 2 };
  });
  scrollTo(element, frozen, spot('A1'));
  expect([element.scrollTop, element.scrollLeft]).toEqual([500, 300]);
});

test.each([
  ['in the scrolling part', 52 + 200, 22 + 100, 'E10'],
  ['in the frozen rows', 52 + 200, 22 + 10, 'E1'],
  ['in the frozen columns', 52 + 10, 22 + 100, 'A10'],
  ['left of and above everything', 0, 0, 'A1'],
])('the cell under the pointer %s', (_what, clientX, clientY, address) => {
  const layout = layoutOf((sheet) => {
    sheet.frozen = { rows: 1, columns: 1 };
  });
  const element = { scrollTop: 80, scrollLeft: 144, getBoundingClientRect: () => ({ left: 0, top: 0 }) };
  expect(hitCell(element as HTMLDivElement, layout, { clientX, clientY })).toEqual(spot(address));
});
