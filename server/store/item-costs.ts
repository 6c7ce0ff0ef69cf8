// What deliveries cost (進貨成本), as the team entered it. A corrected cost is a further version; the last one counts.
import { compareText } from '../../core/compare-text.ts';
import type { ItemCost } from '../../core/stock.ts';
import type { Statements } from './database.ts';

export interface VersionedCost extends ItemCost {
  readonly version: number;
}

type Row = [
  ...[sku: string, receivedOn: ItemCost['receivedOn'], reference: string, version: number],
  ...[quantity: number, cost: ItemCost['cost'], currency: string],
];

const columns = {
  sku: 'text',
  received_on: 'text',
  reference: 'text',
  version: 'integer',
  quantity: 'integer',
  cost: 'integer',
  currency: 'text',
} as const;

/**
 * The last version of every delivery, by item, day and reference, those that were taken out with quantity 0.
 * @param beforeEntry what this entry of the log and later ones tell of is not seen; all is where it is left out
 */
export async function listItemCosts(tx: Statements, beforeEntry?: number): Promise<VersionedCost[]> {
  const before = (table: string) => (beforeEntry === undefined ? '' : `AND ${table}.entry < ?`);
  const rows = await tx.select<Row>(
    Object.keys(columns),
    `FROM item_costs c WHERE company_id = ? ${before('c')} AND version = (SELECT max(version) FROM item_costs n
       WHERE n.company_id = c.company_id AND n.sku = c.sku AND n.received_on = c.received_on
         AND n.reference = c.reference ${before('n')})`,
    beforeEntry === undefined ? [tx.company] : [tx.company, beforeEntry, beforeEntry],
  );
  const costs = rows.map(([sku, receivedOn, reference, version, quantity, cost, currency]) => {
    return { sku, receivedOn, reference, version, quantity, cost, currency };
  });
  return costs.sort(byKey);
}

const byKey = (left: ItemCost, right: ItemCost) =>
  compareText(left.sku, right.sku) ||
  compareText(left.receivedOn, right.receivedOn) ||
  compareText(left.reference, right.reference);

/** Whether what anything cost was ever entered. */
export async function hasItemCosts(tx: Statements, beforeEntry: number): Promise<boolean> {
  const rest = 'FROM item_costs WHERE company_id = ? AND entry < ? LIMIT 1';
  return (await tx.select<[string]>(['sku'], rest, [tx.company, beforeEntry])).length > 0;
}

export async function insertItemCosts(
  tx: Statements,
  costs: readonly VersionedCost[],
  author: string,
  savedAt: string,
): Promise<void> {
  const rows = costs.map(({ sku, receivedOn, reference, version, quantity, cost, currency }) => {
    return [sku, receivedOn, reference, version, quantity, cost, currency, author, savedAt];
  });
  await tx.insert('item_costs', { ...columns, author: 'text', saved_at: 'text' }, rows);
}
