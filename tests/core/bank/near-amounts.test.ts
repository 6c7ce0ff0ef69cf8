// One payout and one deposit of nearly its amount: a proposal, and never more than that.
import type { Deposit, Due } from '../../../core/bank/deposit-match.ts';
import { matchDeposits } from '../../../core/bank/match-deposits.ts';
import { aDeposit, aDue, fee, OTHER_SHOP, rules, told } from './fixtures.ts';

const asked = (dues: Due[], deposits: Deposit[], byRules = rules()) => {
  const { groups, proposals } = matchDeposits({ dues, deposits }, byRules);
  return [
    ...groups.map((group) => `accepted ${told(group)}`),
    ...proposals.map(({ reason, about, solutions }) => `${reason} ${about}: ${solutions.map(told).join(' or ')}`),
  ];
};

test('golden case 25 without a known fee: 987 went, 972 came', () => {
  const items = [[aDue('A', 1, 987)], [aDeposit('d', 2, 972)]] as const;
  expect(asked([...items[0]], [...items[1]])).toEqual(['NEAR_AMOUNT d: A = d (AMOUNT, unexplained 15)']);
  expect(asked([...items[0]], [...items[1]], rules({ fees: [fee(15)] }))).toEqual(['accepted A = d (AMOUNT, fee 15)']);
});

test.each<[string, Due[], Deposit[], string[]]>([
  ['one part in twenty less', [aDue('A', 1, 1000)], [aDeposit('d', 2, 950)], ['A']],
  ['a little less than that', [aDue('A', 1, 1000)], [aDeposit('d', 2, 949)], []],
  ['more than was paid out', [aDue('A', 1, 1000)], [aDeposit('d', 2, 1001)], []],
  ['eight days later', [aDue('A', 1, 1000)], [aDeposit('d', 9, 990)], []],
  ['another currency', [aDue('A', 1, 1000, { currency: 'USD' })], [aDeposit('d', 2, 990)], []],
  ['two payouts that could be it', [aDue('A', 1, 1000), aDue('B', 1, 995)], [aDeposit('d', 2, 990)], ['A', 'B']],
  ['of two shops', [aDue('A', 1, 1000), aDue('B', 1, 995, { shop: OTHER_SHOP })], [aDeposit('d', 2, 990)], ['A', 'B']],
  ['a payout that arrived whole', [aDue('A', 1, 1000)], [aDeposit('d', 2, 1000), aDeposit('e', 3, 990)], []],
])('%s', (_, dues, deposits, solutions) => {
  const { proposals } = matchDeposits({ dues, deposits }, rules());
  expect(proposals.flatMap((proposal) => proposal.solutions.map((group) => group.dues.join()))).toEqual(solutions);
});

test('what is asked about for a better reason is not asked about again', () => {
  const deposits = [aDeposit('d', 2, 987), aDeposit('e', 3, 987)];
  const { proposals } = matchDeposits({ dues: [aDue('A', 1, 987), aDue('B', 1, 1000)], deposits }, rules());
  expect(new Set(proposals.filter(({ about }) => about === 'd').map(({ reason }) => reason)).size).toBe(1);
});

test('a declined pair does not return as a proposal', () => {
  expect(asked([aDue('A', 1, 987)], [aDeposit('d', 2, 972)], rules({ declined: [['A', 'd']] }))).toEqual([]);
});
