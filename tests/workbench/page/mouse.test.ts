/** @jest-environment jsdom */
// The mouse on the grid. jsdom has no layout, so the grid is told that it is 1,000 by 600 pixels at the page's corner.
import { fireEvent, screen } from '@testing-library/react';
import type { Sheet } from '../../../workbench/host/model/shape.ts';
import type { View } from './open-view.ts';
import { openView, words } from './open-view.ts';
import { area, sheetOf, spot } from './sheets.ts';

const COLUMN = 72;
const ROW = 20;
const HEAD = { left: 52, top: 22 };

beforeAll(() => {
  // jsdom knows no pointers: the events are mouse events of other names.
  Object.assign(window, { PointerEvent: MouseEvent });
  const size = (pixels: number) => ({ configurable: true, get: () => pixels });
  Object.defineProperties(HTMLElement.prototype, { clientWidth: size(1_000), clientHeight: size(600) });
});

/** The middle of a cell, whatever lies there. */
function point(address: string): { clientX: number; clientY: number } {
  const { row, column } = spot(address);
  return { clientX: HEAD.left + (column + 0.5) * COLUMN, clientY: HEAD.top + (row + 0.5) * ROW };
}

interface Hand extends View {
  readonly press: (address: string, how?: object) => void;
  readonly drag: (address: string) => void;
  readonly letGo: (address: string) => void;
  readonly click: (address: string, how?: object) => void;
}

function handOn(sheet: Sheet): Hand {
  const view = openView(sheet);
  const at = (address: string) =>
    document.querySelector(`[data-cell=${address}]`) ?? screen.getAllByRole('table').at(-1) ?? document.body;
  const send =
    (kind: 'pointerDown' | 'pointerMove' | 'pointerUp') =>
    (address: string, how: object = {}) =>
      void fireEvent[kind](at(address), { ...point(address), button: 0, ...how });
  const [press, drag, letGo] = [send('pointerDown'), send('pointerMove'), send('pointerUp')];
  const click = (address: string, how: object = {}) => {
    press(address, how);
    letGo(address, how);
  };
  return { ...view, press, drag, letGo, click };
}

test('a click selects the cell under it, and the keyboard goes on from there', async () => {
  const sheet = sheetOf('a | b');
  const { click, address, user } = handOn(sheet);
  click('C5');
  expect([address(), sheet.selection]).toEqual(['C5', area('C5')]);
  await user.keyboard('7{Enter}');
  expect([sheet.value(4, 2), address()]).toEqual([7, 'C6']);
});

test('dragging selects a block from where it began, in any direction', () => {
  const { press, drag, letGo, address } = handOn(sheetOf('a'));
  press('C5');
  drag('D6');
  drag('A2');
  expect(address()).toBe('A2:C5');
  letGo('A2');
  drag('F9');
  expect(address()).toBe('A2:C5');
});

test('shift and a click reach from the active cell', () => {
  const { click, address } = handOn(sheetOf('a'));
  click('B2');
  click('D4', { shiftKey: true });
  expect(address()).toBe('B2:D4');
});

test('the right button selects nothing', () => {
  const { click, address } = handOn(sheetOf('a'));
  click('C5', { button: 2 });
  expect(address()).toBe('A1');
});

test.each([
  ['a column letter', '.heads.columns .head[data-column="2"]', 'C1', 'C:C'],
  ['a row number', '.heads.rows .head[data-row="3"]', 'A4', '4:4'],
])('a click on %s selects all of it', (_what, selector, near, selected) => {
  const { address } = handOn(sheetOf('a'));
  const head = document.querySelector(selector) ?? document.body;
  fireEvent.pointerDown(head, { ...point(near), button: 0 });
  expect(address()).toBe(selected);
});

test('a double click edits what stands in the cell', async () => {
  const sheet = sheetOf('12');
  const { click, user } = handOn(sheet);
  click('A1');
  fireEvent.doubleClick(document.querySelector('[data-cell=A1]') ?? document.body, point('A1'));
  await user.keyboard('3{Enter}');
  expect(sheet.value(0, 0)).toBe(123);
});

test('a click elsewhere finishes an edit', async () => {
  const sheet = sheetOf('a');
  const { click, user } = handOn(sheet);
  await user.keyboard('typed');
  click('C3');
  expect([sheet.value(0, 0), sheet.selection]).toEqual(['typed', area('C3')]);
});

test('a click on a link follows it; selecting over it does not', () => {
  const sheet = sheetOf('a | =HYPERLINK("#Second!B3","row 3")');
  const second = sheet.workbook.sheets.add('Second');
  const { press, drag, letGo, click } = handOn(sheet);
  press('A1');
  drag('B1');
  letGo('B1');
  expect(sheet.workbook.activeSheet).toBe(sheet);
  click('B1');
  expect([sheet.workbook.activeSheet.name, second.selection]).toEqual(['Second', area('B3')]);
});

test('a link into the web opens beside, without a way back to this page', () => {
  const opened: unknown[] = [];
  jest.spyOn(window, 'open').mockImplementation((...inputs) => {
    opened.push(inputs);
    return null;
  });
  const { click } = handOn(sheetOf('=HYPERLINK("https://example.com/","x")'));
  click('A1');
  expect(opened).toEqual([['https://example.com/', '_blank', 'noopener,noreferrer']]);
});

test('the end of a table header opens its filter, the rest of it selects; a click elsewhere closes it', () => {
  const sheet = sheetOf('status | net', 'exact | 1');
  sheet.workbook.tables.add(sheet, area('A1:B2'), true);
  const { click } = handOn(sheet);
  const header = document.querySelector('[data-cell=B1]') ?? document.body;
  jest.spyOn(header, 'getBoundingClientRect').mockReturnValue({ ...new DOMRect(), left: 124, right: 196, bottom: 42 });
  click('B1');
  expect([sheet.selection, screen.queryByRole('dialog')]).toEqual([area('B1'), null]);
  fireEvent.pointerDown(header, { clientX: 190, clientY: 30, button: 0 });
  expect(screen.getByRole('dialog', { name: words.filter('net') }).style.left).toBe('124px');
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('dialog')).toBeNull();
});
