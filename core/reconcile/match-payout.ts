// Linking payout lines to orders, best evidence first. Each pass needs a unique hit; what no pass links stays unlinked.
import type { LineAccount, MatchPass, OrderAccount } from './account.ts';
import type { Match } from './plan.ts';

/**
 * The number by which two spellings of one order number meet: full-width forms folded (NFKC), blanks and zero-width
 * marks removed, capitals, and the decorations exports put around ids (`'`, `#`, `="…"`, backtick) taken off.
 * Leading zeros stay: taking them off could join two orders.
 */
export function normalOrderNumber(orderNumber: string): string {
  const folded = orderNumber
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .toUpperCase();
  return folded.replace(/^="(.*)"$/, '$1').replace(/^[='#`]+/, '');
}

interface Pass {
  readonly name: MatchPass;
  readonly key: (orderNumber: string) => string;
}

const PASSES: readonly Pass[] = [
  // P1: the platform's number, character for character.
  { name: 'P1', key: (orderNumber) => orderNumber },
  // P2: the same number in another dress; only when exactly one order of the shop wears it.
  { name: 'P2', key: normalOrderNumber },
];

/** New matches for the lines that have none yet. Lines matched by an earlier run are never looked at again. */
export function matchPayout(lines: readonly LineAccount[], orders: readonly OrderAccount[]): Match[] {
  const matches: Match[] = [];
  let open = lines.filter((line) => line.match === null && line.line.orderNumber !== null);
  for (const pass of PASSES) {
    if (open.length === 0) break;
    const index = uniqueOrders(orders, pass);
    const found = open.map((line) => matchOf(line, index, pass));
    matches.push(...found.filter((match) => match !== null));
    open = open.filter((_, position) => found[position] === null);
  }
  return matches;
}

const TIE = Symbol('two orders share this key');

/** Orders by the pass's key within their shop; a key that two orders share leads nowhere. */
function uniqueOrders(orders: readonly OrderAccount[], pass: Pass): Map<string, OrderAccount | typeof TIE> {
  const index = new Map<string, OrderAccount | typeof TIE>();
  for (const order of orders) {
    const key = inShop(order.shop, pass.key(order.order.orderNumber));
    index.set(key, index.has(key) ? TIE : order);
  }
  return index;
}

function matchOf(account: LineAccount, index: Map<string, OrderAccount | typeof TIE>, pass: Pass): Match | null {
  const { orderNumber, currency } = account.line;
  if (orderNumber === null) return null;
  const hit = index.get(inShop(account.shop, pass.key(orderNumber)));
  // Two currencies are never added, so a line in another currency is not this order's money as it stands.
  if (hit === undefined || hit === TIE || hit.order.currency !== currency) return null;
  const evidence = orderNumber === hit.order.orderNumber ? orderNumber : `${orderNumber} = ${hit.order.orderNumber}`;
  return { lineKey: account.key, orderKey: hit.key, pass: pass.name, evidence };
}

const inShop = (shop: string, key: string) => `${shop}\u001f${key}`;
