// The cost of sales (銷貨成本) of a month end: what everything sold and shipped up to its last day cost, less what earlier
// month ends took. So a late or corrected cost is in the next month that is closed, and nothing posted is changed.
import type { BusinessDate } from '../../core/business-date.ts';
import { shopSettings } from '../../core/company.ts';
import {
  costOfSales,
  drawCostOfSales,
  type ItemPieces,
  type ItemValue,
  type ShopCost,
} from '../../core/ledger/cost-of-sales.ts';
import { subtract } from '../../core/money.ts';
import { sellsLater } from '../../core/reconcile/revenue-date.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { hasItemCosts, listItemCosts } from '../store/item-costs.ts';
import { firstSaleDays } from '../store/sales-documents.ts';
import { movementsUpTo } from '../store/stock.ts';
import { NO_SHOP } from '../store/vouchers.ts';
import { refuseForeignCost } from './enter-item-costs.ts';
import { must } from './load-scope.ts';
import type { MonthEnd } from './month-end.ts';

export interface CostDraft {
  /** One a shop and currency, of the month's last day; none where nothing is missing. */
  readonly vouchers: VoucherDraft[];
  /** Pieces shipped by then that no delivery covers. */
  readonly waiting: readonly ItemPieces[];
  /** What is left of the deliveries, with its value. */
  readonly onHand: readonly ItemValue[];
}

/**
 * Teams that enter no costs have no cost of sales, and their movements are not read.
 * @throws ApiError COST_CURRENCY where costs were entered before the base currency was another one
 */
export async function draftCostOfSales(tx: Statements, end: MonthEnd): Promise<CostDraft> {
  if (!(await hasItemCosts(tx, end.beforeEntry))) return { vouchers: [], waiting: [], onHand: [] };
  const held = await listItemCosts(tx, end.beforeEntry);
  refuseForeignCost(held, end.company);
  const moved = await movementsUpTo(tx, end.lastDay, end.beforeEntry);
  const soldOn = await daysOfSale(tx, end);
  const movements = moved.flatMap(({ shopId, orderId, ...movement }) => {
    const day = soldOn(shopId, orderId, movement.movedOn);
    return day === null
      ? []
      : [{ shop: must(end.shops, shopId), orderKey: String(orderId), ...movement, movedOn: day }];
  });
  const { costs, waiting, onHand } = costOfSales(held, movements, end.lastDay);
  const vouchers = drawCostOfSales(costs, postedCosts(end), end.lastDay, end.company);
  return { vouchers, waiting, onHand };
}

/**
 * Cost follows revenue: where a sale is booked later than its goods left (at completion, or by a consignment statement),
 * they are inventory until then. Null while an order of such a shop is not sold.
 */
async function daysOfSale(tx: Statements, end: MonthEnd) {
  const later = [...end.shops].filter(([id, key]) => id !== NO_SHOP && sellsLater(shopSettings(end.company, key)));
  const ids = new Set(later.map(([id]) => id));
  const days = ids.size === 0 ? new Map<number, BusinessDate>() : await firstSaleDays(tx, [...ids], end);
  return (shopId: number, orderId: number, movedOn: BusinessDate): BusinessDate | null => {
    if (!ids.has(shopId)) return movedOn;
    const day = days.get(orderId);
    return day === undefined ? null : day > movedOn ? day : movedOn;
  };
}

/** What month ends up to this month took to cost of sales; those of later months are no concern of it. */
function postedCosts({ month: last, earlier }: MonthEnd): ShopCost[] {
  const vouchers = earlier.filter(({ month, voucher }) => voucher.kind === 'cost' && month <= last);
  return vouchers.flatMap(({ shop, voucher: { currency, lines } }) =>
    lines
      .filter(({ role }) => role === 'costOfSales')
      .map(({ debit, credit }) => ({ shop, currency, cost: subtract(debit, credit) })),
  );
}
