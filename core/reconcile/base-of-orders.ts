// What a run does to each order in base currency: what its receivable stands at afterwards, and what clearing it gained by
// the exchange rate or left by rounding.
import { convert } from '../ledger/convert.ts';
import {
  add,
  type Amount,
  decimalsOf,
  isRoundingApart,
  rateOfText,
  subtract,
  times,
  unrounded,
  ZERO,
} from '../money.ts';
import type { ReceiptDraft } from '../receipt.ts';
import type { OrderAccount } from './account.ts';
import type { Documents } from './draft-documents.ts';

interface BaseOfOrder {
  /** The receivable's balance in base currency after the run; null while no base currency is kept. */
  readonly open: Amount | null;
  /** The run realised a gain or loss on it. */
  readonly gained: boolean;
  /** Σ of differences that are less than one unit of the base currency: no rate could be told from them. */
  readonly rounding: Amount;
}

export interface BaseOfOrders {
  readonly of: (order: Pick<OrderAccount, 'key' | 'receivableBase'>) => BaseOfOrder;
}

const NO_BASE: BaseOfOrder = { open: null, gained: false, rounding: ZERO };

/** Sums of what the run books on an order. */
interface Moved {
  base: Amount;
  gained: boolean;
  rounding: Amount;
}

export function baseOfOrders({ sales, receipts }: Documents, keepsBase: boolean): BaseOfOrders {
  if (!keepsBase) return { of: () => NO_BASE };
  const moved = new Map<string, Moved>();
  const at = (key: string): Moved => {
    const held = moved.get(key) ?? { base: ZERO, gained: false, rounding: ZERO };
    moved.set(key, held);
    return held;
  };
  for (const { orderKey, kind, base } of sales) {
    const one = at(orderKey);
    const amount = base?.amount ?? ZERO;
    one.base = kind === 'sale' ? add(one.base, amount) : subtract(one.base, amount);
  }
  for (const receipt of receipts) putReceipt(receipt, at);
  return {
    of: ({ key, receivableBase }) => {
      const { base, gained, rounding } = moved.get(key) ?? { base: ZERO, gained: false, rounding: ZERO };
      return { open: add(receivableBase ?? ZERO, base), gained, rounding };
    },
  };
}

function putReceipt({ allocations, base }: ReceiptDraft, at: (key: string) => Moved): void {
  if (base === null) return;
  allocations.forEach(({ orderKey, target, amount }, place) => {
    if (orderKey === null) return;
    const one = at(orderKey);
    const booked = base.allocations[place] ?? ZERO;
    if (target === 'receivable') one.base = subtract(one.base, booked);
    if (base.gain === ZERO || convert(amount, base.rate, base.currency) === booked) return;
    if (isWithinOneUnit(amount, booked, base)) one.rounding = add(one.rounding, gainOf(amount, booked, base));
    else one.gained = true;
  });
}

type Base = NonNullable<ReceiptDraft['base']>;

const gainOf = (amount: Amount, booked: Amount, { rate, currency }: Base) =>
  subtract(convert(amount, rate, currency), booked);

function isWithinOneUnit(amount: Amount, booked: Amount, { rate, currency }: Base): boolean {
  const read = rateOfText(rate);
  return read !== null && isRoundingApart(times(amount, read), unrounded(booked), decimalsOf(currency));
}
