// Contracts, fits and validity as sentences: a table that an accountant can read, in the three languages.
import { explainFeeConditions } from '../../../core/fees/explain-fee-conditions.ts';
import { explainEarliest, explainFit, explainRateSpan, explainValidity } from '../../../core/fees/explain-fee-fit.ts';
import { explainFeeTerms, percentText } from '../../../core/fees/explain-fee-terms.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { day, money, rate, rule } from './fee-data.ts';

const six = { rate: rate('0.06') };
const tiers: FeeRule['tiers'] = { mode: 'whole', by: 'base', steps: [{ upTo: null, rate: rate('0.02') }] };

test.each<[string, FeeRule]>([
  ['成交手續費＝貨款 × 6%，四捨五入到元', rule(six)],
  [
    '成交手續費＝應收 × 2.75%，無條件捨去到元',
    rule({ rate: rate('0.0275'), base: ['receivable'], rounding: { mode: 'down' } }),
  ],
  [
    '成交手續費＝（貨款＋買家運費） × 6%，四捨六入五成雙到分',
    rule({ ...six, base: ['PRINCIPAL', 'BUYER_SHIPPING'], rounding: { mode: 'halfEven', decimals: 2 } }),
  ],
  [
    '成交手續費＝（商品價金－買家運費） × 6%，四捨五入到角',
    rule({ ...six, base: ['itemPrice', '-BUYER_SHIPPING'], rounding: { decimals: 1 } }),
  ],
  [
    '成交手續費＝貨款 × 6%＋10，至少 25，至多 400，無條件進位到元',
    rule({ ...six, fixed: money('10'), min: money('25'), max: money('400'), rounding: { mode: 'up' } }),
  ],
  ['成交手續費＝每筆 60，四捨五入到元', rule({ base: [], fixed: money('60') })],
  [
    '成交手續費＝每項 5，逐項四捨五入到元',
    rule({ base: [], fixed: money('5'), scope: 'line', rounding: { level: 'line' } }),
  ],
  [
    '成交手續費＝貨款 × 6%，整批撥款合計後五捨六入到元',
    rule({ ...six, rounding: { level: 'batch', mode: 'halfDown' } }),
  ],
  ['成交手續費＝貨款（最多計 15,000） × 6%，四捨五入到元', rule({ ...six, baseCap: money('15000') })],
  ['成交手續費＝貨款 × 級距費率，四捨五入到元', rule({ tiers })],
  ['成交手續費＝貨款 × 商品分類費率，四捨五入到元', rule({ byCategory: { 茶: rate('0.05') }, scope: 'line' })],
  ['成交手續費＝貨款 × 6%，四捨五入到小數 2 位', rule({ ...six, currency: 'USD', rounding: { decimals: 2 } })],
  ['成交手續費＝貨款 × 6%，四捨五入到整數', rule({ ...six, currency: 'JPY' })],
  ['成交手續費＝貨款 × 6%，當月合計後四捨五入到小數 3 位', rule({ ...six, rounding: { decimals: 3, level: 'month' } })],
  ['成交手續費＝0，至少 5，四捨五入到元', rule({ base: [], min: money('5') })],
])('%s', (sentence, contract) => {
  expect(explainFeeTerms('COMMISSION', contract, contract.currency, 'zh-TW')).toBe(sentence);
});

test('in the other languages', () => {
  const contract = rule({
    ...six,
    base: ['receivable', '-BUYER_SHIPPING'],
    min: money('25'),
    rounding: { level: 'day' },
  });
  const said = LANGUAGES.map((language) => explainFeeTerms('PAYMENT_FEE', contract, 'TWD', language));
  expect(said).toEqual([
    '金流手續費＝（應收－買家運費） × 6%，至少 25，當日合計後四捨五入到元',
    '支付手续费＝（应收－买家运费） × 6%，至少 25，当日合计后四舍五入到元',
    'Payment fee = (receivable − Buyer shipping) × 6%, at least 25, by day rounded half up to whole units',
  ]);
});

test.each([
  ['0.06', '6%'],
  ['0.0275', '2.75%'],
  ['0.000001', '0.0001%'],
  ['1', '100%'],
  ['0', '0%'],
])('the rate %s is %s', (text, percent) => {
  expect(percentText(rate(text))).toBe(percent);
});

