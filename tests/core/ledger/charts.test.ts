// Charts: every role has an account, no two roles share a code, and what we proposed ourselves says so.
// Seen red: with the wallet on the bank's own code, and with a company's own account ignored.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART_PRESETS, type CompanySettings, DEFAULT_COMPANY, DEFAULT_SHOP } from '../../../core/company.ts';
import { accountOf, CHARTS, languageOfBooks } from '../../../core/ledger/charts.ts';
import { receiptSummary, reversalSummary, salesSummary, summaryOf } from '../../../core/ledger/summaries.ts';
import { ACCOUNT_ROLES } from '../../../core/voucher.ts';
import { companyInBooks } from '../company-in-books.ts';
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

test('the table in docs/ledger.md says what the charts say, with ? where nothing is confirmed', () => {
  const text = readFileSync(join(__dirname, '../../../docs/ledger.md'), 'utf8');
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  const told = text.split('\n').flatMap((line) => {
    const [, role = '', ...accounts] = cells(line);
    const known = ACCOUNT_ROLES.some((name) => name === role) && accounts.length === 4;
    return known ? [[role, ...accounts.slice(0, 3).map((account) => account.replace(/ [^? ].*$/, ''))]] : [];
  });
  const mark = (unverified: boolean | undefined) => (unverified ? ' ?' : '');
  const held = ACCOUNT_ROLES.map((role) => [
    role,
    ...CHART_PRESETS.map((preset) => `${CHARTS[preset][role].code}${mark(CHARTS[preset][role].unverified)}`),
  ]);
  expect(told.sort()).toEqual(held.sort());
});

test('a company’s own account comes before the preset, and only for its role', () => {
  const own = company({ accounts: { bank: { code: '1113-7', name: '玉山銀行' } } });
  expect(accountOf(own, 'bank', 'shopee')).toEqual({ code: '1113-7', name: '玉山銀行' });
  expect(accountOf(own, 'transit', 'shopee')).toEqual({ code: '1114', name: '在途現金' });
});

describe('wallets', () => {
  const small = 'shopee-tw/小店';
  const shops = [small, 'momo/momo', ...Array.from({ length: 998 }, (_, at) => `amazon/${at + 3}`)];
  const books = (facts: Partial<CompanySettings> = {}) => companyInBooks({ ...DEFAULT_COMPANY, ...facts }, shops);

  test.each([
    ['in the order in which they came', small, '1113.01.01', '銀行存款－平台錢包－shopee-tw/小店'],
    ['called like its platform where it has no name', 'momo/momo', '1113.01.02', '銀行存款－平台錢包－momo'],
    ['of the 99th shop', 'amazon/99', '1113.01.99', '銀行存款－平台錢包－amazon/99'],
    ['of the 100th shop', 'amazon/100', '1113.01.100', '銀行存款－平台錢包－amazon/100'],
    ['of no shop: the account of all', '', '1113.01', '銀行存款－平台錢包'],
  ])('each shop has its own, %s', (_what, shop, code, name) => {
    expect(accountOf(books(), 'wallet', shop)).toEqual({ code, name });
  });

  test('stand under the company’s own account where it has one', () => {
    const own = books({ accounts: { wallet: { code: '1113-9', name: '錢包' } } });
    expect(accountOf(own, 'wallet', small)).toEqual({ code: '1113-9.01', name: '錢包－shopee-tw/小店' });
  });

  test('have the account that their shop’s settings name, and leave the others theirs', () => {
    const walletAccount = { code: '1119', name: '蝦皮錢包' };
    const own = books({ shops: { [small]: { ...DEFAULT_SHOP, walletAccount } } });
    expect(accountOf(own, 'wallet', small)).toEqual(walletAccount);
    expect(accountOf(own, 'wallet', 'momo/momo')).toMatchObject({ code: '1113.01.02' });
    expect(accountOf(own, 'bank', small)).toMatchObject({ code: '1113' });
  });

  test('of a shop that the books do not know are refused, whatever other shops have', () => {
    expect(() => accountOf(books(), 'wallet', 'momo/another')).toThrow('no place among the shops: momo/another');
    expect(accountOf(books(), 'transit', 'momo/another')).toMatchObject({ code: '1114' });
  });

  test('have names that formulas find, however the shop is called', () => {
    const [long, marked] = [`momo/${'店'.repeat(500)}`, 'momo/Sale*~? 5'];
    const named = (shop: string) => accountOf(companyInBooks(DEFAULT_COMPANY, [shop]), 'wallet', shop).name;
    expect([named(long).length, named(long).slice(-2)]).toEqual([200, '店…']);
    expect(named(marked)).toBe('銀行存款－平台錢包－momo/Sale＊～？ 5');
  });

  test.each(CHART_PRESETS)('have codes that nothing else in %s has, and no two the same', (chart) => {
    const wallets = shops.map((shop) => accountOf(books({ chart }), 'wallet', shop).code);
    const all = [...wallets, ...ACCOUNT_ROLES.map((role) => CHARTS[chart][role].code)];
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
  });
});

test('books are written in the language of their chart', () => {
  const [taiwan, odoo, china] = CHART_PRESETS.map((chart) => company({ chart }));
  expect([taiwan, odoo, china].map((books) => books && languageOfBooks(books))).toEqual(['zh-TW', 'zh-TW', 'zh-CN']);
  expect(china && salesSummary('allowance', 'consignment', 2, china)).toBe('寄售折让 2 张');
  expect(china && receiptSummary('expense', china)).toBe('平台费用单');
  expect(taiwan && summaryOf('deposit', taiwan)).toBe('撥款入帳');
  expect(taiwan && reversalSummary('JV202405-0001', '平台費用單', taiwan)).toBe('沖銷 JV202405-0001：平台費用單');
});
