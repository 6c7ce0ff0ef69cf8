// Payouts found in a statement: each pass by a table, from the best evidence to what is only proposed.
import { type Deposit, type Due, pairKey } from '../../../core/bank/deposit-match.ts';
import { matchDeposits } from '../../../core/bank/match-deposits.ts';
import { aDeposit, aDue, BANK, fee, march, OTHER_SHOP, rules, SHOP, told, WALLET } from './fixtures.ts';

const anotherAccount = { account: 'bank/台新' };
const inWallet = { account: WALLET.key, shop: SHOP };
const S = { statement: 'PAY-2024-001' };
const T = { statement: 'PAY-2024-002' };

type Case = [string, Due[], Deposit[], string[]];

describe('a deposit that names the payout', () => {
  test.each<Case>([
    [
      'with the same amount',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 987, { text: '撥款 pay-2024-001' })],
      ['A = d (REFERENCE)'],
    ],
    [
      'with another amount: the difference is unexplained, the link stands',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 900, { text: 'PAY-2024-001' })],
      ['A = d (REFERENCE, unexplained 87)'],
    ],
    [
      'with too much',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 1000, { text: 'PAY-2024-001' })],
      ['A = d (REFERENCE, unexplained -13)'],
    ],
    [
      'is preferred to one of the amount that names none',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 987), aDeposit('e', 2, 980, { text: 'PAY-2024-001' })],
      ['A = e (REFERENCE, unexplained 7)'],
    ],
    [
      'comes three weeks later',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 22, 987, { text: 'PAY-2024-001' })],
      ['A = d (REFERENCE)'],
    ],
    [
      'and another: two payouts, one transfer',
      [aDue('A', 1, 500, S), aDue('B', 2, 487, T)],
      [aDeposit('d', 3, 987, { text: 'PAY-2024-001 PAY-2024-002' })],
      ['A+B = d (REFERENCE)'],
    ],
    [
      'in two transfers',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 500, { text: 'PAY-2024-001' }), aDeposit('e', 3, 487, { text: 'PAY-2024-001' })],
      ['A = d+e (REFERENCE)'],
    ],
    [
      'and a correction names it again: the one with the amount is it, the other stays open',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 987, { text: 'PAY-2024-001' }), aDeposit('e', 3, 5, { text: 'PAY-2024-001' })],
      ['A = d (REFERENCE)'],
    ],
    [
      'less an earlier negative payout that nobody mentions',
      [aDue('N', 1, -50), aDue('A', 15, 500, S)],
      [aDeposit('d', 16, 450, { text: 'PAY-2024-001' })],
      ['A+N = d (REFERENCE)'],
    ],
    [
      'of a negative payout: the platform took the money back',
      [aDue('N', 1, -50, S)],
      [aDeposit('d', 2, -50, { text: 'PAY-2024-001' })],
      ['N = d (REFERENCE)'],
    ],
    [
      'in another currency',
      [aDue('A', 1, 987, { ...S, currency: 'USD' })],
      [aDeposit('d', 2, 987, { text: 'PAY-2024-001' })],
      [],
    ],
    [
      'of another shop in the wallet of this one',
      [aDue('A', 1, 987, { ...S, shop: OTHER_SHOP })],
      [aDeposit('d', 2, 987, { text: 'PAY-2024-001', ...inWallet })],
      [],
    ],
  ])('%s', (_, dues, deposits, groups) => {
    expect(matchDeposits({ dues, deposits }, rules()).groups.map(told)).toEqual(groups);
  });

  test('two payouts named by one deposit that is neither their sum nor one of them are asked about, not guessed', () => {
    const dues = [aDue('A', 1, 500, S), aDue('B', 2, 487, T)];
    const deposits = [aDeposit('d', 3, 900, { text: 'PAY-2024-001 PAY-2024-002' })];
    const found = matchDeposits({ dues, deposits }, rules());
    expect(found.groups).toEqual([]);
    expect(found.proposals.map(({ reason, about, solutions }) => [reason, about, solutions.map(told)])).toEqual([
      ['SUM_DIFFERS', 'd', ['A+B = d (REFERENCE, unexplained 87)']],
    ]);
  });

  test('what is named and does not add up never falls back to the amount', () => {
    const dues = [aDue('A', 1, 500, S), aDue('B', 2, 487, T)];
    const deposits = [aDeposit('d', 3, 900, { text: 'PAY-2024-001 PAY-2024-002' }), aDeposit('e', 3, 500)];
    expect(matchDeposits({ dues, deposits }, rules()).groups).toEqual([]);
  });

  test('payouts of two shops are not one transfer, even if the sums meet', () => {
    const dues = [aDue('A', 1, 500, S), aDue('B', 1, 487, { ...T, shop: OTHER_SHOP })];
    const deposits = [aDeposit('d', 3, 987, { text: 'PAY-2024-001 PAY-2024-002' })];
    const { groups, proposals } = matchDeposits({ dues, deposits }, rules());
    expect([groups, proposals.length]).toEqual([[], 1]);
  });

  test('one negative payout is taken off once', () => {
    const dues = [aDue('N', 1, -50), aDue('A', 5, 500, S), aDue('B', 9, 500, T)];
    const deposits = [
      aDeposit('d', 6, 450, { text: 'PAY-2024-001' }),
      aDeposit('e', 10, 450, { text: 'PAY-2024-002' }),
    ];
    expect(matchDeposits({ dues, deposits }, rules()).groups.map(told)).toEqual([
      'A+N = d (REFERENCE)',
      'B = e (REFERENCE, unexplained 50)',
    ]);
  });
});

