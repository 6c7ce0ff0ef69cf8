// Posts a plan: matches, numbered documents, vouchers, receivables, stock. All inside the run's transaction; the
// database has the last word on what may not be (a line booked twice, more allocated than owed).
import type { ReconcilePlan } from '../../core/reconcile/plan.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import { orderOfOwnKey } from '../../core/reconcile/bad-debt.ts';
import { imbalanceOf, type ReceiptDraft, type ReceiptKind } from '../../core/receipt.ts';
import type { SalesDocumentDraft, SalesDocumentKind } from '../../core/sales-document.ts';
import { imbalanceOfVoucher } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { insertMatches } from '../store/matches.ts';
import { nextId } from '../store/next-id.ts';
import { insertReceipts, type PostedReceipt } from '../store/receipts.ts';
import { saveBases, saveReceivables, unbalancedOrders } from '../store/receivables.ts';
import { insertSales, type PostedSale } from '../store/sales-documents.ts';
import { type HeldMovement, insertMovements } from '../store/stock.ts';
import { insertVouchers, type PostedVoucher } from '../store/vouchers.ts';
import { must, ownEntryId, type Scope } from './load-scope.ts';
import { numberDocuments } from './number-documents.ts';

export interface Posted {
  readonly sales: readonly PostedSale[];
  readonly receipts: readonly PostedReceipt[];
  readonly vouchers: readonly PostedVoucher[];
  readonly movements: readonly HeldMovement[];
}

export async function postPlan(tx: Statements, runId: number, plan: ReconcilePlan, scope: Scope): Promise<Posted> {
  const ids = idsOf(scope);
  const matches = plan.matches.map(({ lineKey, orderKey: order, pass, evidence, share }) => {
    return { lineId: must(ids.lines, lineKey), orderId: must(ids.orders, order), pass, evidence, share, runId };
  });
  await insertMatches(tx, matches);
  const sales = await numberSales(tx, plan.sales, ids);
  await insertSales(tx, runId, sales);
  const receipts = await numberReceipts(tx, plan.receipts, ids);
  await insertReceipts(tx, runId, receipts);
  const vouchers = await numberVouchers(tx, plan.vouchers, { sales, receipts }, ids);
  await insertVouchers(tx, runId, vouchers);
  await saveReceivables(
    tx,
    plan.receivables.map((state) => ({ orderId: must(ids.orders, state.orderKey), ...state })),
  );
  const orderIds = [...ids.orders.values()];
  if (sales.some(({ base }) => base !== null) || receipts.some(({ base }) => base !== null))
    await saveBases(tx, orderIds);
  await refuseImbalance(tx, orderIds);
  const movements = plan.movements.map(({ shop, orderNumber, sku, cause, quantity, movedOn }) => {
    return { orderId: must(ids.orders, orderKey(shop, orderNumber)), sku, cause, quantity, movedOn };
  });
  await insertMovements(tx, runId, movements);
  return { sales, receipts, vouchers, movements };
}

interface Ids {
  readonly orders: ReadonlyMap<string, number>;
  readonly lines: ReadonlyMap<string, number>;
  readonly shops: ReadonlyMap<string, number>;
}

function idsOf({ orders, lines, shops }: Scope): Ids {
  return {
    orders: new Map(orders.map(({ key, id }) => [key, id])),
    lines: new Map(lines.map(({ key, id }) => [key, id])),
    shops: new Map([...shops.values()].map(({ key, id }) => [key, id])),
  };
}

/** 銷貨單 SA, 銷退單 SR, 折讓單 AL; 收款單 RC, 平台費用單 EX; 傳票 JV: each counted within its month. */
export const SALES_SERIES: Readonly<Record<SalesDocumentKind, string>> = { sale: 'SA', return: 'SR', allowance: 'AL' };
export const RECEIPT_SERIES: Readonly<Record<ReceiptKind, string>> = { payout: 'RC', transfer: 'RC', expense: 'EX' };
export const VOUCHER_SERIES = 'JV';

