// Fees against contracts: what deviates, what only rounds otherwise, what has no contract, and freight, which needs none.
// Seen red: with `isRoundingApart` against the rounded contract instead of the exact fee.
import { checkFees } from '../../../core/fees/check-fees.ts';
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import type { FeeSubject } from '../../../core/fees/fee-subject.ts';
import { textOfAmount } from '../../../core/money.ts';
import { type Amounts, money, rate, rule, subject } from './fee-data.ts';

const six = rule({ rate: rate('0.06'), refundPolicy: { policy: 'full' } });
const feesOf = (order: FeeSubject) => expectedFees([six], [order]).get('A1') ?? [];
const check = (amounts: Amounts, tolerance = '0', isPaid = true) => {
  const order = subject(amounts);
  const { checked, deviations, unchecked } = checkFees(feesOf(order), money(tolerance), isPaid);
  return [checked, deviations.map(({ type, excess }) => `${type} ${textOfAmount(excess)}`).join(), unchecked.join()];
};

test.each<[string, Amounts, string, boolean, string, string]>([
  ['contract 63, charged 63', { PRINCIPAL: '1050', COMMISSION: '-63' }, '0', true, '', ''],
  ['contract 63, charged 80: 17 to claim', { PRINCIPAL: '1050', COMMISSION: '-80' }, '0', true, 'COMMISSION 17', ''],
  ['too little is a deviation as well', { PRINCIPAL: '1050', COMMISSION: '-60' }, '0', true, 'COMMISSION -3', ''],
  ['not charged at all', { PRINCIPAL: '1050' }, '0', true, 'COMMISSION -63', ''],
  ['the tolerance itself is none', { PRINCIPAL: '1050', COMMISSION: '-64' }, '1', true, '', ''],
  ['beyond the tolerance', { PRINCIPAL: '1050', COMMISSION: '-64.5' }, '1', true, 'COMMISSION 1.5', ''],
  [
    'a fee without a contract is unchecked, never right',
    { PRINCIPAL: '1050', COMMISSION: '-63', PAYMENT_FEE: '-20' },
    '99',
    false,
    '',
    'PAYMENT_FEE',
  ],
  ['freight needs no contract', { PRINCIPAL: '1050', COMMISSION: '-63', SHIPPING_FEE: '-60' }, '0', true, '', ''],
  [
    'the fee was not given back',
    { PRINCIPAL: '1050', COMMISSION: '-63', REFUND: '-1050' },
    '0',
    true,
    'FEE_REVERSAL 63',
    '',
  ],
  [
    'the fee came back',
    { PRINCIPAL: '1050', COMMISSION: '-63', REFUND: '-1050', FEE_REVERSAL: '63' },
    '0',
    true,
    '',
    '',
  ],
  [
    'what was too much came back as a return of fees',
    { PRINCIPAL: '1050', COMMISSION: '-80', FEE_REVERSAL: '17' },
    '0',
    true,
    '',
    '',
  ],
  [
    'a part of it came back',
    { PRINCIPAL: '1050', COMMISSION: '-80', FEE_REVERSAL: '10' },
    '0',
    true,
    'COMMISSION 7',
    '',
  ],
  [
    'more came back than was too much',
    { PRINCIPAL: '1050', COMMISSION: '-80', FEE_REVERSAL: '20' },
    '0',
    true,
    'FEE_REVERSAL -3',
    '',
  ],
  ['refunded, and never charged', { PRINCIPAL: '1050', REFUND: '-1050' }, '0', true, '', ''],
  ['no fees, nothing to check', {}, '0', true, '', ''],
])('%s', (_what, amounts, tolerance, checked, deviations, unchecked) => {
  expect(check(amounts, tolerance)).toEqual([checked, deviations, unchecked]);
});

test.each<[string, string, string, string]>([
  ['62.5 is 63 by the contract; the platform cut it off: half a dollar apart', '-62', '1', 'COMMISSION -1'],
  ['a platform that charges to the cent rounds otherwise', '-62.5', '1', 'COMMISSION -0.5'],
  ['a whole unit from the exact fee is no rounding', '-63.6', '1', ''],
  ['what is beyond the tolerance is a deviation, not a rounding', '-62', '0', ''],
  ['the contract itself', '-63', '1', ''],
])('within the tolerance, %s', (_what, charged, tolerance, expected) => {
  const order = subject({ PRINCIPAL: '1041.6667', COMMISSION: charged });
  const { roundings } = checkFees(feesOf(order), money(tolerance), true);
  expect(roundings.map(({ type, excess }) => `${type} ${textOfAmount(excess)}`).join()).toBe(expected);
});

test.each<[string, Amounts, string]>([
  ['nothing is charged yet', { PRINCIPAL: '500' }, ''],
  ['less is charged than all of it will cost', { PRINCIPAL: '1050', COMMISSION: '-30' }, ''],
  ['more is charged already', { PRINCIPAL: '500', COMMISSION: '-63' }, 'COMMISSION 33'],
])('before all is paid, %s', (_what, amounts, deviations) => {
  expect(check(amounts, '0', false)).toEqual([true, deviations, '']);
});
