// Vouchers of an undo: each voucher of what is taken back with its sides exchanged. One that also stands for documents
// which stay is drawn again for those, by the settings of its own day, so that nothing else about them changes.
import type { BusinessDate } from '../business-date.ts';
import type { Company } from '../company.ts';
import { drawVouchers } from '../ledger/draw-vouchers.ts';
import { reverseVoucher } from '../ledger/reverse-voucher.ts';
import type { Receipt, ReceiptDraft } from '../receipt.ts';
import type { SalesDocument } from '../sales-document.ts';
import type { Voucher, VoucherDraft } from '../voucher.ts';

/** A voucher with the numbers of its documents and the company's settings when it was posted. */
export interface HeldVoucher {
  readonly voucher: Voucher;
  readonly sales: readonly string[];
  readonly receipts: readonly string[];
  readonly company: Company;
}

/** A document of an undo, by the number of the earlier one it goes with. */
export interface DocumentOfReversal {
  readonly document: 'receipt' | 'sales';
  /** `reversal` of that number, what is `rebooked` for it, or that very document. */
  readonly is: 'reversal' | 'rebooked' | 'itself';
  readonly number: string;
}

export interface ReversalVoucher {
  /** Number of the voucher that is taken back; null for one that is drawn for what stays. */
  readonly reverses: string | null;
  readonly voucher: VoucherDraft;
  readonly documents: readonly DocumentOfReversal[];
}

interface Given {
  readonly postedOn: BusinessDate;
  readonly vouchers: readonly HeldVoucher[];
  readonly company: Company;
  readonly receipts: readonly { readonly reverses: Receipt }[];
  readonly sales: readonly { readonly reverses: SalesDocument }[];
  readonly rebooked: readonly { readonly replaces: string; readonly draft: ReceiptDraft }[];
  readonly besides: readonly SalesDocument[];
}

export function reverseVouchers(given: Given): ReversalVoucher[] {
  const undone = new Set([...given.receipts, ...given.sales].map(({ reverses }) => reverses.number));
  const besides = new Map(given.besides.map((sale) => [sale.number, sale]));
  const rebooked = new Map(given.rebooked.map(({ replaces, draft }) => [replaces, draft]));
  const reversals: ReversalVoucher[] = [];
  const redrawn: ReversalVoucher[] = [];
  for (const held of given.vouchers) {
    if (![...held.sales, ...held.receipts].some((number) => undone.has(number))) continue;
    reversals.push(reversalOf(held, undone, given));
    const stays = held.sales.flatMap((number) => (undone.has(number) ? [] : (besides.get(number) ?? [])));
    redrawn.push(...redrawSales(held, stays, given.postedOn));
    for (const number of held.receipts) redrawn.push(...redrawReceipt(held, number, rebooked.get(number)));
  }
  return [...reversals, ...redrawn];
}

function reversalOf({ voucher, sales, receipts }: HeldVoucher, undone: ReadonlySet<string>, given: Given) {
  const named = (document: 'receipt' | 'sales', numbers: readonly string[]) =>
    numbers.filter((number) => undone.has(number)).map((number) => ({ document, is: 'reversal' as const, number }));
  return {
    reverses: voucher.number,
    voucher: reverseVoucher(voucher, given.postedOn, given.company),
    documents: [...named('sales', sales), ...named('receipt', receipts)],
  };
}

/** Drawn on the day of the undo: the voucher it stands for was taken back on that day. */
function redrawSales({ company }: HeldVoucher, stays: readonly SalesDocument[], postedOn: BusinessDate) {
  const sales = stays.map((sale) => ({ ...sale, documentOn: postedOn }));
  return drawVouchers({ sales, receipts: [], company }).map(({ voucher, documents }) => ({
    ...{ reverses: null, voucher },
    documents: documents.sales.flatMap((at) => {
      const number = stays[at]?.number;
      return number === undefined ? [] : [{ document: 'sales' as const, is: 'itself' as const, number }];
    }),
  }));
}

function redrawReceipt({ company }: HeldVoucher, number: string, draft: ReceiptDraft | undefined): ReversalVoucher[] {
  if (draft === undefined) return [];
  const documents = [{ document: 'receipt', is: 'rebooked', number }] as const;
  return drawVouchers({ sales: [], receipts: [draft], company }).map(({ voucher }) => {
    return { reverses: null, voucher, documents };
  });
}
