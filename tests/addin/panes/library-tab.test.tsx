// The library in the pane: found, looked at, compared, rolled back, taken along as a file and brought in from one.
import { screen, within } from '@testing-library/react';
import { builtInMappings } from '../../../mappings/index.ts';
import { FakeLibrary } from './fake-library.ts';
import { openPane } from './open-pane.tsx';
import { unknownLook } from './unknown-sheet.ts';

const income = builtInMappings.find(({ id }) => id === 'shopee-tw.income');
const shopee = builtInMappings.filter(({ platform }) => platform === 'shopee-tw');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

async function openLibrary() {
  const library = new FakeLibrary(shopee);
  const pane = await openPane({ looks: [unknownLook()], api: library.api() });
  await pane.user.click(screen.getByRole('tab', { name: '對應庫' }));
  await screen.findByRole('heading', { name: '對應庫' });
  return { ...pane, library };
}

/** The team has published one change: another title. */
async function openChanged() {
  const pane = await openLibrary();
  if (!income) throw new Error('There is no income mapping');
  const client = await pane.library.api().library();
  await client.saveDraft({ ...income, linesWithoutOrder: true } as typeof income, { author: '王會計', note: '' });
  await client.publish(income.id, { author: '王會計', note: '改了' });
  await pane.user.click(button(/我的進帳（已撥款）/));
  await screen.findByRole('heading', { name: '版本紀錄' });
  return pane;
}

test('mappings are found by title or platform', async () => {
  const { user } = await openLibrary();
  expect(screen.getByText(`${shopee.length} 份對應`)).toBeTruthy();
  await user.type(screen.getByRole('searchbox'), '訂單報表');
  expect(screen.getByText('1 份對應')).toBeTruthy();
  await user.type(screen.getByRole('searchbox'), 'xyz');
  expect(screen.getByText('沒有符合的對應。')).toBeTruthy();
});

test('the history says who changed what and why, and what differs', async () => {
  const { user } = await openChanged();
  expect(screen.getByText('團隊 第 3 版 · 使用中')).toBeTruthy();
  expect(screen.getByText('王會計，2024-06-01')).toBeTruthy();
  expect(screen.getByText('改了')).toBeTruthy();
  await user.click(button('與上一版比較'));
  expect(await screen.findByText(/可以沒有訂單/)).toBeTruthy();
});

test('any two versions are compared, in either order, and the draft with any of them', async () => {
  const { user, library } = await openChanged();
  await user.click(screen.getByText('比較任意兩版'));
  const compare = within(screen.getByText('比較任意兩版').closest('section') ?? document.body);
  const choose = (name: string, text: RegExp) => {
    const select = compare.getByRole('combobox', { name });
    return user.selectOptions(select, within(select).getByRole('option', { name: text }));
  };
  expect(await compare.findByText('可以沒有訂單：由「false」改為「true」。')).toBeTruthy();
  await choose('從', /^團隊 第 3 版/);
  expect(await compare.findByText('兩版相同。')).toBeTruthy();
  await choose('到', /^內建 第 2 版/);
  expect(await compare.findByText('可以沒有訂單：由「true」改為「false」。')).toBeTruthy();
  expect(compare.queryByRole('option', { name: '草稿' })).toBeNull();
  if (!income) throw new Error('There is no income mapping');
  await (await library.api().library()).saveDraft({ ...income, currency: 'USD' }, { author: '王會計', note: '' });
  await user.click(button('回到清單'));
  await user.click(await screen.findByRole('button', { name: /我的進帳（已撥款）/ }));
  await user.click(await screen.findByText('比較任意兩版'));
  expect(await compareText()).toContain('「TWD」改為「USD」');
});

/** What the open comparison says. */
async function compareText(): Promise<string> {
  const card = screen.getByText('比較任意兩版').closest('section');
  await within(card ?? document.body).findAllByRole('listitem');
  return card?.textContent ?? '';
}

