// The state of every batch, by a table: lines against declared total against what arrived.
import { lineKeyOf } from '../../../core/bank/check-deposits.ts';
import type { BankAccount, BankLine } from '../../../core/bank/bank-line.ts';
import { pairKey } from '../../../core/bank/deposit-match.ts';
import { type PayoutBatch, walletKey } from '../../../core/bank/payout-batch.ts';
import { textOfAmount } from '../../../core/money.ts';
import { must, twd } from '../../server/fixtures.ts';
import { aBankLine, aBatch, BANK, check, fee, lineOf, march, OTHER_SHOP, SHOP, told, WALLET } from './fixtures.ts';

interface Expectation {
  readonly states: string[];
  readonly withoutBatch?: string[];
  readonly facts?: Parameters<typeof check>[2];
}

test.each<[string, PayoutBatch[], BankLine[], Expectation]>([
  [
    'lines = declared = deposit',
    [aBatch('A', 1, 987, { declared: twd(987) })],
    [aBankLine('d', 2, 987)],
    { states: ['A FOOTS'] },
  ],
  [
    'golden case 25: batch 987, bank 972, fee 15',
    [aBatch('A', 1, 987)],
    [aBankLine('d', 2, 972)],
    { states: ['A DEPOSIT_DIFF TRANSFER_FEE 15'], facts: { fees: [fee(15)] } },
  ],
  [
    'the same named by its number, the fee not known',
    [aBatch('A', 1, 987, { statement: 'PAY-1001' })],
    [aBankLine('d', 2, 972, { description: 'PAY-1001' })],
    { states: ['A DEPOSIT_DIFF UNEXPLAINED 15'] },
  ],
  [
    'the file does not add up, though its declared total arrived',
    [aBatch('A', 1, 980, { declared: twd(987) })],
    [aBankLine('d', 2, 987)],
    { states: ['A FILE_INCONSISTENT'] },
  ],
  ['nothing came in a week', [aBatch('A', 1, 987)], [], { states: ['A DEPOSIT_MISSING'], facts: { asOf: 9 } }],
  ['nothing came yet', [aBatch('A', 1, 987)], [], { states: ['A PENDING'], facts: { asOf: 8 } }],
  [
    'a deposit that no batch explains',
    [],
    [aBankLine('d', 2, 50), aBankLine('rent', 3, -900)],
    { states: [], withoutBatch: [lineOf('d')] },
  ],
  [
    'two that could be it',
    [aBatch('A', 1, 987)],
    [aBankLine('d', 2, 987), aBankLine('e', 3, 987)],
    { states: ['A DEPOSIT_MISSING'], withoutBatch: [lineOf('d'), lineOf('e')] },
  ],
  ['a batch of nothing', [aBatch('A', 1, 0)], [], { states: ['A FOOTS'] }],
  ['a negative batch before any later one', [aBatch('N', 1, -50)], [], { states: ['N CARRIED_FORWARD'] }],
  [
    'a negative batch taken off the next deposit without a word',
    [aBatch('N', 1, -50), aBatch('P', 15, 500)],
    [aBankLine('d', 16, 450)],
    { states: ['N CARRIED_FORWARD into P', 'P FOOTS'] },
  ],
  [
    'a negative batch that the next one states',
    [aBatch('N', 1, -50), aBatch('P', 15, 450, { carriedIn: twd(-50) })],
    [aBankLine('d', 16, 450)],
    { states: ['N CARRIED_FORWARD into P', 'P FOOTS carried 0'] },
  ],
  [
    'the next one takes off more than was owed',
    [aBatch('N', 1, -50), aBatch('P', 15, 440, { carriedIn: twd(-60) })],
    [aBankLine('d', 16, 440)],
    { states: ['N CARRIED_FORWARD into P', 'P FOOTS carried 10'] },
  ],
  [
    'two negative batches, then one that states both',
    [aBatch('N', 1, -50), aBatch('O', 8, -30), aBatch('P', 15, 420, { carriedIn: twd(-80) })],
    [aBankLine('d', 16, 420)],
    { states: ['N CARRIED_FORWARD into P', 'O CARRIED_FORWARD into P', 'P FOOTS carried 0'] },
  ],
  [
    'a carry that no batch at hand left',
    [aBatch('P', 15, 420, { carriedIn: twd(-80) })],
    [aBankLine('d', 16, 420)],
    { states: ['P FOOTS carried 80'] },
  ],
  [
    'the platform took a negative batch from the bank, by its number',
    [aBatch('N', 1, -50, { statement: 'PAY-1001' })],
    [aBankLine('d', 2, -50, { reference: 'PAY-1001' })],
    { states: ['N FOOTS'] },
  ],
  [
    'two batches in one transfer',
    [aBatch('A', 1, 500), aBatch('B', 2, 487)],
    [aBankLine('d', 3, 987)],
    { states: ['A FOOTS', 'B FOOTS'] },
  ],
  [
    'a currency of its own',
    [aBatch('A', 1, 987, { currency: 'USD' })],
    [aBankLine('d', 2, 987)],
    { states: ['A PENDING'], withoutBatch: [lineOf('d')] },
  ],
])('%s', (_, batches, lines, { states, withoutBatch = [], facts }) => {
  const found = check(batches, lines, facts);
  expect(found.batches.map(stated)).toEqual(states);
  expect(found.withoutBatch).toEqual(withoutBatch);
});

