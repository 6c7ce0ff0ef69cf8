// What a month's end needs and no platform's file brings, in a browser on the real server: an invoice booked and one looked at
// before it is voided, and deliveries taken from the sheet on screen. By keyboard, in the narrowest pane, by axe's rules, in
// light and in dark.
import costsEn from '../../addin/locale/costs/en.json';
import costsZhTW from '../../addin/locale/costs/zh-TW.json';
import feesEn from '../../addin/locale/fees/en.json';
import feesZhTW from '../../addin/locale/fees/zh-TW.json';
import en from '../../addin/locale/invoices/en.json';
import zhTW from '../../addin/locale/invoices/zh-TW.json';
import monthsEn from '../../addin/locale/months/en.json';
import monthsZhTW from '../../addin/locale/months/zh-TW.json';
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import { paneFaults } from './accessibility.ts';
import { type Desk, openDesk } from './desk.ts';
import { closeBrowser, type Product, startProduct } from './product.ts';

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

async function looksWell(): Promise<void> {
  expect(await paneFaults(desk.page)).toEqual([]);
  const main = desk.pane.locator('main');
  expect(await main.evaluate((one) => ({ wide: one.scrollWidth > one.clientWidth, width: innerWidth }))).toEqual({
    ...{ wide: false, width: NARROWEST },
  });
}

async function press(name: string | RegExp): Promise<void> {
  await desk.pane.getByRole('button', { name, exact: true }).first().focus();
  await desk.page.keyboard.press('Enter');
}

const SHOP = 'shopee-tw/shopee-tw';
const COMPANY = {
  ...{ ...DEFAULT_COMPANY, baseCurrency: 'TWD' },
  shops: { [SHOP]: { ...DEFAULT_SHOP, feeVat: 'prepaid' } },
};

/** The sample pair is reconciled for a shop whose fees wait for their invoice. */
async function openMonths(language: 'zh-TW' | 'en', colorScheme: 'light' | 'dark', open: string): Promise<void> {
  const data = { content: COMPANY, author: '王會計' };
  desk = await openDesk(product, { language, colorScheme });
  const said = await desk.page.request.put(`${product.origin}/api/v1/settings/company`, { data });
  expect(said.status()).toBe(200);
  await desk.page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), NARROWEST);
  await press(desk.words.reconcile);
  await desk.pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
  await press(open);
}

const HEADER = '貨號,進貨日期,進貨單號,數量,未稅金額';
const fileOf = (...rows: string[]) => Buffer.from(`\ufeff${[HEADER, ...rows].join('\n')}`);

test.each([
  ['zh-TW', 'light', zhTW, costsZhTW, monthsZhTW, feesZhTW],
  ['en', 'dark', en, costsEn, monthsEn, feesEn],
] as const)(
  'an invoice is booked out of prepaid fees, deliveries come from a sheet (%s, %s)',
  async (language, colorScheme, words, costs, months, fees) => {
    await openMonths(language, colorScheme, months.open);
    const { pane } = desk;
    await pane.getByRole('button', { name: months.entries.invoices }).waitFor();
    await looksWell();
    await press(months.entries.invoices);
    await press(words.add);
    await pane.getByRole('heading', { name: words.form }).and(pane.locator(':focus')).waitFor();
    await pane.getByLabel(words.field.number).fill('AB12345678');
    await looksWell();
    await pane.getByLabel(words.field.day).fill('2024-05-31');
    await pane.getByLabel(words.field.net, { exact: true }).fill('400');
    await pane.getByLabel(words.field.tax, { exact: true }).fill('20');
    await pane.getByLabel(fees.author).fill('王會計');
    await looksWell();
    await press(words.book);
    await pane.getByText(/^AB12345678 .*JV202405/).waitFor();
    await looksWell();
    await press(words.voidNamed.replace('{{number}}', 'AB12345678'));
    await looksWell();
    await press(fees.cancel);
    await press(months.toMonths);

    await desk.openFile('deliveries.csv', fileOf('TEA-01,2024/5/2,GR-1,10,1200', 'TEA-02,5/3,GR-2,兩箱,'));
    await press(months.entries.costs);
    await press(costs.take);
    await pane.getByText(costs.unread.replace('{{n}}', '3')).waitFor();
    await looksWell();
    await desk.openFile('mended.csv', fileOf('TEA-01,2024/5/2,GR-1,10,1200', 'TEA-02,2024/5/3,GR-2,24,"NT$2,400"'));
    await press(costs.readAgain);
    await pane.getByText(costs.look).click();
    await looksWell();
    await press(costs.save.replace('{{n}}', '2'));
    await pane.getByText(costs.saved.replace('{{n}}', '2')).waitFor();
    await looksWell();
    await press(costs.add);
    await pane.getByLabel(costs.field.sku, { exact: true }).fill('TEA-03');
    await looksWell();
  },
);
