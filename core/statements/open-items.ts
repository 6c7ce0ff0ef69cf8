// Open items (未收明細): what each order still owes at the end of a day, from its entries alone.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, type Currency, ZERO } from '../money.ts';
import { type Account, type LedgerEntry, SEPARATOR } from './ledger-entry.ts';

/** One order that owes, or is owed: `open` is negative where the platform paid more than it owed. */
export interface OpenItem extends Account {
  readonly customer: string;
  readonly currency: Currency;
  readonly orderKey: string;
  readonly orderNumber: string;
  readonly open: Amount;
  /** In the company's currency. Not zero beside an open amount of zero: an exchange difference not yet booked. */
  readonly baseOpen: Amount;
}

/** Orders that are open in either currency at the end of the day, in the order of their places and numbers. */
export function openItems(entries: Iterable<LedgerEntry>, asOf: BusinessDate): OpenItem[] {
  const items = new Map<string, OpenItem & { open: Amount; baseOpen: Amount }>();
  for (const entry of entries) {
    if (entry.on > asOf) continue;
    const { platform, shop, customer, currency, orderKey, orderNumber } = entry;
    const key = `${platform}${SEPARATOR}${shop}${SEPARATOR}${customer}${SEPARATOR}${currency}${SEPARATOR}${orderKey}`;
    const known = items.get(key);
    const item = known ?? { platform, shop, customer, currency, orderKey, orderNumber, open: ZERO, baseOpen: ZERO };
    if (known === undefined) items.set(key, item);
    item.open = add(item.open, entry.amount);
    item.baseOpen = add(item.baseOpen, entry.baseAmount);
  }
  return sortedByKey([...items].filter(([, { open, baseOpen }]) => open !== ZERO || baseOpen !== ZERO));
}

/** Only what is open is sorted: most orders of a month are closed. */
function sortedByKey(items: readonly (readonly [string, OpenItem])[]): OpenItem[] {
  return [...items].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
}