/** `A DEPOSIT_DIFF TRANSFER_FEE 15`: a batch's state in one line. */
function stated({ key, state, reasons, carriedInto, carry }: ReturnType<typeof check>['batches'][number]): string {
  return [
    key,
    state,
    ...reasons.map(({ reason, amount }) => `${reason} ${textOfAmount(amount)}`),
    ...(carriedInto === null ? [] : [`into ${carriedInto}`]),
    ...(carry === null ? [] : [`carried ${textOfAmount(carry.difference)}`]),
  ].join(' ');
}

describe('a shop with a wallet', () => {
  const accounts = [WALLET, BANK];
  const inWallet = { account: WALLET.key };
  const withdrawal = (dollars: number, reference = '') =>
    aBankLine('w', 5, -dollars, { ...inWallet, type: 'WITHDRAWAL', reference });

  test('its batches arrive in the wallet, not in the bank', () => {
    const found = check([aBatch('A', 1, 987)], [aBankLine('d', 2, 987)], { accounts });
    expect(found.batches.map(stated)).toEqual(['A DEPOSIT_MISSING']);
    expect(found.withoutBatch).toEqual([lineOf('d')]);
  });

  test('the whole way: batch, wallet, withdrawal less the fee, bank', () => {
    const lines = [aBankLine('c', 1, 987, inWallet), withdrawal(987), aBankLine('d', 6, 972)];
    const found = check([aBatch('A', 1, 987)], lines, { accounts, fees: [fee(15)] });
    expect(found.batches.map(stated)).toEqual(['A FOOTS']);
    expect(found.withdrawals.map(stated)).toEqual([`${lineOf('w', WALLET.key)} DEPOSIT_DIFF TRANSFER_FEE 15`]);
    expect(found.withoutBatch).toEqual([]);
    expect(found.groups.map(told)).toEqual([
      `A = ${lineOf('c', WALLET.key)} (AMOUNT)`,
      `${lineOf('w', WALLET.key)} = ${lineOf('d')} (AMOUNT, fee 15)`,
    ]);
  });

  test.each([
    ['arrived to the cent', [withdrawal(900), aBankLine('d', 6, 900)], 31, 'FOOTS'],
    ['did not arrive', [withdrawal(900)], 31, 'DEPOSIT_MISSING'],
    ['is on its way', [withdrawal(900)], 6, 'PENDING'],
    [
      'is named by the bank',
      [withdrawal(900, 'WD-20001'), aBankLine('d', 6, 890, { description: 'WD-20001' })],
      31,
      'DEPOSIT_DIFF',
    ],
  ])('a withdrawal that %s', (_, lines, asOf, state) => {
    expect(check([], lines, { accounts, asOf }).withdrawals.map((due) => due.state)).toEqual([state]);
  });

  test('a batch of another shop without a wallet still arrives in the bank', () => {
    const found = check([aBatch('A', 1, 987, { shop: OTHER_SHOP })], [aBankLine('d', 2, 987)], { accounts });
    expect(found.batches.map(stated)).toEqual(['A FOOTS']);
  });

  test('the fees and top-ups of the wallet are no withdrawals', () => {
    const topUp = aBankLine('t', 5, -200, { ...inWallet, type: 'AD_FEE' });
    expect(check([], [topUp], { accounts }).withdrawals).toEqual([]);
  });
});

