// The parts a learned fee falls into, and the contracts proposed of them: their days, their end, what they leave open.
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import { proposeFeeRule } from '../../../core/fees/learned-fee.ts';
import { amountOfUnits, negate, textOfAmount } from '../../../core/money.ts';
import { askedOf, chargedBy, learn, lots, orders, show } from './charged-orders.ts';
import { day, line, money, rate, rule } from './fee-data.ts';

const until = rule({ rate: rate('0.05'), validTo: day('2026-02-28') });
const since = rule({ version: 2, rate: rate('0.08'), validFrom: day('2026-03-01') });
const changed = learn(chargedBy([until, since], orders({ count: 160 })));
const naming = {
  id: 'learned',
  version: 4,
  refundPolicy: { policy: 'full' },
  taxRate: rate('0.05'),
  source: '2026-01 – 2026-04',
} as const;

test('the contract before a change ends the day before the next begins; the last has no end', () => {
  const [first, second] = changed.periods.map((period) => proposeFeeRule(changed, period, naming));
  expect([first?.validTo, second?.validFrom, second?.validTo]).toEqual(['2026-02-28', '2026-03-01', null]);
  expect([first?.rate, second?.rate]).toEqual([rate('0.05'), rate('0.08')]);
});

test('a proposal holds for its shop, fee and currency only, and carries what a person decided', () => {
  const [period] = changed.periods;
  if (period === undefined) throw new Error('nothing learned');
  expect(proposeFeeRule(changed, period, naming)).toMatchObject({
    ...{ platform: 'shopee-tw', shopPattern: '甲', currency: 'TWD', feeType: 'COMMISSION', when: 'orderCreated' },
    ...naming,
  });
});

test('without a change the contract has neither first nor last day, and holds for orders of any day', () => {
  const fee = learn(chargedBy([rule({ rate: rate('0.05') })], orders({ count: 60 })));
  const [period] = fee.periods;
  if (period === undefined) throw new Error('nothing learned');
  const contract = proposeFeeRule(fee, period, naming);
  expect([fee.when, contract.validFrom, contract.validTo]).toEqual([[], null, null]);
  const [later] = orders({ count: 1, seed: 3 });
  if (later === undefined) throw new Error('no order');
  const [due] = expectedFees([contract], [{ ...later, orderedOn: day('2031-01-01') }]).get(later.orderKey) ?? [];
  expect(textOfAmount(due?.contract ?? later.receivable)).not.toBe('0');
});

test('a handful of odd charges at the end is no new contract', () => {
  const charged = chargedBy([rule({ rate: rate('0.05') })], orders({ count: 100 }));
  const odd = charged.map((order, at) =>
    at < 97 ? order : { ...order, amounts: { ...order.amounts, COMMISSION: negate(order.receivable) } },
  );
  const { periods, unexplained } = learn(odd);
  expect(periods.map(({ fit }) => [fit.holds, fit.of])).toEqual([[97, 100]]);
  expect(unexplained).toEqual([]);
});

