// What is decided about each settled order beside its figures: fees against contract, write-off, claims, and where all
// its money stands once the run is posted.
import { type FeeCheck, NOTHING_CHARGED } from '../fees/check-fees.ts';
import { add, type Amount, larger, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import type { Positions } from '../receipt.ts';
import type { ReconcileInput } from './account.ts';
import { badDebtOf, bookedBadDebt } from './bad-debt.ts';
import { type Adjustments, bookedPositions } from './book-order.ts';
import { collectedOf } from './issue-sales.ts';
import { acceptedRest, claimsGivenUp } from './decisions.ts';
import { estimateFees } from './estimate-fees.ts';
import { feeClaimsOf, judgeFees } from './judge-fees.ts';
import type { ReceivableState } from './plan.ts';
import type { Review } from './review-lines.ts';
import { positionsOf, type Settlement } from './settle-orders.ts';
import { typeTotal } from './flow.ts';
import { restOf, writeOffs } from './write-off.ts';

export interface JudgedOrder {
  readonly settlement: Settlement;
  readonly fees: FeeCheck;
  /** What contracts still ask once the open money comes; null where nothing is open or none tells. */
  readonly feesToCome: Amount | null;
  readonly adjustments: Adjustments;
  /** Somebody gave up what is claimed from the platform. */
  readonly claimsGivenUp: boolean;
  /** Where its money stands once the run is posted. */
  readonly positions: Positions;
}

export function judgeOrders(settlements: readonly Settlement[], input: ReconcileInput): JudgedOrder[] {
  const feesOf = judgeFees(settlements, input);
  const feesToCome = estimateFees(settlements, input);
  const given = writeOffs(settlements, input);
  return settlements.map((settlement) => {
    const writeOff = given.get(settlement.account.key) ?? ZERO;
    const fees = feesOf(settlement);
    const complete = settlement.lines.every((line) => line.onReview === null);
    const claims = feeClaimsOf(fees);
    const left = complete ? claimsGivenUp(settlement, claims, input.decisions) : null;
    const adjustments: Adjustments = {
      writeOff,
      creditKept: creditKeptIn(settlement, writeOff),
      badDebt: badDebtOf(settlement, restOf(settlement), input.decisions),
      // While some of its money waits, what it claims stays as it is booked: the fees of those lines are not.
      feeClaims: complete ? (left ?? claims) : bookedClaims(settlement),
      collected: freightCollected(settlement),
      accepted: acceptedRest(settlement, restOf(settlement), input.decisions),
    };
    const claimsGone = left !== null;
    return {
      settlement,
      fees,
      feesToCome: feesToCome.get(settlement.account.key) ?? null,
      adjustments,
      claimsGivenUp: claimsGone,
      positions: finalPositions(settlement, adjustments),
    };
  });
}

/** What is kept of a credit that was not refunded in full stands below zero on the receivable, and not on hold. */
function creditKeptIn(settlement: Settlement, writeOff: Amount): Amount {
  if (writeOff >= 0) return ZERO;
  const { receivable, credited, bookable } = settlement;
  return larger(subtract(positionsOf(settlement, bookable).receivable, subtract(receivable, credited)), ZERO);
}

function bookedClaims({ lines }: Settlement): Adjustments['feeClaims'] {
  const claims = new Map(feeClaimsOf(NOTHING_CHARGED));
  for (const { booked } of lines) {
    for (const [type, amount = ZERO] of Object.entries(booked?.feeClaims ?? {})) {
      const name = type as Parameters<typeof claims.set>[0];
      claims.set(name, subtract(claims.get(name) ?? ZERO, amount));
    }
  }
  return claims;
}

/** Freight charged, as far as the buyer paid it into 代收款; the rest is the seller's cost. */
function freightCollected(settlement: Settlement) {
  const collected = collectedOf(settlement);
  if (collected === ZERO) return ZERO;
  const booked = settlement.lines.filter((line) => line.onReview === null);
  const charged = sum(booked.map((line) => negate(typeTotal(line, 'SHIPPING_FEE'))));
  return smaller(collected, larger(charged, ZERO));
}

function finalPositions(settlement: Settlement, adjustments: Adjustments): Positions {
  const { writeOff, creditKept, badDebt, feeClaims, collected, accepted } = adjustments;
  const plain = positionsOf(settlement, settlement.bookable);
  const fee = accepted?.amount ?? ZERO;
  return {
    ...plain,
    receivable: sum([plain.receivable, negate(creditKept), larger(writeOff, ZERO), badDebt, larger(fee, ZERO)]),
    suspense: sum([plain.suspense, creditKept, smaller(writeOff, ZERO), smaller(fee, ZERO)]),
    claim: subtract(plain.claim, sum(feeClaims.values())),
    collected: negate(collected),
    writeOff: negate(add(writeOff, badDebt)),
  };
}

/** The receivable's state; of an order whose sale has no rate, the books stay as they are. */
export function receivableOf({ settlement, positions }: JudgedOrder, review: Review): ReceivableState {
  const { account, receivable, credited } = settlement;
  const orderKey = account.key;
  if (!review.isUnrated(orderKey)) return { orderKey, original: receivable, credited, allocated: positions.receivable };
  const { sold, credited: returned } = account.documented;
  const allocated = add(bookedPositions(settlement).receivable, bookedBadDebt(account));
  return { orderKey, original: sold, credited: returned, allocated };
}
