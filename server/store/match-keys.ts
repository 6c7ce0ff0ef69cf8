// Match keys: the number by which orders and payout lines of a shop meet, however each file writes it.
import type { Statements } from './database.ts';

export type MatchKey = readonly [shopId: number, matchKey: string];

const keyColumns = { shop_id: 'integer', match_key: 'text' } as const;

/**
 * FROM and WHERE for the rows `t` of a table with one of the keys; binds the keys as JSON, then the company.
 * CROSS JOIN: SQLite keeps the order as written, so the keys drive and the index answers.
 */
export const byKey = (tx: Statements, table: 'orders' | 'payout_lines') =>
  `FROM ${tx.source(keyColumns)} k CROSS JOIN ${table} t
   WHERE t.company_id = ? AND t.shop_id = k.shop_id AND t.match_key = k.match_key`;

/** The keys under which the orders and payout lines of pushed sheets meet. */
export async function keysOfBatches(tx: Statements, batchIds: readonly string[]): Promise<MatchKey[]> {
  const part = (kind: string, table: string) => `SELECT t.shop_id, t.match_key
    FROM ${tx.source({ id: 'text' })} k
    CROSS JOIN import_batches b CROSS JOIN import_rows r CROSS JOIN ${table} t
    WHERE b.company_id = ? AND b.id = k.id AND b.kind = '${kind}' AND r.company_id = b.company_id AND r.batch_id = b.id
      AND t.company_id = r.company_id AND t.id = r.subject_id AND t.match_key <> ''`;
  const bindings = [JSON.stringify(batchIds.map((id) => [id])), tx.company];
  return tx.select<[number, string]>(
    ['shop_id', 'match_key'],
    `FROM (${part('orders', 'orders')} UNION ${part('payout', 'payout_lines')}) u`,
    [...bindings, ...bindings],
  );
}
