// What an order offers to a rule: its days, its charges as costs, its base as a whole and by line.
import fc from '../../fast-check.ts';
import type { BaseTerm } from '../../../core/fees/fee-rule.ts';
import { baseOf, chargedFor, dayThatDecides, lineBasesOf, piecesOf } from '../../../core/fees/fee-subject.ts';
import { amountOfUnits, sum, textOfAmount } from '../../../core/money.ts';
import { line, money, subject } from './fee-data.ts';

test.each([
  ['orderCreated', '2026-05-07'],
  ['shipped', '2026-05-08'],
  ['completed', '2026-05-15'],
  ['paidOut', '2026-05-20'],
] as const)('the day %s is %s', (when, expected) => {
  expect(dayThatDecides(subject({}), when)).toBe(expected);
});

test('a fee is a cost, what comes back is less than none', () => {
  const order = subject({ COMMISSION: '-63', FEE_REVERSAL: '63' });
  expect(chargedFor(order, 'COMMISSION')).toBe(money('63'));
  expect(chargedFor(order, 'FEE_REVERSAL')).toBe(money('-63'));
  expect(Object.is(chargedFor(order, 'AD_FEE'), 0)).toBe(true);
});

const order = subject(
  { PRINCIPAL: '900', BUYER_SHIPPING: '60', SELLER_DISCOUNT: '-90' },
  { receivable: money('870'), lines: [line('100', 3), line('600')] },
);

test.each<[readonly BaseTerm[], string, readonly string[]]>([
  [['PRINCIPAL'], '900', ['300', '600']],
  [['itemPrice'], '900', ['300', '600']],
  [['-itemPrice'], '-900', ['-300', '-600']],
  [['receivable'], '870', ['290', '580']],
  [['PRINCIPAL', 'BUYER_SHIPPING'], '960', ['320', '640']],
  [['itemPrice', 'SELLER_DISCOUNT'], '810', ['270', '540']],
  [['itemPrice', '-SELLER_DISCOUNT'], '990', ['330', '660']],
  [['AD_FEE'], '0', ['0', '0']],
  [[], '0', ['0', '0']],
])('the base %p is %s, by line %p', (terms, whole, lines) => {
  expect(textOfAmount(baseOf(order, terms))).toBe(whole);
  expect(lineBasesOf(order, terms).map(textOfAmount)).toEqual(lines);
});

test('what lines without a price share, they share evenly', () => {
  const gifts = subject({ BUYER_SHIPPING: '60' }, { lines: [line('0'), line('0')] });
  expect(lineBasesOf(gifts, ['BUYER_SHIPPING']).map(textOfAmount)).toEqual(['30', '30']);
});

test('pieces are counted over all lines', () => {
  expect(piecesOf(order.lines)).toBe(4);
  expect(piecesOf([])).toBe(0);
});

test('the bases of the lines sum to the base of the order', () => {
  const anyLines = fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyLines, fc.integer({ min: -9_000_000, max: 9_000_000 }), (lines, discount) => {
      const sold = {
        ...subject({}, { lines: lines.map(([price, quantity]) => line(String(price), quantity)) }),
        amounts: { SELLER_DISCOUNT: amountOfUnits(discount) },
      };
      const terms = ['itemPrice', 'SELLER_DISCOUNT'] as const;
      expect(sum(lineBasesOf(sold, terms))).toBe(baseOf(sold, terms));
    }),
  );
});
