// What an undo needs to find: documents by number, by run and by batch, whether they still stand, and which receipt
// took the place of one that was taken back.
import type { Statements } from './database.ts';

type Reversible = 'receipts' | 'sales_documents' | 'vouchers';

/** A document as an undo meets it first. */
export interface FoundDocument {
  readonly id: number;
  readonly runId: number;
  /** It takes another one back. */
  readonly isReversal: boolean;
  /** Number of the document that takes it back; null while it stands. */
  readonly reversedBy: string | null;
}

const facts = ['d.id', 'd.run_id', 'd.reverses IS NOT NULL', 'r.number'];
const found = (table: Reversible) =>
  `FROM ${table} d LEFT JOIN ${table} r ON r.company_id = d.company_id AND r.reverses = d.id WHERE d.company_id = ?`;

async function find(tx: Statements, table: Reversible, where: string, binding: string | number) {
  const rows = await tx.select<[number, number, boolean | number, string | null]>(
    facts,
    `${found(table)} AND ${where} ORDER BY d.id`,
    [tx.company, binding],
  );
  return rows.map(([id, runId, reversal, reversedBy]): FoundDocument => {
    return { id, runId, isReversal: Boolean(reversal), reversedBy };
  });
}

export async function receiptByNumber(tx: Statements, number: string): Promise<FoundDocument | null> {
  return (await find(tx, 'receipts', 'd.number = ?', number))[0] ?? null;
}

export function documentsOfRun(tx: Statements, table: Reversible, runId: number): Promise<FoundDocument[]> {
  return find(tx, table, 'd.run_id = ?', runId);
}

/** Sales documents of the orders whose newest snapshot a batch brought. */
export function salesOfBatch(tx: Statements, batchId: string): Promise<FoundDocument[]> {
  const orders = 'SELECT o.id FROM orders o WHERE o.company_id = d.company_id AND o.batch_id = ?';
  return find(tx, 'sales_documents', `d.order_id IN (${orders})`, batchId);
}

export async function ordersOfBatch(tx: Statements, batchId: string): Promise<number[]> {
  const rest = 'FROM orders WHERE company_id = ? AND batch_id = ? ORDER BY id';
  return (await tx.select<[number]>(['id'], rest, [tx.company, batchId])).map(([id]) => id);
}

/** Payout lines that a batch brought. */
export async function linesOfBatch(tx: Statements, batchId: string): Promise<number[]> {
  const rest = 'FROM payout_lines WHERE company_id = ? AND batch_id = ? ORDER BY id';
  return (await tx.select<[number]>(['id'], rest, [tx.company, batchId])).map(([id]) => id);
}

