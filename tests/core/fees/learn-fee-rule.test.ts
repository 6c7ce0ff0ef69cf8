// A fee learned from statements: the contract that made them, or one that no order tells from it; what cannot be told is
// said, and nothing is claimed that does not hold.
import fc from 'fast-check';
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import { faultsOfFeeRules } from '../../../core/fees/fee-rule-faults.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeeSubject } from '../../../core/fees/fee-subject.ts';
import { learnFeeRule } from '../../../core/fees/learn-fee-rule.ts';
import { type LearnedFee, proposeFeeRule } from '../../../core/fees/learned-fee.ts';
import { amountOfUnits, negate, ROUNDING_MODES, textOfAmount } from '../../../core/money.ts';
import { chargedBy, learn, lots, only, orders, type Shape, show } from './charged-orders.ts';
import { day, money, rate, rule, subject } from './fee-data.ts';

const naming = {
  id: 'learned',
  version: 1,
  refundPolicy: { policy: 'none' },
  taxRate: rate('0'),
  source: 'statements',
} as const;

/** What the proposed contracts ask of the orders, by key: the same evaluation that later checks every payout. */
function askedOf(fee: LearnedFee, subjects: readonly FeeSubject[]): Map<string, string> {
  const rules = fee.periods.map((period, at) => proposeFeeRule(fee, period, { ...naming, version: at + 1 }));
  expect(faultsOfFeeRules(rules)).toEqual([]);
  const fees = expectedFees(rules, subjects);
  return new Map([...fees].map(([key, [found]]) => [key, textOfAmount(found?.contract ?? money('0'))]));
}

