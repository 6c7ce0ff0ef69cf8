// The vouchers of a run drawn again, from the documents as they stand and by what the team had set then, with the same
// functions that drew them at posting. What they give must be what is posted.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Company } from '../../core/company.ts';
import { drawVouchers } from '../../core/ledger/draw-vouchers.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import { filingPeriodOf, trueUpVat } from '../../core/ledger/vat-period.ts';
import type { ReceiptDraft } from '../../core/receipt.ts';
import { ownKey } from '../../core/reconcile/bad-debt.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import type { SalesDocumentDraft } from '../../core/sales-document.ts';
import type { Voucher, VoucherDraft } from '../../core/voucher.ts';
import { ownEntryId } from '../commands/load-scope.ts';
import { takenOff } from '../commands/true-up-vat.ts';
import { voucherOfDocument } from '../commands/value-bank-document.ts';
import { bankDocumentsById, type PostedBankDocument } from '../store/bank-documents.ts';
import type { Statements } from '../store/database.ts';
import { type PostedReceipt, receiptsById } from '../store/receipts.ts';
import type { Run } from '../store/runs.ts';
import { type PostedSale, salesById, salesOfPeriod } from '../store/sales-documents.ts';
import { type PostedVoucher, taxVouchers, vouchersById, type VoucherSource } from '../store/vouchers.ts';
import type { BooksAt } from './books-at.ts';
import { redrawFeeInvoice } from './redraw-fee-invoice.ts';
import { turnedBack } from './redraw-month-end.ts';

/** A run as far as its vouchers depend on it. */
export interface RunOfVouchers {
  readonly id: number;
  readonly kind: Run['kind'];
  readonly asOf: BusinessDate;
  /** The entry of the log that tells of it. */
  readonly entry: number;
}

export interface Redrawing {
  readonly run: RunOfVouchers;
  readonly booksAt: (entry: number) => BooksAt;
  /** Of each voucher: the entry that told of the one which it was drawn in the place of. */
  readonly entryOfEarlier: ReadonlyMap<number, number>;
  /** What the run shows of a month's last day: drawn once for all of its vouchers, from every movement up to that day. */
  readonly monthEnd: () => Promise<readonly VoucherDraft[]>;
  /** Keys by id. */
  readonly shops: ReadonlyMap<number, string>;
}

/** The documents of a run's vouchers, by kind and id. */
export interface Documents {
  readonly sales: ReadonlyMap<number, PostedSale>;
  readonly receipts: ReadonlyMap<number, PostedReceipt>;
  readonly bank: ReadonlyMap<number, PostedBankDocument>;
  /** Those that the run's reversals take back. */
  readonly originals: ReadonlyMap<number, PostedVoucher>;
}

export async function documentsOf(tx: Statements, vouchers: readonly PostedVoucher[]): Promise<Documents> {
  const ids = (kind: VoucherSource) =>
    vouchers.flatMap(({ documents }) => documents.filter(({ document }) => document === kind).map(({ id }) => id));
  return {
    sales: byId(await salesById(tx, ids('sales'))),
    receipts: byId(await receiptsById(tx, ids('receipt'))),
    bank: byId(await bankDocumentsById(tx, ids('bank'))),
    originals: byId(
      await vouchersById(
        tx,
        vouchers.flatMap(({ reverses }) => reverses ?? []),
      ),
    ),
  };
}

const byId = <One extends { readonly id: number }>(all: readonly One[]) => new Map(all.map((one) => [one.id, one]));

/**
 * Every voucher that the documents of the posted one give: one, when the books are right.
 * @throws Error where documents give no voucher at all
 */
export async function redraw(
  tx: Statements,
  voucher: PostedVoucher,
  documents: Documents,
  redrawing: Redrawing,
): Promise<VoucherDraft[]> {
  const { run, booksAt, shops } = redrawing;
  const own = ownDocuments(voucher, documents);
  const now = booksAt(run.entry);
  if (run.kind === 'month-end') return monthEndVoucher(tx, voucher, documents, redrawing);
  if (run.kind === 'fee-invoice') {
    const original = documents.originals.get(voucher.reverses ?? 0);
    return redrawFeeInvoice(tx, run, { original, shops }, now);
  }
  if (voucher.reverses !== null) return reversalOf(voucher, own, documents, { ...redrawing, company: now.company });
  if (own.all.length === 0) return run.kind === 'vat' ? taxVoucher(tx, voucher, redrawing, now) : [];
  const [bank] = own.bank;
  if (bank !== undefined && own.all.length === 1) {
    const draft = { ...bank, shop: shopOf(shops, bank.shopId) };
    const drawn = await voucherOfDocument(tx, draft, bank.shopId, now, voucher.id);
    return drawn === null ? [] : [drawn];
  }
  const { company } = booksAt(redrawing.entryOfEarlier.get(voucher.id) ?? run.entry);
  const isUndo = run.kind === 'reversal';
  const sales = own.sales.map((sale) => {
    const draft = saleDraft(sale, shops);
    // What stays of a voucher that is taken back is drawn again on the day of the undo.
    return isUndo ? { ...draft, documentOn: run.asOf } : draft;
  });
  const receipts = own.receipts.map((receipt) => receiptDraft(receipt, shops));
  return drawVouchers({ sales, receipts, company }).map((planned) => planned.voucher);
}

