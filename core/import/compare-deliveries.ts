// Deliveries of a sheet beside those that are held: what is new, what becomes a further version, what is taken out.
import { add, type Amount, type Currency } from '../money.ts';
import type { ItemCost } from '../stock.ts';

/** How many deliveries of each kind. */
export interface DeliveryNews {
  readonly fresh: number;
  /** Held under the same item, day and reference otherwise: a further version. */
  readonly changed: number;
  readonly unchanged: number;
  /** Held, and taken out by no pieces. */
  readonly takenOut: number;
}

const keyOf = ({ sku, receivedOn, reference }: ItemCost) => JSON.stringify([sku, receivedOn, reference]);

/** The one that is held under the same item, day and reference; null where none is. */
export function heldDelivery(held: readonly ItemCost[], delivery: ItemCost): ItemCost | null {
  const key = keyOf(delivery);
  return held.find((one) => keyOf(one) === key) ?? null;
}

/** @param held those that stand: none without pieces */
export function compareDeliveries(deliveries: readonly ItemCost[], held: readonly ItemCost[]): DeliveryNews {
  const known = new Map(held.map((one) => [keyOf(one), one]));
  const news = { fresh: 0, changed: 0, unchanged: 0, takenOut: 0 };
  for (const delivery of deliveries) news[kindOf(delivery, known.get(keyOf(delivery)))]++;
  return news;
}

function kindOf(delivery: ItemCost, held: ItemCost | undefined): keyof DeliveryNews {
  // Nobody entered it: no pieces take nothing out.
  if (held === undefined) return delivery.quantity === 0 ? 'unchanged' : 'fresh';
  if (delivery.quantity === 0) return 'takenOut';
  const { quantity, cost, currency } = delivery;
  return quantity === held.quantity && cost === held.cost && currency === held.currency ? 'unchanged' : 'changed';
}

export interface DeliverySum {
  readonly currency: Currency;
  readonly pieces: number;
  readonly cost: Amount;
}

/** Σ pieces and Σ cost of each currency, in the order in which they come. */
export function sumDeliveries(deliveries: readonly ItemCost[]): DeliverySum[] {
  const sums = new Map<Currency, DeliverySum>();
  for (const { currency, quantity, cost } of deliveries) {
    const before = sums.get(currency);
    sums.set(
      currency,
      before === undefined
        ? { currency, pieces: quantity, cost }
        : { currency, pieces: before.pieces + quantity, cost: add(before.cost, cost) },
    );
  }
  return [...sums.values()];
}
