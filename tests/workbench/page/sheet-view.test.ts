/** @jest-environment jsdom */
// Typing, moving and looking in the grid, as a user with a keyboard does it.
import { fireEvent, screen, within } from '@testing-library/react';
import { openView, words } from './open-view.ts';
import { area, sheetOf } from './sheets.ts';

test('the grid has the keyboard from the start: what is typed goes into the active cell', async () => {
  const sheet = sheetOf('a | b');
  const { user, address, shown } = openView(sheet);
  await user.keyboard('12.5{Enter}=A1*2{Enter}');
  expect([sheet.value(0, 0), sheet.value(1, 0), sheet.grid.formula(1, 0)]).toEqual([12.5, 25, '=A1*2']);
  expect([shown('A1'), shown('A2'), address()]).toEqual(['12.5', '25', 'A3']);
});

test('typing takes the place of what stood there; F2 goes on with it', async () => {
  const sheet = sheetOf('old | 10');
  const { user } = openView(sheet);
  await user.keyboard('new{Tab}');
  await user.keyboard('{F2}0{Enter}');
  expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual(['new', 100]);
});

test('escape gives the old content back', async () => {
  const sheet = sheetOf('old');
  const { user, formula } = openView(sheet);
  await user.keyboard('ne');
  expect(formula()).toBe('ne');
  await user.keyboard('{Escape}');
  expect([sheet.value(0, 0), formula()]).toEqual(['old', 'old']);
});

test('an edit that changes nothing leaves the cell as it came from the file', async () => {
  const sheet = sheetOf('a');
  sheet.load([['0012', '2405018123456789']]);
  const { user } = openView(sheet);
  await user.keyboard('{F2}{Enter}{ArrowUp}{ArrowRight}{F2}{Tab}');
  expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual(['0012', '2405018123456789']);
});

test('what is typed is written once, also when another tab is pressed instead of Enter', async () => {
  const sheet = sheetOf('a');
  sheet.workbook.sheets.add('Second');
  const edits: string[] = [];
  sheet.workbook.onChange((change) => change.kind === 'cells' && edits.push(change.sheet.name));
  const { user } = openView(sheet);
  await user.keyboard('1,000{Enter}more');
  await user.click(screen.getByRole('tab', { name: 'Second' }));
  expect([sheet.value(0, 0), sheet.value(1, 0), edits]).toEqual([1000, 'more', ['Sheet1', 'Sheet1']]);
});

test('what is typed never lands on a sheet that the pane went to meanwhile', async () => {
  const sheet = sheetOf('a');
  const second = sheet.workbook.sheets.add('Second');
  const { user, outside } = openView(sheet);
  await user.keyboard('half');
  outside(() => sheet.workbook.activate(second));
  await user.keyboard('{Enter}');
  expect([sheet.value(0, 0), second.value(0, 0)]).toEqual(['a', '']);
});

test('the delete key empties the selected cells and leaves their looks', async () => {
  const sheet = sheetOf('a | b', 'c | d');
  sheet.restyle(area('A1'), (style) => ({ ...style, bold: true }));
  const { user, shown } = openView(sheet);
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
  expect([shown('A1'), shown('A2'), shown('B1')]).toEqual([undefined, undefined, 'b']);
  expect(sheet.style(0, 0).bold).toBe(true);
});

test('the formula bar shows what the cell really holds, and takes edits', async () => {
  const sheet = sheetOf('=1+2');
  const { user, formula, shown } = openView(sheet);
  expect([formula(), shown('A1')]).toEqual(['=1+2', '3']);
  const bar = screen.getByRole('textbox', { name: words.formulaBar });
  await user.clear(bar);
  await user.type(bar, '=2+2{Enter}');
  expect([sheet.grid.formula(0, 0), shown('A1')]).toEqual(['=2+2', '4']);
});

test('the name box goes to an address, and refuses what is none', async () => {
  const sheet = sheetOf('a');
  const { user, address } = openView(sheet);
  const box = () => screen.getByRole('textbox', { name: words.nameBox });
  await user.clear(box());
  await user.type(box(), 'c7{Enter}');
  expect([address(), sheet.selection]).toEqual(['C7', area('C7')]);
  await user.clear(box());
  await user.type(box(), 'nonsense{Enter}');
  expect(sheet.selection).toEqual(area('C7'));
});

test('what the pane writes and selects is seen', () => {
  const sheet = sheetOf('a');
  const { outside, shown, address } = openView(sheet);
  outside(() => {
    sheet.write(area('B2'), [['from the pane']]);
    sheet.workbook.select(sheet, area('B2:C3'));
  });
  expect([shown('B2'), address()]).toEqual(['from the pane', 'B2:C3']);
});

