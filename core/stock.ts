// Stock: moved only by shipping and return documents, never by payouts.
import type { BusinessDate } from './business-date.ts';

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
