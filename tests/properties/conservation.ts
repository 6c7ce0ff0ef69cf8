// I1–I4: no money of a file is lost or made, no row, and what the wallet moved is what the files say.
import { sum } from '../../core/money.ts';
import { sideTotal } from '../../core/payout.ts';
import type { Allocation } from '../../core/receipt.ts';
import type { Invariant } from './invariant.ts';
import { type Ledger, type Standing, standings, totals } from './ledger.ts';

export const CONSERVATION: readonly Invariant[] = [
  // Seen to fail when `placesOf` left out what is on no side (ADJUSTMENT, UNKNOWN): receipts no longer came out.
  { says: 'I1 every row is booked whole or waits, and the parts of a split row add up to it', check: rowsAreConserved },
  // Seen to fail when `expenses` in `draftDocuments` were taken from all waiting lines, not only those without an order number.
  { says: 'I2 every row is booked by one receipt or waits, and stands once in the answer', check: rowsAreCounted },
  // Seen to fail when `reasonOf` did not ask whether the file foots.
  { says: 'I3 nothing of a file that does not foot is booked unseen', check: filesFoot },
  // Seen to fail when `payoutGroup` left the batch out of the key.
  { says: 'I4 the wallet moves by what the rows of each batch add up to', check: walletMovesByBatch },
];

/** A claim on a fee, and freight collected, lower what the seller bears: they stand beside the line's own money. */
const isOwnMoney = ({ feeType, target }: Allocation) => feeType === null && target !== 'collected';

function rowsAreConserved(ledger: Ledger): void {
  for (const run of standings(ledger)) {
    const booked = new Set(run.allReceipts.flatMap(({ lineKeys }) => lineKeys));
    const lines = run.lines.filter(({ key }) => booked.has(key));
    const parts = run.allReceipts.flatMap(({ allocations }) => allocations).filter(isOwnMoney);
    const nonFees = lines.map(({ key, line }) => ({ key, amount: line.net - sideTotal(line, 'fee') }));
    expect(
      totals(
        parts,
        (part) => part.lineKey,
        (part) => part.amount,
      ),
    ).toEqual(
      totals(
        nonFees,
        ({ key }) => key,
        ({ amount }) => amount,
      ),
    );
    expect(feesBorne(run)).toEqual(feesCharged(run, booked));
  }
}

/** By currency: fees in the books, claims and collected freight included. */
function feesBorne({ allReceipts }: Standing): Map<string, number> {
  const beside = (parts: readonly Allocation[]) =>
    sum(parts.filter((part) => !isOwnMoney(part)).map(({ amount }) => amount));
  return totals(
    allReceipts,
    ({ currency }) => currency,
    ({ deductions, allocations }) => sum(deductions.map(({ amount }) => amount)) - beside(allocations),
  );
}

function feesCharged({ lines }: Standing, booked: ReadonlySet<string>): Map<string, number> {
  const own = lines.filter(({ key }) => booked.has(key));
  return totals(
    own,
    ({ line }) => line.currency,
    ({ line }) => -sideTotal(line, 'fee'),
  );
}

function rowsAreCounted(ledger: Ledger): void {
  for (const run of standings(ledger)) {
    const booked = run.allReceipts.flatMap(({ lineKeys }) => lineKeys);
    const held = new Set(booked);
    // What is booked waits for one thing only: the rate at which its money would move on.
    const waiting = run.onReview.filter(({ lineKey }) => !held.has(lineKey)).map(({ lineKey }) => lineKey);
    expect(run.onReview.filter(({ lineKey, reason }) => held.has(lineKey) && reason !== 'RATE_MISSING')).toEqual([]);
    expect([...booked, ...waiting].sort()).toEqual(run.lines.map(({ key }) => key).sort());
    const linked = new Set(run.outcomes.flatMap(({ lineKeys }) => lineKeys));
    const unlinked = run.unlinked.map(({ lineKey }) => lineKey);
    expect([...linked, ...unlinked].sort()).toEqual(run.lines.map(({ key }) => key).sort());
  }
}

function filesFoot(ledger: Ledger): void {
  for (const run of standings(ledger)) {
    const wrong = run.lines.filter(({ file }) => !file.foots);
    const unseen = new Set(wrong.filter(({ key }) => !run.approved.has(key)).map(({ key }) => key));
    const booked = run.allReceipts.flatMap(({ lineKeys }) => lineKeys).filter((key) => unseen.has(key));
    if (ledger.setUp.policy.autoPost.onlyFooting) expect(booked).toEqual([]);
    const keys = new Set(wrong.map(({ key }) => key));
    for (const { headline, lineKeys } of run.outcomes) {
      expect(headline === 'FILE_INCONSISTENT').toBe(lineKeys.some((key) => keys.has(key)));
    }
  }
}

function walletMovesByBatch(ledger: Ledger): void {
  for (const run of standings(ledger)) {
    const files = new Map(run.lines.map(({ key, file }) => [key, run.lines.findIndex((one) => one.file === file)]));
    const batchOf = new Map<string, string>();
    for (const { number, lineKeys } of run.allReceipts) {
      const batches = new Set(lineKeys.map((key) => `file ${files.get(key)}`));
      expect(batches.size).toBeLessThanOrEqual(1);
      for (const batch of batches) batchOf.set(number, batch);
    }
    const booked = new Set(run.allReceipts.flatMap(({ lineKeys }) => lineKeys));
    const expected = totals(
      run.lines.filter(({ key }) => booked.has(key)),
      ({ key }) => `file ${files.get(key)}`,
      ({ line }) => line.net,
    );
    expect(walletMovements(run, batchOf)).toEqual(expected);
  }
}

/** Σ debit − credit of the wallet in the vouchers, by the batch of the receipt they were made from. */
function walletMovements({ allVouchers }: Standing, batchOf: ReadonlyMap<string, string>): Map<string, number> {
  return totals(
    allVouchers.flatMap(({ voucher, documents }) => {
      const wallet = voucher.lines.filter(({ role }) => role === 'wallet');
      return wallet.map((line) => ({ line, document: documents[0] ?? '' }));
    }),
    ({ document }) => batchOf.get(document) ?? 'no batch',
    ({ line }): number => line.debit - line.credit,
  );
}
