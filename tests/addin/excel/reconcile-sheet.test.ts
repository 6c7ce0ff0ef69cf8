// The one click on the sample pair: real code all the way, from Microsoft's client over the real server into new sheets.
import { createApiClient } from '../../../addin/api-client.ts';
import { lookAtWorkbook } from '../../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../../addin/excel/write-sheets.ts';
import { reconcileSheet, type ReconcileTools } from '../../../addin/reconcile-sheet.ts';
import { isNothingNew, isProven, type Reconciled, rowsThatWere } from '../../../addin/result-facts.ts';
import { DEFAULT_SETTINGS } from '../../../addin/settings.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import { readableAmount } from '../../../core/money.ts';
import { shopeePair } from '../../../bench/shopee-pair.ts';
import type { Workbook as WorkbookShape } from '../../../workbench/host/model/shape.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { type ExcelOptions, openExcel } from '../../../workbench/host/node-bridge.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { everythingOn, sheetNames } from './cells-of.ts';
import { sampleBook } from './sample-book.ts';
import { watching } from './watching.ts';

let server: TestServer;
let leave = () => {};
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  leave();
  await server.close();
});

function toolsOn(workbook: WorkbookShape, options: ExcelOptions = {}): ReconcileTools {
  leave = openExcel({ ...options, workbook }).useAsGlobals();
  return {
    excel: { lookAtWorkbook, readSheet, writeSheets },
    api: createApiClient({ address: server.address, accessKey: '' }),
    settings: DEFAULT_SETTINGS,
    language: 'zh-TW',
    today: '2024-06-01' as BusinessDate,
  };
}

async function reconciled(tools: ReconcileTools, leftOut?: ReadonlySet<string>): Promise<Reconciled> {
  const outcome = await reconcileSheet(tools, watching(), leftOut ? { leftOut } : {});
  if (outcome.outcome !== 'reconciled') throw new Error(`expected a result, got: ${outcome.outcome}`);
  return outcome;
}

const headlines = (run: Reconciled) =>
  Object.fromEntries(run.result.orders.map((order) => [order.orderNumber, order.headline]));

test('one click on the payout sheet brings the order sheet along and explains every dollar', async () => {
  const workbook = await sampleBook();
  const sources = sheetNames(workbook);
  workbook.activate(workbook.sheet('Income'));
  const before = sources.map((name) => everythingOn(workbook.sheet(name)));
  const run = await reconciled(toolsOn(workbook));

  expect(run.imported.map((sheet) => sheet.sheet.look.name)).toEqual(['orders', 'Income']);
  const [proof] = run.result.conservation;
  expect(proof && [readableAmount(proof.net), isProven(proof)]).toEqual(['1,531', true]);
  expect(headlines(run)).toEqual({
    '2405018K2M4N6P': 'EXACT',
    '2405029Q3R5S7T': 'CANCELLED',
    '2405031U4V6W8X': 'REFUND_PARTIAL',
  });
  expect(run.written.map((sheet) => sheet.key)).toEqual(expect.arrayContaining(['summary', 'orders', 'receipts']));
  expect(workbook.activeSheet.name).toBe(run.written[0]?.name);
  expect(sources.map((name) => everythingOn(workbook.sheet(name)))).toEqual(before);
});

test('the summary’s live formulas compute to difference 0', async () => {
  const workbook = await sampleBook();
  const run = await reconciled(toolsOn(workbook));
  const summary = workbook.sheet(run.written[0]?.name ?? '');
  const rows = Array.from({ length: summary.usedSize().rows }, (_, row) =>
    [0, 1, 2].map((at) => summary.cell(row, at)),
  );
  const differences = rows.filter(([label, amount]) => label?.value === '差額' && amount?.formula !== undefined);
  expect(differences.length).toBeGreaterThan(0);
  for (const [, amount, count] of differences) {
    expect([amount?.value, count?.value]).toEqual([0, 0]);
  }
});

test('the steps are reported in order', async () => {
  const watch = watching();
  await reconcileSheet(toolsOn(await sampleBook()), watch);
  const steps = watch.reports.map((report) => report.step);
  expect([...new Set(steps)]).toEqual(['reading', 'checking', 'sending', 'reconciling', 'writing']);
});

test('a second click says that nothing is new, and the books stay as they were', async () => {
  const workbook = await sampleBook();
  const tools = toolsOn(workbook);
  const first = await reconciled(tools);
  expect(isNothingNew(first)).toBe(false);
  const second = await reconciled(tools); // now on our own summary: the exports of the workbook again
  expect(isNothingNew(second)).toBe(true);
  expect(rowsThatWere('created', second)).toBe(0);
  expect(second.result.receipts).toEqual(first.result.receipts);
  expect(sheetNames(workbook)).toHaveLength(2 + first.written.length);
});

test('a copy of an export in the same workbook counts once, and the proof still holds', async () => {
  const workbook = await sampleBook();
  const copy = workbook.sheets.add('Income (2)');
  const income = workbook.sheet('Income');
  const { rows, columns } = income.usedSize();
  copy.load(
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, at) => income.value(row, at))),
  );
  const run = await reconciled(toolsOn(workbook));
  expect(run.imported.map((sheet) => sheet.sheet.look.name)).toEqual(['orders', 'Income', 'Income (2)']);
  expect(run.result.conservation.map(isProven)).toEqual([true]);
  expect(run.result.receipts.map((receipt) => readableAmount(receipt.cash))).toEqual(['1,146', '385']);
});

