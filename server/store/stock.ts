// Stock (庫存): movements as posted, their sum an item, and the levels people set.
import type { BusinessDate } from '../../core/business-date.ts';
import type { StockTotal } from '../../core/reconcile/alert-stock.ts';
import type { MovementCause, StockLevel } from '../../core/stock.ts';
import type { Statements } from './database.ts';
import { nextId } from './next-id.ts';

export interface HeldMovement {
  readonly orderId: number;
  readonly sku: string;
  readonly cause: MovementCause;
  readonly quantity: number;
  readonly movedOn: BusinessDate;
}

export async function movementsOfOrders(tx: Statements, orderIds: readonly number[]): Promise<HeldMovement[]> {
  const rows = await tx.select<[number, string, MovementCause, number, BusinessDate]>(
    ['m.order_id', 'm.sku', 'm.cause', 'm.quantity', 'm.moved_on'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN stock_movements m
     WHERE m.company_id = ? AND m.order_id = k.id ORDER BY m.id`,
    [JSON.stringify(orderIds.map((id) => [id])), tx.company],
  );
  return rows.map(([orderId, sku, cause, quantity, movedOn]) => ({ orderId, sku, cause, quantity, movedOn }));
}

const movementColumns = {
  id: 'integer',
  order_id: 'integer',
  sku: 'text',
  cause: 'text',
  quantity: 'integer',
  moved_on: 'text',
  run_id: 'integer',
  reverses: 'integer',
} as const;

/** A movement with its id, to be taken back. */
export interface StandingMovement extends HeldMovement {
  readonly id: number;
}

/** Movements of a run, or of orders, that nothing has taken back yet. */
export async function standingMovements(
  tx: Statements,
  of: { readonly runId: number } | { readonly orderIds: readonly number[] },
): Promise<StandingMovement[]> {
  const [wanted, binding] =
    'runId' in of
      ? ['m.run_id = ?', of.runId]
      : [
          `m.order_id IN (SELECT id FROM ${tx.source({ id: 'integer' })} s)`,
          JSON.stringify(of.orderIds.map((id) => [id])),
        ];
  const rows = await tx.select<[number, number, string, MovementCause, number, BusinessDate]>(
    ['m.id', 'm.order_id', 'm.sku', 'm.cause', 'm.quantity', 'm.moved_on'],
    `FROM stock_movements m WHERE m.company_id = ? AND ${wanted} AND m.reverses IS NULL AND NOT EXISTS
       (SELECT 1 FROM stock_movements r WHERE r.company_id = m.company_id AND r.reverses = m.id) ORDER BY m.id`,
    [tx.company, binding],
  );
  return rows.map(([id, orderId, sku, cause, quantity, movedOn]) => ({ id, orderId, sku, cause, quantity, movedOn }));
}

/** A movement as it is costed. */
export interface PostedMovement extends Omit<StandingMovement, 'cause'> {
  readonly shopId: number;
  readonly reverses: number | null;
}

/**
 * All movements of all orders, reversals included.
 * @param beforeEntry what this entry of the log and later ones tell of is not seen
 */
export async function movementsUpTo(
  tx: Statements,
  lastDay: BusinessDate,
  beforeEntry: number,
): Promise<PostedMovement[]> {
  const rows = await tx.select<[number, number, number, string, number, BusinessDate, number | null]>(
    ['m.id', 'o.shop_id', 'm.order_id', 'm.sku', 'm.quantity', 'm.moved_on', 'm.reverses'],
    `FROM stock_movements m JOIN orders o ON o.company_id = m.company_id AND o.id = m.order_id
     WHERE m.company_id = ? AND m.moved_on <= ? AND m.entry < ? ORDER BY m.id`,
    [tx.company, lastDay, beforeEntry],
  );
  return rows.map(([id, shopId, orderId, sku, quantity, movedOn, reverses]) => {
    return { id, shopId, orderId, sku, quantity, movedOn, reverses };
  });
}

/** @param movements each with the id of the one it takes back, if it is a reversal */
export async function insertMovements(
  tx: Statements,
  runId: number,
  movements: readonly (HeldMovement & { readonly reverses?: number })[],
): Promise<void> {
  if (movements.length === 0) return;
  const first = await nextId(tx, 'stock_movements');
  const rows = movements.map(({ orderId, sku, cause, quantity, movedOn, reverses = null }, index) => [
    ...[first + index, orderId, sku, cause, quantity, movedOn, runId, reverses],
  ]);
  await tx.insert('stock_movements', movementColumns, rows);
  const sums = new Map<string, number>();
  for (const { sku, quantity } of movements) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  const end = 'ON CONFLICT (company_id, sku) DO UPDATE SET moved = stock_balances.moved + excluded.moved';
  await tx.insert('stock_balances', { sku: 'text', moved: 'integer' }, [...sums], end);
}

const skuRows = (skus: readonly string[]) => JSON.stringify(skus.map((sku) => [sku]));

/** What moved and what open orders need, for each of the items. */
export async function stockTotals(tx: Statements, skus: readonly string[]): Promise<StockTotal[]> {
  const source = tx.source({ sku: 'text' });
  const moved = await tx.select<[string, number]>(
    ['k.sku', 'b.moved'],
    `FROM ${source} k CROSS JOIN stock_balances b WHERE b.company_id = ? AND b.sku = k.sku`,
    [skuRows(skus), tx.company],
  );
  const reserved = await tx.select<[string, number]>(
    ['l.sku', 'CAST(sum(l.quantity) AS BIGINT)'],
    `FROM orders o JOIN order_lines l ON l.company_id = o.company_id AND l.order_id = o.id
     WHERE o.company_id = ? AND o.stage = 'unshipped' AND l.sku IN (SELECT sku FROM ${source} s) GROUP BY l.sku`,
    [tx.company, skuRows(skus)],
  );
  const [movedBySku, reservedBySku] = [new Map(moved), new Map(reserved)];
  return skus.map((sku) => ({ sku, moved: movedBySku.get(sku) ?? 0, reserved: reservedBySku.get(sku) ?? 0 }));
}

const levelColumns = { sku: 'text', opening: 'integer', safety: 'integer' } as const;

/** Sets the levels given; those of other items stay. */
export async function saveStockLevels(tx: Statements, levels: readonly StockLevel[]): Promise<void> {
  const rows = levels.map(({ sku, opening, safety }) => [sku, opening, safety]);
  const end = `ON CONFLICT (company_id, sku) DO UPDATE SET opening = excluded.opening, safety = excluded.safety`;
  await tx.insert('stock_levels', levelColumns, rows, end);
}

/** The levels of the items given, or of all. */
export async function listStockLevels(tx: Statements, skus?: readonly string[]): Promise<StockLevel[]> {
  const some = skus ? `AND sku IN (SELECT sku FROM ${tx.source({ sku: 'text' })} s)` : '';
  const rows = await tx.select<[string, number, number]>(
    ['sku', 'opening', 'safety'],
    `FROM stock_levels WHERE company_id = ? ${some} ORDER BY sku`,
    skus ? [tx.company, skuRows(skus)] : [tx.company],
  );
  return rows.map(([sku, opening, safety]) => ({ sku, opening, safety }));
}
