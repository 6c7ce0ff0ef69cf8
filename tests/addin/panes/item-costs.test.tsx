// Item costs in the pane: the deliveries that stand, one entered or corrected by hand, and those of the sheet on screen, read
// once, shown with what cannot be read, and saved all or not at all; by axe's rules in every language.
import axe from 'axe-core';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import zhCN0 from '../../../addin/locale/zh-CN.json';
import en0 from '../../../addin/locale/en.json';
import en from '../../../addin/locale/costs/en.json';
import zhCN from '../../../addin/locale/costs/zh-CN.json';
import zhTW from '../../../addin/locale/costs/zh-TW.json';
import feesZhTW from '../../../addin/locale/fees/zh-TW.json';
import monthsEn from '../../../addin/locale/months/en.json';
import monthsZhCN from '../../../addin/locale/months/zh-CN.json';
import monthsZhTW from '../../../addin/locale/months/zh-TW.json';
import { deliveryOf, draftOf, newDelivery, problemsOf } from '../../../addin/panes/costs/delivery-draft.ts';
import type { SheetLook } from '../../../addin/excel/look-at-workbook.ts';
import type { ReadWishes } from '../../../addin/excel/read-sheet.ts';
import { DEFAULT_COMPANY } from '../../../core/company.ts';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { day, twd } from '../../server/fixtures.ts';
import { FakeCompany } from './fake-company.ts';
import { delivery, FakeItemCosts } from './fake-item-costs.ts';
import { FakeMonths, sampleClosing } from './fake-months.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { lookAt } from './sample-looks.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const MONTHS = { 'zh-TW': monthsZhTW, 'zh-CN': monthsZhCN, en: monthsEn };
const PANE = { 'zh-TW': zhTW0, 'zh-CN': zhCN0, en: en0 };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };

const HEADER = ['貨號', '進貨日期', '進貨單號', '數量', '未稅金額'];
const SOUND: Cell[][] = [
  HEADER,
  ['TEA-01', '2024-05-03', 'GR-1', 10, 1_200],
  ['TEA-02', 45_416, 'GR-1', '1,000', 'NT$500'],
];
const tableOf = (rows: readonly Cell[][]): SheetTable => ({
  ...{ file: '進貨.xlsx', sheet: '五月', firstRow: 1, firstColumn: 1, rows },
});

interface Wishes {
  readonly costs?: FakeItemCosts;
  readonly months?: FakeMonths;
  /** Null: no sheet is on screen. */
  readonly rows?: readonly Cell[][] | null;
  readonly hasHiddenRows?: boolean;
  readonly baseCurrency?: string | null;
  readonly language?: Language;
}

function companyWith(baseCurrency: string | null): FakeCompany {
  const company = new FakeCompany();
  const content = { ...DEFAULT_COMPANY, baseCurrency };
  company.inForce = {
    kept: { content, version: 1, author: '陳**', note: '', savedAt: '2024-05-02T08:00:00.000Z' },
    shops: [],
  };
  return company;
}

async function openMonths(wishes: Wishes = {}) {
  const { costs = new FakeItemCosts(), months = new FakeMonths(), language = 'zh-TW', rows = SOUND } = wishes;
  const sheet = { rows };
  const reads: (ReadWishes | undefined)[] = [];
  const looks: SheetLook[] = rows === null ? [] : [lookAt(tableOf(rows), { active: true })];
  const pane = await openPane({
    ...{ looks, language, settings: { author: '王會計' } },
    api: {
      ...{ listMappings: confirmedMappings, months: () => Promise.resolve(months.client) },
      itemCosts: () => Promise.resolve(costs.client),
      company: () =>
        Promise.resolve(companyWith(wishes.baseCurrency === undefined ? 'TWD' : wishes.baseCurrency).client),
    },
    excel: {
      readSheet: (_, __, wish) => {
        reads.push(wish);
        return Promise.resolve({ table: tableOf(sheet.rows ?? []), hasHiddenRows: wishes.hasHiddenRows ?? false });
      },
    },
  });
  await pane.user.click(screen.getByRole('tab', { name: PANE[language].tabs.result }));
  await pane.user.click(await screen.findByRole('button', { name: MONTHS[language].open }, FIRST_USE));
  await screen.findByRole('heading', { name: MONTHS[language].title });
  return { ...pane, costs, months, reads, sheet };
}

async function openCosts(wishes: Wishes = {}) {
  const pane = await openMonths(wishes);
  const language = wishes.language ?? 'zh-TW';
  await pane.user.click(screen.getByRole('button', { name: MONTHS[language].entries.costs }));
  await screen.findByRole('button', { name: WORDS[language].take });
  return pane;
}

