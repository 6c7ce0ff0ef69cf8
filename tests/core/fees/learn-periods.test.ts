// The parts a learned fee falls into, and the contracts proposed of them: their days, their end, what they leave open.
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import { proposeFeeRule } from '../../../core/fees/learned-fee.ts';
import { negate, textOfAmount } from '../../../core/money.ts';
import { chargedBy, learn, orders } from './charged-orders.ts';
import { day, rate, rule } from './fee-data.ts';

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
