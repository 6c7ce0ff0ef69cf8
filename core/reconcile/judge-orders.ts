// What is decided about each settled order beside its figures: fees against contract, write-off, claims, and where all
// its money stands once the run is posted.
import { type FeeCheck, NOTHING_CHARGED } from '../fees/check-fees.ts';
import { add, type Amount, larger, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import type { Positions } from '../receipt.ts';
import type { ReconcileInput } from './account.ts';
import { badDebtOf, bookedBadDebt } from './bad-debt.ts';
import { type Adjustments, bookedPositions } from './book-order.ts';
import { collectedBackOf, collectedOf } from './issue-sales.ts';
import { acceptedRest, claimsGivenUp, heldAccepted } from './decisions.ts';
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
  /** A document of it has no rate for its day: the books of the order stay as they are. */
  readonly lacksRate: boolean;
}

export function judgeOrders(
  settlements: readonly Settlement[],
  input: ReconcileInput,
  review: Pick<Review, 'isUnrated'>,
): JudgedOrder[] {
  const feesOf = judgeFees(settlements, input);
  const feesToCome = estimateFees(settlements, input);
  const given = writeOffs(
    settlements.filter(({ account }) => !review.isUnrated(account.key)),
    input,
  );
  return settlements.map((settlement) => {
    const writeOff = given.get(settlement.account.key) ?? ZERO;
    const fees = feesOf(settlement);
    const toCome = feesToCome.get(settlement.account.key) ?? null;
    if (review.isUnrated(settlement.account.key)) {
      const adjustments = bookedAdjustments(settlement);
      const positions = standingPositions(settlement);
      return { settlement, fees, feesToCome: toCome, adjustments, claimsGivenUp: false, positions, lacksRate: true };
    }
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
      feesToCome: toCome,
      adjustments,
      claimsGivenUp: claimsGone,
      positions: finalPositions(settlement, adjustments),
      lacksRate: false,
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

/** Freight charged, as far as the buyer paid it into 代收款 and kept it there; the rest is the seller's cost. */
function freightCollected(settlement: Settlement) {
  const collected = subtract(collectedOf(settlement), collectedBackOf(settlement));
  if (collected <= ZERO) return ZERO;
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

/** What earlier runs did with the order beyond what follows from its lines. */
function bookedAdjustments(settlement: Settlement): Adjustments {
  const { account, lines } = settlement;
  const held = bookedPositions(settlement);
  const fees = heldAccepted(lines.map(({ booked }) => (booked?.orderKey === account.key ? booked : null)));
  const accepted = [...fees].find(([, amount]) => amount !== ZERO);
  return {
    writeOff: negate(held.writeOff),
    // Only booking asks for it, and nothing of the order is booked; its positions hold it.
    creditKept: ZERO,
    badDebt: bookedBadDebt(account),
    feeClaims: bookedClaims(settlement),
    collected: negate(held.collected),
    accepted: accepted === undefined ? null : { type: accepted[0], amount: accepted[1] },
  };
}

/** Where the books hold the order's money; lines on hold for want of its sale are not its own yet. */
function standingPositions(settlement: Settlement): Positions {
  const own = settlement.lines.filter((line) => line.onReview === null);
  const held = bookedPositions({ ...settlement, lines: own });
  const badDebt = bookedBadDebt(settlement.account);
  return { ...held, receivable: add(held.receivable, badDebt), writeOff: subtract(held.writeOff, badDebt) };
}

/** The receivable's state; of an order that lacks a rate, the books stay as they are. */
export function receivableOf({ settlement, positions, lacksRate }: JudgedOrder): ReceivableState {
  const { account, receivable, credited } = settlement;
  const orderKey = account.key;
  if (!lacksRate) return { orderKey, original: receivable, credited, allocated: positions.receivable };
  const { sold, credited: returned } = account.documented;
  return { orderKey, original: sold, credited: returned, allocated: positions.receivable };
}
