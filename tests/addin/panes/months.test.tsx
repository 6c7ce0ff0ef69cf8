// Closing months in the pane: the months with their states, what an end would post, closed as it was looked at, opened
// again with a reason, filed knowingly, refused in the server's words; by keyboard, in every language by axe's rules.
import axe from 'axe-core';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import zhCN0 from '../../../addin/locale/zh-CN.json';
import en0 from '../../../addin/locale/en.json';
import en from '../../../addin/locale/months/en.json';
import zhCN from '../../../addin/locale/months/zh-CN.json';
import zhTW from '../../../addin/locale/months/zh-TW.json';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import { amountOfUnits } from '../../../core/money.ts';
import { FakeMonths, sampleClosing, valuation } from './fake-months.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const PANE = { 'zh-TW': zhTW0, 'zh-CN': zhCN0, en: en0 };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };

async function openMonths(months = new FakeMonths(), language: Language = 'zh-TW') {
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })],
    ...{ language, settings: { author: '王會計' } },
    api: { listMappings: confirmedMappings, months: () => Promise.resolve(months.client) },
  });
  await pane.user.click(screen.getByRole('tab', { name: PANE[language].tabs.result }));
  await pane.user.click(await screen.findByRole('button', { name: WORDS[language].open }, FIRST_USE));
  await screen.findByRole('heading', { name: WORDS[language].title });
  return { ...pane, months };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const lines = () => screen.findAllByRole('listitem');
const texts = (elements: readonly HTMLElement[]) => elements.map(({ textContent }) => textContent);

/** To what May's end would post. */
async function openMay(months = new FakeMonths()) {
  const pane = await openMonths(months);
  await pane.user.click(await screen.findByRole('button', { name: '2024-05 關帳…' }));
  await screen.findByText(zhTW.nothingYet);
  return pane;
}

test('every month stands there newest first, with its state, who brought it there, and what it can become', async () => {
  await openMonths();
  expect(texts(await lines())).toEqual([
    '2024-05開放關帳…',
    '2024-04已關帳陳主管 · 2024-05-06 · 四月結帳重新開放…標示已申報…',
    '2024-03已申報— · 2024-05-14',
  ]);
});

test('a long past is shown a year at a time', async () => {
  const months = new FakeMonths();
  months.booked = Array.from({ length: 12 }, (_, at) => `2022-${String(at + 1).padStart(2, '0')}`);
  const { user } = await openMonths(months);
  expect(await lines()).toHaveLength(12);
  await user.click(button('再看 2 個月'));
  expect(await lines()).toHaveLength(14);
});

test('an open month is looked at first: vouchers in words, orders that did not ship, rows that wait', async () => {
  const { months } = await openMay();
  const card = within(screen.getByRole('region', { name: '2024-05 關帳' }));
  expect(texts(card.getAllByRole('listitem'))).toEqual([
    '已收款未出貨轉預收貨款2,100 TWDshopee-tw/甲借 2331 暫收款 2,100貸 2221 預收貨款 2,1002024-06-01 轉回',
    'A1 shopee-tw/甲1,050 TWD',
    'A2 shopee-tw/甲1,050 TWD',
    'income.xlsx · Income1 列第 7 列 · 2024-05-10 · TWD',
  ]);
  expect(texts(card.getAllByRole('heading', { level: 3 }))).toEqual([
    '月底會入帳的傳票',
    '已收款未出貨的訂單（2）',
    '還在等候的撥款列（1）',
  ]);
  expect(screen.queryByText(/才結束/)).toBeNull();
  expect(months.asked).toEqual(['look 2024-05']);
});

test('what foreign balances are worth is told in the currency of the books; a voucher of no known kind by its summary', async () => {
  const months = new FakeMonths();
  const plain = { ...valuation('DRAFT-0002'), lines: [], summary: '其他調整' };
  months.closing = sampleClosing({ vouchers: [valuation('DRAFT-0001'), plain], prepaid: [] }, 0);
  await openMay(months);
  expect(texts(await lines())).toEqual([
    '外幣餘額以月底匯率評價70 TWDshopee-tw/甲借 1199 外幣評價調整 70貸 7181 未實現兌換利益 70',
    '其他調整0 TWDshopee-tw/甲',
  ]);
  expect(screen.getByText(zhTW.noneWaiting)).toBeTruthy();
});

test('pieces that were shipped without a cost are told before the month is closed', async () => {
  const months = new FakeMonths();
  months.closing = sampleClosing({ withoutCost: [{ sku: 'TEA-06', pieces: 2 }] });
  await openMay(months);
  const part = within(screen.getByRole('region', { name: '2024-05 關帳' }));
  expect(part.getByRole('heading', { name: '已出貨但沒有進貨成本的貨號（1）' })).toBeTruthy();
  expect(texts(part.getAllByRole('listitem'))).toContain('TEA-062 件');
});

