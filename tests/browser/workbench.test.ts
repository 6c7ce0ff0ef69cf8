// The product end to end in a browser: Microsoft's client in the real pane, our host behind it, the real server below.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { shopeePair } from '../../bench/shopee-pair.ts';
import type { Language } from '../../core/language.ts';
import { LANGUAGES } from '../../core/language.ts';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { WORDS } from '../../workbench/page/words.ts';
import { accessibilityFaults, paneFaults } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { CDN, closeBrowser, type Product, startProduct } from './product.ts';

const SOURCES = ['orders', 'Income'];
let product: Product;
let desk: Desk;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => product?.close());
afterAll(closeBrowser);
afterEach(async () => desk.close());

async function sourceCells(): Promise<Record<string, string>[]> {
  const all: Record<string, string>[] = [];
  for (const name of SOURCES) {
    await desk.showSheet(name);
    all.push(await desk.cells());
  }
  return all;
}

/** The first sheet of the result stands in the grid once the pane says it is done. */
async function untilDone(): Promise<void> {
  await desk.pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
}

function csv(rows: SheetTable['rows']): Buffer {
  const text = (cell: Cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
  return Buffer.from(rows.map((row) => row.map(text).join(',')).join('\n'));
}

test('one click in the pane explains the sample payout to the last dollar and leaves the source sheets as they were', async () => {
  desk = await openDesk(product);
  const before = await sourceCells();
  expect(Object.values(before[1] ?? {})).toContain('2405031U4V6W8X');
  await desk.pane.getByRole('button', { name: desk.words.reconcile }).click();
  await untilDone();
  await desk.pane.getByText('1,531 = 1,531，差異 0').waitFor();
  const names = await desk.sheetNames();
  expect(names.slice(0, 2)).toEqual(SOURCES);
  expect(names.slice(2)).toEqual(expect.arrayContaining(['對帳結果', '訂單對帳', '收款單', '庫存異動']));
  const summary = Object.values(await desk.cells());
  expect(summary).toEqual(expect.arrayContaining(['去向合計', '1,531', '差額', '0']));
  await desk.showSheet('訂單對帳');
  const orders = await desk.cells();
  expect([orders['A5'], orders['A6'], orders['A7']]).toEqual(['完全相符', '已取消', '部分退款']);
  expect(await sourceCells()).toEqual(before);
});

test('the ribbon command does the same while the pane is closed, and shows it', async () => {
  desk = await openDesk(product);
  const { page } = desk;
  await page.getByRole('button', { name: WORDS['zh-TW'].closePane }).click();
  await page.getByRole('complementary', { name: WORDS['zh-TW'].pane }).waitFor({ state: 'hidden' });
  await page.getByRole('toolbar').getByRole('button', { name: desk.words.reconcile }).click();
  await page.getByRole('tab', { name: '對帳結果', selected: true }).waitFor();
  await untilDone();
  expect(Object.values(await desk.cells())).toContain('1,531');
  await page.getByRole('toolbar').getByRole('button', { name: desk.words.reconcile }).waitFor(); // no longer busy
});

test.each(LANGUAGES)('pane and workbench are accessible before and after a run (%s)', async (language: Language) => {
  desk = await openDesk(product, { language });
  expect(await desk.page.locator('html').getAttribute('lang')).toBe(language);
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  expect(await paneFaults(desk.page)).toEqual([]);
  await desk.pane.getByRole('button', { name: desk.words.reconcile }).click();
  await untilDone();
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  expect(await paneFaults(desk.page)).toEqual([]);
});

test('a sheet that is not recognised says which columns are missing', async () => {
  desk = await openDesk(product);
  const reading = await readWorkbook(readFileSync('workbench/samples/shopee_tw_income.xlsx'), 'income.xlsx');
  const rows = 'sheets' in reading ? (reading.sheets[0]?.rows ?? []) : [];
  const header = rows.find((row) => row.includes('錢包入帳金額')) ?? [];
  const lacking = header.indexOf('錢包入帳金額');
  await desk.openFile('half.csv', csv(rows.map((row) => row.filter((_, column) => column !== lacking))));
  const card = desk.pane.getByRole('region', { name: desk.words.refused.title });
  await card.getByText('錢包入帳金額').first().waitFor();
  await desk.pane.getByRole('button', { name: desk.words.reconcile, disabled: true }).waitFor();
});

test('cancelling in the middle of a long push leaves no result sheets', async () => {
  desk = await openDesk(product);
  await desk.openFile('many.csv', csv(shopeePair(5_000).income.rows));
  await desk.pane.getByText('many').first().waitFor();
  const push = desk.page.waitForRequest((request) => request.url().includes('/chunks/1'));
  await desk.page.route(/\/chunks\/[1-9]/, () => undefined); // the second chunk never arrives
  await desk.pane.getByRole('button', { name: desk.words.reconcile }).click();
  await push;
  await desk.pane.getByRole('button', { name: desk.words.cancel }).click();
  await desk.pane.getByText(desk.words.run.cancelled).waitFor();
  expect(await desk.sheetNames()).toEqual([...SOURCES, 'many']);
});

test("as in Excel, the pane asks for nothing but its own origin and Microsoft's CDN", async () => {
  product.askedOutside.length = 0;
  const asInExcel = async (page: Page): Promise<void> => {
    const taskPane = `${product.origin}/taskpane.html`;
    await page.route(/\/workbench\/taskpane\.html/, async (route) =>
      route.fulfill({ response: await route.fetch({ url: taskPane }) }),
    );
  };
  desk = await openDesk(product, { prepare: asInExcel });
  await desk.pane.getByRole('button', { name: desk.words.reconcile }).click();
  await untilDone();
  expect(product.askedOutside).toContain(`${CDN}office.js`);
  expect(product.askedOutside.filter((address) => !address.startsWith(CDN))).toEqual([]);
});

test('what is typed stands in the cell, counts in formulas, and is in the saved file', async () => {
  desk = await openDesk(product);
  const { page } = desk;
  const bar = page.getByRole('textbox', { name: WORDS['zh-TW'].nameBox });
  await bar.fill('AA1');
  await bar.press('Enter');
  await page.locator('[aria-label*=" AA1:"]:focus').waitFor({ state: 'attached' });
  for (const text of ['1,200.50', '0.5', '=SUM(AA1:AA2)', '2024/5/7']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.locator('[data-cell=AA4]').waitFor();
  const cells = await desk.cells();
  expect([cells['AA1'], cells['AA2'], cells['AA3'], cells['AA4']]).toEqual(['1,200.50', '0.5', '1201', '2024/5/7']);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: WORDS['zh-TW'].save }).click();
  const file = await (await saving).path();
  const reading = await readWorkbook(readFileSync(file), 'saved.xlsx');
  const income = 'sheets' in reading ? reading.sheets.find(({ sheet }) => sheet === 'Income') : undefined;
  expect(income?.rows.slice(0, 4).map((row) => row[26])).toEqual([1200.5, 0.5, 1201, 45_419]);
});
