// A fee learned from statements: the contract that made them, or one that no order tells from it; what cannot be told is
// said, and nothing is claimed that does not hold.
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import { learnFeeRule } from '../../../core/fees/learn-fee-rule.ts';
import { amountOfUnits, negate, textOfAmount } from '../../../core/money.ts';
import { askedOf, chargedBy, learn, lots, only, orders, type Shape, show } from './charged-orders.ts';
import { money, rate, rule, subject } from './fee-data.ts';

const six = { rate: rate('0.06') };
test.each<[string, FeeRule, Shape, string]>([
  ['a rate of the goods', rule({ rate: rate('0.0275') }), { count: 120 }, 'order PRINCIPAL 0.0275 halfUp 0 order'],
  [
    'cut off, never up',
    rule({ ...six, rounding: { mode: 'down' } }),
    { count: 120 },
    'order PRINCIPAL 0.06 down 0 order',
  ],
  ['always up', rule({ ...six, rounding: { mode: 'up' } }), { count: 120 }, 'order PRINCIPAL 0.06 up 0 order'],
  [
    'ties to the even dollar',
    rule({ rate: rate('0.05'), rounding: { mode: 'halfEven' } }),
    { count: 120 },
    'order PRINCIPAL 0.05 halfEven 0 order',
  ],
  [
    'cents',
    rule({ rate: rate('0.029'), rounding: { decimals: 2 } }),
    { count: 120 },
    'order PRINCIPAL 0.029 halfUp 2 order',
  ],
  [
    'freight in the base',
    rule({ ...six, base: ['PRINCIPAL', 'BUYER_SHIPPING'] }),
    { count: 120 },
    'order PRINCIPAL+BUYER_SHIPPING 0.06 halfUp 0 order',
  ],
  [
    'less the discount',
    rule({ ...six, base: ['PRINCIPAL', 'SELLER_DISCOUNT'] }),
    { count: 120 },
    'order PRINCIPAL+SELLER_DISCOUNT 0.06 halfUp 0 order',
  ],
  ['of G', rule({ ...six, base: ['receivable'] }), { count: 120 }, 'order receivable 0.06 halfUp 0 order'],
  ['a minimum', rule({ ...six, min: money('25') }), { count: 120 }, 'order PRINCIPAL 0.06 >=25 halfUp 0 order'],
  [
    'a cap of the base is a maximum of the fee',
    rule({ rate: rate('0.055'), baseCap: money('2000') }),
    { count: 120 },
    'order PRINCIPAL 0.055 <=110 halfUp 0 order',
  ],
  [
    'a maximum of the order that only orders of several lines reach',
    rule({ rate: rate('0.055'), max: money('100') }),
    { count: 120, lines: 3, priceMax: 800 },
    'order PRINCIPAL 0.055 <=100 halfUp 0 order',
  ],
  [
    'a rate and a fixed part',
    rule({ rate: rate('0.029'), fixed: money('10') }),
    { count: 120 },
    'order PRINCIPAL 0.029 +10 halfUp 0 order',
  ],
  ['a flat fee', rule({ base: [], fixed: money('60') }), { count: 30 }, 'order +60 halfUp 0 order'],
  [
    'by line, with its limits',
    rule({
      ...{ scope: 'line', base: ['itemPrice'], rate: rate('0.03'), min: money('10'), max: money('60') },
      rounding: { level: 'line' },
    }),
    { count: 300, lines: 3 },
    'line itemPrice 0.03 >=10 <=60 halfUp 0 line',
  ],
  [
    'by line, without limits',
    rule({ scope: 'line', base: ['itemPrice'], rate: rate('0.0275'), rounding: { level: 'line' } }),
    { count: 150, lines: 3 },
    'line itemPrice 0.0275 halfUp 0 line',
  ],
  [
    'rounded by payout',
    rule({ rate: rate('0.0275'), rounding: { level: 'batch' } }),
    { count: 120 },
    'order PRINCIPAL 0.0275 halfUp 0 batch',
  ],
  [
    'rounded by the day of shipping',
    rule({ rate: rate('0.0275'), when: 'shipped', rounding: { level: 'day' } }),
    { count: 400 },
    'order PRINCIPAL 0.0275 halfUp 0 day',
  ],
  [
    'tax on top is in the rate',
    rule({ rate: rate('0.02'), taxIncluded: false }),
    { count: 120 },
    'order PRINCIPAL 0.021 halfUp 0 order',
  ],
])('%s', (_what, contract, shape, expected) => {
  const subjects = chargedBy([contract], orders(shape));
  const fee = learn(subjects);
  const { terms, fit } = only(fee);
  expect(show(terms)).toBe(expected);
  expect([fit.holds, fit.exceptions, fit.residuals.size]).toEqual([shape.count, [], 0]);
  expect(askedOf(fee, subjects)).toEqual(
    new Map(
      subjects.map(({ orderKey, amounts }) => [orderKey, textOfAmount(negate(amounts.COMMISSION ?? money('0')))]),
    ),
  );
});