/** To what the sheet says. */
async function takeSheet(wishes: Wishes = {}) {
  const pane = await openCosts(wishes);
  await pane.user.click(button(zhTW.take));
  await waitFor(() => expect(screen.queryByText(zhTW.reading)).toBeNull());
  return pane;
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const field = (name: keyof typeof zhTW.field) =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^${zhTW.field[name].replace(/[（）]/g, '.')}`));
const fill = (name: keyof typeof zhTW.field, value: string) => fireEvent.change(field(name), { target: { value } });
const items = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

test('the deliveries of the sheet on screen are read once, shown with their sums, and saved by whoever signs', async () => {
  const { user, costs, reads, saved } = await takeSheet();
  expect(screen.getByText('進貨.xlsx · 五月（只讀取，不會改動）')).toBeTruthy();
  expect(
    screen.getByText(
      /^貨號讀「貨號」，進貨日讀「進貨日期」，單號讀「進貨單號」，件數讀「數量」，總成本讀「未稅金額」$/,
    ),
  ).toBeTruthy();
  expect(screen.getByText('2 筆進貨')).toBeTruthy();
  expect(screen.getByText('新增 2 筆，更正 0 筆（原有的另存新版），取消 0 筆，相同 0 筆。')).toBeTruthy();
  expect(items()).toEqual([
    '1010 件1,700 TWD',
    'TEA-011,200 TWD2024-05-03 · GR-1 · 10 件，每件 120',
    'TEA-02500 TWD2024-05-04 · GR-1 · 1000 件，每件 0.5',
  ]);
  fireEvent.change(screen.getByLabelText(/您的名字/), { target: { value: ' ' } });
  expect(button('儲存 2 筆').disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(/您的名字/), { target: { value: '林會計' } });
  await user.click(button('儲存 2 筆'));
  expect(await screen.findByText('已儲存 2 筆進貨成本，由下一次月底列入。')).toBeTruthy();
  const second = delivery({ sku: 'TEA-02', receivedOn: day('2024-05-04'), quantity: 1_000, cost: twd(500) });
  expect(costs.asked).toEqual([{ costs: [delivery(), second], author: '林會計' }]);
  expect(saved.at(-1)).toMatchObject({ author: '林會計' });
  expect(reads.filter((wish) => wish?.beingMapped === true && wish.idColumns === undefined)).toHaveLength(1);
  expect(screen.getByText('已登錄 2 筆進貨（2 個貨號）')).toBeTruthy();
});

test('what is held under the same item, day and reference is told as a new version; the same again is nothing to save', async () => {
  const costs = new FakeItemCosts();
  costs.stand = [delivery({ cost: twd(1_100) })];
  const { user } = await takeSheet({ costs });
  expect(screen.getByText('新增 1 筆，更正 1 筆（原有的另存新版），取消 0 筆，相同 0 筆。')).toBeTruthy();
  await user.click(button('儲存 2 筆'));
  await screen.findByText(/已儲存 2 筆/);
  await user.click(button(zhTW.take));
  expect(await screen.findByText(zhTW.nothingNew)).toBeTruthy();
  expect(button('儲存 2 筆').disabled).toBe(true);
});

test('a row that cannot be read is told with its number and why, leads to its cell, and nothing is saved until it can', async () => {
  const rows = [...SOUND, ['TEA-03', '5/6', 'GR-2', 3, '待報價'], ['合計', null, null, 1_013, 1_700]];
  const { user, sheet, asked, costs } = await takeSheet({ rows });
  expect(screen.getByText('有 2 處讀不出來，所以一筆都不會儲存。請在工作表更正，再讀一次。')).toBeTruthy();
  expect(items()).toEqual(
    expect.arrayContaining([
      '第 4 列「進貨日期」「5/6」不是讀得懂的日期；請寫成 2024-06-01。',
      '第 4 列「未稅金額」「待報價」不是金額。',
    ]),
  );
  expect(screen.getByText('有 1 列不是進貨（合計、欄名或說明），沒有讀：第 5 列。')).toBeTruthy();
  expect(button(/^儲存/).disabled).toBe(true);
  await user.click(button(/待報價/));
  expect(asked.at(-1)).toMatch(/^showCell .* 4 5$/);
  sheet.rows = [...SOUND, ['TEA-03', '2024-05-06', 'GR-2', 3, 90]];
  await user.click(button(zhTW.readAgain));
  expect(await screen.findByText('3 筆進貨')).toBeTruthy();
  await user.click(button('儲存 3 筆'));
  await screen.findByText(/已儲存 3 筆/);
  expect(costs.asked[0]?.costs).toHaveLength(3);
});

test('a sheet without deliveries says which columns it lacks and under which names they are looked for', async () => {
  await takeSheet({ rows: [['貨號', '數量', '數量', '單價']] });
  const alert = screen.getByRole('alert').textContent;
  expect(alert).toContain('沒有「總成本」欄：進貨成本、總成本、未稅金額、金額');
  expect(alert).toContain('「件數」有兩欄都叫「數量」，不知道要讀哪一欄。');
  expect(screen.queryByRole('button', { name: /^儲存/ })).toBeNull();
});

test('with no sheet on screen that is said, and the form can be left', async () => {
  const { user } = await takeSheet({ rows: null });
  expect(screen.getByText(zhTW.noSheet)).toBeTruthy();
  await user.click(button(zhTW.cancel));
  expect(button(zhTW.take)).toBeTruthy();
});

test('hidden rows are read, and left out where somebody says so', async () => {
  const { user, reads } = await takeSheet({ hasHiddenRows: true });
  await user.click(screen.getByRole('checkbox', { name: zhTW.withoutHidden }));
  await waitFor(() => expect(reads.at(-1)).toMatchObject({ withoutHidden: true }));
  expect(await screen.findByText('2 筆進貨')).toBeTruthy();
});

test('without a currency of the books a row that names none is of the one that is said here', async () => {
  const { user, costs } = await takeSheet({ baseCurrency: null });
  const usual = screen.getByLabelText(zhTW.usualCurrency);
  fireEvent.change(usual, { target: { value: 'US' } });
  expect(screen.getByText(zhTW.problem.wrongCurrency)).toBeTruthy();
  fireEvent.change(usual, { target: { value: 'usd' } });
  expect(screen.getByText('第 3 列「未稅金額」')).toBeTruthy(); // NT$500 is no amount in USD
  fireEvent.change(usual, { target: { value: 'TWD' } });
  await user.click(button('儲存 2 筆'));
  await screen.findByText(/已儲存 2 筆/);
  expect(costs.asked[0]?.costs.map(({ currency }) => currency)).toEqual(['TWD', 'TWD']);
});

test('more than can be entered at once, and none at all, are said', async () => {
  const many = Array.from({ length: 5_001 }, (_, at): Cell[] => [`T${at}`, '2024-05-03', '', 1, 1]);
  const { user, sheet } = await takeSheet({ rows: [HEADER, ...many] });
  expect(screen.getByText('一次最多 5000 筆；請分成幾張工作表。')).toBeTruthy();
  expect(button('儲存 5001 筆').disabled).toBe(true);
  sheet.rows = [HEADER];
  await user.click(button(zhTW.readAgain));
  expect(await screen.findByText(zhTW.noRows)).toBeTruthy();
});

test('one delivery is entered by hand; what lacks is said beside its field', async () => {
  const { user, costs } = await openCosts();
  await user.click(button(zhTW.add));
  fill('sku', 'TEA-09');
  expect(screen.getAllByText(zhTW.problem.missing)).toHaveLength(3);
  fill('day', '2024-05-09');
  fill('pieces', '1,000');
  fill('cost', '２５０');
  expect(screen.queryByText(zhTW.problem.missing)).toBeNull();
  await user.click(button(zhTW.saveOne));
  expect(await screen.findByText('已儲存 1 筆進貨成本，由下一次月底列入。')).toBeTruthy();
  const one = delivery({
    sku: 'TEA-09',
    receivedOn: day('2024-05-09'),
    reference: '',
    quantity: 1_000,
    cost: twd(250),
  });
  expect(costs.asked).toEqual([{ costs: [one], author: '王會計' }]);
});

test('one that stands is corrected, or taken out with nothing; a refusal stands in the server’s words', async () => {
  const costs = new FakeItemCosts();
  costs.stand = [delivery(), ...Array.from({ length: 13 }, (_, at) => delivery({ reference: `R${at}` }))];
  const { user } = await openCosts({ costs });
  await user.click(screen.getByText('已登錄 14 筆進貨（1 個貨號）'));
  expect(items()).toHaveLength(12);
  await user.click(button('再看 2 筆'));
  await user.click(button('更正 TEA-01 2024-05-03 GR-1'));
  expect(screen.getByText('已登錄 10 件、1,200 TWD；儲存後以新的為準，舊的留作記錄。')).toBeTruthy();
  expect(button(zhTW.saveOne).disabled).toBe(true);
  fill('pieces', '0');
  expect(screen.getByText(zhTW.problem.noPieces)).toBeTruthy();
  fill('cost', '0');
  costs.refuse = 'COST_CURRENCY';
  await user.click(button(zhTW.saveOne));
  expect((await screen.findByRole('alert')).textContent).toContain('拒絕：COST_CURRENCY。');
  costs.refuse = null;
  await waitFor(() => expect(button(zhTW.saveOne).disabled).toBe(false));
  await user.click(button(zhTW.saveOne));
  expect(await screen.findByText('已登錄 13 筆進貨（1 個貨號）')).toBeTruthy();
});

test('where a month’s end names goods without a cost it leads here, and back to the same month', async () => {
  const months = new FakeMonths();
  months.closing = sampleClosing({ withoutCost: [{ sku: 'TEA-06', pieces: 2 }] });
  const { user } = await openMonths({ months });
  await user.click(await screen.findByRole('button', { name: '2024-05 關帳…' }));
  await user.click(await screen.findByRole('button', { name: monthsZhTW.enterCosts }));
  await screen.findByRole('button', { name: zhTW.take });
  await user.click(button('回到 2024-05 關帳'));
  expect(await screen.findByRole('button', { name: monthsZhTW.enterCosts })).toBeTruthy();
});

test('the focus goes into the forms and back to what opened them', async () => {
  const { user } = await openCosts();
  for (const [open, title] of [
    [zhTW.add, zhTW.form],
    [zhTW.take, zhTW.fromSheet],
  ] as const) {
    await user.click(button(open));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(title));
    await user.click(button(feesZhTW.cancel));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(open));
  }
});

test.each(LANGUAGES)('list, form and sheet are accessible, without a key in place of a word (%s)', async (language) => {
  const costs = new FakeItemCosts();
  costs.stand = [delivery({ cost: twd(1) })];
  const rows = [...SOUND, ['', '5/6', '', 'x', -1]];
  const { container, user, sheet } = await openCosts({ costs, language, rows });
  const words = WORDS[language];
  const looksRight = async () => {
    const { violations } = await axe.run(
      { include: container, exclude: ['[data-tabster-dummy]'] },
      { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(field|problem|fault|column|names)\.[a-z]|\{\{/);
  };
  await looksRight();
  await user.click(button(words.add));
  fireEvent.change(screen.getByLabelText(words.field.sku), { target: { value: 'X' } });
  await looksRight();
  await user.click(button(words.cancel));
  await user.click(await screen.findByRole('button', { name: words.take }));
  await screen.findByText(words.found.replace('{{n}}', '2'));
  await looksRight();
  sheet.rows = [['x']];
  await user.click(button(words.readAgain));
  await screen.findByText(words.unfit);
  await looksRight();
});

describe('a draft', () => {
  const draft = { ...draftOf(delivery()), sku: ' TEA-01 ' };

  test('is the delivery it says, also without a reference', () => {
    expect(deliveryOf(draft, 'TWD')).toEqual(delivery());
    expect(deliveryOf({ ...draft, reference: ' ' }, null)?.reference).toBe('');
    // Seen red: kept as it was typed, and never found among what orders shipped.
    expect(deliveryOf({ ...draft, sku: ' ＴＥＡ－０１ ', reference: 'Ｐ１' }, 'TWD')).toMatchObject({
      ...{ sku: 'TEA-01', reference: 'P1' },
    });
    expect(deliveryOf({ ...draft, currency: 'usd' }, null)?.currency).toBe('USD');
  });

  test.each([
    ['sku', ' ', 'missing'],
    ['day', '5/3', 'wrongDay'],
    ['pieces', '1.5', 'wrongPieces'],
    ['pieces', '2000000000', 'wrongPieces'],
    ['pieces', '0', 'noPieces'],
    ['cost', '-1', 'wrongAmount'],
    ['cost', '12,50', 'wrongAmount'],
    ['currency', 'T', 'wrongCurrency'],
    ['currency', '', 'missing'],
    ['currency', 'USD', 'foreignCurrency'],
  ] as const)('with %s "%s" is none: %s', (name, text, problem) => {
    const wrong = { ...draft, [name]: text };
    expect([Object.values(problemsOf(wrong, 'TWD')), deliveryOf(wrong, 'TWD')]).toEqual([[problem], null]);
  });

  test('begins with the currency of the books', () => {
    expect([newDelivery('USD').currency, newDelivery(null).currency]).toEqual(['USD', 'TWD']);
  });
});
