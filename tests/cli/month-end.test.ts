// The end of a month at a terminal: vouchers with what they move, the orders behind them, a plan with its hash; three
// languages. Seen red: with the base amount left out where the document's is 0.
import { LANGUAGES } from '../../core/language.ts';
import type { MonthEndAnswer } from '../../core/ledger-api.ts';
import { amountOfUnits, ZERO } from '../../core/money.ts';
import type { DocumentedVoucher } from '../../core/voucher.ts';
import { presentMonthEnd } from '../../server/cli/present-month-end.ts';
import { presentPeriods } from '../../server/cli/present-books.ts';
import { day } from '../server/fixtures.ts';

const units = (amount: number) => amountOfUnits(amount * 10_000);

function aVoucher(facts: Partial<DocumentedVoucher>, amount: number, base = amount): DocumentedVoucher {
  const account = { code: '1', name: 'x' };
  const sides = { debit: units(amount), credit: ZERO, baseDebit: units(base), baseCredit: ZERO };
  return {
    ...{ number: 'JV202405-0003', kind: 'adjustment', shop: 'shopee-tw/小店', postedOn: day('2024-05-31') },
    ...{ currency: 'TWD', baseCurrency: 'TWD', summary: '月底已收款未出貨轉預收', reverses: null, documents: [] },
    lines: [
      { role: 'suspense', account, ...sides },
      { role: 'advances', account, debit: ZERO, credit: units(amount), baseDebit: ZERO, baseCredit: units(base) },
    ],
    ...facts,
  };
}

const PREPAID = aVoucher({}, 2100);
const VALUED = aVoucher({ number: 'JV202405-0004', currency: 'USD', summary: '外幣月底評價' }, 0, 50);
const ANSWER: MonthEndAnswer = {
  ...{ month: '2024-05', runId: 'RUN-000003', planHash: 'f'.repeat(64), vouchers: [PREPAID, VALUED] },
  withoutCost: [],
  prepaid: [
    { shop: 'shopee-tw/小店', orderNumber: 'A', currency: 'TWD', amount: units(1050) },
    { shop: 'shopee-tw/小店', orderNumber: 'B12', currency: 'TWD', amount: units(1050) },
  ],
};

test('the vouchers of the last day, and the orders that were paid and had not shipped', () => {
  expect(presentMonthEnd(ANSWER, 'zh-TW').split('\n')).toEqual([
    '2024-05 月結（2024-05-31）',
    '  JV202405-0003  2024-05-31  shopee-tw/小店  月底已收款未出貨轉預收  2,100  TWD',
    '  JV202405-0004  2024-05-31  shopee-tw/小店  外幣月底評價               50  TWD',
    '',
    '已收款未出貨',
    '  shopee-tw/小店  A    1,050  TWD',
    '  shopee-tw/小店  B12  1,050  TWD',
    '',
  ]);
});

test('pieces without a cost are told, also where there is nothing to post', () => {
  const told = presentMonthEnd(
    { ...ANSWER, vouchers: [], prepaid: [], withoutCost: [{ sku: 'TEA-01', pieces: 3 }] },
    'en',
  );
  expect(told).toContain(
    'Pieces shipped without a cost (once it is entered, the next month end takes it up)\n  TEA-01  3\n',
  );
});

test.each(LANGUAGES)('a plan names its hash, and an end with nothing to show says so (%s)', (language) => {
  expect(presentMonthEnd({ ...ANSWER, runId: null }, language)).toContain(ANSWER.planHash);
  const nothing = presentMonthEnd({ ...ANSWER, runId: null, vouchers: [], prepaid: [] }, language);
  expect(nothing).not.toContain(ANSWER.planHash);
  expect(nothing.split('\n')).toHaveLength(3);
});

const NONE = { periods: [], waiting: [], openBefore: [], monthEnd: [] };

test.each([
  ['zh-TW', '前面的月份還開著（2024-03, 2024-04）'],
  ['zh-CN', '前面的月份还开着（2024-03, 2024-04）'],
  ['en', 'earlier months are open (2024-03, 2024-04)'],
] as const)('closing a month names earlier ones that are open (%s)', (language, said) => {
  expect(presentPeriods({ ...NONE, openBefore: ['2024-03', '2024-04'] }, language)).toContain(said);
});

test('closing a month tells of the vouchers it posted', () => {
  const told = presentPeriods({ ...NONE, monthEnd: [PREPAID] }, 'en');
  expect(told).toContain('Vouchers of the month’s end:\n  JV202405-0003  2024-05-31');
  expect(presentPeriods(NONE, 'en')).toBe('Every month is open.\n');
});