describe('what the orders do not tell', () => {
  test('odd charges are exceptions with their differences, not another contract', () => {
    const subjects = chargedBy([rule({ rate: rate('0.0275') })], orders({ count: 120 })).map((order, at) =>
      at % 20 === 3
        ? {
            ...order,
            amounts: { ...order.amounts, COMMISSION: amountOfUnits((order.amounts.COMMISSION ?? 0) - 50_000) },
          }
        : order,
    );
    const { terms, fit } = only(learn(subjects));
    expect(show(terms)).toBe('order PRINCIPAL 0.0275 halfUp 0 order');
    expect([...fit.residuals]).toEqual([[50_000, 6]]);
    expect(fit.exceptions).toEqual(['A00003', 'A00023', 'A00043', 'A00063', 'A00083', 'A00103']);
    expect([fit.holds, fit.of]).toEqual([114, 120]);
  });

  test('an order that was not charged does not fit', () => {
    const subjects = chargedBy([rule({ rate: rate('0.06') })], orders({ count: 50 }));
    const [first, ...others] = subjects;
    if (first === undefined) throw new Error('no orders');
    const { COMMISSION: _left, ...amounts } = first.amounts;
    const { fit } = only(learn([{ ...first, amounts }, ...others]));
    expect([fit.holds, fit.of, fit.exceptions]).toEqual([49, 50, ['A00000']]);
  });

  test('one price for all: a flat fee or a rate, both are shown', () => {
    const same = Array.from({ length: 20 }, (_, at) =>
      subject({ PRINCIPAL: '390', COMMISSION: '-23' }, { orderKey: `A${at}` }),
    );
    const { terms, alternatives } = only(learn(same));
    expect(show(terms)).toBe('order +23 halfUp 0 order');
    expect(alternatives.some(({ rate: part }) => part !== null)).toBe(true);
  });

  test('bases that are equal in every order are shown beside the simplest', () => {
    const equal = orders({ count: 40 }).map((order) => {
      const { PRINCIPAL = money('0') } = order.amounts;
      return { ...order, amounts: { PRINCIPAL }, receivable: PRINCIPAL };
    });
    const { alternatives } = only(learn(chargedBy([rule({ rate: rate('0.06') })], equal)));
    expect(alternatives.map(({ base }) => base.join())).toEqual(expect.arrayContaining(['receivable', 'itemPrice']));
  });

  test('a fee that is never rounded does not tell how it would be', () => {
    const whole = Array.from({ length: 30 }, (_, at) =>
      subject({ PRINCIPAL: String(100 * (at + 1)) }, { orderKey: `A${at}` }),
    );
    const { alternatives } = only(learn(chargedBy([rule({ rate: rate('0.06') })], whole)));
    expect(alternatives.map(({ rounding }) => rounding.mode)).toEqual(
      expect.arrayContaining(['halfEven', 'down', 'up']),
    );
    expect(alternatives.map(({ rounding }) => rounding.level)).toContain('batch');
  });

  test('few orders leave a span of rates, and each end of it holds', () => {
    const subjects = chargedBy([rule({ rate: rate('0.0275') })], orders({ count: 8, priceMax: 300 }));
    const { rates, terms } = only(learn(subjects));
    if (rates === null) throw new Error('no rates');
    expect(rates.most - rates.least).toBeGreaterThan(100);
    const holding = (millionths: number) => {
      const contract = rule({ ...terms, rate: millionths as typeof rates.least });
      const again = chargedBy([contract], subjects);
      return again.every(({ amounts }, at) => amounts.COMMISSION === subjects[at]?.amounts.COMMISSION);
    };
    expect([rates.least - 1, rates.least, rates.most, rates.most + 1].map(holding)).toEqual([false, true, true, false]);
  });

  test('fewer than five charges tell nothing, and the orders are named', () => {
    const fee = learn(chargedBy([rule({ rate: rate('0.06') })], orders({ count: 4 })));
    expect(fee.periods).toEqual([]);
    expect(fee.unexplained).toEqual(['A00000', 'A00001', 'A00002', 'A00003']);
  });

  test('charges by lot have no contract that holds for most', () => {
    const draw = lots(5);
    const random = orders({ count: 100 }).map((order) => ({
      ...order,
      amounts: { ...order.amounts, COMMISSION: amountOfUnits(-10_000 * (1 + draw(400))) },
    }));
    const { periods } = learn(random);
    expect(periods.every(({ fit }) => fit.holds < 15)).toBe(true);
  });

  test('no charge, no answer', () => {
    expect(learnFeeRule(orders({ count: 20 }), 'COMMISSION')).toEqual([]);
    expect(learnFeeRule([], 'COMMISSION')).toEqual([]);
  });
});

test('shops and currencies are never mixed', () => {
  const at = (shop: string, currency: string, part: string) =>
    chargedBy(
      [rule({ rate: rate(part), currency })],
      orders({ count: 60, seed: 9 }).map((order) => ({
        ...order,
        shop,
        currency,
        orderKey: shop + currency + order.orderKey,
      })),
    );
  const fees = learnFeeRule(
    [...at('乙', 'TWD', '0.06'), ...at('甲', 'USD', '0.05'), ...at('甲', 'TWD', '0.04')],
    'COMMISSION',
  );
  expect(fees.map((fee) => [fee.shop, fee.currency, show(only(fee).terms)])).toEqual([
    ['乙', 'TWD', 'order PRINCIPAL 0.06 halfUp 0 order'],
    ['甲', 'TWD', 'order PRINCIPAL 0.04 halfUp 0 order'],
    ['甲', 'USD', 'order PRINCIPAL 0.05 halfUp 0 order'],
  ]);
});
