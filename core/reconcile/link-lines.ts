// Payout lines with their orders: links of earlier runs and those this run found, and why some lines wait.
import type { CompanySettings } from '../company.ts';
import { compareText } from '../compare-text.ts';
import { mayPayFor } from '../payment-gateways.ts';
import type { Component } from '../payout.ts';
import type { LineAccount, OrderAccount, ReconcileInput } from './account.ts';
import { flowOf } from './flow.ts';
import { matchByHand, matchGroups } from './match-groups.ts';
import { matchByNumber } from './match-payout.ts';
import type { Match } from './plan.ts';
import type { Links } from './links.ts';
import type { Review } from './review-lines.ts';
import { shareComponents } from './share-components.ts';
import { type LinkedLine, settleOrder } from './settle-orders.ts';
import { restOf } from './write-off.ts';

/**
 * The linking ladder, from P1 down. A line that waits for review is linked all the same; only one whose file is another
 * version of its statement is not, because an order would count the same money twice.
 */
export function linkLines(
  orders: readonly OrderAccount[],
  lines: readonly LineAccount[],
  input: ReconcileInput,
  review: Review,
): Links {
  const apart = lines.filter(isApart);
  if (apart.length === 0) return linkAll(orders, lines, input, review);
  const links = linkAll(
    orders,
    lines.filter((line) => !isApart(line)),
    input,
    review,
  );
  const unlinked = apart.map((account) => ({ account, because: 'STATEMENT_DIFFERS' as const }));
  return { ...links, unlinked: [...links.unlinked, ...unlinked] };
}

const isApart = ({ version, booked, approved }: LineAccount) => version != null && booked === null && !approved;

function linkAll(
  orders: readonly OrderAccount[],
  lines: readonly LineAccount[],
  input: ReconcileInput,
  review: Review,
): Links {
  const byNumber = matchByNumber(lines, orders, input.memory, shopsPaidBy(orders, input.company));
  const numbered = linkedLines(lines, byNumber.matches, review);
  const openIn = (linked: typeof numbered) => (order: OrderAccount) =>
    restOf(settleOrder(order, linked.get(order.key) ?? [], input));
  const byHand = matchByHand(lines, orders, byNumber.unlinked, openIn(numbered), input.memory);
  const known = [...byNumber.matches, ...byHand];
  const before = byHand.length === 0 ? numbered : linkedLines(lines, known, review);
  const given = new Set(byHand.map((match) => match.lineKey));
  const left =
    given.size === 0 ? byNumber.unlinked : new Map([...byNumber.unlinked].filter(([key]) => !given.has(key)));
  const groups = matchGroups(lines, orders, left, openIn(before), input.memory);
  const matches = [...known, ...groups.matches];
  const grouped = new Set([...given, ...groups.matches.map((match) => match.lineKey)]);
  return {
    matches,
    proposals: groups.proposals,
    linked: groups.matches.length === 0 ? before : linkedLines(lines, matches, review),
    unlinked: lines.flatMap((account) => {
      const because = byNumber.unlinked.get(account.key);
      return because === undefined || grouped.has(account.key) ? [] : [{ account, because }];
    }),
  };
}

/** The shops with orders that payouts of a shop may pay. */
function shopsPaidBy(orders: readonly OrderAccount[], company: CompanySettings): (payer: string) => readonly string[] {
  const shops = [...new Set(orders.map(({ shop }) => shop))];
  const known = new Map<string, readonly string[]>();
  return (payer) => {
    const paid = known.get(payer) ?? shops.filter((shop) => mayPayFor(payer, shop, company));
    known.set(payer, paid);
    return paid;
  };
}

function linkedLines(
  lines: readonly LineAccount[],
  matches: readonly Match[],
  review: Review,
): Map<string, LinkedLine[]> {
  const found = new Map<string, Match[]>();
  for (const match of matches) found.set(match.lineKey, [...(found.get(match.lineKey) ?? []), match]);
  const linked = new Map<string, LinkedLine[]>();
  for (const account of lines) {
    const links = account.matches.length > 0 ? account.matches : (found.get(account.key) ?? []);
    const reasons = links.map(({ orderKey, pass }) => review.reasonOf(account, { pass, orderKey }));
    // Its money is one entry in the books: a line that pays several orders waits as a whole.
    const onReview = reasons.find((reason) => reason !== null) ?? null;
    const parts = componentsOf(account, links);
    for (const { orderKey, pass, evidence, share } of links) {
      const line: LinkedLine = {
        account,
        pass,
        evidence,
        flow: share ?? flowOf(account.line),
        components: parts?.get(orderKey) ?? account.line.components,
        booked: bookedFor(account, orderKey),
        onReview,
      };
      const siblings = linked.get(orderKey);
      if (siblings) siblings.push(line);
      else linked.set(orderKey, [line]);
    }
  }
  return linked;
}

type Shared = ReadonlyMap<string, readonly Component[]>;

/** What each order has of the components of a line that pays several, by order key; null where one has it whole. */
function componentsOf({ line }: LineAccount, links: readonly Pick<Match, 'orderKey' | 'share'>[]): Shared | null {
  if (links.every(({ share }) => share === null)) return null;
  // By key and not as the links came: books give them back in the order in which the orders were pushed.
  const ordered = [...links].sort((left, right) => compareText(left.orderKey, right.orderKey));
  const parts = shareComponents(
    line,
    ordered.map(({ share }) => share ?? flowOf(line)),
  );
  return new Map(ordered.map(({ orderKey }, at) => [orderKey, parts[at] ?? []]));
}

/** What receipts did with the line for this order, or, while it waited, for none. */
function bookedFor({ booked }: LineAccount, orderKey: string) {
  return booked?.find((one) => one.orderKey === orderKey) ?? booked?.find((one) => one.orderKey === null) ?? null;
}
