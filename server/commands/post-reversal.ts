// Posts an undo: reversals and rebooked receipts with their numbers, vouchers, receivables, stock, links that end. All
// inside its transaction; the database has the last word.
import type { ReversalPlan } from '../../core/reconcile/plan-reversal.ts';
import type { DocumentOfReversal } from '../../core/reconcile/reverse-vouchers.ts';
import { imbalanceOf, type ReceiptDraft } from '../../core/receipt.ts';
import { imbalanceOfVoucher } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { endMatches } from '../store/matches.ts';
import { nextId } from '../store/next-id.ts';
import { freeLines, insertReceipts, type PostedReceipt } from '../store/receipts.ts';
import { saveBases, saveReceivables, unbalancedOrders } from '../store/receivables.ts';
import { insertReplacements } from '../store/reversals.ts';
import { insertSales, type PostedSale } from '../store/sales-documents.ts';
import { insertMovements } from '../store/stock.ts';
import { insertVouchers, type PostedVoucher } from '../store/vouchers.ts';
import type { ReversalScope } from './load-reversal.ts';
import { must } from './load-scope.ts';
import { numberDocuments } from './number-documents.ts';
import { RECEIPT_SERIES, SALES_SERIES, VOUCHER_SERIES } from './post-plan.ts';

/** The numbers that the plan's documents were given, in the plan's order. */
export interface NumbersOfReversal {
  readonly receipts: readonly string[];
  readonly rebooked: readonly string[];
  readonly sales: readonly string[];
  readonly vouchers: readonly string[];
}

export async function postReversal(
  tx: Statements,
  runId: number,
  plan: ReversalPlan,
  scope: ReversalScope,
): Promise<NumbersOfReversal> {
  await endMatches(tx, runId, scope.found.matches);
  const sales = await reversedSales(tx, plan, scope);
  await insertSales(tx, runId, sales);
  const { receipts, rebooked } = await postReceipts(tx, runId, plan, scope);
  const ids = idsOf(plan, scope, { sales, receipts, rebooked });
  const vouchers = await numberVouchers(tx, plan, scope, ids);
  await insertVouchers(tx, runId, vouchers);
  await saveBalances(tx, plan, scope);
  const moved = new Map(scope.found.movements.map((one) => [one.id, one]));
  const movements = plan.movements.map(({ reverses, movement }) => {
    const { orderId } = must(moved, reverses);
    return { ...movement, orderId, reverses };
  });
  await insertMovements(tx, runId, movements);
  const numbers = (documents: readonly { readonly number: string }[]) => documents.map(({ number }) => number);
  return {
    ...{ receipts: numbers(receipts), rebooked: numbers(rebooked) },
    ...{ sales: numbers(sales), vouchers: numbers(vouchers) },
  };
}

const idByNumber = (documents: readonly { readonly id: number; readonly number: string }[]) =>
  new Map(documents.map(({ id, number }) => [number, id]));

async function reversedSales(tx: Statements, { sales }: ReversalPlan, scope: ReversalScope): Promise<PostedSale[]> {
  const numbers = await numberDocuments(
    tx,
    sales.map(({ draft }) => ({ series: SALES_SERIES[draft.kind], on: draft.documentOn })),
  );
  const firstId = await nextId(tx, 'sales_documents');
  const held = idByNumber(scope.sales);
  return sales.map(({ reverses, draft: { shop, orderKey, ...draft } }, at) => ({
    ...draft,
    ...{ id: firstId + at, number: must(numbers, at), shopId: scope.names.shopId(shop) },
    ...{ orderId: scope.names.orderId(orderKey), reverses: must(held, reverses.number) },
  }));
}

