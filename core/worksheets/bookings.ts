// What receipts did with payout lines, turned round: from the line to its receipts.
import { type Amount, add, ZERO } from '../money.ts';
import type { AllocationTarget, Receipt } from '../receipt.ts';

/** All bookings of one payout line as they stand now: later transfers move money from hold to the receivable. */
export interface Booking {
  readonly applied: Amount;
  readonly onHold: Amount;
  /** On every other account: claims, reserves, tax withheld, write-offs. */
  readonly elsewhere: Amount;
  /** Numbers of the receipts, the one that took the money first. */
  readonly receiptNumbers: readonly string[];
  /** The receipt that took the money; a transfer when that one is not at hand. */
  readonly receipt: Receipt;
  readonly orderKey: string | null;
}

export type Bookings = ReadonlyMap<string, Booking>;

/** A booking while it is being collected. */
interface Collected {
  applied: Amount;
  onHold: Amount;
  elsewhere: Amount;
  receiptNumbers: string[];
  receipt: Receipt;
  orderKey: string | null;
}

/** By line key. A line that is nothing but fees has a receipt and allocates nothing. */
export function bookingsOf(receipts: readonly Receipt[]): Bookings {
  const bookings = new Map<string, Collected>();
  const bookingBy = (key: string, receipt: Receipt): Collected => {
    const known = bookings.get(key);
    if (known?.receiptNumbers.includes(receipt.number)) return known;
    known?.receiptNumbers.push(receipt.number);
    const booking = known ?? { receiptNumbers: [receipt.number], receipt, ...NOTHING };
    bookings.set(key, booking);
    return booking;
  };
  for (const receipt of receipts) {
    for (const key of receipt.lineKeys) bookingBy(key, receipt).receipt = receipt;
    for (const { lineKey, orderKey, target, amount } of receipt.allocations) {
      const booking = bookingBy(lineKey, receipt);
      const place = PLACES[target] ?? 'elsewhere';
      booking[place] = add(booking[place], amount);
      booking.orderKey = orderKey ?? booking.orderKey;
    }
  }
  return bookings;
}

const PLACES: Readonly<Partial<Record<AllocationTarget, 'applied' | 'onHold'>>> = {
  receivable: 'applied',
  suspense: 'onHold',
};

const NOTHING = { applied: ZERO, onHold: ZERO, elsewhere: ZERO, orderKey: null };

/** Numbers of the receipts that book any of the lines, each once; empty text for none. */
export function receiptNumbers(lineKeys: readonly string[], bookings: Bookings): string {
  return [...new Set(lineKeys.flatMap((key) => bookings.get(key)?.receiptNumbers ?? []))].join(', ');
}
