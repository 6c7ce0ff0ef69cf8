// The vouchers of a month's end drawn again: from the books as its entry of the log found them, and from the orders it
// showed as paid and not shipped.
import { monthOf } from '../../core/business-date.ts';
import { dayAfter } from '../../core/ledger/month-end.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import { ratesOf } from '../../core/reconcile/exchange-rates.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import { draftMonthEnd } from '../commands/draft-month-end.ts';
import { loadMonthEnd } from '../commands/month-end.ts';
import type { Statements } from '../store/database.ts';
import { prepaymentsOfRun } from '../store/month-ends.ts';
import type { PostedVoucher } from '../store/vouchers.ts';
import type { BooksAt } from './books-at.ts';
import type { RunOfVouchers } from './redraw-vouchers.ts';

/** Those of the last day, in the order in which the run posted them. */
export async function redrawMonthEnd(
  tx: Statements,
  run: RunOfVouchers,
  now: BooksAt,
): Promise<readonly VoucherDraft[]> {
  const settings = { month: monthOf(run.asOf), company: now.company, rateOn: ratesOf(now), beforeEntry: run.entry };
  const end = await loadMonthEnd(tx, settings);
  return (await draftMonthEnd(tx, end, await prepaymentsOfRun(tx, run.id))).vouchers;
}

/** What turns a voucher of the last day back: on the first open day after it. */
export function turnedBack(original: PostedVoucher, shop: string, run: RunOfVouchers, now: BooksAt): VoucherDraft {
  const { number, kind, postedOn, currency, baseCurrency, summary, lines } = original;
  const posted = { number, kind, shop, postedOn, currency, baseCurrency, summary, lines, reverses: null };
  return reverseVoucher(posted, openDay(dayAfter(run.asOf), now.closedMonths), now.company);
}
