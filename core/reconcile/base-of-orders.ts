// Each order in base currency after a run: what its receivable stands at, and what clearing it gained by the exchange rate
// or left by rounding.
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
import { type ExchangeFacts, NO_EXCHANGE, type OrderAccount } from './account.ts';
import type { Documents } from './draft-documents.ts';

interface BaseOfOrder {
  /** The receivable's balance in base currency after the run; null while no base currency is kept. */
  readonly open: Amount | null;
  /** Clearing it realised a gain or loss, in this run or before. */
  readonly gained: boolean;
  /** See `ExchangeFacts`. */
  readonly rounding: Amount;
}

export interface BaseOfOrders {
  readonly of: (order: Pick<OrderAccount, 'key' | 'receivableBase' | 'exchange'>) => BaseOfOrder;
}

const NO_BASE: BaseOfOrder = { open: null, gained: false, rounding: ZERO };

/** Balance and exchange of an order, summed while its documents are read. */
interface Moved extends Writable<ExchangeFacts> {
  base: Amount;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The parts of a receipt that move orders; `Key` names an order. */
interface Clearing<Key> {
  readonly allocations: readonly { readonly orderKey: Key | null; readonly target: string; readonly amount: Amount }[];
  readonly base: ReceiptDraft['base'];
}

export function baseOfOrders({ sales, receipts }: Documents, keepsBase: boolean): BaseOfOrders {
  if (!keepsBase) return { of: () => NO_BASE };
  const moved = movedBy(receipts);
  for (const { orderKey, kind, base } of sales) {
    const one = at(moved, orderKey);
    const amount = base?.amount ?? ZERO;
    one.base = kind === 'sale' ? add(one.base, amount) : subtract(one.base, amount);
  }
  return {
    of: ({ key, receivableBase, exchange }) => {
      const { base, gain, rounding } = moved.get(key) ?? { base: ZERO, ...NO_EXCHANGE };
      return {
        open: add(receivableBase ?? ZERO, base),
        gained: add(gain, exchange.gain) !== ZERO,
        rounding: add(rounding, exchange.rounding),
      };
    },
  };
}

/** What posted receipts gained on each order by the exchange rate or left by rounding; reversals take theirs back. */
export function exchangeOfOrders<Key>(receipts: readonly Clearing<Key>[]): ReadonlyMap<Key, ExchangeFacts> {
  return movedBy(receipts);
}

function movedBy<Key>(receipts: readonly Clearing<Key>[]): Map<Key, Moved> {
  const moved = new Map<Key, Moved>();
  for (const receipt of receipts) putReceipt(receipt, moved);
  return moved;
}

function at<Key>(moved: Map<Key, Moved>, key: Key): Moved {
  const held = moved.get(key) ?? { base: ZERO, ...NO_EXCHANGE };
  moved.set(key, held);
  return held;
}

function putReceipt<Key>({ allocations, base }: Clearing<Key>, moved: Map<Key, Moved>): void {
  if (base === null) return;
  allocations.forEach(({ orderKey, target, amount }, place) => {
    if (orderKey === null) return;
    const one = at(moved, orderKey);
    const booked = base.allocations[place] ?? ZERO;
    if (target === 'receivable') one.base = subtract(one.base, booked);
    if (base.gain === ZERO || convert(amount, base.rate, base.currency) === booked) return;
    const gain = gainOf(amount, booked, base);
    if (isWithinOneUnit(amount, booked, base)) one.rounding = add(one.rounding, gain);
    else one.gain = add(one.gain, gain);
  });
}

type Base = NonNullable<ReceiptDraft['base']>;

const gainOf = (amount: Amount, booked: Amount, { rate, currency }: Base) =>
  subtract(convert(amount, rate, currency), booked);

function isWithinOneUnit(amount: Amount, booked: Amount, { rate, currency }: Base): boolean {
  const read = rateOfText(rate);
  return read !== null && isRoundingApart(times(amount, read), unrounded(booked), decimalsOf(currency));
}
