// Cost of sales (銷貨成本) at moving average: what the deliveries of each item cost, against the pieces that orders moved.
// Always reckoned from the first delivery on, so that a late or corrected cost changes the sum and nothing posted.
import type { BusinessDate } from '../business-date.ts';
import { compareText } from '../compare-text.ts';
import type { Company } from '../company.ts';
import { type Amount, add, type Currency, negate, ZERO } from '../money.ts';
import type { ItemCost } from '../stock.ts';
import type { VoucherDraft } from '../voucher.ts';
import { credit, debit, voucherOf } from './entry.ts';
import { ItemStock } from './item-stock.ts';
import { summaryOf } from './summaries.ts';

/** A stock movement of an order: negative leaves, positive comes back. */
export interface CostedMovement {
  /** Counts up as they were posted. */
  readonly id: number;
  /** The movement that this one takes back, of the same order, item and number of pieces. */
  readonly reverses: number | null;
  readonly shop: string;
  /** Of one order in all shops. */
  readonly orderKey: string;
  readonly sku: string;
  readonly quantity: number;
  readonly movedOn: BusinessDate;
}

/** Cost of what a shop has shipped and not got back. */
export interface ShopCost {
  readonly shop: string;
  readonly currency: Currency;
  readonly cost: Amount;
}

export interface ItemPieces {
  readonly sku: string;
  readonly pieces: number;
}

/** An item on hand, as the deliveries and the orders leave it. */
export interface ItemValue extends ItemPieces {
  readonly currency: Currency;
  readonly value: Amount;
}

/** Each list sorted, without what is zero. */
export interface CostOfSales {
  readonly costs: readonly ShopCost[];
  readonly onHand: readonly ItemValue[];
  /** Shipped pieces that no delivery covers: they have no cost yet. */
  readonly waiting: readonly ItemPieces[];
  /** Pieces that came back before they were shipped: when they are, they never left. */
  readonly ahead: readonly ItemPieces[];
}

/**
 * Σ cost of the deliveries = Σ `costs` + Σ value on hand, exactly. Within a day deliveries come first, then what came
 * back, then what was shipped, each in the order of reference or id. The order of the rows given does not matter.
 * @param costs one for each item, day and reference; those of one item in one currency
 * @param lastDay what is of a later day is not seen
 */
export function costOfSales(
  costs: readonly ItemCost[],
  movements: readonly CostedMovement[],
  lastDay: BusinessDate,
): CostOfSales {
  const events = new Map<string, Event[]>();
  for (const one of costs) if (one.receivedOn <= lastDay && one.quantity > 0) push(events, one.sku, deliveryOf(one));
  for (const one of standing(movements, lastDay)) push(events, one.sku, movementOf(one));
  const items = [...events].sort(([left], [right]) => compareText(left, right));
  return summed(items.map(([sku, own]) => walk(sku, own)));
}

interface Event {
  readonly on: BusinessDate;
  /** 0 delivered, 1 back, 2 shipped. */
  readonly rank: number;
  readonly reference: string;
  readonly id: number;
  /** Null for what an order moves. */
  readonly delivered: ItemCost | null;
  readonly moved: CostedMovement | null;
}

const deliveryOf = (delivered: ItemCost): Event => {
  return { on: delivered.receivedOn, rank: 0, reference: delivered.reference, id: 0, delivered, moved: null };
};

const movementOf = (moved: CostedMovement): Event => {
  return { on: moved.movedOn, rank: moved.quantity > 0 ? 1 : 2, reference: '', id: moved.id, delivered: null, moved };
};

function push(events: Map<string, Event[]>, sku: string, event: Event): void {
  const own = events.get(sku);
  if (own) own.push(event);
  else events.set(sku, [event]);
}

/**
 * What was undone by the last day is as if it had never been, so that an undo with another run behind it leaves every
 * cost as it was; until the day of the undo the movement stands.
 */
function standing(movements: readonly CostedMovement[], lastDay: BusinessDate): CostedMovement[] {
  const seen = new Map<number, CostedMovement>();
  for (const one of movements) if (one.movedOn <= lastDay) seen.set(one.id, one);
  for (const { id, reverses } of [...seen.values()]) {
    if (reverses !== null && seen.delete(reverses)) seen.delete(id);
  }
  return [...seen.values()];
}

