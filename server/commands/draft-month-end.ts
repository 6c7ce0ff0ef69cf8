// The vouchers of a month's end, decided before anything is written: what was shipped at its cost, prepayments as 預收貨款,
// and foreign balances at the rate of the day, each only as far as earlier vouchers of the month do not show it already.
import {
  balancesOn,
  MONETARY_ROLES,
  prepaymentVouchers,
  revaluationVouchers,
  type ShopBalance,
  turned,
} from '../../core/ledger/month-end.ts';
import type { ItemPieces } from '../../core/ledger/cost-of-sales.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { ApiError } from '../api-error.ts';
import type { Statements } from '../store/database.ts';
import { foreignBalances, type Prepayment, prepaidOrders } from '../store/month-ends.ts';
import { draftCostOfSales } from './draft-cost-of-sales.ts';
import { must } from './load-scope.ts';
import { type MonthEnd, shownAlready } from './month-end.ts';

/** Orders that had been paid and had not shipped, where the company shows them; else none. */
export async function paidBeforeShipping(tx: Statements, end: MonthEnd): Promise<Prepayment[]> {
  return end.company.prepayments === 'advances' ? prepaidOrders(tx, end) : [];
}

export interface MonthEndDraft {
  /** All of the month's last day. */
  readonly vouchers: readonly VoucherDraft[];
  /** Pieces shipped by then that no delivery covers: they have no cost yet. */
  readonly withoutCost: readonly ItemPieces[];
}

/**
 * @throws ApiError RATE_MISSING where a foreign balance has no rate of the month; COST_CURRENCY where an item's costs are
 * not in the currency of the books
 */
export async function draftMonthEnd(
  tx: Statements,
  end: MonthEnd,
  prepaid: readonly Prepayment[],
): Promise<MonthEndDraft> {
  const { lastDay, company, shops } = end;
  const paid = prepaid.map(({ shopId, ...balance }) => ({ ...balance, shop: must(shops, shopId) }));
  const shown = shownAlready(end, 'advances').map(turned);
  const prepayments = prepaymentVouchers(paid, shown, lastDay, company);
  const cost = await draftCostOfSales(tx, end);
  const valued = await revaluation(tx, end, prepayments);
  return { vouchers: [...cost.vouchers, ...prepayments, ...valued], withoutCost: cost.waiting };
}

/** Money that goods are owed for is no debt of money: what is shown as 預收貨款 is not valued. */
async function revaluation(tx: Statements, end: MonthEnd, prepayments: readonly VoucherDraft[]) {
  const { lastDay: on, rateOn, company, shops } = end;
  const shown = shownAlready(end, 'valuation');
  const isWanted = company.revaluation === true && company.baseCurrency !== null;
  if (!isWanted && shown.length === 0) return [];
  const held = isWanted ? await foreignBalances(tx, MONETARY_ROLES, end) : [];
  const open = held.map(({ shopId, ...balance }): ShopBalance => ({ ...balance, shop: must(shops, shopId) }));
  const drafted = isWanted ? prepayments.filter(isForeign).flatMap((voucher) => balancesOn(voucher, 'suspense')) : [];
  const vouchers = revaluationVouchers([...open, ...drafted], shown, { on, rateOn }, company);
  if ('currency' in vouchers) throw new ApiError('RATE_MISSING', { currency: vouchers.currency, day: on });
  return vouchers;
}

const isForeign = ({ currency, baseCurrency }: VoucherDraft) => currency !== baseCurrency;