describe('a deposit that names nothing', () => {
  test.each<Case>([
    ['the only pair of the amount', [aDue('A', 1, 987)], [aDeposit('d', 2, 987)], ['A = d (AMOUNT)']],
    ['seven days later', [aDue('A', 1, 987)], [aDeposit('d', 8, 987)], ['A = d (AMOUNT)']],
    ['eight days later', [aDue('A', 1, 987)], [aDeposit('d', 9, 987)], []],
    ['seven days before', [aDue('A', 9, 987)], [aDeposit('d', 2, 987)], ['A = d (AMOUNT)']],
    ['a dollar off: no tolerance', [aDue('A', 1, 987)], [aDeposit('d', 2, 986)], []],
    ['two deposits of one amount', [aDue('A', 1, 987)], [aDeposit('d', 2, 987), aDeposit('e', 3, 987)], []],
    ['two payouts of one amount', [aDue('A', 1, 987), aDue('B', 2, 987)], [aDeposit('d', 2, 987)], []],
    [
      'two payouts of one amount, of which only one is near',
      [aDue('A', 1, 987), aDue('B', 20, 987)],
      [aDeposit('d', 2, 987)],
      ['A = d (AMOUNT)'],
    ],
    ['another currency', [aDue('A', 1, 987, { currency: 'USD' })], [aDeposit('d', 2, 987)], []],
    ['the wallet of another shop', [aDue('A', 1, 987, { shop: OTHER_SHOP })], [aDeposit('d', 2, 987, inWallet)], []],
    ['money that left the account', [aDue('N', 1, -50)], [aDeposit('d', 2, -50)], []],
    ['two payouts in one', [aDue('A', 1, 500), aDue('B', 2, 487)], [aDeposit('d', 3, 987)], ['A+B = d (SUBSET)']],
    [
      'four payouts in one',
      [aDue('A', 1, 100), aDue('B', 2, 210), aDue('C', 3, 330), aDue('D', 4, 470)],
      [aDeposit('d', 5, 1110)],
      ['A+B+C+D = d (SUBSET)'],
    ],
    ['one payout in two', [aDue('A', 1, 987)], [aDeposit('d', 2, 500), aDeposit('e', 3, 487)], ['A = d+e (SUBSET)']],
    [
      'one payout in two, into two accounts',
      [aDue('A', 1, 987)],
      [aDeposit('d', 2, 500), aDeposit('e', 3, 487, anotherAccount)],
      [],
    ],
    [
      'payouts of two shops in one transfer',
      [aDue('A', 1, 500), aDue('B', 2, 487, { shop: OTHER_SHOP })],
      [aDeposit('d', 3, 987)],
      [],
    ],
    [
      'a negative payout of two weeks ago taken off',
      [aDue('N', 1, -50), aDue('A', 15, 500)],
      [aDeposit('d', 16, 450)],
      ['A+N = d (SUBSET)'],
    ],
    [
      'single orders in the wallet: the batch is their whole day',
      [aDue('A', 1, 987)],
      ['a', 'b', 'c', 'e', 'f'].map((key, at) => aDeposit(key, 1, [400, 300, 200, 80, 7][at] ?? 0, inWallet)),
      ['A = a+b+c+e+f (DAY)'],
    ],
    [
      'single orders in the wallet, and one too many',
      [aDue('A', 1, 987)],
      ['a', 'b', 'c', 'e', 'f', 'g'].map((key, at) => aDeposit(key, 1, [400, 300, 200, 80, 7, 1][at] ?? 0, inWallet)),
      [],
    ],
    [
      'the whole day of a bank account proves nothing',
      [aDue('A', 1, 1500)],
      [100, 200, 300, 400, 500].map((dollars, at) => aDeposit(`d${at}`, 1, dollars)),
      [],
    ],
  ])('%s', (_, dues, deposits, groups) => {
    expect(matchDeposits({ dues, deposits }, rules()).groups.map(told)).toEqual(groups);
  });
});

