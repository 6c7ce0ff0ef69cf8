// Excel's documented limits, lowered so that small data reaches them: code must read and write in blocks.
import type { ExcelInNode } from '../../../workbench/host/node-bridge.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';

const rows = Array.from({ length: 2000 }, (_, index) => [`order ${index}`, index, '撥款']);
const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();

async function write({ Excel }: ExcelInNode, block: number): Promise<void> {
  await Excel.run(async (context) => {
    for (let start = 0; start < rows.length; start += block) {
      const part = rows.slice(start, start + block);
      sheetOf(context).getRangeByIndexes(start, 0, part.length, 3).values = part;
      await context.sync();
    }
  });
}

test('a request that is too large is refused and nothing of it is done', async () => {
  const excel = openExcel({ limits: { requestBytes: 30_000 } });
  await expect(write(excel, 2000)).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  expect(excel.workbook.activeSheet.usedSize()).toEqual({ rows: 0, columns: 0 });
});

test('the same rows go through in blocks', async () => {
  const excel = openExcel({ limits: { requestBytes: 30_000 } });
  await write(excel, 250);
  expect(excel.workbook.activeSheet.usedSize()).toEqual({ rows: 2000, columns: 3 });
  expect(Math.max(...excel.host.batches.map((batch) => batch.requestBytes))).toBeLessThanOrEqual(30_000);
});

test('a request is measured in bytes of UTF-8, not in characters', async () => {
  const text = '款'.repeat(1000);
  const send = (requestBytes: number) =>
    openExcel({ limits: { requestBytes } }).Excel.run(async (context) => {
      sheetOf(context).getRange('A1').values = [[text]];
      await context.sync();
    });
  await expect(send(3000)).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  await expect(send(6000)).resolves.toBeUndefined();
});

test('a response that is too large is refused', async () => {
  const excel = openExcel({ limits: { responseBytes: 30_000 } });
  excel.workbook.activeSheet.load(rows);
  const read = excel.Excel.run(async (context) => {
    sheetOf(context).getUsedRange().load('values');
    await context.sync();
  });
  await expect(read).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});

test('more cells than Excel reads at once are refused, whatever their size', async () => {
  const excel = openExcel({ limits: { cellsPerRead: 5999 } });
  excel.workbook.activeSheet.load(rows);
  const read = (address: string) =>
    excel.Excel.run(async (context) => {
      sheetOf(context).getRange(address).load('values');
      await context.sync();
    });
  await expect(read('A1:C2000')).rejects.toMatchObject({ code: 'RangeExceedsLimit' });
  await expect(read('A1:C1999')).resolves.toBeUndefined();
});

test("Excel's own limits hold when nothing is said", () => {
  expect(openExcel().host.limits).toEqual({
    requestBytes: 5_242_880,
    responseBytes: 5_242_880,
    cellsPerRead: 5_000_000,
  });
});

test('20,000 rows of 30 columns in blocks of 5,000 are four batches and one message each', async () => {
  const { Excel, host, workbook } = openExcel();
  const wide = Array.from({ length: 20_000 }, (_, row) => Array.from({ length: 30 }, (_none, column) => row + column));
  await Excel.run(async (context) => {
    for (let start = 0; start < wide.length; start += 5000) {
      sheetOf(context).getRangeByIndexes(start, 0, 5000, 30).values = wide.slice(start, start + 5000);
      await context.sync();
    }
  });
  expect(workbook.activeSheet.usedSize()).toEqual({ rows: 20_000, columns: 30 });
  expect(host.batches.filter((batch) => batch.requestBytes > 100_000)).toHaveLength(4);
});
