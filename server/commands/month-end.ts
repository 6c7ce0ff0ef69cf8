// What a month's end is drawn from: the settings of its day, and what earlier month ends posted. Drawn for posting as the
// books are, and for `verify` as an entry of the audit log found them.
import type { BusinessDate } from '../../core/business-date.ts';
import { monthOf } from '../../core/business-date.ts';
import type { Company } from '../../core/company.ts';
import { balancesOn, lastDayOf, type ShopBalance } from '../../core/ledger/month-end.ts';
import type { RateOn } from '../../core/reconcile/exchange-rates.ts';
import type { AccountRole } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { monthEndVouchers } from '../store/month-ends.ts';
import { NO_SHOP, type PostedVoucher, vouchersById } from '../store/vouchers.ts';
import { listShops } from '../store/shops.ts';
import { must } from './load-scope.ts';

export interface MonthEnd {
  /** `2026-11`. */
  readonly month: string;
  readonly lastDay: BusinessDate;
  readonly company: Company;
  readonly rateOn: RateOn;
  /** Keys by id. */
  readonly shops: ReadonlyMap<number, string>;
  /** Rows that this entry of the log or a later one tells of are not seen. */
  readonly beforeEntry: number;
  /** Vouchers of month ends so far, oldest first. */
  readonly earlier: readonly EarlierVoucher[];
}

export interface EarlierVoucher {
  /** The month whose end it was for. */
  readonly month: string;
  readonly shop: string;
  readonly voucher: PostedVoucher;
}

/** Every entry there is. */
export const NO_ENTRY_YET = Number.MAX_SAFE_INTEGER;

type Settings = Pick<MonthEnd, 'month' | 'company' | 'rateOn' | 'beforeEntry'>;

export async function loadMonthEnd(tx: Statements, settings: Settings): Promise<MonthEnd> {
  const shops = new Map([...(await listShops(tx)).map(({ id, key }) => [id, key] as const), [NO_SHOP, '']]);
  const days = await monthEndVouchers(tx, settings.beforeEntry);
  const vouchers = days.size === 0 ? [] : await vouchersById(tx, [...days.keys()]);
  const earlier = vouchers.map((voucher) => {
    return { month: monthOf(must(days, voucher.id)), shop: must(shops, voucher.shopId), voucher };
  });
  return { ...settings, lastDay: lastDayOf(settings.month), shops, earlier };
}

/**
 * Σ debit − credit of an account on the vouchers of month ends that stand on the last day, by shop and currency: what this
 * month's end showed already, and what an earlier one still shows. A month that was opened again while later ones were
 * closed is turned back after those.
 */
export function shownAlready({ lastDay, earlier }: MonthEnd, role: AccountRole): ShopBalance[] {
  return earlier
    .filter(({ voucher }) => voucher.postedOn <= lastDay)
    .flatMap(({ shop, voucher }) => balancesOn({ ...voucher, shop }, role));
}
