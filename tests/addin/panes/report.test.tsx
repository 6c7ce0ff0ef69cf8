// The month-end report in the pane: there without a run, begun with the month that is over, made with progress, cancelled,
// refused in the server's words, and its worksheets one click away; in every language by axe's rules.
import axe from 'axe-core';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ApiProblem } from '../../../addin/api-problem.ts';
import en0 from '../../../addin/locale/en.json';
import en from '../../../addin/locale/report/en.json';
import zhCN from '../../../addin/locale/report/zh-CN.json';
import zhTW from '../../../addin/locale/report/zh-TW.json';
import monthWords from '../../../addin/locale/months/zh-TW.json';
import zhCN0 from '../../../addin/locale/zh-CN.json';
import zhTW0 from '../../../addin/locale/zh-TW.json';
import type { ReportClient } from '../../../addin/report-client.ts';
import type { Watch } from '../../../addin/watch.ts';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import { amountOfUnits } from '../../../core/money.ts';
import type { BooksWish } from '../../../core/statements/books-report.ts';
import type { ReportMonths } from '../../../core/statements/report-api.ts';
import type { LedgerEntry } from '../../../core/statements/ledger-entry.ts';
import { receivableReport } from '../../../core/statements/receivable-report.ts';
import { FakeMonths } from './fake-months.ts';
import { confirmedMappings, openPane, type PaneWishes } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';
import { day } from '../../server/fixtures.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
const PANE = { 'zh-TW': zhTW0, 'zh-CN': zhCN0, en: en0 };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };

const sale: LedgerEntry = {
  ...{ platform: 'shopee-tw', shop: '甲', customer: 'shopee-tw', currency: 'TWD', orderKey: 'k', orderNumber: 'A1' },
  ...{ kind: 'sale', on: day('2024-05-07'), number: 'SA202405-0001' },
  ...{ amount: amountOfUnits(1_234_0000), baseAmount: amountOfUnits(1_234_0000) },
};

/** A report on one order that is open; `ties` is as the orders say. */
function aReport({ period, bounds, statementsBy, only = null }: BooksWish, ties: boolean) {
  const open = { ...sale, open: ties ? sale.amount : amountOfUnits(1), baseOpen: sale.amount };
  return receivableReport({
    ...{ entries: [sale], openOrders: [open], period, bounds, statementsBy, only, ledger: [], forecast: null },
    ...{ orders: new Map(), baseCurrency: null, bankDetails: null },
  });
}

class FakeReports {
  months: ReportMonths = {
    booked: ['2024-04', '2024-05'],
    closed: ['2024-04'],
    shops: [{ platform: 'shopee-tw', shop: '甲' }],
  };
  readonly asked: BooksWish[] = [];
  ties = true;
  readonly client: ReportClient = {
    months: () => Promise.resolve(this.months),
    report: (wish) => {
      this.asked.push(wish);
      const report = aReport(wish, this.ties);
      return Promise.resolve({
        ...report,
        ties: this.ties,
        books: { positions: [], ledgerTies: [], ledgerMonth: { accounts: [], vouchers: null } },
      });
    },
  };
}

async function openReport(reports = new FakeReports(), language: Language = 'zh-TW', wishes: Partial<PaneWishes> = {}) {
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })],
    language,
    ...wishes,
    api: { listMappings: confirmedMappings, reports: () => Promise.resolve(reports.client), ...wishes.api },
  });
  await pane.user.click(screen.getByRole('tab', { name: PANE[language].tabs.result }));
  await pane.user.click(await screen.findByRole('button', { name: WORDS[language].open }, FIRST_USE));
  await screen.findByRole('heading', { name: WORDS[language].title });
  return { ...pane, reports };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const make = () => screen.findByRole('button', { name: zhTW.make });
const month = () => screen.getByLabelText<HTMLSelectElement>(zhTW.month);

