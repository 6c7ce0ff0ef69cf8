// Deposits that name no payout, by what they bring: the only pair of one amount within the days, and for wallets the
// whole of a day. Only money that came in: what the account paid out has other reasons than a payout.
import { type Amount, subtract, sum, ZERO } from '../money.ts';
import { type Due, groupOf, pairKey } from './deposit-match.ts';
import { type DepositRules, type Found, isNear, mayBelong, type OpenItems } from './deposit-rules.ts';
import { groupBy } from './group-by.ts';
import { countBy, type Pair, uniquePairs } from './linked-sets.ts';

/** One due, one deposit, the same amount (or less the known transfer fee), and no other pair for either of them. */
export function matchByAmount(open: OpenItems, rules: DepositRules): Found {
  const byAmount = groupBy(open.deposits, ({ amount }) => amount);
  const pairs = open.dues
    .filter(({ amount }) => amount > 0)
    .flatMap((due): Pair[] =>
      amountsOf(due, rules)
        .flatMap((amount) => byAmount.get(amount) ?? [])
        .filter((deposit) => deposit.amount > 0 && mayBelong(due, deposit, rules) && isNear(due, deposit, rules))
        .map((deposit) => ({ due, deposit })),
    );
  const groups = uniquePairs(pairs).map(({ due, deposit }) => groupOf('AMOUNT', [due], [deposit], rules.feeOf));
  return { groups, proposals: [] };
}

/** What may arrive of a due. */
function amountsOf(due: Due, { feeOf }: DepositRules): Amount[] {
  const fee = feeOf(due);
  return fee === ZERO ? [due.amount] : [due.amount, subtract(due.amount, fee)];
}

/** A wallet's lines are often single orders, so that a batch is all that came in on its day, to the cent. */
export function matchByDay(open: OpenItems, rules: DepositRules): Found {
  const inWallets = open.deposits.filter(({ shop, amount }) => shop !== null && amount > 0);
  const days = groupBy(inWallets, (deposit) => dayKey({ ...deposit, shop: deposit.shop ?? '' }));
  const dues = open.dues.filter(({ amount }) => amount > 0);
  const sameDay = countBy(dues, dayKey);
  const groups = dues.flatMap((due) => {
    const deposits = days.get(dayKey(due)) ?? [];
    const total = sum(deposits.map(({ amount }) => amount));
    const accounts = new Set(deposits.map(({ account }) => account));
    const fits = accounts.size === 1 && total === due.amount && sameDay.get(dayKey(due)) === 1;
    const declined = deposits.some((deposit) => rules.declined.has(pairKey(due.key, deposit.key)));
    return fits && !declined ? [groupOf('DAY', [due], deposits, rules.feeOf)] : [];
  });
  return { groups, proposals: [] };
}

const dayKey = ({ shop, currency, day }: Pick<Due, 'shop' | 'currency' | 'day'>) =>
  [shop, currency, day].join('\u001f');
