// Undo and deposits in a browser, on the real server: a run with a bank statement, a payout matched by a person and taken
// back, the run undone by keyboard and booked anew. In the narrowest pane, by axe's rules, in every language.
import en from '../../addin/locale/deposits/en.json';
import zhCN from '../../addin/locale/deposits/zh-CN.json';
import zhTW from '../../addin/locale/deposits/zh-TW.json';
import undoEn from '../../addin/locale/undo/en.json';
import undoZhCN from '../../addin/locale/undo/zh-CN.json';
import undoZhTW from '../../addin/locale/undo/zh-TW.json';
import type { Language } from '../../core/language.ts';
import { LANGUAGES_TO_LOOK_AT, paneFaults } from './accessibility.ts';
import { type Desk, openDesk } from './desk.ts';
import { closeBrowser, type Product, startProduct } from './product.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const UNDO = { 'zh-TW': undoZhTW, 'zh-CN': undoZhCN, en: undoEn };
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

/** The sample pays out 385 and 1,146: of the first the bank shows 15 less, of the second nothing. */
const STATEMENT = `\ufeffDate,Label,Amount,Balance,Currency
2024-05-10,Transfer,370,1370,TWD
2024-05-31,Rent,-300,1070,TWD`;

async function openResult(language: Language) {
  desk = await openDesk(product, { language });
  await desk.openFile('bank.csv', Buffer.from(STATEMENT));
  await desk.page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), NARROWEST);
  await desk.showSheet('Income');
  await desk.pane.getByText(desk.words.problems.none).first().waitFor();
  await reconcile(desk.words.reconcile);
}

async function reconcile(name: string) {
  await desk.pane.getByRole('button', { name, exact: true }).click();
  await desk.pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
}

/** Reachable by everybody, and no wider than the pane. */
async function faults(): Promise<readonly string[]> {
  const isWide = await desk.pane.locator('main').evaluate((main) => main.scrollWidth > main.clientWidth);
  return [...(await paneFaults(desk.page)), ...(isWide ? ['wider than the pane'] : [])];
}

async function press(name: string) {
  await desk.pane.getByRole('button', { name, exact: true }).focus();
  await desk.page.keyboard.press('Enter');
}

test.each(LANGUAGES_TO_LOOK_AT)(
  'deposits and undo are accessible and fit the narrowest pane (%s)',
  async (language) => {
    await openResult(language);
    const [words, undo] = [WORDS[language], UNDO[language]];
    await press(words.open);
    await desk.pane.getByRole('heading', { name: words.byHand }).waitFor();
    expect(await faults()).toEqual([]);
    await press(words.back);
    await press(undo.open);
    await desk.pane.getByLabel(new RegExp(undo.field.author)).fill('王會計');
    await desk.pane.getByLabel(new RegExp(undo.field.note)).fill('-');
    expect(await faults()).toEqual([]);
    await press(undo.look);
    await desk.pane.getByRole('heading', { name: undo.plan }).waitFor();
    expect(await faults()).toEqual([]);
    await press(undo.confirm);
    await desk.pane.getByRole('button', { name: undo.another }).waitFor();
    expect(await faults()).toEqual([]);
  },
);

test('what nearly fits is matched by a person, booked, and taken back for good', async () => {
  await openResult('zh-TW');
  const { pane } = desk;
  await pane.getByRole('button', { name: zhTW.open }).click();
  await pane.getByLabel(new RegExp(zhTW.author)).fill('王會計');
  await pane.getByRole('button', { name: /^是同一筆/ }).click();
  await pane.getByText(zhTW.accepted).waitFor();
  await pane.getByRole('region', { name: '已配對（1）' }).getByText('DP202405-0001').waitFor();
  await pane.getByRole('button', { name: /^取消配對/ }).click();
  await pane.getByRole('button', { name: zhTW.confirm }).click();
  await pane.getByText(zhTW.reversed).waitFor();
  await pane.getByRole('region', { name: '請您決定（0）' }).waitFor();
  await pane.getByRole('button', { name: /^取消配對/ }).waitFor({ state: 'detached' });
});

test('a run is undone as it was shown, refused a second time, and booked anew by the next run', async () => {
  await openResult('zh-TW');
  const { pane } = desk;
  const { open, look, confirm, another, back } = undoZhTW;
  await pane.getByRole('button', { name: open, exact: true }).click();
  await pane.getByLabel(/您的名字/).fill('王會計');
  await pane.getByLabel(/原因/).fill('重複匯入');
  await pane.getByRole('button', { name: look }).click();
  await pane.getByRole('region', { name: undoZhTW.plan }).getByText('-1,531').first().waitFor();
  await pane.getByRole('button', { name: confirm }).click();
  await pane.getByRole('button', { name: another }).click();
  await pane.getByRole('button', { name: look }).click();
  await pane.getByRole('alert').getByText('已經沖銷過了').waitFor();
  await pane.getByRole('button', { name: back }).click();
  await pane.getByText(/^這次對帳之後已沖銷：RUN-/).waitFor();
  await reconcile(desk.words.reconcileAgain);
  await pane.getByText(/^這次對帳之後已沖銷：RUN-/).waitFor({ state: 'detached' });
  await pane.getByText('1,531 = 1,531，差異 0').waitFor();
});
