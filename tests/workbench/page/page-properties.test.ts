// What must hold for any sheet: places on screen, the clipboard, the saved file, the keyboard.
import fc from '../../fast-check.ts';
import type { CellValue } from '../../../workbench/host/model/cell-grid.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { clipboardText, readLines } from '../../../workbench/page/grid/clipboard.ts';
import { moveFormula } from '../../../workbench/page/grid/conditional-looks.ts';
import { GridLayout } from '../../../workbench/page/grid/grid-layout.ts';
import { moveSelection } from '../../../workbench/page/grid/selected-cells.ts';
import { openFile } from '../../../workbench/page/open-file.ts';
import { saveWorkbook } from '../../../workbench/page/save-workbook.ts';
import { sheetOf } from './sheets.ts';

const index = fc.nat(60);

test('every position on screen belongs to the visible row that covers it', () => {
  const hidden = fc.uniqueArray(index, { maxLength: 30 });
  const heights = fc.array(fc.tuple(index, fc.integer({ min: 8, max: 90 })), { maxLength: 20 });
  fc.assert(
    fc.property(hidden, heights, fc.nat(3_000), (gone, tall, position) => {
      const sheet = sheetOf('a');
      gone.forEach((row) => sheet.hiddenRows.add(row));
      tall.forEach(([row, points]) => sheet.rowHeights.set(row, points));
      const { rows } = new GridLayout(sheet);
      const row = rows.at(Math.min(position, rows.total - 1));
      const inside = Math.min(position, rows.total - 1) - rows.start(row);
      expect(inside).toBeGreaterThanOrEqual(0);
      expect(inside).toBeLessThan(rows.size(row));
      expect(sheet.hiddenRows.has(row)).toBe(false);
    }),
  );
});

const plainText = fc.string({ maxLength: 12 }).map((text) => `x${text.replace(/\r/g, '')}`);

test('whatever is copied can be pasted as it was', () => {
  const block = fc.array(fc.tuple(plainText, plainText), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(block, (cells) => {
      const sheet = sheetOf('.');
      sheet.load(cells);
      const copied = clipboardText(sheet, { row: 0, column: 0, rows: cells.length, columns: 2 });
      expect(readLines(copied)).toEqual(cells);
    }),
  );
});

test('whatever stands in cells is in the saved file, in its place and of its kind', async () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
    fc.constantFrom('0012', '=1+1', '2405018123456789', '訂單編號', '+886', ' a ', 'TRUE'),
    fc.integer({ min: -1e12, max: 1e12 }).map((units) => units / 10_000),
    fc.boolean(),
  );
  const places = fc.uniqueArray(fc.tuple(fc.nat(20), fc.nat(8), value), {
    selector: ([row, column]) => row * 100 + column,
    minLength: 1,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(places, async (cells) => {
      const sheet = sheetOf('.');
      for (const [row, column, content] of cells) sheet.load([[content]], { row, column });
      const bytes = await saveWorkbook(sheet.workbook);
      const [back] = (await openFile(new Workbook({ sheetNames: [] }), bytes, 'saved.xlsx')) ?? [];
      expect(cells.map(([row, column]) => back?.value(row, column))).toEqual(cells.map(([, , content]) => content));
    }),
    { numRuns: 40 },
  );
});

test('no key leads out of the grid or onto a hidden row', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Tab', 'PageUp', 'PageDown', 'Home', 'End'];
  const press = fc.record({ key: fc.constantFrom(...keys), shift: fc.boolean(), ctrl: fc.constant(false) });
  const bounds = { rows: 100, columns: 26, page: 30 };
  fc.assert(
    fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
      const sheet = sheetOf('a | b', 'c | d');
      let at = { active: { row: 2, column: 2 }, lead: { row: 2, column: 2 } };
      for (const each of presses) at = moveSelection(sheet, at, each, bounds) ?? at;
      for (const { row, column } of [at.active, at.lead]) {
        expect([row >= 0, row < 100, column >= 0, column < 26]).toEqual([true, true, true, true]);
      }
    }),
  );
});

test('a formula moved there and back is the formula', () => {
  const corner = fc
    .tuple(
      fc.constantFrom('', '$'),
      fc.constantFrom('D', 'AA'),
      fc.constantFrom('', '$'),
      fc.integer({ min: 9, max: 99 }),
    )
    .map((parts) => parts.join(''));
  const formula = fc.array(corner, { minLength: 1, maxLength: 3 }).map((corners) => `=SUM(${corners.join(',')})&"A1"`);
  fc.assert(
    fc.property(formula, fc.nat(40), fc.nat(20), (text, down, right) => {
      expect(moveFormula(moveFormula(text, down, right), -down, -right)).toBe(text);
    }),
  );
});
