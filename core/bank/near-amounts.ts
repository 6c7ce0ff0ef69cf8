// What is left when no pass found a match: one payout and one deposit of nearly its amount, shown for a person to decide.
// The difference may be a bank charge that nobody entered. Never a booking: two sums that are alike are no proof.
import { type Amount, subtract, ZERO } from '../money.ts';
import { type Deposit, type DepositProposal, type Due, groupOf } from './deposit-match.ts';
import { type DepositRules, isNear, mayBelong, type OpenItems } from './deposit-rules.ts';
import { SUBSET_BOUNDS } from './unique-subset.ts';

/** The bank may have kept up to one part in so many. */
const SHARE_KEPT_MAX = 20;

/** One proposal a deposit, with every open due that is a little more than it brought. */
export function nearAmounts({ dues, deposits }: OpenItems, rules: DepositRules): DepositProposal[] {
  return deposits.flatMap((deposit) => {
    const near = dues.filter((due) => isLittleMore(due, deposit) && fits(due, deposit, rules));
    const shown = near.slice(0, SUBSET_BOUNDS.solutionsMax);
    const solutions = shown.map((due) => groupOf('AMOUNT', [due], [deposit], rules.feeOf));
    const more = near.length > shown.length;
    return solutions.length === 0 ? [] : [{ reason: 'NEAR_AMOUNT', about: deposit.key, solutions, more }];
  });
}

const fits = (due: Due, deposit: Deposit, rules: DepositRules) =>
  mayBelong(due, deposit, rules) && isNear(due, deposit, rules);

function isLittleMore(due: Due, deposit: Deposit): boolean {
  const kept: Amount = subtract(due.amount, deposit.amount);
  return deposit.amount > ZERO && kept > ZERO && kept * SHARE_KEPT_MAX <= due.amount;
}
