// Runs (對帳): who asked for what and what it posted. Kept also when a run found nothing left to post.
import type { BusinessDate } from '../../core/business-date.ts';
import type { ReconcilePolicy } from '../../core/reconcile/account.ts';
import type { Statements } from './database.ts';

export interface Run {
  readonly id: number;
  readonly asOf: BusinessDate;
  readonly policy: ReconcilePolicy;
  readonly batchIds: readonly string[];
  readonly planHash: string;
  readonly posted: { readonly matches: number; readonly receipts: number; readonly movements: number };
}

const columns = {
  id: 'integer',
  as_of: 'text',
  policy: 'text',
  batch_ids: 'text',
  plan_hash: 'text',
  matches: 'integer',
  receipts: 'integer',
  movements: 'integer',
  run_at: 'text',
} as const;

export async function insertRun(tx: Statements, run: Run, runAt: string): Promise<void> {
  const { id, asOf, policy, batchIds, planHash, posted } = run;
  const { matches, receipts, movements } = posted;
  const values = [id, asOf, JSON.stringify(policy), JSON.stringify(batchIds), planHash, matches, receipts, movements];
  await tx.insert('runs', columns, [[...values, runAt]]);
}
