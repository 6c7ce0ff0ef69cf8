// What an accountant with nothing but Excel does at a month's end, in a browser on the real server: the report of the whole
// books into worksheets, the month closed, limits set for the team, and a rest written off within them. In the narrowest
// pane, by axe's rules.
import { shopeePair } from '../../bench/shopee-pair.ts';
import monthsEn from '../../addin/locale/months/en.json';
import monthsZhCN from '../../addin/locale/months/zh-CN.json';
import monthsZhTW from '../../addin/locale/months/zh-TW.json';
import policyEn from '../../addin/locale/policy/en.json';
import policyZhCN from '../../addin/locale/policy/zh-CN.json';
import policyZhTW from '../../addin/locale/policy/zh-TW.json';
import reportEn from '../../addin/locale/report/en.json';
import reportZhCN from '../../addin/locale/report/zh-CN.json';
import reportZhTW from '../../addin/locale/report/zh-TW.json';
import work from '../../addin/locale/work/zh-TW.json';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import type { Language } from '../../core/language.ts';
import type { Cell, SheetTable } from '../../core/sheet-table.ts';
import { KIND_LABELS } from '../../core/work-words.ts';
import { LANGUAGES_TO_LOOK_AT, paneFaults } from './accessibility.ts';
import { type Desk, openDesk } from './desk.ts';
import { closeBrowser, type Product, startProduct } from './product.ts';

const MONTHS = { 'zh-TW': monthsZhTW, 'zh-CN': monthsZhCN, en: monthsEn };
const POLICY = { 'zh-TW': policyZhTW, 'zh-CN': policyZhCN, en: policyEn };
const REPORT = { 'zh-TW': reportZhTW, 'zh-CN': reportZhCN, en: reportEn };
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

async function openNarrow(language: Language) {
  desk = await openDesk(product, { language });
  await desk.page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), NARROWEST);
}

async function reconcile() {
  await desk.pane.getByRole('button', { name: desk.words.reconcile, exact: true }).click();
  await desk.pane.getByRole('heading', { name: desk.words.run.done }).waitFor();
}

async function looksRight() {
  expect(await paneFaults(desk.page)).toEqual([]);
  const main = desk.pane.locator('main');
  expect(await main.evaluate((one) => ({ wide: one.scrollWidth > one.clientWidth, width: innerWidth }))).toEqual({
    ...{ wide: false, width: NARROWEST },
  });
}

test.each(LANGUAGES_TO_LOOK_AT)(
  'the report is made by keyboard, its sheets are shown; the policy is read and edited (%s)',
  async (language) => {
    await openNarrow(language);
    const { pane, page, words } = desk;
    const [report, policy] = [REPORT[language], POLICY[language]];
    await reconcile();
    const before = await desk.sheetNames();
    await pane.getByRole('button', { name: report.open }).focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('button', { name: report.make }).focus();
    await page.keyboard.press('Enter');
    const links = pane.getByRole('region', { name: report.sheets }).getByRole('button');
    await links.last().waitFor();
    await looksRight();
    const [first = '', ...more] = await links.allInnerTexts();
    expect(await desk.sheetNames()).toEqual([...before, first, ...more]);
    await links.nth(1).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('table', { name: more[0] ?? '' })
      .last()
      .waitFor();

    await pane.getByRole('tab', { name: words.tabs.settings }).click();
    await pane.getByRole('button', { name: policy.set, exact: true }).waitFor();
    await looksRight();
    await pane.getByRole('button', { name: policy.set, exact: true }).focus();
    await page.keyboard.press('Enter');
    await pane.getByRole('button', { name: policy.addPerson }).focus();
    await page.keyboard.press('Enter');
    await pane.getByLabel(policy.field.perOrder).fill('5');
    await looksRight();
  },
);

const WITH_ADVANCES = { ...DEFAULT_COMPANY, prepayments: 'advances' };

