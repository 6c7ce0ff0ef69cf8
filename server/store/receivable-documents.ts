// Everything in the books that moves a receivable, whole: orders with what is kept for them, sales documents, allocations;
// and what the vouchers add up to.
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, type Currency, ZERO } from '../../core/money.ts';
import type { AllocationTarget, ReceiptBase, ReceiptKind } from '../../core/receipt.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import { ownKey } from '../../core/reconcile/bad-debt.ts';
import type { SalesDocumentKind } from '../../core/sales-document.ts';
import type { HeldOpen, ReceivableDocuments } from '../../core/statements/books-report.ts';
import type { Period } from '../../core/statements/ledger-entry.ts';
import type { LedgerSum } from '../../core/statements/positions.ts';
import type { AccountRole } from '../../core/voucher.ts';
import type { Statements } from './database.ts';

export async function receivableDocuments(tx: Statements): Promise<ReceivableDocuments> {
  const orders = await heldOrders(tx);
  const keys = new Map(orders.map(({ id, orderKey: key }) => [id, key]));
  return { orders, sales: await salesDocuments(tx, keys), receipts: await receipts(tx, keys) };
}

/** Months with vouchers, oldest first. */
export async function bookedMonths(tx: Statements): Promise<string[]> {
  const rows = await tx.select<[month: string]>(
    ['m.month'],
    'FROM (SELECT DISTINCT substr(posted_on, 1, 7) AS month FROM vouchers WHERE company_id = ?) m ORDER BY m.month',
    [tx.company],
  );
  return rows.map(([month]) => month);
}

type Keys = ReadonlyMap<number, string>;

async function heldOrders(tx: Statements): Promise<(HeldOpen & { readonly id: number })[]> {
  const rows = await tx.select<[number, string, string, string, Currency, Amount, Amount]>(
    [
      ...['o.id', 'h.platform', 'h.name', 'o.order_number', 'o.currency'],
      'coalesce(r.original - r.credited - r.allocated, 0)',
      'coalesce(r.base, r.original - r.credited - r.allocated, 0)',
    ],
    `FROM orders o JOIN shops h ON h.company_id = o.company_id AND h.id = o.shop_id
     LEFT JOIN receivables r ON r.company_id = o.company_id AND r.order_id = o.id
     WHERE o.company_id = ? ORDER BY o.id`,
    [tx.company],
  );
  return rows.map(([id, platform, shop, orderNumber, currency, open, baseOpen]) => {
    return { id, orderKey: orderKey(`${platform}/${shop}`, orderNumber), orderNumber, shop, currency, open, baseOpen };
  });
}

type SaleRow = [string, SalesDocumentKind, BusinessDate, number, Amount, Currency | null, string | null, Amount | null];

async function salesDocuments(tx: Statements, keys: Keys): Promise<ReceivableDocuments['sales']> {
  const rows = await tx.select<SaleRow>(
    [...['d.number', 'd.kind', 'd.document_on', 'd.order_id', 'd.amount'], ...['d.base_currency', 'd.rate', 'd.base']],
    'FROM sales_documents d WHERE d.company_id = ? ORDER BY d.id',
    [tx.company],
  );
  return rows.map(([number, kind, documentOn, orderId, amount, currency, rate, valued]) => {
    const base = currency === null || rate === null || valued === null ? null : { currency, rate, amount: valued };
    return { number, kind, documentOn, orderKey: keys.get(orderId) ?? '', amount, base };
  });
}

type Head = [
  id: number,
  number: string,
  kind: ReceiptKind,
  receivedOn: BusinessDate,
  baseCurrency: Currency | null,
  rate: string | null,
  reversed: string | null,
];
type Part = [receiptId: number, lineId: number, orderId: number, AllocationTarget, Amount, base: Amount | null];

async function receipts(tx: Statements, keys: Keys): Promise<ReceivableDocuments['receipts']> {
  const heads = await tx.select<Head>(
    ['r.id', 'r.number', 'r.kind', 'r.received_on', 'r.base_currency', 'r.rate', 'o.number'],
    `FROM receipts r LEFT JOIN receipts o ON o.company_id = r.company_id AND o.id = r.reverses
     WHERE r.company_id = ? ORDER BY r.id`,
    [tx.company],
  );
  const parts = await tx.select<Part>(
    ['a.receipt_id', 'a.line_id', 'a.order_id', 'a.target', 'a.amount', 'a.base'],
    `FROM allocations a WHERE a.company_id = ? AND a.order_id IS NOT NULL AND a.target IN ('receivable', 'writeOff')
     ORDER BY a.receipt_id, a.position`,
    [tx.company],
  );
  const byReceipt = new Map<number, Part[]>();
  for (const part of parts) {
    const own = byReceipt.get(part[0]);
    if (own === undefined) byReceipt.set(part[0], [part]);
    else own.push(part);
  }
  return heads.flatMap((head) => {
    const own = byReceipt.get(head[0]);
    return own === undefined ? [] : [receiptOf(head, own, keys)];
  });
}

function receiptOf(
  [, number, kind, receivedOn, currency, rate, reverses]: Head,
  parts: readonly Part[],
  keys: Keys,
): ReceivableDocuments['receipts'][number] {
  const allocations = parts.map(([, lineId, orderId, target, amount]) => {
    const own = keys.get(orderId) ?? null;
    // Below zero it is no line but the order's own entry, which bears its bad debt.
    const lineKey = lineId < 0 ? ownKey(own ?? '') : String(lineId);
    return { lineKey, orderKey: own, target, feeType: null, amount };
  });
  const base = currency === null || rate === null ? null : { ...NO_CASH, currency, rate, allocations: basesOf(parts) };
  return { number, kind, receivedOn, allocations, base, reverses };
}

