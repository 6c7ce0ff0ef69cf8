// The keyboard's focus: into each view and form that opens, and back to the control that opened it when it is left.
import { screen, waitFor, within } from '@testing-library/react';
import { ownProblem } from '../../../addin/api-problem.ts';
import monthWords from '../../../addin/locale/months/zh-TW.json';
import reportWords from '../../../addin/locale/report/zh-TW.json';
import type { ReceivableReport } from '../../../core/statements/receivable-report.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { terms } from '../../core/calendar/calendars.ts';
import { rate, rule } from '../../core/fees/fee-data.ts';
import { FakeFees } from './fake-fees.ts';
import { FakeLibrary } from './fake-library.ts';
import { FakeMonths } from './fake-months.ts';
import { FakeUndo } from './fake-undo.ts';
import { FakeWork, found, workResult } from './fake-work.ts';
import { openPane, type OpenPane, type PaneWishes } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';
import { sampleProof } from './sample-result.ts';
import { unknownLook } from './unknown-sheet.ts';

const shopee = builtInMappings.filter(({ platform }) => platform === 'shopee-tw');
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };
const income = lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true });
const many = Array.from({ length: 40 }, (_, at) => found(`S${String(at).padStart(2, '0')}`, 'SHORT', String(400 - at)));

const reports = () =>
  Promise.resolve({
    months: () => Promise.resolve({ booked: ['2024-05'], closed: [], shops: [] }),
    report: () => Promise.resolve({} as ReceivableReport & { books: never }),
  });

/** What has the focus, by its words. */
function focused(): string {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return 'nothing';
  const { labels } = activeElement as HTMLInputElement;
  return activeElement.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? activeElement.textContent;
}

const focusIs = (words: string | RegExp) => waitFor(() => expect(focused()).toMatch(words));

type Place = Pick<typeof screen, 'getByRole'>;

/** Presses a control as the keyboard does. */
async function press({ user }: OpenPane, name: string | RegExp, place: Place = screen) {
  place.getByRole('button', { name }).focus();
  await user.keyboard('{Enter}');
}

async function openResult(part: Partial<PaneWishes['api'] & object> = {}, result = workResult()): Promise<OpenPane> {
  const work = new FakeWork({ ...result, runId: 'RUN-000001', batches: [sampleProof()] });
  const [undo, months] = [new FakeUndo().client, new FakeMonths().client];
  const fakes = { undo: () => Promise.resolve(undo), months: () => Promise.resolve(months) };
  const api = { ...work.api(), reports, ...fakes, ...part };
  const pane = await openPane({ looks: [income], api, settings: { author: '王會計' } });
  await pane.session.reconcile();
  await screen.findByRole('button', { name: '開啟工作清單' }, FIRST_USE);
  return pane;
}

describe('a view in place of the result', () => {
  test.each([
    ['the work list', '開啟工作清單', /^工作清單$/, '回到結果'],
    ['undo', '沖銷…', /^沖銷$/, '回到結果'],
    ['undo of one receipt', /^沖銷 RC/, /^沖銷$/, '回到結果'],
    ['the report', reportWords.open, /^應收月報$/, reportWords.back],
    ['the months', monthWords.open, /^月結與關帳$/, monthWords.back],
  ])('%s: its heading, then the button that opened it', async (_, open, heading, back) => {
    const pane = await openResult();
    const opener = await screen.findByRole('button', { name: open }, FIRST_USE);
    const words = opener.getAttribute('aria-label') ?? opener.textContent;
    await press(pane, open);
    await focusIs(heading);
    await press(pane, back);
    await focusIs(words);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: open }));
  });

  test('the steps of undo: the heading of each', async () => {
    const pane = await openResult();
    await press(pane, /^沖銷 RC/);
    await focusIs(/^沖銷$/);
    await pane.user.type(screen.getByLabelText(/原因/), '金額有誤');
    await press(pane, '先看會沖銷什麼');
    await focusIs(/^確定後會這樣沖銷$/);
    await press(pane, '修改');
    await focusIs(/^沖銷$/);
  });
});

describe('the months', () => {
  async function openMonths() {
    const pane = await openResult();
    await press(pane, monthWords.open);
    await focusIs(/^月結與關帳$/);
    await screen.findByRole('button', { name: '2024-05 關帳…' });
    return pane;
  }

  test('looked at and left: the button of the month; closed: what was closed, then the months', async () => {
    const pane = await openMonths();
    await press(pane, '2024-05 關帳…');
    await focusIs(/^2024-05 關帳$/);
    await screen.findByText(monthWords.nothingYet);
    await press(pane, monthWords.toMonths);
    await focusIs(/^2024-05 關帳…$/);
    await press(pane, '2024-05 關帳…');
    await screen.findByText(monthWords.nothingYet);
    await press(pane, monthWords.confirmClose);
    await screen.findByText('2024-05 已關帳。');
    await focusIs(/^2024-05 關帳$/);
    await press(pane, monthWords.toMonths);
    await focusIs(/^月結與關帳$/);
  });

  test('opened again: its form, cancelled to its button; done, the months', async () => {
    const pane = await openMonths();
    await press(pane, '2024-04 重新開放…');
    await focusIs(/^重新開放 2024-04$/);
    await press(pane, monthWords.cancel);
    await focusIs(/^2024-04 重新開放…$/);
    await press(pane, '2024-04 重新開放…');
    await pane.user.type(screen.getByLabelText(/原因/), '漏了一張');
    await press(pane, monthWords.confirmReopen);
    await focusIs(/^月結與關帳$/);
  });
});

