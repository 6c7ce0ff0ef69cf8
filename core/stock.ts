// Stock: moved only by shipping and return documents, never by payouts.
import type { BusinessDate } from './business-date.ts';
import type { Amount, Currency } from './money.ts';

/** Why stock moved: goods left with an order, or came back from it. */
export type MovementCause = 'shipped' | 'returned';

/** A signed stock movement (庫存異動) of one item of one order. Corrections are further movements; none is ever changed. */
export interface StockMovement {
  readonly shop: string;
  readonly orderNumber: string;
  readonly sku: string;
  readonly cause: MovementCause;
  /** Pieces: negative leaves the warehouse, positive comes in. Never zero. */
  readonly quantity: number;
  readonly movedOn: BusinessDate;
}

/** A stock level set by the user: pieces counted before any movement, and the level to warn at (安全庫存). */
export interface StockLevel {
  readonly sku: string;
  readonly opening: number;
  readonly safety: number;
}

/** An item that needs attention. On hand = opening + movements; available = on hand − reserved by open orders. */
export interface StockAlert {
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly safety: number;
  /** `LOW`: available is under the safety level. `NO_OPENING`: nothing was ever counted, so the level is not known. */
  readonly kind: 'LOW' | 'NO_OPENING';
}

/**
 * What a delivery of one item cost (進貨成本), as people enter it: no platform's file says. It values what was shipped and
 * moves no stock. Known by item, day and reference: the same again corrects it, quantity 0 takes it out.
 */
export interface ItemCost {
  readonly sku: string;
  readonly receivedOn: BusinessDate;
  /** Number of the delivery or of its invoice; may be empty. */
  readonly reference: string;
  readonly quantity: number;
  /** Of all pieces together, without the tax that is deducted. */
  readonly cost: Amount;
  readonly currency: Currency;
}
