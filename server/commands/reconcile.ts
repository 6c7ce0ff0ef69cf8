// One run (對帳): load what the sheets concern, decide in core, post what is new, all in one transaction.
import type { ReconcileRequest, ReconcileResult } from '../../core/api.ts';
import { alertStock } from '../../core/reconcile/alert-stock.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/account.ts';
import { planReconciliation } from '../../core/reconcile/plan-reconciliation.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { nextId } from '../store/next-id.ts';
import { insertRun } from '../store/runs.ts';
import { listStockLevels, stockTotals } from '../store/stock.ts';
import { countOutcomes } from './complete-batch.ts';
import { loadScope, type Scope } from './load-scope.ts';
import { postPlan } from './post-plan.ts';
import { presentConservation, presentMovements, presentOutcomes, presentReceipts } from './present-result.ts';

export async function reconcile(books: Books, request: ReconcileRequest): Promise<ReconcileResult> {
  return books.database.transaction(books.company, (tx) => run(tx, request, books.now()));
}

async function run(tx: Statements, request: ReconcileRequest, now: string): Promise<ReconcileResult> {
  const { asOf, policy = DEFAULT_POLICY } = request;
  const scope = await loadScope(tx, request.batchIds);
  const plan = planReconciliation({ asOf, policy, orders: scope.orders, lines: scope.lines });
  const id = await nextId(tx, 'runs');
  const posted = {
    matches: plan.matches.length,
    receipts: plan.receipts.length,
    movements: plan.movements.length,
  };
  const batchIds = scope.batches.map((batch) => batch.id);
  await insertRun(tx, { id, asOf, policy, batchIds, planHash: plan.hash, posted }, now);
  const news = await postPlan(tx, id, plan, scope);
  const runId = `RUN-${String(id).padStart(6, '0')}`;
  await appendAudit(tx, now, { action: 'reconciled', subject: runId, detail: { asOf, plan: plan.hash, ...posted } });
  const receipts = [...scope.receipts, ...news.receipts];
  return {
    runId,
    planHash: plan.hash,
    asOf,
    policy,
    posted,
    batches: scope.batches.map((batch) => ({
      batchId: batch.id,
      header: batch.header,
      counts: countOutcomes(batch.rows),
    })),
    conservation: presentConservation(receipts, scope),
    ...presentOutcomes(plan, scope),
    receipts: await presentReceipts(tx, receipts, scope),
    stock: {
      movements: presentMovements([...scope.movements, ...news.movements], scope),
      alerts: await stockAlerts(tx, scope),
    },
  };
}

async function stockAlerts(tx: Statements, scope: Scope) {
  const skus = [...new Set(scope.orders.flatMap(({ order }) => order.lines.map((line) => line.sku)))];
  return alertStock(await listStockLevels(tx, skus), await stockTotals(tx, skus));
}
