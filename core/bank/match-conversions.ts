// The second pass: a deposit of another currency whose text names the payout. Never by its amount alone: the number must be
// the only one on both sides, and the implied rate near the books' own of the day.
import { daysBetween } from '../business-date.ts';
import { type Conversion, conversionOf, mayConvert, type Nearness } from './conversion.ts';
import type { DepositProposal } from './deposit-match.ts';
import type { DepositRules, Found, OpenItems } from './deposit-rules.ts';
import { groupBy } from './group-by.ts';
import { type LinkedSet, linkedSets, type Pair } from './linked-sets.ts';

export function matchConversions(open: OpenItems, rules: DepositRules): Found {
  const pairs = namedPairs(open, rules);
  const found = linkedSets(pairs).map((set) => matchOf(set, pairs, rules));
  return {
    groups: found.flatMap(({ groups }) => groups),
    proposals: found.flatMap(({ proposals }) => proposals),
  };
}

function namedPairs({ dues, deposits }: OpenItems, rules: DepositRules): Pair[] {
  const byName = groupBy(
    dues.filter(({ name }) => name !== ''),
    ({ name }) => name,
  );
  return deposits.flatMap((deposit) =>
    [...deposit.names]
      .flatMap((name) => byName.get(name) ?? [])
      .filter((due) => mayConvert(due, deposit, rules))
      .filter((due) => Math.abs(daysBetween(due.day, deposit.day)) <= rules.namedWindowDays)
      .map((due) => ({ due, deposit })),
  );
}

const REASONS: Readonly<Record<Exclude<Nearness, 'NEAR'>, DepositProposal['reason']>> = {
  FAR: 'RATE_FAR',
  UNKNOWN: 'RATE_UNKNOWN',
};

function matchOf(set: LinkedSet, pairs: readonly Pair[], rules: DepositRules): Found {
  const own = pairs.filter(({ due }) => set.dues.includes(due));
  const conversions = own.map(({ due, deposit }) => conversionOf('REFERENCE', [due], [deposit], rules));
  const [only, ...more] = conversions;
  if (only === undefined) return { groups: [], proposals: [] };
  if (more.length === 0 && only.nearness === 'NEAR') return { groups: [only.group], proposals: [] };
  const reason = more.length > 0 || only.nearness === 'NEAR' ? 'SEVERAL_SOLUTIONS' : REASONS[only.nearness];
  return { groups: [], proposals: [proposalOf(set, reason, [...wholeOf(set, rules), ...conversions])] };
}

/** One payout that came in parts, or several at once, where that is all of the set and near the books' rate. */
function wholeOf({ dues, deposits }: LinkedSet, rules: DepositRules): Conversion[] {
  const isMore = dues.length + deposits.length > 2;
  const isOne = [dues, deposits].every((side) => new Set(side.map(({ currency }) => currency)).size === 1);
  const isOfOneShop = new Set(dues.map(({ shop }) => shop)).size === 1;
  const isAllowed = dues.every((due) => deposits.every((deposit) => mayConvert(due, deposit, rules)));
  if (!isMore || !isOne || !isOfOneShop || !isAllowed) return [];
  return [conversionOf('REFERENCE', dues, deposits, rules)].filter(({ nearness }) => nearness === 'NEAR');
}

function proposalOf(
  { deposits: [first] }: LinkedSet,
  reason: DepositProposal['reason'],
  conversions: readonly Conversion[],
): DepositProposal {
  return { reason, about: first?.key ?? '', solutions: conversions.map(({ group }) => group), more: false };
}
