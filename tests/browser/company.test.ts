// Company, shops and exchange rates in a browser, on the real server: set by keyboard, and a rate for what waits. In the
// narrowest pane, by axe's rules, in light and in dark.
import en from '../../addin/locale/company/en.json';
import feesEn from '../../addin/locale/fees/en.json';
import feesZhTW from '../../addin/locale/fees/zh-TW.json';
import zhTW from '../../addin/locale/company/zh-TW.json';
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

const overflow = () =>
  desk.pane.locator('main').evaluate((main) => ({ wide: main.scrollWidth > main.clientWidth, width: innerWidth }));

async function looksWell(): Promise<void> {
  expect(await paneFaults(desk.page)).toEqual([]);
  expect(await overflow()).toEqual({ wide: false, width: NARROWEST });
}

test.each([
  ['zh-TW', 'light', zhTW, feesZhTW],
  ['en', 'dark', en, feesEn],
] as const)(
  'set by keyboard, readable and no wider than the pane (%s, %s)',
  async (language, colorScheme, words, fees) => {
    desk = await openDesk(product, { language, colorScheme });
    const { pane, page } = desk;
    await page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), NARROWEST);
    await pane.getByRole('button', { name: desk.words.reconcile }).click();
    await pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
    await pane.getByRole('tab', { name: desk.words.tabs.settings }).click();
    const region = (name: string) => pane.getByRole('region', { name, exact: true });
    const company = region(words.title);
    const press = async (button: ReturnType<Desk['pane']['locator']>) => {
      await button.focus();
      await page.keyboard.press('Enter');
    };

    await press(company.getByRole('button', { name: words.change }));
    await company.getByLabel(words.field.baseCurrency).and(pane.locator(':focus')).waitFor();
    await company.getByText(words.accounts.replace('{{n}}', '0')).click();
    await company.getByLabel(words.field.bankDetails).fill('某銀行 001-234567890123');
    await looksWell();
    await company.getByLabel(fees.author).fill('王會計');
    await company.getByLabel(fees.note).fill('啟用');
    await press(company.getByRole('button', { name: words.save }));
    await company.getByText(words.saved).waitFor();

    const shops = region(words.shop.title);
    await press(shops.getByRole('button', { name: words.shop.changeNamed.replace('{{shop}}', '') }).first());
    await shops.getByText(words.shop.byType.replace('{{n}}', '0')).click();
    await shops.getByLabel(words.shop.field.paidThrough).selectOption('named');
    await looksWell();
    await shops.getByLabel(words.shop.field.salesTax).fill('5');
    await shops.getByLabel(fees.note).fill('五月起');
    await press(shops.getByRole('button', { name: words.shop.save }));
    await shops.getByText(words.saved).waitFor();

    const rates = region(words.rate.title);
    await press(rates.getByRole('button', { name: words.rate.add }));
    for (const [field, text] of Object.entries({
      currency: 'USD',
      day: '2024-05-31',
      rate: '32.5',
      source: '臺灣銀行',
    }))
      await rates.getByLabel(words.rate.field[field as keyof typeof words.rate.field], { exact: true }).fill(text);
    await looksWell();
    await press(rates.getByRole('button', { name: words.rate.save }));
    await rates.getByText(words.rate.saved).waitFor();
    await rates.getByText('臺灣銀行').waitFor();
    await looksWell();
  },
);
