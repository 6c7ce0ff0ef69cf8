// Fee contracts as data: the strict schema, there and back, and what is wrong with contracts that pass it.
import { z } from 'zod';
import { explainFeeRuleFault, FEE_RULE_FAULT_CODES, faultsOfFeeRules } from '../../../core/fees/fee-rule-faults.ts';
import type { FeeRule, FeeTiers } from '../../../core/fees/fee-rule.ts';
import { feeRuleSchema } from '../../../core/fees/fee-rule-schema.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { day, money, rate, rule } from './fee-data.ts';

const full: FeeRule = rule({
  sellerType: 'mall',
  programs: { has: ['coin'], lacks: ['promo'] },
  scope: 'line',
  base: ['itemPrice', '-SELLER_DISCOUNT'],
  baseCap: money('35000'),
  byCategory: { phone: rate('0.038') },
  rate: rate('0.055'),
  tiers: { mode: 'whole', by: 'base', steps: [{ upTo: null, rate: rate('0.05') }] },
  fixed: money('0.3'),
  min: money('1'),
  max: money('400'),
  additive: ['base'],
  refundPolicy: { policy: 'keep', min: money('5'), rate: rate('0.2') },
  validFrom: day('2026-01-01'),
  checkedAt: day('2026-03-01'),
});

test('a contract travels as texts and comes back as it was', () => {
  const wire = z.encode(feeRuleSchema, full) as Record<string, unknown>;
  expect(wire).toMatchObject({ baseCap: '35000', rate: '0.055', byCategory: { phone: '0.038' }, fixed: '0.3' });
  expect(wire.refundPolicy).toEqual({ policy: 'keep', min: '5', rate: '0.2' });
  expect(z.decode(feeRuleSchema, JSON.parse(JSON.stringify(wire)))).toEqual(full);
});

test.each<[string, Record<string, unknown>]>([
  ['a property nobody knows', { rounded: true }],
  ['a rate as a number', { rate: 0.055 }],
  ['a rate in per cent', { rate: '5.5%' }],
  ['a rate with seven decimals', { rate: '0.0000001' }],
  ['a negative rate', { rate: '-0.05' }],
  ['a negative amount', { min: '-1' }],
  ['a payout component as a fee that is none', { feeType: 'PRINCIPAL' }],
  ['a fee that only comes back', { feeType: 'FEE_REVERSAL' }],
  ['a base nobody knows', { base: ['price'] }],
  ['a day the calendar does not have', { validFrom: '2026-02-30' }],
  ['five decimals', { rounding: { mode: 'halfUp', decimals: 5, when: 'sum', level: 'order', unitDecimals: null } }],
  ['no tier at all', { tiers: { mode: 'whole', by: 'base', steps: [] } }],
  ['version 0', { version: 0 }],
])('%s is refused', (_what, change) => {
  const wire = z.encode(feeRuleSchema, full) as Record<string, unknown>;
  expect(feeRuleSchema.safeParse(wire).success).toBe(true);
  expect(feeRuleSchema.safeParse({ ...wire, ...change }).success).toBe(false);
});

const tiers = (...limits: (string | null)[]): FeeTiers => ({
  mode: 'marginal',
  by: 'base',
  steps: limits.map((limit) => ({ upTo: limit === null ? null : money(limit), rate: rate('0.1') })),
});
const five = rule({ rate: rate('0.05') });
const may = { ...five, validFrom: day('2026-05-01'), validTo: day('2026-05-31') };
const june = { ...five, version: 2, validFrom: day('2026-06-01') };

