// What an undo asks for, found in the books: the documents that still stand, or the refusal that says why there is
// nothing to undo.
import type { Undone } from '../../core/ledger-api.ts';
import { ApiError } from '../api-error.ts';
import { bankDocumentsOf, standing as standingDocuments } from '../store/bank-documents.ts';
import { findBatch } from '../store/batches.ts';
import type { Statements } from '../store/database.ts';
import { type HeldMatch, matchesOfLines, matchesOfRun } from '../store/matches.ts';
import { receiptsById } from '../store/receipts.ts';
import {
  bankSubjectsOfRun,
  bookingsOf,
  documentsOfRun,
  type FoundDocument,
  inPlaceOfReplaced,
  linesAtRow,
  linesOfBatch,
  ordersOfBatch,
  receiptByNumber,
  replacementsOf,
  salesOfBatch,
  wereBooked,
} from '../store/reversals.ts';
import { kindOfRun, numberOfRun } from '../store/runs.ts';
import { type StandingMovement, standingMovements } from '../store/stock.ts';

/** Documents to take back, by id. */
export interface Found {
  /** Payout lines, each with the first receipt that is taken back for it. */
  readonly lines: ReadonlyMap<number, number>;
  readonly saleIds: readonly number[];
  readonly movements: readonly StandingMovement[];
  readonly matches: readonly HeldMatch[];
}

/** @throws ApiError when it is unknown, taken back already, a reversal itself, or nothing was posted */
export async function findUndone(tx: Statements, what: Undone): Promise<Found> {
  switch (what.kind) {
    case 'row':
      return rowAt(tx, what.source);
    case 'receipt':
      return receiptNumbered(tx, what.number);
    case 'batch':
      return batchPushed(tx, what.batchId);
    case 'run':
      return runPosted(tx, what.runId);
  }
}

async function rowAt(tx: Statements, source: Extract<Undone, { kind: 'row' }>['source']): Promise<Found> {
  const name = `${source.file} › ${source.sheet} › ${source.row}`;
  const lineIds = await linesAtRow(tx, source);
  if (lineIds.length === 0) throw new ApiError('UNDO_UNKNOWN', { name });
  return linesBooked(tx, lineIds, name, true);
}

async function receiptNumbered(tx: Statements, number: string): Promise<Found> {
  const found = await receiptByNumber(tx, number);
  if (found === null) throw new ApiError('UNDO_UNKNOWN', { name: number });
  refuseReversal(found, number);
  const lines = await linesOfReceipts(tx, [found.id]);
  const matches = await endedWith(tx, lines, new Map([[found.id, found.runId]]));
  return { lines, saleIds: [], movements: [], matches };
}

function refuseReversal({ isReversal, reversedBy }: FoundDocument, name: string): void {
  if (isReversal) throw new ApiError('REVERSAL_FINAL', { name });
  if (reversedBy !== null) throw new ApiError('REVERSED_ALREADY', { name, by: reversedBy });
}

async function batchPushed(tx: Statements, batchId: string): Promise<Found> {
  const batch = await findBatch(tx, batchId);
  if (batch === null) throw new ApiError('UNDO_UNKNOWN', { name: batchId });
  const { file, sheet } = batch.header.source;
  const name = `${file} › ${sheet}`;
  if (batch.header.kind === 'payout') return linesBooked(tx, await linesOfBatch(tx, batchId), name, false);
  const sales = await salesOfBatch(tx, batchId);
  const movements = await standingMovements(tx, { orderIds: await ordersOfBatch(tx, batchId) });
  const saleIds = standing(sales);
  if (saleIds.length + movements.length === 0) refuseNothing(sales.length > 0, name);
  return { lines: new Map(), saleIds, movements, matches: [] };
}

/** @param one the lines are one row: it is to be told apart which of them is booked */
async function linesBooked(tx: Statements, lineIds: readonly number[], name: string, one: boolean): Promise<Found> {
  const bookings = await bookingsOf(tx, lineIds);
  if (one && bookings.size > 1) throw new ApiError('UNDO_AMBIGUOUS', { name });
  const matches = [...(await matchesOfLines(tx, bookings.size > 0 ? [...bookings.keys()] : lineIds)).values()].flat();
  if (bookings.size + matches.length === 0) refuseNothing(await wereBooked(tx, lineIds), name);
  const lines = new Map([...bookings].map(([lineId, { receiptId }]) => [lineId, receiptId]));
  return { lines, saleIds: [], movements: [], matches };
}

