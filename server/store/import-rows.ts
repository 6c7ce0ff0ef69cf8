// What became of each pushed row: its outcome, and the order or payout line that it is in the books.
import type { RowOutcome } from '../../core/api.ts';
import type { Amount } from '../../core/money.ts';
import type { Statements } from './database.ts';

export interface ImportRow {
  readonly sourceRow: number;
  /** Id of the order or payout line; for a conflict, of the one that is held. */
  readonly subjectId: number;
  readonly outcome: RowOutcome;
  /** Names of the fields at odds; empty unless the outcome is `conflict`. */
  readonly fields: readonly string[];
  /** The row's own net; 0 for orders. */
  readonly net: Amount;
  /** Of a payout row at odds with one that is held: the held one's net. */
  readonly heldNet?: Amount;
}

const columns = {
  batch_id: 'text',
  row_no: 'integer',
  source_row: 'integer',
  subject_id: 'integer',
  outcome: 'text',
  fields: 'text',
  net: 'integer',
} as const;

export async function insertImportRows(tx: Statements, batchId: string, rows: readonly ImportRow[]): Promise<void> {
  const values = rows.map((row, index) => [
    batchId,
    index,
    row.sourceRow,
    row.subjectId,
    row.outcome,
    JSON.stringify(row.fields),
    row.net,
  ]);
  await tx.insert('import_rows', columns, values);
}

/** The batch's rows in the order in which they were pushed. */
export async function listImportRows(tx: Statements, batchId: string): Promise<ImportRow[]> {
  const rows = await tx.select<[number, number, RowOutcome, string[], Amount]>(
    ['source_row', 'subject_id', 'outcome', { json: 'fields' }, 'net'],
    'FROM import_rows WHERE company_id = ? AND batch_id = ? ORDER BY row_no',
    [tx.company, batchId],
  );
  return rows.map(([sourceRow, subjectId, outcome, fields, net]) => ({ sourceRow, subjectId, outcome, fields, net }));
}

/** How many orders that the batch brought stand by another batch now, by that batch's id. */
export async function ordersReplacedBy(tx: Statements, batchId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.select<[string, number]>(
    ['o.batch_id', 'CAST(count(*) AS BIGINT)'],
    `FROM import_rows r JOIN orders o ON o.company_id = r.company_id AND o.id = r.subject_id
     WHERE r.company_id = ? AND r.batch_id = ? AND r.outcome <> 'conflict' AND o.batch_id <> r.batch_id
     GROUP BY o.batch_id`,
    [tx.company, batchId],
  );
  return new Map(rows);
}

/** Nets of the held lines that rows of a payout batch are at odds with, by the id of the line. */
export async function heldNetsOf(tx: Statements, batchId: string): Promise<ReadonlyMap<number, Amount>> {
  const rows = await tx.select<[number, Amount]>(
    ['p.id', 'p.net'],
    `FROM import_rows r JOIN payout_lines p ON p.company_id = r.company_id AND p.id = r.subject_id
     WHERE r.company_id = ? AND r.batch_id = ? AND r.outcome = 'conflict'`,
    [tx.company, batchId],
  );
  return new Map(rows);
}