const basesOf = (parts: readonly Part[]) => parts.map(([, , , , amount, base]) => base ?? amount);

/** Cash, fees and gains move no receivable. */
const NO_CASH: Pick<ReceiptBase, 'cash' | 'gain' | 'deductions'> = { cash: ZERO, gain: ZERO, deductions: [] };

/** Orders of which the platform holds money in reserve, by key. */
export async function ordersWithReserve(tx: Statements): Promise<string[]> {
  const rows = await tx.select<[string, string, string]>(
    ['h.platform', 'h.name', 'o.order_number'],
    `FROM (SELECT a.order_id FROM allocations a WHERE a.company_id = ? AND a.target = 'reserve' AND a.order_id IS NOT NULL
       GROUP BY a.order_id HAVING sum(a.amount) <> 0) k
     JOIN orders o ON o.company_id = ? AND o.id = k.order_id
     JOIN shops h ON h.company_id = o.company_id AND h.id = o.shop_id ORDER BY o.id`,
    [tx.company, tx.company],
  );
  return rows.map(([platform, name, number]) => orderKey(`${platform}/${name}`, number));
}

/** Orders of these shops that left and have no sale in the books yet, by key: what they will bring is still to come. */
export async function ordersToBeSold(tx: Statements, shopIds: readonly number[]): Promise<string[]> {
  if (shopIds.length === 0) return [];
  const rows = await tx.select<[string, string, string]>(
    ['h.platform', 'h.name', 'o.order_number'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN orders o
     JOIN shops h ON h.company_id = o.company_id AND h.id = o.shop_id
     WHERE o.company_id = ? AND o.shop_id = k.id AND o.stage IN ('shipped', 'completed') AND NOT EXISTS
       (SELECT 1 FROM sales_documents d WHERE d.company_id = o.company_id AND d.order_id = o.id)
     ORDER BY o.id`,
    [JSON.stringify(shopIds.map((id) => [id])), tx.company],
  );
  return rows.map(([platform, name, number]) => orderKey(`${platform}/${name}`, number));
}

type SumRow = [string, string, Currency, AccountRole, before: number, isReturn: number, Amount, Amount];

/**
 * A gateway's voucher clears receivables of the shops it pays for: they are taken off the gateway and put where they
 * stand, and money passed on between the two (as 暫收款 would hold it) keeps either side balanced.
 */
const paidElsewhere = (shop: 'r.shop_id' | 'o.shop_id', role: 'receivable' | 'suspense', sign: '' | '-') =>
  `SELECT ${shop}, r.currency, '${role}', CASE WHEN r.received_on < ? THEN 1 ELSE 0 END, 0,
     ${sign}a.amount, ${sign}coalesce(a.base, a.amount)
   FROM receipts r JOIN allocations a ON a.company_id = r.company_id AND a.receipt_id = r.id AND a.target = 'receivable'
   JOIN orders o ON o.company_id = a.company_id AND o.id = a.order_id AND o.shop_id <> r.shop_id
   WHERE r.company_id = ? AND r.received_on <= ?`;

const PASSED_ON = [
  ...[paidElsewhere('r.shop_id', 'receivable', ''), paidElsewhere('r.shop_id', 'suspense', '-')],
  ...[paidElsewhere('o.shop_id', 'receivable', '-'), paidElsewhere('o.shop_id', 'suspense', '')],
];

/** What the vouchers of each shop up to the end of the period add up to. */
export async function ledgerSums(tx: Statements, { from, to }: Period): Promise<LedgerSum[]> {
  const rows = await tx.select<SumRow>(
    [
      ...['h.platform', 'h.name', 'm.currency', 'm.role', 'm.early', 'm.credited'],
      ...['CAST(sum(m.amount) AS BIGINT)', 'CAST(sum(m.base) AS BIGINT)'],
    ],
    `FROM (SELECT v.shop_id, v.currency, l.role, CASE WHEN v.posted_on < ? THEN 1 ELSE 0 END AS early,
         CASE WHEN EXISTS (SELECT 1 FROM voucher_lines c WHERE c.company_id = v.company_id AND c.voucher_id = v.id
           AND c.role IN ('salesReturns', 'salesAllowances')) THEN 1 ELSE 0 END AS credited,
         l.debit - l.credit AS amount, l.base_debit - l.base_credit AS base
       FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
       WHERE v.company_id = ? AND v.posted_on <= ?
       UNION ALL ${PASSED_ON.join(' UNION ALL ')}) m
     JOIN shops h ON h.company_id = ? AND h.id = m.shop_id
     GROUP BY h.platform, h.name, m.currency, m.role, m.early, m.credited
     ORDER BY h.platform, h.name, m.currency, m.role, m.early, m.credited`,
    [from, tx.company, to, ...PASSED_ON.flatMap(() => [from, tx.company, to]), tx.company],
  );
  return rows.map(([platform, shop, currency, role, before, credited, amount, baseAmount]) => {
    return { platform, shop, currency, role, isBefore: before === 1, isReturn: credited === 1, amount, baseAmount };
  });
}
