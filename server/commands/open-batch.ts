// Opens the push of one sheet, or finds the push of the same rows that stands: unfinished pushes resume, finished ones
// answer from the books.
import type { BatchHeader, BatchState } from '../../core/api.ts';
import { asNewest } from '../../core/import/import-batch.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { refuseUnstorableText } from './check-text.ts';
import { appendAudit } from '../store/audit-log.ts';
import {
  type Batch,
  batchIdOf,
  dropChunks,
  findBatch,
  heldChunks,
  insertBatch,
  renewHeader,
} from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { provideShop } from '../store/shops.ts';

/** @param author who pushes, for the log */
export async function openBatch(books: Books, header: BatchHeader, author = ''): Promise<BatchState> {
  if ((header.kind === 'payout') !== (header.proof !== null && header.paymentMode !== null)) {
    throw new ApiError('BAD_REQUEST', { path: 'proof', problem: `a batch of ${header.kind}` });
  }
  if (header.newest && header.kind !== 'orders') {
    throw new ApiError('BAD_REQUEST', { path: 'newest', problem: `a batch of ${header.kind}` });
  }
  refuseUnstorableText([header, author]);
  return books.database.transaction(books.company, async (tx) => {
    const told = await asToldBefore(tx, header);
    const id = batchIdOf(told);
    const held = await findBatch(tx, id);
    if (held === null) return startPush(tx, id, told, books.now());
    if (held.state === 'open') return resumePush(tx, held, told);
    return repeatPush(tx, held, told, { author, now: books.now() });
  });
}

/** Of a sheet that a person once said to be the newest nobody asks again. */
async function asToldBefore(tx: Statements, header: BatchHeader): Promise<BatchHeader> {
  if (header.kind !== 'orders' || header.newest) return header;
  const newest = { ...header, newest: true as const, fingerprint: asNewest(header.fingerprint) };
  const held = await findBatch(tx, batchIdOf(newest));
  return held?.state === 'complete' ? newest : header;
}

async function startPush(tx: Statements, id: string, header: BatchHeader, now: string): Promise<BatchState> {
  const shop = await provideShop(tx, header.shop);
  await insertBatch(tx, { id, shopId: shop.id, state: 'open', header }, now);
  return { batchId: id, state: 'open', receivedChunks: [] };
}

/** Chunks cut in another size cannot be mixed with those held. */
async function resumePush(tx: Statements, held: Batch, header: BatchHeader): Promise<BatchState> {
  if (held.header.chunks !== header.chunks) await dropChunks(tx, held.id);
  await renewHeader(tx, held.id, header);
  return { batchId: held.id, state: 'open', receivedChunks: await heldChunks(tx, held.id) };
}

async function repeatPush(
  tx: Statements,
  held: Batch,
  header: BatchHeader,
  { author, now }: { readonly author: string; readonly now: string },
): Promise<BatchState> {
  if (held.header.rows.accepted !== header.rows.accepted) throw new ApiError('BATCH_DIFFERS');
  await renewHeader(tx, held.id, header);
  const detail = { file: header.source.file, author };
  await appendAudit(tx, now, { action: 'batch.repeated', subject: held.id, detail });
  const receivedChunks = Array.from({ length: header.chunks }, (_, index) => index);
  return { batchId: held.id, state: 'complete', receivedChunks };
}
