// Pass P5 and the passes that only propose. They look at what no number linked, and never at a line whose number names
// another order: when an id is present but different, the amount says nothing.
import { uniqueSubset } from '../bank/unique-subset.ts';
import { daysBetween } from '../business-date.ts';
import { add, type Amount, readableAmount, smaller, subtract, sum, ZERO } from '../money.ts';
import { isShipped } from '../order.ts';
import { type LineAccount, type LinkMemory, type OrderAccount, pairKey } from './account.ts';
import { FLOW_PARTS, type FlowPart, flowOf } from './flow.ts';
import type { MatchPass } from './link-passes.ts';
import { survivingDigits } from './order-number.ts';
import type { UnlinkedBecause } from './outcome.ts';
import type { Match, Proposal } from './plan.ts';
import { shareOut } from './share-components.ts';

/** A payout and the sale it pays are near in time; further apart, equal amounts say too little. */
const DAYS_APART_MAX = 60;

export interface GroupMatches {
  readonly matches: readonly Match[];
  readonly proposals: readonly Proposal[];
}

/** An order that still waits for money, and how much. */
interface Waiting {
  readonly account: OrderAccount;
  readonly open: Amount;
}

/**
 * @param unlinked lines without a match and why, from `matchByNumber`
 * @param openOf what an order still waits for, after the matches found so far
 */
export function matchGroups(
  lines: readonly LineAccount[],
  orders: readonly OrderAccount[],
  unlinked: ReadonlyMap<string, UnlinkedBecause>,
  openOf: (order: OrderAccount) => Amount,
  memory: LinkMemory,
): GroupMatches {
  const found = { matches: new Array<Match>(), proposals: new Array<Proposal>() };
  const candidates = lines.filter((line) => unlinked.has(line.key) && mayBeGuessed(line));
  if (candidates.length === 0) return found;
  const waiting = orders
    .filter((order) => isShipped(order.order))
    .map((account) => ({ account, open: openOf(account) }))
    .filter(({ open }) => open > 0);
  const taken = new Set<string>();
  for (const line of candidates) {
    const near = waiting.filter((order) => mayBelong(line, order, memory) && !taken.has(order.account.key));
    const { matches, proposals } = line.line.orderNumber === null ? byAmounts(line, near) : byDamage(line, near);
    for (const match of matches) taken.add(match.orderKey);
    found.matches.push(...matches);
    found.proposals.push(...proposals);
  }
  return found;
}

/** Money that names no order, or names one by a number that Excel has damaged. */
function mayBeGuessed({ line }: LineAccount): boolean {
  const nameless = line.orderNumber === null || survivingDigits(line.orderNumber) !== null;
  return nameless && flowOf(line).principal > 0;
}

function mayBelong({ key, shop, line }: LineAccount, { account }: Waiting, memory: LinkMemory): boolean {
  const { order } = account;
  const soldOn = order.shippedOn ?? order.orderedOn ?? order.paidOn;
  const near = soldOn !== null && Math.abs(daysBetween(soldOn, line.paidOutOn)) <= DAYS_APART_MAX;
  return (
    account.shop === shop && order.currency === line.currency && near && !memory.declined.has(pairKey(key, account.key))
  );
}

/** P4: fifteen digits agree and the amount does. The rest of the number is gone, so a person decides. */
function byDamage(line: LineAccount, near: readonly Waiting[]): GroupMatches {
  const digits = survivingDigits(line.line.orderNumber ?? '');
  const { principal } = flowOf(line.line);
  const hits =
    digits === null
      ? []
      : near.filter(({ account, open }) => open === principal && account.order.orderNumber.startsWith(digits));
  return {
    matches: [],
    proposals: hits.map((hit) => propose(line, [hit], 'P4', `${digits ?? ''}… · ${readableAmount(principal)}`)),
  };
}

