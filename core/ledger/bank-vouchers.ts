// Money between wallet and bank: the withdrawal leaves the wallet, the deposit reaches the bank less the transfer fee.
import type { BusinessDate } from '../business-date.ts';
import type { Company } from '../company.ts';
import { type Amount, type Currency, subtract, sum } from '../money.ts';
import type { VoucherDraft } from '../voucher.ts';
import { credit, debit, voucherOf } from './entry.ts';
import { gainEntries } from './receipt-entries.ts';
import { summaryOf } from './summaries.ts';

export interface MoneyMoved {
  readonly shop: string;
  readonly currency: Currency;
  readonly postedOn: BusinessDate;
  /** What left the wallet, or what is on its way. */
  readonly left: Amount;
  /** `left` at the base it stands in the books with; null while the company keeps each currency by itself. */
  readonly leftBase: Amount | null;
}

/** Dr 在途款 / Cr 錢包: for a wallet statement. A payout report that names its withdrawals books them by its receipt. */
export function withdrawalVoucher(moved: MoneyMoved, company: Company): VoucherDraft | null {
  const { left, leftBase } = moved;
  const base = leftBase ?? left;
  const head = moneyHead(moved, 'withdrawal', company);
  return voucherOf(head, [debit('transit', left, base), credit('wallet', left, base)], company);
}

export interface MoneyArrived extends MoneyMoved {
  /** Where it came from: straight from the wallet, or from what a withdrawal put on its way. */
  readonly from: 'wallet' | 'transit';
  /** What the bank credited. The difference is the transfer fee (匯費), without input VAT. */
  readonly arrived: Amount;
  /** Arrived and fee at the rate of the day, in base currency; null while each currency is kept by itself. */
  readonly arrivedBase: { readonly arrived: Amount; readonly fee: Amount } | null;
}

/** Dr 銀行存款, 匯費 / Cr 錢包 (or 在途款); in a foreign currency with the exchange gain between the two rates. */
export function depositVoucher(moved: MoneyArrived, company: Company): VoucherDraft | null {
  const { from, left, arrived } = moved;
  const fee = subtract(left, arrived);
  const base = {
    left: moved.leftBase ?? left,
    arrived: moved.arrivedBase?.arrived ?? arrived,
    fee: moved.arrivedBase?.fee ?? fee,
  };
  const gain = subtract(sum([base.arrived, base.fee]), base.left);
  const entries = [
    debit('bank', arrived, base.arrived),
    debit('transferFees', fee, base.fee),
    credit(from, left, base.left),
    ...gainEntries(gain),
  ];
  return voucherOf(moneyHead(moved, 'deposit', company), entries, company);
}

type MoneySummary = 'withdrawal' | 'deposit' | 'converted' | 'conversion';

export function moneyHead(
  { shop, postedOn, currency }: Pick<MoneyMoved, 'shop' | 'postedOn' | 'currency'>,
  what: MoneySummary,
  company: Company,
) {
  return {
    kind: 'bank' as const,
    shop,
    postedOn,
    currency,
    baseCurrency: company.baseCurrency ?? currency,
    summary: summaryOf(what, company),
  };
}