const residual = (amount: string, orders: number) => ({ amount: money(amount), orders });
test.each([
  [1245, 1245, [], '1,245 筆全部相符。', 'All 1,245 orders agree.'],
  [
    1243,
    1245,
    [residual('5', 2)],
    '1,245 筆中 1,243 筆相符；其餘 2 筆多收 5。',
    '1,243 of 1,245 orders agree; of the others 2 charged 5 too much.',
  ],
  [
    90,
    100,
    [residual('-3', 1), residual('1', 2), residual('2', 3), residual('7', 4)],
    '100 筆中 90 筆相符；其餘 4 筆多收 7、3 筆多收 2、2 筆多收 1、另 1 筆差額不一。',
    '90 of 100 orders agree; of the others 4 charged 7 too much, 3 charged 2 too much, 2 charged 1 too much, 1 more off by other amounts.',
  ],
  [
    9,
    10,
    [residual('-3.5', 1)],
    '10 筆中 9 筆相符；其餘 1 筆少收 3.5。',
    '9 of 10 orders agree; of the others 1 charged 3.5 too little.',
  ],
])('a fit of %i of %i', (holds, of, residuals, chinese, english) => {
  expect(explainFit({ holds, of, residuals }, 'zh-TW')).toBe(chinese);
  expect(explainFit({ holds, of, residuals }, 'en')).toBe(english);
});

test.each([
  [null, null, '不分日期', 'on any day'],
  [day('2026-02-15'), null, '2026-02-15 起（依下單日）', 'from 2026-02-15 (by day of order)'],
  [null, day('2026-02-14'), '2026-02-14 以前（依下單日）', 'until 2026-02-14 (by day of order)'],
  [
    day('2026-01-01'),
    day('2026-02-14'),
    '2026-01-01 至 2026-02-14（依下單日）',
    '2026-01-01 to 2026-02-14 (by day of order)',
  ],
])('validity from %s to %s', (from, to, chinese, english) => {
  expect(explainValidity({ from, to, when: 'orderCreated' }, 'zh-TW')).toBe(chinese);
  expect(explainValidity({ from, to, when: 'orderCreated' }, 'en')).toBe(english);
});

test('what the figures leave open is said only where there is something', () => {
  const from = day('2026-02-15');
  expect(explainEarliest({ from, earliestFrom: from }, 'zh-TW')).toBeNull();
  expect(explainEarliest({ from, earliestFrom: null }, 'zh-TW')).toBeNull();
  expect(explainEarliest({ from, earliestFrom: day('2026-02-10') }, 'zh-TW')).toBe('最早可能自 2026-02-10 起變更。');
  expect(explainRateSpan(null, 'zh-TW')).toBeNull();
  expect(explainRateSpan({ least: rate('0.06'), most: rate('0.06') }, 'zh-TW')).toBeNull();
  expect(explainRateSpan({ least: rate('0.0598'), most: rate('0.0602') }, 'zh-CN')).toBe(
    '费率在 5.98% 到 6.02% 之间，这些订单同样相符。',
  );
});

test.each<[string, FeeRule, string | null]>([
  ['no condition', rule(six), null],
  [
    'plans and class of seller',
    rule({ ...six, sellerType: 'mall', programs: { has: ['免運'], lacks: ['蝦幣'] } }),
    '只適用於：賣家類型 mall、參加 免運、未參加 蝦幣。檔案沒有這些資料，所以扣款恰好是這份合約的金額時才採用，其餘列為手續費未核。',
  ],
  [
    'categories',
    rule({ scope: 'line', byCategory: { tea: rate('0.05') } }),
    '費率依商品分類而定。檔案沒有商品分類，手續費列為未核。',
  ],
])('for whom a contract holds is named: %s', (_what, contract, expected) => {
  expect(explainFeeConditions(contract, 'zh-TW')).toBe(expected);
  for (const language of LANGUAGES) {
    const sentence = explainFeeConditions(contract, language);
    if (expected === null) expect(sentence).toBeNull();
    else expect(sentence).toMatch(/[。.]$/);
  }
});
