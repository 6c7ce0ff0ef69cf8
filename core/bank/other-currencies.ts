// What is left when no pass found a match: a payout and a deposit of two currencies whose implied rate is near the books' own
// of the day, shown for a person to decide. Never a booking: on any day something is worth about as much.
import { conversionOf, mayConvert } from './conversion.ts';
import type { DepositProposal } from './deposit-match.ts';
import { type DepositRules, isNear, type OpenItems } from './deposit-rules.ts';
import { SUBSET_BOUNDS } from './unique-subset.ts';

/** One proposal a deposit, with every open due that it can be. */
export function otherCurrencies({ dues, deposits }: OpenItems, rules: DepositRules): DepositProposal[] {
  return deposits.flatMap((deposit) => {
    const near = dues
      .filter((due) => mayConvert(due, deposit, rules) && isNear(due, deposit, rules))
      .map((due) => conversionOf('AMOUNT', [due], [deposit], rules))
      .filter(({ nearness }) => nearness === 'NEAR')
      .map(({ group }) => group);
    const solutions = near.slice(0, SUBSET_BOUNDS.solutionsMax);
    const more = near.length > solutions.length;
    return solutions.length === 0 ? [] : [{ reason: 'OTHER_CURRENCY', about: deposit.key, solutions, more }];
  });
}
