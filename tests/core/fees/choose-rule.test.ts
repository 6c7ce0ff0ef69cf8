// Which contract holds for an order: days, shops, plans, surcharges; and when none does.
import { expectedFees } from '../../../core/fees/expected-fees.ts';
import type { FeeRule } from '../../../core/fees/fee-rule.ts';
import type { FeeSubject } from '../../../core/fees/fee-subject.ts';
import { day, feesOf, line, money, rate, rule, subject } from './fee-data.ts';

describe('which contract holds', () => {
  const may = rule({ id: 'may', rate: rate('0.05'), validFrom: day('2026-05-01'), validTo: day('2026-05-31') });
  const june = rule({ id: 'june', rate: rate('0.06'), validFrom: day('2026-06-01') });
  const order = (given: Partial<FeeSubject> = {}) => subject({ PRINCIPAL: '1000', COMMISSION: '-50' }, given);

  test.each<[string, readonly FeeRule[], Partial<FeeSubject>, string]>([
    ['the first day', [may, june], { orderedOn: day('2026-05-01') }, '50'],
    ['the last day', [may, june], { orderedOn: day('2026-05-31') }, '50'],
    ['the day after', [may, june], { orderedOn: day('2026-06-01') }, '60'],
    ['a day before all of them', [may, june], { orderedOn: day('2026-04-30') }, '?'],
    ['a day that is not known', [may, june], { orderedOn: null }, '?'],
    ['no day is asked for', [rule({ rate: rate('0.05') })], { orderedOn: null }, '50'],
    ['the day of shipping', [{ ...may, when: 'shipped' }], { shippedOn: day('2026-06-02') }, '?'],
    ['the day of completion', [{ ...may, when: 'completed' }], { orderedOn: null }, '50'],
    ['the day of payout', [{ ...june, when: 'paidOut' }], { paidOutOn: day('2026-06-03') }, '60'],
    [
      'a day of rounding that is not known',
      [rule({ rate: rate('0.05'), rounding: { level: 'day' } })],
      { orderedOn: null },
      '?',
    ],
    [
      'a payout that is not known',
      [rule({ rate: rate('0.05'), rounding: { level: 'batch' } })],
      { batchId: null },
      '?',
    ],
    ['two that claim the order alike', [may, { ...may, id: 'other' }], {}, '?'],
    ['the named shop before every shop', [may, { ...may, id: 'own', shopPattern: '甲', rate: rate('0.04') }], {}, '40'],
    ['another shop', [{ ...may, shopPattern: '乙' }], {}, '?'],
    ['another platform', [{ ...may, platform: 'ruten' }], {}, '?'],
    ['another currency', [may], { currency: 'USD' }, '?'],
    [
      'a seller type',
      [may, { ...may, id: 'mall', sellerType: 'mall', rate: rate('0.038') }],
      { sellerType: 'mall' },
      '38',
    ],
    ['another seller type', [{ ...may, sellerType: 'mall' }], { sellerType: 'shop' }, '?'],
    ['a seller type that is not known, and a charge that is not its', [{ ...june, sellerType: 'mall' }], {}, '?'],
    [
      'a plan it is in',
      [may, { ...may, id: 'coin', programs: { has: ['coin'], lacks: [] }, rate: rate('0.07') }],
      { programs: ['coin'] },
      '70',
    ],
    ['a plan it must not be in', [{ ...may, programs: { has: [], lacks: ['coin'] } }], { programs: ['coin'] }, '?'],
    ['lines that are not known', [{ ...may, scope: 'line' }], {}, '?'],
  ])('%s', (_what, rules, given, expected) => {
    expect(feesOf(rules, order(given))).toEqual([`COMMISSION ${expected}/50`]);
  });

  test('the expectation names its contract and version', () => {
    const [fee] = expectedFees([{ ...may, version: 3 }], [order()]).get('A1') ?? [];
    expect(fee?.rule).toEqual({ id: 'may', version: 3 });
  });

  test('a fee that is due and not charged stands there, one that is neither does not', () => {
    const plan = rule({ id: 'service', feeType: 'SERVICE_FEE', base: [], fixed: money('60') });
    expect(feesOf([plan, { ...june, feeType: 'PENALTY' }], order())).toEqual(['COMMISSION ?/50', 'SERVICE_FEE 60/0']);
  });
});

