// What receipts have done with each payout line, added up, by line and order.
import { add, type Amount, ZERO } from '../../core/money.ts';
import type { ComponentType } from '../../core/payout.ts';
import type { Booked } from '../../core/reconcile/account.ts';
import { NOWHERE } from '../../core/reconcile/book-order.ts';
import type { AllocationTarget } from '../../core/receipt.ts';
import type { PostedReceipt } from '../store/receipts.ts';

type Totals = Record<AllocationTarget, Amount>;

interface Entry {
  readonly positions: Totals;
  readonly base: Totals;
  readonly feeClaims: Partial<Record<ComponentType, Amount>>;
  readonly accepted: Partial<Record<ComponentType, Amount>>;
}

/** What became of a line: the receipts that name it, and where its money stands. */
export interface LineBooking {
  readonly receivable: Amount;
  readonly suspense: Amount;
}

export class BookingIndex {
  private readonly entries = new Map<number, Map<number | null, Entry>>();
  private readonly bookedLines = new Set<number>();
  private readonly keepsBase: boolean;

  constructor(receipts: readonly PostedReceipt[]) {
    const reversed = new Set(receipts.map(({ reverses }) => reverses));
    this.keepsBase = receipts.some(({ base }) => base !== null);
    for (const receipt of receipts) {
      const stands = receipt.reverses === null && !reversed.has(receipt.id);
      if (stands) for (const lineId of receipt.lineIds) this.bookedLines.add(lineId);
      this.allocate(receipt);
    }
  }

  /** Null until a receipt that stands has booked the line. */
  bookedOf(lineId: number, keyOfOrder: (orderId: number) => string): Booked[] | null {
    if (!this.bookedLines.has(lineId)) return null;
    const entries = [...(this.entries.get(lineId) ?? [])].filter(([, entry]) => holdsAnything(entry));
    return entries.map(([orderId, entry]) => this.bookedBy(entry, orderId === null ? null : keyOfOrder(orderId)));
  }

  /** What was booked on the order's own entry; null for nothing. */
  ownOf(orderId: number, orderKey: string): Booked | null {
    const entry = this.entries.get(-orderId)?.get(orderId);
    return entry !== undefined && holdsAnything(entry) ? this.bookedBy(entry, orderKey) : null;
  }

  private bookedBy({ positions, base, feeClaims, accepted }: Entry, orderKey: string | null): Booked {
    return { orderKey, positions, base: this.keepsBase ? base : null, feeClaims, accepted };
  }

  /** Σ over orders; null until a receipt that stands has booked the line. */
  totalOf(lineId: number): LineBooking | null {
    if (!this.bookedLines.has(lineId)) return null;
    const all = [...(this.entries.get(lineId)?.values() ?? [])];
    const total = (target: AllocationTarget) => all.reduce((left, entry) => add(left, entry.positions[target]), ZERO);
    return { receivable: total('receivable'), suspense: total('suspense') };
  }

  private allocate({ allocations, base }: PostedReceipt): void {
    allocations.forEach(({ lineId, orderId, target, feeType, amount }, at) => {
      const entry = this.entry(lineId, orderId);
      entry.positions[target] = add(entry.positions[target], amount);
      entry.base[target] = add(entry.base[target], base?.allocations[at] ?? ZERO);
      if (feeType === null) return;
      const fees = target === 'claim' ? entry.feeClaims : entry.accepted;
      fees[feeType] = add(fees[feeType] ?? ZERO, amount);
    });
  }

  private entry(lineId: number, orderId: number | null): Entry {
    const ofLine = this.entries.get(lineId) ?? new Map<number | null, Entry>();
    this.entries.set(lineId, ofLine);
    const known = ofLine.get(orderId);
    if (known) return known;
    const entry: Entry = { positions: { ...NOWHERE }, base: { ...NOWHERE }, feeClaims: {}, accepted: {} };
    ofLine.set(orderId, entry);
    return entry;
  }
}

/** What was moved on, or taken back, left nothing. */
function holdsAnything({ positions, base, feeClaims, accepted }: Entry): boolean {
  return [positions, base, feeClaims, accepted].some((amounts) =>
    Object.values(amounts).some((amount) => amount !== 0),
  );
}
