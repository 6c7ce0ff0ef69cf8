// Looking at a workbook and going to places in it, through Microsoft's client.
import { onSheetShown, showCell, showSheet } from '../../../addin/excel/go-to.ts';
import { lookAtWorkbook } from '../../../addin/excel/look-at-workbook.ts';
import { writeSheets } from '../../../addin/excel/write-sheets.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { sampleBook } from './sample-book.ts';
import { someResults } from './some-results.ts';
import { watching } from './watching.ts';

let leave = () => {};
function excelOn(workbook: Workbook) {
  const excel = openExcel({ workbook });
  leave = excel.useAsGlobals();
  return excel;
}
afterEach(() => leave());

test('every visible sheet is seen with its first rows; our own results are known by their mark', async () => {
  const workbook = await sampleBook();
  excelOn(workbook);
  const secret = workbook.sheets.add('secret');
  workbook.sheets.setVisibility(secret, 'Hidden');
  await writeSheets(someResults(), watching());
  const looks = await lookAtWorkbook();
  expect(looks.map(({ name, active, ours, rowCount }) => ({ name, active, ours, rowCount }))).toEqual([
    { name: 'orders', active: false, ours: null, rowCount: 5 },
    { name: 'Income', active: false, ours: null, rowCount: 8 },
    { name: '對帳結果', active: true, ours: 'summary', rowCount: 0 },
    { name: '訂單對帳', active: false, ours: 'orders', rowCount: 0 },
  ]);
  expect(looks[1]?.head).toMatchObject({ file: 'May.xlsx', sheet: 'Income', firstRow: 1, firstColumn: 1 });
  expect(looks[2]?.head.rows).toEqual([]);
});

test('of a long sheet only the first rows are read', async () => {
  const workbook = new Workbook({ sheetNames: ['long'] });
  workbook.sheet('long').load(Array.from({ length: 5_000 }, (_, row) => [`row ${row}`, row]));
  const { host } = excelOn(workbook);
  const [look] = await lookAtWorkbook();
  expect(look?.head.rows).toHaveLength(40);
  expect(look?.rowCount).toBe(5_000);
  expect(Math.max(...host.batches.map((batch) => batch.responseBytes))).toBeLessThan(20_000);
});

test('thirty sheets are looked at in a few requests', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `sheet ${index}`);
  const workbook = new Workbook({ sheetNames: names });
  const { host } = excelOn(workbook);
  expect(await lookAtWorkbook()).toHaveLength(30);
  expect(host.batches.length).toBeLessThan(15);
});

test('a sheet with only the mark of another program, or a copy of ours, is the user’s', async () => {
  const workbook = new Workbook({ sheetNames: ['copy', 'unknown'] });
  workbook.sheet('copy').customProperties.set('clearsheet.key', 'orders');
  workbook.sheet('copy').customProperties.set('clearsheet.name', '訂單對帳');
  workbook.sheet('unknown').customProperties.set('clearsheet.key', 'something');
  workbook.sheet('unknown').customProperties.set('clearsheet.name', 'unknown');
  excelOn(workbook);
  expect((await lookAtWorkbook()).map((look) => look.ours)).toEqual([null, null]);
});

test('a problem’s cell is shown and selected', async () => {
  const workbook = await sampleBook();
  excelOn(workbook);
  expect(await showCell(workbook.sheet('Income').id, 7, 3)).toBe(true);
  expect(workbook.activeSheet.name).toBe('Income');
  expect(workbook.sheet('Income').selection).toEqual({ row: 6, column: 2, rows: 1, columns: 1 });
});

test('a sheet that is gone is said to be gone', async () => {
  const workbook = await sampleBook();
  excelOn(workbook);
  expect(await showSheet(workbook.sheet('Income').id)).toBe(true);
  expect(await showSheet('{00000000-0000-0000-0000-000000000000}')).toBe(false);
  expect(await showCell('{00000000-0000-0000-0000-000000000000}', 1, 1)).toBe(false);
});

test('going to another sheet is noticed', async () => {
  const workbook = await sampleBook();
  excelOn(workbook);
  const noticed = new Promise<void>(
    (resolve) => void onSheetShown(resolve).then(() => showSheet(workbook.sheet('Income').id)),
  );
  await expect(noticed).resolves.toBeUndefined();
});