async function numberSales(tx: Statements, drafts: readonly SalesDocumentDraft[], ids: Ids): Promise<PostedSale[]> {
  const numbers = await numberDocuments(
    tx,
    drafts.map(({ kind, documentOn }) => ({ series: SALES_SERIES[kind], on: documentOn })),
  );
  const firstId = await nextId(tx, 'sales_documents');
  return drafts.map(({ shop, orderKey: order, ...draft }, index) => ({
    id: firstId + index,
    number: must(numbers, index),
    shopId: must(ids.shops, shop),
    orderId: must(ids.orders, order),
    reverses: null,
    ...draft,
  }));
}

async function numberReceipts(tx: Statements, drafts: readonly ReceiptDraft[], ids: Ids): Promise<PostedReceipt[]> {
  const numbers = await numberDocuments(
    tx,
    drafts.map(({ kind, receivedOn }) => ({ series: RECEIPT_SERIES[kind], on: receivedOn })),
  );
  const firstId = await nextId(tx, 'receipts');
  return drafts.map((draft, index) => toReceipt(draft, firstId + index, must(numbers, index), ids));
}

function toReceipt(draft: ReceiptDraft, id: number, number: string, ids: Ids): PostedReceipt {
  if (imbalanceOf(draft) !== 0) throw new Error(`receipt ${number} does not balance`);
  const { kind, receivedOn, currency, cash, deductions, base } = draft;
  return {
    id,
    ...{ number, kind, receivedOn, currency, cash, deductions, base, reverses: null },
    shopId: must(ids.shops, draft.shop),
    lineIds: draft.lineKeys.map((key) => must(ids.lines, key)),
    allocations: draft.allocations.map(({ lineKey, orderKey: order, target, feeType, amount }) => {
      const orderId = order === null ? null : must(ids.orders, order);
      return { lineId: entryId(ids, lineKey), orderId, target, feeType, amount };
    }),
  };
}

/** The payout line that an allocation is about, or the order's own entry. */
export function entryId({ lines, orders }: Pick<Ids, 'lines' | 'orders'>, lineKey: string): number {
  const order = orderOfOwnKey(lineKey);
  return order === null ? must(lines, lineKey) : ownEntryId(must(orders, order));
}

async function numberVouchers(
  tx: Statements,
  planned: ReconcilePlan['vouchers'],
  made: Pick<Posted, 'sales' | 'receipts'>,
  ids: Ids,
): Promise<PostedVoucher[]> {
  const numbers = await numberDocuments(
    tx,
    planned.map(({ voucher }) => ({ series: VOUCHER_SERIES, on: voucher.postedOn })),
  );
  const firstId = await nextId(tx, 'vouchers');
  const idAt = (documents: readonly { readonly id: number }[]) => documents.map(({ id }) => id);
  const [saleIds, receiptIds] = [idAt(made.sales), idAt(made.receipts)];
  return planned.map(({ voucher: { shop, ...voucher }, documents }, index) => {
    const { document, base } = imbalanceOfVoucher(voucher);
    if (document !== 0 || base !== 0) throw new Error(`voucher of ${shop} ${voucher.postedOn} does not balance`);
    return {
      id: firstId + index,
      ...{ ...voucher, number: must(numbers, index), shopId: must(ids.shops, shop), reverses: null },
      documents: [
        ...documents.sales.map((at) => ({ document: 'sales' as const, id: must(saleIds, at) })),
        ...documents.receipts.map((at) => ({ document: 'receipt' as const, id: must(receiptIds, at) })),
      ],
    };
  });
}

async function refuseImbalance(tx: Statements, orderIds: readonly number[]): Promise<void> {
  const wrong = await unbalancedOrders(tx, orderIds);
  if (wrong.length > 0) throw new Error(`${wrong.length} receivables are not what their receipts add up to`);
}
