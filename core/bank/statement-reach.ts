// How far the statements show where a payout arrives. No statement, no missing deposit: a payout is missed only where every
// account it can have reached has a statement of those days.
import { addDays, type BusinessDate } from '../business-date.ts';
import type { BankAccount } from './bank-line.ts';
import type { DepositGroup, Due } from './deposit-match.ts';
import { walletKey } from './payout-batch.ts';

/** The days of an account's first and last line. */
export interface Reach {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

interface Books {
  readonly accounts: readonly BankAccount[];
  readonly reach: ReadonlyMap<string, Reach>;
  readonly confirmed: readonly Pick<DepositGroup, 'dues' | 'deposits'>[];
}

/**
 * The statements in which the due would be seen: the shop's wallet, else the bank accounts that its payouts reached
 * before, one of another currency included in which a processor paid them out, else every bank account of the currency.
 * Null for an account without lines.
 */
export function reachOf(
  due: Due,
  { accounts, reach, confirmed }: Books,
  wallets: ReadonlySet<string>,
): (Reach | null)[] {
  const own = accounts.filter(({ currency }) => currency === due.currency);
  const isInWallet = !due.fromWallet && wallets.has(walletKey(due));
  const reachedBy = (isMeant: (key: string) => boolean) =>
    new Set(
      confirmed
        .filter(({ dues }) => dues.some((key) => isOfShop(key, due.shop) && isMeant(key)))
        .flatMap(({ deposits }) => deposits.map(accountOfLine)),
    );
  const [used, converted] = [reachedBy(() => true), reachedBy((key) => isIn(key, due.currency))];
  const known = accounts.filter(({ key, shop, currency }) => {
    return shop === null && (currency === due.currency ? used : converted).has(key);
  });
  const bank = known.length > 0 ? known : own.filter(({ shop }) => shop === null);
  const places = isInWallet ? own.filter(({ shop }) => shop === due.shop) : bank;
  return places.map(({ key }) => reach.get(key) ?? null);
}

/** Keys of batches begin with their shop; those of withdrawals with their account, which has the shop's name in it. */
const isOfShop = (key: string, shop: string) => key.startsWith(`${shop}\u001f`) || key.startsWith(`wallet/${shop}/`);

/** The currency is a batch key's second part, and the end of a wallet's. */
function isIn(key: string, currency: string): boolean {
  const [first = '', second] = key.split('\u001f');
  return second === currency || first.endsWith(`/${currency}`);
}

const accountOfLine = (key: string) => key.slice(0, key.indexOf('\u001f'));

/** Whether the due should have been seen by now, and was not. */
export function isMissed(
  { day }: Due,
  places: readonly (Reach | null)[],
  { asOf, policy }: { readonly asOf: BusinessDate; readonly policy: { readonly missingAfterDays: number } },
): boolean {
  const last = addDays(day, policy.missingAfterDays);
  if (asOf <= last || places.length === 0) return false;
  return places.every((place) => place !== null && place.from <= last && place.to > last);
}
