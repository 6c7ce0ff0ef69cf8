// Aging (帳齡分析): how long open items are past due, by platform, shop, customer and currency. What the company owes back
// stands in a column of its own: netted, it would hide debts that are just as old.
import { z } from 'zod';
import { type BusinessDate, daysBetween } from '../business-date.ts';
import { add, type Amount, ZERO } from '../money.ts';
import { type Account, gather, keyOf, type TermsByOrder } from './ledger-entry.ts';
import type { OpenItem } from './open-items.ts';

/** Last day of each bucket but the open one at the end: 30, 60, 90 are 0–30, 31–60, 61–90 and over 90 days past due. */
export type AgingBounds = readonly number[];

export const DEFAULT_AGING_BOUNDS: AgingBounds = [30, 60, 90];

const BOUNDS_MAX = 12;

export const agingBoundsSchema: z.ZodType<AgingBounds> = z
  .array(z.int().min(1).max(3_660))
  .min(1)
  .max(BOUNDS_MAX)
  .refine((bounds) => bounds.every((bound, at) => bound > (bounds[at - 1] ?? 0)), 'each bound is above the one before');

/** notDue + undated + Σ buckets + credit = total. */
export interface AgingFigures {
  readonly orders: number;
  /** Due today or later: the state 未到期. */
  readonly notDue: Amount;
  /** Open without a due day. */
  readonly undated: Amount;
  /** One a bucket; the last is everything past the last bound. */
  readonly buckets: readonly Amount[];
  /** Σ open items below zero, negative. */
  readonly credit: Amount;
  readonly total: Amount;
  /** In the company's currency. */
  readonly baseTotal: Amount;
}

export interface AgingRow extends Account, AgingFigures {
  readonly customer: string;
}

/** Where an open item stands in the aging. */
export type AgingPlace = 'credit' | 'undated' | 'notDue' | number;

/** Every place, in the order in which they are read. */
export function agingPlaces(bounds: AgingBounds): AgingPlace[] {
  return ['notDue', 'undated', ...bounds.map((_, at) => at), bounds.length, 'credit'];
}

export function agingPlace(
  { orderKey, open }: Pick<OpenItem, 'orderKey' | 'open'>,
  orders: TermsByOrder,
  { asOf, bounds }: { readonly asOf: BusinessDate; readonly bounds: AgingBounds },
): AgingPlace {
  if (open < ZERO) return 'credit';
  const dueOn = orders.get(orderKey)?.dueOn ?? null;
  if (dueOn === null) return 'undated';
  const daysPastDue = daysBetween(dueOn, asOf);
  if (daysPastDue <= 0) return 'notDue';
  const bucket = bounds.findIndex((bound) => daysPastDue <= bound);
  return bucket < 0 ? bounds.length : bucket;
}

export interface AgingDay {
  readonly asOf: BusinessDate;
  readonly bounds: AgingBounds;
}

/** One row a customer of a shop and currency. */
export function agingOf(items: readonly OpenItem[], orders: TermsByOrder, day: AgingDay): AgingRow[] {
  return gather(
    items,
    ({ platform, shop, customer, currency }) => keyOf(platform, shop, customer, currency),
    ({ platform, shop, customer, currency }) => ({ platform, shop, customer, currency, ...noFigures(day) }),
    (row, item) => age(row, item, orders, day),
  );
}

/** The figures of items of one currency together, as they stand below a statement. */
export function agingFigures(items: readonly OpenItem[], orders: TermsByOrder, day: AgingDay): AgingFigures {
  const figures = noFigures(day);
  for (const item of items) age(figures, item, orders, day);
  return figures;
}

type Growing = { -readonly [K in keyof AgingFigures]: AgingFigures[K] } & { buckets: Amount[] };

function noFigures({ bounds }: AgingDay): Growing {
  const buckets = [...bounds.map(() => ZERO), ZERO];
  return { orders: 0, notDue: ZERO, undated: ZERO, buckets, credit: ZERO, total: ZERO, baseTotal: ZERO };
}

function age(figures: Growing, item: OpenItem, orders: TermsByOrder, day: AgingDay): void {
  const place = agingPlace(item, orders, day);
  if (typeof place === 'number') figures.buckets[place] = add(figures.buckets[place] ?? ZERO, item.open);
  else figures[place] = add(figures[place], item.open);
  figures.orders += 1;
  figures.total = add(figures.total, item.open);
  figures.baseTotal = add(figures.baseTotal, item.baseOpen);
}
