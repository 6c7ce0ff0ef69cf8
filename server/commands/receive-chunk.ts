// Takes one part of a sheet's rows and holds it until the batch is complete. Sending a part twice is sending it once.
import type { BatchState } from '../../core/api.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { refuseUnstorableText } from './check-text.ts';
import { type Batch, findBatch, heldChunks, holdChunk } from '../store/batches.ts';

/** The batch of that id. @throws ApiError BATCH_UNKNOWN */
export async function getBatch(books: Books, batchId: string): Promise<Batch> {
  const batch = await books.database.transaction(books.company, (tx) => findBatch(tx, batchId));
  if (batch === null) throw new ApiError('BATCH_UNKNOWN');
  return batch;
}

/** @param rows orders or payout lines, as the batch's kind says */
export async function receiveChunk(
  books: Books,
  batchId: string,
  index: number,
  rows: readonly (Order | PayoutLine)[],
): Promise<BatchState> {
  refuseUnstorableText(rows);
  return books.database.transaction(books.company, async (tx) => {
    const batch = await findBatch(tx, batchId);
    if (batch === null) throw new ApiError('BATCH_UNKNOWN');
    const { chunks, currency } = batch.header;
    if (index >= chunks) throw new ApiError('CHUNK_OUT_OF_RANGE', { index: String(index), chunks: String(chunks) });
    const stranger = rows.find((row) => row.currency !== currency);
    if (stranger) throw new ApiError('CURRENCY_DIFFERS', { row: String(stranger.sourceRow), currency });
    if (batch.state === 'open') await holdChunk(tx, batchId, index, rows);
    return { batchId, state: batch.state, receivedChunks: await heldChunks(tx, batchId) };
  });
}
