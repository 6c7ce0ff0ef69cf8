// Fee contracts in a browser, on the real server: sheets reconciled, a contract learned from them and accepted by keyboard,
// the sheets reconciled again and checked by it. In the narrowest pane, by axe's rules, in every language.
import { shopeePair } from '../../bench/shopee-pair.ts';
import en from '../../addin/locale/fees/en.json';
import zhCN from '../../addin/locale/fees/zh-CN.json';
import zhTW from '../../addin/locale/fees/zh-TW.json';
import type { Language } from '../../core/language.ts';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { LANGUAGES_TO_LOOK_AT, paneFaults } from './accessibility.ts';
import { type Desk, openDesk } from './desk.ts';
import { closeBrowser, type Product, startProduct } from './product.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
/** Office draws a task pane no narrower. */
const NARROWEST = 320;

let product: Product;
let desk: Desk;
beforeEach(async () => {
  product = await startProduct();
});
afterEach(async () => {
  await desk?.close();
  await product?.close();
});
afterAll(closeBrowser);

function csv(rows: SheetTable['rows']): Buffer {
  const text = (cell: Cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
  return Buffer.from(`\ufeff${rows.map((row) => row.map(text).join(',')).join('\n')}`);
}

async function openSettings(language: Language) {
  desk = await openDesk(product, { language });
  const pair = shopeePair(60);
  await desk.openFile('many-orders.csv', csv(pair.orders.rows));
  await desk.openFile('many-income.csv', csv(pair.income.rows));
  await desk.page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), NARROWEST);
  await desk.pane.getByText(desk.words.problems.none).first().waitFor();
  await reconcile();
  await desk.pane.getByRole('tab', { name: desk.words.tabs.settings }).click();
  await desk.pane.getByRole('heading', { name: WORDS[language].contracts }).waitFor();
}

async function reconcile() {
  await desk.pane
    .getByRole('button', { name: new RegExp(`^(${desk.words.reconcile}|${desk.words.reconcileAgain})$`) })
    .click();
  await desk.pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
}

const overflow = () =>
  desk.pane.locator('main').evaluate((main) => ({ wide: main.scrollWidth > main.clientWidth, width: innerWidth }));

test.each(LANGUAGES_TO_LOOK_AT)(
  'learned, accepted by keyboard and kept; accessible and no wider than the pane (%s)',
  async (language) => {
    await openSettings(language);
    const { pane, page } = desk;
    const words = WORDS[language];
    await pane.getByRole('button', { name: words.learn }).focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: words.proposals }).waitFor();
    await pane.getByRole('button', { name: words.accept }).first().focus();
    await page.keyboard.press('Enter');
    await pane.getByLabel(words.author).last().fill('王會計');
    expect(await paneFaults(page)).toEqual([]);
    expect(await overflow()).toEqual({ wide: false, width: NARROWEST });
    await pane.getByRole('button', { name: words.acceptNow }).focus();
    await page.keyboard.press('Enter');
    await pane.getByText(words.saved).waitFor();
    await pane.getByRole('button', { name: words.newCalendar }).click();
    expect(await paneFaults(page)).toEqual([]);
    expect(await overflow()).toEqual({ wide: false, width: NARROWEST });
  },
);

/** What the sheet of orders says, as far as it is in sight. */
async function ordersText(): Promise<string> {
  await desk.showSheet((await desk.sheetNames()).find((name) => name.includes('訂單') && !name.includes('many')) ?? '');
  return Object.values(await desk.cells()).join('\n');
}

test('what was unchecked is checked by the next run', async () => {
  await openSettings('zh-TW');
  const { pane } = desk;
  expect(await ordersText()).toContain('手續費未核');
  await pane.getByRole('button', { name: zhTW.learn }).click();
  const accept = pane.getByRole('button', { name: zhTW.accept });
  await accept.first().waitFor();
  for (let left = await accept.count(); left > 0; left -= 1) {
    await accept.nth(left - 1).click();
    await pane.getByLabel(zhTW.author).last().fill('王會計');
    await pane.getByRole('button', { name: zhTW.acceptNow }).click();
    await pane.getByRole('button', { name: zhTW.acceptNow }).waitFor({ state: 'detached' });
  }
  const kept = pane.getByRole('button', { name: new RegExp(zhTW.editNamed.split('{{')[0] ?? '') });
  await kept.nth(2).waitFor();
  await desk.showSheet('many-income');
  await pane.getByRole('tab', { name: desk.words.tabs.sheet }).click();
  await pane.getByText(desk.words.problems.none).first().waitFor();
  await reconcile();
  const text = await ordersText();
  expect(text).toContain('完全相符');
  expect(text).not.toContain('手續費未核');
});
