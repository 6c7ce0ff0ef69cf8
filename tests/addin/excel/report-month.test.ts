// The month-end report through Microsoft's client, on the real server after a click: worksheets of its own beside those of
// the run, the same as the command line's; what each of them replaces, and what neither touches. Seen red: with every sheet
// of ours replaced by either, and with names and formulas left without the month.
import { type ApiClient, createApiClient } from '../../../addin/api-client.ts';
import { lookAtWorkbook } from '../../../addin/excel/look-at-workbook.ts';
import { readSheet } from '../../../addin/excel/read-sheet.ts';
import { writeSheets } from '../../../addin/excel/write-sheets.ts';
import { reconcileSheet } from '../../../addin/reconcile-sheet.ts';
import { reportMonth } from '../../../addin/report-month.ts';
import { monthsToReport } from '../../../addin/report-months.ts';
import { DEFAULT_SETTINGS } from '../../../addin/settings.ts';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import type { PartyKind } from '../../../core/statements/statement.ts';
import type { ResultValue } from '../../../core/worksheets/result-sheet.ts';
import { drawStatements, statementSheets } from '../../../core/worksheets/statement-sheets.ts';
import type { Workbook } from '../../../workbench/host/model/workbook.ts';
import { openExcel } from '../../../workbench/host/node-bridge.ts';
import { day, must } from '../../server/fixtures.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { everythingOn, sheetNames } from './cells-of.ts';
import { sampleBook } from './sample-book.ts';
import { watching } from './watching.ts';

const TODAY = day('2024-06-03');
const SOURCES = ['orders', 'Income'];
const REPORT = ['應收變動表', '平台款項', '帳齡分析', '未收訂單', '撥款預測', '對帳單', '試算表', '傳票'].map(
  (name) => `202405 ${name}`,
);
const WITHOUT_STATEMENTS = REPORT.filter((name) => !name.endsWith('對帳單'));

let server: TestServer;
let api: ApiClient;
let workbook: Workbook;
let leave = () => {};
beforeEach(async () => {
  server = await startTestServer();
  api = createApiClient({ address: server.address, accessKey: '' });
  workbook = await sampleBook();
  leave = openExcel({ workbook }).useAsGlobals();
});
afterEach(async () => {
  leave();
  await server.close();
});

async function click(language: Language = 'zh-TW') {
  const excel = { lookAtWorkbook, readSheet, writeSheets };
  workbook.activate(workbook.sheet('Income'));
  const outcome = await reconcileSheet({ excel, api, settings: DEFAULT_SETTINGS, language, today: TODAY }, watching());
  if (outcome.outcome !== 'reconciled') throw new Error(`expected a result, got ${outcome.outcome}`);
  return outcome;
}

interface Wishes {
  readonly language?: Language;
  readonly by?: PartyKind | null;
  readonly watch?: ReturnType<typeof watching>;
  readonly month?: string;
}

async function report({ language = 'zh-TW', by = 'shop', watch = watching(), month = '2024-05' }: Wishes = {}) {
  const months = monthsToReport(await (await api.reports()).months(), TODAY);
  const chosen = must(months.find((one) => one.month === month));
  const wish = { month: chosen, bounds: [30, 60, 90], statementsBy: by };
  return reportMonth({ excel: { writeSheets }, api, language }, wish, watch);
}

const others = (names: readonly string[]) => sheetNames(workbook).filter((name) => !names.includes(name));
const contents = (names: readonly string[]) => names.map((name) => everythingOn(workbook.sheet(name)));

const shownOf = (cell: ResultValue) => (cell === null ? '' : typeof cell === 'object' ? cell.value : cell);
const onSheet = (name: string, row: number, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => workbook.sheet(name).value(row, from + at));

function formulasOn(name: string): string {
  const sheet = workbook.sheet(name);
  const { rows, columns } = sheet.usedSize();
  const cells = Array.from({ length: rows * columns }, (_, at) => sheet.cell(Math.floor(at / columns), at % columns));
  return cells.flatMap(({ formula }) => formula ?? []).join('\n');
}

test('the report stands behind the run’s sheets, says what is open, and ties to the books', async () => {
  const { written: ofRun } = await click();
  const before = contents(others([]));
  const made = await report();
  expect(sheetNames(workbook)).toEqual([...SOURCES, ...ofRun.map(({ name }) => name), ...REPORT]);
  expect(contents(others(REPORT))).toEqual(before);
  expect(workbook.activeSheet.name).toBe(REPORT[0]);
  expect(made).toMatchObject({ ties: true, open: [{ currency: 'TWD', open: 0 }] });
  expect(made.written.map(({ key, name }) => [key, name])[0]).toEqual(['rollForward', '202405 應收變動表']);
});

test('formulas name the report’s own sheets, never those of the run, and come to zero differences', async () => {
  await click();
  await report();
  const formulas = formulasOn('202405 應收變動表');
  expect(formulas).toContain("'202405 帳齡分析'!");
  expect(formulas).not.toMatch(/'(帳齡分析|未收訂單)'!/);
  expect(workbook.sheet('202405 應收變動表').value(2, 0)).toBe(0);
});