test('many orders are shown in parts, and rows that wait by their file', async () => {
  const months = new FakeMonths();
  const prepaid = Array.from({ length: 25 }, (_, at) => {
    return { shop: 'momo/momo', orderNumber: `M${at}`, currency: 'TWD', amount: amountOfUnits(10_000) };
  });
  months.closing = sampleClosing({ vouchers: [], prepaid }, 45);
  const { user } = await openMay(months);
  expect(screen.getByText(zhTW.noVouchers)).toBeTruthy();
  expect(texts(await lines()).at(-1)).toBe('income.xlsx · Income45 列第 7–51 列 · 2024-05-10 · TWD');
  expect(await lines()).toHaveLength(10 + 1);
  await user.click(button('再看 10 筆'));
  await user.click(button('再看 5 筆'));
  expect(texts(await lines()).slice(0, 25)).toEqual(prepaid.map(({ orderNumber }) => `${orderNumber} momo1 TWD`));
});

test('a second button closes by the plan that was looked at; what was posted is told, and the month stands as closed', async () => {
  const { user, months, saved } = await openMay();
  fill(/您的名字/, '林會計');
  fill(/備註/, '五月結帳');
  await user.click(button(zhTW.confirmClose));
  expect(await screen.findByText('2024-05 已關帳。')).toBeTruthy();
  expect(months.asked.at(-1)).toEqual(['close', '2024-05', 'p'.repeat(64), { author: '林會計', note: '五月結帳' }]);
  expect(saved.at(-1)).toMatchObject({ author: '林會計' });
  const card = within(screen.getByRole('region', { name: '2024-05 關帳' }));
  expect(texts(card.getAllByRole('listitem'))).toEqual([
    expect.stringMatching(/2,100 TWDJV202405-0009 · shopee-tw\/甲.*2024-06-01 轉回（JV202406-0001）$/),
    'income.xlsx · Income1 列第 7 列 · 2024-05-10 · TWD',
  ]);
  await user.click(button(zhTW.toMonths));
  expect(texts(await lines())[0]).toBe('2024-05已關帳林會計 · 2024-06-01 · 五月結帳重新開放…標示已申報…');
});

test('nobody closes without a name', async () => {
  const { user } = await openMay();
  fill(/您的名字/, ' ');
  expect(button(zhTW.confirmClose).disabled).toBe(true);
  fill(/您的名字/, '王會計');
  await user.click(button(zhTW.confirmClose));
  expect(await screen.findByText('2024-05 已關帳。')).toBeTruthy();
});

test('books that changed meanwhile: the new plan is shown, nothing is closed, and it closes by the new one', async () => {
  const { user, months } = await openMay();
  fill(/備註/, '五月結帳');
  months.refuse = { on: 'close', code: 'PLAN_STALE' };
  months.closing = sampleClosing({ planHash: 'q'.repeat(64), vouchers: [], prepaid: [] }, 2);
  await user.click(button(zhTW.confirmClose));
  expect(await screen.findByText(zhTW.stale)).toBeTruthy();
  expect(screen.getByText(zhTW.noVouchers)).toBeTruthy();
  expect(screen.getByText('第 7–8 列 · 2024-05-10 · TWD')).toBeTruthy();
  months.refuse = null;
  await user.click(button(zhTW.confirmClose));
  expect(await screen.findByText('2024-05 已關帳。')).toBeTruthy();
  expect(months.asked.at(-1)).toEqual(['close', '2024-05', 'q'.repeat(64), { author: '王會計', note: '五月結帳' }]);
});

test('a month that is not over is closed knowingly', async () => {
  const months = new FakeMonths();
  months.booked = ['2024-06'];
  const { user } = await openMonths(months);
  await user.click(await screen.findByRole('button', { name: '2024-06 關帳…' }));
  expect(await screen.findByText(/這個月到 2024-06-30 才結束/)).toBeTruthy();
});

test('a closed month is opened again with a reason', async () => {
  const { user, months } = await openMonths();
  await user.click(await screen.findByRole('button', { name: '2024-04 重新開放…' }));
  expect(button(zhTW.confirmReopen).disabled).toBe(true);
  fill(/原因/, '漏了一張');
  await user.click(button(zhTW.confirmReopen));
  expect(await screen.findByText('2024-04 已重新開放。')).toBeTruthy();
  expect(months.asked).toEqual([['reopen', '2024-04', { author: '王會計', note: '漏了一張' }]]);
  expect(texts(await lines())[1]).toBe('2024-04開放王會計 · 2024-06-01 · 漏了一張關帳…');
});

test('it is marked as filed only by somebody who says that it is final', async () => {
  const { user, months } = await openMonths();
  await user.click(await screen.findByRole('button', { name: '2024-04 標示已申報…' }));
  expect(screen.getByText(zhTW.fileHint)).toBeTruthy();
  expect(button(zhTW.confirmFile).disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: zhTW.sure }));
  await user.click(button(zhTW.confirmFile));
  expect(await screen.findByText('2024-04 已標示為已申報。')).toBeTruthy();
  expect(months.asked).toEqual([['file', '2024-04', { author: '王會計', note: '' }]]);
  expect(texts(await lines())[1]).toBe('2024-04已申報王會計 · 2024-06-01');
});

