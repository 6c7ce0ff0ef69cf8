// From documents to double entry: one voucher for a day's sales documents of one kind, one for each receipt.
import { type Company, shopSettings } from '../company.ts';
import { compareText } from '../compare-text.ts';
import type { ReceiptDraft, ReceiptKind } from '../receipt.ts';
import type { PlannedVoucher } from '../reconcile/plan.ts';
import { SALES_DOCUMENT_KINDS, type SalesDocumentDraft } from '../sales-document.ts';
import type { VoucherDraft, VoucherKind } from '../voucher.ts';
import { voucherOf } from './entry.ts';
import { receiptEntries } from './receipt-entries.ts';
import { salesEntries } from './sales-entries.ts';
import { receiptSummary, salesSummary } from './summaries.ts';

export interface DocumentsToPost {
  /** Valued: with base amounts when the company has a base currency. */
  readonly sales: readonly SalesDocumentDraft[];
  readonly receipts: readonly ReceiptDraft[];
  readonly company: Company;
}

/** The vouchers in the order in which they get their numbers: by day, sales before receipts. */
export function drawVouchers(input: DocumentsToPost): PlannedVoucher[] {
  const vouchers = [...salesVouchers(input), ...receiptVouchers(input)];
  return vouchers.sort((left, right) => compareText(left.voucher.postedOn, right.voucher.postedOn));
}

interface Placed {
  readonly document: SalesDocumentDraft;
  readonly place: number;
}

function salesVouchers({ sales, company }: DocumentsToPost): PlannedVoucher[] {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  sales.forEach((document, place) => {
    const key = groupKey(document);
    const group = groups.get(key);
    if (group) group.push({ document, place });
    else groups.set(key, [{ document, place }]);
  });
  return [...groups]
    .sort(([left], [right]) => compareText(left, right))
    .flatMap(([, group]) => {
      const voucher = salesVoucher(group, company);
      return voucher ? [{ voucher, documents: { sales: group.map(({ place }) => place), receipts: [] } }] : [];
    });
}

/** Day, shop, kind and currency, in the order in which the vouchers stand. */
function groupKey({ documentOn, shop, kind, currency }: SalesDocumentDraft): string {
  return [documentOn, shop, SALES_DOCUMENT_KINDS.indexOf(kind), currency].join('\u001e');
}

function salesVoucher(group: readonly [Placed, ...Placed[]], company: Company): VoucherDraft | null {
  const { shop, currency, documentOn, kind } = group[0].document;
  const { settlement } = shopSettings(company, shop);
  const head = {
    kind: 'sales',
    shop,
    postedOn: documentOn,
    currency,
    baseCurrency: company.baseCurrency ?? currency,
    summary: salesSummary(kind, settlement, group.length, company),
  } as const;
  return voucherOf(
    head,
    group.flatMap(({ document }) => salesEntries(document, company)),
    company,
  );
}

const VOUCHER_KINDS: Readonly<Record<ReceiptKind, VoucherKind>> = {
  payout: 'receipt',
  expense: 'expense',
  transfer: 'transfer',
};

function receiptVouchers({ receipts, company }: DocumentsToPost): PlannedVoucher[] {
  return receipts.flatMap((receipt, place) => {
    const voucher = receiptVoucher(receipt, company);
    return voucher ? [{ voucher, documents: { sales: [], receipts: [place] } }] : [];
  });
}

function receiptVoucher(receipt: ReceiptDraft, company: Company): VoucherDraft | null {
  const { kind, shop, currency, receivedOn } = receipt;
  const head = {
    kind: VOUCHER_KINDS[kind],
    shop,
    postedOn: receivedOn,
    currency,
    baseCurrency: company.baseCurrency ?? currency,
    summary: receiptSummary(kind, company),
  };
  return voucherOf(head, receiptEntries(receipt, company), company);
}
