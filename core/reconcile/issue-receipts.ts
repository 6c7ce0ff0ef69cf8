// Receipts (收款單) for what this run newly books, 平台費用單 for money of no order, and transfers for what moves.
import type { BusinessDate } from '../business-date.ts';
import { compareText } from '../compare-text.ts';
import { add, type Amount, amountOfUnits, subtract, sum, ZERO } from '../money.ts';
import { COMPONENT_SIDES, COMPONENT_TYPES, type ComponentType } from '../payout.ts';
import { type Deduction, deductionOf, type ReceiptDraft } from '../receipt.ts';
import type { LineAccount } from './account.ts';
import { mergeAllocations } from './book-order.ts';
import type { BookedLine } from './booked-line.ts';
import { openDay } from './closed-periods.ts';
import { byPayoutDay } from './settle-orders.ts';

/** What the run books, and how documents are cut. */
export interface Bookings {
  /** Lines of orders, and lines that wait for theirs. */
  readonly fresh: readonly BookedLine[];
  /** Lines that belong to no order by nature. */
  readonly expenses: readonly BookedLine[];
  readonly moved: readonly BookedLine[];
  /** The day of the run, or a later one where what the money moves to is of that day. */
  readonly movesOn: (line: BookedLine) => BusinessDate;
  readonly closedMonths: ReadonlySet<string>;
  /** Whether the shop wants a receipt for each order instead of one a batch. */
  readonly perOrder: (shop: string) => boolean;
}

/**
 * Every receipt the run posts: one per batch, payout day and currency for new lines (and order, where the shop wants
 * it), then one transfer per day, shop and currency. Each balances: cash + deductions = allocations.
 */
export function issueReceipts(bookings: Bookings): ReceiptDraft[] {
  const { moved, movesOn, closedMonths, perOrder } = bookings;
  const onOpenDay = (day: BusinessDate) => openDay(day, closedMonths);
  const draw = (kind: ReceiptDraft['kind'], dayOf: (group: Group) => BusinessDate) => (group: Group) =>
    kind === 'transfer' ? transferOf(group, dayOf(group)) : payoutOf(kind, group, dayOf(group));
  const payoutDay = ([{ account }]: Group) => onOpenDay(account.line.paidOutOn);
  const transferDay = (line: BookedLine) => onOpenDay(movesOn(line));
  const payoutGroup = (line: BookedLine) => groupOf(line, perOrder(line.account.shop));
  return [
    ...groupInto(joinShares(bookings.fresh), payoutGroup, draw('payout', payoutDay)),
    ...groupInto(bookings.expenses, payoutGroup, draw('expense', payoutDay)),
    ...[...new Set(moved.map(transferDay))].sort().flatMap((day) =>
      groupInto(
        moved.filter((line) => transferDay(line) === day),
        transferGroup,
        draw('transfer', () => day),
      ),
    ),
  ];
}

/** A line that pays several orders was booked order by order; its money is one entry. */
function joinShares(lines: readonly BookedLine[]): BookedLine[] {
  const joined = new Map<string, BookedLine>();
  for (const line of lines) {
    const first = joined.get(line.account.key);
    const { account } = line;
    joined.set(account.key, first === undefined ? line : joinBooked(first, line));
  }
  return [...joined.values()];
}

/** Two bookings of one line as one. */
export const joinBooked = (left: BookedLine, right: BookedLine): BookedLine => ({
  account: left.account,
  allocations: mergeAllocations([...left.allocations, ...right.allocations]),
  notBorne: [...left.notBorne, ...right.notBorne],
});

type Group = readonly [BookedLine, ...BookedLine[]];

function groupOf({ account, allocations }: BookedLine, perOrder: boolean): string {
  const { shop, line, batch } = account;
  const order = perOrder ? (allocations[0]?.orderKey ?? '') : '';
  return [line.paidOutOn, shop, line.currency, batch.id, order].join('\u001f');
}

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

function payoutOf(kind: 'payout' | 'expense', group: Group, receivedOn: BusinessDate): ReceiptDraft {
  const accounts = group.map((line) => line.account);
  return {
    ...headOf(kind, group, receivedOn),
    lineKeys: accounts.map((account) => account.key),
    cash: sum(accounts.map((account) => account.line.net)),
    deductions: deductionsOf(group, feesOf(accounts)),
  };
}

function transferOf(group: Group, receivedOn: BusinessDate): ReceiptDraft {
  return {
    ...headOf('transfer', group, receivedOn),
    lineKeys: [],
    cash: ZERO,
    deductions: deductionsOf(group, new Map()),
  };
}

function headOf(kind: ReceiptDraft['kind'], group: Group, receivedOn: BusinessDate) {
  const [{ account }] = group;
  const allocations = group.flatMap((line) => line.allocations);
  return { kind, shop: account.shop, receivedOn, currency: account.line.currency, allocations, base: null };
}

/** Fees charged by type, signed as in the file. */
function feesOf(accounts: readonly LineAccount[]): Map<ComponentType, number> {
  const totals = new Map<ComponentType, number>();
  for (const { line } of accounts) {
    for (const { type, amount } of line.components) {
      if (COMPONENT_SIDES[type] === 'fee') totals.set(type, (totals.get(type) ?? 0) + amount);
    }
  }
  return totals;
}

/** What the seller bears: the fees charged less what is claimed back or was collected, in the fixed order of types. */
function deductionsOf(group: Group, charged: ReadonlyMap<ComponentType, number>): Deduction[] {
  const notBorne = new Map<ComponentType, Amount>();
  for (const { type, amount } of group.flatMap((line) => line.notBorne)) {
    notBorne.set(type, add(notBorne.get(type) ?? ZERO, amount));
  }
  return COMPONENT_TYPES.map((type) => {
    const { amount } = deductionOf(type, amountOfUnits(charged.get(type) ?? 0));
    return { type, amount: subtract(amount, notBorne.get(type) ?? ZERO) };
  }).filter(({ amount }) => amount !== 0);
}