describe('the work list', () => {
  async function openWork(result = workResult()) {
    const pane = await openResult({}, result);
    await press(pane, '開啟工作清單');
    await focusIs(/^工作清單$/);
    return pane;
  }

  test('an item: its number, its form, cancelled to the menu, and back to the item in the list', async () => {
    const pane = await openWork();
    const group = screen.getByText('逾期未撥款', { selector: 'summary *' }).closest('details');
    if (group === null) throw new Error('there is no such group');
    group.open = true;
    await press(pane, /^A3/, within(group));
    await focusIs(/^A3$/);
    await press(pane, '處理');
    await pane.user.click(await screen.findByRole('menuitem', { name: '指派' }));
    await focusIs(/^指派$/);
    await press(pane, '取消');
    await focusIs(/^處理$/);
    await press(pane, '回到清單');
    await focusIs(/^A3/);
    expect(document.activeElement?.closest('details')?.open).toBe(true);
  });

  test('an item beyond the first screenful is found again, with what was searched for', async () => {
    const pane = await openWork(workResult({ orders: many }));
    await pane.user.type(screen.getByRole('searchbox'), 's');
    await press(pane, /^再顯示/);
    await press(pane, /^S30/);
    await focusIs(/^S30$/);
    await press(pane, '回到清單');
    await focusIs(/^S30/);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('s');
  });

  test('what was handled has gone from the list: the focus is on what it stood under', async () => {
    const pane = await openWork();
    const group = screen.getByText('短收', { selector: 'summary *' }).closest('details');
    if (group === null) throw new Error('there is no such group');
    group.open = true;
    await pane.user.click(within(group).getByRole('checkbox', { name: '選取 A1' }));
    await press(pane, '處理', within(group));
    await pane.user.click(await screen.findByRole('menuitem', { name: '結案' }));
    await focusIs(/^結案$/);
    await press(pane, '確定', within(await screen.findByRole('form')));
    await focusIs(/^短收/);
  });
});

describe('forms in the settings', () => {
  const signed = { version: 3, author: '李**', note: '依官網', savedAt: '2024-05-02T08:00:00.000Z' };

  async function openSettings() {
    const fees = new FakeFees();
    fees.contracts = [{ ...signed, content: rule({ rate: rate('0.06') }) }];
    fees.calendars = [{ ...signed, content: terms({ id: 'a' }) }];
    const pane = await openPane({ looks: [income], api: { fees: () => Promise.resolve(fees.client) } });
    await pane.user.click(screen.getByRole('tab', { name: '設定' }));
    await screen.findByRole('button', { name: '設定…' }, FIRST_USE);
    await screen.findByRole('heading', { name: '手續費合約' }, FIRST_USE);
    return pane;
  }

  test('whoever goes from tab to tab stays among them', async () => {
    await openSettings();
    expect(focused()).toBe('設定');
  });

  test.each([
    ['the policy', '設定…', /^沖銷差額與認列費用$/],
    ['a calendar', '新增撥款日程', /^平台代碼$/],
    ['holidays', '新增假日表', /^名稱$/],
    ['a contract', /^編輯：成交手續費/, /^費率/],
  ])('%s: its heading or first field, then the button again', async (_, open, first) => {
    const pane = await openSettings();
    const opener = await screen.findByRole('button', { name: open });
    const words = opener.getAttribute('aria-label') ?? opener.textContent;
    await press(pane, open);
    await focusIs(first);
    await press(pane, '取消');
    await focusIs(words);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: open }));
  });
});

test('settings opened by a button of a failure begin with their first field', async () => {
  const lost = () => Promise.reject(ownProblem('SERVER_UNREACHABLE'));
  const pane = await openPane({ looks: [income], api: { listMappings: lost } });
  await screen.findByRole('button', { name: '開啟設定' });
  await press(pane, '開啟設定');
  await focusIs(/^語言$/);
});

test('the mapping of a sheet, and back to the button that began it', async () => {
  const pane = await openPane({ looks: [unknownLook()], api: new FakeLibrary(shopee).api() });
  await screen.findByRole('button', { name: '對應這張表' });
  await press(pane, '對應這張表');
  await focusIs(/^對應這張表$/);
  expect(document.activeElement?.tagName).toBe('H2');
  await press(pane, '離開，不儲存');
  await focusIs(/^對應這張表$/);
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

test('a mapping of the library, and back to its line in the list', async () => {
  const pane = await openPane({ looks: [unknownLook()], api: new FakeLibrary(shopee).api() });
  await pane.user.click(screen.getByRole('tab', { name: '對應庫' }));
  await screen.findByRole('heading', { name: '對應庫' });
  await press(pane, /^蝦皮購物 訂單報表/);
  await focusIs(/^蝦皮購物 訂單報表/);
  expect(document.activeElement?.tagName).toBe('H2');
  await press(pane, '回到清單');
  await focusIs(/^蝦皮購物 訂單報表/);
  expect(document.activeElement?.tagName).toBe('BUTTON');
});
