// Pass P5 and the passes that only propose. They look at what no number linked, and never at a line whose number names
// another order: when an id is present but different, the amount says nothing.
import { uniqueSubset } from '../bank/unique-subset.ts';
import { daysBetween } from '../business-date.ts';
import { add, type Amount, readableAmount, smaller, subtract, sum, ZERO } from '../money.ts';
import { isShipped } from '../order.ts';
import { concernsOrder } from '../payout.ts';
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
  const candidates = lines.filter((line) => unlinked.has(line.key) && mayBeGuessed(line));
  if (candidates.length === 0) return { matches: [], proposals: [] };
  const waiting = orders
    .filter((order) => isShipped(order.order))
    .map((account) => ({ account, open: openOf(account) }))
    .filter(({ open }) => open > 0);
  const near = (line: LineAccount) => waiting.filter((order) => mayBelong(line, order, memory));
  const named = namedGroups(candidates, near);
  const taken = new Set(named.map(({ orderKey }) => orderKey));
  const left = (line: LineAccount) => near(line).filter(({ account }) => !taken.has(account.key));
  const grouped = new Set(named.map(({ lineKey }) => lineKey));
  const guesses = candidates
    .filter(({ key, line }) => line.orderNumber === null && !grouped.has(key))
    .map((line) => guess(line, left(line)));
  const proved = provedGuesses(guesses);
  return {
    matches: [...named, ...[...proved].flatMap(({ group }) => group ?? [])],
    proposals: [
      ...candidates.flatMap((line) => (line.line.orderNumber === null ? [] : byDamage(line, near(line)))),
      ...guesses.flatMap((one) => (proved.has(one) ? [] : one.proposals)),
    ],
  };
}

/** Money that names no order, or names one by a number that Excel has damaged. */
function mayBeGuessed({ line }: LineAccount): boolean {
  const nameless = line.orderNumber === null || survivingDigits(line.orderNumber) !== null;
  return nameless && concernsOrder(line) && flowOf(line).principal > 0;
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
function byDamage(line: LineAccount, near: readonly Waiting[]): Proposal[] {
  const digits = survivingDigits(line.line.orderNumber ?? '');
  const { principal } = flowOf(line.line);
  const hits =
    digits === null
      ? []
      : near.filter(({ account, open }) => open === principal && account.order.orderNumber.startsWith(digits));
  return hits.map((hit) => propose(line, [hit], 'P4', `${digits ?? ''}… · ${readableAmount(principal)}`));
}

/** P5: the groups that lines name, where their orders add up to the line. The first of two lines takes them. */
function namedGroups(lines: readonly LineAccount[], near: (line: LineAccount) => readonly Waiting[]): Match[] {
  const taken = new Set<string>();
  return lines.flatMap((account) => {
    const { orderNumber, reference } = account.line;
    if (orderNumber !== null || reference === '') return [];
    const group = near(account).filter(
      ({ account: { key, order } }) => !taken.has(key) && order.aliases?.includes(reference),
    );
    if (group.length === 0 || sum(group.map(({ open }) => open)) !== flowOf(account.line).principal) return [];
    for (const { account: order } of group) taken.add(order.key);
    return shares(account, group, reference);
  });
}

/** What the amount of a line says. */
interface Guess {
  /** Keys of all orders that it may pay. */
  readonly orders: ReadonlySet<string>;
  /** P5: the links to the only group that adds up to it; null when there is none, or another. */
  readonly group: readonly Match[] | null;
  /** P5 of several groups, P6: one order of its amount. */
  readonly proposals: readonly Proposal[];
}

function guess(line: LineAccount, near: readonly Waiting[]): Guess {
  const { principal } = flowOf(line.line);
  const evidence = readableAmount(principal);
  const amounts = near.map(({ account, open }) => ({ key: account.key, amount: open }));
  const { solutions, unique, searched } = uniqueSubset(principal, amounts);
  const orders = (keys: readonly string[]) => near.filter(({ account }) => keys.includes(account.key));
  return {
    orders: new Set(searched ? solutions.flat() : amounts.map(({ key }) => key)),
    group: unique !== null && unique.length > 1 ? shares(line, orders(unique), evidence) : null,
    proposals: solutions.map((keys) => propose(line, orders(keys), keys.length === 1 ? 'P6' : 'P5', evidence)),
  };
}

/** Those whose group is the only one, and whose orders no other line may pay: two that ask for one order prove neither. */
function provedGuesses(guesses: readonly Guess[]): ReadonlySet<Guess> {
  const asking = new Map<string, number>();
  for (const { orders } of guesses) for (const key of orders) asking.set(key, (asking.get(key) ?? 0) + 1);
  return new Set(guesses.filter(({ group }) => group?.every(({ orderKey }) => asking.get(orderKey) === 1)));
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
