// The work list in a browser, on the real server: found by keyboard, handled, booked; readable in the narrowest pane.
import { shopeePair } from '../../bench/shopee-pair.ts';
import type { Language } from '../../core/language.ts';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { KIND_LABELS } from '../../core/work-words.ts';
import { headlineLabel } from '../../core/reconcile/explain.ts';
import en from '../../addin/locale/work/en.json';
import zhCN from '../../addin/locale/work/zh-CN.json';
import zhTW from '../../addin/locale/work/zh-TW.json';
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

/** A pair with orders that are short, over and unpaid, reconciled; the pane shows the work list. */
async function openWorkList(language: Language) {
  desk = await openDesk(product, { language });
  const pair = shopeePair(200);
  await desk.openFile('many-orders.csv', csv(pair.orders.rows));
  await desk.openFile('many-income.csv', csv(pair.income.rows));
  await desk.page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), NARROWEST);
  await desk.pane.getByText(desk.words.problems.none).first().waitFor();
  await desk.pane.getByRole('button', { name: desk.words.reconcile }).click();
  const open = desk.pane.getByRole('button', { name: WORDS[language].open });
  await open.focus();
  await desk.page.keyboard.press('Enter');
  await desk.pane.getByRole('heading', { name: WORDS[language].title, exact: true }).waitFor();
  await focusIsOn(WORDS[language].title);
}

/** The focus follows what opens and closes. */
const focusIsOn = (words: string) => desk.pane.locator(':focus', { hasText: words }).waitFor();

const overflow = () =>
  desk.pane.locator('main').evaluate((main) => ({ wide: main.scrollWidth > main.clientWidth, width: innerWidth }));

test.each(LANGUAGES_TO_LOOK_AT)(
  'list, item and form are accessible and fit the narrowest pane (%s)',
  async (language) => {
    await openWorkList(language);
    const { pane, page } = desk;
    const words = WORDS[language];
    expect(await paneFaults(page)).toEqual([]);
    expect(await overflow()).toEqual({ wide: false, width: NARROWEST });
    const group = pane.locator('details', { hasText: headlineLabel('SHORT', language) });
    await group.locator('summary').focus();
    await page.keyboard.press('Enter');
    await group.getByRole('listitem').first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: words.history }).waitFor();
    await pane.locator('h2:focus').waitFor();
    await pane.getByRole('button', { name: words.actions, exact: true }).focus();
    await page.keyboard.press('Enter');
    const claim = pane.getByRole('menuitem', { name: KIND_LABELS.claim[language] });
    await claim.waitFor();
    expect(await paneFaults(page)).toEqual([]);
    await claim.focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('form', { name: KIND_LABELS.claim[language] }).waitFor();
    expect(await paneFaults(page)).toEqual([]);
    expect(await overflow()).toEqual({ wide: false, width: NARROWEST });
    await focusIsOn(KIND_LABELS.claim[language]);
    await pane.getByRole('button', { name: words.form.cancel }).focus();
    await page.keyboard.press('Enter');
    await focusIsOn(words.actions);
    await pane.getByRole('button', { name: words.backToList }).focus();
    await page.keyboard.press('Enter');
    await pane.locator('details button:focus').waitFor();
  },
);

test('a short payment is accepted as a fee: booked by the server, and gone from what is to be done', async () => {
  await openWorkList('zh-TW');
  const { pane } = desk;
  const group = pane.locator('details', { hasText: '短收' });
  await group.locator('summary').click();
  await group.getByRole('button', { name: zhTW.selectAll }).click();
  await group.getByRole('button', { name: zhTW.actions, exact: true }).click();
  await pane.getByRole('menuitem', { name: '認列為費用' }).click();
  const form = pane.getByRole('form', { name: '認列為費用' });
  await form.getByRole('textbox', { name: zhTW.form.author }).fill('王會計');
  await form.getByRole('button', { name: zhTW.form.confirm }).click();
  await pane.getByText(zhTW.booked).waitFor();
  await group.waitFor({ state: 'detached' });
  await pane.getByRole('combobox', { name: zhTW.show }).selectOption('resolved');
  await pane.getByText('短收', { exact: true }).waitFor();
});
