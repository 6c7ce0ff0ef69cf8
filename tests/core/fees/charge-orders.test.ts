// Charges over several orders: who is rounded with whom, who gets the step that is left, and who cannot be told.
import { type ChargedOrder, chargeOrders, roundOrders } from '../../../core/fees/charge-orders.ts';
import type { FeeRounding, FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeeSubject } from '../../../core/fees/fee-subject.ts';
import { textOfAmount, unrounded } from '../../../core/money.ts';
import { day, line, money, rate, rule, subject } from './fee-data.ts';

const order = (orderKey: string, price: string, given: Partial<FeeSubject> = {}) =>
  subject({ PRINCIPAL: price }, { orderKey, ...given });

const amountsOf = (contract: FeeRule, subjects: readonly FeeSubject[]) => {
  const orders = subjects.map((one): ChargedOrder => ({ subject: one, rules: [contract] }));
  return chargeOrders(contract, orders).map((charge) => (charge === null ? '?' : textOfAmount(charge.amount)));
};

const five = (rounding: Partial<FeeRounding>, given: Partial<FeeRule> = {}) =>
  rule({ rate: rate('0.05'), ...given, rounding });

test('of equal rests the lower order key is served first, whatever the sequence', () => {
  const three = ['A2', 'A0', 'A1'].map((key) => order(key, '10'));
  expect(amountsOf(five({ level: 'batch' }), three)).toEqual(['0', '1', '1']);
  expect(amountsOf(five({ level: 'batch' }), [...three].reverse())).toEqual(['1', '1', '0']);
});

test('the greater rest goes before the lower key', () => {
  const two = [order('A0', '24'), order('A1', '28')];
  expect(amountsOf(five({ level: 'batch' }), two)).toEqual(['1', '2']);
});

test.each<[string, FeeRounding['level'], Partial<FeeSubject>, readonly string[]]>([
  ['one payout', 'batch', {}, ['1', '0']],
  ['two payouts', 'batch', { batchId: 'B2' }, ['1', '1']],
  ['one payout number in two shops', 'batch', { shop: '乙' }, ['1', '1']],
  ['one day', 'day', { batchId: 'B2' }, ['1', '0']],
  ['two days', 'day', { orderedOn: day('2026-05-08') }, ['1', '1']],
  ['two days of shipping do not count here', 'day', { shippedOn: day('2026-05-09') }, ['1', '0']],
  ['one month', 'month', { orderedOn: day('2026-05-08') }, ['1', '0']],
  ['two months', 'month', { orderedOn: day('2026-06-01') }, ['1', '1']],
  ['a day nobody knows', 'day', { orderedOn: null }, ['1', '?']],
  ['a payout nobody knows', 'batch', { batchId: null }, ['1', '?']],
])('rounded together or apart: %s', (_what, level, given, expected) => {
  expect(amountsOf(five({ level }), [order('A0', '10'), order('A1', '10', given)])).toEqual(expected);
});

test('an order that cannot be told leaves the others of its payout as they are', () => {
  const contract = five(
    { level: 'batch' },
    { scope: 'line', base: ['itemPrice'], byCategory: { phone: rate('0.1') }, rate: null },
  );
  const of = (key: string, category: string | null) => order(key, '10', { lines: [line('10', 1, category)] });
  expect(amountsOf(contract, [of('A0', 'phone'), of('A1', null), of('A2', 'phone')])).toEqual(['1', '?', '1']);
});

test('lines are rounded each, or summed first', () => {
  const lines = { lines: [line('10'), line('10'), line('10')] };
  const byLine = { scope: 'line', base: ['itemPrice'] } as const;
  expect(amountsOf(five({ level: 'line' }, byLine), [order('A0', '30', lines)])).toEqual(['3']);
  expect(amountsOf(five({ level: 'order' }, byLine), [order('A0', '30', lines)])).toEqual(['2']);
});

test('a payout charge without a base is shared evenly, and one that cannot be grouped stays open', () => {
  const transfer = rule({ scope: 'payout', base: [], fixed: money('15'), rounding: { level: 'batch' } });
  const orders = [order('A0', '10'), order('A1', '900'), order('A2', '10', { batchId: null })];
  expect(amountsOf(transfer, orders)).toEqual(['8', '7', '?']);
});

test('known charges are rounded as a rule would round its own', () => {
  const subjects = [order('A0', '10'), order('A1', '10')];
  const charges = [[unrounded(money('0.5'))], [unrounded(money('0.5'))]];
  const contract = five({ level: 'batch' });
  expect(roundOrders(contract, subjects, charges).map((charge) => charge?.amount)).toEqual([money('1'), money('0')]);
  expect(roundOrders(contract, subjects, [null, charges[1] ?? []]).map((charge) => charge?.amount ?? null)).toEqual([
    null,
    money('1'),
  ]);
});
