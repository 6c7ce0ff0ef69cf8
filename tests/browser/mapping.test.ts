// A file of a platform nobody has mapped, end to end: mapped in the pane, published, recognised, reconciled to the last dollar.
import type { Cell } from '../../core/sheet-table.ts';
import en from '../../addin/locale/mapping/en.json';
import zhCN from '../../addin/locale/mapping/zh-CN.json';
import words from '../../addin/locale/mapping/zh-TW.json';
import type { Language } from '../../core/language.ts';
import { LANGUAGES_TO_LOOK_AT, paneFaults } from './accessibility.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { closeBrowser, type Product, startProduct } from './product.ts';

let product: Product;
let desk: Desk;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => product?.close());
afterAll(closeBrowser);
afterEach(async () => desk.close());

const HEADER: Cell[] = ['結算單號', '訂單編號', '結算日期', '商品金額', '平台佣金', '運費補貼', '實收金額', '買家姓名'];
const ROWS = Array.from({ length: 30 }, (_, at): Cell[] => {
  const [goods, fee, subsidy] = [500 + at * 37, -(20 + at * 3), (at % 3) * 15];
  return [
    `ST${9000 + at}`,
    `A2405${1000 + at}`,
    `2024/05/${10 + (at % 18)}`,
    goods,
    fee,
    subsidy,
    goods + fee + subsidy,
    '王**',
  ];
});
/** Σ of the last amount column. */
const NET_OF_ROWS = 29_640;

const csv = (rows: Cell[][]) =>
  Buffer.from(`\ufeff${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}`);

test('an unknown payout file is mapped in the pane, published, reconciled, and known from then on', async () => {
  desk = await openDesk(product);
  const { pane } = desk;
  await desk.openFile('settlement.csv', csv([HEADER, ...ROWS]));
  await pane.getByRole('button', { name: desk.words.map.open }).click();
  await pane.getByText(words.proof.holds.replace('{{rows}}', '30')).waitFor();
  await pane.getByRole('textbox', { name: words.save.name }).fill('新平台 結算');
  await pane.getByRole('textbox', { name: words.save.platform }).fill('new-shop');
  await pane.getByRole('textbox', { name: words.save.author }).fill('王會計');
  await pane.getByRole('textbox', { name: words.save.note }).fill('第一次使用這個平台');
  await pane.getByRole('button', { name: words.save.publish }).click();
  await pane.getByRole('heading', { name: '新平台 結算' }).waitFor();
  await pane.getByText(desk.words.problems.none).waitFor();
  await pane.getByRole('button', { name: desk.words.reconcile }).click();
  await pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
  const total = (NET_OF_ROWS + 1_531).toLocaleString('en-US'); // with the sample pair that comes along
  await pane.getByText(`${total} = ${total}，差異 0`).waitFor();
  await pane.getByText('settlement：新增 30、更新 0、不變 0、不同 0').waitFor();
  await pane.getByRole('tab', { name: desk.words.tabs.library }).click();
  await pane.getByRole('button', { name: /新平台 結算/ }).click();
  await pane.getByText('第一次使用這個平台').waitFor();
  await desk.openFile('june.csv', csv([HEADER, ...ROWS.slice(0, 5)]));
  await pane.getByRole('tab', { name: desk.words.tabs.sheet }).click();
  await pane.getByRole('heading', { name: '新平台 結算' }).waitFor();
});

/** Another platform's names, so that no mapping of this library reads them. */
const OTHER_HEADER: Cell[] = ['對帳序號', '平台訂單號', '入帳日', '貨款', '抽成', '補貼款', '入帳淨額', '收件人'];

const WORDS = { 'zh-TW': words, 'zh-CN': zhCN, en };
/** The text before a fact that changes. */
const beginning = (text: string) => text.slice(0, text.indexOf('{{')).trim();

test.each(LANGUAGES_TO_LOOK_AT)(
  'the mapping view, its rules, the library and a mapping of it are accessible (%s)',
  async (language: Language) => {
    desk = await openDesk(product, { language });
    const { pane, page } = desk;
    const own = WORDS[language];
    await desk.openFile('settlement.csv', csv([OTHER_HEADER, ...ROWS]));
    await pane.getByRole('button', { name: desk.words.map.open }).click();
    await pane.getByRole('heading', { name: own.rules.title }).waitFor();
    expect(await paneFaults(page)).toEqual([]);
    await pane.getByText(beginning(own.rules.rows.title)).click();
    await pane.getByRole('button', { name: own.rules.rows.add }).click();
    await pane.getByText(beginning(own.rules.key.title)).click();
    await pane.getByRole('button', { name: own.rules.key.addExclude }).click();
    await pane.getByRole('combobox', { name: own.currency.where }).selectOption('text');
    await pane.getByText(own.advice.currencyNotFound).waitFor();
    expect(await paneFaults(page)).toEqual([]);
    await pane.getByRole('tab', { name: desk.words.tabs.library }).click();
    await pane.getByRole('heading', { name: own.library.title }).waitFor();
    expect(await paneFaults(page)).toEqual([]);
    await pane.getByRole('button', { name: 'shopee-tw' }).first().click();
    await pane.getByRole('heading', { name: own.library.history }).waitFor();
    expect(await paneFaults(page)).toEqual([]);
  },
);
