// Linking payout lines to orders, best evidence first. Each pass needs a unique hit; what no pass links stays unlinked.
import { concernsOrder } from '../payout.ts';
import { type LineAccount, type LinkMemory, type OrderAccount, orderKey, pairKey } from './account.ts';
import type { MatchPass } from './link-passes.ts';
import { normalOrderNumber } from './order-number.ts';
import type { UnlinkedBecause } from './outcome.ts';
import type { Match } from './plan.ts';

/** What the ladder found by the numbers on the lines. */
export interface NumberMatches {
  readonly matches: readonly Match[];
  /** Lines no number linked, and why. */
  readonly unlinked: ReadonlyMap<string, UnlinkedBecause>;
}

/**
 * New matches by number (P1, P2, P3) for the lines that have none yet. Lines matched by an earlier run are never looked
 * at again.
 * @param paidBy the shops whose orders payouts of a shop may pay
 */
export function matchByNumber(
  lines: readonly LineAccount[],
  orders: readonly OrderAccount[],
  memory: LinkMemory,
  paidBy: (payer: string) => readonly string[],
): NumberMatches {
  const open = lines.filter((line) => line.matches.length === 0);
  const passes = [
    numberPass('P1', orders, same, paidBy),
    numberPass('P2', orders, normalOrderNumber, paidBy),
    aliasPass(orders, memory, paidBy),
  ];
  const matches: Match[] = [];
  const unlinked = new Map<string, UnlinkedBecause>();
  for (const line of open) {
    const found = firstHit(line, passes, memory);
    if (typeof found === 'string') unlinked.set(line.key, found);
    else matches.push(found);
  }
  return { matches, unlinked };
}

/** What one pass says about a line: the order, nothing, or that several orders share the key. */
type Hit = OrderAccount | 'SEVERAL_ORDERS' | undefined;

interface Pass {
  readonly name: MatchPass;
  readonly find: (line: LineAccount) => Hit;
}

/** The first pass with a usable hit; without one, the strongest reason why not. */
function firstHit(line: LineAccount, passes: readonly Pass[], memory: LinkMemory): Match | UnlinkedBecause {
  let because = withoutHit(line);
  for (const pass of passes) {
    const hit = pass.find(line);
    if (hit === undefined) continue;
    const obstacle = obstacleOf(line, hit, memory);
    if (obstacle === null && hit !== 'SEVERAL_ORDERS') return matchOf(line, hit, pass.name);
    because = obstacle ?? because;
  }
  return because;
}

function withoutHit({ line }: LineAccount): UnlinkedBecause {
  if (line.orderNumber !== null) return 'NO_ORDER';
  return concernsOrder(line) ? 'NO_NUMBER' : 'BY_NATURE';
}

function obstacleOf(line: LineAccount, hit: Exclude<Hit, undefined>, memory: LinkMemory): UnlinkedBecause | null {
  if (hit === 'SEVERAL_ORDERS') return hit;
  if (memory.declined.has(pairKey(line.key, hit.key))) return 'DECLINED';
  // Two currencies are never added, so a line in another currency is not this order's money as it stands.
  return hit.order.currency === line.line.currency ? null : 'OTHER_CURRENCY';
}

function matchOf(line: LineAccount, order: OrderAccount, pass: MatchPass): Match {
  const [own, other] = [line.line.orderNumber ?? line.line.reference, order.order.orderNumber];
  const numbers = own === other ? own : `${own} = ${other}`;
  return {
    lineKey: line.key,
    orderKey: order.key,
    pass,
    evidence: order.shop === line.shop ? numbers : `${numbers} · ${order.shop}`,
    share: null,
  };
}

type PaidBy = (payer: string) => readonly string[];

const same = (orderNumber: string) => orderNumber;

/** P1, P2: the order's own number, as it stands or in another dress. */
function numberPass(
  name: MatchPass,
  orders: readonly OrderAccount[],
  normal: (number: string) => string,
  paidBy: PaidBy,
): Pass {
  const index = new UniqueIndex(paidBy);
  for (const order of orders) index.add(order.shop, normal(order.order.orderNumber), order);
  return {
    name,
    find: ({ shop, line: { orderNumber } }) =>
      orderNumber === null ? undefined : index.get(shop, normal(orderNumber)),
  };
}

/** P3: what a person linked before everything else, then the order's other numbers. */
function aliasPass(orders: readonly OrderAccount[], memory: LinkMemory, paidBy: PaidBy): Pass {
  const index = new UniqueIndex(paidBy);
  const byKey = new Map(orders.map((order) => [order.key, order]));
  for (const order of orders) {
    for (const alias of order.order.aliases ?? []) index.add(order.shop, normalOrderNumber(alias), order);
  }
  const learned = (key: string) => byKey.get(memory.aliases.get(key) ?? '');
  return {
    name: 'P3',
    find: ({ key, shop, line: { orderNumber } }) => {
      if (orderNumber === null) return learned(key);
      const number = normalOrderNumber(orderNumber);
      const taught = learned(key) ?? learned(orderKey(shop, orderNumber)) ?? learned(orderKey(shop, number));
      return taught ?? index.get(shop, number);
    },
  };
}

/** Orders by a number in the shops that a payer pays; a number that two of them share leads nowhere. */
class UniqueIndex {
  private readonly paidBy: PaidBy;
  private readonly orders = new Map<string, Exclude<Hit, undefined>>();

  constructor(paidBy: PaidBy) {
    this.paidBy = paidBy;
  }

  add(shop: string, number: string, order: OrderAccount): void {
    const key = orderKey(shop, number);
    const held = this.orders.get(key);
    this.orders.set(key, held === undefined || held === order ? order : 'SEVERAL_ORDERS');
  }

  get(payer: string, number: string): Hit {
    let found: Hit;
    for (const shop of this.paidBy(payer)) {
      const hit = this.orders.get(orderKey(shop, number));
      if (hit !== undefined) found = found === undefined ? hit : 'SEVERAL_ORDERS';
    }
    return found;
  }
}