test.each(LANGUAGES_TO_LOOK_AT)(
  'after the report the month is closed by keyboard, by what was seen of its end; then it stands as closed (%s)',
  async (language) => {
    await openNarrow(language);
    const { pane, page } = desk;
    const [report, months] = [REPORT[language], MONTHS[language]];
    const named = (words: string) => pane.getByRole('button', { name: words.replace('{{month}}', '2024-05') });
    const press = async (button: ReturnType<typeof named>) => {
      await button.focus();
      await page.keyboard.press('Enter');
    };
    const said = await page.request.put(`${product.origin}/api/v1/settings/company`, {
      data: { content: WITH_ADVANCES, author: '王會計' },
    });
    expect(said.status()).toBe(200);
    await reconcile();
    await press(named(report.open));
    await press(named(report.make));
    await press(named(months.open));
    await press(named(months.closeNamed));
    await pane.getByLabel(months.author).fill('王會計');
    await looksRight();
    await press(named(months.confirmClose));
    await pane.getByText(months.closed.replace('{{month}}', '2024-05')).waitFor();
    await looksRight();
    await press(named(months.toMonths));
    await named(months.fileNamed).waitFor();
    const may = pane.getByRole('listitem').filter({ hasText: '2024-05' });
    expect(await may.innerText()).toContain(`${months.state.closed}\n王會計 · 2024-06-01`);
    await looksRight();
    await press(named(months.fileNamed));
    await pane.getByRole('checkbox', { name: months.sure }).check();
    await looksRight();
  },
);

function csv(rows: SheetTable['rows']): Buffer {
  const text = (cell: Cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
  return Buffer.from(`\ufeff${rows.map((row) => row.map(text).join(',')).join('\n')}`);
}

/** Opens the work list and writes everything off that is short. */
async function writeOff() {
  const { pane, words } = desk;
  await pane.getByRole('tab', { name: words.tabs.result }).click();
  await pane.getByRole('button', { name: work.open }).click();
  const group = pane.locator('details', { hasText: '短收' });
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
  await group.getByRole('button', { name: work.selectAll }).click();
  await group.getByRole('button', { name: work.actions, exact: true }).click();
  await pane.getByRole('menuitem', { name: KIND_LABELS['write-off']['zh-TW'] }).click();
  const form = pane.getByRole('form', { name: KIND_LABELS['write-off']['zh-TW'] });
  await form.getByRole('textbox', { name: work.form.author }).fill('王會計');
  await form.getByRole('button', { name: work.form.confirm }).click();
}

/** No limit for everybody: only this person may write off, and no more at once and in the month. */
async function setLimits(person: string, limit: string) {
  const { pane, words } = desk;
  await pane.getByRole('tab', { name: words.tabs.settings }).click();
  await pane.getByRole('button', { name: policyZhTW.set, exact: true }).click();
  await pane.getByLabel(policyZhTW.field.perRun).fill(limit);
  await pane.getByLabel(policyZhTW.field.perMonth).fill(limit);
  await pane.getByRole('button', { name: policyZhTW.addPerson }).click();
  await pane.getByLabel('名字（1）').fill(person);
  await pane.getByLabel('個人上限（1）').fill(limit);
  const card = pane.getByRole('region', { name: policyZhTW.title });
  await card.getByLabel('您的名字').fill('陳主管');
  await card.getByLabel('備註').fill('月底');
  await card.getByRole('button', { name: policyZhTW.save }).click();
  await pane.getByText(policyZhTW.saved).waitFor();
}

test('writing off is refused while nothing is set; with limits set in the pane it is booked', async () => {
  await openNarrow('zh-TW');
  const pair = shopeePair(60);
  await desk.openFile('many-orders.csv', csv(pair.orders.rows));
  await desk.openFile('many-income.csv', csv(pair.income.rows));
  await desk.pane.getByText(desk.words.problems.none).first().waitFor();
  await reconcile();
  await writeOff();
  const refused = desk.pane.getByRole('alert');
  expect(await refused.innerText()).toContain('上限');
  await setLimits('王會計', '5000');
  await writeOff();
  await desk.pane.getByText(work.booked).waitFor();
});
