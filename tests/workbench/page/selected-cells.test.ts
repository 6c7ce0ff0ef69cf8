// The keyboard on the grid, by Excel's rules.
import { formatArea } from '../../../workbench/host/model/area.ts';
import type { KeyPress } from '../../../workbench/page/grid/selected-cells.ts';
import { moveSelection, selectedArea, selectedOn } from '../../../workbench/page/grid/selected-cells.ts';
import { area, sheetOf, spot } from './sheets.ts';

const sheet = sheetOf('a | b | . | d', 'a | . | . | d', '. | . | . | .', 'a | b | c | d');
const bounds = { rows: 100, columns: 26, page: 30 };

function press(keys: string, from: string): string | undefined {
  const [first = 'A1', last = first] = from.split(':');
  const key = keys.split('+').at(-1) ?? '';
  const pressed: KeyPress = { key, shift: keys.includes('Shift'), ctrl: keys.includes('Ctrl') };
  const moved = moveSelection(sheet, { active: spot(first), lead: spot(last) }, pressed, bounds);
  return moved && formatArea(selectedArea(moved));
}

test.each([
  ['ArrowDown', 'B2', 'B3'],
  ['ArrowUp', 'A1', 'A1'],
  ['ArrowLeft', 'A1', 'A1'],
  ['ArrowRight', 'Z1', 'Z1'],
  ['Enter', 'B2', 'B3'],
  ['Shift+Enter', 'B2', 'B1'],
  ['Tab', 'B2', 'C2'],
  ['Shift+Tab', 'B2', 'A2'],
  ['PageDown', 'B2', 'B32'],
  ['PageDown', 'B90', 'B100'],
  ['PageUp', 'B2', 'B1'],
  ['Home', 'C4', 'A4'],
  ['Ctrl+Home', 'C4', 'A1'],
  ['Ctrl+End', 'A1', 'D4'],
  ['End', 'A1', undefined],
  ['x', 'A1', undefined],
])('%s on %s goes to %s', (keys, from, to) => {
  expect(press(keys, from)).toBe(to);
});

test.each([
  ['the end of the filled block', 'Ctrl+ArrowDown', 'A1', 'A2'],
  ['over the gap to the next block', 'Ctrl+ArrowDown', 'A2', 'A4'],
  ['the end of the sheet when nothing follows', 'Ctrl+ArrowDown', 'A4', 'A100'],
  ['from an empty cell to the next filled one', 'Ctrl+ArrowRight', 'C1', 'D1'],
  ['back to the start', 'Ctrl+ArrowUp', 'A100', 'A4'],
])('Ctrl and an arrow: %s', (_what, keys, from, to) => {
  expect(press(keys, from)).toBe(to);
});

test.each([
  ['Shift+ArrowDown', 'B2', 'B2:B3'],
  ['Shift+ArrowRight', 'B2:B3', 'B2:C3'],
  ['Shift+ArrowUp', 'B2:B3', 'B2'],
  ['Ctrl+Shift+ArrowDown', 'A1', 'A1:A2'],
  ['ArrowDown', 'B2:C3', 'B3'],
])('%s on %s selects %s', (keys, from, to) => {
  expect(press(keys, from)).toBe(to);
});

test('hidden rows and columns are stepped over', () => {
  const filtered = sheetOf('a', 'b', 'c');
  filtered.hiddenRows.add(1);
  const from = { active: spot('A1'), lead: spot('A1') };
  const moved = moveSelection(filtered, from, { key: 'ArrowDown', shift: false, ctrl: false }, bounds);
  expect(moved?.active).toEqual(spot('A3'));
});

test('what the user selected keeps its active cell; what another selected begins at its top left', () => {
  const page = sheetOf('a');
  const before = { active: spot('C3'), lead: spot('A1') };
  page.selection = area('A1:C3');
  expect(selectedOn(page, before)).toBe(before);
  page.selection = area('B2:D4');
  expect(selectedOn(page, before)).toEqual({ active: spot('B2'), lead: spot('D4') });
});
