// What a run does with an order's money: new lines take the receivable from where the lines before left it, lines booked
// earlier move when the order came or changed since, and the last line bears write-off, claims and collected freight.
import { add, type Amount, larger, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import type { ComponentType } from '../payout.ts';
import { ALLOCATION_TARGETS, type Allocation, type AllocationTarget, type Positions } from '../receipt.ts';
import type { LineAccount } from './account.ts';
import type { BookedLine } from './booked-line.ts';
import type { AcceptedFee } from './decision.ts';
import { feeChange, heldAccepted, releaseAccepted } from './decisions.ts';
import { addFlows, NO_FLOW } from './flow.ts';
import { type LinkedLine, positionsOf, positionsOnHold, type Settlement, totalOf } from './settle-orders.ts';

/** What the order's books shall hold beyond what follows from its lines. */
export interface Adjustments {
  /** 尾差: positive is given up, negative kept. */
  readonly writeOff: Amount;
  /** The part of what is kept that stands on the receivable, below zero, and not on hold: a credit never refunded. */
  readonly creditKept: Amount;
  /** 呆帳: never negative. */
  readonly badDebt: Amount;
  /** Fees above contract, by fee. Positive. */
  readonly feeClaims: ReadonlyMap<ComponentType, Amount>;
  /** Freight charged that was collected from the buyer for the carrier. Positive. */
  readonly collected: Amount;
  /** What a person lets pass as a fee. */
  readonly accepted: AcceptedFee | null;
}

export interface OrderBookings {
  /** Lines that no receipt has booked yet. */
  readonly fresh: readonly BookedLine[];
  /** Lines booked earlier whose money moves. */
  readonly moved: readonly BookedLine[];
}

/** @param isEarly whether a new line's money came in a month before that of the sale, where money waits for its sale */
export function bookOrder(
  settlement: Settlement,
  adjustments: Adjustments,
  isEarly: (line: LineAccount) => boolean,
): OrderBookings {
  const { fresh, waiting } = heldUntilSold(newBookings(settlement), isEarly);
  // Most orders of a first run: nothing was booked before, and nothing is to be given up or claimed.
  if (isPlain(adjustments) && settlement.lines.every(isNew)) return { fresh, moved: waiting };
  const { creditKept } = adjustments;
  const isHeld = fresh.length === 0 || (creditKept !== ZERO && holdsLess(settlement, creditKept));
  const moved = [...transfers(settlement, isHeld ? creditKept : ZERO), ...waiting];
  const change = changeOf(settlement, adjustments, isHeld ? ZERO : creditKept);
  const last = settlement.lines.filter((line) => line.onReview === null).at(-1);
  if (change.allocations.length === 0 || last === undefined) return { fresh, moved };
  const bear = (lines: readonly BookedLine[]) => addTo(lines, last.account, settlement, change);
  // The last new line bears it: its receipt then closes the order. Without one, a transfer does.
  const lastFresh = fresh.at(-1);
  if (lastFresh === undefined || waiting.some(({ account }) => account === lastFresh.account)) {
    return { fresh, moved: bear(moved) };
  }
  return { fresh: addTo(fresh, lastFresh.account, settlement, change), moved };
}

/** What early lines would clear is on hold until the sale, as if a run between the two had found it. */
function heldUntilSold(
  fresh: readonly BookedLine[],
  isEarly: (line: LineAccount) => boolean,
): { readonly fresh: readonly BookedLine[]; readonly waiting: readonly BookedLine[] } {
  const waiting = fresh.flatMap(({ account, allocations }): BookedLine[] => {
    const cleared = isEarly(account) ? allocations.filter(({ target }) => target === 'receivable') : [];
    const held = cleared.map((part): Allocation => ({ ...part, target: 'suspense', amount: negate(part.amount) }));
    return cleared.length === 0 ? [] : [{ account, allocations: [...cleared, ...held], notBorne: [] }];
  });
  if (waiting.length === 0) return { fresh, waiting };
  const early = new Set(waiting.map(({ account }) => account));
  const onHold = (part: Allocation): Allocation =>
    part.target === 'receivable' ? { ...part, target: 'suspense' } : part;
  const held = fresh.map((line) =>
    early.has(line.account) ? { ...line, allocations: mergeAllocations(line.allocations.map(onHold)) } : line,
  );
  return { fresh: held, waiting };
}

function isPlain({ writeOff, feeClaims, collected, accepted }: Adjustments): boolean {
  return writeOff === ZERO && feeClaims.size === 0 && collected === ZERO && accepted === null;
}

/** A line that belongs to no order yet: everything but its fees waits on hold or in its own account. */
export function holdBack(account: LineAccount, flow: LinkedLine['flow']): BookedLine {
  return { account, allocations: allocationsOf(account, null, positionsOnHold(flow)), notBorne: [] };
}

/** Σ what receipts have done with the order's lines, as if lines that waited without an order were its own. */
export function bookedPositions(settlement: Settlement): Positions {
  return sumPositions(bookedLines(settlement).map(heldBy));
}

// New lines.

function newBookings(settlement: Settlement): BookedLine[] {
  let flow = totalOf(bookedLines(settlement));
  let before = positionsOf(settlement, flow);
  return settlement.lines
    .filter((line) => isNew(line) && line.onReview === null)
    .map((line) => {
      flow = addFlows(flow, line.flow);
      const after = positionsOf(settlement, flow);
      const allocations = allocationsOf(line.account, settlement.account.key, difference(after, before));
      before = after;
      return { account: line.account, allocations, notBorne: [] };
    });
}

// Transfers: lines booked earlier, whose order came, shipped, was cancelled or changed since.

const bookedLines = ({ lines }: Settlement) => lines.filter((line) => !isNew(line));

/** Whether the lines booked earlier have so much less on the receivable than their money would clear. */
function holdsLess(settlement: Settlement, creditKept: Amount): boolean {
  const booked = bookedLines(settlement);
  const cleared = positionsOf(settlement, totalOf(booked)).receivable;
  return sum(heldByThemselves(booked, settlement)) === subtract(cleared, creditKept);
}

/** @param creditKept what the last of them holds less on the receivable */
function transfers(settlement: Settlement, creditKept: Amount): BookedLine[] {
  const booked = bookedLines(settlement);
  const held = heldByThemselves(booked, settlement);
  const claimed = booked.map(disputeOf);
  const owed = positionsOf(settlement, totalOf(booked));
  // While the order's sums are right nothing moves, whichever line was booked first.
  if (subtract(owed.receivable, creditKept) === sum(held) && owed.claim === sum(claimed)) {
    return booked.flatMap((line) => transferOf(settlement, line, ZERO, ZERO));
  }
  let flow = NO_FLOW;
  let before = NOWHERE;
  return booked.flatMap((line, index) => {
    flow = addFlows(flow, line.flow);
    const stand = positionsOf(settlement, flow);
    const isLast = index === booked.length - 1;
    const after = isLast ? { ...stand, receivable: subtract(stand.receivable, creditKept) } : stand;
    const shift = subtract(subtract(after.receivable, before.receivable), held[index] ?? ZERO);
    const claimShift = subtract(subtract(after.claim, before.claim), claimed[index] ?? ZERO);
    before = after;
    return transferOf(settlement, line, shift, claimShift);
  });
}

/** What a line has on the claim by disputes; the rest of it are fees, and what a person took for one. */
function disputeOf(line: LinkedLine): Amount {
  const ofFees = line.booked?.orderKey == null ? [] : Object.values(line.booked.feeClaims);
  return subtract(heldBy(line).claim, sum(ofFees));
}

/**
 * What each line has on the receivable by its own money: without write-offs and fees accepted for a rest. One that was
 * taken back stands on another line than it was given on, so both are counted over the lines up to each.
 */
function heldByThemselves(lines: readonly LinkedLine[], settlement: Settlement): Amount[] {
  let before: Amount = ZERO;
  return lines.map((line, index) => {
    const after = clearedWithoutMoney(lines.slice(0, index + 1), settlement);
    const own = subtract(heldBy(line).receivable, subtract(after, before));
    before = after;
    return own;
  });
}

/** Σ of the receivable that write-offs and fees accepted for a rest have cleared. */
function clearedWithoutMoney(lines: readonly LinkedLine[], { account }: Settlement): Amount {
  const accepted = heldAccepted(lines.map(({ booked }) => (booked?.orderKey === account.key ? booked : null)));
  const asFees = sum([...accepted.values()].map((amount) => larger(amount, ZERO)));
  return add(givenUp(sum(lines.map((line) => heldBy(line).writeOff))), asFees);
}

/** What moves onto the receivable and onto the claim comes off the money on hold, and off each other. */
function transferOf(settlement: Settlement, line: LinkedLine, shift: Amount, claimShift: Amount): BookedLine[] {
  const { account, booked } = line;
  const suspense = negate(add(shift, claimShift));
  const shifted: Positions = { ...NOWHERE, receivable: shift, suspense, claim: claimShift };
  const key = settlement.account.key;
  if (booked?.orderKey === key) return nonEmpty(account, allocationsOf(account, key, shifted));
  const waiting = heldBy(line);
  const leaves = allocationsOf(account, null, difference(NOWHERE, waiting));
  return nonEmpty(account, [...leaves, ...allocationsOf(account, key, sumPositions([waiting, shifted]))]);
}

function nonEmpty(account: LineAccount, allocations: readonly Allocation[]): BookedLine[] {
  return allocations.length === 0 ? [] : [{ account, allocations, notBorne: [] }];
}

// Write-off, claims on fees and collected freight: what shall be, less what is booked.

interface Change {
  readonly allocations: readonly Pick<Allocation, 'target' | 'feeType' | 'amount'>[];
  readonly notBorne: BookedLine['notBorne'];
}

function changeOf(settlement: Settlement, adjustments: Adjustments, creditKept: Amount): Change {
  const { writeOff, feeClaims, collected, accepted } = adjustments;
  const held = bookedPositions(settlement);
  const written = negate(held.writeOff);
  const claims = claimChanges(settlement, feeClaims);
  const fees = feeChange(acceptedBy(settlement), accepted);
  const freight = subtract(collected, negate(held.collected));
  const entries: readonly [AllocationTarget, Amount][] = [
    ['writeOff', subtract(written, writeOff)],
    ['receivable', subtract(subtract(larger(writeOff, ZERO), larger(written, ZERO)), creditKept)],
    ['suspense', add(subtract(smaller(writeOff, ZERO), smaller(written, ZERO)), creditKept)],
    ['collected', negate(freight)],
  ];
  return {
    allocations: [
      ...entries.filter(([, amount]) => amount !== 0).map(([target, amount]) => ({ target, feeType: null, amount })),
      ...claims.map(({ type, amount }) => ({ target: 'claim' as const, feeType: type, amount: negate(amount) })),
      ...fees.allocations,
    ],
    notBorne: [
      ...claims,
      ...fees.notBorne,
      ...(freight === 0 ? [] : [{ type: 'SHIPPING_FEE' as const, amount: freight }]),
    ],
  };
}

/** Fees accepted for this order so far. */
const acceptedBy = ({ account, lines }: Settlement) =>
  heldAccepted(lines.map(({ booked }) => (booked?.orderKey === account.key ? booked : null)));

/**
 * Lines that were booked without an order, as far as their money on hold had been taken for a fee.
 * @param released keys of lines that another order they pay has released already: such a fee is of the whole line
 */
export function releases({ lines }: Settlement, released: Set<string>): BookedLine[] {
  return lines.flatMap(({ account, booked }) => {
    if (booked?.orderKey !== null || released.has(account.key)) return [];
    released.add(account.key);
    return releaseAccepted(account) ?? [];
  });
}

function claimChanges(settlement: Settlement, feeClaims: Adjustments['feeClaims']): BookedLine['notBorne'] {
  const change = new Map(feeClaims);
  for (const { booked } of settlement.lines) {
    for (const [name, claimed = ZERO] of Object.entries(booked?.feeClaims ?? {})) {
      const type = name as ComponentType;
      // A booked claim is a debit, hence negative: adding it takes it away.
      change.set(type, add(change.get(type) ?? ZERO, claimed));
    }
  }
  return [...change].filter(([, amount]) => amount !== 0).map(([type, amount]) => ({ type, amount }));
}

function addTo(
  lines: readonly BookedLine[],
  account: LineAccount,
  settlement: Settlement,
  change: Change,
): BookedLine[] {
  const at = { lineKey: account.key, orderKey: settlement.account.key };
  const allocations = change.allocations.map((part) => ({ ...at, ...part }));
  const own = lines.find((line) => line.account === account) ?? { account, allocations: [], notBorne: [] };
  const merged = {
    account,
    allocations: mergeAllocations([...own.allocations, ...allocations]),
    notBorne: [...own.notBorne, ...change.notBorne],
  };
  return [...lines.filter((line) => line !== own), merged];
}

/** One allocation a target, in their fixed order; what cancels itself out is left out. */
export function mergeAllocations(allocations: readonly Allocation[]): Allocation[] {
  const merged = new Map<string, Allocation>();
  for (const part of allocations) {
    const key = [part.lineKey, part.orderKey, part.target, part.feeType].join('\u001f');
    const amount = add(merged.get(key)?.amount ?? ZERO, part.amount);
    merged.set(key, { ...part, amount });
  }
  return [...merged.values()].filter(({ amount }) => amount !== 0);
}

// Positions.

export const NOWHERE: Positions = {
  receivable: ZERO,
  suspense: ZERO,
  claim: ZERO,
  reserve: ZERO,
  collected: ZERO,
  tax: ZERO,
  transit: ZERO,
  writeOff: ZERO,
};

const isNew = (line: LinkedLine) => line.account.booked === null;
/** The part of a write-off that clears the receivable. */
const givenUp = (writeOff: Amount) => larger(negate(writeOff), ZERO);

/** A line booked before its order was known waits without one; its share is what this order takes of it. */
function heldBy(line: LinkedLine): Positions {
  return line.booked?.orderKey == null ? positionsOnHold(line.flow) : line.booked.positions;
}

function sumPositions(all: readonly Positions[]): Positions {
  return eachTarget((target) => sum(all.map((one) => one[target])));
}

function difference(left: Positions, right: Positions): Positions {
  return eachTarget((target) => subtract(left[target], right[target]));
}

function eachTarget(amountOf: (target: AllocationTarget) => Amount): Positions {
  return {
    receivable: amountOf('receivable'),
    suspense: amountOf('suspense'),
    claim: amountOf('claim'),
    reserve: amountOf('reserve'),
    collected: amountOf('collected'),
    tax: amountOf('tax'),
    transit: amountOf('transit'),
    writeOff: amountOf('writeOff'),
  };
}

function allocationsOf(account: LineAccount, orderKey: string | null, positions: Positions): Allocation[] {
  return ALLOCATION_TARGETS.filter((target) => positions[target] !== 0).map((target) => ({
    lineKey: account.key,
    orderKey,
    target,
    feeType: null,
    amount: positions[target],
  }));
}
