// The run's documents in base currency: what each order and line holds before the run, handed to the ledger's valuation.
import { valueDocuments } from '../ledger/value-documents.ts';
import { type Amount, subtract, sum, ZERO } from '../money.ts';
import type { AllocationTarget } from '../receipt.ts';
import type { ReconcileInput } from './account.ts';
import type { Documents } from './draft-documents.ts';
import type { RateOn } from './exchange-rates.ts';

interface Balance {
  readonly amount: Amount;
  readonly base: Amount;
}

const NOTHING: Balance = { amount: ZERO, base: ZERO };

export function valueRun(documents: Documents, input: ReconcileInput, rateOn: RateOn): Documents {
  if (input.company.baseCurrency === null) return documents;
  return valueDocuments({
    ...documents,
    company: input.company,
    rateOn,
    openReceivables: receivablesBefore(input),
    heldBefore: heldBefore(input),
  });
}

/** Each order's receivable as the books hold it before the run. */
function receivablesBefore({ orders, lines }: ReconcileInput): Map<string, Balance> {
  const applied = new Map<string, Amount[]>();
  for (const { orderKey, positions } of lines.flatMap((line) => line.booked ?? [])) {
    if (orderKey !== null) applied.set(orderKey, [...(applied.get(orderKey) ?? []), positions.receivable]);
  }
  return new Map(
    orders.map(({ key, documented, receivableBase }) => {
      const owed = subtract(documented.sold, documented.credited);
      return [key, { amount: subtract(owed, sum(applied.get(key) ?? [])), base: receivableBase ?? ZERO }];
    }),
  );
}

/** What a line holds for an order, or for none, on one account before the run. */
function heldBefore({ lines }: ReconcileInput) {
  const booked = new Map(lines.map((line) => [line.key, line.booked]));
  return (lineKey: string, orderKey: string | null, target: AllocationTarget): Balance => {
    const held = booked.get(lineKey)?.find((one) => one.orderKey === orderKey);
    return held === undefined ? NOTHING : { amount: held.positions[target], base: held.base?.[target] ?? ZERO };
  };
}