test.each(LANGUAGES)(
  'it is what the command line draws, to the cell, under names that Excel takes (%s)',
  async (language) => {
    await click(language);
    const { written } = await report({ language });
    const wish = {
      period: { from: day('2024-05-01'), to: day('2024-05-31') },
      bounds: [30, 60, 90],
      statementsBy: 'shop',
    } as const;
    const drawn = statementSheets(
      drawStatements(await (await api.reports()).report(wish, new AbortController().signal), language),
    );
    expect(written.map(({ key, name }) => [key, name])).toEqual(drawn.map(({ key, name }) => [key, `202405 ${name}`]));
    expect(written.every(({ name }) => name.length <= 31)).toBe(true);
    for (const [at, { name }] of written.entries()) {
      const { tables, lines } = must(drawn[at]);
      const { columns, rows, headerRow } = must(tables[0]);
      expect(onSheet(name, headerRow - 1, 0, columns.length)).toEqual(columns.map(({ header }) => header));
      rows.forEach((row, index) => expect(onSheet(name, headerRow + index, 0, row.length)).toEqual(row.map(shownOf)));
      expect(workbook.sheet(name).value(0, 0)).toBe(shownOf(must(lines[0]).cells[0] ?? null));
    }
  },
);

test('reports of two months stand side by side, each with formulas of its own; the same month replaces its own', async () => {
  const { written: ofRun } = await click();
  await report();
  const before = contents(REPORT);
  await report({ month: '2024-06' });
  // Nothing was booked in June: nobody gets a statement.
  const june = WITHOUT_STATEMENTS.map((name) => name.replace('202405', '202406'));
  const allOthers = () => others([...SOURCES, ...ofRun.map(({ name }) => name)]);
  expect(allOthers()).toEqual([...REPORT, ...june]);
  expect(contents(REPORT)).toEqual(before);
  expect(formulasOn(must(june[0]))).toContain("'202406 帳齡分析'!");
  expect(formulasOn(must(june[0]))).not.toContain('202405');
  const held = contents(june);
  await report({ by: null });
  expect(allOthers()).toEqual([...june, ...WITHOUT_STATEMENTS]);
  expect(contents(june)).toEqual(held);
});

test('a further report of a month replaces that report, a further run the run; a renamed sheet of either stays', async () => {
  const { written: ofRun } = await click();
  await report();
  workbook.sheets.rename(workbook.sheet('202405 對帳單'), '五月對帳單');
  const kept = contents(['五月對帳單']);
  await report({ by: null });
  const again = WITHOUT_STATEMENTS;
  expect(others([...SOURCES, ...ofRun.map(({ name }) => name)])).toEqual(['五月對帳單', ...again]);
  const held = contents([...again, ...SOURCES]);
  await click();
  expect(others([...SOURCES, ...ofRun.map(({ name }) => name)])).toEqual(['五月對帳單', ...again]);
  expect(contents([...again, ...SOURCES])).toEqual(held);
  expect(contents(['五月對帳單'])).toEqual(kept);
});

test('without a run in the workbook there is a report all the same; the workbook is looked at as before', async () => {
  await click();
  const [first = '', ...rest] = others(SOURCES);
  for (const name of [first, ...rest]) workbook.sheets.remove(workbook.sheet(name));
  await report();
  expect(sheetNames(workbook)).toEqual([...SOURCES, ...REPORT]);
  const looks = await lookAtWorkbook();
  expect(looks.filter(({ ours }) => ours === null).map(({ name }) => name)).toEqual(SOURCES);
});

test('cancelled while it is written: the earlier report is as it was', async () => {
  await click();
  await report();
  const names = sheetNames(workbook);
  const before = contents(names);
  const watch = watching(({ done }) => done > 0);
  await expect(report({ month: '2024-06', watch })).rejects.toMatchObject({ name: 'AbortError' });
  expect(sheetNames(workbook)).toEqual(names);
  expect(contents(names)).toEqual(before);
});

test('its progress is told sheet by sheet', async () => {
  await click();
  const watch = watching();
  await report({ watch });
  expect([...new Set(watch.reports.map(({ step }) => step))]).toEqual(['writing']);
  expect(new Set(watch.reports.map(({ sheet }) => sheet)).size).toBe(REPORT.length);
});

test('statements by customer and by order type are made for the platform and for the model of its shop', async () => {
  await click();
  const titleOf = () => String(workbook.sheet('202405 對帳單').value(0, 0));
  await report({ by: 'customer' });
  expect(titleOf()).toContain('shopee-tw');
  await report({ by: 'orderType' });
  expect(titleOf()).toContain('平台銷售訂單');
});

test('books with nothing in them know no months but the current one', async () => {
  const told = await (await api.reports()).months();
  expect(told).toEqual({ booked: [], closed: [], shops: [] });
});
