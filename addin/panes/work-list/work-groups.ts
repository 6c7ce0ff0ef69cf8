// The work list as it is shown: filtered, and grouped by state with count and sum.
import { add, type Amount, type Currency, readableAmount, ZERO } from '../../../core/money.ts';
import { type Headline, HEADLINES } from '../../../core/reconcile/outcome.ts';
import type { WorkKind } from '../../../core/work-event.ts';
import type { WorkItem } from '../../../core/work-list.ts';
import type { WorkState } from '../../../core/work-status.ts';

export const FILTERS = ['toDo', 'parked', 'resolved', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

const STATES: Readonly<Record<Filter, readonly WorkState[]>> = {
  toDo: ['open', 'assigned'],
  parked: ['waiting', 'claimed'],
  resolved: ['resolved'],
  all: ['open', 'assigned', 'waiting', 'claimed', 'resolved'],
};

export interface WorkGroup {
  readonly headline: Headline;
  readonly items: readonly WorkItem[];
}

/** @param search part of an order number or of who works on it */
export function groupsOf(items: readonly WorkItem[], filter: Filter, search: string): WorkGroup[] {
  const wanted = search.trim().toLowerCase();
  const shown = items.filter(
    ({ state, orderNumber, assignee }) =>
      STATES[filter].includes(state) && `${orderNumber}\n${assignee ?? ''}`.toLowerCase().includes(wanted),
  );
  return HEADLINES.map((headline) => ({ headline, items: shown.filter((item) => item.headline === headline) })).filter(
    (group) => group.items.length > 0,
  );
}

export function countToDo(items: readonly WorkItem[]): number {
  return items.filter(({ state }) => STATES.toDo.includes(state)).length;
}

interface Sized {
  readonly currency: Currency;
  readonly atStake: Amount;
}

/** Σ by currency; two currencies are never added. The currency is named where there are several. */
export function sumText(items: readonly Sized[]): string {
  const sums = new Map<Currency, Amount>();
  for (const { currency, atStake } of items) sums.set(currency, add(sums.get(currency) ?? ZERO, atStake));
  if (sums.size === 1) return [...sums.values()].map(readableAmount).join('');
  return [...sums].map(([currency, sum]) => `${currency} ${readableAmount(sum)}`).join(' · ');
}

/** Whether several may be decided about at once. */
export function areAlike(items: readonly WorkItem[]): boolean {
  return new Set(items.map(({ headline, shop, currency }) => [headline, shop, currency].join('\u001f'))).size === 1;
}

/** What may be done about every one of them. */
export function commonActions(items: readonly WorkItem[]): WorkKind[] {
  const [first, ...rest] = items;
  return first === undefined ? [] : first.actions.filter((kind) => rest.every(({ actions }) => actions.includes(kind)));
}

const MONEY_KINDS: readonly WorkKind[] = ['accept-fee', 'write-off', 'bad-debt'];

/** What a decision is about: the amount it would book, for others what is at stake. */
export function amountAbout(kind: WorkKind, items: readonly WorkItem[]): string {
  if (!MONEY_KINDS.includes(kind)) return sumText(items);
  return sumText(items.map(({ currency, atStake, decided }) => ({ currency, atStake: decided?.amount ?? atStake })));
}
