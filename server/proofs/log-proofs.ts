// Proofs of what happened and when: the chain of the audit log, the runs it tells of, and that nothing was posted into a
// month after it was closed.
import { type BusinessDate, monthOf } from '../../core/business-date.ts';
import { auditEnds, verifyAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { type Period, periodChanges } from '../store/periods.ts';
import { nameOfRun } from '../store/runs.ts';
import type { Fault, Prove } from './proof.ts';

/** A chain shows what was changed in it; that its end was not cut off is shown by what was noted and the runs it must tell of. */
export const proveAuditChain: Prove = async (tx) => {
  const chain = await verifyAudit(tx);
  const named = "FROM runs WHERE company_id = ? AND kind IN ('reconcile', 'reversal') ORDER BY id";
  const runs = (await tx.select<[number]>(['id'], named, [tx.company])).flat();
  const logged = new Set(await runsInLog(tx));
  const untold = runs.map(nameOfRun).filter((name) => !logged.has(name));
  const faults: Fault[] = [
    ...(await faultsOfEnd(tx)),
    ...untold.map((name) => ({ table: 'runs', name, field: 'audit_log', found: '—', expected: name })),
  ];
  if ('entries' in chain) return { name: 'AUDIT_CHAIN', counted: chain.entries, faults };
  const broken = { table: 'audit_log', name: String(chain.brokenAt), field: 'hash', found: '≠', expected: '=' };
  return { name: 'AUDIT_CHAIN', counted: chain.brokenAt, faults: [broken, ...faults] };
};

async function faultsOfEnd(tx: Statements): Promise<Fault[]> {
  const { found, noted } = await auditEnds(tx);
  const [entries, hash] = noted;
  const fault = { table: 'audit_log', name: String(Math.max(found[0], entries)) };
  if (found[0] !== entries) return [{ ...fault, field: 'entries', found: String(found[0]), expected: String(entries) }];
  return found[1] === hash ? [] : [{ ...fault, field: 'last hash', found: '≠', expected: '=' }];
}

async function runsInLog(tx: Statements): Promise<string[]> {
  const rows = await tx.select<[string, string, string]>(
    ['action', 'subject', 'detail'],
    "FROM audit_log WHERE company_id = ? AND action IN ('reconciled', 'reversed')",
    [tx.company],
  );
  return rows.map(([action, subject, detail]) => (action === 'reconciled' ? subject : runIn(detail)));
}

/** Text that somebody tampered with may be anything. */
function runIn(detail: string): string {
  return /"run":"(RUN-\d+)"/.exec(detail)?.[1] ?? '';
}

const DATED = [
  { table: 'receipts', on: 'received_on' },
  { table: 'sales_documents', on: 'document_on' },
  { table: 'vouchers', on: 'posted_on' },
  { table: 'bank_documents', on: 'document_on' },
] as const;

export const proveClosedMonths: Prove = async (tx) => {
  const changes = await periodChanges(tx);
  const faults: Fault[] = [];
  let counted = 0;
  for (const { table, on } of DATED) {
    const rows = await tx.select<[string, BusinessDate, string]>(
      ['d.number', `d.${on}`, 'u.run_at'],
      `FROM ${table} d JOIN runs u ON u.company_id = d.company_id AND u.id = d.run_id
       WHERE d.company_id = ? ORDER BY d.id`,
      [tx.company],
    );
    counted += rows.length;
    for (const [name, day, postedAt] of rows) {
      const closed = closedBefore(changes, monthOf(day), postedAt);
      if (closed !== null) faults.push({ table, name, field: on, found: day, expected: `> ${closed.month}` });
    }
  }
  return { name: 'CLOSED_MONTHS', counted, faults };
};

/** The change by which the month was closed when something was posted; null while it was open. */
function closedBefore(changes: readonly Period[], month: string, instant: string): Period | null {
  const last = changes.filter((change) => change.month === month && change.changedAt < instant).at(-1);
  return last === undefined || last.state === 'open' ? null : last;
}
