// Import batches (匯入批次): one pushed sheet with its header, and the chunks of rows that wait until all have arrived.
import { z } from 'zod';
import { type BatchHeader, batchHeaderSchema } from '../../core/api.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Statements } from './database.ts';

export interface Batch {
  readonly id: string;
  readonly shopId: number;
  readonly state: 'open' | 'complete';
  readonly header: BatchHeader;
}

/** What an import is told apart by. */
interface BatchParts {
  readonly shop: { readonly platform: string; readonly name: string };
  readonly kind: string;
  readonly mapping: { readonly id: string };
  readonly fingerprint: string;
}

/** The id says what the batch is: the same rows of the same shop give the same id, on any machine. */
export function batchIdOf({ shop, kind, mapping, fingerprint: content }: BatchParts): string {
  return fingerprint(JSON.stringify([shop.platform, shop.name, kind, mapping.id, content])).slice(0, 32);
}

export async function findBatch(tx: Statements, id: string): Promise<Batch | null> {
  const [row] = await tx.select<[string, number, Batch['state'], unknown]>(
    ['id', 'shop_id', 'state', { json: 'header' }],
    'FROM import_batches WHERE company_id = ? AND id = ?',
    [tx.company, id],
  );
  return row ? { id: row[0], shopId: row[1], state: row[2], header: batchHeaderSchema.parse(row[3]) } : null;
}

/** The headers of batches, by id. */
export async function headersOf(tx: Statements, ids: readonly string[]): Promise<Map<string, BatchHeader>> {
  const rows = await tx.select<[string, unknown]>(
    ['b.id', { json: 'b.header' }],
    `FROM ${tx.source({ id: 'text' })} k CROSS JOIN import_batches b WHERE b.company_id = ? AND b.id = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return new Map(rows.map(([id, header]) => [id, batchHeaderSchema.parse(header)]));
}

const headerText = (header: BatchHeader) => JSON.stringify(z.encode(batchHeaderSchema, header));

export async function insertBatch(tx: Statements, batch: Batch, openedAt: string): Promise<void> {
  const { id, shopId, header } = batch;
  const columns = {
    id: 'text',
    shop_id: 'integer',
    kind: 'text',
    mapping_id: 'text',
    fingerprint: 'text',
    state: 'text',
    header: 'text',
    opened_at: 'text',
  } as const;
  await tx.insert('import_batches', columns, [
    [id, shopId, header.kind, header.mapping.id, header.fingerprint, batch.state, headerText(header), openedAt],
  ]);
}

/** The same rows pushed again, perhaps from a renamed file or beside other unreadable rows: the newest header counts. */
export async function renewHeader(tx: Statements, id: string, header: BatchHeader): Promise<void> {
  const sql = 'UPDATE import_batches SET header = ? WHERE company_id = ? AND id = ?';
  await tx.run(sql, [headerText(header), tx.company, id]);
}

export async function finishBatch(tx: Statements, id: string, completedAt: string): Promise<void> {
  await dropChunks(tx, id);
  const sql = "UPDATE import_batches SET state = 'complete', completed_at = ? WHERE company_id = ? AND id = ?";
  await tx.run(sql, [completedAt, tx.company, id]);
}

type Row = Order | PayoutLine;

/** Holds a chunk until its batch is complete. A chunk sent again takes the place of the first. */
export async function holdChunk(tx: Statements, batchId: string, index: number, rows: readonly Row[]): Promise<void> {
  const columns = { batch_id: 'text', chunk_index: 'integer', row_count: 'integer', rows: 'text' } as const;
  const end = `ON CONFLICT (company_id, batch_id, chunk_index)
    DO UPDATE SET row_count = excluded.row_count, rows = excluded.rows`;
  await tx.insert('import_chunks', columns, [[batchId, index, rows.length, JSON.stringify(rows)]], end);
}

export async function heldChunks(tx: Statements, batchId: string): Promise<number[]> {
  const rest = 'FROM import_chunks WHERE company_id = ? AND batch_id = ? ORDER BY chunk_index';
  return (await tx.select<[number]>(['chunk_index'], rest, [tx.company, batchId])).map(([index]) => index);
}

/** Every held row, in the order of the chunks. They were parsed when they came in. */
export async function heldRows<T extends Row>(tx: Statements, batchId: string): Promise<T[]> {
  const rest = 'FROM import_chunks WHERE company_id = ? AND batch_id = ? ORDER BY chunk_index';
  return (await tx.select<[T[]]>([{ json: 'rows' }], rest, [tx.company, batchId])).flatMap(([rows]) => rows);
}

export async function dropChunks(tx: Statements, batchId: string): Promise<void> {
  await tx.run('DELETE FROM import_chunks WHERE company_id = ? AND batch_id = ?', [tx.company, batchId]);
}