/** The receipt that books each line just now, and the run that posted it; lines that wait are left out. */
export async function bookingsOf(
  tx: Statements,
  lineIds: readonly number[],
): Promise<Map<number, { readonly receiptId: number; readonly runId: number }>> {
  const rows = await tx.select<[number, number, number]>(
    ['b.line_id', 'b.receipt_id', 'r.run_id'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN line_bookings b CROSS JOIN receipts r
     WHERE b.company_id = ? AND b.line_id = k.id AND r.company_id = b.company_id AND r.id = b.receipt_id`,
    [JSON.stringify(lineIds.map((id) => [id])), tx.company],
  );
  return new Map(rows.map(([lineId, receiptId, runId]) => [lineId, { receiptId, runId }]));
}

/** Whether a receipt has ever booked one of the lines. */
export async function wereBooked(tx: Statements, lineIds: readonly number[]): Promise<boolean> {
  const rows = await tx.select<[number]>(
    ['count(*)'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receipt_lines t WHERE t.company_id = ? AND t.line_id = k.id`,
    [JSON.stringify(lineIds.map((id) => [id])), tx.company],
  );
  return (rows[0]?.[0] ?? 0) > 0;
}

/** Payout lines at a row of a sheet, in whichever batches. */
export async function linesAtRow(
  tx: Statements,
  { file, sheet, row }: { readonly file: string; readonly sheet: string; readonly row: number },
): Promise<number[]> {
  const rows = await tx.select<[number, { source: { file: string; sheet: string } }]>(
    ['r.subject_id', { json: 'b.header' }],
    `FROM import_rows r JOIN import_batches b ON b.company_id = r.company_id AND b.id = r.batch_id
     WHERE r.company_id = ? AND r.source_row = ? AND b.kind = 'payout' AND r.outcome <> 'conflict'`,
    [tx.company, row],
  );
  const here = rows.filter(([, { source }]) => source.file === file && source.sheet === sheet);
  return [...new Set(here.map(([lineId]) => lineId))];
}

/** Which receipt took the place of each of the given ones. */
export async function replacementsOf(tx: Statements, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.select<[number]>(
    ['p.receipt_id'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receipt_replacements p
     WHERE p.company_id = ? AND p.replaces = k.id ORDER BY p.receipt_id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return rows.map(([id]) => id);
}

/**
 * Receipts in the sequence in which their lines were booked: one that took the place of another stands where that one
 * did, because what it books moved on after that one and not after it.
 */
export async function inPlaceOfReplaced<T extends { readonly id: number }>(
  tx: Statements,
  receipts: readonly T[],
): Promise<T[]> {
  const rows = await tx.select<[number, number]>(
    ['id', 'place'],
    `FROM (WITH RECURSIVE places (id, place) AS (
        SELECT r.id, r.id FROM ${tx.source({ id: 'integer' })} k CROSS JOIN receipts r
          WHERE r.company_id = ? AND r.id = k.id
        UNION ALL SELECT s.id, p.replaces FROM places s CROSS JOIN receipt_replacements p
          WHERE p.company_id = ? AND p.receipt_id = s.place)
      SELECT id, min(place) AS place FROM places GROUP BY id) f`,
    [JSON.stringify(receipts.map(({ id }) => [id])), tx.company, tx.company],
  );
  const places = new Map(rows);
  const placeOf = ({ id }: T) => places.get(id) ?? id;
  return [...receipts].sort((one, other) => placeOf(one) - placeOf(other) || one.id - other.id);
}

export async function insertReplacements(
  tx: Statements,
  replacements: readonly { readonly receiptId: number; readonly replaces: number }[],
): Promise<void> {
  const rows = replacements.map(({ receiptId, replaces }) => [receiptId, replaces]);
  await tx.insert('receipt_replacements', { receipt_id: 'integer', replaces: 'integer' }, rows);
}

/** What the bank documents of a run are about. */
export async function bankSubjectsOfRun(tx: Statements, runId: number): Promise<Map<number, string>> {
  const rest = 'FROM bank_documents WHERE company_id = ? AND run_id = ? AND reverses IS NULL ORDER BY id';
  return new Map(await tx.select<[id: number, subject: string]>(['id', 'subject'], rest, [tx.company, runId]));
}

/** When each voucher was posted. */
export async function postingInstants(tx: Statements, voucherIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.select<[number, string]>(
    ['v.id', 'u.run_at'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN vouchers v CROSS JOIN runs u
     WHERE v.company_id = ? AND v.id = k.id AND u.company_id = v.company_id AND u.id = v.run_id`,
    [JSON.stringify(voucherIds.map((id) => [id])), tx.company],
  );
  return new Map(rows);
}

/** Standing documents of the orders with a number, for naming what builds on an undone one. */
export async function laterDocuments(tx: Statements, orderIds: readonly number[], taken: readonly string[]) {
  const ids = JSON.stringify(orderIds.map((id) => [id]));
  const standing = (table: Reversible) =>
    `d.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.company_id = d.company_id AND r.reverses = d.id)`;
  const rows = await tx.select<[string]>(
    ['number'],
    `FROM (SELECT d.number AS number FROM ${tx.source({ id: 'integer' })} k CROSS JOIN sales_documents d
        WHERE d.company_id = ? AND d.order_id = k.id AND ${standing('sales_documents')}
      UNION SELECT d.number FROM ${tx.source({ id: 'integer' })} k CROSS JOIN allocations a CROSS JOIN receipts d
        WHERE a.company_id = ? AND a.order_id = k.id AND a.target = 'receivable'
          AND d.company_id = a.company_id AND d.id = a.receipt_id AND ${standing('receipts')}) f ORDER BY number`,
    [ids, tx.company, ids, tx.company],
  );
  return rows.map(([number]) => number).filter((number) => !taken.includes(number));
}
