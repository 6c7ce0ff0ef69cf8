// Whether payouts arrived: the card with states, sentences, accounts and reserves; and what a person decides about them.
import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { type ApiProblem, ownProblem } from '../../../addin/api-problem.ts';
import type { DepositsClient } from '../../../addin/deposits-client.ts';
import en from '../../../addin/locale/deposits/en.json';
import zhCN from '../../../addin/locale/deposits/zh-CN.json';
import zhTW from '../../../addin/locale/deposits/zh-TW.json';
import type { DepositReport } from '../../../core/bank/deposit-report.ts';
import { depositReport } from '../../../core/bank/deposit-report.ts';
import { aBankLine, aBatch, BANK, check, fee, march } from '../../core/bank/fixtures.ts';
import { type Language, LANGUAGES } from '../../../core/language.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';
import { money, sampleResult } from './sample-result.ts';

const WORDS = { 'zh-TW': zhTW, 'zh-CN': zhCN, en };
/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };
const LINES = [
  aBankLine('a', 2, 972, { balance: 1972, row: 2 }),
  aBankLine('b', 9, 500, { balance: 2480, row: 3 }),
  aBankLine('rent', 30, -80, { balance: 2400, row: 4 }),
];
const BATCHES = [aBatch('A', 1, 987), aBatch('B', 8, 500), aBatch('C', 10, 300)];

function reportOf(part: Partial<DepositReport> = {}): DepositReport {
  const about = { from: march(1), to: march(31), reserves: [], held: [], documents: [], unbooked: [] };
  const input = { batches: BATCHES, lines: LINES, accounts: [BANK] };
  return {
    ...depositReport(check(BATCHES, LINES, { fees: [fee(15)] }), input, { ...about, before: new Map() }),
    ...part,
  };
}

async function openResult(deposits: DepositReport | null) {
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })],
    api: { listMappings: confirmedMappings, reconcile: () => Promise.resolve(sampleResult({ deposits })) },
  });
  await pane.session.reconcile();
  await screen.findByRole('region', { name: '對帳完成' }, FIRST_USE);
  return pane;
}

test('each state with its number, what differs in its own words, and the account', async () => {
  const reserves = [
    {
      shop: 'amazon/Main',
      currency: 'USD',
      held: money('200'),
      released: money('50'),
      open: money('150'),
      state: 'RESERVE_HELD' as const,
    },
  ];
  await openResult(reportOf({ reserves }));
  const card = within(screen.getByRole('region', { name: '撥款入帳' }));
  const states = card.getAllByRole('listitem').map((item) => item.textContent);
  expect(states).toEqual(['入帳差1', '批次相符1', '在途1']);
  expect(card.getByText('應入帳 987，2024-03-02 入帳 972，差 15：匯費 15。')).toBeTruthy();
  expect(card.getByText(/2024-03-10 應入帳 300，對帳單已涵蓋這段日子/)).toBeTruthy();
  expect(card.getByText('1,000 → 2,392，與對帳單餘額差 8')).toBeTruthy();
  expect(card.getByText('amazon/Main 保留款尚未釋出 USD 150')).toBeTruthy();
});

test('a click leads to the sheet of payouts and deposits', async () => {
  const { user, asked } = await openResult(reportOf());
  await user.click(screen.getByRole('button', { name: /^在途/ }));
  expect(asked).toContain('showSheet id of 撥款入帳');
});

test('without a statement nobody can tell, and nothing is said', async () => {
  await openResult(reportOf({ accounts: [] }));
  expect(screen.queryByRole('region', { name: '撥款入帳' })).toBeNull();
});

/** A server as far as deposits ask it: writes down what is asked, and tells the report given for afterwards. */
class FakeDeposits {
  readonly asked: string[] = [];
  refuse: ApiProblem | null = null;
  private readonly after: DepositReport;

  constructor(after: DepositReport) {
    this.after = after;
  }

  private take(what: string): Promise<void> {
    if (this.refuse) return Promise.reject(this.refuse);
    this.asked.push(what);
    return Promise.resolve();
  }

  readonly client: DepositsClient = {
    check: ({ from, to, asOf }) => {
      this.asked.push(`check ${from} ${to} ${asOf}`);
      return Promise.resolve(this.after);
    },
    accept: ({ dues, deposits, author }) => this.take(`accept ${dues.join('+')} = ${told(deposits)} ${author}`),
    decline: ({ due, deposit, author }) => this.take(`decline ${due} ${told([deposit])} ${author}`),
    reverse: (id, { author, on }) => this.take(`reverse ${id} ${author} ${on}`),
  };
}

const told = (deposits: readonly string[]) => deposits.map((key) => key.split('\u001f').at(-1)).join('+');

