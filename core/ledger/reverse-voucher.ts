// The reversal of a posted voucher (沖銷): the same lines with the sides exchanged. Both stay in the books.
import type { BusinessDate } from '../business-date.ts';
import type { CompanySettings } from '../company.ts';
import type { Voucher, VoucherDraft, VoucherLine } from '../voucher.ts';
import { balanced } from './entry.ts';
import { reversalSummary } from './summaries.ts';

/** @param postedOn the day of the reversal, in an open period */
export function reverseVoucher(voucher: Voucher, postedOn: BusinessDate, company: CompanySettings): VoucherDraft {
  const { kind, shop, currency, baseCurrency, number, summary, lines } = voucher;
  return balanced({
    kind,
    shop,
    postedOn,
    currency,
    baseCurrency,
    summary: reversalSummary(number, summary, company),
    lines: lines.map(exchanged),
  });
}

/** The accounts are those of the day of posting, also when the chart has changed since. */
function exchanged(line: VoucherLine): VoucherLine {
  return {
    role: line.role,
    account: line.account,
    debit: line.credit,
    credit: line.debit,
    baseDebit: line.baseCredit,
    baseCredit: line.baseDebit,
  };
}
