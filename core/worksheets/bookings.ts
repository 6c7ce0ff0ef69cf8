// What receipts did with payout lines, turned round: from the line to its receipts.
import { type Amount, add, ZERO } from '../money.ts';
import type { Receipt } from '../receipt.ts';

/** What one receipt did with one payout line. */
export interface Booking {
  readonly receipt: Receipt;
  readonly orderKey: string | null;
  readonly applied: Amount;
  readonly onHold: Amount;
}

export type Bookings = ReadonlyMap<string, readonly Booking[]>;

/** By line key; the receipts of a line in their order. */
export function bookingsOf(receipts: readonly Receipt[]): Bookings {
  const bookings = new Map<string, Booking[]>();
  for (const receipt of receipts) {
    for (const part of receipt.allocations) {
      const ofLine = bookings.get(part.lineKey) ?? [];
      if (ofLine.length === 0) bookings.set(part.lineKey, ofLine);
      const last = ofLine.at(-1);
      const before = last?.receipt === receipt ? last : null;
      const booking = {
        receipt,
        orderKey: part.orderKey ?? before?.orderKey ?? null,
        applied: add(before?.applied ?? ZERO, part.target === 'receivable' ? part.amount : ZERO),
        onHold: add(before?.onHold ?? ZERO, part.target === 'suspense' ? part.amount : ZERO),
      };
      if (before) ofLine.pop();
      ofLine.push(booking);
    }
  }
  return bookings;
}

/** Numbers of the receipts that book any of the lines, each once. */
export function receiptNumbers(lineKeys: readonly string[], bookings: Bookings): string[] {
  return [...new Set(lineKeys.flatMap((key) => (bookings.get(key) ?? []).map(({ receipt }) => receipt.number)))];
}
