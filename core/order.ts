// The order: what a platform's order export says was sold, and what the platform owes for it.
import type { BusinessDate } from './business-date.ts';
import type { Amount, Currency } from './money.ts';

/** How far an order has come. Only a shipped order opens a receivable (銷貨單 at shipment). */
export const ORDER_STAGES = ['unshipped', 'shipped', 'completed', 'cancelled'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

/** One item line (訂單明細). Quantities are whole pieces. */
export interface OrderLine {
  /** Seller's item number (貨號); falls back to the platform's variation id. */
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Pieces that came back; between 0 and `quantity`. */
  readonly returned: number;
  /** Price of one piece as charged, tax included. */
  readonly unitPrice: Amount;
}

/**
 * Freight the buyer paid (買家運費), what the platform adds to the price (平台補貼), and goods at what the platform settles
 * for them (合約價、進價、結算價) where the export tells that instead of what the buyer pays.
 */
export const ORDER_PARTS = ['BUYER_SHIPPING', 'PLATFORM_SUBSIDY', 'CONTRACT_PRICE'] as const;
export type OrderPart = (typeof ORDER_PARTS)[number];
export type OrderParts = Readonly<Partial<Record<OrderPart, Amount>>>;

/** An order (訂單) as one export shows it: a snapshot that a newer export replaces as a whole. */
export interface Order {
  /** The platform's number (平台單號); the key together with company and shop. */
  readonly orderNumber: string;
  readonly stage: OrderStage;
  /** The platform's own status words, for reading. */
  readonly status: string;
  /** True when the platform says money went back to the buyer, whatever the quantity returned. */
  readonly refunded: boolean;
  readonly currency: Currency;
  readonly orderedOn: BusinessDate | null;
  readonly paidOn: BusinessDate | null;
  readonly shippedOn: BusinessDate | null;
  readonly completedOn: BusinessDate | null;
  /** G: what the platform owes before its deductions (應收帳款), tax included. Not what the buyer paid. */
  readonly receivable: Amount;
  /** C: credit for returned goods (銷退/折讓), between 0 and `receivable`. */
  readonly credited: Amount;
  /** The parts of `receivable` that the export tells apart; what it does not name is price of goods. */
  readonly parts?: OrderParts | undefined;
  /** Other numbers of the same order (子單號, 物流單號): payouts may name them instead. */
  readonly aliases?: readonly string[] | undefined;
  /** In a fixed order (sku, price, quantity), so that a shuffled sheet gives the same order. */
  readonly lines: readonly OrderLine[];
  /** Sheet row of the order's first line. */
  readonly sourceRow: number;
}

/** True once goods left: the receivable exists and stock has moved. */
export function isShipped(order: Pick<Order, 'stage'>): boolean {
  return order.stage === 'shipped' || order.stage === 'completed';
}
