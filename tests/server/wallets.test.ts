// A wallet for each shop: each has its account in the vouchers and its row in the trial balance, keeps what was posted when
// its settings change, and a proof finds wallets that somebody exchanged. Seen red: with places by name instead of
// by coming, with an undo drawn by the accounts of today, with a shop unknown that only its wallet's statement names, and
// with every wallet on one account.
import { type CompanySettings, DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import { byAccount, trialBalance } from '../../core/ledger/trial-balance.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Books } from '../../server/books.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { enterRates } from '../../server/commands/enter-rates.ts';
import { aBankLine, march, WALLET } from '../core/bank/fixtures.ts';
import { faultsOf, undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';
import { proofsAfter, rowsNamed } from './tamper.ts';

const SHOPEE = { platform: 'shopee-tw', name: '小店' };
const MOMO = { platform: 'momo', name: 'momo' };
const CYBERBIZ = { platform: 'cyberbiz', name: '官網' };
const OWN = { code: '1119', name: '官網金流' };

/** The shop's wallet in the books, by its settings. */
const withWallet = (shop: string, walletAccount: { code: string; name: string }): CompanySettings => ({
  ...DEFAULT_COMPANY,
  shops: { [shop]: { ...DEFAULT_SHOP, walletAccount } },
});

const setCompany = (books: Books, content: unknown) =>
  saveSetting(books, 'company', { content, author: '王**', note: '' });

/** Orders of a shop and their payouts, 10 less than what is owed, in files called like the first order. */
async function paid(books: Books, shop: typeof SHOPEE, sales: Readonly<Record<string, number>>) {
  const [first = ''] = Object.keys(sales);
  const orders = Object.entries(sales).map(([number, receivable]) => anOrder(number, { receivable }));
  const lines = Object.entries(sales).map(([number, PRINCIPAL]): PayoutLine =>
    aLine(number, { parts: { PRINCIPAL, COMMISSION: -10 } }),
  );
  const source = (sheet: string) => ({ file: `${first}-${sheet}.xlsx`, sheet });
  const pushed = [
    await pushOrders(books, sheetOf(orders), { shop, source: source('orders') }),
    await pushPayout(books, sheetOf(lines), { shop, source: source('Income') }),
  ];
  return reconcileBatches(books, pushed);
}

/** What stands on each account of a wallet, over all vouchers: `code name amount`. */
async function wallets(books: Books): Promise<string[]> {
  const rows = await books.database.transaction(books.company, (tx) =>
    tx.select<[string, string, number]>(
      ['code', 'name', 'CAST(sum(debit - credit) AS BIGINT)'],
      "FROM voucher_lines WHERE company_id = ? AND role = 'wallet' GROUP BY code, name ORDER BY code",
      [tx.company],
    ),
  );
  return rows.map(([code, name, amount]) => `${code} ${name} ${String(amount / 10_000)}`);
}

const exchanged = (column: string, left: string, right: string) =>
  `${column} = CASE ${column} WHEN '${left}' THEN '${right}' WHEN '${right}' THEN '${left}' ELSE ${column} END`;

onEachDatabase((newBooks) => {
  let books: Books;
  beforeEach(() => {
    let clock = 0;
    books = { ...newBooks(), now: () => `2024-06-01T08:00:00.${String(++clock).padStart(3, '0')}Z` };
  });

  test('shops of three platforms, one with an account of its own, have three accounts and three rows', async () => {
    await setCompany(books, withWallet('cyberbiz/官網', OWN));
    const runs = [
      await paid(books, SHOPEE, { A1: 110, A2: 60 }),
      await paid(books, MOMO, { M1: 210 }),
      await paid(books, CYBERBIZ, { C1: 310 }),
    ];
    expect(await wallets(books)).toEqual([
      '1113.01.01 銀行存款－平台錢包－shopee-tw/小店 150',
      '1113.01.02 銀行存款－平台錢包－momo 200',
      '1119 官網金流 300',
    ]);
    const rows = byAccount(trialBalance(runs.flatMap(({ vouchers }) => vouchers)));
    const ofWallets = rows.filter(({ role }) => role === 'wallet');
    expect(ofWallets.map(({ account, balance }) => [account.code, balance / 10_000])).toEqual([
      ['1113.01.01', 150],
      ['1113.01.02', 200],
      ['1119', 300],
    ]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a shop that comes later, first by name, takes no other’s place', async () => {
    await paid(books, SHOPEE, { A1: 110 });
    await paid(books, { platform: 'amazon', name: 'a' }, { Z1: 60 });
    await paid(books, SHOPEE, { A3: 70 });
    expect(await wallets(books)).toEqual([
      '1113.01.01 銀行存款－平台錢包－shopee-tw/小店 160',
      '1113.01.02 銀行存款－平台錢包－amazon/a 50',
    ]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('the wallets of two shops, exchanged by hand, are found on every voucher', async () => {
    await paid(books, SHOPEE, { A1: 110 });
    await paid(books, MOMO, { M1: 210 });
    const names = ['銀行存款－平台錢包－shopee-tw/小店', '銀行存款－平台錢包－momo'] as const;
    const proofs = await proofsAfter(
      books,
      'voucher_lines',
      `UPDATE voucher_lines SET ${exchanged('code', '1113.01.01', '1113.01.02')}, ${exchanged('name', ...names)}
       WHERE company_id = ?`,
    );
    expect(rowsNamed(proofs, 'DOCUMENTS_ON_VOUCHERS')).toEqual(['vouchers JV202405-0002', 'vouchers JV202405-0004']);
    const { faults } = must(proofs.find(({ name }) => name === 'DOCUMENTS_ON_VOUCHERS'));
    expect(faults.map(({ field, found, expected }) => [field, found, expected])).toEqual([
      ['wallet debit account', `1113.01.02 ${names[1]}`, `1113.01.01 ${names[0]}`],
      ['wallet debit account', `1113.01.01 ${names[0]}`, `1113.01.02 ${names[1]}`],
    ]);
  });

  test('another account from some day on: what was posted keeps its own, also when a part of it is undone', async () => {
    await paid(books, SHOPEE, { A1: 110, A2: 60 });
    await setCompany(books, withWallet('shopee-tw/小店', { code: '1118', name: '蝦皮錢包' }));
    await paid(books, SHOPEE, { A3: 70 });
    const before = ['1113.01.01 銀行存款－平台錢包－shopee-tw/小店 150', '1118 蝦皮錢包 60'];
    expect(await wallets(books)).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
    await undo(books, { kind: 'row', source: { file: 'A1-Income.xlsx', sheet: 'Income', row: 2 } });
    expect(await wallets(books)).toEqual(['1113.01.01 銀行存款－平台錢包－shopee-tw/小店 50', '1118 蝦皮錢包 60']);
    expect(await faultsOf(books)).toEqual([]);
  });

  test.each([null, 'TWD', 'USD'])(
    'a withdrawal leaves the wallet of its shop, in books of %s',
    async (baseCurrency) => {
      await setCompany(books, { ...DEFAULT_COMPANY, baseCurrency });
      await enterRates(books, {
        rates: [{ currency: 'TWD', validOn: day('2024-03-01'), rate: '0.03', source: 'bank' }],
        author: '王**',
      });
      await pushed(books, SHOPEE.platform, 'A1');
      // Its statement is the first that is heard of this shop.
      const account = { ...WALLET, key: 'wallet/momo/倉庫/TWD', shop: 'momo/倉庫' };
      const row = aBankLine('w', 5, -40, { type: 'WITHDRAWAL', account: account.key, currency: 'TWD' });
      const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
      await pushBankLines(books, { account, ...about, rows: [row] });
      await checkBooksDeposits(books, { from: march(1), to: march(31), asOf: march(31), transferFees: [] });
      expect(await wallets(books)).toEqual(['1113.01.02 銀行存款－平台錢包－momo/倉庫 -40']);
      expect(await faultsOf(books)).toEqual([]);
    },
  );
});

const pushed = (books: Books, platform: string, number: string) =>
  pushOrders(books, [anOrder(number)], { shop: { platform, name: '小店' } });
