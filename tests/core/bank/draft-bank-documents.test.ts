// Documents of a group that a person put together of several shops' payouts: each shop's money leaves its own wallet, and all
// of them together are what the group says. Seen red: with all of it left to the first payout's shop.
import type { DepositGroup } from '../../../core/bank/deposit-match.ts';
import { draftBankDocuments } from '../../../core/bank/draft-bank-documents.ts';
import type { PayoutBatch } from '../../../core/bank/payout-batch.ts';
import { twd } from '../../server/fixtures.ts';
import { aBankLine, aBatch, BANK, lineOf, OTHER_SHOP, SHOP } from './fixtures.ts';

const own = aBatch('A', 1, 1000);
const other = aBatch('B', 1, 500, { shop: OTHER_SHOP });
const more = aBatch('C', 1, 200);

const group = (facts: Partial<DepositGroup>): DepositGroup => ({
  ...{ pass: 'CONFIRMED', currency: 'TWD', dues: ['A', 'B'], deposits: [lineOf('d')], due: twd(1500) },
  ...{ received: twd(1500), fee: twd(0), unexplained: twd(0) },
  ...facts,
});

function drafted(batches: readonly PayoutBatch[], facts: Partial<DepositGroup>): string[] {
  const money = {
    ...{ accounts: [BANK], lines: [aBankLine('d', 5, 1500)], batches, groups: [{ id: 7, group: group(facts) }] },
    ...{ withdrawers: new Set<string>(), closedMonths: new Set<string>() },
  };
  return draftBankDocuments(money).map(({ kind, shop, from, currency, left, arrived, fee }) =>
    [kind, shop, from, currency, ...[left, arrived, fee].map((amount) => amount / 10_000)].join(' '),
  );
}

test('of one currency each leaves what it is due, and the last one bears the fee and what nobody can explain', () => {
  expect(drafted([own, other], { received: twd(1470), fee: twd(15), unexplained: twd(15) })).toEqual([
    `deposit ${OTHER_SHOP} wallet TWD 485 470 15`,
    `deposit ${SHOP} wallet TWD 1000 1000 0`,
  ]);
});

test('what is converted is shared by what was due, the last one taking what rounding leaves', () => {
  const dues = ['A', 'B', 'C'];
  expect(drafted([own, other, more], { dues, due: twd(1700), received: twd(8000), arrivedIn: 'JPY' })).toEqual([
    `withdrawal ${OTHER_SHOP} wallet TWD 500 500 0`,
    `deposit ${OTHER_SHOP} wallet JPY 2353 2353 0`,
    `withdrawal ${SHOP} wallet TWD 1200 1200 0`,
    `deposit ${SHOP} wallet JPY 5647 5647 0`,
  ]);
});

test('from a wallet and from what is on its way of one shop it is two documents', () => {
  const onItsWay = { ...more, namesWithdrawals: true, withdrawn: twd(-200) };
  expect(drafted([own, onItsWay], { dues: ['A', 'C'], due: twd(1200), received: twd(1200) })).toEqual([
    `deposit ${SHOP} transit TWD 200 200 0`,
    `deposit ${SHOP} wallet TWD 1000 1000 0`,
  ]);
});

test('a payout that is not at hand keeps the others waiting: nobody knows whose money it is', () => {
  expect(drafted([own, other], { dues: ['A', 'B', 'Z'] })).toEqual([]);
  expect(drafted([own], { dues: ['A', 'Z'] })).toEqual([]);
});
