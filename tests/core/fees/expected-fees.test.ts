// What contracts ask of an order: rates, tiers, limits, levels of rounding, refunds, conditions; each a golden fact.
import fc from '../../fast-check.ts';
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeeSubject } from '../../../core/fees/fee-subject.ts';
import { ROUNDING_MODES, round, sum, sumUnrounded, textOfAmount, times, amountOfUnits } from '../../../core/money.ts';
import { type Amounts, day, feesOf, line, money, rate, rule, show, subject } from './fee-data.ts';

const ruten = rule({
  platform: 'ruten',
  scope: 'line',
  base: ['itemPrice'],
  rate: rate('0.03'),
  min: money('1'),
  max: money('400'),
  rounding: { level: 'line' },
});
const marginal = rule({
  currency: 'USD',
  tiers: {
    mode: 'marginal',
    by: 'base',
    steps: [
      { upTo: money('100'), rate: rate('0.15') },
      { upTo: null, rate: rate('0.08') },
    ],
  },
  rounding: { decimals: 2 },
});
const whole = rule({
  currency: 'USD',
  tiers: {
    mode: 'whole',
    by: 'base',
    steps: [
      { upTo: money('10'), rate: rate('0.08') },
      { upTo: null, rate: rate('0.15') },
    ],
  },
  rounding: { decimals: 2 },
});
const capped = rule({ rate: rate('0.055'), baseCap: money('35000') });

const usd = { currency: 'USD' };
const atRuten = (...lines: [string, number][]) => ({
  platform: 'ruten',
  lines: lines.map(([price, quantity]) => line(price, quantity)),
});

test.each<[string, FeeRule, Amounts, Partial<FeeSubject>, string]>([
  ['3 % of a line of 1,000', ruten, {}, atRuten(['1000', 1]), '30'],
  ['at least 1 for each line, not for the order', ruten, {}, atRuten(['10', 1], ['20', 1], ['5', 2]), '3'],
  ['at most 400 for each line', ruten, {}, atRuten(['20000', 1], ['6000', 4], ['100', 1]), '803'],
  ['a line is its price times its pieces', ruten, {}, atRuten(['33', 3]), '3'],
  ['5.5 % of the base below its cap', capped, { PRINCIPAL: '34000' }, {}, '1870'],
  ['5.5 % of 35,000, however dear the order', capped, { PRINCIPAL: '90000' }, {}, '1925'],
  ['15 % of the first 100 and 8 % of what is above', marginal, { PRINCIPAL: '250' }, usd, '27'],
  ['15 % of 100 when there is nothing above', marginal, { PRINCIPAL: '100' }, usd, '15'],
  ['8 % of the whole price up to 10', whole, { PRINCIPAL: '10' }, usd, '0.8'],
  ['15 % of the whole price beyond 10', whole, { PRINCIPAL: '10.01' }, usd, '1.5'],
  ['flat 4 per order', rule({ base: [], fixed: money('4') }), { PRINCIPAL: '900' }, {}, '4'],
  [
    '2.9 % and 0.30',
    rule({ ...usd, rate: rate('0.029'), fixed: money('0.3'), rounding: { decimals: 2 } }),
    { PRINCIPAL: '80' },
    usd,
    '2.62',
  ],
  [
    'tax on top of a price list without it',
    rule({ rate: rate('0.0275'), taxIncluded: false }),
    { PRINCIPAL: '1000' },
    {},
    '29',
  ],
  [
    'discounts as signed in the file',
    rule({ rate: rate('0.1'), base: ['PRINCIPAL', 'SELLER_DISCOUNT'] }),
    { PRINCIPAL: '500', SELLER_DISCOUNT: '-100' },
    {},
    '40',
  ],
  [
    'a minus takes a discount back out',
    rule({ rate: rate('0.1'), base: ['PRINCIPAL', '-SELLER_DISCOUNT'] }),
    { PRINCIPAL: '400', SELLER_DISCOUNT: '-100' },
    {},
    '50',
  ],
  [
    'G as the base',
    rule({ rate: rate('0.1'), base: ['receivable'] }),
    { PRINCIPAL: '0' },
    { receivable: money('700') },
    '70',
  ],
  [
    'pieces decide the rate',
    rule({
      tiers: {
        mode: 'whole',
        by: 'quantity',
        steps: [
          { upTo: money('2'), rate: rate('0.05') },
          { upTo: null, rate: rate('0.03') },
        ],
      },
    }),
    { PRINCIPAL: '300' },
    { lines: [line('100', 3)] },
    '9',
  ],
  [
    'three decimals for the order, then the day without a rest of 0.500',
    rule({ rate: rate('0.0275'), rounding: { mode: 'halfDown', level: 'day', unitDecimals: 3 } }),
    { PRINCIPAL: '18.1818' },
    {},
    '0',
  ],
])('%s', (_what, contract, amounts, given, expected) => {
  const order = subject({ COMMISSION: '-9999', ...amounts }, given);
  expect(feesOf([contract], order)).toEqual([`COMMISSION ${expected}/9999`]);
});

