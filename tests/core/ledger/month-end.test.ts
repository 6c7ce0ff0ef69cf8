// What a month shows on its last day, as vouchers: 暫收款 to 預收貨款, and foreign balances at the rate of the day; each time
// only what earlier vouchers of the month do not show.
// Seen red: with what was shown before left out, with the two sides of a prepayment exchanged, with a rate of the day after.
import {
  dayAfter,
  lastDayOf,
  prepaymentVouchers,
  revaluationVouchers,
  type ShopBalance,
} from '../../../core/ledger/month-end.ts';
import type { VoucherDraft } from '../../../core/voucher.ts';
import { company, units } from './documents.ts';

const SHOP = 'shopee-tw/小店';
const END = lastDayOf('2026-11');
const at = (amount: number, base = amount, currency = 'TWD', shop = SHOP): ShopBalance => {
  return { shop, currency, amount: units(amount), base: units(base) };
};

const said = ({ shop, postedOn, currency, lines }: VoucherDraft) => [
  `${postedOn} ${shop} ${currency}`,
  ...lines.map(({ role, debit, credit, baseDebit, baseCredit }) => {
    return `${role} ${(debit - credit) / 10_000} ${(baseDebit - baseCredit) / 10_000}`;
  }),
];

test.each([
  ['2026-11', '2026-11-30', '2026-12-01'],
  ['2026-12', '2026-12-31', '2027-01-01'],
  ['2028-02', '2028-02-29', '2028-03-01'],
])('%s ends on %s, and %s follows', (month, last, next) => {
  expect(lastDayOf(month)).toBe(last);
  expect(dayAfter(lastDayOf(month))).toBe(next);
});

test.each<[string, ShopBalance[], ShopBalance[], string[][]]>([
  ['nothing is held, nothing is shown', [], [], []],
  [
    'two orders of a shop are one voucher',
    [at(1050), at(500)],
    [],
    [[`${END} ${SHOP} TWD`, 'suspense 1550 1550', 'advances -1550 -1550']],
  ],
  ['what is shown already is not shown again', [at(1050)], [at(1050)], []],
  [
    'what came since is added',
    [at(1550)],
    [at(1050)],
    [[`${END} ${SHOP} TWD`, 'suspense 500 500', 'advances -500 -500']],
  ],
  [
    'what is held no more is taken back',
    [],
    [at(1050)],
    [[`${END} ${SHOP} TWD`, 'advances 1050 1050', 'suspense -1050 -1050']],
  ],
  [
    'two shops and two currencies are never one voucher',
    [at(10, 320, 'USD'), at(70), at(7, 7, 'TWD', 'momo/小店')],
    [],
    [
      [`${END} momo/小店 TWD`, 'suspense 7 7', 'advances -7 -7'],
      [`${END} ${SHOP} TWD`, 'suspense 70 70', 'advances -70 -70'],
      [`${END} ${SHOP} USD`, 'suspense 10 320', 'advances -10 -320'],
    ],
  ],
  [
    'less in dollars and more in the books: both stand in full, no line on two sides',
    [at(99, 3_200, 'USD')],
    [at(100, 3_000, 'USD')],
    [[`${END} ${SHOP} USD`, 'suspense 99 3200', 'advances 100 3000', 'suspense -100 -3000', 'advances -99 -3200']],
  ],
])('prepayments: %s', (_name, paid, shown, vouchers) => {
  expect(prepaymentVouchers(paid, shown, END, company({ baseCurrency: 'TWD' })).map(said)).toEqual(vouchers);
});

const rateOn = (currency: string, day: string) => (currency === 'USD' && day === END ? '32.5' : null);
const books = company({ baseCurrency: 'TWD' });

test.each<[string, ShopBalance[], ShopBalance[], string[][]]>([
  [
    'USD 100 booked at 31.50 are worth 100 more at 32.50',
    [at(100, 3_150, 'USD')],
    [],
    [[`${END} ${SHOP} USD`, 'valuation 0 100', 'unrealisedGain 0 -100']],
  ],
  [
    'booked at 33, they are worth 50 less',
    [at(100, 3_300, 'USD')],
    [],
    [[`${END} ${SHOP} USD`, 'unrealisedLoss 0 50', 'valuation 0 -50']],
  ],
  ['money we owe is a loss where what we are owed is a gain', [at(100, 3_150, 'USD'), at(-100, -3_150, 'USD')], [], []],
  ['shown already, nothing is left', [at(100, 3_150, 'USD')], [at(0, 100, 'USD')], []],
  [
    'a residue in the books of an account that is closed is shown too',
    [at(0, 3, 'USD')],
    [],
    [[`${END} ${SHOP} USD`, 'unrealisedLoss 0 3', 'valuation 0 -3']],
  ],
])('revaluation: %s', (_name, open, shown, vouchers) => {
  const drafts = revaluationVouchers(open, shown, { on: END, rateOn }, books);
  expect('currency' in drafts ? drafts : drafts.map(said)).toEqual(vouchers);
});

test('a balance without a rate of its month is named, not guessed', () => {
  expect(revaluationVouchers([at(5, 20, 'CNY')], [], { on: END, rateOn }, books)).toEqual({ currency: 'CNY' });
});
