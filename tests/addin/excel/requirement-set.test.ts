// Nothing newer than manifest.xml asks for: all of the add-in's Excel code runs with the host declaring exactly its
// requirement sets and the client refusing every member above them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onSheetShown, showCell, showSheet } from '../../../addin/excel/go-to.ts';
import { lookAtWorkbook } from '../../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../../addin/excel/write-sheets.ts';
import type { RequirementSets } from '../../../workbench/host/requirement-sets.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { sampleBook } from './sample-book.ts';
import { someResults } from './some-results.ts';
import { watching } from './watching.ts';

const manifest = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');
const setsOfManifest: RequirementSets = Object.fromEntries(
  [...manifest.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"\/>/g)].map(([, name = '', version = '']) => [
    name,
    version,
  ]),
);

let leave = () => {};
afterEach(() => leave());

/** Everything the add-in asks of Excel, one after the other. */
async function useEverything(requirementSets: RequirementSets): Promise<void> {
  const workbook = await sampleBook();
  leave = openExcel({ workbook, requirementSets, isStrict: true }).useAsGlobals();
  await onSheetShown(() => {});
  const [first] = await lookAtWorkbook();
  if (!first) throw new Error('the sample workbook has no sheet');
  await readSheet(first.id, watching());
  const [summary] = await writeSheets(someResults(), watching());
  await writeSheets(someResults(), watching());
  await showSheet(summary?.id ?? '');
  await showCell(first.id, 2, 1);
}

test('the manifest names its sets', () => {
  expect(setsOfManifest).toEqual({ SharedRuntime: '1.1', ExcelApi: expect.stringMatching(/^1\.(\d|1[0-4])$/) });
});

test('with exactly these sets everything works', async () => {
  await expect(useEverything(setsOfManifest)).resolves.toBeUndefined();
});

test('the check bites: one set lower than the add-in needs, the client refuses', async () => {
  await expect(useEverything({ ...setsOfManifest, ExcelApi: '1.11' })).rejects.toMatchObject({ code: 'ApiNotFound' });
});