test.each([
  ['halfUp', '3'],
  ['halfEven', '2'],
  ['halfDown', '2'],
  ['down', '2'],
  ['up', '3'],
] as const)('a fee of 2.5 rounds %s to %s', (mode, expected) => {
  const contract = rule({ rate: rate('0.025'), rounding: { mode } });
  expect(feesOf([contract], subject({ PRINCIPAL: '100' }))).toEqual([`COMMISSION ${expected}/0`]);
});

test('rates by category: listed, the rate for all others, and a category nobody knows', () => {
  const contract = rule({
    scope: 'line',
    base: ['itemPrice'],
    byCategory: { phone: rate('0.038') },
    rate: rate('0.06'),
    rounding: { level: 'line' },
  });
  const order = (...categories: (string | null)[]) =>
    subject({ COMMISSION: '-98' }, { lines: categories.map((category) => line('1000', 1, category)) });
  expect(feesOf([contract], order('phone', 'book'))).toEqual(['COMMISSION 98/98']);
  expect(feesOf([contract], order('phone', null))).toEqual(['COMMISSION ?/98']);
  expect(feesOf([{ ...contract, rate: null }], order('phone', 'book'))).toEqual(['COMMISSION ?/98']);
  expect(feesOf([contract], order('toString'))).toEqual(['COMMISSION 60/98']);
});

/** 500 orders of one payout, 539,250 together. */
const payout = Array.from({ length: 500 }, (_, at) =>
  subject({ PRINCIPAL: String(323 + ((at * 173) % 1500)) }, { orderKey: `A${at}` }),
);
const totalOf = (contract: FeeRule, orders: readonly FeeSubject[]) => {
  const fees = expectedFees([contract], orders);
  return sum(orders.flatMap(({ orderKey }) => (fees.get(orderKey) ?? []).map((fee) => fee.contract)));
};

test.each([
  ['order', '14831'],
  ['batch', '14829'],
  ['day', '14829'],
] as const)('500 orders at 2.75 %% rounded by %s are %s', (level, expected) => {
  const contract = rule({ rate: rate('0.0275'), rounding: { level } });
  expect(textOfAmount(totalOf(contract, payout))).toBe(expected);
});

test('a charge for the whole payout is shared out by the orders, to the dollar', () => {
  const orders = ['100', '200', '400'].map((price, at) => subject({ PRINCIPAL: price }, { orderKey: `A${at}` }));
  const contract = rule({ scope: 'payout', rate: rate('0.01'), fixed: money('15'), rounding: { level: 'batch' } });
  const fees = expectedFees([contract], orders);
  expect(orders.flatMap(({ orderKey }) => (fees.get(orderKey) ?? []).map(show))).toEqual([
    'COMMISSION 3/0',
    'COMMISSION 6/0',
    'COMMISSION 13/0',
  ]);
});

test('a month of sales reaches the cheaper tier together', () => {
  const steps = [
    { upTo: money('500'), rate: rate('0.05') },
    { upTo: null, rate: rate('0.02') },
  ];
  const contract = rule({ scope: 'month', tiers: { mode: 'whole', by: 'base', steps }, rounding: { level: 'month' } });
  const may = ['300', '300'].map((price, at) => subject({ PRINCIPAL: price }, { orderKey: `A${at}` }));
  const june = subject({ PRINCIPAL: '300' }, { orderKey: 'J', orderedOn: day('2026-06-01') });
  expect([...expectedFees([contract], [...may, june]).values()].flat().map(show)).toEqual([
    'COMMISSION 6/0',
    'COMMISSION 6/0',
    'COMMISSION 15/0',
  ]);
});

