// What holds for every statement, not only for the tables: I4, no group without proof, no dependence on order.
import fc from '../../fast-check.ts';
import { type Deposit, type DepositGroup, type Due, pairKey } from '../../../core/bank/deposit-match.ts';
import { type DepositMatches, matchDeposits } from '../../../core/bank/match-deposits.ts';
import type { OpenItems } from '../../../core/bank/deposit-rules.ts';
import { amountOfUnits, subtract, sum } from '../../../core/money.ts';
import { must } from '../../server/fixtures.ts';
import { aDeposit, aDue, fee, OTHER_SHOP, rules, SHOP, WALLET } from './fixtures.ts';

// Few amounts and days, so that coincidences are common; some numbers, so that references meet.
const statement = fc.constantFrom('', '', '', 'PAY-1001', 'PAY-1002', 'PAY-1003');
const anyDue = fc.record({
  on: fc.integer({ min: 1, max: 20 }),
  dollars: fc.constantFrom(-20, 30, 40, 50, 60, 90, 100, 130, 215),
  statement,
  shop: fc.constantFrom(SHOP, SHOP, OTHER_SHOP),
});
const anyDeposit = fc.record({
  on: fc.integer({ min: 1, max: 25 }),
  dollars: fc.constantFrom(-20, 15, 30, 40, 70, 75, 90, 110, 130, 190, 200, 215),
  text: statement,
  isWallet: fc.boolean(),
});
const anyItems: fc.Arbitrary<OpenItems> = fc
  .tuple(fc.array(anyDue, { maxLength: 9 }), fc.array(anyDeposit, { maxLength: 9 }))
  .map(([dues, deposits]) => ({
    dues: dues.map(({ on, dollars, ...facts }, at) => aDue(`p${at}`, on, dollars, facts)),
    deposits: deposits.map(({ on, dollars, text, isWallet }, at) =>
      aDeposit(`d${at}`, on, dollars, { text, ...(isWallet ? { account: WALLET.key, shop: SHOP } : {}) }),
    ),
  }));

const byRules = rules({ fees: [fee(15)] });
const dueOf = ({ dues }: OpenItems, key: string) => must(dues.find((due) => due.key === key));
const depositOf = ({ deposits }: OpenItems, key: string) => must(deposits.find((deposit) => deposit.key === key));