test('without a run: the month that is over stands first, the sheets are made and shown by a click', async () => {
  const { user, reports, asked } = await openReport();
  await make();
  expect([...month().options].map(({ text }) => text)).toEqual(['2024-06（到今天）', '2024-05', '2024-04（已關帳）']);
  expect(month().value).toBe('2024-05');
  expect(screen.getByText('2024-05-01 至 2024-05-31，兩日都含。')).toBeTruthy();
  await user.click(button(zhTW.make));
  expect(await screen.findByRole('heading', { name: '2024-05 月報' }, FIRST_USE)).toBeTruthy();
  const done = within(screen.getByRole('region', { name: '2024-05 月報' }));
  expect(done.getByText('2024-05-31 未收 TWD').nextSibling?.textContent).toBe('1,234');
  expect(done.getByText(zhTW.ties)).toBeTruthy();
  expect(reports.asked).toEqual([
    { period: { from: '2024-05-01', to: '2024-05-31' }, bounds: [30, 60, 90], statementsBy: 'shop', only: null },
  ]);
  await user.click(within(screen.getByRole('region', { name: zhTW.sheets })).getByRole('button', { name: '帳齡分析' }));
  await waitFor(() => expect(asked).toContain('showSheet id of 帳齡分析'));
});

test('another month, other statements and bounds are asked for as they were chosen', async () => {
  const { user, reports } = await openReport();
  await make();
  fireEvent.change(month(), { target: { value: '2024-06' } });
  await user.selectOptions(screen.getByLabelText(zhTW.statements), zhTW.by.none);
  fireEvent.change(screen.getByLabelText(zhTW.aging), { target: { value: '7、14，21' } });
  await user.click(button(zhTW.make));
  await screen.findByRole('heading', { name: '2024-06 月報' }, FIRST_USE);
  expect(reports.asked).toEqual([
    { period: { from: '2024-06-01', to: '2024-06-01' }, bounds: [7, 14, 21], statementsBy: null, only: null },
  ]);
});

test('a report of one shop or of a platform is asked for where there are several, and says so when it is done', async () => {
  const reports = new FakeReports();
  const shops = [
    { platform: 'shopee-tw', shop: '甲' },
    { platform: 'shopee-tw', shop: '乙' },
    { platform: 'momo', shop: '甲' },
  ];
  reports.months = { ...reports.months, shops };
  const { user } = await openReport(reports);
  await make();
  const only = screen.getByLabelText<HTMLSelectElement>(zhTW.only.label);
  expect([...only.options].map(({ text }) => text)).toEqual([
    ...['全部平台與店鋪', '平台 shopee-tw（2 家店）'],
    ...['shopee-tw · 甲', 'shopee-tw · 乙', 'momo · 甲'],
  ]);
  for (const [text, asked, said] of [
    ['shopee-tw · 乙', { platform: 'shopee-tw', shop: '乙' }, '僅店鋪 shopee-tw · 乙'],
    ['平台 shopee-tw（2 家店）', { platform: 'shopee-tw' }, '僅平台 shopee-tw'],
  ] as const) {
    await user.selectOptions(only, text);
    await user.click(await make());
    expect(await screen.findByText(said, {}, FIRST_USE)).toBeTruthy();
    expect(reports.asked.at(-1)).toMatchObject({ only: asked });
  }
});

test('one shop is no choice', async () => {
  await openReport();
  await make();
  expect(screen.queryByLabelText(zhTW.only.label)).toBeNull();
});

test.each(['', '60,30', '30,x', '0,30', '30;60'])('aging by "%s" is not taken', async (text) => {
  await openReport();
  await make();
  fireEvent.change(screen.getByLabelText(zhTW.aging), { target: { value: text } });
  expect(await screen.findByText(zhTW.wrongAging)).toBeTruthy();
  expect(button(zhTW.make).disabled).toBe(true);
});

test('books that do not agree are told as bad news', async () => {
  const reports = new FakeReports();
  reports.ties = false;
  const { user } = await openReport(reports);
  await user.click(await make());
  expect((await screen.findByRole('alert', {}, FIRST_USE)).textContent).toBe(zhTW.tiesNot);
});

/** Writing that waits until it is cancelled. */
const untilCancelled = (_: unknown, { signal, report }: Watch) =>
  new Promise<never>((_resolve, reject) => {
    report({ step: 'writing', done: 1, total: 4, sheet: '帳齡分析' });
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
  });

test('while it is made its progress is told, nothing is reconciled beside it, and it can be cancelled', async () => {
  const { user, session } = await openReport(new FakeReports(), 'zh-TW', { excel: { writeSheets: untilCancelled } });
  await user.click(await make());
  expect(await screen.findByText('寫入「帳齡分析」', {}, FIRST_USE)).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('0.25');
  expect(button(zhTW0.reconcile).disabled).toBe(true);
  await session.reconcile();
  expect(session.getState().run.state).toBe('idle');
  await user.click(button(zhTW.cancel));
  expect(await screen.findByText(zhTW.cancelled)).toBeTruthy();
  expect(button(zhTW.make).disabled).toBe(false);
});