test.each([
  ['close', '2024-05 關帳…', zhTW.confirmClose, zhTW.closeFailed],
  ['reopen', '2024-04 重新開放…', zhTW.confirmReopen, zhTW.reopenFailed],
  ['file', '2024-04 標示已申報…', zhTW.confirmFile, zhTW.fileFailed],
] as const)('a refused %s stands in the server’s words and can be tried again', async (on, open, confirm, failed) => {
  const { user, months } = await openMonths();
  await user.click(await screen.findByRole('button', { name: open }));
  await screen.findByRole('button', { name: confirm });
  if (on === 'reopen') fill(/原因/, '漏了一張');
  if (on === 'file') await user.click(screen.getByRole('checkbox'));
  months.refuse = { on, code: 'PERIOD_STATE' };
  await user.click(button(confirm));
  const alert = await screen.findByRole('alert');
  expect([alert.textContent.includes(failed), alert.textContent.includes('拒絕：PERIOD_STATE。')]).toEqual([
    true,
    true,
  ]);
  months.refuse = null;
  await waitFor(() => expect(button(confirm).disabled).toBe(false));
  await user.click(button(confirm));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('an end that cannot be valued is told with the way on, and asked for again', async () => {
  const months = new FakeMonths();
  months.refuse = { on: 'look', code: 'RATE_MISSING' };
  const { user } = await openMonths(months);
  await user.click(await screen.findByRole('button', { name: '2024-05 關帳…' }));
  expect((await screen.findByRole('alert')).textContent).toContain('拒絕：RATE_MISSING。');
  expect(screen.queryByRole('button', { name: zhTW.confirmClose })).toBeNull();
  months.refuse = null;
  await user.click(button(zhTW0.tryAgain));
  expect(await screen.findByRole('button', { name: zhTW.confirmClose })).toBeTruthy();
});

test('months that cannot be read are asked for again; empty books say what to do first', async () => {
  const months = new FakeMonths();
  Object.assign(months, { booked: [], periods: [], refuse: { on: 'list', code: 'BUSY' } });
  const { user } = await openMonths(months);
  expect((await screen.findByRole('alert')).textContent).toContain(zhTW.loadFailed);
  months.refuse = null;
  await user.click(button(zhTW0.tryAgain));
  expect(await screen.findByText(zhTW.empty)).toBeTruthy();
  await user.click(button(zhTW.back));
  expect(await screen.findByText(zhTW0.result.none)).toBeTruthy();
});

test.each(LANGUAGES)('every page is accessible, without a key in place of a word (%s)', async (language) => {
  const words = WORDS[language];
  const { container, user } = await openMonths(new FakeMonths(), language);
  const looksRight = async () => {
    const { violations } = await axe.run(
      { include: container, exclude: ['[data-tabster-dummy]'] },
      { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(state|voucher|months)\.[a-z]|\{\{/);
  };
  const goTo = async (name: string, month: string) =>
    user.click(await screen.findByRole('button', { name: name.replace('{{month}}', month) }));
  await goTo(words.reopenNamed, '2024-04');
  await looksRight();
  await user.click(button(words.cancel));
  await goTo(words.fileNamed, '2024-04');
  await looksRight();
  await user.click(button(words.toMonths));
  await goTo(words.closeNamed, '2024-05');
  await screen.findByText(words.nothingYet);
  await looksRight();
  await user.click(button(words.confirmClose));
  await screen.findByText(words.closed.replace('{{month}}', '2024-05'));
  await looksRight();
  await user.click(button(words.toMonths));
  await lines();
  await looksRight();
});

test('earlier months that are open are named before a month is closed', async () => {
  const months = new FakeMonths();
  months.closing = { ...sampleClosing(), openBefore: ['2024-02', '2024-04'] };
  await openMay(months);
  expect(screen.getByText('前面的月份還開著（2024-02, 2024-04）：記在那裡的帳會改變這個月的期初。')).toBeTruthy();
});

test('opening a month again with none closed after it says nothing of later months', async () => {
  const { user } = await openMonths();
  await user.click(await screen.findByRole('button', { name: '2024-04 重新開放…' }));
  expect(await screen.findByRole('heading', { name: '重新開放 2024-04' })).toBeTruthy();
  expect(screen.queryByText(/^後面的月份已關帳/)).toBeNull();
});

test('a month with closed ones after it says so', async () => {
  const months = new FakeMonths();
  months.booked = ['2024-03', '2024-04', '2024-05'];
  const signed = { author: '陳主管', note: '', changedAt: '2024-05-06T02:00:00.000Z' };
  months.periods = ['2024-03', '2024-04'].map((month) => ({ month, state: 'closed' as const, ...signed }));
  const { user } = await openMonths(months);
  await user.click(await screen.findByRole('button', { name: '2024-03 重新開放…' }));
  expect(await screen.findByText(/^後面的月份已關帳（2024-04）：/)).toBeTruthy();
});
