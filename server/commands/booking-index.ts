// What receipts have done with each payout line, added up.
import { add, type Amount, ZERO } from '../../core/money.ts';
import type { Booked } from '../../core/reconcile/account.ts';
import type { AllocationTarget } from '../../core/receipt.ts';
import type { PostedReceipt } from '../store/receipts.ts';

interface Entry {
  receivable: Amount;
  suspense: Amount;
  readonly numbers: Set<string>;
}

export class BookingIndex {
  private readonly entries = new Map<number, Entry>();

  constructor(receipts: readonly PostedReceipt[]) {
    for (const { number, lineIds, allocations } of receipts) {
      for (const lineId of lineIds) this.entry(lineId).numbers.add(number);
      for (const { lineId, target, amount } of allocations) this.allocate(lineId, number, target, amount);
    }
  }

  /** Null until a receipt has booked the line. */
  bookedOf(lineId: number): Booked | null {
    const entry = this.entries.get(lineId);
    if (entry === undefined) return null;
    return { receivable: entry.receivable, suspense: entry.suspense, receiptNumbers: [...entry.numbers] };
  }

  private allocate(lineId: number, number: string, target: AllocationTarget, amount: Amount): void {
    const entry = this.entry(lineId);
    entry.numbers.add(number);
    entry[target] = add(entry[target], amount);
  }

  private entry(lineId: number): Entry {
    const known = this.entries.get(lineId);
    if (known) return known;
    const entry: Entry = { receivable: ZERO, suspense: ZERO, numbers: new Set() };
    this.entries.set(lineId, entry);
    return entry;
  }
}