describe('surcharges', () => {
  const base = rule({ rate: rate('0.055') });
  const promo = rule({
    id: 'promo',
    rate: rate('0.02'),
    additive: ['commission'],
    programs: { has: ['promo'], lacks: ['coin'] },
  });
  const fee = (rules: readonly FeeRule[], programs: string[], price = '1010') =>
    feesOf(rules, subject({ PRINCIPAL: price }, { programs })).join();

  test('are added when their own conditions hold', () => {
    expect(fee([base, promo], [])).toBe('COMMISSION 56/0');
    expect(fee([base, promo], ['promo'])).toBe('COMMISSION 76/0');
    expect(fee([base, promo], ['promo', 'coin'])).toBe('COMMISSION 56/0');
    expect(fee([promo], ['promo'])).toBe('');
  });

  test('are rounded with their contract or on their own', () => {
    const together = { ...base, rounding: { ...base.rounding, when: 'sum' as const } };
    expect(fee([base, promo], ['promo'], '20')).toBe('COMMISSION 1/0');
    expect(fee([together, promo], ['promo'], '20')).toBe('COMMISSION 2/0');
  });

  test('that nobody can date leave the whole fee open', () => {
    const dated = { ...promo, validFrom: day('2026-05-01'), when: 'completed' as const };
    const order = subject({ PRINCIPAL: '100', COMMISSION: '-6' }, { programs: ['promo'], completedOn: null });
    expect(feesOf([base, dated], order)).toEqual(['COMMISSION ?/6']);
  });
});

describe('what nobody knows of the order leaves its contract open', () => {
  const plain = rule({ id: 'plain', rate: rate('0.055'), programs: { has: [], lacks: ['free-shipping'] } });
  const free = rule({ id: 'free', rate: rate('0.085'), programs: { has: ['free-shipping'], lacks: [] } });
  const mall = rule({ id: 'mall', rate: rate('0.04'), sellerType: 'mall' });
  const promo = rule({
    id: 'promo',
    rate: rate('0.02'),
    additive: ['plain'],
    programs: { has: ['promo'], lacks: [] },
  });
  const unknown = { programs: null, sellerType: null };
  const feeOf = (rules: readonly FeeRule[], charged: string, given: Partial<FeeSubject> = {}) => {
    const order = subject({ PRINCIPAL: '1000', COMMISSION: charged }, { ...unknown, ...given });
    const [fee] = expectedFees(rules, [order]).get('A1') ?? [];
    return [fee?.rule?.id ?? null, fee?.lacking ?? []];
  };

  test.each<[string, readonly FeeRule[], string, Partial<FeeSubject>, string | null, string[]]>([
    ['the charge is the one contract', [plain, free], '-55', {}, 'plain', []],
    ['the charge is the other contract', [plain, free], '-85', {}, 'free', []],
    ['no contract asks for it', [plain, free], '-70', {}, null, ['programs']],
    ['two contracts ask for it', [plain, { ...free, rate: plain.rate }], '-55', {}, null, ['programs']],
    ['a surcharge explains it', [plain, free, promo], '-75', {}, 'plain', []],
    [
      'one that holds in any case, and one that may hold',
      [{ ...rule(), rate: rate('0.05') }, free],
      '-50',
      {},
      'commission',
      [],
    ],
    ['neither of these', [{ ...rule(), rate: rate('0.05') }, free], '-51', {}, null, ['programs']],
    ['seller type and plan', [plain, mall], '-56', {}, null, ['programs', 'sellerType']],
    [
      'rounded over the day, one order proves nothing',
      [{ ...free, rounding: { ...free.rounding, level: 'day' } }],
      '-85',
      {},
      null,
      ['programs'],
    ],
    [
      'the day is missing as well',
      [{ ...free, validFrom: day('2026-01-01') }],
      '-85',
      { orderedOn: null },
      null,
      ['programs', 'day'],
    ],
    ['what is known decides', [plain, free], '-70', { programs: ['free-shipping'] }, 'free', []],
    [
      'a rate by category',
      [rule({ scope: 'line', byCategory: { tea: rate('0.05') } })],
      '-50',
      { lines: [line('1000')] },
      null,
      ['category'],
    ],
    [
      'the day alone',
      [rule({ rate: rate('0.05'), validFrom: day('2026-01-01') })],
      '-50',
      { orderedOn: null },
      null,
      ['day'],
    ],
    ['no contract at all', [], '-50', {}, null, []],
  ])('%s', (_what, rules, charged, given, expected, lacking) => {
    expect(feeOf(rules, charged, given)).toEqual([expected, lacking]);
  });

  test('nothing charged is no evidence and nothing due', () => {
    expect(feesOf([plain, free], subject({ PRINCIPAL: '1000' }, unknown))).toEqual([]);
  });
});
