// When a sale is in the books (收入認列時點): once goods have left, or, where the shop's policy waits for it, once the order is
// completed. Stock moves at shipment either way.
import type { BusinessDate } from '../business-date.ts';
import type { ShopSettings } from '../company.ts';
import { isShipped, type Order } from '../order.ts';
import type { OrderAccount } from './account.ts';

/** Nothing is owed by an order before. What is booked stays when the policy changes: it holds for sales to come. */
export function isSold({ order, documented }: SaleFacts, shop: ShopSettings): boolean {
  return isShipped(order) && (!waitsForCompletion(shop) || order.stage === 'completed' || documented.sold !== 0);
}

type SaleFacts = Pick<OrderAccount, 'order'> & { readonly documented: Pick<OrderAccount['documented'], 'sold'> };

/** In consignment the statement says what is sold. */
export function waitsForCompletion({ settlement, revenueOn }: Pick<ShopSettings, 'settlement' | 'revenueOn'>): boolean {
  return settlement === 'marketplace' && revenueOn === 'completed';
}

/** Whether a sale may be booked after its goods have left: at completion, or by a consignment statement. */
export function sellsLater(shop: Pick<ShopSettings, 'settlement' | 'revenueOn'>): boolean {
  return shop.settlement === 'consignment' || waitsForCompletion(shop);
}

/** The day of the sale, or the nearest the export knows. */
export function soldOn(order: Order, shop: ShopSettings, asOf: BusinessDate): BusinessDate {
  const { shippedOn, completedOn, paidOn, orderedOn } = order;
  const day = waitsForCompletion(shop) ? (completedOn ?? shippedOn) : (shippedOn ?? completedOn);
  return day ?? paidOn ?? orderedOn ?? asOf;
}
