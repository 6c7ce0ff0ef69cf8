// Contracts and calendars in the settings: learned, looked at, accepted, edited; what cannot be taken is not saved.
import { screen, within } from '@testing-library/react';
import { ownProblem } from '../../../addin/api-problem.ts';
import { proposeFees } from '../../../core/fees/propose-fees.ts';
import { amountOfUnits } from '../../../core/money.ts';
import { holidaysOf, newCalendarDraft, calendarOf } from '../../../addin/panes/fees/calendar-draft.ts';
import { chargedBy, orders } from '../../core/fees/charged-orders.ts';
import { rate, rule } from '../../core/fees/fee-data.ts';
import { terms } from '../../core/calendar/calendars.ts';
import { FakeFees } from './fake-fees.ts';
import { openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';

const looks = [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })];
const six = rule({ rate: rate('0.06') });
const charged = chargedBy([six], orders({ count: 60 })).map((order, at) =>
  at % 20 === 3
    ? { ...order, amounts: { ...order.amounts, COMMISSION: amountOfUnits((order.amounts.COMMISSION ?? 0) - 50_000) } }
    : order,
);

async function openFees(prepare: (fees: FakeFees) => void = () => undefined) {
  const fees = new FakeFees();
  prepare(fees);
  const pane = await openPane({
    looks,
    settings: { author: '王會計' },
    api: { fees: () => Promise.resolve(fees.client) },
  });
  await pane.user.click(screen.getByRole('tab', { name: '設定' }));
  await screen.findByRole('heading', { name: '手續費合約' });
  return { ...pane, fees };
}

const region = (name: string) => within(screen.getByRole('region', { name }));
const contracts = () => region('手續費合約');
const calendars = () => region('撥款日程');
const kept = <T,>(content: T) => ({
  content,
  version: 3,
  author: '李**',
  note: '依官網',
  savedAt: '2024-05-02T08:00:00.000Z',
});

async function type(user: Awaited<ReturnType<typeof openPane>>['user'], label: RegExp | string, text: string) {
  const field = screen.getByLabelText(label);
  await user.clear(field);
  if (text !== '') await user.paste(text);
}

test('what the books propose is told plainly, with the orders that do not agree, and is accepted under a name', async () => {
  const { user, fees } = await openFees((fake) => {
    fake.proposals = proposeFees(charged, []);
  });
  expect(await contracts().findByText(/^還沒有合約/)).toBeTruthy();
  await user.click(contracts().getByRole('button', { name: '從我的帳單學習' }));
  expect(await contracts().findByText('成交手續費＝貨款 × 6%，四捨五入到元')).toBeTruthy();
  expect(contracts().getByText('60 筆中 57 筆相符；其餘 3 筆多收 5。')).toBeTruthy();
  await user.click(contracts().getByText('不相符的訂單（3）'));
  expect(
    contracts()
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/^實扣 \d+，合約 \d+$/)]));
  await user.click(contracts().getByRole('button', { name: '採用…' }));
  await type(user, '起日', '2024-06-01');
  await user.click(contracts().getByRole('button', { name: '採用這份合約' }));
  expect(await contracts().findByText('已儲存，下次對帳起依合約檢查手續費。')).toBeTruthy();
  expect(contracts().getByText('已採用。')).toBeTruthy();
  expect(fees.asked).toEqual(['accept 王會計: 依 2026-01-01 至 2026-04-29 的帳單，60 筆訂單']);
  expect(fees.contracts[0]?.content).toMatchObject({ rate: 60_000, validFrom: '2024-06-01', shopPattern: '甲' });
});

