// Sales documents and vouchers of an answer, with core's keys in the place of ids and shops by their names.
import type { SalesDocument } from '../../core/sales-document.ts';
import type { Voucher } from '../../core/voucher.ts';
import type { PostedSale } from '../store/sales-documents.ts';
import type { PostedVoucher } from '../store/vouchers.ts';
import { must, type Scope } from './load-scope.ts';

export function presentSales(sales: readonly PostedSale[], scope: Scope): SalesDocument[] {
  const orders = new Map(scope.orders.map(({ id, key }) => [id, key]));
  const numbers = new Map(sales.map(({ id, number }) => [id, number]));
  return sales.map(({ kind, currency, documentOn, amount, collected, base, number, ...ids }) => ({
    number,
    ...{ kind, currency, documentOn, amount, collected, base },
    shop: must(scope.shops, ids.shopId).name,
    orderKey: must(orders, ids.orderId),
    reverses: ids.reverses === null ? null : must(numbers, ids.reverses),
  }));
}

export function presentVouchers(vouchers: readonly PostedVoucher[], { shops }: Pick<Scope, 'shops'>): Voucher[] {
  const numbers = new Map(vouchers.map(({ id, number }) => [id, number]));
  return vouchers.map(({ kind, postedOn, currency, baseCurrency, summary, lines, number, shopId, reverses }) => ({
    number,
    ...{ kind, postedOn, currency, baseCurrency, summary, lines: [...lines] },
    shop: must(shops, shopId).name,
    reverses: reverses === null ? null : (numbers.get(reverses) ?? null),
  }));
}