test.each<[string, readonly FeeRule[], string]>([
  ['one after the other', [may, june], ''],
  ['both on 31 May', [may, { ...june, validFrom: day('2026-05-31') }], 'OVERLAP commission v1 commission v2'],
  ['one without end', [five, june], 'OVERLAP commission v1 commission v2'],
  ['another id does not help', [may, { ...may, id: 'b' }], 'OVERLAP b v1 commission v1'],
  ['a shop of its own', [may, { ...may, id: 'b', shopPattern: '甲' }], ''],
  ['another fee', [may, { ...may, id: 'b', feeType: 'PAYMENT_FEE' }], ''],
  ['another currency', [may, { ...may, id: 'b', currency: 'USD' }], ''],
  ['another plan', [may, { ...may, id: 'b', programs: { has: ['coin'], lacks: [] } }], ''],
  [
    'the same plans in another sequence',
    [
      { ...may, programs: { has: ['coin', 'free'], lacks: [] } },
      { ...may, id: 'b', programs: { has: ['free', 'coin'], lacks: [] } },
    ],
    'OVERLAP b v1 commission v1',
  ],
  ['ends before it begins', [{ ...may, validTo: day('2026-04-01') }], 'PERIOD_BACKWARDS commission v1'],
  ['asks for nothing', [rule()], 'NOTHING_CHARGED commission v1'],
  ['tiers and a rate', [{ ...five, tiers: tiers(null) }], 'RATES_CONTRADICT commission v1'],
  ['a rate of nothing', [{ ...five, base: [] }], 'BASE_MISSING commission v1'],
  ['lines rounded, orders charged', [rule({ ...five, rounding: { level: 'line' } })], 'LEVEL_TOO_FINE commission v1'],
  [
    'a payout rounded by month',
    [rule({ ...five, scope: 'payout', rounding: { level: 'month' } })],
    'LEVEL_TOO_FINE commission v1',
  ],
  ['lines charged, the day rounded', [rule({ ...five, scope: 'line', rounding: { level: 'day' } })], ''],
  ['categories of an order', [rule({ byCategory: { phone: rate('0.03') } })], 'CATEGORY_NEEDS_LINES commission v1'],
  ['at least 5, at most 4', [{ ...five, min: money('5'), max: money('4') }], 'LIMITS_CROSSED commission v1'],
  ['tiers that fall', [rule({ tiers: tiers('100', '50', null) })], 'TIERS_UNORDERED commission v1'],
  ['tiers that stop', [rule({ tiers: tiers('100', '200') })], 'TIERS_UNORDERED commission v1'],
  ['two tiers without limit', [rule({ tiers: tiers(null, null) })], 'TIERS_UNORDERED commission v1'],
  ['tiers that rise', [rule({ tiers: tiers('100', '200', null) })], ''],
  [
    'pieces in parts',
    [rule({ tiers: { ...tiers('100', null), by: 'quantity' } })],
    'QUANTITY_TIERS_MARGINAL commission v1',
  ],
  ['a surcharge on nothing', [five, { ...five, id: 'b', additive: ['x'] }], 'SURCHARGE_ALONE b v1'],
  [
    'a surcharge on another fee',
    [five, { ...five, id: 'b', feeType: 'PAYMENT_FEE', additive: ['commission'] }],
    'SURCHARGE_ALONE b v1',
  ],
  ['a surcharge', [five, { ...five, id: 'b', additive: ['commission'] }], ''],
  [
    'lines and orders rounded together',
    [rule({ ...five, rounding: { when: 'sum' } }), { ...five, id: 'b', scope: 'line', additive: ['commission'] }],
    'SURCHARGE_SCOPE b v1 commission v1',
  ],
])('%s: %#', (_what, rules, expected) => {
  const faults = faultsOfFeeRules(rules);
  expect(faults.map(({ code, rule: one, other }) => `${code} ${one} ${other}`.trim()).join()).toBe(expected);
  expect(faultsOfFeeRules([...rules].reverse())).toEqual(faults);
});

test.each(FEE_RULE_FAULT_CODES)('%s is told in every language, with its contract and the next step', (code) => {
  const fault = { code, rule: 'commission v2', other: 'promo v1', value: '5 > 4' };
  const told = LANGUAGES.map((language) => explainFeeRuleFault(fault, language));
  expect(new Set(told).size).toBe(3);
  expect(told.every((sentence) => sentence.includes('commission v2'))).toBe(true);
  expect(told.map((sentence) => sentence.at(-1))).toEqual(['。', '。', '.']);
});