test('terms that fit equally may be taken instead', async () => {
  const whole = charged.map((order) => ({
    ...order,
    lines: [],
    amounts: { PRINCIPAL: amountOfUnits(1_000_000), COMMISSION: amountOfUnits(-60_000) },
  }));
  const { user, fees } = await openFees((fake) => {
    fake.proposals = proposeFees(whole, []);
  });
  await user.click(contracts().getByRole('button', { name: '從我的帳單學習' }));
  expect(await contracts().findByText('成交手續費＝每筆 6，四捨五入到元')).toBeTruthy();
  await user.click(contracts().getByRole('button', { name: '採用…' }));
  await user.click(contracts().getByRole('radio', { name: '成交手續費＝貨款 × 6%，四捨五入到元' }));
  await user.click(contracts().getByRole('button', { name: '採用這份合約' }));
  await contracts().findByText(/^已儲存/);
  expect(fees.contracts[0]?.content).toMatchObject({ rate: 60_000, fixed: null });
});

test('a contract is edited in its plain fields, as a further version', async () => {
  const { user, fees } = await openFees((fake) => {
    fake.contracts = [kept(six)];
  });
  expect(await contracts().findByText('2024-05-02 李**：依官網')).toBeTruthy();
  await user.click(contracts().getByRole('button', { name: /^編輯：成交手續費/ }));
  await type(user, '費率（%）', '5.5');
  await type(user, '最低金額', '10');
  await user.selectOptions(screen.getByLabelText('進位方式'), '無條件捨去');
  await type(user, /^備註/, '六月起調降');
  await user.click(contracts().getByRole('button', { name: '儲存' }));
  expect(await contracts().findByText('成交手續費＝貨款 × 5.5%，至少 10，無條件捨去到元')).toBeTruthy();
  expect(fees.asked).toEqual(['contract based on 3 王會計: 六月起調降']);
});

test.each([
  ['費率（%）', '6%', '請輸入不小於 0 的數字，或留空。'],
  ['費率（%）', '101', '請輸入不小於 0 的數字，或留空。'],
  ['每筆固定金額', '-5', '請輸入不小於 0 的數字，或留空。'],
  ['起日', '2024-02-30', '請輸入像 2024-06-01 的日期，或留空。'],
])('%s of "%s" is not taken', async (label, text, problem) => {
  const { user } = await openFees((fake) => {
    fake.contracts = [kept(six)];
  });
  await user.click(await contracts().findByRole('button', { name: /^編輯：/ }));
  await type(user, /^備註/, '試試');
  await type(user, label, text);
  expect(await contracts().findByText(problem)).toBeTruthy();
  expect(contracts().getByRole('button', { name: '儲存' }).hasAttribute('disabled')).toBe(true);
});

test('without a note nothing is saved; what is cancelled is as it was', async () => {
  const { user, fees } = await openFees((fake) => {
    fake.contracts = [kept(six)];
  });
  await user.click(await contracts().findByRole('button', { name: /^編輯：/ }));
  expect(contracts().getByRole('button', { name: '儲存' }).hasAttribute('disabled')).toBe(true);
  await type(user, '費率（%）', '9');
  await user.click(contracts().getByRole('button', { name: '取消' }));
  expect(contracts().getByText('成交手續費＝貨款 × 6%，四捨五入到元')).toBeTruthy();
  expect(fees.asked).toEqual([]);
});

test('a refusal of the server stands below the button', async () => {
  const { user } = await openFees((fake) => {
    fake.contracts = [kept(six)];
    Object.assign(fake.client, { saveContract: () => Promise.reject(ownProblem('SERVER_UNREACHABLE')) });
  });
  await user.click(await contracts().findByRole('button', { name: /^編輯：/ }));
  await type(user, /^備註/, '試試');
  await user.click(contracts().getByRole('button', { name: '儲存' }));
  expect((await screen.findByRole('alert')).textContent).toContain('沒有儲存');
});

test('books without fees propose nothing and say what to do', async () => {
  const { user } = await openFees();
  await user.click(contracts().getByRole('button', { name: '從我的帳單學習' }));
  expect(await contracts().findByText(/^帳上還沒有足夠的手續費可以學習/)).toBeTruthy();
});

