// One click on a bank statement, from Microsoft's client over the real server: its lines go to the account that the user
// named, the payouts are looked for in it, and the result stands on its own sheet.
import { createApiClient } from '../../../addin/api-client.ts';
import { lookAtWorkbook } from '../../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../../addin/excel/write-sheets.ts';
import { reconcileSheet, type ReconcileTools } from '../../../addin/reconcile-sheet.ts';
import { isNothingNew, linesThatWere, type Reconciled } from '../../../addin/result-facts.ts';
import { DEFAULT_SETTINGS } from '../../../addin/settings.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import { textOfAmount } from '../../../core/money.ts';
import { Workbook } from '../../../workbench/host/model/workbook.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
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

/** The golden income pays out 385 on one day and 1,146 on another; the bank says when 385 came. */
const STATEMENT = [
  ['Date', 'Label', 'Amount', 'Balance', 'Currency'],
  ['2024-05-10', 'Transfer', '385', '1385', 'TWD'],
  ['2024-05-31', 'Rent', '-300', '1085', 'TWD'],
];

function toolsOn(workbook: Workbook): ReconcileTools {
  leave = openExcel({ workbook }).useAsGlobals();
  return {
    excel: { lookAtWorkbook, readSheet, writeSheets },
    api: createApiClient({ address: server.address, accessKey: '' }),
    settings: { ...DEFAULT_SETTINGS, shops: { bank: '玉山' } },
    language: 'zh-TW',
    today: '2024-06-01' as BusinessDate,
  };
}

async function reconciled(tools: ReconcileTools): Promise<Reconciled> {
  const outcome = await reconcileSheet(tools, watching());
  if (outcome.outcome !== 'reconciled') throw new Error(`expected a result, got: ${JSON.stringify(outcome)}`);
  return outcome;
}

const states = (run: Reconciled) =>
  run.result.deposits?.batches.map(({ state, due }) => `${state} ${textOfAmount(due)}`).sort();

async function bookWithStatement(): Promise<Workbook> {
  const workbook = await sampleBook();
  const bank = workbook.sheets.add('bank');
  bank.load(STATEMENT);
  workbook.activate(bank);
  return workbook;
}

test('a statement beside the exports comes along: what arrived, what did not, and its own sheet', async () => {
  const workbook = await bookWithStatement();
  const run = await reconciled(toolsOn(workbook));
  expect(run.imported.map(({ sheet }) => sheet.look.name)).toEqual(['orders', 'Income']);
  expect(run.statements.map(({ sheet, answers }) => [sheet.look.name, answers.map(({ account }) => account)])).toEqual([
    ['bank', ['bank/玉山/TWD']],
  ]);
  expect(states(run)).toEqual(['DEPOSIT_MISSING 1146', 'FOOTS 385']);
  expect(run.result.deposits?.documents.map(({ number }) => number)).toEqual(['DP202405-0001']);
  const written = run.written.find(({ key }) => key === 'deposits');
  const sheet = workbook.sheet(written?.name ?? '');
  const texts = Array.from({ length: sheet.usedSize().rows }, (_, row) => String(sheet.value(row, 0)));
  expect(texts).toEqual(expect.arrayContaining(['撥款入帳', 'bank/玉山/TWD', '批次相符', '在途']));
});

test('a statement alone finds the payouts of an earlier click, and clicking again is nothing new', async () => {
  const first = await sampleBook();
  await reconciled(toolsOn(first));
  leave();
  const alone = new Workbook({ name: 'bank.csv', sheetNames: ['bank'] });
  alone.sheet('bank').load(STATEMENT);
  const tools = toolsOn(alone);
  const run = await reconciled(tools);
  expect([states(run), linesThatWere('created', run), isNothingNew(run)]).toEqual([['FOOTS 385'], 2, false]);
  const again = await reconciled(tools);
  expect([states(again), linesThatWere('unchanged', again), isNothingNew(again)]).toEqual([['FOOTS 385'], 2, true]);
});
