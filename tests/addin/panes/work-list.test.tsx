// The work list in the pane: found from the result, read in groups, handled one by one or several at once, and reviewed.
import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import en from '../../../addin/locale/work/en.json';
import zhCN from '../../../addin/locale/work/zh-CN.json';
import zhTW from '../../../addin/locale/work/zh-TW.json';
import { NOTHING_TYPED, resolutionOf } from '../../../addin/panes/work-list/draft-resolution.ts';
import type { ReconcileResult } from '../../../core/api.ts';
import { orderKey } from '../../../core/reconcile/account.ts';
import { FakeWork, found, workResult } from './fake-work.ts';
import { openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole('checkbox', { name });

async function openWork(result?: ReconcileResult, language: Language = 'zh-TW') {
  const work = new FakeWork(result);
  const look = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
  const pane = await openPane({ looks: [look], language, api: work.api(), settings: { author: '王會計' } });
  await pane.session.reconcile();
  await pane.user.click(await screen.findByRole('button', { name: WORDS[language].open }, FIRST_USE));
  await screen.findByRole('heading', { name: WORDS[language].title });
  return { ...pane, work };
}

type Opened = Awaited<ReturnType<typeof openWork>>;

/** Opens the group of a state, which only the first is by itself. */
async function openGroup({ user }: Opened, state: string) {
  const title = screen.getByText(state, { selector: 'summary *' });
  const group = title.closest('details');
  if (!group?.open) await user.click(title);
  return within(group ?? document.body);
}

async function choose({ user }: Opened, action: string, place = screen as Pick<typeof screen, 'getByRole'>) {
  await user.click(place.getByRole('button', { name: '處理' }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return within(await screen.findByRole('form', { name: action }));
}

test('the result says how much is to be done and leads there and back', async () => {
  const pane = await openWork();
  expect(screen.getByText('4 項要處理')).toBeTruthy();
  await pane.user.click(button('回到結果'));
  expect(await screen.findByRole('heading', { name: '工作清單（4）' })).toBeTruthy();
});

test('items stand in groups with count and sum, each with amount, age and sentence', async () => {
  const pane = await openWork();
  const group = await openGroup(pane, '短收');
  expect(group.getByText('2 項')).toBeTruthy();
  expect(group.getByText('25')).toBeTruthy();
  const item = group.getByRole('button', { name: /^A1/ });
  expect(item.textContent).toContain('待處理 · 12 天');
  expect(item.textContent).toContain('短收 20');
});

test('the list is searched, and filtered by what is done already', async () => {
  const pane = await openWork();
  await pane.user.type(screen.getByRole('searchbox'), 'a3');
  expect(screen.queryByText('短收', { selector: 'summary *' })).toBeNull();
  expect(screen.getByText('逾期未撥款', { selector: 'summary *' })).toBeTruthy();
  await pane.user.selectOptions(screen.getByRole('combobox', { name: '顯示' }), '已處理');
  expect(screen.getByText('沒有符合的項目。')).toBeTruthy();
});

test('one item is opened, assigned and claimed, and its history says by whom', async () => {
  const pane = await openWork();
  const group = await openGroup(pane, '短收');
  await pane.user.click(group.getByRole('button', { name: /^A1/ }));
  const assign = await choose(pane, '指派');
  await pane.user.type(assign.getByRole('textbox', { name: '交給誰' }), '林會計');
  await pane.user.click(assign.getByRole('button', { name: '確定' }));
  expect(await screen.findByText(/已指派 · 負責人 林會計/)).toBeTruthy();
  expect(screen.getByText('已處理 1 項。')).toBeTruthy();
  const claim = await choose(pane, '向平台申訴');
  await pane.user.type(claim.getByRole('textbox', { name: '平台案號' }), 'C-7');
  await pane.user.type(claim.getByRole('textbox', { name: /備註/ }), '附證明');
  await pane.user.click(claim.getByRole('button', { name: '確定' }));
  const history = within(await screen.findByRole('region', { name: '處理紀錄' }));
  expect(await history.findByText('向平台申訴，案號 C-7')).toBeTruthy();
  expect(history.getByText('附證明')).toBeTruthy();
  expect(history.getByText('指派給 林會計')).toBeTruthy();
  expect(pane.work.asked).toEqual(['assign A1 王會計: ', 'claim A1 王會計: 附證明']);
});

test('several of one state are accepted as a fee at once, and the sheets are said to be behind', async () => {
  const pane = await openWork();
  const group = await openGroup(pane, '短收');
  await pane.user.click(group.getByRole('checkbox', { name: '選取 A1' }));
  await pane.user.click(group.getByRole('checkbox', { name: '選取 A2' }));
  expect(group.getByText('已選 2 項')).toBeTruthy();
  const form = await choose(pane, '認列為費用', group);
  expect(form.getByText('2 項，合計 25')).toBeTruthy();
  await pane.user.selectOptions(form.getByRole('combobox', { name: '認列為' }), '實扣運費');
  await pane.user.click(form.getByRole('button', { name: '確定' }));
  expect(await screen.findByText('已處理 2 項。已入帳。按「重新對帳」即可更新結果工作表。')).toBeTruthy();
  expect(pane.work.asked).toEqual(['accept-fee A1,A2 王會計: ']);
  expect(screen.getByText('2 項要處理')).toBeTruthy();
});

test('a whole state is chosen by one click, and what is not alike cannot be handled together', async () => {
  const foreign = { ...found('B1', 'SHORT', '9'), currency: 'USD' };
  const pane = await openWork(workResult({ orders: [found('A1', 'SHORT', '20'), foreign] }));
  const group = await openGroup(pane, '短收');
  expect(group.getByText('TWD 20 · USD 9')).toBeTruthy();
  await pane.user.click(group.getByRole('button', { name: '全選這一類' }));
  expect(group.getByText('只有同一種差異、同一店鋪、同一幣別的項目能一起處理。')).toBeTruthy();
  expect(group.getByRole<HTMLButtonElement>('button', { name: '處理' }).disabled).toBe(true);
  await pane.user.click(box('選取 B1'));
  expect(group.getByRole<HTMLButtonElement>('button', { name: '處理' }).disabled).toBe(false);
});

test('nothing changes on screen before the server answered, and its refusal is shown with the form as it was', async () => {
  const pane = await openWork();
  const group = await openGroup(pane, '短收');
  await pane.user.click(group.getByRole('button', { name: /^A1/ }));
  pane.work.refuseNext = 'PLAN_STALE';
  const form = await choose(pane, '結案');
  await pane.user.click(form.getByRole('button', { name: '確定' }));
  expect((await screen.findByRole('alert')).textContent).toContain('資料已經變動。');
  expect(screen.getByText(/待處理 · 12 天/)).toBeTruthy();
  expect(pane.work.asked).toEqual([]);
});

test('a note is asked for, and nothing is decided without a name', async () => {
  const pane = await openWork();
  const group = await openGroup(pane, '短收');
  await pane.user.click(group.getByRole('button', { name: /^A1/ }));
  const form = await choose(pane, '加備註');
  const confirm = form.getByRole<HTMLButtonElement>('button', { name: '確定' });
  expect(confirm.disabled).toBe(true);
  await pane.user.type(form.getByRole('textbox', { name: /備註/ }), '已去電');
  expect(confirm.disabled).toBe(false);
  await pane.user.clear(form.getByRole('textbox', { name: /您的名字/ }));
  expect(confirm.disabled).toBe(true);
  await pane.user.click(form.getByRole('button', { name: '取消' }));
  expect(screen.queryByRole('form')).toBeNull();
});

test.each([
  ['連結這張訂單 A3', 'link Z9 王會計: '],
  ['否決 A3', 'decline Z9 王會計: '],
])('a proposal shows what speaks for it and is answered: %s', async (name, asked) => {
  const pane = await openWork();
  const group = await openGroup(pane, '有撥款無訂單');
  await pane.user.click(group.getByRole('button', { name: /^Z9/ }));
  const proposals = within(screen.getByRole('region', { name: '可能的訂單' }));
  expect(proposals.getByText('P4 · Z9 ~ A3')).toBeTruthy();
  await pane.user.click(proposals.getByRole('button', { name }));
  expect(await screen.findByText(/^已處理 1 項。/)).toBeTruthy();
  expect(pane.work.asked).toEqual([asked]);
});

test('an order is linked by its number', async () => {
  const pane = await openWork();
  const group = await openGroup(pane, '有撥款無訂單');
  await pane.user.click(group.getByRole('button', { name: /^Z9/ }));
  const form = await choose(pane, '連結訂單');
  await pane.user.type(form.getByRole('textbox', { name: /訂單編號/ }), ' A2 ');
  await pane.user.click(form.getByRole('button', { name: '確定' }));
  const history = within(await screen.findByRole('region', { name: '處理紀錄' }));
  expect(await history.findByText('連結到訂單 A2')).toBeTruthy();
});

const resolved = (pane: Opened) => pane.work.requests.at(-1)?.resolution;

test('a payout of several orders is linked to all of them: as proposed, or by their numbers', async () => {
  const [stray] = workResult().unlinked;
  const orderKeys = ['A2', 'A3'].map((number) => orderKey('shopee-tw/小店', number));
  const proposals = [{ lineKey: stray?.lineKey ?? '', orderKeys, pass: 'P5' as const, evidence: '700 = 300 + 400' }];
  const pane = await openWork(workResult({ proposals }));
  const group = await openGroup(pane, '有撥款無訂單');
  await pane.user.click(group.getByRole('button', { name: /^Z9/ }));
  await pane.user.click(screen.getByRole('button', { name: '連結這幾張訂單 A2 + A3' }));
  expect(await screen.findByText(/^已處理 1 項。/)).toBeTruthy();
  expect(resolved(pane)).toEqual({ kind: 'link', orderKey: orderKeys[0], orderKeys });
});

test.each([
  ['A2', ['A2']],
  ['A2, A3', ['A2', 'A3']],
  ['A2、A3 A2', ['A2', 'A3']],
  [' ， ', []],
])('of what is typed as order numbers (%s) each is linked once', (typed, numbers) => {
  const keys = numbers.map((number) => orderKey('shopee-tw/小店', number));
  const made = resolutionOf('link', { ...NOTHING_TYPED, orderNumbers: typed }, orderKey('shopee-tw/小店', 'Z9'));
  const several = keys.length > 1 ? { orderKeys: keys } : {};
  expect(made).toEqual(keys.length === 0 ? null : { kind: 'link', orderKey: keys[0], ...several });
});

test('an item whose figures changed says what was decided on which figures', async () => {
  const pane = await openWork();
  await pane.work.api().workList?.();
  const group = await openGroup(pane, '短收');
  await pane.user.click(group.getByRole('button', { name: /^A1/ }));
  const wait = await choose(pane, '等到某日');
  await pane.user.type(wait.getByLabelText(/等到哪一天/), '2024-05-30');
  await pane.user.click(wait.getByRole('button', { name: '確定' }));
  expect(await screen.findByText('2024-06-01 王會計：等到 2024-05-30。這一天已過，請再處理。')).toBeTruthy();
});

test('lines that wait for review are approved together; those without a rate cannot be', async () => {
  const [order] = workResult().orders;
  const onReview = [
    { lineKey: 'line of A1', reason: 'ABOVE_LIMIT' as const },
    { lineKey: 'line of A2', reason: 'RATE_MISSING' as const },
  ];
  const pane = await openWork(workResult({ onReview }));
  expect(order?.orderNumber).toBe('A1');
  const review = within(screen.getByRole('region', { name: '待審（2）' }));
  expect(review.getByText('金額超過免審上限，尚未入帳，待審。')).toBeTruthy();
  expect(review.getByText('補上匯率後再對帳一次。')).toBeTruthy();
  await pane.user.click(review.getByRole('button', { name: '核准入帳' }));
  const form = within(await screen.findByRole('form', { name: '核准入帳' }));
  await pane.user.click(form.getByRole('button', { name: '確定' }));
  expect(await screen.findByText(/已入帳/)).toBeTruthy();
  expect(pane.work.asked).toEqual(['approve line of A1 王會計: ']);
});

test('of many items a part is shown, more on demand', async () => {
  const orders = Array.from({ length: 60 }, (_, at) => found(`S${100 + at}`, 'SHORT', '7'));
  const pane = await openWork(workResult({ orders, unlinked: [] }));
  expect(screen.getAllByRole('checkbox')).toHaveLength(25);
  await pane.user.click(button('再顯示 25 項'));
  await pane.user.click(button('再顯示 10 項'));
  expect(screen.getAllByRole('checkbox')).toHaveLength(60);
});

test('a server that is away is said so, with a way to try again and a way back', async () => {
  const work = new FakeWork();
  const look = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
  const away = () => Promise.reject(new Error('away'));
  const workList = () => Promise.resolve({ events: () => Promise.resolve([]), list: away, resolve: away });
  const pane = await openPane({ looks: [look], api: { ...work.api(), workList } });
  await pane.session.reconcile();
  await pane.user.click(await screen.findByRole('button', { name: '開啟工作清單' }));
  expect((await screen.findByRole('alert')).textContent).toContain('沒有取得工作清單');
  await pane.user.click(button('回到結果'));
  expect(await screen.findByRole('button', { name: '開啟工作清單' })).toBeTruthy();
});

const isKey = /\b(form|filter|work|common)\.[a-z]/;

test.each(LANGUAGES)('list, form and detail are accessible and speak one language (%s)', async (language) => {
  const onReview = [{ lineKey: 'line of A1', reason: 'ABOVE_LIMIT' as const }];
  const { container, user } = await openWork(workResult({ onReview }), language);
  const complaints = async () => {
    const { violations } = await axe.run(
      { include: container, exclude: ['[data-tabster-dummy]'] },
      { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  };
  expect(await complaints()).toEqual([]);
  await user.click(button(/^Z9/));
  await screen.findByRole('region', { name: WORDS[language].proposals });
  await user.click(button(WORDS[language].actions));
  await user.click((await screen.findAllByRole('menuitem'))[0] ?? document.body);
  await screen.findByRole('form');
  expect(await complaints()).toEqual([]);
  expect(container.textContent).not.toMatch(isKey);
});
