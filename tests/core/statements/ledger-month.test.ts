// The ledger of a period: opening, movements and closing of each account; narrowed to shops it still balances.
// Seen red: with the opening left out of the balance, and with company-wide vouchers told of one shop.
import { amountOfUnits, numberOfAmount } from '../../../core/money.ts';
import { ledgerMonth, type ShopAccountSums } from '../../../core/statements/ledger-month.ts';
import type { DocumentedVoucher } from '../../../core/voucher.ts';
import { drawLedgerMonth } from '../../../core/worksheets/ledger-sheets.ts';
import type { ResultSheet } from '../../../core/worksheets/result-sheet.ts';
import { day } from '../ledger/documents.ts';
import { evaluateSheets } from '../worksheets/evaluate.ts';

const units = (dollars: number) => amountOfUnits(dollars * 10_000);
const WALLET = { code: '1113.01.01', name: '銀行存款－平台錢包' };
const OWED = { code: '1191', name: '應收帳款' };
const TAX = { code: '2204', name: '銷項稅額' };
const SALES = { code: '4111', name: '銷貨收入' };

const sums = (
  account: ShopAccountSums['account'],
  [opening, debit, credit]: readonly [number, number, number],
  facts: Partial<ShopAccountSums> = {},
): ShopAccountSums => ({
  ...{ platform: 'momo', shop: '小店', currency: 'TWD', baseCurrency: 'TWD', role: 'receivable', account },
  ...{ opening: units(opening), debit: units(debit), credit: units(credit) },
  ...{ baseOpening: units(opening), baseDebit: units(debit), baseCredit: units(credit) },
  ...facts,
});

const OTHER = { platform: 'shopee-tw', shop: '小店' };
const COMPANY = { platform: '', shop: '' };
const BOOKS = [
  sums(OWED, [100, 0, 60]),
  sums(WALLET, [0, 60, 0]),
  sums(SALES, [-100, 0, 0]),
  sums(OWED, [7, 0, 0], OTHER),
  sums(SALES, [-7, 0, 0], OTHER),
  sums(TAX, [0, 2, 0], COMPANY),
  sums(SALES, [0, 0, 2], COMPANY),
];

function voucher(number: string, shop: string, parts: readonly [typeof OWED, number][]): DocumentedVoucher {
  return {
    ...{ number, kind: 'receipt', shop, postedOn: day('2026-11-05'), currency: 'TWD', baseCurrency: 'TWD' },
    ...{ summary: '收款單', reverses: null, documents: [] },
    lines: parts.map(([account, amount]) => {
      const [debit, credit] = [units(Math.max(amount, 0)), units(Math.max(-amount, 0))];
      return { role: 'receivable', account, debit, credit, baseDebit: debit, baseCredit: credit };
    }),
  };
}
const VOUCHERS = [
  voucher('JV202611-0001', 'momo/小店', [
    [WALLET, 60],
    [OWED, -60],
  ]),
  voucher('JV202611-0002', '', [
    [TAX, 2],
    [SALES, -2],
  ]),
];

const told = (month: ReturnType<typeof ledgerMonth>) =>
  month.accounts.map(({ account, opening, debit, credit, balance }) => [
    account.code,
    ...[opening, debit, credit, balance].map(numberOfAmount),
  ]);

test('each account with what it stood at, what moved, and what it stands at; the whole is zero', () => {
  const month = ledgerMonth(null, BOOKS, VOUCHERS);
  expect(told(month)).toEqual([
    ['1113.01.01', 0, 60, 0, 60],
    ['1191', 107, 0, 60, 47],
    ['2204', 0, 2, 0, 2],
    ['4111', -107, 0, 2, -109],
  ]);
  expect(month.accounts.reduce((total, { balance }) => total + balance, 0)).toBe(0);
});

test('narrowed to a platform it holds the vouchers of its shops alone, and still balances', () => {
  const month = ledgerMonth({ platform: 'momo' }, BOOKS, VOUCHERS);
  expect(told(month)).toEqual([
    ['1113.01.01', 0, 60, 0, 60],
    ['1191', 100, 0, 60, 40],
    ['4111', -100, 0, 0, -100],
  ]);
  expect(month.vouchers?.map(({ number }) => number)).toEqual(['JV202611-0001']);
});

const sheetsOf = (vouchers: readonly DocumentedVoucher[] | null): ResultSheet[] => {
  const drawn = drawLedgerMonth(ledgerMonth(null, BOOKS, vouchers), 'zh-TW', '2026-11');
  return [drawn.trialBalance, ...(drawn.vouchers === null ? [] : [drawn.vouchers])].map(({ sheet }) => sheet);
};

test('debits and credits are formulas over the vouchers, and every formula comes to its figure', () => {
  const [balance] = sheetsOf(VOUCHERS);
  const checked = evaluateSheets(sheetsOf(VOUCHERS));
  expect(checked.length).toBeGreaterThan(12);
  expect(checked.filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
  expect(balance?.lines[0]?.cells).toEqual(['試算表 · 2026-11']);
  expect(balance?.tables[0]?.columns.map(({ header }) => header)).toEqual([
    ...['科目代號', '科目', '幣別', '期初餘額', '借方', '貸方', '餘額', '檢查'],
  ]);
});

test('vouchers that are too many are left out, and the trial balance stands by itself', () => {
  const sheets = sheetsOf(null);
  expect(sheets.map(({ key }) => key)).toEqual(['trialBalance']);
  expect(sheets[0]?.tables[0]?.rows[1]?.slice(3, 6)).toEqual([107, 0, 60]);
  expect(evaluateSheets(sheets).filter(({ claimed, computed }) => claimed !== computed)).toEqual([]);
});
