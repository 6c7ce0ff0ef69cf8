// The audit log: append-only, each entry sealed with the hash of the one before. Entries name documents and counts,
// never rows or amounts.
import { fingerprint } from '../../core/fingerprint.ts';
import type { Statements } from './database.ts';

export interface AuditEntry {
  readonly action:
    | 'batch.completed'
    | 'batch.repeated'
    | 'reconciled'
    | 'vat.trued-up'
    | 'work.decided'
    | 'reversed'
    | 'period.closed'
    | 'period.filed'
    | 'period.opened'
    | 'setting.saved'
    | 'rates.entered'
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
  previous_hash: 'text',
  hash: 'text',
} as const;
type AuditRow = [
  seq: number,
  at: string,
  action: string,
  subject: string,
  detail: string,
  previous: string,
  hash: string,
];

const seal = (previous: string, entry: readonly (string | number)[]) =>
  fingerprint(JSON.stringify([previous, ...entry]));

export async function appendAudit(tx: Statements, at: string, entry: AuditEntry): Promise<void> {
  const rest = 'FROM audit_log WHERE company_id = ? ORDER BY seq DESC LIMIT 1';
  const [last = [0, '']] = await tx.select<[number, string]>(['seq', 'hash'], rest, [tx.company]);
  const [seq, previous] = [last[0] + 1, last[1]];
  const values = [seq, at, entry.action, entry.subject, JSON.stringify(entry.detail)] as const;
  await tx.insert('audit_log', columns, [[...values, previous, seal(previous, values)]]);
}

/** Walks the chain. Returns the number of entries, or the first entry that does not fit. */
export async function verifyAudit(tx: Statements): Promise<{ entries: number } | { brokenAt: number }> {
  const rest = 'FROM audit_log WHERE company_id = ? ORDER BY seq';
  const rows = await tx.select<AuditRow>(Object.keys(columns), rest, [tx.company]);
  let previous = '';
  for (const [index, [seq, at, action, subject, detail, before, hash]] of rows.entries()) {
    const fits = seq === index + 1 && before === previous && hash === seal(before, [seq, at, action, subject, detail]);
    if (!fits) return { brokenAt: seq };
    previous = hash;
  }
  return { entries: rows.length };
}