describe('the known transfer fee', () => {
  const shopFee = rules({ fees: [fee(15)] });
  test.each<Case>([
    ['is the difference', [aDue('A', 1, 987)], [aDeposit('d', 2, 972)], ['A = d (AMOUNT, fee 15)']],
    ['was not taken this time', [aDue('A', 1, 987)], [aDeposit('d', 2, 987)], ['A = d (AMOUNT)']],
    ['of one payout or none of the other', [aDue('A', 1, 987), aDue('B', 1, 972)], [aDeposit('d', 2, 972)], []],
    [
      'once for a transfer of two payouts',
      [aDue('A', 1, 500), aDue('B', 2, 487)],
      [aDeposit('d', 3, 972)],
      ['A+B = d (SUBSET, fee 15)'],
    ],
    [
      'for each of two transfers',
      [aDue('A', 1, 1000)],
      [aDeposit('d', 2, 585), aDeposit('e', 3, 385)],
      ['A = d+e (SUBSET, fee 30)'],
    ],
    ['of another shop', [aDue('A', 1, 987, { shop: OTHER_SHOP })], [aDeposit('d', 2, 972)], []],
    [
      'is told from what nobody explains',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 971, { text: 'PAY-2024-001' })],
      ['A = d (REFERENCE, unexplained 16)'],
    ],
  ])('%s', (_, dues, deposits, groups) => {
    expect(matchDeposits({ dues, deposits }, shopFee).groups.map(told)).toEqual(groups);
  });
});

