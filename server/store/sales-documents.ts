// Sales documents (銷貨單, 銷退單, 折讓單), as posted. The table refuses any change.
import type { BusinessDate } from '../../core/business-date.ts';
import { collectedBase } from '../../core/ledger/value-sale.ts';
import { add, type Amount, type Currency, subtract, ZERO } from '../../core/money.ts';
import type { Documented } from '../../core/reconcile/account.ts';
import type { SalesDocumentDraft, SalesDocumentKind } from '../../core/sales-document.ts';
import type { Statements } from './database.ts';

/** A sales document in terms of ids. */
export interface PostedSale {
  readonly id: number;
  readonly number: string;
  readonly kind: SalesDocumentKind;
  readonly shopId: number;
  readonly orderId: number;
  readonly currency: Currency;
  readonly documentOn: BusinessDate;
  readonly amount: Amount;
  readonly collected: Amount;
  readonly base: SalesDocumentDraft['base'];
  /** Id of the document that this one takes back. */
  readonly reverses: number | null;
}

const columns = {
  id: 'integer',
  number: 'text',
  kind: 'text',
  shop_id: 'integer',
  order_id: 'integer',
  currency: 'text',
  document_on: 'text',
  amount: 'integer',
  collected: 'integer',
  base_currency: 'text',
  rate: 'text',
  base: 'integer',
  reverses: 'integer',
} as const;

type Row = [
  id: number,
  number: string,
  kind: SalesDocumentKind,
  shopId: number,
  orderId: number,
  currency: Currency,
  documentOn: BusinessDate,
  amount: Amount,
  collected: Amount,
  baseCurrency: Currency | null,
  rate: string | null,
  base: Amount | null,
  reverses: number | null,
];

export async function insertSales(tx: Statements, runId: number, sales: readonly PostedSale[]): Promise<void> {
  const rows = sales.map(({ base, ...one }) => [
    ...[one.id, one.number, one.kind, one.shopId, one.orderId, one.currency, one.documentOn, one.amount, one.collected],
    ...[base?.currency ?? null, base?.rate ?? null, base?.amount ?? null, one.reverses, runId],
  ]);
  await tx.insert('sales_documents', { ...columns, run_id: 'integer' }, rows);
}

/** Every sales document of the orders, reversed ones and their reversals included, oldest first. */
export async function salesOfOrders(tx: Statements, orderIds: readonly number[]): Promise<PostedSale[]> {
  const rows = await tx.select<Row>(
    Object.keys(columns).map((name) => `d.${name}`),
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN sales_documents d
     WHERE d.company_id = ? AND d.order_id = k.id ORDER BY d.id`,
    [JSON.stringify(orderIds.map((id) => [id])), tx.company],
  );
  return rows.map(toSale);
}

/** The sales documents of days, oldest first. */
export async function salesOfPeriod(
  tx: Statements,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
): Promise<PostedSale[]> {
  const rows = await tx.select<Row>(
    Object.keys(columns).map((name) => `d.${name}`),
    'FROM sales_documents d WHERE d.company_id = ? AND d.document_on >= ? AND d.document_on <= ? ORDER BY d.id',
    [tx.company, from, to],
  );
  return rows.map(toSale);
}

/**
 * The day on which each order of these shops was first sold, by id; orders without a sale that stands are left out.
 * @param lastDay what was taken back by then is as if it had never been
 * @param beforeEntry what this entry of the log and later ones tell of is not seen
 */
export async function firstSaleDays(
  tx: Statements,
  shopIds: readonly number[],
  { lastDay, beforeEntry }: { readonly lastDay: BusinessDate; readonly beforeEntry: number },
): Promise<Map<number, BusinessDate>> {
  const rows = await tx.select<[number, BusinessDate]>(
    ['s.order_id', 'min(s.document_on)'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN sales_documents s
     WHERE s.company_id = ? AND s.shop_id = k.id AND s.kind = 'sale' AND s.amount > 0 AND s.reverses IS NULL
       AND s.entry < ? AND NOT EXISTS (SELECT 1 FROM sales_documents r WHERE r.company_id = s.company_id AND r.reverses = s.id
         AND r.document_on <= ? AND r.entry < ?)
     GROUP BY s.order_id`,
    [JSON.stringify(shopIds.map((id) => [id])), tx.company, beforeEntry, lastDay, beforeEntry],
  );
  return new Map(rows);
}

/** Sales documents by id. */
export async function salesById(tx: Statements, ids: readonly number[]): Promise<PostedSale[]> {
  const rows = await tx.select<Row>(
    Object.keys(columns).map((name) => `d.${name}`),
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN sales_documents d
     WHERE d.company_id = ? AND d.id = k.id ORDER BY d.id`,
    [JSON.stringify([...new Set(ids)].map((id) => [id])), tx.company],
  );
  return rows.map(toSale);
}

function toSale(row: Row): PostedSale {
  const [id, number, kind, shopId, orderId, currency, documentOn, amount, collected, base, rate, baseAmount] = row;
  const valued = base === null || rate === null || baseAmount === null;
  return {
    id,
    ...{ number, kind, shopId, orderId, currency, documentOn, amount, collected },
    base: valued ? null : { currency: base, rate, amount: baseAmount },
    reverses: row[12],
  };
}

/** What the documents of an order without any say. */
export const NOTHING_DOCUMENTED: Documented = {
  ...{ sold: ZERO, soldBase: null, credited: ZERO, returned: ZERO },
  ...{ collected: ZERO, collectedBack: ZERO, collectedReturned: ZERO, collectedBase: null, lastOn: null },
};

/** What the documents say of each order, by its id. */
export function documentedByOrder(sales: readonly PostedSale[]): ReadonlyMap<number, Documented> {
  const totals = new Map<number, Documented>();
  const reversed = new Set(sales.flatMap(({ reverses }) => reverses ?? []));
  for (const sale of sales) {
    const held = totals.get(sale.orderId) ?? NOTHING_DOCUMENTED;
    const stands = sale.reverses === null && !reversed.has(sale.id);
    const isLater = stands && (held.lastOn === null || sale.documentOn > held.lastOn);
    const next = sale.kind === 'sale' ? withSale(held, sale) : withCredit(held, sale);
    totals.set(sale.orderId, isLater ? { ...next, lastOn: sale.documentOn } : next);
  }
  return totals;
}

function withSale(held: Documented, sale: PostedSale): Documented {
  const { amount, collected, base } = sale;
  return {
    ...held,
    sold: add(held.sold, amount),
    soldBase: base === null ? held.soldBase : add(held.soldBase ?? ZERO, base.amount),
    collected: add(held.collected, collected),
    collectedBase: base === null ? held.collectedBase : add(held.collectedBase ?? ZERO, freightBase(sale, base)),
  };
}

function withCredit(held: Documented, sale: PostedSale): Documented {
  const { kind, amount, collected, base } = sale;
  const isReturn = kind === 'return';
  return {
    ...held,
    credited: add(held.credited, amount),
    returned: isReturn ? add(held.returned, amount) : held.returned,
    collectedBack: add(held.collectedBack, collected),
    collectedReturned: isReturn ? add(held.collectedReturned, collected) : held.collectedReturned,
    collectedBase: base === null ? held.collectedBase : subtract(held.collectedBase ?? ZERO, freightBase(sale, base)),
  };
}

const freightBase = ({ amount, collected }: PostedSale, base: NonNullable<PostedSale['base']>) =>
  collectedBase({ amount, collected }, base.amount, base.currency);
