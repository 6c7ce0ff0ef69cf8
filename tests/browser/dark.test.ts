// The pane in Office's dark colours, by axe's rules: everything that can be read in light can be read in dark.
import mapping from '../../addin/locale/mapping/zh-TW.json';
import fees from '../../addin/locale/fees/zh-TW.json';
import { paneFaults } from './accessibility.ts';
import { type Desk, openDesk } from './desk.ts';
import { closeBrowser, type Product, startProduct } from './product.ts';

let product: Product;
let desk: Desk;
beforeAll(async () => {
  product = await startProduct();
  desk = await openDesk(product, { colorScheme: 'dark' });
});
afterAll(async () => {
  await desk?.close();
  await product?.close();
  await closeBrowser();
});

const UNKNOWN = `\ufeff對帳序號,平台訂單號,入帳日,貨款,抽成,入帳淨額
S1,A1001,2024/05/10,500,-20,480
S2,A1002,2024/05/11,300,-10,290`;

test('sheet, result, settings, library and mapping are readable in dark colours', async () => {
  const { pane, page, words } = desk;
  expect(await pane.locator('main').evaluate((main) => getComputedStyle(main).color)).toBe('rgb(255, 255, 255)');
  expect(await paneFaults(page)).toEqual([]);
  await pane.getByRole('button', { name: words.reconcile }).click();
  await pane.getByRole('heading', { name: words.run.done }).waitFor();
  expect(await paneFaults(page)).toEqual([]);
  await pane.getByRole('tab', { name: words.tabs.settings }).click();
  await pane.getByRole('heading', { name: fees.contracts }).waitFor();
  expect(await paneFaults(page)).toEqual([]);
  await pane.getByRole('tab', { name: words.tabs.library }).click();
  await pane.getByRole('heading', { name: mapping.library.title }).waitFor();
  expect(await paneFaults(page)).toEqual([]);
  await desk.openFile('unknown.csv', Buffer.from(UNKNOWN));
  await pane.getByRole('tab', { name: words.tabs.sheet }).click();
  await pane.getByRole('button', { name: words.map.open }).click();
  await pane.getByRole('heading', { name: mapping.rules.title }).waitFor();
  expect(await paneFaults(page)).toEqual([]);
});