describe('what is not unique is proposed', () => {
  const shown = (dues: Due[], deposits: Deposit[], by = rules()) =>
    matchDeposits({ dues, deposits }, by).proposals.map(
      ({ reason, about, solutions, more }) =>
        `${reason} ${about}: ${solutions.map(told).join(' | ')}${more ? ' …' : ''}`,
    );

  test('all solutions of a deposit are listed', () => {
    const dues = [aDue('A', 1, 500), aDue('B', 1, 487), aDue('C', 2, 600), aDue('D', 2, 387)];
    expect(shown(dues, [aDeposit('d', 3, 987)])).toEqual(['SEVERAL_SOLUTIONS d: A+B = d (SUBSET) | C+D = d (SUBSET)']);
  });

  test('a payout wanted by two deposits belongs to neither', () => {
    const dues = [aDue('A', 1, 500), aDue('B', 1, 487), aDue('C', 1, 100)];
    const deposits = [aDeposit('d', 2, 987), aDeposit('e', 2, 600)];
    expect(shown(dues, deposits)).toEqual([
      'SEVERAL_SOLUTIONS d: A+B = d (SUBSET)',
      'SEVERAL_SOLUTIONS e: A+C = e (SUBSET)',
    ]);
  });

  test('two equal payouts and one deposit, asked from both sides', () => {
    expect(shown([aDue('A', 1, 987), aDue('B', 2, 987)], [aDeposit('d', 2, 987)])).toEqual([
      'SEVERAL_SOLUTIONS d: A = d (SUBSET) | B = d (SUBSET)',
      'SEVERAL_SOLUTIONS A: A = d (SUBSET)',
      'SEVERAL_SOLUTIONS B: B = d (SUBSET)',
    ]);
  });

  test('too many candidates are said to be too many', () => {
    const dues = Array.from({ length: 16 }, (_, at) => aDue(`p${at}`, 1, 100 + at));
    expect(shown(dues, [aDeposit('d', 2, 5000)])).toEqual(['TOO_MANY d: ']);
  });

  test('nothing that fits is no proposal', () => {
    expect(shown([aDue('A', 1, 987)], [aDeposit('d', 2, 50)])).toEqual([]);
  });
});

describe('what people decided', () => {
  test.each<[string, Due[], Deposit[], [string, string][], string[]]>([
    ['a declined pair does not return', [aDue('A', 1, 987)], [aDeposit('d', 2, 987)], [['A', 'd']], []],
    [
      'neither by its number',
      [aDue('A', 1, 987, S)],
      [aDeposit('d', 2, 987, { text: 'PAY-2024-001' })],
      [['A', 'd']],
      [],
    ],
    ['nor in a sum', [aDue('A', 1, 500), aDue('B', 1, 487)], [aDeposit('d', 2, 987)], [['B', 'd']], []],
    [
      'nor in a day of the wallet',
      [aDue('A', 1, 987)],
      [aDeposit('d', 1, 500, inWallet), aDeposit('e', 1, 487, inWallet)],
      [['A', 'e']],
      [],
    ],
    [
      'nor as the negative payout that is taken off',
      [aDue('N', 1, -50), aDue('A', 15, 500, S)],
      [aDeposit('d', 16, 450, { text: 'PAY-2024-001' })],
      [['N', 'd']],
      ['A = d (REFERENCE, unexplained 50)'],
    ],
    [
      'and declining one of two equal ones leaves the other',
      [aDue('A', 1, 987)],
      [aDeposit('d', 2, 987), aDeposit('e', 3, 987)],
      [['A', 'd']],
      ['A = e (AMOUNT)'],
    ],
  ])('%s', (_, dues, deposits, declined, groups) => {
    const found = matchDeposits({ dues, deposits }, rules({ declined }));
    expect(found.groups.map(told)).toEqual(groups);
    expect(found.proposals).toEqual([]);
  });

  test('a confirmed group stays as it is, though better evidence comes in', () => {
    const dues = [aDue('A', 1, 987, S), aDue('B', 1, 900)];
    const deposits = [aDeposit('d', 2, 987, { text: 'PAY-2024-001' }), aDeposit('e', 2, 900)];
    const confirmed = [{ dues: ['A'], deposits: ['e'] }];
    expect(matchDeposits({ dues, deposits }, rules(), confirmed).groups.map(told)).toEqual([
      'A = e (CONFIRMED, unexplained 87)',
    ]);
  });

  test('a confirmed group of which a member is not at hand keeps the others from being used again', () => {
    const items = { dues: [aDue('A', 1, 987)], deposits: [aDeposit('d', 2, 987)] };
    expect(matchDeposits(items, rules(), [{ dues: ['A', 'gone'], deposits: ['old'] }]).groups).toEqual([]);
  });
});

test('a pair is named by both its ends', () => {
  expect(pairKey('A', 'd')).not.toBe(pairKey('d', 'A'));
  expect(BANK.shop).toBeNull();
  expect(march('03-05')).toBe(march(5));
});
