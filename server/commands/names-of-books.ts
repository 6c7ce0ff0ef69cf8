// The names by which core and people know what the database knows by id: shops, orders, payout lines.
import { type LineAccount, lineKey, orderKey } from '../../core/reconcile/account.ts';
import { ownKey } from '../../core/reconcile/bad-debt.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { SalesDocument } from '../../core/sales-document.ts';
import type { StockMovement } from '../../core/stock.ts';
import type { Voucher } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { orderNumbers } from '../store/orders.ts';
import { lineIdentities } from '../store/payout-lines.ts';
import type { PostedReceipt } from '../store/receipts.ts';
import type { PostedSale } from '../store/sales-documents.ts';
import { listShops, type Shop } from '../store/shops.ts';
import type { HeldMovement } from '../store/stock.ts';
import type { PostedVoucher } from '../store/vouchers.ts';
import { must, ownEntryId } from './load-scope.ts';

interface OrderName {
  readonly key: LineAccount['key'];
  readonly number: string;
  readonly shop: string;
}

/** Both ways, for the lines and orders it was loaded with. */
export class NamesOfBooks {
  private readonly shopById = new Map<number, Shop>();
  private readonly shopByKey = new Map<string, Shop>();
  private readonly lines = new Map<number, string>();
  private readonly lineIds = new Map<string, number>();
  private readonly orders = new Map<number, OrderName>();
  private readonly orderIds = new Map<string, number>();

  static async load(tx: Statements, of: { lineIds: readonly number[]; orderIds: readonly number[] }) {
    const names = new NamesOfBooks();
    for (const shop of await listShops(tx)) {
      names.shopById.set(shop.id, shop);
      names.shopByKey.set(shop.key, shop);
    }
    const lineIds = [...new Set(of.lineIds)];
    const own = lineIds.filter((id) => id < 0);
    for (const [id, shopId, number, identity] of await lineIdentities(
      tx,
      lineIds.filter((id) => id > 0),
    )) {
      const key = lineKey(names.shop(shopId).key, { orderNumber: number || null, identity });
      names.lines.set(id, key);
      names.lineIds.set(key, id);
    }
    for (const [id, shopId, number] of await orderNumbers(tx, [...new Set([...of.orderIds, ...own.map(ownEntryId)])])) {
      const { key: shop } = names.shop(shopId);
      names.orders.set(id, { key: orderKey(shop, number), number, shop });
      names.orderIds.set(orderKey(shop, number), id);
    }
    for (const id of own) {
      const key = ownKey(names.orderKey(ownEntryId(id)));
      names.lines.set(id, key);
      names.lineIds.set(key, id);
    }
    return names;
  }

  shop(id: number): Shop {
    return must(this.shopById, id);
  }

  shopId(key: string): number {
    return must(this.shopByKey, key).id;
  }

  /** What people call a shop that core knows by its key. */
  shopName(key: string): string {
    return must(this.shopByKey, key).name;
  }

  lineKey(id: number): string {
    return must(this.lines, id);
  }

  lineId(key: string): number {
    return must(this.lineIds, key);
  }

  orderKey(id: number): string {
    return must(this.orders, id).key;
  }

  orderId(key: string): number {
    return must(this.orderIds, key);
  }

  receipt({ lineIds, allocations, shopId, reverses: _, id: _id, ...rest }: PostedReceipt): Receipt {
    return {
      ...{ ...rest, reverses: null, shop: this.shop(shopId).key },
      lineKeys: lineIds.map((id) => this.lineKey(id)),
      allocations: allocations.map(({ lineId, orderId, ...part }) => {
        return { ...part, lineKey: this.lineKey(lineId), orderKey: orderId === null ? null : this.orderKey(orderId) };
      }),
    };
  }

  sale({ shopId, orderId, reverses: _, id: _id, ...rest }: PostedSale): SalesDocument {
    return { ...rest, reverses: null, shop: this.shop(shopId).key, orderKey: this.orderKey(orderId) };
  }

  voucher({ shopId, documents: _, reverses: _r, id: _id, ...rest }: PostedVoucher): Voucher {
    return { ...rest, reverses: null, shop: this.shop(shopId).key };
  }

  movement({ orderId, sku, cause, quantity, movedOn }: HeldMovement): StockMovement {
    const { number, shop } = must(this.orders, orderId);
    return { shop, orderNumber: number, sku, cause, quantity, movedOn };
  }
}
