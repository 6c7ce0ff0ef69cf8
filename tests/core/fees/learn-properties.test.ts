// Whatever the contract: what is learned asks the same of the orders, the fit is what the later check finds, and the
// sequence of the orders plays no part.
import fc from '../../fast-check.ts';
import { learnFeeRule } from '../../../core/fees/learn-fee-rule.ts';
import { amountOfUnits, negate, ROUNDING_MODES, textOfAmount } from '../../../core/money.ts';
import { askedOf, chargedBy, learn, orders } from './charged-orders.ts';
import { money, rate, rule } from './fee-data.ts';

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
      const subjects = chargedBy([contract], orders({ count: 60, seed: seed + 1 }));
      const { periods } = learn(subjects);
      const holds = periods.reduce((total, { fit }) => total + fit.holds, 0);
      expect(holds).toBeGreaterThanOrEqual(60 - 2 * [contract.min, contract.max].filter((limit) => limit).length);
    }),
    { numRuns: 12 },
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
    { numRuns: 8 },
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
