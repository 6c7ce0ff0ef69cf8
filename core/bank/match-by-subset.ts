// The last pass: several payouts in one deposit, or one payout in several, where exactly one subset adds up. A group is
// accepted only if none of its members stands in any other solution; all other solutions are shown.
import { type Amount, add, ZERO } from '../money.ts';
import { type Deposit, type DepositGroup, type DepositProposal, type Due, groupKey, groupOf } from './deposit-match.ts';
import { type DepositRules, type Found, isNear, mayBelong, type OpenItems } from './deposit-rules.ts';
import { countBy } from './linked-sets.ts';
import { SUBSET_BOUNDS, type Subsets, uniqueSubset } from './unique-subset.ts';

/** All ways to make up one deposit or one due. */
interface Search {
  readonly about: string;
  readonly searched: boolean;
  readonly more: boolean;
  readonly groups: readonly DepositGroup[];
}

export function matchBySubset(open: OpenItems, rules: DepositRules): Found {
  const deposits = open.deposits.filter(({ amount }) => amount > 0);
  const dues = open.dues.filter(({ amount }) => amount > 0);
  const searches = [
    ...deposits.map((deposit) => searchDues(deposit, open.dues, rules)),
    ...dues.map((due) => searchDeposits(due, deposits, rules)),
  ];
  const groups = [
    ...new Map(searches.flatMap((search) => search.groups).map((group) => [groupKey(group), group])).values(),
  ];
  const uses = countBy(groups.flatMap(membersOf), (key) => key);
  const crowded = new Set(searches.filter(({ more }) => more).map(({ about }) => about));
  const accepted = groups.filter((group) => membersOf(group).every((key) => uses.get(key) === 1 && !crowded.has(key)));
  const closed = new Set(accepted.flatMap(membersOf));
  const proposals = searches.filter(({ about }) => !closed.has(about)).flatMap(proposalOf);
  return { groups: accepted, proposals };
}

/** A due and a deposit have different keys, but nothing forbids that they are spelt alike. */
const membersOf = ({ dues, deposits }: DepositGroup) => [
  ...dues.map((key) => `due ${key}`),
  ...deposits.map((key) => `deposit ${key}`),
];

/** n–1: dues of one shop that together are the deposit. */
function searchDues(deposit: Deposit, dues: readonly Due[], rules: DepositRules): Search {
  const near = dues.filter((due) => mayBelong(due, deposit, rules) && isNear(due, deposit, rules));
  const shops = [...new Set(near.map(({ shop }) => shop))];
  const found = shops.flatMap((shop) => {
    const own = near.filter((due) => due.shop === shop);
    return charges(own[0], rules).map((fee) =>
      groupsOf(
        uniqueSubset(add(deposit.amount, fee), own),
        (keys) => [own.filter(({ key }) => keys.includes(key)), [deposit]],
        rules,
      ),
    );
  });
  return merged(`deposit ${deposit.key}`, found);
}

/** 1–n: deposits in one account that together are the due, each less its fee. */
function searchDeposits(due: Due, deposits: readonly Deposit[], rules: DepositRules): Search {
  const near = deposits.filter((deposit) => mayBelong(due, deposit, rules) && isNear(due, deposit, rules));
  const accounts = [...new Set(near.map(({ account }) => account))];
  const found = accounts.flatMap((account) => {
    const own = near.filter((deposit) => deposit.account === account);
    return charges(due, rules).map((fee) => {
      const before = own.map(({ key, amount }) => ({ key, amount: add(amount, fee) }));
      return groupsOf(
        uniqueSubset(due.amount, before),
        (keys) => [[due], own.filter(({ key }) => keys.includes(key))],
        rules,
      );
    });
  });
  return merged(`due ${due.key}`, found);
}

function charges(due: Due | undefined, { feeOf }: DepositRules): Amount[] {
  const fee = due === undefined ? ZERO : feeOf(due);
  return fee === ZERO ? [ZERO] : [ZERO, fee];
}

type Part = Omit<Search, 'about'>;

function groupsOf(
  { searched, solutions, more }: Subsets<string>,
  members: (keys: readonly string[]) => readonly [readonly Due[], readonly Deposit[]],
  { feeOf }: DepositRules,
): Part {
  const groups = solutions.map((keys) => groupOf('SUBSET', ...members(keys), feeOf));
  return { searched, more, groups };
}

function merged(about: string, parts: readonly Part[]): Search {
  return {
    about,
    searched: parts.every(({ searched }) => searched),
    more: parts.some(({ more }) => more),
    groups: parts.flatMap(({ groups }) => groups).slice(0, SUBSET_BOUNDS.solutionsMax),
  };
}

function proposalOf({ about, searched, more, groups }: Search): DepositProposal[] {
  const key = about.slice(about.indexOf(' ') + 1);
  if (!searched) return [{ reason: 'TOO_MANY', about: key, solutions: groups, more }];
  return groups.length === 0 ? [] : [{ reason: 'SEVERAL_SOLUTIONS', about: key, solutions: groups, more }];
}