async function postReceipts(tx: Statements, runId: number, plan: ReversalPlan, scope: ReversalScope) {
  const held = idByNumber(scope.receipts);
  const drafts = [...plan.receipts, ...plan.rebooked].map(({ draft }) => draft);
  const numbers = await numberDocuments(
    tx,
    drafts.map(({ kind, receivedOn }) => ({ series: RECEIPT_SERIES[kind], on: receivedOn })),
  );
  const firstId = await nextId(tx, 'receipts');
  const posted = drafts.map((draft, at) => {
    const reverses = at < plan.receipts.length ? must(held, must(plan.receipts, at).reverses.number) : null;
    return toReceipt(draft, { id: firstId + at, number: must(numbers, at), reverses }, scope);
  });
  const [receipts, rebooked] = [posted.slice(0, plan.receipts.length), posted.slice(plan.receipts.length)];
  // Taken back before they are free, and free before they are booked again: the database sees to both.
  await insertReceipts(tx, runId, receipts);
  await freeLines(
    tx,
    receipts.flatMap(({ reverses }) => reverses ?? []),
  );
  await insertReceipts(tx, runId, rebooked);
  const replaced = rebooked.map(({ id }, at) => {
    return { receiptId: id, replaces: must(held, must(plan.rebooked, at).replaces) };
  });
  await insertReplacements(tx, replaced);
  return { receipts, rebooked };
}

function toReceipt(
  draft: ReceiptDraft,
  head: Pick<PostedReceipt, 'id' | 'number' | 'reverses'>,
  { names }: ReversalScope,
): PostedReceipt {
  if (imbalanceOf(draft) !== 0) throw new Error(`receipt ${head.number} does not balance`);
  const { kind, receivedOn, currency, cash, deductions, base, lineKeys, allocations } = draft;
  return {
    ...{ ...head, kind, receivedOn, currency, cash, deductions, base, shopId: names.shopId(draft.shop) },
    lineIds: lineKeys.map((key) => names.lineId(key)),
    allocations: allocations.map(({ lineKey, orderKey, ...part }) => {
      return { ...part, lineId: names.lineId(lineKey), orderId: orderKey === null ? null : names.orderId(orderKey) };
    }),
  };
}

type IdOf = (document: DocumentOfReversal) => number;

/** Where each document that a voucher names stands in the database. */
function idsOf(
  plan: ReversalPlan,
  scope: ReversalScope,
  made: { readonly sales: readonly PostedSale[] } & Record<'receipts' | 'rebooked', readonly PostedReceipt[]>,
): IdOf {
  const ids = new Map<string, number>();
  const put = (document: string, is: DocumentOfReversal['is'], number: string, id: number) =>
    ids.set(`${document} ${is} ${number}`, id);
  plan.sales.forEach(({ reverses }, at) => put('sales', 'reversal', reverses.number, must(made.sales, at).id));
  plan.receipts.forEach(({ reverses }, at) => put('receipt', 'reversal', reverses.number, must(made.receipts, at).id));
  plan.rebooked.forEach(({ replaces }, at) => put('receipt', 'rebooked', replaces, must(made.rebooked, at).id));
  for (const { id, number } of scope.sales) put('sales', 'itself', number, id);
  return ({ document, is, number }) => must(ids, `${document} ${is} ${number}`);
}

async function numberVouchers(
  tx: Statements,
  { vouchers, postedOn }: ReversalPlan,
  scope: ReversalScope,
  idOf: IdOf,
): Promise<PostedVoucher[]> {
  const numbers = await numberDocuments(
    tx,
    vouchers.map(() => ({ series: VOUCHER_SERIES, on: postedOn })),
  );
  const firstId = await nextId(tx, 'vouchers');
  const held = idByNumber(scope.vouchers);
  return vouchers.map(({ reverses, voucher: { shop, ...voucher }, documents }, at) => {
    const { document, base } = imbalanceOfVoucher(voucher);
    if (document !== 0 || base !== 0) throw new Error(`voucher of ${shop} ${postedOn} does not balance`);
    return {
      ...voucher,
      ...{ id: firstId + at, number: must(numbers, at), shopId: scope.names.shopId(shop) },
      reverses: reverses === null ? null : must(held, reverses),
      documents: documents.map((one) => ({ document: one.document, id: idOf(one) })),
    };
  });
}

async function saveBalances(tx: Statements, { receivables }: ReversalPlan, { names }: ReversalScope): Promise<void> {
  const rows = receivables.map(({ orderKey, ...state }) => ({ ...state, orderId: names.orderId(orderKey) }));
  await saveReceivables(tx, rows);
  const orderIds = rows.map(({ orderId }) => orderId);
  await saveBases(tx, orderIds, { onlyKept: true });
  const wrong = await unbalancedOrders(tx, orderIds);
  if (wrong.length > 0) throw new Error(`${wrong.length} receivables are not what their receipts add up to`);
}