/** P5: the group that the line names, else the only group of orders that adds up to it. P6: one order of its amount. */
function byAmounts(line: LineAccount, near: readonly Waiting[]): GroupMatches {
  const { principal } = flowOf(line.line);
  const named = near.filter(
    ({ account }) => line.line.reference !== '' && account.order.aliases?.includes(line.line.reference),
  );
  if (named.length > 0 && sum(named.map(({ open }) => open)) === principal) {
    return { matches: shares(line, named, line.line.reference), proposals: [] };
  }
  const { solutions, unique } = uniqueSubset(
    principal,
    near.map(({ account, open }) => ({ key: account.key, amount: open })),
  );
  const orders = (keys: readonly string[]) => near.filter(({ account }) => keys.includes(account.key));
  if (unique !== null && unique.length > 1)
    return { matches: shares(line, orders(unique), readableAmount(principal)), proposals: [] };
  const proposals = solutions.map((keys) =>
    propose(line, orders(keys), keys.length === 1 ? 'P6' : 'P5', readableAmount(principal)),
  );
  return { matches: [], proposals };
}

function propose(line: LineAccount, orders: readonly Waiting[], pass: Proposal['pass'], evidence: string): Proposal {
  const days = `${line.line.paidOutOn}`;
  return {
    lineKey: line.key,
    orderKeys: orders.map(({ account }) => account.key),
    pass,
    evidence: `${evidence} · ${days}`,
  };
}

/**
 * One line over several orders: each takes its open amount of the principal and the last one the rest of it; every other
 * part goes by those amounts, by largest remainder, so the shares add up to the line.
 */
function shares(line: LineAccount, orders: readonly Waiting[], evidence: string, pass: MatchPass = 'P5'): Match[] {
  const whole = flowOf(line.line);
  const names = orders.map((order) => order.account.order.orderNumber).join(' + ');
  const opens = orders.map(({ open }) => open);
  const rest = subtract(whole.principal, sum(opens));
  const parts = flowOfParts((name) => {
    if (name !== 'principal') return shareOut(whole[name], opens, line.line.currency);
    return opens.map((open, at) => (at === opens.length - 1 ? add(open, rest) : open));
  });
  return orders.map(({ account }, at) => {
    const share = flowOfParts((name) => parts[name][at] ?? ZERO);
    return { lineKey: line.key, orderKey: account.key, pass, evidence: `${evidence} = ${names}`, share };
  });
}

/**
 * P3 of several orders: the lines that a person said pay them together. In the order of keys each takes what it still
 * waits for as long as the money lasts, and the last one the rest, so that what is too little or too much shows there.
 */
export function matchByHand(
  lines: readonly LineAccount[],
  orders: readonly OrderAccount[],
  unlinked: ReadonlyMap<string, UnlinkedBecause>,
  openOf: (order: OrderAccount) => Amount,
  { groups, declined }: LinkMemory,
): Match[] {
  if (groups.size === 0) return [];
  const byKey = new Map(orders.map((order) => [order.key, order]));
  const taken = new Map<string, Amount>();
  return lines.flatMap((line) => {
    const keys = unlinked.has(line.key) ? [...(groups.get(line.key) ?? [])].sort() : [];
    const members = keys.flatMap((key) => byKey.get(key) ?? []).filter((order) => mayPay(line, order, declined));
    if (keys.length === 0 || members.length < keys.length) return [];
    const paid = payInTurn(flowOf(line.line).principal, members, (order) =>
      subtract(openOf(order), taken.get(order.key) ?? ZERO),
    );
    if (paid.length < keys.length) return [];
    for (const { account, open } of paid) taken.set(account.key, add(taken.get(account.key) ?? ZERO, open));
    return shares(line, paid, line.line.orderNumber ?? line.line.reference, 'P3');
  });
}

function mayPay({ key, line }: LineAccount, { key: orderKey, order }: OrderAccount, declined: LinkMemory['declined']) {
  return order.currency === line.currency && !declined.has(pairKey(key, orderKey));
}

/** What each order takes of the money; those that it does not reach are left out. */
function payInTurn(money: Amount, orders: readonly OrderAccount[], openOf: (order: OrderAccount) => Amount): Waiting[] {
  let left = money;
  return orders.flatMap((account, index) => {
    const open = index === orders.length - 1 ? left : smaller(left, openOf(account));
    left = subtract(left, open);
    return open > 0 ? [{ account, open }] : [];
  });
}

function flowOfParts<T>(valueOf: (part: FlowPart) => T): Record<FlowPart, T> {
  return Object.fromEntries(FLOW_PARTS.map((part) => [part, valueOf(part)])) as Record<FlowPart, T>;
}