test('an earlier version is brought back under a name and a reason', async () => {
  const { user, library } = await openChanged();
  await user.click(button('回到這一版'));
  await user.type(field(/您的名字/), '陳主管');
  const [, confirm] = screen.getAllByRole('button', { name: '回到這一版' });
  await user.click(confirm ?? button('回到這一版'));
  expect(await screen.findByText('團隊 第 4 版 · 使用中')).toBeTruthy();
  expect(library.asked.at(-1)).toBe('rollBack shopee-tw.income built-in-2 陳主管: 回到第 2 版');
});

test('a mapping leaves as the text of its file', async () => {
  const { user } = await openChanged();
  await user.click(button('匯出 JSON'));
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'shopee-tw.income.json' });
  expect(JSON.parse(text.value)).toMatchObject({ id: 'shopee-tw.income', linesWithoutOrder: true });
});

test('a file comes in as a draft, which is read before it is published', async () => {
  const { user, library } = await openLibrary();
  await user.click(screen.getByText('匯入 JSON'));
  await user.click(field(/JSON 內容/));
  await user.paste(JSON.stringify({ ...income, emptyMarkers: ['n/a'] }));
  await user.type(field(/您的名字/), '王會計');
  await user.type(field(/為什麼改/), '從 git');
  await user.click(button('存成草稿'));
  const draft = await screen.findByRole('region', { name: '草稿' });
  expect(await within(draft).findAllByText(/代表空白的文字/)).not.toHaveLength(0);
  await user.click(within(draft).getByRole('button', { name: '發布並使用' }));
  expect(await screen.findByText('團隊 第 3 版 · 使用中')).toBeTruthy();
  expect(library.asked.at(-1)).toBe('publish shopee-tw.income 王會計: a reason');
});

test('a file that is no mapping is refused with the reason', async () => {
  const { user } = await openLibrary();
  await user.click(screen.getByText('匯入 JSON'));
  await user.click(field(/JSON 內容/));
  await user.paste('{}');
  await user.type(field(/您的名字/), '王會計');
  await user.type(field(/為什麼改/), '試試');
  await user.click(button('存成草稿'));
  expect((await screen.findByRole('alert')).textContent).toContain('沒有存成');
});

test('work on a draft goes on with the sheet on screen', async () => {
  const { user, library } = await openLibrary();
  if (!income) throw new Error('There is no income mapping');
  await (await library.api().library()).saveDraft(income, { author: '王會計', note: '' });
  await user.click(button(/我的進帳（已撥款）/));
  await user.click(await screen.findByRole('button', { name: '在目前的工作表繼續' }));
  expect(await screen.findByRole('heading', { name: '修正欄位對應' })).toBeTruthy();
});

test('a draft that would take another mapping’s files is published only after a tick that names it', async () => {
  const { user, library } = await openLibrary();
  if (!income) throw new Error('There is no income mapping');
  const copy = { ...income, id: 'own.income', title: { ...income.title, 'zh-TW': '我們的進帳' } };
  await (await library.api().library()).saveDraft(copy, { author: '王會計', note: '' });
  await user.click(button(/我的進帳（已撥款）/));
  await user.click(await screen.findByRole('button', { name: '回到清單' }));
  await user.click(await screen.findByRole('button', { name: /我們的進帳/ }));
  await user.type(await screen.findByRole('textbox', { name: /您的名字/ }), '王會計');
  await user.click(button('發布並使用'));
  expect(await screen.findByText(/^與「蝦皮購物 我的進帳（已撥款）」分不出來/)).toBeTruthy();
  expect(library.asked.at(-1)).toMatch(/^saveDraft/);
  await user.click(screen.getByRole('checkbox', { name: '我知道，仍要發布' }));
  await user.click(button('發布並使用'));
  expect(await screen.findByText('團隊 第 1 版 · 使用中')).toBeTruthy();
  expect(library.asked.slice(-2)).toEqual(['accepts shopee-tw.income', 'publish own.income 王會計: a reason']);
});
