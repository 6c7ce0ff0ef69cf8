// Proposals: learned contracts with the orders that do not hold, and the contracts in force on the same orders.
import { proposeFees } from '../../../core/fees/propose-fees.ts';
import { listFeeDeviations } from '../../../core/reconcile/list-fee-deviations.ts';
import { amountOfUnits, sum } from '../../../core/money.ts';
import { chargedBy, orders } from './charged-orders.ts';
import { day, money, rate, rule } from './fee-data.ts';

const six = rule({ rate: rate('0.06') });
const charged = chargedBy([six], orders({ count: 60 }));
const withOdd = charged.map((order, at) =>
  at === 9
    ? { ...order, amounts: { ...order.amounts, COMMISSION: amountOfUnits((order.amounts.COMMISSION ?? 0) - 70_000) } }
    : order,
);
const COMMISSION = { platform: 'shopee-tw', shop: '甲', currency: 'TWD', feeType: 'COMMISSION' };

test('a proposal names its orders, its days and, of each that does not hold, both figures', () => {
  const [proposal, ...more] = proposeFees(withOdd, []);
  expect(more).toEqual([]);
  expect(proposal).toMatchObject({ ...COMMISSION, orders: 60, inForce: null, unexplained: [] });
  expect(proposal?.seen).toEqual({ from: day('2026-01-01'), to: day('2026-04-29') });
  const [period] = proposal?.periods ?? [];
  expect(period?.fit).toMatchObject({ holds: 59, of: 60, residuals: [{ amount: money('7'), orders: 1 }] });
  const [misfit] = period?.fit.exceptions ?? [];
  expect([misfit?.orderKey, (misfit?.charged ?? 0) - (misfit?.contract ?? 0)]).toEqual(['A00009', money('7')]);
  expect(period?.rule).toMatchObject({
    id: 'shopee-tw:甲:TWD:COMMISSION',
    rate: rate('0.06'),
    refundPolicy: { policy: 'none' },
  });
});

test('contracts in force are tried on the same orders', () => {
  const [first] = charged;
  const other = first === undefined ? [] : [{ ...first, orderKey: 'X', orderedOn: null }];
  const dated = { ...six, validTo: day('2026-03-01') };
  const [proposal] = proposeFees([...withOdd, ...other], [dated]);
  const { holds = 0, deviates = 0, unchecked = 0, rules = [] } = proposal?.inForce ?? {};
  expect([deviates, holds + deviates + unchecked, rules]).toEqual([1, 61, [{ id: 'commission', version: 1 }]]);
  expect(unchecked).toBe(withOdd.filter(({ orderedOn }) => (orderedOn ?? '') > '2026-03-01').length + 1);
});

test('fees that came back propose a refund by share; freight proposes nothing', () => {
  const back = charged.map((order, at) =>
    at === 0 ? { ...order, amounts: { ...order.amounts, FEE_REVERSAL: money('3') } } : order,
  );
  const freight = back.map((order) => ({ ...order, amounts: { ...order.amounts, SHIPPING_FEE: money('-60') } }));
  const proposals = proposeFees(freight, []);
  expect(proposals.map(({ feeType, periods }) => [feeType, periods[0]?.rule.refundPolicy])).toEqual([
    ['COMMISSION', { policy: 'proportional' }],
  ]);
});

test('deviations: every order is counted once for each fee, and the sums are those of the rows', () => {
  const short = withOdd.map((order, at) =>
    at === 20 ? { ...order, amounts: { ...order.amounts, COMMISSION: money('-1') } } : order,
  );
  const fees = short.map((order) => ({ ...order, amounts: { ...order.amounts, PAYMENT_FEE: money('-5') } }));
  const { totals, rows } = listFeeDeviations([six], fees, money('0'));
  expect(
    totals.map(({ feeType, orders: all, holds, over, under, unchecked }) => [
      feeType,
      all,
      holds,
      over.orders,
      under.orders,
      unchecked,
    ]),
  ).toEqual([
    ['COMMISSION', 60, 58, 1, 1, { orders: 0, sum: money('0') }],
    ['PAYMENT_FEE', 60, 0, 0, 0, { orders: 60, sum: money('300') }],
  ]);
  expect(rows.map(({ orderKey }) => orderKey)).toEqual(['A00009', 'A00020']);
  const [commission] = totals;
  expect([commission?.over.sum, commission?.claim]).toEqual([money('7'), money('7')]);
  expect(commission?.under.sum).toBe(sum(rows.filter(({ excess }) => excess < 0).map(({ excess }) => excess)));
  expect(listFeeDeviations([six], fees, money('7')).totals[0]?.over.orders).toBe(0);
});

test('what came back beyond the contract lowers claim and deviation alike', () => {
  const generous = withOdd.map((order, at) =>
    at === 9 ? { ...order, amounts: { ...order.amounts, FEE_REVERSAL: money('3') } } : order,
  );
  const { rows } = listFeeDeviations([six], generous, money('0'));
  expect(rows.map(({ feeType, excess, claim }) => [feeType, excess, claim])).toEqual([
    ['COMMISSION', money('4'), money('4')],
  ]);
});
