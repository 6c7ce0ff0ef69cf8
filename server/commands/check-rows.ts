// Whether the held rows are the sheet that was announced: as many as declared, and none of them twice.
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { ApiError } from '../api-error.ts';
import type { Batch } from '../store/batches.ts';

/**
 * @param keyOf what makes a row one record of the books
 * @param sheetRowsOf sheet rows behind a pushed row: an order stands on one row for each of its items
 * @throws ApiError ROW_COUNT_DIFFERS, ROW_REPEATED
 */
export function checkRows<T extends Order | PayoutLine>(
  batch: Batch,
  rows: readonly T[],
  keyOf: (row: T) => string,
  sheetRowsOf: (row: T) => number,
): void {
  const received = rows.reduce((total, row) => total + sheetRowsOf(row), 0);
  const declared = batch.header.rows.accepted;
  if (received !== declared) {
    throw new ApiError('ROW_COUNT_DIFFERS', { received: String(received), declared: String(declared) });
  }
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (seen.has(key)) throw new ApiError('ROW_REPEATED', { row: String(row.sourceRow) });
    seen.add(key);
  }
}
