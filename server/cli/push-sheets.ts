// Pushes sheets through the same commands as the API, in the same chunks, within this process.
import type { BatchAnswer } from '../../core/api.ts';
import { batchOf, type ImportBatch } from '../../core/import/import-batch.ts';
import type { PushedRows } from '../../core/import/imported-file.ts';
import type { Books } from '../books.ts';
import { completeBatch } from '../commands/complete-batch.ts';
import { openBatch } from '../commands/open-batch.ts';
import { receiveChunk } from '../commands/receive-chunk.ts';
import type { UsedSheet } from './read-sheets.ts';

/** A sheet with what the push did with its rows. */
export interface PushedSheet extends PushedRows {
  readonly sheet: UsedSheet;
}

/** Orders first, then by name: the result does not depend on the order in which files were named. */
export async function pushSheets(
  books: Books,
  sheets: readonly UsedSheet[],
  shop: string | null,
): Promise<PushedSheet[]> {
  const pushed: PushedSheet[] = [];
  for (const sheet of [...sheets].sort(ordersFirst)) {
    const { rows, recognised } = sheet;
    const { platform, title } = recognised.mapping;
    const source = { file: sheet.file, sheet: sheet.sheet };
    const batch = batchOf(rows, { shop: { platform, name: shop ?? platform }, source });
    const answer = await pushBatch(books, batch);
    pushed.push({ sheet, rows, report: title, header: batch.header, answer });
  }
  return pushed;
}

function ordersFirst(left: UsedSheet, right: UsedSheet): number {
  const key = ({ rows, file, sheet }: UsedSheet) => `${rows.kind}\u001f${file}\u001f${sheet}`;
  return key(left) < key(right) ? -1 : 1;
}

async function pushBatch(books: Books, { header, chunks }: ImportBatch): Promise<BatchAnswer> {
  const { batchId, state, receivedChunks } = await openBatch(books, header);
  for (const [index, { orders, lines }] of chunks.entries()) {
    if (state === 'complete' || receivedChunks.includes(index)) continue;
    await receiveChunk(books, batchId, index, header.kind === 'orders' ? orders : lines);
  }
  return completeBatch(books, batchId);
}
