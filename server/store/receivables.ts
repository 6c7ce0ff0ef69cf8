// Receivables (應收帳款): one row an order, as the last run left it. The database itself refuses to allocate more than
// is owed.
import type { Amount } from '../../core/money.ts';
import type { Statements } from './database.ts';

export interface HeldReceivable {
  readonly orderId: number;
  readonly original: number;
  readonly credited: number;
  readonly allocated: number;
}

/** Balances of receivables in base currency, by order id; orders whose books keep none are left out. */
export async function basesOfReceivables(tx: Statements, orderIds: readonly number[]): Promise<Map<number, Amount>> {
  const rows = await tx.select<[number, Amount]>(
    ['r.order_id', 'r.base'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receivables r
     WHERE r.company_id = ? AND r.order_id = k.id AND r.base IS NOT NULL`,
    [JSON.stringify(orderIds.map((id) => [id])), tx.company],
  );
  return new Map(rows);
}

/** The rows of the orders given; an order that no run has looked at has none. */
export async function receivablesOf(tx: Statements, orderIds: readonly number[]): Promise<HeldReceivable[]> {
  const rows = await tx.select<[number, number, number, number]>(
    ['r.order_id', 'r.original', 'r.credited', 'r.allocated'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receivables r
     WHERE r.company_id = ? AND r.order_id = k.id ORDER BY r.order_id`,
    [JSON.stringify(orderIds.map((id) => [id])), tx.company],
  );
  return rows.map(([orderId, original, credited, allocated]) => ({ orderId, original, credited, allocated }));
}

/**
 * Sets the base balances of the orders' receivables to what their documents and allocations add up to.
 * @param onlyKept leaves those alone whose books keep no base currency
 */
export async function saveBases(
  tx: Statements,
  orderIds: readonly number[],
  { onlyKept = false }: { readonly onlyKept?: boolean } = {},
): Promise<void> {
  await tx.run(
    `UPDATE receivables SET base = (SELECT CAST(coalesce(sum(CASE d.kind WHEN 'sale' THEN d.base ELSE -d.base END), 0)
         AS BIGINT) FROM sales_documents d WHERE d.company_id = receivables.company_id AND d.order_id = receivables.order_id)
       - (SELECT CAST(coalesce(sum(a.base), 0) AS BIGINT) FROM allocations a WHERE a.company_id = receivables.company_id
         AND a.order_id = receivables.order_id AND a.target = 'receivable')
     WHERE company_id = ? AND order_id IN (SELECT id FROM ${tx.source({ id: 'integer' })} s)
       ${onlyKept ? 'AND base IS NOT NULL' : ''}`,
    [tx.company, JSON.stringify(orderIds.map((id) => [id]))],
  );
}

/** Writes the rows that changed. */
export async function saveReceivables(tx: Statements, receivables: readonly HeldReceivable[]): Promise<void> {
  const columns = { order_id: 'integer', original: 'integer', credited: 'integer', allocated: 'integer' } as const;
  const rows = receivables.map(({ orderId, original, credited, allocated }) => [
    orderId,
    original,
    credited,
    allocated,
  ]);
  const changed = ['original', 'credited', 'allocated'].map((name) => `receivables.${name} <> excluded.${name}`);
  await tx.insert(
    'receivables',
    columns,
    rows,
    `ON CONFLICT (company_id, order_id) DO UPDATE SET original = excluded.original, credited = excluded.credited,
     allocated = excluded.allocated WHERE ${changed.join(' OR ')}`,
  );
}

/**
 * Orders among the given whose receivable is not what their receipts add up to. Always none; anything else is a broken
 * program, and the transaction must not end.
 */
export async function unbalancedOrders(tx: Statements, orderIds: readonly number[]): Promise<number[]> {
  const ids = JSON.stringify(orderIds.map((id) => [id]));
  const rows = await tx.select<[number]>(
    ['r.order_id'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receivables r
     WHERE r.company_id = ? AND r.order_id = k.id AND r.allocated <> (SELECT CAST(coalesce(sum(a.amount), 0) AS BIGINT)
       FROM allocations a WHERE a.company_id = r.company_id AND a.order_id = r.order_id AND a.target = 'receivable')`,
    [ids, tx.company],
  );
  return rows.map(([orderId]) => orderId);
}
