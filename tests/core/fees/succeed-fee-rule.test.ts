// A contract takes its place: the one before it ends, one of the same first day is renewed, others are left alone.
import { faultsOfFeeRules } from '../../../core/fees/fee-rule-faults.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import { succeedFeeRule } from '../../../core/fees/succeed-fee-rule.ts';
import { day, rate, rule } from './fee-data.ts';

const contract = (given: Partial<Omit<FeeRule, 'rounding'>> = {}) => rule({ rate: rate('0.06'), ...given });
const shown = ({ id, version, validFrom, validTo }: FeeRule) =>
  `${id}@${version} ${validFrom ?? '…'}–${validTo ?? '…'}`;
const july = day('2026-07-01');
const august = day('2026-08-01');

test.each<[string, FeeRule[], FeeRule, string[]]>([
  ['the first one', [], contract(), ['commission@1 …–…']],
  [
    'after one without end',
    [contract()],
    contract({ validFrom: july }),
    ['commission@1 …–2026-06-30', 'commission@2 2026-07-01–…'],
  ],
  [
    'after one that ends later',
    [contract({ validTo: august })],
    contract({ validFrom: july }),
    ['commission@1 …–2026-06-30', 'commission@2 2026-07-01–…'],
  ],
  [
    'after one that has ended',
    [contract({ validTo: day('2026-06-30') })],
    contract({ validFrom: july }),
    ['commission@2 2026-07-01–…'],
  ],
  [
    'on the very day of another',
    [contract({ validFrom: july })],
    contract({ validFrom: july, rate: rate('0.07') }),
    ['commission@1 2026-07-01–…'],
  ],
  ['without days beside one without days', [contract({ id: 'old' })], contract({ id: 'new' }), ['old@1 …–…']],
  [
    'of another shop',
    [contract({ shopPattern: '乙' })],
    contract({ shopPattern: '甲', validFrom: july }),
    ['commission@2 2026-07-01–…'],
  ],
  [
    'of another fee',
    [contract({ feeType: 'PAYMENT_FEE', id: 'payment' })],
    contract({ validFrom: july }),
    ['commission@1 2026-07-01–…'],
  ],
])('%s', (_what, held, accepted, changed) => {
  const succession = succeedFeeRule(held, accepted);
  expect(succession.changed.map(shown)).toEqual(changed);
  expect(succession.all).toEqual(expect.arrayContaining([...succession.changed]));
  expect(faultsOfFeeRules(succession.all)).toEqual([]);
});

test('what is renewed carries the accepted terms, what ends keeps its own', () => {
  const { changed, all } = succeedFeeRule([contract()], contract({ rate: rate('0.07'), validFrom: july }));
  expect(changed.map((one) => one.rate)).toEqual([rate('0.06'), rate('0.07')]);
  expect(all).toHaveLength(2);
  const renewed = succeedFeeRule(all, contract({ rate: rate('0.08'), validFrom: july }));
  expect(renewed.all.map((one) => one.rate)).toEqual([rate('0.06'), rate('0.08')]);
});

test('one that begins before a later one overlaps it: that is a fault, not a guess', () => {
  const { all } = succeedFeeRule([contract({ validFrom: august })], contract({ validFrom: july }));
  expect(faultsOfFeeRules(all).map(({ code }) => code)).toEqual(['OVERLAP']);
});