test('a sheet left out stays out', async () => {
  const workbook = await sampleBook();
  workbook.activate(workbook.sheet('Income'));
  const run = await reconciled(toolsOn(workbook), new Set([workbook.sheet('orders').id]));
  expect(run.imported.map((sheet) => sheet.sheet.look.name)).toEqual(['Income']);
  expect(run.result.unlinked).toHaveLength(2);
});

test('on a sheet of the user’s own nothing is sent, and the exports beside it are named', async () => {
  const workbook = await sampleBook();
  const notes = workbook.sheets.add('notes');
  notes.load([['remember', 'the milk']]);
  workbook.activate(notes);
  const outcome = await reconcileSheet(toolsOn(workbook), watching());
  expect(outcome).toMatchObject({
    outcome: 'nothing to reconcile',
    view: { active: { is: 'refused', refusal: { code: 'UNKNOWN_REPORT' } } },
  });
  if (outcome.outcome !== 'nothing to reconcile') return;
  expect(outcome.view.beside.map((sheet) => sheet.look.name)).toEqual(['orders', 'Income']);
  expect(sheetNames(workbook)).toEqual(['orders', 'Income', 'notes']);
});

test('an export without one of its required columns is refused by the name of the column', async () => {
  const workbook = await sampleBook();
  const income = workbook.sheet('Income');
  const header = Array.from({ length: income.usedSize().columns }, (_, column) => income.value(5, column));
  income.load([['不是這個名字']], { row: 5, column: header.indexOf('錢包入帳金額') });
  workbook.activate(income);
  const outcome = await reconcileSheet(toolsOn(workbook), watching());
  expect(outcome).toMatchObject({
    outcome: 'nothing to reconcile',
    view: { active: { refusal: { code: 'MISSING_COLUMN', columns: ['錢包入帳金額'] } } },
  });
});

test('a file that does not add up is not pushed by a mapping that nobody has confirmed', async () => {
  const workbook = await sampleBook();
  const income = workbook.sheet('Income');
  const header = Array.from({ length: income.usedSize().columns }, (_, column) => income.value(5, column));
  income.load([['abc']], { row: 6, column: header.indexOf('商品原價') });
  const outcome = await reconcileSheet(toolsOn(workbook), watching());
  expect(outcome).toEqual({ outcome: 'unconfirmed', sheet: 'Income' });
  expect(sheetNames(workbook)).toEqual(['orders', 'Income']);
});

test('a row that cannot be read is left out, listed, and its money is not lost from the proof', async () => {
  const workbook = await sampleBook();
  const income = workbook.sheet('Income');
  const header = Array.from({ length: income.usedSize().columns }, (_, column) => income.value(5, column));
  income.load([['abc']], { row: 6, column: header.indexOf('商品原價') });
  const tools = toolsOn(workbook);
  await (await tools.api.library()).confirm('shopee-tw.income', { origin: 'built-in', version: 2 }, '王會計');
  const run = await reconciled(tools);
  const [proof] = run.result.conservation;
  expect(proof && [readableAmount(proof.net), readableAmount(proof.dispositions.rejected), isProven(proof)]).toEqual([
    '1,531',
    '1,146',
    true,
  ]);
  const problems = workbook.sheet(run.written.find((sheet) => sheet.key === 'problems')?.name ?? '');
  const texts = Array.from({ length: problems.usedSize().rows }, (_, row) =>
    Array.from({ length: problems.usedSize().columns }, (__, column) => String(problems.value(row, column))).join('|'),
  );
  expect(texts.join('\n')).toContain('「abc」不是金額');
});

test.each(['sending', 'reconciling', 'writing'] as const)(
  'cancelled while %s: no result sheet stays, and the next click finishes the work',
  async (step) => {
    const workbook = await sampleBook();
    const tools = toolsOn(workbook);
    const cancelled = reconcileSheet(
      tools,
      watching((progress) => progress.step === step),
    );
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    expect(sheetNames(workbook)).toEqual(['orders', 'Income']);
    const run = await reconciled(tools);
    expect(headlines(run)['2405018K2M4N6P']).toBe('EXACT');
    expect(run.result.receipts.length).toBeGreaterThan(0);
  },
);

test('a long pair goes through in blocks, with progress all the way, and proves itself', async () => {
  const pair = shopeePair(3_000);
  const workbook = new Workbook({ name: 'long.xlsx', sheetNames: ['orders', 'Income'] });
  workbook.sheet('orders').load(pair.orders.rows);
  workbook.sheet('Income').load(pair.income.rows);
  const watch = watching();
  const run = await reconcileSheet({ ...toolsOn(workbook), language: 'en' }, watch);
  expect(run).toMatchObject({
    outcome: 'reconciled',
    result: { conservation: [{ net: pair.net * 10_000, difference: 0, rowDifference: 0 }] },
  });
  const reportsOf = (step: string) => watch.reports.filter((report) => report.step === step).length;
  expect(reportsOf('reading')).toBeGreaterThan(6);
  expect(reportsOf('writing')).toBeGreaterThan(8);
});
