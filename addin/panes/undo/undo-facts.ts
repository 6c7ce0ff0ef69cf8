// An undo in figures: its documents with their numbers, and what each currency's balances change by.
import type { ReversalAnswer } from '../../../core/ledger-api.ts';
import { add, type Amount, type Currency, negate, ZERO } from '../../../core/money.ts';
import type { Receipt } from '../../../core/receipt.ts';

interface CurrencyChange {
  readonly currency: Currency;
  /** Money of payouts that is booked less (negative) or more. */
  readonly cash: Amount;
  /** What no longer clears receivables. */
  readonly cleared: Amount;
  /** Receivables that no longer stand. */
  readonly sold: Amount;
}

export interface UndoFacts {
  /** Receipts that take others back, and those that book the rest of them again. */
  readonly reversals: readonly Receipt[];
  readonly rebooked: readonly Receipt[];
  readonly changes: readonly CurrencyChange[];
}

export function factsOf({ receipts, sales }: ReversalAnswer): UndoFacts {
  const changes = new Map<Currency, CurrencyChange>();
  const change = (currency: Currency, part: Partial<Omit<CurrencyChange, 'currency'>>) => {
    const { cash, cleared, sold } = changes.get(currency) ?? { cash: ZERO, cleared: ZERO, sold: ZERO };
    const plus = (before: Amount, more: Amount = ZERO) => add(before, more);
    const after = { cash: plus(cash, part.cash), cleared: plus(cleared, part.cleared), sold: plus(sold, part.sold) };
    changes.set(currency, { currency, ...after });
  };
  for (const { currency, cash, allocations } of receipts) {
    change(currency, { cash });
    for (const { target, amount } of allocations) if (target === 'receivable') change(currency, { cleared: amount });
  }
  for (const { currency, kind, amount } of sales) change(currency, { sold: kind === 'sale' ? amount : negate(amount) });
  return {
    reversals: receipts.filter(({ reverses }) => reverses !== null),
    rebooked: receipts.filter(({ reverses }) => reverses === null),
    changes: [...changes.values()],
  };
}