/** 300 of a payout came as 290; another came as it was and is held under number 7, with its document. */
function askingReport(): DepositReport {
  const lines = [aBankLine('a', 2, 987, { row: 2 }), aBankLine('b', 11, 290, { row: 3 }), aBankLine('c', 20, 55)];
  const batches = [aBatch('A', 1, 987), aBatch('C', 10, 300)];
  const document = {
    ...({ number: 'DP202403-0001', kind: 'deposit', subject: 'group 7', shop: 'shopee-tw/小店' } as const),
    ...({ documentOn: march(2), currency: 'TWD', from: 'wallet', left: money('987'), arrived: money('987') } as const),
    ...{ fee: money('0'), voucher: null, reverses: null },
  };
  const facts = { held: [{ id: 7, dues: ['A'] }], documents: [document], reserves: [], unbooked: [] };
  const about = { from: march(1), to: march(31), before: new Map(), ...facts };
  return depositReport(check(batches, lines), { batches, lines, accounts: [BANK] }, about);
}

async function openDeposits(after = askingReport(), language: Language = 'zh-TW', deposits = askingReport()) {
  const fake = new FakeDeposits(after);
  const pane = await openPane({
    looks: [lookAt(exportSheet('shopee-tw.income', 'Income', incomeRows), { active: true })],
    language,
    settings: { author: '王會計' },
    api: {
      listMappings: confirmedMappings,
      reconcile: () => Promise.resolve(sampleResult({ deposits })),
      deposits: () => Promise.resolve(fake.client),
    },
  });
  await pane.session.reconcile();
  await pane.user.click(await screen.findByRole('button', { name: WORDS[language].open }, FIRST_USE));
  await screen.findByRole('heading', { name: WORDS[language].title });
  return { ...pane, fake };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const CHECKED = 'check 2024-03-01 2024-03-31 2024-06-01';

test('a proposal shows both sides with what they differ by; accepted, the report is asked for anew', async () => {
  const { user, fake } = await openDeposits(reportOf({ proposals: [] }));
  const card = within(screen.getByRole('region', { name: '請您決定（1）' }));
  expect(card.getByText('金額相近，但不相等。')).toBeTruthy();
  expect(card.getByText('TWD 300')).toBeTruthy();
  expect(card.getByText('TWD 290')).toBeTruthy();
  expect(card.getByText('差 10，入帳後列為原因不明')).toBeTruthy();
  await user.click(card.getByRole('button', { name: /^是同一筆：/ }));
  expect(await screen.findByText('已配對並入帳。按「重新對帳」即可更新結果工作表。')).toBeTruthy();
  expect(fake.asked).toEqual(['accept C = b 王會計', CHECKED]);
  expect(screen.getByText('沒有要決定的撥款或入帳。')).toBeTruthy();
});

test('a declined pair is parted for good', async () => {
  const { user, fake } = await openDeposits();
  await user.click(button(/^不是同一筆：/));
  expect(await screen.findByText(/不會再提出/)).toBeTruthy();
  expect(fake.asked).toEqual(['decline C b 王會計', CHECKED]);
});

test('what was put together is taken back after a question, and apart unless the user says otherwise', async () => {
  const { user, fake } = await openDeposits();
  const held = within(screen.getByRole('region', { name: '已配對（1）' }));
  expect(held.getByText('金額與日期相符 · DP202403-0001')).toBeTruthy();
  await user.click(held.getByRole('button', { name: /^取消配對/ }));
  expect(held.getByText('DP202403-0001 以反向單據沖銷，撥款與入帳回到未配對。')).toBeTruthy();
  expect(fake.asked).toEqual([]);
  await user.click(held.getByRole('button', { name: '確定取消配對' }));
  expect(await screen.findByText(/已取消配對。/)).toBeTruthy();
  expect(fake.asked).toEqual(['reverse 7 王會計 2024-06-01', 'decline A a 王會計', CHECKED]);
});

test('a group may be taken back without being parted for good', async () => {
  const { user, fake } = await openDeposits();
  const held = within(screen.getByRole('region', { name: '已配對（1）' }));
  await user.click(held.getByRole('button', { name: /^取消配對/ }));
  await user.click(held.getByRole('checkbox', { name: '不是同一筆，以後不再自動配對' }));
  await user.click(held.getByRole('button', { name: '確定取消配對' }));
  await waitFor(() => expect(fake.asked).toEqual(['reverse 7 王會計 2024-06-01', CHECKED]));
});

test('by hand several are put together, with the sums of both sides said before', async () => {
  const { user, fake } = await openDeposits();
  const card = within(screen.getByRole('region', { name: '自己配對' }));
  await user.click(card.getByRole('checkbox', { name: /^選取撥款 2024-03-10/ }));
  expect(card.queryByRole('button', { name: '配成一組並入帳' })).toBeNull();
  await user.click(card.getByRole('checkbox', { name: /^選取入帳 2024-03-11/ }));
  await user.click(card.getByRole('checkbox', { name: /^選取入帳 2024-03-20/ }));
  expect(card.getByText('撥款 300，入帳 345，差 -45')).toBeTruthy();
  await user.click(card.getByRole('button', { name: '配成一組並入帳' }));
  await waitFor(() => expect(fake.asked).toEqual(['accept C = b+c 王會計', CHECKED]));
});

/** USD 1,000 that a processor paid out as TWD 31,400 is held under number 8; USD 500 may have come as TWD 15,800. */
function convertedReport(): DepositReport {
  const usd = { currency: 'USD' };
  const batches = [aBatch('U', 1, 1000, { ...usd, statement: 'SET-20240301' }), aBatch('V', 10, 500, usd)];
  const named = { description: 'AMAZON SET-20240301' };
  const lines = [aBankLine('u', 4, 31_400, named), aBankLine('v', 11, 15_800), aBankLine('w', 25, 77)];
  const head = {
    ...({ subject: 'group 8', shop: 'amazon/美國站', documentOn: march(4), from: 'wallet' } as const),
    ...{ fee: money('0'), voucher: null, reverses: null },
  };
  const [sent, came] = [money('1000'), money('31400')];
  const documents: DepositReport['documents'] = [
    { ...head, number: 'WD202403-0001', kind: 'withdrawal', ...usd, left: sent, arrived: sent },
    {
      ...{ ...head, number: 'DP202403-0001', kind: 'deposit', currency: 'TWD', left: came, arrived: came },
      spread: { currency: 'TWD', amount: money('-400'), bookedAs: 'fee' },
    },
  ];
  const facts = { held: [{ id: 8, dues: ['U'] }], documents, reserves: [], unbooked: [] };
  const about = { from: march(1), to: march(31), before: new Map(), ...facts };
  const rateOn = (currency: string) => (currency === 'USD' ? '31.8' : '1');
  return depositReport(check(batches, lines, { rateOn }), { batches, lines, accounts: [BANK] }, about);
}

test('what a processor converted shows both currencies, its rate beside the books’, and what it cost', async () => {
  await openDeposits(convertedReport(), 'zh-TW', convertedReport());
  const held = within(screen.getByRole('region', { name: '已配對（1）' }));
  expect(held.getByText('USD 1,000')).toBeTruthy();
  expect(held.getByText('TWD 31,400')).toBeTruthy();
  expect(held.getByText('兌換入帳，隱含匯率 31.400000 · 帳上匯率 31.800000')).toBeTruthy();
  expect(held.getByText('編號相符 · 匯費 TWD 400 · WD202403-0001 + DP202403-0001')).toBeTruthy();
  const asked = within(screen.getByRole('region', { name: '請您決定（1）' }));
  expect(asked.getByText('幣別不同，以帳上匯率計金額相當。')).toBeTruthy();
  expect(asked.getByText('兌換入帳，隱含匯率 31.600000 · 帳上匯率 31.800000')).toBeTruthy();
});

test('by hand a payout goes with deposits of another currency, and deposits of two currencies do not', async () => {
  const { user, fake } = await openDeposits(convertedReport(), 'zh-TW', convertedReport());
  const card = within(screen.getByRole('region', { name: '自己配對' }));
  await user.click(card.getByRole('checkbox', { name: /^選取撥款 2024-03-10/ }));
  await user.click(card.getByRole('checkbox', { name: /^選取入帳 2024-03-25/ }));
  expect(card.getByText('撥款 USD 500，兌換成 TWD 77 入帳，隱含匯率 0.154000')).toBeTruthy();
  await user.click(card.getByRole('button', { name: '配成一組並入帳' }));
  await waitFor(() => expect(fake.asked).toEqual(['accept V = w 王會計', CHECKED]));
});

test('nothing is decided without a name, and what the server refuses is said with nothing changed', async () => {
  const { user, fake } = await openDeposits();
  const name = screen.getByRole('textbox', { name: /您的名字/ });
  await user.clear(name);
  expect((button(/^是同一筆：/) as HTMLButtonElement).disabled).toBe(true);
  await user.type(name, '林');
  fake.refuse = ownProblem('DEPOSITS_APART');
  await user.click(button(/^是同一筆：/));
  expect((await screen.findByRole('alert')).textContent).toContain('不能配成一組');
  expect(screen.getByRole('region', { name: '請您決定（1）' })).toBeTruthy();
  expect(fake.asked).toEqual([]);
});

test.each(LANGUAGES)('the view is accessible and speaks one language (%s)', async (language) => {
  const words = WORDS[language];
  const { container, user } = await openDeposits(askingReport(), language);
  await user.click(screen.getAllByRole('button', { name: new RegExp(words.reverse) })[0] ?? container);
  const { violations } = await axe.run(
    { include: container, exclude: ['[data-tabster-dummy]'] },
    { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  expect(container.textContent).not.toMatch(/\b(pass|reason|deposits|held)\.[a-zA-Z]/);
});