/** Seen to fail: with the fee left out of `unexplained`, and with a member counted twice. */
test('I4: Σ H of the batches in a deposit − bank charges = what arrived, for each accepted group', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      for (const group of matchDeposits(items, byRules).groups) {
        const due = sum(group.dues.map((key) => dueOf(items, key).amount));
        const received = sum(group.deposits.map((key) => depositOf(items, key).amount));
        const charges = amountOfUnits(group.fee + group.unexplained);
        expect(subtract(due, charges)).toBe(received);
        expect([group.due, group.received]).toEqual([due, received]);
        if (group.pass !== 'REFERENCE') expect(group.unexplained).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('no batch and no deposit is used twice, and no group crosses a shop, an account or a currency', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const { groups } = matchDeposits(items, byRules);
      const dues = groups.flatMap((group) => group.dues);
      const deposits = groups.flatMap((group) => group.deposits);
      expect(new Set(dues).size).toBe(dues.length);
      expect(new Set(deposits).size).toBe(deposits.length);
      for (const group of groups) {
        const shops = new Set(group.dues.map((key) => dueOf(items, key).shop));
        const wallets = group.deposits.flatMap((key) => depositOf(items, key).shop ?? []);
        expect(shops.size).toBe(1);
        expect(wallets.every((shop) => shops.has(shop))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

/** Every way in which few open dues are one deposit, or few deposits one due, to the cent: counted anew, by brute force. */
function solutionsOf({ dues, deposits }: OpenItems): { dues: string[]; deposits: string[] }[] {
  const plain = { windowDays: 7, carryDays: 35 };
  const fits = (due: Due, deposit: Deposit) => {
    const days = Number(deposit.day.slice(8)) - Number(due.day.slice(8));
    const near = days >= -plain.windowDays && days <= (due.amount < 0 ? plain.carryDays : plain.windowDays);
    return near && (deposit.shop === null || deposit.shop === due.shop) && deposit.amount > 0;
  };
  const found = new Map<string, { dues: string[]; deposits: string[] }>();
  const add = (some: readonly Due[], many: readonly Deposit[]) => {
    const solution = { dues: some.map(({ key }) => key), deposits: many.map(({ key }) => key) };
    found.set(JSON.stringify(solution), solution);
  };
  for (const deposit of deposits) {
    for (const some of subsets(dues.filter((due) => fits(due, deposit)))) {
      const difference = subtract(sum(some.map(({ amount }) => amount)), deposit.amount);
      const charge = some[0]?.shop === SHOP ? 150_000 : 0;
      const oneShop = new Set(some.map(({ shop }) => shop)).size === 1;
      if (oneShop && (difference === 0 || difference === charge)) add(some, [deposit]);
    }
  }
  for (const due of dues.filter(({ amount }) => amount > 0)) {
    for (const many of subsets(deposits.filter((deposit) => fits(due, deposit)))) {
      const difference = subtract(due.amount, sum(many.map(({ amount }) => amount)));
      const charge = due.shop === SHOP ? 150_000 * many.length : 0;
      const oneAccount = new Set(many.map(({ account }) => account)).size === 1;
      if (oneAccount && (difference === 0 || difference === charge)) add([due], many);
    }
  }
  return [...found.values()];
}

/** One to four of the items. */
function subsets<Item>(items: readonly Item[]): Item[][] {
  const all = Array.from({ length: 1 << items.length }, (_, mask) => items.filter((_item, at) => mask & (1 << at)));
  return all.filter(({ length }) => length >= 1 && length <= 4);
}

/** What is open when the sums are tried: all that no other pass linked, and that is not asked about by its number. */
function openBeforeSubsets(items: OpenItems, { groups, proposals }: DepositMatches): OpenItems {
  const asked = proposals.filter(({ reason }) => reason === 'SUM_DIFFERS').flatMap(({ solutions }) => solutions);
  const taken = [...groups.filter(({ pass }) => pass !== 'SUBSET'), ...asked];
  const gone = new Set(taken.flatMap((group) => [...group.dues, ...group.deposits]));
  return {
    dues: items.dues.filter(({ key }) => !gone.has(key)),
    deposits: items.deposits.filter(({ key }) => !gone.has(key)),
  };
}

const membersIn = (group: Pick<DepositGroup, 'dues' | 'deposits'>) => [...group.dues, ...group.deposits];

/** Seen to fail: with the first of several solutions accepted, and with dues counted for uniqueness but deposits not. */
test('a sum is accepted exactly where brute force finds no second solution for any of its members', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const matches = matchDeposits(items, byRules);
      const solutions = solutionsOf(openBeforeSubsets(items, matches));
      const rivals = (one: (typeof solutions)[number]) =>
        solutions.filter((other) => other !== one && membersIn(other).some((key) => membersIn(one).includes(key)));
      const proved = solutions.filter((solution) => rivals(solution).length === 0);
      const accepted = matches.groups.filter(({ pass }) => pass === 'SUBSET');
      expect(accepted.map((group) => membersIn(group).sort()).sort()).toEqual(
        proved.map((solution) => membersIn(solution).sort()).sort(),
      );
    }),
    { numRuns: 500 },
  );
});

test('the order of payouts and deposits never matters', () => {
  fc.assert(
    fc.property(anyItems, fc.infiniteStream(fc.nat()), (items, numbers) => {
      const shuffled = <Item>(list: readonly Item[]) =>
        list
          .map((item) => ({ item, at: must(numbers.next().value) }))
          .sort((left, right) => left.at - right.at)
          .map(({ item }) => item);
      const again = { dues: shuffled(items.dues), deposits: shuffled(items.deposits) };
      expect(matchDeposits(again, byRules)).toEqual(matchDeposits(items, byRules));
    }),
  );
});

test('a declined pair returns neither in a group nor in a proposal', () => {
  fc.assert(
    fc.property(anyItems, fc.nat(), (items, which) => {
      const before = matchDeposits(items, byRules);
      const pairs = [...before.groups, ...before.proposals.flatMap(({ solutions }) => solutions)].flatMap((group) =>
        group.dues.flatMap((due) => group.deposits.map((deposit): [string, string] => [due, deposit])),
      );
      const pair = pairs[which % Math.max(1, pairs.length)];
      fc.pre(pair !== undefined);
      const after = matchDeposits(items, { ...byRules, declined: new Set([pairKey(...pair)]) });
      const shown = [...after.groups, ...after.proposals.flatMap(({ solutions }) => solutions)];
      const returned = shown.filter(({ dues, deposits }) => dues.includes(pair[0]) && deposits.includes(pair[1]));
      expect(returned).toEqual([]);
    }),
  );
});

test('I11: what was accepted stays when more payouts and deposits come in', () => {
  fc.assert(
    fc.property(anyItems, anyItems, (items, more) => {
      const before = matchDeposits(items, byRules).groups;
      const renamed = {
        dues: [...items.dues, ...more.dues.map((due) => ({ ...due, key: `new ${due.key}` }))],
        deposits: [...items.deposits, ...more.deposits.map((deposit) => ({ ...deposit, key: `new ${deposit.key}` }))],
      };
      const after = matchDeposits(renamed, byRules, before).groups;
      const members = (group: DepositGroup) => membersIn(group).join(' ');
      expect(after.map(members)).toEqual(expect.arrayContaining(before.map(members)));
    }),
  );
});
