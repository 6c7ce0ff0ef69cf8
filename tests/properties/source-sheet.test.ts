// I17: whatever stands in the user's sheets, and however a run on them ends, not one of their cells is changed.
// Through the add-in on Microsoft's own client, with the sample exports and anything written into and beside them.
import fc from '../fast-check.ts';
import { createApiClient } from '../../addin/api-client.ts';
import { lookAtWorkbook } from '../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../addin/excel/write-sheets.ts';
import { reconcileSheet } from '../../addin/reconcile-sheet.ts';
import { DEFAULT_SETTINGS } from '../../addin/settings.ts';
import type { CellWrite } from '../../workbench/host/model/shape.ts';
import { openExcel } from '../../workbench/host/node-bridge.ts';
import { everythingOn, sheetNames } from '../addin/excel/cells-of.ts';
import { sampleBook } from '../addin/excel/sample-book.ts';
import { watching } from '../addin/excel/watching.ts';
import { startTestServer } from '../addin/test-server.ts';
import { day } from '../server/fixtures.ts';

const anyCell = fc.record({
  sheet: fc.nat(1),
  row: fc.nat(30),
  column: fc.nat(40),
  input: fc.constantFrom<CellWrite>(
    '',
    'x',
    "'=1+1",
    '=A1&"!"',
    '=SUM(A1:C9)',
    0,
    -12.5,
    1e15,
    true,
    '  0012 ',
    '訂單編號',
  ),
});

interface End {
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly written: number;
}

/** One click on the sample exports with these cells written over them. */
async function clickWith(
  cells: readonly { sheet: number; row: number; column: number; input: CellWrite }[],
): Promise<End> {
  const workbook = await sampleBook();
  const sources = sheetNames(workbook);
  for (const { sheet, row, column, input } of cells) {
    workbook.sheet(sources[sheet] ?? 'Income').load([[input]], { row, column });
  }
  workbook.activate(workbook.sheet('Income'));
  const everything = () => sources.map((name) => everythingOn(workbook.sheet(name)));
  const before = everything();
  const server = await startTestServer();
  const leave = openExcel({ workbook }).useAsGlobals();
  const tools = {
    excel: { lookAtWorkbook, readSheet, writeSheets },
    api: createApiClient({ address: server.address, accessKey: '' }),
    ...{ settings: DEFAULT_SETTINGS, language: 'zh-TW' as const, today: day('2024-06-01') },
  };
  await reconcileSheet(tools, watching()).catch(() => null);
  leave();
  await server.close();
  return { before, after: everything(), written: sheetNames(workbook).length - sources.length };
}

// Seen to fail when `writeSheets` wrote into the active sheet instead of one of its own.
test('I17 the cells of the source sheets are never changed', async () => {
  expect((await clickWith([])).written).toBeGreaterThan(0);
  await fc.assert(
    fc.asyncProperty(fc.array(anyCell, { maxLength: 6 }), async (cells) => {
      const { before, after } = await clickWith(cells);
      expect(after).toEqual(before);
    }),
    { numRuns: 8, seed: 20240605 },
  );
}, 60_000);
