// Links, the clipboard, filters, and the figures of the status bar.
import type { Sheet, Table } from '../../../workbench/host/model/shape.ts';
import { clipboardText, pasteText, readLines } from '../../../workbench/page/grid/clipboard.ts';
import { filterChoices, filterRows } from '../../../workbench/page/grid/filter-rows.ts';
import { hasLink, linkTarget } from '../../../workbench/page/grid/link-target.ts';
import { selectionFacts } from '../../../workbench/page/selection-facts.ts';
import { watchWorkbook } from '../../../workbench/page/use-workbook.ts';
import { area, sheetOf, spot } from './sheets.ts';

test.each([
  ['a cell of another sheet', `=HYPERLINK("#'訂 單'!A5","row 5")`, { to: 'cells', sheet: '訂 單', row: 4 }],
  ['a cell of this sheet', '=HYPERLINK("#C2","there")', { to: 'cells', sheet: 'Sheet1', row: 1 }],
  ['a page of the web', '=HYPERLINK("https://example.com/a")', { to: 'web', address: 'https://example.com/a' }],
  ['nowhere: the sheet is gone', `=HYPERLINK("#'gone'!A1","x")`, undefined],
  ['nowhere: a script', '=HYPERLINK("javascript:alert(1)","x")', undefined],
])('a link formula leads to %s', (_what, formula, expected) => {
  const sheet = sheetOf(formula.replaceAll('|', ''));
  sheet.workbook.sheets.add('訂 單');
  const target = linkTarget(sheet, 0, 0);
  expect(hasLink(sheet, 0, 0)).toBe(true);
  const { place } = target?.to === 'cells' ? target : {};
  expect(place ? { to: 'cells', sheet: place.sheet.name, row: place.area.row } : target).toEqual(expected);
});

test('a link hung on a cell leads on too; other cells have none', () => {
  const sheet = sheetOf('a', '=SUM(1)');
  sheet.hyperlinks.set(0, { documentReference: 'Sheet1!B7' });
  expect(linkTarget(sheet, 0, 0)).toEqual({ to: 'cells', place: { sheet, area: area('B7') } });
  expect([hasLink(sheet, 1, 0), linkTarget(sheet, 1, 0)]).toEqual([false, undefined]);
});

test('cells are copied as their texts', () => {
  const sheet = sheetOf('order | 1,200.50', '. | say "hi"');
  expect(clipboardText(sheet, area('A1:C9'))).toBe('order\t1,200.50\n\t"say ""hi"""');
  expect(clipboardText(sheet, area('H1:H2'))).toBe('');
});

test.each([
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\t\r\n\tb\r\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['"two\nlines"\tx', [['two\nlines', 'x']]],
  ['"say ""hi"""', [['say "hi"']]],
  ['', [['']]],
])('%j is read as lines of cells', (text, lines) => {
  expect(readLines(text)).toEqual(lines);
});

test('pasted texts are entered as if typed, and say what they filled', () => {
  const sheet = sheetOf('a');
  expect(pasteText(sheet, spot('B2'), '1,200\t=B2*2')).toEqual(area('B2:C2'));
  expect([sheet.value(1, 1), sheet.value(1, 2)]).toEqual([1200, 2400]);
});

function statusTable(): { sheet: Sheet; table: Table } {
  const sheet = sheetOf('status | net', 'exact | 10', 'short | 20', 'exact | 30', '. | =SUBTOTAL(109,B2:B4)');
  return { sheet, table: sheet.workbook.tables.add(sheet, area('A1:B4'), true) };
}

test('a filter offers each text once with its count', () => {
  expect(filterChoices(statusTable().table, 0)).toEqual([
    { text: 'exact', count: 2, shown: true },
    { text: 'short', count: 1, shown: true },
  ]);
});

test('filtered rows are hidden, live totals follow, and taking the filter off shows all again', () => {
  const { sheet, table } = statusTable();
  filterRows(table, 0, ['exact']);
  expect([[...sheet.hiddenRows], sheet.value(4, 1)]).toEqual([[2], 40]);
  filterRows(table, 1, ['30']);
  expect([[...sheet.hiddenRows].sort(), sheet.value(4, 1)]).toEqual([[1, 2], 30]);
  expect(filterChoices(table, 0).map(({ shown }) => shown)).toEqual([true, false]);
  filterRows(table, 0, undefined);
  filterRows(table, 1, undefined);
  expect([sheet.hiddenRows.size, sheet.value(4, 1)]).toEqual([0, 60]);
});

test.each([
  ['numbers and texts', 'A1:B4', { count: 8, numbers: 3, sum: 60 }],
  ['a whole column', 'B1:B1048576', { count: 5, numbers: 4, sum: 120 }],
  ['one cell', 'B2', undefined],
  ['cells outside', 'H8:I9', undefined],
])('the status bar counts and sums %s', (_what, selection, facts) => {
  expect(selectionFacts(statusTable().sheet, area(selection))).toEqual(facts);
});

test('a sum shows no binary crumbs, and hidden rows do not count', () => {
  const sheet = sheetOf('0.1', '0.2', '5');
  sheet.hiddenRows.add(2);
  expect(selectionFacts(sheet, area('A1:A3'))).toEqual({ count: 2, numbers: 2, sum: 0.3 });
});

test('a thousand changes are told once a frame; selecting is no change of content', () => {
  const { workbook } = sheetOf('a');
  const frames: (() => void)[] = [];
  const watch = watchWorkbook(workbook, (work) => frames.push(work));
  let told = 0;
  const stop = watch.subscribe(() => told++);
  for (let row = 0; row < 1_000; row++) workbook.activeSheet.write({ ...area('A1'), row }, [['x']]);
  expect([told, frames.length]).toEqual([0, 1]);
  frames.shift()?.();
  expect([told, watch.getRevision()]).toEqual([1, { any: 1_000, content: 1_000 }]);
  workbook.select(workbook.activeSheet, area('B2'));
  frames.shift()?.();
  expect(watch.getRevision()).toEqual({ any: 1_001, content: 1_000 });
  stop();
  workbook.activeSheet.write(area('A1'), [['y']]);
  frames.shift()?.();
  expect(told).toBe(2);
});