test('while a run works no report begins; the run’s result is shown when it is done', async () => {
  let finish: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const writeSheets = () => held.then(() => []);
  const { session, reports } = await openReport(new FakeReports(), 'zh-TW', { excel: { writeSheets } });
  const form = await make();
  const running = session.reconcile();
  expect(form).toBeTruthy();
  const wish = { month: { month: '2024-05', days: { from: day('2024-05-01'), to: day('2024-05-31') } } };
  await session.reportMonth({
    ...wish,
    month: { ...wish.month, isClosed: false, isRunning: false },
    bounds: [30],
    statementsBy: null,
  });
  expect([reports.asked, session.getState().report.state]).toEqual([[], 'idle']);
  finish();
  await running;
  expect(await screen.findByRole('heading', { name: zhTW0.run.done })).toBeTruthy();
  expect(await screen.findByRole('button', { name: zhTW.open })).toBeTruthy();
});

test('a refusal stands in the server’s words and the report can be asked for again', async () => {
  const sentence = { 'zh-TW': '帳冊忙碌中。', 'zh-CN': '账册忙碌中。', en: 'The books are busy.' };
  const reports = new FakeReports();
  Object.assign(reports.client, { report: () => Promise.reject(new ApiProblem('BUSY', sentence)) });
  const { user } = await openReport(reports);
  await user.click(await make());
  const alert = await screen.findByRole('alert', {}, FIRST_USE);
  expect(alert.textContent).toContain(zhTW.failed);
  expect(alert.textContent).toContain('帳冊忙碌中。');
  expect(button(zhTW.make).disabled).toBe(false);
});

test('empty books say what to do first; months that cannot be read are asked for again', async () => {
  const reports = new FakeReports();
  reports.months = { booked: [], closed: [], shops: [] };
  let times = 0;
  const { months } = reports.client;
  Object.assign(reports.client, {
    months: () => ((times += 1) === 1 ? Promise.reject(new Error('no answer')) : months()),
  });
  const { user } = await openReport(reports);
  expect((await screen.findByRole('alert')).textContent).toContain(zhTW.loadFailed);
  await user.click(button(zhTW0.tryAgain));
  expect(await screen.findByText(zhTW.empty)).toBeTruthy();
  await user.click(button(zhTW.back));
  expect(await screen.findByText(zhTW0.result.none)).toBeTruthy();
});

test('a worksheet that the user deleted is told, with the way to have it back', async () => {
  const { user } = await openReport(new FakeReports(), 'zh-TW', { excel: { showSheet: () => Promise.resolve(false) } });
  await user.click(await make());
  await user.click(await screen.findByRole('button', { name: '未收訂單' }, FIRST_USE));
  expect(await screen.findByText(zhTW.sheetGone)).toBeTruthy();
});

test('once it is made, closing the month is the next step', async () => {
  const months = () => Promise.resolve(new FakeMonths().client);
  const { user } = await openReport(new FakeReports(), 'zh-TW', { api: { months } });
  const form = await make();
  expect(screen.queryByRole('button', { name: monthWords.open })).toBeNull();
  await user.click(form);
  await user.click(await screen.findByRole('button', { name: monthWords.open }, FIRST_USE));
  const heading = await screen.findByRole('heading', { name: monthWords.title });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(await screen.findByRole('button', { name: '2024-05 關帳…' })).toBeTruthy();
  await user.click(button(monthWords.back));
  expect(await screen.findByText(zhTW0.result.none)).toBeTruthy();
});

test.each(LANGUAGES)(
  'the form and what came of it are accessible, without a key in place of a word (%s)',
  async (language) => {
    const words = WORDS[language];
    const { container, user } = await openReport(new FakeReports(), language);
    await user.click(await screen.findByRole('button', { name: words.make }));
    await screen.findByRole('heading', { name: words.sheets }, FIRST_USE);
    const { violations } = await axe.run(
      { include: container, exclude: ['[data-tabster-dummy]'] },
      { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(by|report|result)\.[a-z]|\{\{/);
  },
);
