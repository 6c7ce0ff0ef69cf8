// Receivables in total (應收總覽) by platform, shop or customer, each currency for itself.
import { add, type Amount, type Currency, ZERO } from '../money.ts';
import { gather, keyOf } from './ledger-entry.ts';
import type { OpenItem } from './open-items.ts';

/** What receivables may be counted by; the currency always belongs to it. */
export type Dimension = 'platform' | 'shop' | 'customer';

/** debit + credit = open. */
export interface ReceivableTotal {
  /** The values of the dimensions asked for, in the order asked. */
  readonly names: readonly string[];
  readonly currency: Currency;
  readonly orders: number;
  /** Σ open items above zero. */
  readonly debit: Amount;
  /** Σ open items below zero, negative. */
  readonly credit: Amount;
  readonly open: Amount;
  /** In the company's currency. */
  readonly baseOpen: Amount;
}

/** @param by none: one total a currency */
export function receivablesBy(items: readonly OpenItem[], by: readonly Dimension[]): ReceivableTotal[] {
  return gather(
    items,
    (item) => keyOf(...namesOf(item, by), item.currency),
    (item) => ({
      ...{ names: namesOf(item, by), currency: item.currency, orders: 0 },
      ...{ debit: ZERO, credit: ZERO, open: ZERO, baseOpen: ZERO },
    }),
    (total, { open, baseOpen }) => {
      const side = open < ZERO ? 'credit' : 'debit';
      total[side] = add(total[side], open);
      total.open = add(total.open, open);
      total.baseOpen = add(total.baseOpen, baseOpen);
      total.orders += 1;
    },
  );
}

function namesOf(item: OpenItem, by: readonly Dimension[]): string[] {
  return by.map((dimension) => item[dimension]);
}
