// The orders and payout lines of a run: those of its sheets, all that may belong to them by number, and, step by step,
// all that the books already link with one of these. Without the last, an order would be judged without a part of its money.
import { type CompanySettings } from '../../core/company.ts';
import { mayPayFor } from '../../core/payment-gateways.ts';
import { sideTotal } from '../../core/payout.ts';
import { partsOfOrderKey } from '../../core/reconcile/account.ts';
import { normalOrderNumber } from '../../core/reconcile/order-number.ts';
import type { Statements } from '../store/database.ts';
import { type HeldMatch, linesOfOrders, matchesOfLines } from '../store/matches.ts';
import { keysOfBatches, type MatchKey } from '../store/match-keys.ts';
import { type HeldOrder, keysOfAliases, keysOfOpenOrders, keysOfOrders, ordersByKey } from '../store/orders.ts';
import { type HeldLine, linesById, linesByKey, matchKeyOf, nonOrderLines } from '../store/payout-lines.ts';
import type { Shop } from '../store/shops.ts';

/** What to begin with. */
interface Beginning {
  readonly batchIds: readonly string[];
  /** Payout lines of these sheets. */
  readonly lineIds: readonly number[];
  readonly linkedByHand: readonly string[];
  readonly further?: readonly MatchKey[];
  readonly shops: ReadonlyMap<number, Shop>;
  readonly company: CompanySettings;
}

/** Every link of a line stands beside the order it leads to. */
interface Held {
  readonly orders: HeldOrder[];
  readonly lines: HeldLine[];
  readonly matches: ReadonlyMap<number, readonly HeldMatch[]>;
}

export async function loadHeld(tx: Statements, beginning: Beginning): Promise<Held> {
  const numberless = await nonOrderLines(tx, beginning.lineIds);
  const partners = partnersOf(beginning);
  let keys = await keysToBeginWith(tx, beginning, numberless, partners);
  for (;;) {
    const orders = await ordersByKey(tx, keys);
    const orderIds = new Set(orders.map(({ id }) => id));
    const linked = await linesOfOrders(tx, [...orderIds]);
    const wanted = new Set([...beginning.lineIds, ...linked]);
    const byNumber = linesInScope(await linesByKey(tx, keys), orders, wanted, partners);
    const lines = await withFurther(tx, [...byNumber, ...numberless], linked);
    const matches = await matchesOfLines(
      tx,
      lines.map(({ id }) => id),
    );
    const missing = [...matches.values()].flat().flatMap(({ orderId }) => (orderIds.has(orderId) ? [] : [orderId]));
    if (missing.length === 0) return { orders, lines, matches };
    keys = distinct([...keys, ...(await keysOfOrders(tx, [...new Set(missing)]))]);
  }
}

async function withFurther(tx: Statements, lines: HeldLine[], linked: readonly number[]): Promise<HeldLine[]> {
  const known = new Set(lines.map(({ id }) => id));
  const further = linked.filter((id) => !known.has(id));
  return further.length === 0 ? lines : [...lines, ...(await linesById(tx, further))];
}

/** More open orders than these make no proof that a group of them is the only one. */
const CANDIDATES_MAX = 2_000;

/**
 * The keys of the sheets' own rows, here and in shops that pay or are paid for, of orders that answer to them by another
 * number, of orders linked by hand, of what was asked for beside, and, where payouts name no order, of the shops' open orders.
 */
async function keysToBeginWith(
  tx: Statements,
  { batchIds, linkedByHand, further = [], shops }: Beginning,
  numberless: readonly HeldLine[],
  partners: Partners,
): Promise<MatchKey[]> {
  const own = (await keysOfBatches(tx, batchIds)).flatMap(([shop, number]) =>
    partners(shop).map((id): MatchKey => [id, number]),
  );
  const paying = numberless.filter(({ line }) => sideTotal(line, 'principal') > 0);
  const shopIds = [...new Set(paying.map(({ shopId }) => shopId))];
  return distinct([
    ...own,
    ...(await keysOfAliases(tx, own)),
    ...keysOfHand(linkedByHand, shops),
    ...further,
    ...(shopIds.length === 0 ? [] : await keysOfOpenOrders(tx, shopIds, CANDIDATES_MAX)),
  ]);
}

const distinct = (keys: readonly MatchKey[]) => [...new Map(keys.map((key) => [key.join(' '), key])).values()];

function keysOfHand(orderKeys: readonly string[], shops: ReadonlyMap<number, Shop>): MatchKey[] {
  const ids = new Map([...shops.values()].map((shop) => [shop.key, shop.id]));
  return orderKeys.flatMap((key): MatchKey[] => {
    const { shop, orderNumber } = partsOfOrderKey(key);
    const id = ids.get(shop);
    return id === undefined ? [] : [[id, normalOrderNumber(orderNumber)]];
  });
}

/** Lines that no order is known for wait for their own sheet's run, unless this is it. */
function linesInScope(lines: HeldLine[], orders: HeldOrder[], wanted: ReadonlySet<number>, partners: Partners) {
  const known = new Set(
    orders.flatMap(({ shopId, order }) =>
      [order.orderNumber, ...(order.aliases ?? [])].flatMap((number) =>
        partners(shopId).map((id) => `${id} ${normalOrderNumber(number)}`),
      ),
    ),
  );
  return lines.filter(({ id, shopId, line }) => wanted.has(id) || known.has(`${shopId} ${matchKeyOf(line)}`));
}

/** The shop itself and all that it is joined with by paying or being paid for, over any number of steps. */
type Partners = (shopId: number) => readonly number[];

function partnersOf({ shops, company }: Pick<Beginning, 'shops' | 'company'>): Partners {
  const all = [...shops.values()];
  const near = (one: Shop) =>
    all.filter(({ key }) => mayPayFor(one.key, key, company) || mayPayFor(key, one.key, company));
  const known = new Map<number, readonly number[]>();
  for (const shop of all) {
    const found = new Set([shop]);
    for (const member of found) for (const next of near(member)) found.add(next);
    known.set(
      shop.id,
      [...found].map(({ id }) => id),
    );
  }
  return (shopId) => known.get(shopId) ?? [shopId];
}
