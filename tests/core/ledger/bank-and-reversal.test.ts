// Wallet to bank, the way back from any voucher, the trial balance. Seen red: with the fee left out of the deposit, with
// the reversal taking other accounts or keeping its base sides, with base imbalance and crooked lines let through, and
// with accounts added across currencies.
import { depositVoucher, withdrawalVoucher } from '../../../core/ledger/bank-vouchers.ts';
import { balanced } from '../../../core/ledger/entry.ts';
import { reverseVoucher } from '../../../core/ledger/reverse-voucher.ts';
import { totalOf, trialBalance } from '../../../core/ledger/trial-balance.ts';
import { ZERO } from '../../../core/money.ts';
import type { Voucher, VoucherDraft } from '../../../core/voucher.ts';
import { company, day, units } from './documents.ts';

const books = company();
const moved = {
  shop: 'shopee',
  currency: 'TWD',
  postedOn: day('2024-05-09'),
  left: units(987),
  leftBase: null,
};
const written = (voucher: VoucherDraft | null) =>
  voucher?.lines.map(({ role, debit, credit }) => [role, (debit - credit) / 10_000]);

const deposit = depositVoucher({ ...moved, from: 'transit', arrived: units(972), arrivedBase: null }, books);

test('a withdrawal puts money on its way', () => {
  expect(written(withdrawalVoucher(moved, books))).toEqual([
    ['transit', 987],
    ['wallet', -987],
  ]);
});

test('a deposit takes it from there, less the transfer fee', () => {
  expect(written(deposit)).toEqual([
    ['bank', 972],
    ['transferFees', 15],
    ['transit', -987],
  ]);
  expect(deposit).toMatchObject({ kind: 'bank', summary: '撥款入帳', postedOn: '2024-05-09' });
});

test('a deposit without a fee has no line for it, and one straight from the wallet needs no transit', () => {
  expect(written(depositVoucher({ ...moved, from: 'wallet', arrived: units(987), arrivedBase: null }, books))).toEqual([
    ['bank', 987],
    ['wallet', -987],
  ]);
});

test('in a foreign currency the money arrives at another rate than it left: the difference is a gain', () => {
  const inTaiwan = company({ baseCurrency: 'TWD' });
  const usd = { ...moved, currency: 'USD', left: units(100), leftBase: units(3_150) };
  const arrivedBase = { arrived: units(3_168), fee: units(32) };
  const voucher = depositVoucher({ ...usd, from: 'transit', arrived: units(99), arrivedBase }, inTaiwan);
  expect(voucher?.lines.map(({ role, baseDebit, baseCredit }) => [role, (baseDebit - baseCredit) / 10_000])).toEqual([
    ['bank', 3_168],
    ['transferFees', 32],
    ['transit', -3_150],
    ['exchangeGain', -50],
  ]);
  expect(written(withdrawalVoucher(usd, inTaiwan))).toEqual([
    ['transit', 100],
    ['wallet', -100],
  ]);
});

describe('a reversal', () => {
  const posted: Voucher = { ...present(deposit), number: 'JV202405-0007', reverses: null };
  const reversal = reverseVoucher(posted, day('2024-06-03'), company({ chart: 'odoo-cn' }));

  test('exchanges the sides, on its own day, and says what it reverses', () => {
    expect(written(reversal)).toEqual([
      ['bank', -972],
      ['transferFees', -15],
      ['transit', 987],
    ]);
    expect(reversal).toMatchObject({ postedOn: '2024-06-03', summary: '冲销 JV202405-0007：撥款入帳' });
  });

  test('keeps the accounts that were posted, also after the chart has changed', () => {
    expect(reversal.lines.map(({ account }) => account)).toEqual(posted.lines.map(({ account }) => account));
  });

  test('leaves every account at zero, with both entries in the books', () => {
    const rows = trialBalance([posted, reversal]);
    expect(rows.map(({ balance, baseBalance }) => [balance, baseBalance])).toEqual(rows.map(() => [0, 0]));
    expect(rows.map(({ debit }) => debit / 10_000)).toEqual([972, 987, 15]);
  });

  test('is no draft of a posted number: it gets its own', () => {
    expect(Object.keys(reversal)).not.toContain('number');
  });
});

describe('a voucher is refused', () => {
  const [line] = present(deposit).lines;
  const voucher = (lines: Partial<typeof line>[]): VoucherDraft => ({
    ...present(deposit),
    lines: lines.map((facts) => ({ ...present(line), ...facts })),
  });
  const none = { debit: ZERO, credit: ZERO, baseDebit: ZERO, baseCredit: ZERO };
  const five = units(5);

  test.each([
    ['unbalanced in its currency', [{ ...none, debit: five }], 'unbalanced voucher "撥款入帳": 50000 TWD, 0'],
    ['unbalanced in base', [{ ...none, baseDebit: five }], 'unbalanced voucher "撥款入帳": 0 TWD, 50000'],
    ['with a line on both sides', [{ ...none, debit: five, credit: five }], 'bank stands on both sides or on none'],
    ['with a line of nothing', [none], 'bank stands on both sides or on none'],
    [
      'with a line that says minus',
      [
        { ...none, debit: five },
        { ...none, debit: units(-5) },
      ],
      'bank stands on both',
    ],
    [
      'with a side exchanged in base',
      [
        { ...none, debit: five, baseCredit: five },
        { ...none, credit: five, baseDebit: five },
      ],
      'bank stands',
    ],
  ])('%s', (_what, lines, message) => {
    expect(() => balanced(voucher(lines))).toThrow(message);
  });

  test('and nothing else', () => {
    expect(balanced(present(deposit))).toBe(deposit);
  });
});

test('wallets of two shops are two rows of the trial balance', () => {
  const vouchers = ['shopee', 'momo', 'shopee'].map((shop) => present(withdrawalVoucher({ ...moved, shop }, books)));
  const rows = trialBalance(vouchers).filter(({ role }) => role === 'wallet');
  expect(rows.map(({ account, balance }) => [account.code, account.name, balance / 10_000])).toEqual([
    ['1113.01.01', '銀行存款－平台錢包－shopee', -1974],
    ['1113.01.02', '銀行存款－平台錢包－momo', -987],
  ]);
});

test('the trial balance adds by account and currency, never across', () => {
  const inTaiwan = company({ baseCurrency: 'TWD' });
  const usd = withdrawalVoucher({ ...moved, currency: 'USD', left: units(10), leftBase: units(315) }, inTaiwan);
  const rows = trialBalance([present(deposit), present(usd), present(withdrawalVoucher(moved, books))]);
  expect(rows.map(({ account, currency, debit, credit }) => [account.code, currency, debit, credit])).toEqual([
    ['1113', 'TWD', units(972), ZERO],
    ['1113.01.01', 'TWD', ZERO, units(987)],
    ['1113.01.01', 'USD', ZERO, units(10)],
    ['1114', 'TWD', units(987), units(987)],
    ['1114', 'USD', units(10), ZERO],
    ['6134.01', 'TWD', units(15), ZERO],
  ]);
  expect(['TWD', 'USD'].map((currency) => totalOf(rows, currency).document)).toEqual([0, 0]);
});

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing was drawn');
  return value;
}