test('tabs show the sheets, by mouse and by arrow keys; a hidden sheet has none', async () => {
  const sheet = sheetOf('first');
  const { sheets } = sheet.workbook;
  sheets.add('Second').load([['second']]);
  sheets.setVisibility(sheets.add('Draft'), 'Hidden');
  const { user, shown } = openView(sheet);
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Sheet1', 'Second']);
  await user.click(screen.getByRole('tab', { name: 'Second' }));
  expect([shown('A1'), sheet.workbook.activeSheet.name]).toEqual(['second', 'Second']);
  await user.click(screen.getByRole('tab', { name: 'Second' }));
  await user.keyboard('{ArrowLeft}');
  expect(shown('A1')).toBe('first');
  await user.click(screen.getByRole('button', { name: words.addSheet }));
  expect(screen.getAllByRole('tab', { selected: true })).toHaveLength(1);
  expect(screen.getAllByRole('tab')).toHaveLength(3);
});

test('the selection stays on each sheet while another is shown', async () => {
  const sheet = sheetOf('a');
  sheet.workbook.sheets.add('Second');
  const { user, address } = openView(sheet);
  await user.keyboard('{ArrowDown}{ArrowRight}');
  await user.click(screen.getByRole('tab', { name: 'Second' }));
  expect(address()).toBe('A1');
  await user.click(screen.getByRole('tab', { name: 'Sheet1' }));
  expect(address()).toBe('B2');
});

test('the status bar sums what is selected', async () => {
  const { user } = openView(sheetOf('1,000 | 20', '3 | text'));
  await user.keyboard('{Control>}a{/Control}');
  expect(screen.getByRole('contentinfo').textContent).toBe('Average 341Count 4Sum 1,023');
});

test('alt and arrow down on a header opens its filter; the rows left out go, and come back', async () => {
  const sheet = sheetOf('status | net', 'exact | 10', 'short | 20');
  sheet.workbook.tables.add(sheet, area('A1:B3'), true);
  const { user, shown } = openView(sheet);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  const list = screen.getByRole('dialog', { name: words.filter('status') });
  await user.click(within(list).getByRole('checkbox', { name: /exact/ }));
  await user.click(within(list).getByRole('button', { name: words.apply }));
  expect([shown('A2'), shown('A3'), screen.queryByRole('dialog')]).toEqual([undefined, 'short', null]);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await user.click(screen.getByRole('checkbox', { name: words.filterAll }));
  await user.click(screen.getByRole('button', { name: words.apply }));
  expect(shown('A2')).toBe('exact');
});

test('a filter without any value cannot be applied, and escape leaves it as it was', async () => {
  const sheet = sheetOf('status', 'exact');
  sheet.workbook.tables.add(sheet, area('A1:A2'), true);
  const { user } = openView(sheet);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await user.click(screen.getByRole('checkbox', { name: words.filterAll }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: words.apply }).disabled).toBe(true);
  await user.keyboard('{Escape}');
  expect([screen.queryByRole('dialog'), sheet.hiddenRows.size]).toEqual([null, 0]);
});

test('control and enter follows the link of the active cell', async () => {
  const sheet = sheetOf(`=HYPERLINK("#'Second'!B3","row 3")`);
  sheet.workbook.sheets.add('Second');
  const { user, address } = openView(sheet);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect([sheet.workbook.activeSheet.name, address()]).toEqual(['Second', 'B3']);
});

test('copied cells are pasted elsewhere', async () => {
  const sheet = sheetOf('a | 2');
  const { user, shown, address } = openView(sheet);
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  const clipboard = new Map<string, string>();
  const clipboardData = {
    setData: (kind: string, text: string) => clipboard.set(kind, text),
    getData: (kind: string) => clipboard.get(kind) ?? '',
  };
  fireEvent.copy(screen.getByRole('textbox', { name: /^Cells A1/ }), { clipboardData });
  expect(clipboard.get('text/plain')).toBe('a\t2');
  await user.keyboard('{ArrowDown}');
  fireEvent.paste(screen.getByRole('textbox', { name: /^Cells A2/ }), { clipboardData });
  expect([shown('A2'), shown('B2'), address()]).toEqual(['a', '2', 'A2:B2']);
});

test('frozen rows and columns make four parts, each a table of its own', () => {
  const sheet = sheetOf('a | b', 'c | d');
  sheet.frozen = { rows: 1, columns: 1 };
  openView(sheet);
  const tables = screen.getAllByRole('table').map((table) => table.textContent);
  expect(tables).toEqual(['a', 'b', 'c', 'd']);
});