test('a payout calendar is set in plain fields and told in a sentence', async () => {
  const { user, fees } = await openFees();
  await user.click(await calendars().findByRole('button', { name: '新增撥款日程' }));
  await type(user, '起日', '2024-01-01');
  await user.selectOptions(screen.getByLabelText('撥款週期'), '每週');
  await user.selectOptions(screen.getByLabelText('星期'), '三');
  await type(user, '依據', '賣家中心');
  expect(await calendars().findByText('訂單完成後 7 天，每週三撥款，遇假日順延')).toBeTruthy();
  await type(user, /^備註/, '依官網');
  await user.click(calendars().getByRole('button', { name: '儲存' }));
  expect(await calendars().findByText('已儲存，下次對帳起依日程判斷逾期。')).toBeTruthy();
  expect(fees.asked).toEqual(['calendar based on 0 王會計: 依官網']);
  expect(fees.calendars[0]?.content).toMatchObject({
    cycle: { kind: 'weekly', on: 3 },
    shopPattern: '*',
    validTo: null,
  });
});

test('a calendar that is kept is edited as a further version; what the form does not ask stays', async () => {
  const windows = { kind: 'windows' as const, windows: [{ from: 1, to: 31, pay: 5 }] };
  const { user, fees } = await openFees((fake) => {
    fake.calendars = [kept(terms({ cycle: windows, minPayout: amountOfUnits(1_000_000) }))];
  });
  await user.click(await calendars().findByRole('button', { name: /^編輯：/ }));
  await type(user, '等候天數', '10');
  await type(user, /^備註/, '改為十天');
  await user.click(calendars().getByRole('button', { name: '儲存' }));
  await calendars().findByText(/^已儲存/);
  expect(fees.asked).toEqual(['calendar based on 3 王會計: 改為十天']);
  expect(fees.calendars[0]?.content).toMatchObject({ delay: { n: 10 }, cycle: windows, minPayout: 1_000_000 });
});

test('holidays are a list of days', async () => {
  const { user, fees } = await openFees();
  await user.click(await calendars().findByRole('button', { name: '新增假日表' }));
  await type(user, '名稱', 'tw-2024');
  await type(user, '涵蓋起日', '2024-01-01');
  await type(user, '涵蓋迄日', '2024-12-31');
  await type(user, '放假日', '2024-06-10 2024-09-17');
  await type(user, '補班日', '2024-02-17');
  await type(user, '依據', '行政院');
  await type(user, /^備註/, '今年');
  await user.click(calendars().getByRole('button', { name: '儲存' }));
  expect(await calendars().findByText('假日表 tw-2024（2 天）')).toBeTruthy();
  expect(fees.holidays[0]?.content.makeUpWorkdays).toEqual(new Set(['2024-02-17']));
});

test.each([
  [{ delay: 'x' }, false],
  [{ delay: '400' }, false],
  [{ cycle: 'weekly' as const, on: '8' }, false],
  [{ cycle: 'monthly' as const, on: '5、20' }, true],
  [{ cycle: 'interval' as const, on: '14', startingOn: '2024-01-03' }, true],
  [{ cycle: 'interval' as const, on: '14', startingOn: '' }, false],
  [{ cycle: 'manual' as const }, true],
  [{ validTo: '2023-12-31' }, false],
  [{ source: ' ' }, false],
])('a calendar with %j is sound: %s', (change, isSound) => {
  const draft = { ...newCalendarDraft('shopee-tw', '2024-01-01'), source: '官網', ...change };
  expect(calendarOf(draft, null) !== null).toBe(isSound);
});

test('holidays outside the covered days are told', () => {
  const draft = {
    id: 'tw',
    from: '2024-01-01',
    to: '2024-12-31',
    holidays: '2025-01-01',
    workdays: '',
    source: '官網',
  };
  expect(holidaysOf(draft)).toEqual({ wrong: '2025-01-01 is outside the covered days' });
});
