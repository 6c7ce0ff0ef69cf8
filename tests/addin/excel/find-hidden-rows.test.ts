// Hidden rows left out at the user's wish: they come as empty rows, so that all others keep their numbers.
import { readSheet } from '../../../addin/excel/read-sheet.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { sampleBook } from './sample-book.ts';
import { watching } from './watching.ts';

let leave = () => {};
afterEach(() => leave());

const ROWS = 1_000;

/** A sheet of numbered rows of which some are hidden; the numbers that were read. */
async function numbersRead(hidden: readonly number[], withoutHidden: boolean) {
  const workbook = await sampleBook();
  const sheet = workbook.sheets.add('numbers');
  sheet.load(Array.from({ length: ROWS }, (_, row) => [row]));
  for (const row of hidden) sheet.hiddenRows.add(row);
  leave = openExcel({ workbook }).useAsGlobals();
  const { table, hasHiddenRows } = await readSheet(sheet.id, watching(), { withoutHidden });
  return { hasHiddenRows, length: table.rows.length, numbers: table.rows.flatMap(([number]) => number ?? []) };
}

const all = Array.from({ length: ROWS }, (_, row) => row);

test.each([
  ['one row', [500]],
  ['the first and the last', [0, ROWS - 1]],
  ['a block', [100, 101, 102, 103]],
  ['every third row', all.filter((row) => row % 3 === 0)],
])('%s', async (_, hidden) => {
  expect(await numbersRead(hidden, true)).toEqual({
    hasHiddenRows: true,
    length: ROWS,
    numbers: all.filter((row) => !hidden.includes(row)),
  });
});

test('unless asked for, hidden rows are read like the others', async () => {
  expect((await numbersRead([500], false)).numbers).toEqual(all);
});

test('a sheet without hidden rows is read as it is', async () => {
  expect(await numbersRead([], true)).toEqual({ hasHiddenRows: false, length: ROWS, numbers: all });
});
