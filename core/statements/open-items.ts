// Open items (未收明細): what each order still owes at the end of a day, from its entries alone.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, type Currency, ZERO } from '../money.ts';
import { type Account, gather, keyOf, type LedgerEntry } from './ledger-entry.ts';

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

/** Orders that are open in either currency at the end of the day. */
export function openItems(entries: Iterable<LedgerEntry>, asOf: BusinessDate): OpenItem[] {
  return gather(
    upTo(entries, asOf),
    ({ platform, shop, customer, currency, orderKey }) => keyOf(platform, shop, customer, currency, orderKey),
    ({ platform, shop, customer, currency, orderKey, orderNumber }) => ({
      ...{ platform, shop, customer, currency, orderKey, orderNumber },
      open: ZERO,
      baseOpen: ZERO,
    }),
    (item, { amount, baseAmount }) => {
      item.open = add(item.open, amount);
      item.baseOpen = add(item.baseOpen, baseAmount);
    },
  ).filter(({ open, baseOpen }) => open !== ZERO || baseOpen !== ZERO);
}

function* upTo(entries: Iterable<LedgerEntry>, asOf: BusinessDate): Iterable<LedgerEntry> {
  for (const entry of entries) if (entry.on <= asOf) yield entry;
}
