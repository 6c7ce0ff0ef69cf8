// Ends a push: every held row becomes an order or a payout line in one transaction, and each row learns what it was.
import type { BatchAnswer, RowOutcome } from '../../core/api.ts';
import { ROW_OUTCOMES } from '../../core/api.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import { type Batch, dropChunks, findBatch, finishBatch, headersOf, heldChunks, heldRows } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import {
  heldNetsOf,
  type ImportRow,
  insertImportRows,
  listImportRows,
  ordersReplacedBy,
} from '../store/import-rows.ts';
import { refuseUnstorableText } from './check-text.ts';
import { recordUse } from './record-use.ts';
import { promoteOrders } from './promote-orders.ts';
import { promotePayoutLines } from './promote-payout-lines.ts';

/** @param author who pushes, for the log */
export async function completeBatch(books: Books, batchId: string, author = ''): Promise<BatchAnswer> {
  refuseUnstorableText(author);
  try {
    return await books.database.transaction(books.company, (tx) => complete(tx, { batchId, author }, books));
  } catch (error) {
    if (isSpoilt(error)) await books.database.transaction(books.company, (tx) => dropChunks(tx, batchId));
    throw error;
  }
}

/** The open batch with all its rows at hand: for pushes within this process, which need no chunks to resume by. */
export async function completeWith(
  books: Books,
  push: { readonly batchId: string; readonly author: string },
  rows: readonly (Order | PayoutLine)[],
): Promise<BatchAnswer> {
  refuseUnstorableText([rows, push.author]);
  return books.database.transaction(books.company, (tx) => complete(tx, push, books, rows));
}

/** Rows that do not belong together, as when a sheet was sorted between two attempts: the next push starts afresh. */
function isSpoilt(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'ROW_COUNT_DIFFERS' || error.code === 'ROW_REPEATED');
}

async function complete(
  tx: Statements,
  { batchId, author }: { readonly batchId: string; readonly author: string },
  books: Books,
  atHand?: readonly (Order | PayoutLine)[],
): Promise<BatchAnswer> {
  const now = books.now();
  const batch = await findBatch(tx, batchId);
  if (batch === null) throw new ApiError('BATCH_UNKNOWN');
  if (batch.state === 'complete') {
    return { ...answer(batchId, await rowsBefore(tx, batch), true), ...(await overruledIn(tx, batch)) };
  }
  const pushed = atHand ?? (await everyHeldRow(tx, batch));
  const rows = await promote(tx, batch, pushed, now);
  await insertImportRows(tx, batchId, rows);
  await finishBatch(tx, batchId, now);
  const done = answer(batchId, rows, false);
  await recordUse(tx, books, batch);
  const { source, kind, mapping, newest } = batch.header;
  const read = { mapping: mapping.id, mappingVersion: mapping.version, rows: rows.length };
  const told: Readonly<Record<string, string>> = newest === undefined ? {} : { newest: 'yes' };
  const detail = { kind, file: source.file, sheet: source.sheet, author, ...told, ...read, ...done.counts };
  await appendAudit(tx, now, { action: 'batch.completed', subject: batchId, detail });
  return done;
}

/** A sheet may be called the newest by mistake: then those it took the place of say so, and can be called it in turn. */
async function overruledIn(tx: Statements, { id, header }: Batch): Promise<Pick<BatchAnswer, 'overruled'>> {
  if (header.kind !== 'orders' || header.newest) return {};
  const replaced = await ordersReplacedBy(tx, id);
  const headers = await headersOf(tx, [...replaced.keys()]);
  let overruled = 0;
  for (const [by, count] of replaced) if (headers.get(by)?.newest) overruled += count;
  return overruled === 0 ? {} : { overruled };
}

/** What became of the rows when they were pushed. */
async function rowsBefore(tx: Statements, { id, header }: Batch): Promise<ImportRow[]> {
  const rows = await listImportRows(tx, id);
  if (header.kind !== 'payout' || !rows.some(({ outcome }) => outcome === 'conflict')) return rows;
  const held = await heldNetsOf(tx, id);
  return rows.map((row) =>
    row.outcome === 'conflict' ? { heldNet: held.get(row.subjectId) ?? row.net, ...row } : row,
  );
}

/** @throws ApiError CHUNKS_MISSING */
async function everyHeldRow(tx: Statements, { id, header }: Batch): Promise<(Order | PayoutLine)[]> {
  const missing = header.chunks - (await heldChunks(tx, id)).length;
  if (missing > 0) throw new ApiError('CHUNKS_MISSING', { missing: String(missing) });
  return heldRows(tx, id);
}

/** The batch's kind says which rows they are. */
function promote(
  tx: Statements,
  batch: Batch,
  rows: readonly (Order | PayoutLine)[],
  now: string,
): Promise<ImportRow[]> {
  return batch.header.kind === 'orders'
    ? promoteOrders(tx, batch, rows as readonly Order[], now)
    : promotePayoutLines(tx, batch, rows as readonly PayoutLine[]);
}

function answer(batchId: string, rows: readonly ImportRow[], repeated: boolean): BatchAnswer {
  return {
    batchId,
    repeated,
    counts: countOutcomes(rows),
    rows: rows.map((row) => {
      const { sourceRow, outcome, fields } = row;
      return { row: sourceRow, outcome, fields: [...fields], ...netsOf(row) };
    }),
  };
}

function netsOf({ outcome, net, heldNet }: ImportRow): Pick<BatchAnswer['rows'][number], 'nets'> {
  if (outcome !== 'conflict' || heldNet === undefined || heldNet === net) return {};
  return { nets: { pushed: net, held: heldNet } };
}

export function countOutcomes(rows: readonly Pick<ImportRow, 'outcome'>[]): Record<RowOutcome, number> {
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const [created, unchanged, replaced, conflict] = ROW_OUTCOMES;
  return {
    [created]: count(created),
    [unchanged]: count(unchanged),
    [replaced]: count(replaced),
    [conflict]: count(conflict),
  };
}
