// One charge before rounding, step by step: base, rate, fixed part, limits, tax; and tiers at their edges.
import { chargeOf, type ChargeUnit } from '../../../core/fees/charge-of.ts';
import type { FeeRule, FeeTiers } from '../../../core/fees/fee-rule.ts';
import { round, textOfAmount } from '../../../core/money.ts';
import { money, rate, rule } from './fee-data.ts';

const unit = (base: string, given: Partial<ChargeUnit> = {}): ChargeUnit => ({
  base: money(base),
  quantity: 1,
  category: null,
  ...given,
});

/** The charge to four decimals, cut off; `?` where it cannot be known. */
function asked(contract: FeeRule, on: ChargeUnit): string {
  const charge = chargeOf(contract, on);
  return charge === null ? '?' : textOfAmount(round(charge, 'down', 4));
}

test.each<[string, FeeRule, ChargeUnit, string]>([
  ['nothing is rounded yet', rule({ rate: rate('0.0275') }), unit('101'), '2.7775'],
  ['a base of zero asks for nothing', rule({ rate: rate('0.1'), fixed: money('5'), min: money('9') }), unit('0'), '0'],
  ['nor does one below zero', rule({ rate: rate('0.1'), min: money('9') }), unit('-100'), '0'],
  ['without a base the fixed part is due', rule({ base: [], fixed: money('5') }), unit('0'), '5'],
  [
    'the fixed part counts for the minimum',
    rule({ rate: rate('0.01'), fixed: money('4'), min: money('5') }),
    unit('100'),
    '5',
  ],
  ['and for the maximum', rule({ rate: rate('0.01'), fixed: money('4'), max: money('4.5') }), unit('100'), '4.5'],
  [
    'the cap is of the base, not of the fixed part',
    rule({ rate: rate('0.1'), baseCap: money('50'), fixed: money('2') }),
    unit('100'),
    '7',
  ],
  [
    'tax comes after the minimum',
    rule({ rate: rate('0.01'), min: money('10'), taxIncluded: false }),
    unit('100'),
    '10.5',
  ],
  [
    'tax comes after the maximum',
    rule({ rate: rate('0.5'), max: money('10'), taxIncluded: false }),
    unit('100'),
    '10.5',
  ],
  ['tax that is included is not added', rule({ rate: rate('0.1'), taxIncluded: true }), unit('100'), '10'],
  [
    'a charge may have its own decimals',
    rule({ rate: rate('0.0275'), rounding: { unitDecimals: 2 } }),
    unit('101'),
    '2.78',
  ],
  [
    'the category has its rate',
    rule({ byCategory: { phone: rate('0.03') }, rate: rate('0.05') }),
    unit('100', { category: 'phone' }),
    '3',
  ],
  [
    'other categories have the rate of the rest',
    rule({ byCategory: { phone: rate('0.03') }, rate: rate('0.05') }),
    unit('100', { category: 'book' }),
    '5',
  ],
  ['no rest, no rate', rule({ byCategory: { phone: rate('0.03') } }), unit('100', { category: 'book' }), '?'],
  ['no category, no rate', rule({ byCategory: { phone: rate('0.03') }, rate: rate('0.05') }), unit('100'), '?'],
])('%s', (_what, contract, on, expected) => {
  expect(asked(contract, on)).toBe(expected);
});

const steps: FeeTiers['steps'] = [
  { upTo: money('100'), rate: rate('0.15') },
  { upTo: money('300'), rate: rate('0.08') },
  { upTo: null, rate: rate('0.05') },
];

test.each([
  ['marginal', '99.99', '14.9985'],
  ['marginal', '100', '15'],
  ['marginal', '100.01', '15.0008'],
  ['marginal', '300', '31'],
  ['marginal', '500', '41'],
  ['whole', '100', '15'],
  ['whole', '100.01', '8.0008'],
  ['whole', '300', '24'],
  ['whole', '500', '25'],
] as const)('%s tiers on %s ask %s', (mode, base, expected) => {
  expect(asked(rule({ tiers: { mode, by: 'base', steps } }), unit(base))).toBe(expected);
});

test.each([
  [1, '15'],
  [100, '15'],
  [101, '8'],
  [301, '5'],
])('%d pieces of 100 together ask %s', (quantity, expected) => {
  expect(asked(rule({ tiers: { mode: 'whole', by: 'quantity', steps } }), unit('100', { quantity }))).toBe(expected);
});

test('the cap of the base chooses the tier as well', () => {
  const contract = rule({ tiers: { mode: 'whole', by: 'base', steps }, baseCap: money('300') });
  expect(asked(contract, unit('900'))).toBe('24');
});
