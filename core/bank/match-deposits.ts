// Finds payouts in a statement, best evidence first. Each pass needs a unique hit on both sides; what is not unique, or
// does not add up, becomes a proposal. The order of the input never matters.
import { subtract } from '../money.ts';
import { type ConfirmedGroup, type DepositGroup, type DepositProposal, groupOf } from './deposit-match.ts';
import type { DepositRules, Found, OpenItems } from './deposit-rules.ts';
import { matchByAmount, matchByDay } from './match-by-amount.ts';
import { matchByReference } from './match-by-reference.ts';
import { matchBySubset } from './match-by-subset.ts';
import { matchConversions } from './match-conversions.ts';
import { nearAmounts } from './near-amounts.ts';
import { otherCurrencies } from './other-currencies.ts';

export interface DepositMatches {
  /** Accepted, by pass and key. */
  readonly groups: readonly DepositGroup[];
  readonly proposals: readonly DepositProposal[];
}

const PASSES: readonly ((open: OpenItems, rules: DepositRules) => Found)[] = [
  matchByReference,
  matchConversions,
  matchByAmount,
  matchByDay,
  matchBySubset,
];

/** @param confirmed groups of earlier runs or of people: they stay as they are, and their members are not looked at */
export function matchDeposits(
  items: OpenItems,
  rules: DepositRules,
  confirmed: readonly ConfirmedGroup[] = [],
): DepositMatches {
  const groups: DepositGroup[] = [...keptGroups(confirmed, items, rules)];
  const proposals: DepositProposal[] = [];
  let open = without({ dues: [...items.dues].sort(byKey), deposits: [...items.deposits].sort(byKey) }, confirmed);
  for (const pass of PASSES) {
    const found = pass(open, rules);
    groups.push(...found.groups);
    proposals.push(...found.proposals);
    // An id that is present and does not add up is asked about; it never falls back to the amount.
    const asked = found.proposals.flatMap(({ solutions }) => solutions.filter((group) => group.pass === 'REFERENCE'));
    open = without(open, [...found.groups, ...asked]);
  }
  for (const ask of [nearAmounts, otherCurrencies]) {
    const asked = proposals.flatMap(({ solutions }) => solutions);
    proposals.push(...ask(without(open, asked), rules));
  }
  return { groups, proposals };
}

const byKey = (left: { readonly key: string }, right: { readonly key: string }) => (left.key < right.key ? -1 : 1);

/** The confirmed groups whose members are all at hand. */
export function keptGroups(
  confirmed: readonly ConfirmedGroup[],
  items: OpenItems,
  rules: DepositRules,
): DepositGroup[] {
  return confirmed.flatMap((group) => keptGroup(group, items, rules));
}

function keptGroup({ dues, deposits, due }: ConfirmedGroup, items: OpenItems, { feeOf }: DepositRules): DepositGroup[] {
  const members = items.dues.filter(({ key }) => dues.includes(key));
  const arrived = items.deposits.filter(({ key }) => deposits.includes(key));
  const whole = members.length === dues.length && arrived.length === deposits.length;
  if (!whole) return [];
  const group = groupOf('CONFIRMED', members, arrived, feeOf);
  // Later rows of a payout that was converted are of no deposit yet.
  const isGrown = group.arrivedIn !== undefined && due !== undefined;
  return [isGrown ? { ...group, unexplained: subtract(group.due, due) } : group];
}

function without(open: OpenItems, groups: readonly Pick<DepositGroup, 'dues' | 'deposits'>[]): OpenItems {
  const dues = new Set(groups.flatMap((group) => group.dues));
  const deposits = new Set(groups.flatMap((group) => group.deposits));
  return {
    dues: open.dues.filter(({ key }) => !dues.has(key)),
    deposits: open.deposits.filter(({ key }) => !deposits.has(key)),
  };
}