describe('a contract that changed', () => {
  const until = rule({ rate: rate('0.055'), validTo: day('2026-02-14') });
  const since = rule({ version: 2, rate: rate('0.06'), validFrom: day('2026-02-15') });

  test('is told in two periods with the day between them', () => {
    const subjects = chargedBy([until, since], orders({ count: 240 }));
    const fee = learn(subjects);
    expect(fee.when).toEqual(['orderCreated']);
    expect(fee.periods.map(({ from, to, terms }) => [from, to, show(terms)])).toEqual([
      ['2026-01-01', '2026-02-14', 'order PRINCIPAL 0.055 halfUp 0 order'],
      ['2026-02-15', '2026-04-30', 'order PRINCIPAL 0.06 halfUp 0 order'],
    ]);
    expect(fee.periods.every(({ fit }) => fit.holds === fit.of)).toBe(true);
    expect(askedOf(fee, subjects).size).toBe(240);
  });

  test('by the day of shipping is told from the day of ordering', () => {
    const by = (contract: FeeRule): FeeRule => ({ ...contract, when: 'shipped' });
    const fee = learn(chargedBy([by(until), by(since)], orders({ count: 240 })));
    expect(fee.when).toEqual(['shipped']);
    expect(fee.periods.map(({ to }) => to)).toEqual(['2026-02-14', '2026-05-02']);
  });

  test('twice is told in three periods', () => {
    const rules = [
      until,
      { ...since, validTo: day('2026-03-20') },
      rule({ version: 3, rate: rate('0.05'), rounding: { mode: 'down' }, validFrom: day('2026-03-21') }),
    ];
    const fee = learn(chargedBy(rules, orders({ count: 360 })));
    expect(fee.periods.map(({ from, terms }) => [from, show(terms)])).toEqual([
      ['2026-01-01', 'order PRINCIPAL 0.055 halfUp 0 order'],
      ['2026-02-15', 'order PRINCIPAL 0.06 halfUp 0 order'],
      ['2026-03-21', 'order PRINCIPAL 0.05 down 0 order'],
    ]);
  });

  test('on a day without orders is dated from the first it may have begun to the first it must have', () => {
    const seen = orders({ count: 240 }).filter(({ orderedOn }) => orderedOn !== null && !/02-1[0-9]/.test(orderedOn));
    const [, second] = learn(chargedBy([until, since], seen)).periods;
    expect([second?.earliestFrom, second?.from]).toEqual(['2026-02-10', '2026-02-20']);
  });

  test('leaves out an order whose day is not known', () => {
    const subjects = chargedBy([until, since], orders({ count: 240 }));
    const undated = subjects.map((order, at) => (at === 7 ? { ...order, orderedOn: null, shippedOn: null } : order));
    expect(learn(undated).unexplained).toEqual(['A00007']);
  });
});

describe('how much of a stretch must hold', () => {
  const before = rule({ rate: rate('0.05'), validTo: day('2026-03-01') });
  const after = rule({ version: 2, rate: rate('0.09'), validFrom: day('2026-03-02') });

  /** 100 orders of each contract; of the later ones so many were charged by lot, evenly between first and last. */
  function withOdd(odd: number) {
    const draw = lots(7);
    const charged = chargedBy([before, after], orders({ count: 200 }));
    return charged.map((order, at) => {
      const isOdd = at > 102 && at < 198 && Math.floor(((at - 102) * odd) / 94) > Math.floor(((at - 103) * odd) / 94);
      const lot = amountOfUnits(-10_000 * (700 + draw(900)));
      return isOdd ? { ...order, amounts: { ...order.amounts, COMMISSION: lot } } : order;
    });
  }

  test.each([
    [20, 2],
    [21, 1],
  ])('with %i of 100 odd charges after the change there are %i contracts', (odd, count) => {
    const { periods } = learn(withOdd(odd));
    const held = periods.reduce((total, { fit }) => total + fit.holds, 0);
    expect(periods).toHaveLength(count);
    if (count === 2) expect([periods.map(({ from }) => from)[1], held]).toEqual(['2026-03-02', 200 - odd]);
  });
});

describe('orders that say nothing about the day of a change', () => {
  const before = rule({ rate: rate('0.055'), validTo: day('2026-02-14') });
  const after = rule({ version: 2, rate: rate('0.06'), validFrom: day('2026-02-15') });
  /** From 10 to 19 February all goods cost 10: either rate asks one dollar. */
  const cheap = orders({ count: 240 }).map((order) =>
    order.orderedOn !== null && /02-1[0-9]/.test(order.orderedOn)
      ? { ...order, amounts: { PRINCIPAL: money('10') }, lines: [line('10')], receivable: money('10') }
      : order,
  );
  const isOn = (order: (typeof cheap)[number], on: string) => order.orderedOn === day(on);

  test('orders that both contracts explain leave it open', () => {
    const [, second] = learn(chargedBy([before, after], cheap)).periods;
    expect([second?.earliestFrom, second?.from]).toEqual(['2026-02-10', '2026-02-20']);
  });

  test.each(['2026-02-12', '2026-02-18'])('so do odd charges that neither explains, on %s', (on) => {
    const odd = chargedBy([before, after], cheap).map((order) =>
      isOn(order, on) ? { ...order, amounts: { ...order.amounts, COMMISSION: money('-777') } } : order,
    );
    const [, second] = learn(odd).periods;
    expect([second?.earliestFrom, second?.from]).toEqual(['2026-02-10', '2026-02-20']);
  });
});
