// The first pass: a deposit whose text names the payout. Its id may carry a booking even where the sums differ, because
// the difference then has a name of its own; several of both are accepted only when they add up.
import { daysBetween } from '../business-date.ts';
import { ZERO } from '../money.ts';
import { type Deposit, type DepositGroup, type DepositProposal, type Due, groupOf } from './deposit-match.ts';
import { type DepositRules, type Found, mayBelong, type OpenItems } from './deposit-rules.ts';
import { groupBy } from './group-by.ts';
import { type LinkedSet, linkedSets, type Pair, uniquePairs } from './linked-sets.ts';

export function matchByReference(open: OpenItems, rules: DepositRules): Found {
  const named = namedPairs(open, rules);
  // Where a number is named more than once, the deposit with its amount is the one.
  const exact = uniquePairs(
    named.filter((pair) => explained(groupOf('REFERENCE', [pair.due], [pair.deposit], rules.feeOf))),
  );
  const taken = new Set(exact.flatMap(({ due, deposit }) => [due.key, deposit.key]));
  const rest = named.filter(({ due, deposit }) => !taken.has(due.key) && !taken.has(deposit.key));
  const carried = new CarriedDues(open.dues, taken, rules);
  const groups = exact.map(({ due, deposit }) => groupOf('REFERENCE', [due], [deposit], rules.feeOf));
  const proposals: DepositProposal[] = [];
  for (const set of linkedSets(rest)) {
    const group = groupOf('REFERENCE', carried.joinedTo(set.dues, set.deposits), set.deposits, rules.feeOf);
    const whole = holdsNoDeclined(set, rules);
    if (whole && isAccepted(group, set)) groups.push(group);
    else proposals.push(proposalOf(set, whole ? [group] : singlesOf(set, rest, rules)));
  }
  return { groups, proposals };
}

function namedPairs({ dues, deposits }: OpenItems, rules: DepositRules): Pair[] {
  const byName = groupBy(
    dues.filter(({ name }) => name !== ''),
    ({ name }) => name,
  );
  return deposits.flatMap((deposit) =>
    [...deposit.names]
      .flatMap((name) => byName.get(name) ?? [])
      .filter((due) => mayBelong(due, deposit, rules) && due.amount < 0 === deposit.amount < 0)
      .filter((due) => Math.abs(daysBetween(due.day, deposit.day)) <= rules.namedWindowDays)
      .map((due) => ({ due, deposit })),
  );
}

const explained = ({ unexplained }: DepositGroup) => unexplained === ZERO;

/** A number can join a due to a deposit that a person parted, by way of others that they share. */
function holdsNoDeclined({ dues, deposits }: LinkedSet, rules: DepositRules): boolean {
  return dues.every((due) => deposits.every((deposit) => mayBelong(due, deposit, rules)));
}

/** One due and one deposit belong together whatever their sums; of several, only when they add up, and of one shop. */
function isAccepted(group: DepositGroup, { dues, deposits }: LinkedSet): boolean {
  if (dues.length === 1 && deposits.length === 1) return true;
  return explained(group) && new Set(dues.map((due) => due.shop)).size === 1;
}

function proposalOf({ deposits: [first] }: LinkedSet, solutions: readonly DepositGroup[]): DepositProposal {
  return { reason: 'SUM_DIFFERS', about: first?.key ?? '', solutions, more: false };
}

/** The named pairs of a set, each for itself. */
function singlesOf({ dues }: LinkedSet, pairs: readonly Pair[], { feeOf }: DepositRules): DepositGroup[] {
  return pairs
    .filter(({ due }) => dues.includes(due))
    .map(({ due, deposit }) => groupOf('REFERENCE', [due], [deposit], feeOf));
}

/** Negative batches that the platform took off a later payout without saying so. Each is taken off once. */
class CarriedDues {
  private readonly open: Due[];
  private readonly rules: DepositRules;

  constructor(dues: readonly Due[], taken: ReadonlySet<string>, rules: DepositRules) {
    this.open = dues.filter(({ key, amount }) => amount < 0 && !taken.has(key));
    this.rules = rules;
  }

  /** The dues, and with them all earlier negative ones of their shop where that makes the sums meet. */
  joinedTo(dues: readonly Due[], deposits: readonly Deposit[]): readonly Due[] {
    const [due] = dues;
    const { feeOf } = this.rules;
    if (due === undefined || explained(groupOf('REFERENCE', dues, deposits, feeOf))) return dues;
    const earlier = this.open.filter((other) => this.isBefore(other, due) && !dues.includes(other));
    if (
      earlier.length === 0 ||
      !deposits.every((deposit) => earlier.every((other) => mayBelong(other, deposit, this.rules)))
    ) {
      return dues;
    }
    const joined = [...dues, ...earlier];
    if (!explained(groupOf('REFERENCE', joined, deposits, feeOf))) return dues;
    for (const other of earlier) this.open.splice(this.open.indexOf(other), 1);
    return joined;
  }

  private isBefore(other: Due, due: Due): boolean {
    const days = daysBetween(other.day, due.day);
    return other.shop === due.shop && other.currency === due.currency && days >= 0 && days <= this.rules.carryDays;
  }
}