const six = { rate: rate('0.06') };
test.each<[string, FeeRule, Shape, string]>([
  ['a rate of the goods', rule({ rate: rate('0.0275') }), { count: 300 }, 'order PRINCIPAL 0.0275 halfUp 0 order'],
  [
    'cut off, never up',
    rule({ ...six, rounding: { mode: 'down' } }),
    { count: 300 },
    'order PRINCIPAL 0.06 down 0 order',
  ],
  ['always up', rule({ ...six, rounding: { mode: 'up' } }), { count: 300 }, 'order PRINCIPAL 0.06 up 0 order'],
  [
    'ties to the even dollar',
    rule({ rate: rate('0.05'), rounding: { mode: 'halfEven' } }),
    { count: 300 },
    'order PRINCIPAL 0.05 halfEven 0 order',
  ],
  [
    'cents',
    rule({ rate: rate('0.029'), rounding: { decimals: 2 } }),
    { count: 300 },
    'order PRINCIPAL 0.029 halfUp 2 order',
  ],
  [
    'freight in the base',
    rule({ ...six, base: ['PRINCIPAL', 'BUYER_SHIPPING'] }),
    { count: 300 },
    'order PRINCIPAL+BUYER_SHIPPING 0.06 halfUp 0 order',
  ],
  [
    'less the discount',
    rule({ ...six, base: ['PRINCIPAL', 'SELLER_DISCOUNT'] }),
    { count: 300 },
    'order PRINCIPAL+SELLER_DISCOUNT 0.06 halfUp 0 order',
  ],
  ['of G', rule({ ...six, base: ['receivable'] }), { count: 300 }, 'order receivable 0.06 halfUp 0 order'],
  ['a minimum', rule({ ...six, min: money('25') }), { count: 300 }, 'order PRINCIPAL 0.06 >=25 halfUp 0 order'],
  [
    'a cap of the base is a maximum of the fee',
    rule({ rate: rate('0.055'), baseCap: money('2000') }),
    { count: 300 },
    'order PRINCIPAL 0.055 <=110 halfUp 0 order',
  ],
  [
    'a rate and a fixed part',
    rule({ rate: rate('0.029'), fixed: money('10') }),
    { count: 300 },
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
    { count: 300, lines: 3 },
    'line itemPrice 0.0275 halfUp 0 line',
  ],
  [
    'rounded by payout',
    rule({ rate: rate('0.0275'), rounding: { level: 'batch' } }),
    { count: 300 },
    'order PRINCIPAL 0.0275 halfUp 0 batch',
  ],
  [
    'rounded by the day of shipping',
    rule({ rate: rate('0.0275'), when: 'shipped', rounding: { level: 'day' } }),
    { count: 600 },
    'order PRINCIPAL 0.0275 halfUp 0 day',
  ],
  [
    'tax on top is in the rate',
    rule({ rate: rate('0.02'), taxIncluded: false }),
    { count: 300 },
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

describe('a contract that changed', () => {
  const until = rule({ rate: rate('0.055'), validTo: day('2026-02-14') });
  const since = rule({ version: 2, rate: rate('0.06'), validFrom: day('2026-02-15') });

  test('is told in two periods with the day between them', () => {
    const subjects = chargedBy([until, since], orders({ count: 600 }));
    const fee = learn(subjects);
    expect(fee.when).toEqual(['orderCreated']);
    expect(fee.periods.map(({ from, to, terms }) => [from, to, show(terms)])).toEqual([
      ['2026-01-01', '2026-02-14', 'order PRINCIPAL 0.055 halfUp 0 order'],
      ['2026-02-15', '2026-04-30', 'order PRINCIPAL 0.06 halfUp 0 order'],
    ]);
    expect(fee.periods.every(({ fit }) => fit.holds === fit.of)).toBe(true);
    expect(askedOf(fee, subjects).size).toBe(600);
  });

  test('by the day of shipping is told from the day of ordering', () => {
    const by = (contract: FeeRule): FeeRule => ({ ...contract, when: 'shipped' });
    const fee = learn(chargedBy([by(until), by(since)], orders({ count: 600 })));
    expect(fee.when).toEqual(['shipped']);
    expect(fee.periods.map(({ to }) => to)).toEqual(['2026-02-14', '2026-05-03']);
  });

  test('twice is told in three periods', () => {
    const rules = [
      until,
      { ...since, validTo: day('2026-03-20') },
      rule({ version: 3, rate: rate('0.05'), rounding: { mode: 'down' }, validFrom: day('2026-03-21') }),
    ];
    const fee = learn(chargedBy(rules, orders({ count: 900 })));
    expect(fee.periods.map(({ from, terms }) => [from, show(terms)])).toEqual([
      ['2026-01-01', 'order PRINCIPAL 0.055 halfUp 0 order'],
      ['2026-02-15', 'order PRINCIPAL 0.06 halfUp 0 order'],
      ['2026-03-21', 'order PRINCIPAL 0.05 down 0 order'],
    ]);
  });

  test('on a day without orders is dated from the first it may have begun to the first it must have', () => {
    const seen = orders({ count: 600 }).filter(({ orderedOn }) => orderedOn !== null && !/02-1[0-9]/.test(orderedOn));
    const [, second] = learn(chargedBy([until, since], seen)).periods;
    expect([second?.earliestFrom, second?.from]).toEqual(['2026-02-10', '2026-02-20']);
  });

  test('leaves out an order whose day is not known', () => {
    const subjects = chargedBy([until, since], orders({ count: 600 }));
    const undated = subjects.map((order, at) => (at === 7 ? { ...order, orderedOn: null, shippedOn: null } : order));
    expect(learn(undated).unexplained).toEqual(['A00007']);
  });
});

describe('what the orders do not tell', () => {
  test('odd charges are exceptions with their differences, not another contract', () => {
    const subjects = chargedBy([rule({ rate: rate('0.0275') })], orders({ count: 300 })).map((order, at) =>
      at % 50 === 3
        ? {
            ...order,
            amounts: { ...order.amounts, COMMISSION: amountOfUnits((order.amounts.COMMISSION ?? 0) - 50_000) },
          }
        : order,
    );
    const { terms, fit } = only(learn(subjects));
    expect(show(terms)).toBe('order PRINCIPAL 0.0275 halfUp 0 order');
    expect([...fit.residuals]).toEqual([[50_000, 6]]);
    expect(fit.exceptions).toEqual(['A00003', 'A00053', 'A00103', 'A00153', 'A00203', 'A00253']);
    expect([fit.holds, fit.of]).toEqual([294, 300]);
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
    const random = orders({ count: 200 }).map((order) => ({
      ...order,
      amounts: { ...order.amounts, COMMISSION: amountOfUnits(-10_000 * (1 + draw(400))) },
    }));
    const { periods } = learn(random);
    expect(periods.every(({ fit }) => fit.holds < 20)).toBe(true);
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
      orders({ count: 100, seed: 9 }).map((order) => ({
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

const anyContract = fc
  .record({
    part: fc.integer({ min: 100, max: 400 }),
    base: fc.constantFrom(['PRINCIPAL'] as const, ['receivable'] as const, ['PRINCIPAL', 'BUYER_SHIPPING'] as const),
    mode: fc.constantFrom(...ROUNDING_MODES),
    level: fc.constantFrom('order', 'batch'),
    min: fc.constantFrom(null, '5', '10'),
    max: fc.constantFrom(null, '200', '400'),
  })
  .map(({ part, base, mode, level, min, max }) =>
    rule({
      ...{ rate: rate(`0.${String(part).padStart(4, '0')}0`), base },
      ...{ min: min === null ? null : money(min), max: max === null ? null : money(max) },
      // Limits under a rounded sum are not always told to the dollar; docs/fees.md says so.
      rounding: { mode, level: min === null && max === null ? level : 'order' },
    }),
  );

test('whatever the contract, what is learned asks the same of every order, but for limits that bind twice or never', () => {
  fc.assert(
    fc.property(anyContract, fc.nat(1_000), (contract, seed) => {
      const subjects = chargedBy([contract], orders({ count: 80, seed: seed + 1 }));
      const { periods } = learn(subjects);
      const holds = periods.reduce((total, { fit }) => total + fit.holds, 0);
      expect(holds).toBeGreaterThanOrEqual(80 - 2 * [contract.min, contract.max].filter((limit) => limit).length);
    }),
    { numRuns: 15 },
  );
});

test('a fit is what the contract check finds, order by order', () => {
  fc.assert(
    fc.property(anyContract, fc.nat(1_000), fc.integer({ min: 3, max: 30 }), (contract, seed, odd) => {
      const subjects = chargedBy([contract], orders({ count: 60, seed: seed + 1 })).map((order, at) =>
        at % odd === 0 ? { ...order, amounts: { ...order.amounts, COMMISSION: amountOfUnits(-770_000) } } : order,
      );
      const fee = learn(subjects);
      const asked = askedOf(fee, subjects);
      const held = subjects.filter(
        ({ orderKey, amounts }) => asked.get(orderKey) === textOfAmount(negate(amounts.COMMISSION ?? money('0'))),
      );
      expect(held).toHaveLength(fee.periods.reduce((total, { fit }) => total + fit.holds, 0));
    }),
    { numRuns: 10 },
  );
});

test('the sequence of the orders does not matter', () => {
  fc.assert(
    fc.property(anyContract, fc.nat(1_000), (contract, seed) => {
      const subjects = chargedBy([contract], orders({ count: 40, seed: seed + 1 }));
      expect(learnFeeRule([...subjects].reverse(), 'COMMISSION')).toEqual(learnFeeRule(subjects, 'COMMISSION'));
    }),
    { numRuns: 5 },
  );
});
