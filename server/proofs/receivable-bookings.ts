// Every booking on a receivable, read from the documents themselves and from nothing that was kept beside them.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import type { LedgerEntry } from '../../core/statements/ledger-entry.ts';
import type { Statements } from '../store/database.ts';

type Row = [
  platform: string,
  shop: string,
  orderNumber: string,
  currency: Currency,
  on: BusinessDate,
  number: string,
  kind: LedgerEntry['kind'],
  amount: Amount,
  baseAmount: Amount,
];

/** What a receipt clears by a payment, by a refund or by what was given up is one kind here: only sums are proved. */
export async function bookingsOnReceivables(tx: Statements): Promise<LedgerEntry[]> {
  const sign = "CASE d.kind WHEN 'sale' THEN 1 ELSE -1 END";
  const sales = await tx.select<Row>(
    [
      ...['h.platform', 'h.name', 'o.order_number', 'd.currency', 'd.document_on', 'd.number', 'd.kind'],
      ...[`d.amount * ${sign}`, `coalesce(d.base, d.amount) * ${sign}`],
    ],
    `FROM sales_documents d ${ORDERS} WHERE d.company_id = ?`,
    [tx.company],
  );
  const receipts = await tx.select<Row>(
    [
      ...['h.platform', 'h.name', 'o.order_number', 'r.currency', 'r.received_on', 'r.number', "'receipt'"],
      ...['-d.amount', '-coalesce(d.base, d.amount)'],
    ],
    `FROM allocations d JOIN receipts r ON r.company_id = d.company_id AND r.id = d.receipt_id ${ORDERS}
     WHERE d.company_id = ? AND d.target = 'receivable'`,
    [tx.company],
  );
  return [...sales, ...receipts].map(entryOf);
}

const ORDERS = `JOIN orders o ON o.company_id = d.company_id AND o.id = d.order_id
  JOIN shops h ON h.company_id = o.company_id AND h.id = o.shop_id`;

function entryOf([platform, shop, orderNumber, currency, on, number, kind, amount, baseAmount]: Row): LedgerEntry {
  const key = orderKey(`${platform}/${shop}`, orderNumber);
  return { platform, shop, customer: shop, currency, orderKey: key, orderNumber, kind, on, number, amount, baseAmount };
}