describe('nothing is missed where the statements do not reach', () => {
  const SECOND: BankAccount = { ...BANK, key: 'bank/台新' };
  const missing = (facts: Parameters<typeof check>[2], batches = [aBatch('A', 10, 987)]) =>
    check(batches, [], facts).batches.map(({ state }) => state);

  test.each<[string, Record<string, [number, number]>, string]>([
    ['to the day it should have come by', { [BANK.key]: [1, 17] }, 'PENDING'],
    ['a day further', { [BANK.key]: [1, 18] }, 'DEPOSIT_MISSING'],
    ['from a day after it should have come', { [BANK.key]: [18, 31] }, 'PENDING'],
    ['not at all', {}, 'PENDING'],
  ])('an account whose statement reaches %s', (_, reach, state) => {
    expect(missing({ reach })).toEqual([state]);
  });

  test('each account for itself: another one that reaches further says nothing', () => {
    const accounts = [BANK, SECOND];
    const reach = { [BANK.key]: [1, 12], [SECOND.key]: [1, 31] } as const;
    expect(missing({ accounts, reach })).toEqual(['PENDING']);
    expect(missing({ accounts, reach: { ...reach, [BANK.key]: [1, 31] } })).toEqual(['DEPOSIT_MISSING']);
  });

  test('of several bank accounts the one that the shop’s payouts reached before counts', () => {
    const confirmed = [{ dues: [`${SHOP}\u001fTWD\u001f2024-02-01`], deposits: [lineOf('d', SECOND.key)] }];
    const reach = { [BANK.key]: [1, 12], [SECOND.key]: [1, 31] } as const;
    expect(missing({ accounts: [BANK, SECOND], reach, confirmed })).toEqual(['DEPOSIT_MISSING']);
  });
});

describe('a shop whose reports name their withdrawals', () => {
  const withdrawers = [walletKey({ shop: SHOP, currency: 'TWD' })];
  const own = { namesWithdrawals: true };

  test('has due in the bank what it withdrew, and the rest stays', () => {
    const batches = [aBatch('A', 1, 500, own), aBatch('B', 2, -300, { ...own, withdrawn: twd(-700) })];
    const found = check(batches, [aBankLine('d', 3, 700)], { withdrawers });
    expect(found.batches.map(stated)).toEqual(['A FOOTS', 'B FOOTS']);
    expect(found.groups.map(told)).toEqual([`B = ${lineOf('d')} (AMOUNT)`]);
  });

  test('its wallet’s statement is the same again: neither due nor without a batch', () => {
    const inWallet = { account: WALLET.key };
    const lines = [
      aBankLine('c', 1, 500, inWallet),
      aBankLine('w', 2, -700, { ...inWallet, type: 'WITHDRAWAL' }),
      aBankLine('d', 3, 700),
    ];
    const batches = [aBatch('B', 2, -200, { ...own, withdrawn: twd(-700) })];
    const found = check(batches, lines, { withdrawers, accounts: [WALLET, BANK] });
    expect(found.batches.map(stated)).toEqual(['B FOOTS']);
    expect([found.withdrawals, found.withoutBatch]).toEqual([[], []]);
  });
});

test('a deposit that an earlier run took is not without a batch, though its batch is not looked at now', () => {
  const confirmed = [{ dues: ['earlier'], deposits: [lineOf('d')] }];
  expect(check([], [aBankLine('d', 2, 987)], { confirmed }).withoutBatch).toEqual([]);
});

describe('what people decided', () => {
  const line = aBankLine('d', 2, 987);

  test('a declined pair stays apart', () => {
    const declined = new Set([pairKey('A', lineKeyOf(line))]);
    const found = check([aBatch('A', 1, 987)], [line], { declined });
    expect(found.batches.map(stated)).toEqual(['A DEPOSIT_MISSING']);
    expect(found.withoutBatch).toEqual([lineOf('d')]);
  });

  test('a confirmed pair stays together, and what differs is said', () => {
    const confirmed = [{ dues: ['A'], deposits: [lineOf('d')] }];
    const found = check([aBatch('A', 1, 1000)], [line], { confirmed });
    expect(found.batches.map(stated)).toEqual(['A DEPOSIT_DIFF UNEXPLAINED 13']);
  });
});

test('the reasons of a batch sum to what is due less what came', () => {
  const [batch] = check([aBatch('A', 1, 987)], [aBankLine('d', 2, 972)], { fees: [fee(15)] }).batches;
  const { reasons, group } = must(batch);
  expect(reasons.map(({ amount }) => amount)).toEqual([must(group).due - must(group).received]);
});

test('the file that is short names by how much', () => {
  const [batch] = check([aBatch('A', 1, 980, { declared: twd(987) })], []).batches;
  expect(must(batch)).toMatchObject({ state: 'FILE_INCONSISTENT', due: twd(987), fileDifference: twd(7), group: null });
});

test('batches and lines in any order give the same answer', () => {
  const batches = [aBatch('N', 1, -50), aBatch('A', 2, 500), aBatch('B', 3, 487), aBatch('C', 20, 300)];
  const lines = [aBankLine('d', 4, 937), aBankLine('e', 21, 300), aBankLine('f', 22, 1)];
  const forwards = check(batches, lines);
  expect(check([...batches].reverse(), [...lines].reverse())).toEqual(forwards);
  expect(forwards.batches.map(stated)).toEqual(['A FOOTS', 'B FOOTS', 'C FOOTS', 'N CARRIED_FORWARD into A']);
  expect(march(4)).toBe('2024-03-04');
});
