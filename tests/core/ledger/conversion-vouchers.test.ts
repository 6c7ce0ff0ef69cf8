// The two vouchers of a processor's conversion, worked by hand: what left, what came, what lies between them.
import { conversionVoucher, convertedVoucher, spreadOf } from '../../../core/ledger/conversion-vouchers.ts';
import { type CompanySettings, DEFAULT_SHOP } from '../../../core/company.ts';
import { subtract, sum } from '../../../core/money.ts';
import type { VoucherDraft } from '../../../core/voucher.ts';
import fc from '../../fast-check.ts';
import { company, day, units } from './documents.ts';

const SHOP = 'shopee';
const head = { shop: SHOP, postedOn: day('2024-03-04') };
const inTaiwan = company({ baseCurrency: 'TWD' });
const asFee = { shops: { [SHOP]: { ...DEFAULT_SHOP, conversionSpread: 'fee' } } } as const;

/** `role amount`, and the base amount behind it where it differs. */
const written = (voucher: VoucherDraft | null) =>
  voucher?.lines.map(({ role, debit, credit, baseDebit, baseCredit }) => {
    const [amount, base] = [(debit - credit) / 10_000, (baseDebit - baseCredit) / 10_000];
    return amount === base ? `${role} ${amount}` : `${role} ${amount} = ${base}`;
  });

const sent = { ...head, currency: 'USD', from: 'wallet', left: units(1000), leftBase: units(31_500) } as const;

test.each<[string, number, string[]]>([
  [
    'worth more than it was booked at',
    31_800,
    ['conversion 1000 = 31800', 'wallet -1000 = -31500', 'exchangeGain 0 = -300'],
  ],
  ['worth less', 31_300, ['conversion 1000 = 31300', 'exchangeLoss 0 = 200', 'wallet -1000 = -31500']],
  ['worth as much', 31_500, ['conversion 1000 = 31500', 'wallet -1000 = -31500']],
])('USD 1,000 booked at 31,500 leaves the wallet %s', (_, worth, lines) => {
  expect(written(convertedVoucher({ ...sent, worth: units(worth) }, inTaiwan))).toEqual(lines);
});

test('what a withdrawal put on its way leaves from there', () => {
  const voucher = convertedVoucher({ ...sent, from: 'transit', worth: units(31_500) }, inTaiwan);
  expect(written(voucher)).toEqual(['conversion 1000 = 31500', 'transit -1000 = -31500']);
  expect(voucher).toMatchObject({ kind: 'bank', summary: '撥款兌換轉出', currency: 'USD', baseCurrency: 'TWD' });
});

const came = (dollars: number, currency = 'TWD') => ({ ...head, currency, arrived: units(dollars) });
const base = (arrived: number, worth: number) => ({ arrived: units(arrived), worth: units(worth) });

test.each<[string, number, Partial<CompanySettings>, string[]]>([
  ['less came: an exchange loss', 31_400, {}, ['bank 31400', 'exchangeLoss 400', 'conversion -31800']],
  ['less came: a fee where it is set so', 31_400, asFee, ['bank 31400', 'transferFees 400', 'conversion -31800']],
  ['more came: a gain', 31_900, {}, ['bank 31900', 'conversion -31800', 'exchangeGain -100']],
  ['more came: a gain, never a fee', 31_900, asFee, ['bank 31900', 'conversion -31800', 'exchangeGain -100']],
  ['as much came', 31_800, asFee, ['bank 31800', 'conversion -31800']],
])('what was worth 31,800 arrives in base currency, %s', (_, dollars, settings, lines) => {
  const books = company({ baseCurrency: 'TWD', ...settings });
  expect(written(conversionVoucher({ ...came(dollars), base: base(dollars, 31_800) }, books))).toEqual(lines);
});

test('in a third currency the spread stands in base currency alone', () => {
  const voucher = conversionVoucher({ ...came(900, 'EUR'), base: base(31_050, 31_800) }, inTaiwan);
  expect(written(voucher)).toEqual(['bank 900 = 31050', 'exchangeLoss 0 = 750', 'conversion -900 = -31800']);
  expect(voucher).toMatchObject({ summary: '撥款兌換入帳', currency: 'EUR' });
});

test('a company that keeps each currency by itself has no spread', () => {
  const apart = company();
  expect(written(convertedVoucher({ ...sent, leftBase: null, worth: null }, apart))).toEqual([
    ...['conversion 1000', 'wallet -1000'],
  ]);
  expect(written(conversionVoucher({ ...came(31_400), base: null }, apart))).toEqual([
    ...['bank 31400', 'conversion -31400'],
  ]);
});

test.each<[string, Partial<CompanySettings>, number, ReturnType<typeof spreadOf>]>([
  ['a loss', {}, 31_400, { currency: 'TWD', amount: units(-400), bookedAs: 'exchange' }],
  ['a fee', asFee, 31_400, { currency: 'TWD', amount: units(-400), bookedAs: 'fee' }],
  ['a gain', asFee, 31_900, { currency: 'TWD', amount: units(100), bookedAs: 'exchange' }],
  ['nothing', asFee, 31_800, { currency: 'TWD', amount: units(0), bookedAs: 'exchange' }],
])('the spread is read off the voucher: %s', (_, settings, dollars, spread) => {
  const books = company({ baseCurrency: 'TWD', ...settings });
  const voucher = conversionVoucher({ ...came(dollars), base: base(dollars, 31_800) }, books);
  if (voucher === null) throw new Error('no voucher');
  expect(spreadOf(voucher)).toEqual(spread);
});

test('whatever was booked and came, both vouchers together leave nothing on the way in base currency', () => {
  const money = fc.integer({ min: 1, max: 50_000 });
  fc.assert(
    fc.property(
      money,
      money,
      money,
      fc.constantFrom('TWD', 'EUR'),
      fc.boolean(),
      (booked, worth, arrived, currency, isFee) => {
        const books = company({ baseCurrency: 'TWD', ...(isFee ? asFee : {}) });
        const out = convertedVoucher({ ...sent, leftBase: units(booked), worth: units(worth) }, books);
        const into = conversionVoucher({ ...came(arrived, currency), base: base(arrived, worth) }, books);
        const lines = [...(out?.lines ?? []), ...(into?.lines ?? [])];
        const onTheWay = lines.filter(({ role }) => role === 'conversion');
        expect(sum(onTheWay.map(({ baseDebit, baseCredit }) => subtract(baseDebit, baseCredit)))).toBe(0);
      },
    ),
  );
});
