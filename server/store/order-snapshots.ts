// What imports wrote into orders and their lines, whatever came of it since: an order's newest snapshot as it stands, and
// the earlier ones as they were kept.
import type { Order } from '../../core/order.ts';
import type { Statements } from './database.ts';
import { orderColumns, orderLineColumns, orderLineRows, orderRow } from './orders.ts';

/** What imports wrote, as rows. */
export interface Snapshots {
  readonly orders: readonly (readonly unknown[])[];
  readonly order_lines: readonly (readonly unknown[])[];
}

/**
 * What each of the batches wrote into orders and their lines, in the order in which the log tells of it: new orders, then
 * newer snapshots. Those that were replaced since are read from the versions that were kept.
 */
export async function snapshotsOfBatches(tx: Statements, batchIds: readonly string[]): Promise<Map<string, Snapshots>> {
  const written = [...(await currentSnapshots(tx, batchIds)), ...(await replacedSnapshots(tx, batchIds))];
  const isNewer = ({ version }: Written) => Number(version > 1);
  written.sort((left, right) => isNewer(left) - isNewer(right) || left.id - right.id);
  const batches = new Map(batchIds.map((id) => [id, { orders: [] as unknown[][], order_lines: [] as unknown[][] }]));
  for (const { batchId, row, lines } of written) {
    const batch = batches.get(batchId);
    batch?.orders.push(row);
    batch?.order_lines.push(...lines);
  }
  return batches;
}

interface Written {
  readonly id: number;
  readonly version: number;
  readonly batchId: string;
  readonly row: unknown[];
  readonly lines: unknown[][];
}

/** The rows as they stand, and not as we would write them. */
async function currentSnapshots(tx: Statements, batchIds: readonly string[]): Promise<Written[]> {
  const ids = JSON.stringify(batchIds.map((id) => [id]));
  const of = `FROM ${tx.source({ id: 'text' })} k CROSS JOIN orders t`;
  const rows = await tx.select<[number, number, string, ...unknown[]]>(
    ['t.id', 't.version', 't.batch_id', ...Object.keys(orderColumns).map((name) => `t.${name}`)],
    `${of} WHERE t.company_id = ? AND t.batch_id = k.id`,
    [ids, tx.company],
  );
  const lines = await tx.select<[number, ...unknown[]]>(
    Object.keys(orderLineColumns).map((name) => `l.${name}`),
    `${of} CROSS JOIN order_lines l WHERE t.company_id = ? AND t.batch_id = k.id
       AND l.company_id = t.company_id AND l.order_id = t.id ORDER BY l.order_id, l.line_no`,
    [ids, tx.company],
  );
  const linesOfOrder = new Map<number, unknown[][]>();
  for (const line of lines) linesOfOrder.set(line[0], [...(linesOfOrder.get(line[0]) ?? []), line]);
  return rows.map(([id, version, batchId, ...row]) => {
    return { id, version, batchId, row, lines: linesOfOrder.get(id) ?? [] };
  });
}

async function replacedSnapshots(tx: Statements, batchIds: readonly string[]): Promise<Written[]> {
  const rows = await tx.select<[number, number, number, string, string]>(
    ['t.id', 't.shop_id', 'v.version', 'v.batch_id', 'v.snapshot'],
    `FROM ${tx.source({ id: 'text' })} k CROSS JOIN order_versions v CROSS JOIN orders t
     WHERE v.company_id = ? AND v.batch_id = k.id AND t.company_id = v.company_id AND t.id = v.order_id`,
    [JSON.stringify(batchIds.map((id) => [id])), tx.company],
  );
  return rows.map(([id, shopId, version, batchId, snapshot]) => {
    const written = { id, version, batchId };
    const order = orderIn(snapshot);
    if (order === null) return { ...written, row: [], lines: [] };
    const held = { ...written, shopId, order };
    return { ...written, row: orderRow(held), lines: orderLineRows(held) };
  });
}

/** Null where somebody has put something else in its place. */
function orderIn(snapshot: string): Order | null {
  try {
    const order = JSON.parse(snapshot) as Partial<Order>;
    return Array.isArray(order.lines) && typeof order.orderNumber === 'string' ? (order as Order) : null;
  } catch {
    return null;
  }
}
