// Receipts (收款單) for what this run newly books, and transfers where money on hold has found its order.
import type { BusinessDate } from '../business-date.ts';
import { add, type Amount, amountOfUnits, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import { isShipped } from '../order.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES } from '../payout.ts';
import { type Allocation, type AllocationTarget, type Deduction, deductionOf, type ReceiptDraft } from '../receipt.ts';
import type { LineAccount } from './account.ts';
import {
  addFlows,
  appliedOf,
  byPayoutDay,
  compareText,
  type Flow,
  flowOf,
  type LinkedLine,
  NO_FLOW,
  type Settlement,
} from './settle-orders.ts';

/** A payout line with what this run applies it to. */
interface BookedLine {
  readonly account: LineAccount;
  readonly allocations: readonly Allocation[];
}

/**
 * Every receipt the run posts: one per batch, payout day and currency for new lines, then one transfer per shop and
 * currency dated `asOf`. Each balances: cash + deductions = allocations.
 */
export function issueReceipts(
  settlements: readonly Settlement[],
  unlinked: readonly LineAccount[],
  asOf: BusinessDate,
): ReceiptDraft[] {
  const fresh: BookedLine[] = [];
  const moved: BookedLine[] = [];
  for (const settlement of settlements) {
    moved.push(...transfersOf(settlement));
    fresh.push(...newBookingsOf(settlement));
  }
  for (const account of unlinked) {
    if (account.booked === null) fresh.push(holdBack(account));
  }
  return [...groupInto(fresh, payoutGroup, payoutReceipt), ...groupInto(moved, transferGroup, transferReceipt(asOf))];
}

// New lines: each takes the receivable from where the lines before it left it; the rest is held back.

function newBookingsOf(settlement: Settlement): BookedLine[] {
  let flow = flowOfBooked(settlement);
  let applied = appliedTo(settlement, flow);
  return settlement.lines.filter(isNew).map((line) => {
    flow = addFlows(flow, line.flow);
    const next = appliedTo(settlement, flow);
    const toReceivable = subtract(next, applied);
    applied = next;
    return bookLine(settlement, line, toReceivable);
  });
}

function bookLine(settlement: Settlement, line: LinkedLine, toReceivable: Amount): BookedLine {
  const onHold = subtract(claimOf(line.flow), toReceivable);
  const to = (target: AllocationTarget, amount: Amount) => allocation(line.account, settlement, target, amount);
  return { account: line.account, allocations: [...to('receivable', toReceivable), ...to('suspense', onHold)] };
}

function holdBack(account: LineAccount): BookedLine {
  return { account, allocations: allocation(account, null, 'suspense', claimOf(flowOf(account.line))) };
}

// Transfers: lines booked earlier, whose order came, shipped, was cancelled or changed since.

function transfersOf(settlement: Settlement): BookedLine[] {
  const booked = settlement.lines.filter((line) => !isNew(line));
  let missing = subtract(appliedTo(settlement, flowOfBooked(settlement)), sum(booked.map(onReceivable)));
  return booked.flatMap((line, index) => {
    const isLast = index === booked.length - 1;
    const shift = isLast ? missing : takeFrom(line, missing);
    missing = subtract(missing, shift);
    return transferOf(settlement, line, shift);
  });
}

/** How much of the shift this line can bear: its money on hold, or, the other way, what it has on the receivable. */
function takeFrom(line: LinkedLine, missing: Amount): Amount {
  if (missing >= 0) return smaller(missing, atLeastZero(onHold(line)));
  return negate(smaller(negate(missing), atLeastZero(onReceivable(line))));
}

function transferOf(settlement: Settlement, line: LinkedLine, shift: Amount): BookedLine[] {
  const { account } = line;
  const wasUnlinked = account.match === null;
  if (shift === 0 && !(wasUnlinked && onHold(line) !== 0)) return [];
  const held = onHold(line);
  const leaves = wasUnlinked ? allocation(account, null, 'suspense', negate(held)) : [];
  const stays = wasUnlinked ? subtract(held, shift) : negate(shift);
  const allocations = [
    ...leaves,
    ...allocation(account, settlement, 'receivable', shift),
    ...allocation(account, settlement, 'suspense', stays),
  ];
  return [{ account, allocations }];
}

const isNew = (line: LinkedLine) => line.account.booked === null;
const onReceivable = (line: LinkedLine) => line.account.booked?.receivable ?? ZERO;
const onHold = (line: LinkedLine) => line.account.booked?.suspense ?? ZERO;
const atLeastZero = (amount: Amount) => (amount < 0 ? ZERO : amount);

/** What the line claims of an order: everything but the platform's fees. */
const claimOf = (flow: Flow) => add(add(flow.principal, flow.refund), flow.other);

function flowOfBooked(settlement: Settlement): Flow {
  const booked = settlement.lines.filter((line) => !isNew(line));
  return booked.reduce((left, line) => addFlows(left, line.flow), NO_FLOW);
}

function appliedTo(settlement: Settlement, flow: Flow): Amount {
  if (!isShipped(settlement.account.order)) return ZERO;
  return appliedOf(settlement, flow.principal, negate(flow.refund));
}

function allocation(
  account: LineAccount,
  settlement: Settlement | null,
  target: AllocationTarget,
  amount: Amount,
): Allocation[] {
  if (amount === 0) return [];
  return [{ lineKey: account.key, orderKey: settlement?.account.key ?? null, target, amount }];
}

// Grouping into documents.

type Group = readonly [BookedLine, ...BookedLine[]];

const payoutGroup = ({ account }: BookedLine) =>
  [account.line.paidOutOn, account.shop, account.line.currency, account.batch.id].join('\u001f');

const transferGroup = ({ account }: BookedLine) => [account.shop, account.line.currency].join('\u001f');

/** Documents of one kind, oldest first; ties by their first line, never by a database's numbering. */
function groupInto(
  lines: readonly BookedLine[],
  keyOf: (line: BookedLine) => string,
  draw: (group: Group) => ReceiptDraft,
): ReceiptDraft[] {
  const groups = new Map<string, [BookedLine, ...BookedLine[]]>();
  for (const line of [...lines].sort((left, right) => byPayoutDay(left.account, right.account))) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return [...groups.values()]
    .sort(([left], [right]) => compareText(day(left), day(right)) || compareText(left.account.key, right.account.key))
    .map(draw);
}

const day = (line: BookedLine) => line.account.line.paidOutOn;

function payoutReceipt(group: Group): ReceiptDraft {
  const [{ account }] = group;
  return {
    kind: 'payout',
    shop: account.shop,
    receivedOn: account.line.paidOutOn,
    currency: account.line.currency,
    lineKeys: group.map((line) => line.account.key),
    cash: sum(group.map((line) => line.account.line.net)),
    deductions: deductionsOf(group),
    allocations: group.flatMap((line) => line.allocations),
  };
}

function transferReceipt(asOf: BusinessDate): (group: Group) => ReceiptDraft {
  return (group) => ({
    kind: 'transfer',
    shop: group[0].account.shop,
    receivedOn: asOf,
    currency: group[0].account.line.currency,
    lineKeys: [],
    cash: ZERO,
    deductions: [],
    allocations: group.flatMap((line) => line.allocations),
  });
}

/** The group's fees by type, in the fixed order of types. */
function deductionsOf(group: Group): Deduction[] {
  const totals = new Map<string, number>();
  for (const { account } of group) {
    for (const part of account.line.components) {
      if (COMPONENT_SIDES[part.type] === 'fee') totals.set(part.type, (totals.get(part.type) ?? 0) + part.amount);
    }
  }
  return COMPONENT_TYPES.filter((type) => (totals.get(type) ?? 0) !== 0).map((type) =>
    deductionOf(type, amountOfUnits(totals.get(type) ?? 0)),
  );
}
