// What a month end sees: the month, the settings, and what earlier month ends posted, as an entry of the log found them.
import type { BusinessDate } from '../../core/business-date.ts';
import type { CompanySettings } from '../../core/company.ts';
import type { PostedVoucher } from '../store/vouchers.ts';

export interface MonthEnd {
  /** Like 2026-11. */
  readonly month: string;
  readonly lastDay: BusinessDate;
  readonly company: CompanySettings;
  /** Keys of shops by id. */
  readonly shops: ReadonlyMap<number, string>;
  /** Rows that this entry of the log or a later one tells of are not seen. */
  readonly beforeEntry: number;
  /** Vouchers of month-end runs so far, each with the month it was for. */
  readonly earlier: readonly EarlierVoucher[];
}

export interface EarlierVoucher {
  readonly month: string;
  readonly shop: string;
  readonly voucher: PostedVoucher;
}
