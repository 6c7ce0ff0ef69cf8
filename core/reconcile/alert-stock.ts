// Low-stock alerts (庫存警示) over what was counted, what moved and what open orders still need.
import { compareText } from '../compare-text.ts';
import type { StockAlert, StockLevel } from '../stock.ts';

/** What the books hold of an item: Σ movements, and pieces of orders not shipped yet. */
export interface StockTotal {
  readonly sku: string;
  readonly moved: number;
  readonly reserved: number;
}

/**
 * The items that need attention, by item number. Items without a counted opening are named as such: their real level is
 * not known, and calling them low or fine would both be guesses.
 */
export function alertStock(levels: readonly StockLevel[], totals: readonly StockTotal[]): StockAlert[] {
  const known = new Map(levels.map((level) => [level.sku, level]));
  return totals
    .map(({ sku, moved, reserved }) => alertOf(sku, known.get(sku), moved, reserved))
    .filter((alert) => alert.kind === 'NO_OPENING' || alert.available < alert.safety)
    .sort((left, right) => compareText(left.sku, right.sku));
}

function alertOf(sku: string, level: StockLevel | undefined, moved: number, reserved: number): StockAlert {
  const onHand = (level?.opening ?? 0) + moved;
  const kind = level ? 'LOW' : 'NO_OPENING';
  return { sku, onHand, reserved, available: onHand - reserved, safety: level?.safety ?? 0, kind };
}
