// Runs (對帳): who asked for what and what it posted. Kept also when a run found nothing left to post.
import type { BusinessDate } from '../../core/business-date.ts';
import type { ReconcilePolicy } from '../../core/reconcile/policy.ts';
import type { Statements } from './database.ts';

export interface Run {
  readonly id: number;
  /** `reversal`: it takes back what another run posted. `deposits`: payouts were looked for in statements. */
  readonly kind: 'reconcile' | 'reversal' | 'deposits' | 'vat' | 'month-end' | 'fee-invoice';
  readonly asOf: BusinessDate;
  readonly policy: ReconcilePolicy;
  readonly batchIds: readonly string[];
  readonly planHash: string;
  readonly posted: Readonly<Record<'matches' | 'sales' | 'receipts' | 'vouchers' | 'movements', number>>;
}

/** The run's kind; null when there is no such run. */
export async function kindOfRun(tx: Statements, id: number): Promise<Run['kind'] | null> {
  const rest = 'FROM runs WHERE company_id = ? AND id = ?';
  const [row] = await tx.select<[Run['kind']]>(['kind'], rest, [tx.company, id]);
  return row?.[0] ?? null;
}

/** The last run that posted this plan; null when none did. */
export async function runOfPlan(tx: Statements, kind: Run['kind'], planHash: string): Promise<number | null> {
  const rest = 'FROM runs WHERE company_id = ? AND kind = ? AND plan_hash = ? ORDER BY id DESC LIMIT 1';
  const [row] = await tx.select<[number]>(['id'], rest, [tx.company, kind, planHash]);
  return row?.[0] ?? null;
}

/** What a run is called: `RUN-000001`. */
export const nameOfRun = (id: number) => `RUN-${String(id).padStart(6, '0')}`;

export const numberOfRun = (name: string) => Number(name.slice('RUN-'.length));

const columns = {
  id: 'integer',
  as_of: 'text',
  policy: 'text',
  batch_ids: 'text',
  plan_hash: 'text',
  matches: 'integer',
  receipts: 'integer',
  movements: 'integer',
  sales: 'integer',
  vouchers: 'integer',
  kind: 'text',
  run_at: 'text',
} as const;

export async function insertRun(tx: Statements, run: Run, runAt: string): Promise<void> {
  const { id, asOf, policy, batchIds, planHash, posted } = run;
  const { matches, receipts, movements, sales, vouchers } = posted;
  const values = [id, asOf, JSON.stringify(policy), JSON.stringify(batchIds), planHash, matches, receipts, movements];
  await tx.insert('runs', columns, [[...values, sales, vouchers, run.kind, runAt]]);
}
