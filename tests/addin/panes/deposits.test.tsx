// The card that says whether payouts arrived: states with their numbers, sentences of what differs, accounts, reserves.
import { screen, within } from '@testing-library/react';
import type { DepositReport } from '../../../core/bank/deposit-report.ts';
import { depositReport } from '../../../core/bank/deposit-report.ts';
import { aBankLine, aBatch, BANK, check, fee, march } from '../../core/bank/fixtures.ts';
import { confirmedMappings, openPane } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt } from './sample-looks.ts';
import { money, sampleResult } from './sample-result.ts';

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
  await screen.findByRole('region', { name: '對帳完成' });
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
  expect(card.getAllByRole('button').map((button) => button.textContent)).toEqual(['入帳差1', '批次相符1', '在途1']);
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
