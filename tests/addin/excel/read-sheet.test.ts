// Reading a worksheet through Microsoft's client: in blocks, whole, and without leaving a trace.
import { readSheet, rowsPerBlock } from '../../../addin/excel/read-sheet.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { everythingOn } from './cells-of.ts';
import { watching } from './watching.ts';

type Rows = (string | number | boolean)[][];

function bookWith(rows: Rows, at = { row: 0, column: 0 }) {
  const workbook = new Workbook({ name: 'export.xlsx', sheetNames: ['orders'] });
  workbook.sheet('orders').load(rows, at);
  return workbook;
}

let leave = () => {};
function excelOn(workbook: Workbook, limits = {}) {
  const excel = openExcel({ workbook, limits });
  leave = excel.useAsGlobals();
  return excel;
}
afterEach(() => leave());

const read = (workbook: Workbook, watch = watching()) => readSheet(workbook.sheet('orders').id, watch);

test('values come as they are, with the sheet’s own row and column numbers; an empty cell is null', async () => {
  const workbook = bookWith(
    [
      ['訂單編號', '金額', '已付'],
      ['00123', 12.5, true],
      ['', 1e18, false],
    ],
    { row: 5, column: 1 },
  );
  excelOn(workbook);
  expect(await read(workbook)).toEqual({
    table: {
      file: 'export.xlsx',
      sheet: 'orders',
      firstRow: 6,
      firstColumn: 2,
      rows: [
        ['訂單編號', '金額', '已付'],
        ['00123', 12.5, true],
        [null, 1e18, false],
      ],
    },
    hasHiddenRows: false,
  });
});

test('an empty sheet is a table without rows', async () => {
  const workbook = bookWith([]);
  excelOn(workbook);
  expect((await read(workbook)).table.rows).toEqual([]);
});

test.each([
  [1, 5_000],
  [10, 5_000],
  [56, 892],
  [200, 250],
  [80_000, 1],
])('a sheet of %i columns is read %i rows at a time', (columns, rows) => {
  expect(rowsPerBlock(columns)).toBe(rows);
});

const longExport = (rows: number): Rows =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: 50 }, (__, column) => `${row}·${column}`));

test('a long sheet comes in several answers, each far under the limit, and reports its progress', async () => {
  const workbook = bookWith(longExport(3_500));
  const { host } = excelOn(workbook);
  const watch = watching();
  const { table } = await read(workbook, watch);
  expect(table.rows).toHaveLength(3_500);
  expect(table.rows.at(-1)?.[49]).toBe('3499·49');
  expect(host.batches.filter((batch) => batch.responseBytes > 100_000)).toHaveLength(4);
  expect(Math.max(...host.batches.map((batch) => batch.responseBytes))).toBeLessThan(2_000_000);
  expect(watch.reports.map((report) => report.done)).toEqual([0, 1_000, 2_000, 3_000, 3_500]);
  expect(watch.reports[0]).toEqual({ step: 'reading', done: 0, total: 3_500, sheet: 'orders' });
});

test('when Excel says an answer is too large, smaller blocks are asked for and nothing is lost', async () => {
  const workbook = bookWith(longExport(1_000));
  const { host } = excelOn(workbook, { responseBytes: 100_000 });
  const { table } = await read(workbook);
  expect(table.rows.map((row) => row[0])).toEqual(longExport(1_000).map((row) => row[0]));
  expect(host.batches.some((batch) => batch.error === '5104')).toBe(true);
});

test('a single row that is too large is Excel’s error, not an endless loop', async () => {
  const workbook = bookWith([['x'.repeat(5_000)]]);
  excelOn(workbook, { responseBytes: 4_000 });
  await expect(read(workbook)).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});

test('cancelling stops between two blocks', async () => {
  const workbook = bookWith(longExport(3_500));
  excelOn(workbook);
  const watch = watching((progress) => progress.done >= 1_000);
  await expect(read(workbook, watch)).rejects.toMatchObject({ name: 'AbortError' });
  expect(watch.reports.at(-1)?.done).toBe(1_000);
});

test('reading changes nothing in the workbook', async () => {
  const workbook = bookWith(longExport(200));
  excelOn(workbook);
  const before = everythingOn(workbook.sheet('orders'));
  workbook.isDirty = false;
  await read(workbook);
  expect(workbook.isDirty).toBe(false);
  expect(everythingOn(workbook.sheet('orders'))).toEqual(before);
});

test.each([
  ['some', [2, 3, 7]],
  ['all', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('with %s rows hidden every row is read, and it is said', async (_, hidden) => {
  const workbook = bookWith(longExport(10));
  for (const row of hidden) workbook.sheet('orders').hiddenRows.add(row);
  excelOn(workbook);
  const reading = await read(workbook);
  expect(reading.table.rows).toHaveLength(10);
  expect(reading.hasHiddenRows).toBe(true);
});