describe('what comes back when the buyer is refunded', () => {
  const amazon = { currency: 'USD', base: ['itemPrice'], scope: 'line', rate: rate('0.15') } as const;
  const keep = { policy: 'keep', min: money('5'), rate: rate('0.2') } as const;
  const byLine = { level: 'line', decimals: 2 } as const;
  test.each<[string, FeeRule, Amounts, Partial<FeeSubject>, string]>([
    [
      'all of it',
      rule({ rate: rate('0.06'), refundPolicy: { policy: 'full' } }),
      { PRINCIPAL: '1050', REFUND: '-1050' },
      {},
      '-63',
    ],
    [
      'nothing before all is refunded',
      rule({ rate: rate('0.06'), refundPolicy: { policy: 'full' } }),
      { PRINCIPAL: '1050', REFUND: '-500' },
      {},
      '0',
    ],
    [
      'the refunded share',
      rule({ rate: rate('0.06'), refundPolicy: { policy: 'proportional' } }),
      { PRINCIPAL: '1050', REFUND: '-350' },
      {},
      '-21',
    ],
    [
      'the fee as it was rounded',
      rule({ rate: rate('0.0275'), refundPolicy: { policy: 'proportional' } }),
      { PRINCIPAL: '1050', REFUND: '-1050' },
      {},
      '-29',
    ],
    ['nothing', rule({ rate: rate('0.06') }), { PRINCIPAL: '1050', REFUND: '-1050' }, {}, '0'],
    [
      'all but 20 % of a small fee',
      rule({ ...amazon, refundPolicy: keep, rounding: byLine }),
      { REFUND: '-100' },
      { ...usd, lines: [line('100')], receivable: money('100') },
      '-12',
    ],
    [
      'all but 5 of a large fee',
      rule({ ...amazon, refundPolicy: keep, rounding: byLine }),
      { REFUND: '-1000' },
      { ...usd, lines: [line('1000')], receivable: money('1000') },
      '-145',
    ],
    [
      'what is kept, is kept of every line',
      rule({ ...amazon, refundPolicy: keep, rounding: byLine }),
      { REFUND: '-1100' },
      { ...usd, lines: [line('1000'), line('100')], receivable: money('1100') },
      '-157',
    ],
  ])('%s', (_what, contract, amounts, given, expected) => {
    const fees = feesOf([contract], subject({ FEE_REVERSAL: '1', ...amounts }, given));
    expect(fees.filter((fee) => fee.startsWith('FEE_REVERSAL'))).toEqual([`FEE_REVERSAL ${expected}/-1`]);
  });

  test('a fee without a contract leaves open what should come back', () => {
    const contract = rule({ rate: rate('0.06'), refundPolicy: { policy: 'full' } });
    const order = subject({ PRINCIPAL: '100', COMMISSION: '-6', REFUND: '-100', PAYMENT_FEE: '-2', FEE_REVERSAL: '6' });
    expect(feesOf([contract], order)).toEqual(['COMMISSION 6/6', 'PAYMENT_FEE ?/2', 'FEE_REVERSAL ?/-6']);
    const freight = subject({ PRINCIPAL: '100', COMMISSION: '-6', REFUND: '-100', SHIPPING_FEE: '-60' });
    expect(feesOf([contract], freight)).toEqual(['COMMISSION 6/6', 'SHIPPING_FEE ?/60', 'FEE_REVERSAL -6/0']);
  });
});

const anyOrders = fc.array(
  fc.record({ price: fc.integer({ min: 0, max: 90_000_000 }), batch: fc.nat(3), at: fc.nat(20) }),
  { minLength: 1, maxLength: 40 },
);
const subjectsOf = (orders: readonly { price: number; batch: number; at: number }[]) =>
  orders.map(({ price, batch, at }, index) =>
    subject(
      { PRINCIPAL: textOfAmount(amountOfUnits(price)) },
      {
        orderKey: `A${index}`,
        batchId: `B${batch}`,
        orderedOn: day(`2026-05-${String(at + 1).padStart(2, '0')}`),
      },
    ),
  );
const anyRounding = fc.record({
  mode: fc.constantFrom(...ROUNDING_MODES),
  decimals: fc.integer({ min: 0, max: 3 }),
  level: fc.constantFrom('order', 'day', 'batch', 'month'),
});

test('the orders of a payout sum to its rounded fee, whatever the rounding', () => {
  fc.assert(
    fc.property(anyOrders, anyRounding, fc.integer({ min: 1, max: 99_999 }), (orders, rounding, millionths) => {
      const contract = rule({
        rate: rate(`0.${String(millionths).padStart(6, '0')}`),
        rounding: { ...rounding, level: 'batch' },
      });
      for (const batch of new Set(orders.map((order) => order.batch))) {
        const members = subjectsOf(orders).filter(({ batchId }) => batchId === `B${batch}`);
        const exact = sumUnrounded(
          members.map(({ amounts }) => times(amounts.PRINCIPAL ?? money('0'), contract.rate ?? rate('0'))),
        );
        expect(totalOf(contract, members)).toBe(round(exact, rounding.mode, rounding.decimals));
      }
    }),
  );
});

test('an order of a rounded sum is at most one step away from its own exact fee', () => {
  fc.assert(
    fc.property(anyOrders, anyRounding, (orders, rounding) => {
      const contract = rule({ rate: rate('0.027513'), rounding });
      const exact = rule({ rate: rate('0.027513'), rounding: { decimals: 4 } });
      const step = 10_000 / 10 ** rounding.decimals;
      const [due, unroundedDue] = [contract, exact].map((one) => expectedFees([one], subjectsOf(orders)));
      for (const [key, fees] of due ?? []) {
        const apart = (fees[0]?.contract ?? 0) - (unroundedDue?.get(key)?.[0]?.contract ?? 0);
        expect(Math.abs(apart)).toBeLessThanOrEqual(step);
      }
    }),
  );
});

test('the sequence of orders and rules does not matter', () => {
  fc.assert(
    fc.property(anyOrders, anyRounding, (orders, rounding) => {
      const rules = [
        rule({ rate: rate('0.0275'), rounding }),
        rule({ id: 'p', feeType: 'PAYMENT_FEE', rate: rate('0.01') }),
      ];
      const subjects = subjectsOf(orders);
      const turned = expectedFees([...rules].reverse(), [...subjects].reverse());
      expect(turned).toEqual(expectedFees(rules, subjects));
    }),
  );
});
