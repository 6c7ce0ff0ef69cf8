// Conservation of money: every row of the payout files has one place where its money went, and the places add up to the
// files, in amount and in count.
import { type BatchHeader, type Conservation, DISPOSITIONS, type Disposition } from '../../core/api.ts';
import { add, type Amount, subtract, sum, ZERO } from '../../core/money.ts';
import type { LineBooking } from './booking-index.ts';

/** A pushed row of a payout file, as the push and the receipts left it. */
export interface RowFate {
  readonly net: Amount;
  readonly conflict: boolean;
  /** Another file brought the line before. */
  readonly broughtEarlier: boolean;
  readonly namesOrder: boolean;
  /** Null while it waits for review. */
  readonly booked: LineBooking | null;
}

export interface ProvenFile {
  readonly header: BatchHeader;
  readonly rows: readonly RowFate[];
}

/** One proof per currency, by code. `difference` and `rowDifference` are 0 unless a file's own figures are wrong. */
export function proveConservation(files: readonly ProvenFile[]): Conservation[] {
  const payouts = files.filter(({ header }) => header.kind === 'payout');
  const currencies = [...new Set(payouts.map(({ header }) => header.currency))].sort();
  return currencies.map((currency) => {
    const ledger = new Ledger();
    const own = payouts.filter(({ header }) => header.currency === currency);
    for (const file of own) ledger.addFile(file);
    return ledger.proof(currency, own);
  });
}

const zeros = (): Record<Disposition, Amount> => ({
  allocated: ZERO,
  suspense: ZERO,
  nonOrder: ZERO,
  review: ZERO,
  duplicate: ZERO,
  conflict: ZERO,
  rejected: ZERO,
});

class Ledger {
  private readonly amounts = zeros();
  private readonly counts: Record<Disposition, number> = { ...zeros() };

  addFile({ header, rows }: ProvenFile): void {
    for (const row of rows) this.addRow(row);
    this.put('rejected', header.proof?.rejectedNet ?? ZERO, header.rows.rejected);
  }

  proof(currency: string, files: readonly ProvenFile[]): Conservation {
    const net = sum(files.map(({ header }) => header.proof?.net ?? ZERO));
    const rows = files.reduce((total, { header }) => total + header.rows.accepted + header.rows.rejected, 0);
    const counted = DISPOSITIONS.reduce((total, name) => total + this.counts[name], 0);
    return {
      ...{ currency, net, rows },
      dispositions: this.amounts,
      rowCounts: this.counts,
      difference: subtract(net, sum(DISPOSITIONS.map((name) => this.amounts[name]))),
      rowDifference: rows - counted,
    };
  }

  /** A row partly on hold is split: what stands in suspense, and the rest that cleared a receivable or paid a fee. */
  private addRow(row: RowFate): void {
    const whole = wholeDisposition(row);
    if (whole) return this.put(whole, row.net, 1);
    const held = row.booked?.suspense ?? ZERO;
    this.put('suspense', held, 1);
    this.put('allocated', subtract(row.net, held), 0);
  }

  private put(disposition: Disposition, amount: Amount, rows: number): void {
    this.amounts[disposition] = add(this.amounts[disposition], amount);
    this.counts[disposition] += rows;
  }
}

function wholeDisposition({ conflict, broughtEarlier, namesOrder, booked }: RowFate): Disposition | null {
  if (conflict) return 'conflict';
  if (broughtEarlier) return 'duplicate';
  if (booked === null) return 'review';
  if (!namesOrder) return 'nonOrder';
  if (booked.suspense === ZERO) return 'allocated';
  // Its fees wait with it: they were paid for a sale that no receivable stands for yet.
  return booked.receivable === ZERO ? 'suspense' : null;
}
