// The voucher of a platform's invoice drawn again: from the invoice of its run, or as the reversal of the one it takes back.
import { feeInvoiceVoucher } from '../../core/ledger/fee-invoice.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import type { VoucherDraft } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { listInvoices } from '../store/fee-invoices.ts';
import type { PostedVoucher } from '../store/vouchers.ts';
import type { BooksAt } from './books-at.ts';
import type { RunOfVouchers } from './redraw-vouchers.ts';

/** @param original the voucher that this one takes back */
export async function redrawFeeInvoice(
  tx: Statements,
  run: RunOfVouchers,
  { original, shops }: { readonly original: PostedVoucher | undefined; readonly shops: ReadonlyMap<number, string> },
  { company, closedMonths }: BooksAt,
): Promise<VoucherDraft[]> {
  const invoice = (await listInvoices(tx)).find(({ runId }) => runId === run.id);
  if (invoice === undefined) return [];
  const shop = shops.get(invoice.shopId) ?? '';
  if (invoice.reverses !== null)
    return original === undefined ? [] : [reverseVoucher({ ...original, shop, reverses: null }, run.asOf, company)];
  const voucher = feeInvoiceVoucher({ ...invoice, shop }, openDay(invoice.invoicedOn, closedMonths), company);
  return voucher === null ? [] : [voucher];
}
