// Month ends (月結): which vouchers showed one, which orders had been paid before they shipped, and what foreign balances
// stand at. All of it as an entry of the audit log found the books.
import type { BusinessDate } from '../../core/business-date.ts';
import type { ShopBalance } from '../../core/ledger/month-end.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { AccountRole } from '../../core/voucher.ts';
import type { Statements } from './database.ts';

/** Money on hold for an order that had not shipped, where its receipt's shop keeps it. */
export interface Prepayment {
  readonly orderId: number;
  readonly shopId: number;
  readonly currency: Currency;
  readonly amount: Amount;
  readonly base: Amount;
}

type Row = [orderId: number, shopId: number, currency: Currency, amount: Amount, base: Amount];

const fromRow = ([orderId, shopId, currency, amount, base]: Row): Prepayment => {
  return { orderId, shopId, currency, amount, base };
};

/** Up to which day the books are looked at; rows that this entry of the log or a later one tells of are not seen. */
export interface BooksUpTo {
  readonly lastDay: BusinessDate;
  readonly beforeEntry: number;
}

const SUM = (what: string) => `CAST(sum(${what}) AS BIGINT)`;

/** What is on hold for each order and shop on the day. */
const ON_HOLD = `FROM allocations a JOIN receipts r ON r.company_id = a.company_id AND r.id = a.receipt_id
  WHERE a.company_id = ? AND a.target = 'suspense' AND a.order_id IS NOT NULL AND r.received_on <= ? AND r.entry < ?
  GROUP BY a.order_id, r.shop_id, r.currency HAVING sum(a.amount) <> 0`;

/** Nothing of it was sold by the day, or all of it was taken back. */
const NOT_SOLD = `NOT EXISTS (SELECT 1 FROM sales_documents s WHERE s.company_id = o.company_id AND s.order_id = o.id
    AND s.kind = 'sale' AND s.document_on <= ? AND s.entry < ? GROUP BY s.order_id HAVING sum(s.amount) <> 0)`;

/** Orders that had been paid and had not shipped; what a cancelled order was paid is not for goods to come. */
export async function prepaidOrders(tx: Statements, { lastDay, beforeEntry }: BooksUpTo): Promise<Prepayment[]> {
  const rows = await tx.select<Row>(
    ['h.order_id', 'h.shop_id', 'h.currency', 'h.amount', 'h.base'],
    `FROM (SELECT a.order_id AS order_id, r.shop_id AS shop_id, r.currency AS currency, ${SUM('a.amount')} AS amount,
             ${SUM('coalesce(a.base, a.amount)')} AS base ${ON_HOLD}) h
     JOIN orders o ON o.company_id = ? AND o.id = h.order_id
     WHERE h.amount > 0 AND o.stage <> 'cancelled' AND ${NOT_SOLD} ORDER BY h.order_id, h.shop_id`,
    [tx.company, lastDay, beforeEntry, tx.company, lastDay, beforeEntry],
  );
  return rows.map(fromRow);
}

const columns = {
  run_id: 'integer',
  order_id: 'integer',
  shop_id: 'integer',
  currency: 'text',
  amount: 'integer',
  base: 'integer',
} as const;

export async function insertPrepayments(tx: Statements, runId: number, paid: readonly Prepayment[]): Promise<void> {
  const rows = paid.map(({ orderId, shopId, currency, amount, base }) => [
    ...[runId, orderId, shopId, currency, amount, base],
  ]);
  await tx.insert('prepayments', columns, rows);
}

/** The orders that a run showed as paid and not shipped. */
export async function prepaymentsOfRun(tx: Statements, runId: number): Promise<Prepayment[]> {
  const rows = await tx.select<Row>(
    ['order_id', 'shop_id', 'currency', 'amount', 'base'],
    'FROM prepayments WHERE company_id = ? AND run_id = ? ORDER BY order_id, shop_id',
    [tx.company, runId],
  );
  return rows.map(fromRow);
}

/** What each order's receipts hold for it on the day, sold or not, by order and shop. */
export async function heldForOrders(tx: Statements, { lastDay, beforeEntry }: BooksUpTo): Promise<Prepayment[]> {
  const rows = await tx.select<Row>(
    ['a.order_id', 'r.shop_id', 'r.currency', SUM('a.amount'), SUM('coalesce(a.base, a.amount)')],
    ON_HOLD,
    [tx.company, lastDay, beforeEntry],
  );
  return rows.map(fromRow);
}

/** Ids of the vouchers of month ends, each with the last day of its month, oldest first. */
export async function monthEndVouchers(tx: Statements, beforeEntry: number): Promise<Map<number, BusinessDate>> {
  const rows = await tx.select<[id: number, lastDay: BusinessDate]>(
    ['v.id', 'r.as_of'],
    `FROM runs r JOIN vouchers v ON v.company_id = r.company_id AND v.run_id = r.id
     WHERE r.company_id = ? AND r.kind = 'month-end' AND r.entry < ? ORDER BY v.id`,
    [tx.company, beforeEntry],
  );
  return new Map(rows);
}

/** Σ debit − credit of the roles in each foreign currency, by shop id. */
export async function foreignBalances(
  tx: Statements,
  roles: readonly AccountRole[],
  { lastDay, beforeEntry }: BooksUpTo,
): Promise<(Omit<ShopBalance, 'shop'> & { readonly shopId: number })[]> {
  const rows = await tx.select<[shopId: number, currency: Currency, amount: Amount, base: Amount]>(
    ['v.shop_id', 'v.currency', SUM('l.debit - l.credit'), SUM('l.base_debit - l.base_credit')],
    `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
     WHERE v.company_id = ? AND v.currency <> v.base_currency AND v.posted_on <= ? AND v.entry < ?
       AND l.role IN (SELECT role FROM ${tx.source({ role: 'text' })} k)
     GROUP BY v.shop_id, v.currency ORDER BY v.shop_id, v.currency`,
    [tx.company, lastDay, beforeEntry, JSON.stringify(roles.map((role) => [role]))],
  );
  return rows.map(([shopId, currency, amount, base]) => ({ shopId, currency, amount, base }));
}

/** As `foreignBalances`, but what each month moved: one reading of the books for all of their months. */
export async function foreignMovements(
  tx: Statements,
  roles: readonly AccountRole[],
): Promise<
  { readonly month: string; readonly shopId: number; readonly currency: Currency; readonly amount: Amount }[]
> {
  const rows = await tx.select<[month: string, shopId: number, currency: Currency, amount: Amount]>(
    ['m.month', 'm.shop_id', 'm.currency', SUM('m.amount')],
    `FROM (SELECT substr(v.posted_on, 1, 7) AS month, v.shop_id, v.currency, l.debit - l.credit AS amount
       FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
       WHERE v.company_id = ? AND v.currency <> v.base_currency
         AND l.role IN (SELECT role FROM ${tx.source({ role: 'text' })} k)) m
     GROUP BY m.month, m.shop_id, m.currency ORDER BY m.month, m.shop_id, m.currency`,
    [tx.company, JSON.stringify(roles.map((role) => [role]))],
  );
  return rows.map(([month, shopId, currency, amount]) => ({ month, shopId, currency, amount }));
}
