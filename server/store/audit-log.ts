// The audit log: append-only, each entry sealed with the hash of the one before. Entries name documents and counts,
// never rows or amounts; of the rows that were written they keep the number and a fingerprint by table. How many entries
// there are, and the hash of the last one, is kept beside the log, because a chain does not show that its end was cut.
import { fingerprint } from '../../core/fingerprint.ts';
import type { Statements } from './database.ts';

export interface AuditEntry {
  readonly action:
    | 'batch.completed'
    | 'batch.repeated'
    | 'reconciled'
    | 'vat.trued-up'
    | 'month.ended'
    | 'invoice.booked'
    | 'invoice.voided'
    | 'work.decided'
    | 'reversed'
    | 'period.closed'
    | 'period.filed'
    | 'period.opened'
    | 'setting.saved'
    | 'rates.entered'
    | 'item-costs.entered'
    | 'link.decided'
    | 'stock-levels.set'
    | 'bank-lines.pushed'
    | 'deposits.checked'
    | 'deposit.accepted'
    | 'deposit.declined'
    | 'deposit.reversed'
    | 'mapping.draft-saved'
    | 'mapping.draft-dropped'
    | 'mapping.imported'
    | 'mapping.merged'
    | 'mapping.published'
    | 'mapping.rolled-back'
    | 'mapping.confirmed';
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

const columns = {
  seq: 'integer',
  at: 'text',
  action: 'text',
  subject: 'text',
  detail: 'text',
  seals: 'text',
  previous_hash: 'text',
  hash: 'text',
} as const;
type AuditRow = [
  seq: number,
  at: string,
  action: string,
  subject: string,
  detail: string,
  seals: string,
  previous: string,
  hash: string,
];

/** Entries that tell of no rows are sealed as they were before entries told of rows. */
const seal = (previous: string, entry: readonly (string | number)[], seals: string) =>
  fingerprint(JSON.stringify([previous, ...entry, ...(seals === '' ? [] : [seals])]));

/** Ends what the transaction has done so far: the entry tells of every row written since the one before it. */
export async function appendAudit(tx: Statements, at: string, entry: AuditEntry): Promise<void> {
  const rest = 'FROM audit_log WHERE company_id = ? ORDER BY seq DESC LIMIT 1';
  const [last = [0, '']] = await tx.select<[number, string]>(['seq', 'hash'], rest, [tx.company]);
  const [seq, previous] = [last[0] + 1, last[1]];
  const values = [seq, at, entry.action, entry.subject, JSON.stringify(entry.detail)] as const;
  const written = tx.takeWritten();
  const seals = written.length === 0 ? '' : JSON.stringify(written);
  const hash = seal(previous, values, seals);
  await tx.insert('audit_log', columns, [[...values, seals, previous, hash]]);
  const end = 'ON CONFLICT (company_id) DO UPDATE SET entries = excluded.entries, hash = excluded.hash';
  await tx.insert('audit_heads', { entries: 'integer', hash: 'text' }, [[seq, hash]], end);
}

/** Walks the chain. Returns the number of entries, or the first entry that does not fit. */
export async function verifyAudit(tx: Statements): Promise<{ entries: number } | { brokenAt: number }> {
  const rest = 'FROM audit_log WHERE company_id = ? ORDER BY seq';
  const rows = await tx.select<AuditRow>(Object.keys(columns), rest, [tx.company]);
  let previous = '';
  for (const [index, [seq, at, action, subject, detail, seals, before, hash]] of rows.entries()) {
    const sealed = seal(before, [seq, at, action, subject, detail], seals);
    if (seq !== index + 1 || before !== previous || hash !== sealed) return { brokenAt: seq };
    previous = hash;
  }
  return { entries: rows.length };
}

/** The end of the log as it stands in its entries, and as it was noted beside them. */
export async function auditEnds(tx: Statements): Promise<Record<'found' | 'noted', readonly [number, string]>> {
  const last = 'FROM audit_log WHERE company_id = ? ORDER BY seq DESC LIMIT 1';
  const head = 'FROM audit_heads WHERE company_id = ?';
  const [found = [0, ''] as const] = await tx.select<[number, string]>(['seq', 'hash'], last, [tx.company]);
  const [noted = [0, ''] as const] = await tx.select<[number, string]>(['entries', 'hash'], head, [tx.company]);
  return { found, noted };
}

/** An entry with what it tells of rows. */
export interface SealedEntry {
  readonly seq: number;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  /** As written; somebody who tampered with it may have put anything there. */
  readonly seals: string;
}

/** Every entry that tells of rows, oldest first. */
export async function sealedEntries(tx: Statements): Promise<SealedEntry[]> {
  const rows = await tx.select<[number, string, string, string, string]>(
    ['seq', 'action', 'subject', 'detail', 'seals'],
    "FROM audit_log WHERE company_id = ? AND seals <> '' ORDER BY seq",
    [tx.company],
  );
  return rows.map(([seq, action, subject, detail, seals]) => ({ seq, action, subject, detail, seals }));
}