function shopOf(shops: Redrawing['shops'], id: number): string {
  const key = shops.get(id);
  if (key === undefined) throw new Error(`no shop ${id}`);
  return key;
}

interface Own {
  readonly sales: readonly PostedSale[];
  readonly receipts: readonly PostedReceipt[];
  readonly bank: readonly PostedBankDocument[];
  readonly all: readonly { readonly id: number; readonly reverses: number | null; readonly on: BusinessDate }[];
}

function ownDocuments({ documents: named }: PostedVoucher, { sales, receipts, bank }: Documents): Own {
  const own = <One>(kind: VoucherSource, of: ReadonlyMap<number, One>) =>
    named.filter(({ document }) => document === kind).flatMap(({ id }) => of.get(id) ?? []);
  const parts = { sales: own('sales', sales), receipts: own('receipt', receipts), bank: own('bank', bank) };
  const all = [
    ...parts.sales.map(({ id, reverses, documentOn: on }) => ({ id, reverses, on })),
    ...parts.receipts.map(({ id, reverses, receivedOn: on }) => ({ id, reverses, on })),
    ...parts.bank.map(({ id, reverses, documentOn: on }) => ({ id, reverses, on })),
  ];
  return { ...parts, all };
}

/** The sides exchanged, on the day of the documents that take back those of the original. */
function reversalOf(
  { reverses }: PostedVoucher,
  { all }: Own,
  { originals }: Documents,
  { company, shops }: Redrawing & { readonly company: Company },
): VoucherDraft[] {
  const original = originals.get(reverses ?? 0);
  const taken = new Set(original?.documents.map(({ id }) => id));
  if (original === undefined || !all.every((one) => taken.has(one.reverses ?? 0))) return [];
  const days = new Set(all.map(({ on }) => on));
  const { number, kind, postedOn, currency, baseCurrency, summary, lines } = original;
  const posted: Voucher = {
    ...{ number, kind, postedOn, currency, baseCurrency, summary, lines, reverses: null },
    shop: shops.get(original.shopId) ?? '',
  };
  return [...days].map((day) => reverseVoucher(posted, day, company));
}

function saleDraft(
  { kind, shopId, currency, documentOn, amount, collected, base, orderId }: PostedSale,
  shops: Redrawing['shops'],
): SalesDocumentDraft {
  return {
    kind,
    shop: shopOf(shops, shopId),
    orderKey: String(orderId),
    currency,
    documentOn,
    amount,
    collected,
    base,
  };
}

/** Lines and orders by their ids: what moves the same account is all that counts. */
function receiptDraft(receipt: PostedReceipt, shops: Redrawing['shops']): ReceiptDraft {
  const { kind, shopId, receivedOn, currency, cash, deductions, base } = receipt;
  const allocations = receipt.allocations.map(({ lineId, orderId, ...part }) => {
    const lineKey = lineId < 0 ? ownKey(`order ${ownEntryId(lineId)}`) : `line ${lineId}`;
    return { ...part, lineKey, orderKey: orderId === null ? null : `order ${orderId}` };
  });
  return { kind, shop: shopOf(shops, shopId), receivedOn, currency, lineKeys: [], cash, deductions, allocations, base };
}

/** Those of the last day by their place in the run, those that turn them back by what they reverse. */
async function monthEndVoucher(
  tx: Statements,
  { id, reverses }: PostedVoucher,
  { originals }: Documents,
  { run, booksAt, shops, monthEnd }: Redrawing,
): Promise<VoucherDraft[]> {
  const original = originals.get(reverses ?? 0);
  if (original !== undefined) {
    return [turnedBack(original, shops.get(original.shopId) ?? '', run, booksAt(run.entry))];
  }
  const [[first] = [id]] = await tx.select<[number]>(['min(id)'], 'FROM vouchers WHERE company_id = ? AND run_id = ?', [
    ...[tx.company, run.id],
  ]);
  return (await monthEnd()).slice(id - first, id - first + 1);
}

/** From the sales that the books held then, less what earlier vouchers of the period took off. */
async function taxVoucher(
  tx: Statements,
  { id, currency }: PostedVoucher,
  { run, shops }: Redrawing,
  { company, closedMonths }: BooksAt,
): Promise<VoucherDraft[]> {
  const period = filingPeriodOf(run.asOf);
  const held = await tx.select<[number]>(['id'], 'FROM sales_documents WHERE company_id = ? AND entry < ?', [
    ...[tx.company, run.entry],
  ]);
  const known = new Set(held.flat());
  const sales = (await salesOfPeriod(tx, period)).filter((sale) => known.has(sale.id));
  const earlier = (await taxVouchers(tx, period, currency)).filter((one) => one.id < id);
  const drafts = sales.map((sale) => saleDraft(sale, shops));
  const { voucher } = trueUpVat(period, currency, drafts, company, takenOff(earlier));
  return voucher === null ? [] : [{ ...voucher, postedOn: openDay(period.to, closedMonths) }];
}
