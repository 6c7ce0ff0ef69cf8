// What people decided about an order's rest or claim, or about money on hold: part of a run's input, so that books stay a
// function of orders, lines and decisions. A decision holds for the very amount it was made on; on any other it is taken back.
import { add, type Amount, larger, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import type { Allocation } from '../receipt.ts';
import type { Booked, LineAccount } from './account.ts';
import type { BookedLine } from './booked-line.ts';
import type { AcceptedFee, Decisions } from './decision.ts';
import { positionsOf, positionsOnHold, type Settlement } from './settle-orders.ts';
import { flowOf } from './flow.ts';

const NO_CLAIMS: ReadonlyMap<ComponentType, Amount> = new Map();

/** The fee accepted for the order's rest, while the rest is what it was. */
export function acceptedRest(settlement: Settlement, rest: Amount, decisions?: Decisions): AcceptedFee | null {
  const decision = decisions?.get(settlement.account.key)?.rest;
  if (decision?.kind !== 'accept-fee' || decision.feeType === null || decision.amount !== rest) return null;
  return isBooked(settlement) && !isOnReceivable(settlement, rest) ? { type: decision.feeType, amount: rest } : null;
}

/** Too much money that a credit note explains is not on hold, from where the decision took it: it is another matter now. */
function isOnReceivable(settlement: Settlement, rest: Amount): boolean {
  const { receivable, credited, bookable } = settlement;
  return rest < 0 && positionsOf(settlement, bookable).receivable > subtract(receivable, credited);
}

/** Only what is in the books as a whole can be decided about. */
export function isBooked({ lines }: Settlement): boolean {
  return lines.length > 0 && lines.every((line) => line.onReview === null);
}

/**
 * The claims once those that were given up are booked as fees; null where nobody gave them up. A lost dispute becomes
 * the fee that was named: a claim of the opposite sign takes it off the account.
 */
export function claimsGivenUp(
  settlement: Settlement,
  claims: ReadonlyMap<ComponentType, Amount>,
  decisions?: Decisions,
): ReadonlyMap<ComponentType, Amount> | null {
  const decision = decisions?.get(settlement.account.key)?.claim;
  if (decision?.kind !== 'accept-fee') return null;
  const { dispute } = settlement.bookable;
  const total = subtract(sum(claims.values()), dispute);
  if (total === ZERO || total !== decision.amount) return null;
  return dispute === ZERO ? NO_CLAIMS : new Map([[decision.feeType ?? 'PENALTY', dispute]]);
}

/** The settlement as it reads with the accepted fee: the platform paid so much more and kept it as a fee. */
export function withAccepted(settlement: Settlement, accepted: AcceptedFee | null): Settlement {
  if (accepted === null) return settlement;
  const { flow, received, fees } = settlement;
  const { amount } = accepted;
  return {
    ...settlement,
    ...{ received: add(received, amount), fees: add(fees, amount) },
    flow: { ...flow, principal: add(flow.principal, amount), fee: subtract(flow.fee, amount) },
  };
}

/** Σ fees accepted so far, by fee. */
export function heldAccepted(booked: readonly (Booked | null)[]): Map<ComponentType, Amount> {
  const held = new Map<ComponentType, Amount>();
  for (const one of booked) {
    for (const [name, amount = ZERO] of Object.entries(one?.accepted ?? {})) {
      const type = name as ComponentType;
      held.set(type, add(held.get(type) ?? ZERO, amount));
    }
  }
  return held;
}

export interface FeeChange {
  readonly allocations: readonly Pick<Allocation, 'target' | 'feeType' | 'amount'>[];
  readonly notBorne: BookedLine['notBorne'];
}

/** From the fees accepted so far to those that shall be: what was missing is on the receivable, what was too much on hold. */
export function feeChange(held: ReadonlyMap<ComponentType, Amount>, accepted: AcceptedFee | null): FeeChange {
  const types = [...new Set([...held.keys(), ...(accepted === null ? [] : [accepted.type])])];
  const steps = types.map((type) => {
    const [before, after] = [held.get(type) ?? ZERO, accepted?.type === type ? accepted.amount : ZERO];
    const parts = [
      { target: 'receivable' as const, amount: subtract(larger(after, ZERO), larger(before, ZERO)) },
      { target: 'suspense' as const, amount: subtract(smaller(after, ZERO), smaller(before, ZERO)) },
    ];
    return { type, parts, cost: subtract(after, before) };
  });
  return {
    allocations: steps.flatMap(({ type, parts }) =>
      parts.filter(({ amount }) => amount !== 0).map((part) => ({ ...part, feeType: type })),
    ),
    notBorne: steps.filter(({ cost }) => cost !== 0).map(({ type, cost }) => ({ type, amount: negate(cost) })),
  };
}

/** What a line without an order books for a decision on its money on hold; null where nothing changes. */
export function acceptOnHold(account: LineAccount, decisions?: Decisions): BookedLine | null {
  return bookWithoutOrder(account, acceptedOnHold(account, decisions));
}

/** The fee accepted for a line's money on hold, while that is what it was. */
export function acceptedOnHold(account: LineAccount, decisions?: Decisions): AcceptedFee | null {
  const decision = decisions?.get(account.key)?.rest;
  if (decision?.kind !== 'accept-fee' || decision.feeType === null) return null;
  const onHold = positionsOnHold(flowOf(account.line)).suspense;
  return decision.amount === negate(onHold) ? { type: decision.feeType, amount: decision.amount } : null;
}

/** A line that found its order takes back what was accepted while it had none. */
export function releaseAccepted(account: LineAccount): BookedLine | null {
  return bookWithoutOrder(account, null);
}

function bookWithoutOrder(account: LineAccount, accepted: AcceptedFee | null): BookedLine | null {
  const held = heldAccepted((account.booked ?? []).filter(({ orderKey }) => orderKey === null));
  const { allocations, notBorne } = feeChange(held, accepted);
  if (allocations.length === 0) return null;
  // Nobody's receivable: a refund whose order is missing is on hold below zero, and comes off it.
  const at = { lineKey: account.key, orderKey: null, target: 'suspense' as const };
  return { account, allocations: allocations.map((part) => ({ ...part, ...at })), notBorne };
}