const inOrder = (left: Event, right: Event) =>
  compareText(left.on, right.on) ||
  left.rank - right.rank ||
  compareText(left.reference, right.reference) ||
  left.id - right.id;

interface Item {
  readonly sku: string;
  /** Null for an item that was never delivered. */
  readonly currency: Currency | null;
  readonly stock: ItemStock;
}

function walk(sku: string, events: readonly Event[]): Item {
  const currencies = [...new Set(events.flatMap(({ delivered }) => delivered?.currency ?? []))];
  const [currency = null] = currencies;
  if (currencies.length > 1) throw new Error(`costs of one item in several currencies: ${currencies.join(' ')}`);
  const stock = new ItemStock(currency ?? '');
  for (const { delivered, moved } of [...events].sort(inOrder)) {
    if (delivered) stock.comeIn(delivered.quantity, delivered.cost);
    else if (moved && moved.quantity < 0) stock.goOut(moved.orderKey, moved.shop, -moved.quantity);
    else if (moved) stock.comeBack(moved.orderKey, moved.shop, moved.quantity);
  }
  return { sku, currency, stock };
}

function summed(items: readonly Item[]): CostOfSales {
  const pieces = (of: 'waiting' | 'ahead') => {
    const sums = items.map(({ sku, stock }) => ({ sku, pieces: sumOf(stock, of) }));
    return sums.filter((one) => one.pieces > 0);
  };
  const onHand = items.flatMap(({ sku, currency, stock }) =>
    currency === null || stock.pieces === 0 ? [] : [{ sku, currency, pieces: stock.pieces, value: stock.value }],
  );
  return { costs: costsOf(items), onHand, waiting: pieces('waiting'), ahead: pieces('ahead') };
}

function sumOf({ orders }: ItemStock, of: 'waiting' | 'ahead'): number {
  let total = 0;
  for (const order of orders.values()) total += order[of];
  return total;
}

function costsOf(items: readonly Item[]): ShopCost[] {
  const costs: ShopCost[] = [];
  for (const { currency, stock } of items) {
    if (currency === null) continue;
    for (const { shop, cost } of stock.orders.values()) costs.push({ shop, currency, cost });
  }
  return byShop(costs);
}

/** One a shop and currency, sorted, without zero. */
function byShop(costs: readonly ShopCost[]): ShopCost[] {
  const sums = new Map<string, ShopCost>();
  for (const { shop, currency, cost } of costs) {
    const key = `${shop}\u001f${currency}`;
    sums.set(key, { shop, currency, cost: add(sums.get(key)?.cost ?? ZERO, cost) });
  }
  const left = [...sums.values()].filter(({ cost }) => cost !== 0);
  return left.sort((one, other) => compareText(one.shop, other.shop) || compareText(one.currency, other.currency));
}

/**
 * The vouchers over what the books do not hold yet: Dr 銷貨成本 / Cr 商品存貨 for each shop and currency, the other way
 * where less was shipped in the end, or cost less, than was posted.
 * @param posted what earlier vouchers took to cost of sales, several a shop if need be
 */
export function drawCostOfSales(
  costs: readonly ShopCost[],
  posted: readonly ShopCost[],
  postedOn: BusinessDate,
  company: Company,
): VoucherDraft[] {
  const missing = byShop([...costs, ...posted.map((one) => ({ ...one, cost: negate(one.cost) }))]);
  const summary = summaryOf('cost', company);
  return missing.flatMap(({ shop, currency, cost }) => {
    const head = { kind: 'cost' as const, shop, postedOn, currency, baseCurrency: currency, summary };
    return voucherOf(head, [debit('costOfSales', cost), credit('inventory', cost)], company) ?? [];
  });
}

/**
 * A cost that is not in the currency in which its item is valued: the base currency, or, where none is kept, that of the
 * item's other costs. Null when there is none.
 */
export function foreignCost(
  costs: readonly ItemCost[],
  baseCurrency: Currency | null,
): { readonly sku: string; readonly currency: Currency; readonly expected: Currency } | null {
  const currencies = new Map<string, Currency>();
  for (const { sku, quantity, currency } of costs) {
    if (quantity === 0) continue;
    const expected = baseCurrency ?? currencies.get(sku) ?? currency;
    if (currency !== expected) return { sku, currency, expected };
    currencies.set(sku, currency);
  }
  return null;
}
