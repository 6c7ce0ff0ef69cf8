// Pushes whole sheets through the commands, as the add-in does over HTTP, and reconciles them.
import type { BatchAnswer, BatchHeader, ReconcileResult } from '../../core/api.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Books } from '../../server/books.ts';
import { completeBatch } from '../../server/commands/complete-batch.ts';
import { openBatch } from '../../server/commands/open-batch.ts';
import { receiveChunk } from '../../server/commands/receive-chunk.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { day, ordersHeader, payoutHeader } from './fixtures.ts';

export async function pushOrders(books: Books, orders: readonly Order[], facts?: Partial<BatchHeader>) {
  return push(books, ordersHeader(orders, facts), orders);
}

export async function pushPayout(books: Books, lines: readonly PayoutLine[], facts?: Partial<BatchHeader>) {
  return push(books, payoutHeader(lines, facts), lines);
}

async function push(books: Books, header: BatchHeader, rows: readonly (Order | PayoutLine)[]): Promise<BatchAnswer> {
  const { batchId, state } = await openBatch(books, header);
  const size = Math.ceil(rows.length / header.chunks) || 1;
  for (let index = 0; index < header.chunks && state === 'open'; index++) {
    await receiveChunk(books, batchId, index, rows.slice(index * size, (index + 1) * size));
  }
  return completeBatch(books, batchId);
}

export function reconcileBatches(
  books: Books,
  batches: readonly BatchAnswer[],
  asOf = '2024-06-01',
): Promise<ReconcileResult> {
  return reconcile(books, { batchIds: batches.map((batch) => batch.batchId), asOf: day(asOf) });
}
