// Charts: every role has an account, no two roles share a code, and what we proposed ourselves says so.
// Seen red: with the wallet on the bank's own code, and with a company's own account ignored.
import { CHART_PRESETS } from '../../../core/company.ts';
import { accountOf, CHARTS, languageOfBooks } from '../../../core/ledger/charts.ts';
import { receiptSummary, reversalSummary, salesSummary, summaryOf } from '../../../core/ledger/summaries.ts';
import { ACCOUNT_ROLES } from '../../../core/voucher.ts';
import { company } from './documents.ts';

describe.each(CHART_PRESETS)('the chart %s', (preset) => {
  const accounts = ACCOUNT_ROLES.map((role) => CHARTS[preset][role]);

  test('has an account of its own for every role', () => {
    expect(accounts.filter(({ code, name }) => !/^\d{4}(\.\d\d)*$/.test(code) || name === '')).toEqual([]);
    expect(new Set(accounts.map(({ code }) => code)).size).toBe(ACCOUNT_ROLES.length);
    expect(new Set(accounts.map(({ name }) => name)).size).toBe(ACCOUNT_ROLES.length);
  });

  test('keeps sub-accounts under an account whose name they begin with, and marks them as proposed', () => {
    const subs = accounts.filter(({ code, unverified }) => /^\d{4}\.\d\d$/.test(code) && unverified);
    expect(subs.length).toBeGreaterThan(0);
    expect(subs.filter(({ name }) => !/[－–]/.test(name))).toEqual([]);
  });
});

test.each([
  ['tw-112', { receivable: '1191', inputVat: '1268', outputVat: '2204', suspense: '2251', collected: '2252' }],
  ['tw-112', { sales: '4111', salesReturns: '4113', salesAllowances: '4114', platformFees: '6131', freight: '6115' }],
  ['tw-112', { advertising: '6118', otherExpense: '6134', exchangeGain: '7181', exchangeLoss: '7182' }],
  ['odoo-tw', { bank: '1100', receivable: '1156', inputVat: '1481', outputVat: '2281', advances: '2141' }],
  ['odoo-tw', { salesReturns: '4711', salesAllowances: '4811', freight: '6721', exchangeLoss: '7541' }],
  ['odoo-cn', { bank: '1002', wallet: '1012', receivable: '1122', advances: '2203', outputVat: '2221.01.01' }],
] as const)('%s has the codes of the published chart: %j', (preset, codes) => {
  for (const [role, code] of Object.entries(codes)) {
    const account = ACCOUNT_ROLES.find((known) => known === role);
    expect(account && CHARTS[preset][account]).toMatchObject({ code });
    expect(account && CHARTS[preset][account].unverified).toBeUndefined();
  }
});

test('a company’s own account comes before the preset, and only for its role', () => {
  const own = company({ accounts: { bank: { code: '1113-7', name: '玉山銀行' } } });
  expect(accountOf(own, 'bank')).toEqual({ code: '1113-7', name: '玉山銀行' });
  expect(accountOf(own, 'wallet')).toEqual({ code: '1113.01', name: '銀行存款－平台錢包' });
});

test('books are written in the language of their chart', () => {
  const [taiwan, odoo, china] = CHART_PRESETS.map((chart) => company({ chart }));
  expect([taiwan, odoo, china].map((books) => books && languageOfBooks(books))).toEqual(['zh-TW', 'zh-TW', 'zh-CN']);
  expect(china && salesSummary('allowance', 'consignment', 2, china)).toBe('寄售折让 2 张');
  expect(china && receiptSummary('expense', china)).toBe('平台费用单');
  expect(taiwan && summaryOf('deposit', taiwan)).toBe('撥款入帳');
  expect(taiwan && reversalSummary('JV202405-0001', '平台費用單', taiwan)).toBe('沖銷 JV202405-0001：平台費用單');
});
