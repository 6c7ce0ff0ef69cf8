// The run's documents in base currency: what each order and line holds before the run, handed to the ledger's valuation.
import { valueDocuments } from '../ledger/value-documents.ts';
import { add, type Amount, subtract, sum, ZERO } from '../money.ts';
import type { AllocationTarget } from '../receipt.ts';
import type { Booked, OrderAccount, ReconcileInput } from './account.ts';
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
    soldBefore: soldBefore(input),
  });
}

/** Each order's receivable as the books hold it before the run. */
function receivablesBefore({ orders, lines }: ReconcileInput): Map<string, Balance> {
  const applied = new Map<string, Amount[]>();
  for (const { orderKey, positions } of bookedBefore(lines, orders)) {
    if (orderKey !== null) applied.set(orderKey, [...(applied.get(orderKey) ?? []), positions.receivable]);
  }
  return new Map(
    orders.map(({ key, documented, receivableBase }) => {
      const owed = subtract(documented.sold, documented.credited);
      return [key, { amount: subtract(owed, sum(applied.get(key) ?? [])), base: receivableBase ?? ZERO }];
    }),
  );
}

/** What each order's sales were booked at. */
function soldBefore({ orders }: ReconcileInput): Map<string, Balance> {
  const booked = orders.filter(({ documented }) => documented.sold !== 0);
  return new Map(
    booked.map(({ key, documented }) => [key, { amount: documented.sold, base: documented.soldBase ?? ZERO }]),
  );
}

/** What receipts have done with payout lines, and with orders beside them. */
function bookedBefore(lines: ReconcileInput['lines'], orders: ReconcileInput['orders']): Booked[] {
  const own = orders.flatMap((order) => order.own ?? []);
  return lines.flatMap((line) => line.booked ?? []).concat(own);
}

/**
 * What earlier documents left on an account before the run: of the order; without one, of the line for money on hold
 * and claims, and of the shop and currency for what no line owns (reserves, tax withheld, money in transit).
 */
function heldBefore({ lines, orders, unassigned }: ReconcileInput) {
  const byOrder = new Map<string, Booked[]>();
  for (const booked of bookedBefore(lines, orders)) {
    const { orderKey } = booked;
    if (orderKey !== null) byOrder.set(orderKey, [...(byOrder.get(orderKey) ?? []), booked]);
  }
  const byLine = new Map(lines.map((line) => [line.key, line]));
  const collected = new Map(orders.map((order) => [order.key, collectedBefore(order)]));
  return (lineKey: string, orderKey: string | null, target: AllocationTarget): Balance => {
    if (orderKey !== null) {
      const held = totalOn(byOrder.get(orderKey) ?? [], target);
      return target === 'collected' ? plus(held, collected.get(orderKey) ?? NOTHING) : held;
    }
    const line = byLine.get(lineKey);
    const own = (line?.booked ?? []).filter((one) => one.orderKey === null);
    if (OF_LINE.has(target) || line === undefined) return totalOn(own, target);
    const { shop } = line;
    const { currency } = line.line;
    const of = (one: (typeof unassigned)[number]) => one.shop === shop && one.currency === currency;
    return unassigned.find((one) => of(one) && one.target === target) ?? NOTHING;
  };
}

const OF_LINE: ReadonlySet<AllocationTarget> = new Set(['suspense', 'claim', 'receivable']);

function totalOn(booked: readonly Booked[], target: AllocationTarget): Balance {
  return booked.reduce(
    (left, { positions, base }) => plus(left, { amount: positions[target], base: base?.[target] ?? ZERO }),
    NOTHING,
  );
}

/** Freight that earlier sales opened as 代收款, less what credit gave back: its part of what both were booked at. */
function collectedBefore({ documented: { collected, collectedBack, collectedBase } }: OrderAccount): Balance {
  return { amount: subtract(collected, collectedBack), base: collectedBase ?? ZERO };
}

const plus = (left: Balance, right: Balance): Balance => ({
  amount: add(left.amount, right.amount),
  base: add(left.base, right.base),
});
