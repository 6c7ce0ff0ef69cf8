// A plan as the answer shows it before it is posted: the same documents, numbered as drafts. Nothing is written.
import { orderKey } from '../../core/reconcile/account.ts';
import type { ReconcilePlan } from '../../core/reconcile/plan.ts';
import { must, type Scope } from './load-scope.ts';
import { entryId, type Posted } from './post-plan.ts';

/** Ids no posted document has, so that drafts stand beside posted ones. */
const draftId = (index: number) => -1 - index;
const draftNumber = (index: number) => `DRAFT-${String(index + 1).padStart(4, '0')}`;

export function draftPlan(plan: ReconcilePlan, scope: Scope): Posted {
  const orders = new Map(scope.orders.map(({ key, id }) => [key, id]));
  const lines = new Map(scope.lines.map(({ key, id }) => [key, id]));
  const shops = new Map([...scope.shops.values()].map(({ key, id }) => [key, id]));
  const head = (shop: string, at: number) => {
    return { id: draftId(at), number: draftNumber(at), shopId: must(shops, shop), reverses: null };
  };
  return {
    sales: plan.sales.map((one, at) => ({ orderId: must(orders, one.orderKey), ...one, ...head(one.shop, at) })),
    receipts: plan.receipts.map((one, at) => ({
      lineIds: one.lineKeys.map((key) => must(lines, key)),
      ...{ ...one, ...head(one.shop, at) },
      allocations: one.allocations.map((part) => ({
        lineId: entryId({ lines, orders }, part.lineKey),
        orderId: part.orderKey === null ? null : must(orders, part.orderKey),
        ...part,
      })),
    })),
    vouchers: plan.vouchers.map(({ voucher, documents: { sales, receipts } }, at) => ({
      ...{ ...voucher, ...head(voucher.shop, at) },
      documents: [
        ...sales.map((index) => ({ document: 'sales' as const, id: draftId(index) })),
        ...receipts.map((index) => ({ document: 'receipt' as const, id: draftId(index) })),
      ],
    })),
    movements: plan.movements.map((one) => ({ orderId: must(orders, orderKey(one.shop, one.orderNumber)), ...one })),
  };
}