async function runPosted(tx: Statements, name: string): Promise<Found> {
  const runId = numberOfRun(name);
  const kind = await kindOfRun(tx, runId);
  if (kind === null) throw new ApiError('UNDO_UNKNOWN', { name });
  if (kind === 'reversal') throw new ApiError('REVERSAL_FINAL', { name });
  if (kind !== 'reconcile') throw new ApiError('UNDO_ELSEWHERE', { name });
  const receipts = await documentsOfRun(tx, 'receipts', runId);
  const sales = await documentsOfRun(tx, 'sales_documents', runId);
  const receiptIds = await standingWithReplacements(tx, receipts);
  const lines = await linesOfReceipts(tx, receiptIds);
  const movements = await standingMovements(tx, { runId });
  const saleIds = standing(sales);
  const matches = await matchesOfUndoneRun(tx, runId, lines);
  const subjects = await bankSubjectsOfRun(tx, runId);
  // A later run may have documented the same withdrawal anew: that one is not this run's.
  const standingNow = subjects.size === 0 ? [] : standingDocuments(await bankDocumentsOf(tx, [...subjects.values()]));
  const documents = standingNow.filter(({ id }) => subjects.has(id));
  if (lines.size + saleIds.length + movements.length + matches.length + documents.length === 0)
    refuseNothing(receipts.length + sales.length + subjects.size > 0, name);
  return { lines, saleIds, movements, matches };
}

const standing = (documents: readonly FoundDocument[]) =>
  documents.filter(({ isReversal, reversedBy }) => !isReversal && reversedBy === null).map(({ id }) => id);

/** A receipt of the run of which one row was undone lives on in the one that took its place. */
async function standingWithReplacements(tx: Statements, receipts: readonly FoundDocument[]): Promise<number[]> {
  const ids = standing(receipts);
  let replaced = receipts.filter(({ reversedBy }) => reversedBy !== null).map(({ id }) => id);
  while (replaced.length > 0) {
    const places = await replacementsOf(tx, replaced);
    const reversed = new Set(await reversedAmong(tx, places));
    ids.push(...places.filter((id) => !reversed.has(id)));
    replaced = places.filter((id) => reversed.has(id));
  }
  return ids;
}

async function reversedAmong(tx: Statements, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.select<[number]>(
    ['r.reverses'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receipts r WHERE r.company_id = ? AND r.reverses = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return rows.map(([id]) => id);
}

/** Every line the receipts touch, with the first of them. */
async function linesOfReceipts(tx: Statements, ids: readonly number[]): Promise<Map<number, number>> {
  const lines = new Map<number, number>();
  for (const { id, lineIds, allocations } of await inPlaceOfReplaced(tx, await receiptsById(tx, ids))) {
    for (const lineId of [...lineIds, ...allocations.map((part) => part.lineId)])
      if (!lines.has(lineId)) lines.set(lineId, id);
  }
  return lines;
}

/** Links of the lines that are free again; of lines whose money only moved, those made with the move. */
async function endedWith(
  tx: Statements,
  lines: ReadonlyMap<number, number>,
  runOfReceipt: ReadonlyMap<number, number>,
): Promise<HeldMatch[]> {
  const bookings = await bookingsOf(tx, [...lines.keys()]);
  const links = [...(await matchesOfLines(tx, [...lines.keys()])).values()].flat();
  return links.filter(({ lineId, runId }) => {
    const first = lines.get(lineId);
    return first !== undefined && (bookings.get(lineId)?.receiptId === first || runOfReceipt.get(first) === runId);
  });
}

/** The run's own links, but for those of lines that a later run booked; and the links of lines that are free again. */
async function matchesOfUndoneRun(
  tx: Statements,
  runId: number,
  lines: ReadonlyMap<number, number>,
): Promise<HeldMatch[]> {
  const made = await matchesOfRun(tx, runId);
  const bookings = await bookingsOf(tx, [...made.keys()]);
  const own = [...made].flatMap(([lineId, links]) => {
    const booked = bookings.get(lineId);
    return lines.has(lineId) || booked === undefined || booked.runId <= runId ? links : [];
  });
  const ended = await endedWith(tx, lines, new Map());
  return [
    ...new Map([...own, ...ended].map((link) => [`${link.lineId} ${link.orderId} ${link.runId}`, link])).values(),
  ];
}

function refuseNothing(wasPosted: boolean, name: string): never {
  throw new ApiError(wasPosted ? 'REVERSED_ALREADY' : 'UNDO_EMPTY', { name, by: '' });
}
