// What orders themselves say was open at the end of a day: the side of the tie that is not made from the entries.
import { subtract, ZERO } from '../money.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { OpenItem } from './open-items.ts';
import { openByOrder } from './run-entries.ts';

/**
 * What the orders say now, less their documents that are dated after the day: an order says what it owes with all of its
 * documents. What is cut off is the same on both sides of the proof, so a document that is missing still shows.
 */
export function openAsOf(items: readonly OpenItem[], later: readonly LedgerEntry[]): OpenItem[] {
  const after = openByOrder(later);
  return items.flatMap((item): OpenItem[] => {
    const cut = after.get(item.orderKey);
    const open = subtract(item.open, cut?.open ?? ZERO);
    const baseOpen = subtract(item.baseOpen, cut?.baseOpen ?? ZERO);
    return open === 0 && baseOpen === 0 ? [] : [{ ...item, open, baseOpen }];
  });
}
