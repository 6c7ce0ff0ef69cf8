// One run (對帳): load what the sheets concern, decide in core, and post what is new, all in one transaction; or answer
// the plan and write nothing. What is posted is the plan that was looked at, or nothing.
import type { ReconcileRequest, ReconcileResult } from '../../core/api.ts';
import { alertStock } from '../../core/reconcile/alert-stock.ts';
import { planReconciliation } from '../../core/reconcile/plan-reconciliation.ts';
import type { ReconcilePlan } from '../../core/reconcile/plan.ts';
import { forecastRun } from '../../core/statements/run-forecast.ts';
import { approvedLines, ordersWithBadDebts } from '../../core/work-decisions.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { nextId } from '../store/next-id.ts';
import { insertRun } from '../store/runs.ts';
import { workEvents } from '../store/work-events.ts';
import { listStockLevels, stockTotals } from '../store/stock.ts';
import { hashWithDeposits } from './check-deposits.ts';
import { refuseUnstorableText } from './check-text.ts';
import { countOutcomes } from './complete-batch.ts';
import { withDepositDays } from './deposit-days.ts';
import { findDepositsOfRun, tellDeposits } from './deposits-of-run.ts';
import { approveLines } from './approve-lines.ts';
import type { Scope } from './load-scope.ts';
import { type GivenUp, loadSetUp, withGivenUp } from './load-set-up.ts';
import { loadWholeGroups } from './load-whole-groups.ts';
import { draftPlan } from './draft-plan.ts';
import { type Posted, postPlan } from './post-plan.ts';
import { presentConservation, presentMovements, presentOutcomes, presentReceipts } from './present-result.ts';
import { tellVouchers } from './tell-vouchers.ts';
import { presentSales } from './present-documents.ts';

export async function reconcile(books: Books, request: ReconcileRequest): Promise<ReconcileResult> {
  const { mode = 'post', approve = [], author = '' } = request;
  refuseUnstorableText(author);
  return books.database.transaction(books.company, async (tx) => {
    const now = books.now();
    if (mode === 'post' && approve.length > 0) {
      const { planHash: _, ...asked } = request;
      const waiting = await reconcileWithin(tx, { ...asked, mode: 'plan', approve: [] }, now);
      await approveLines(tx, waiting, { approve, author, now });
    }
    return reconcileWithin(tx, request, now);
  });
}

/** The run inside a transaction that does more. @param decided what people give up with it */
export async function reconcileWithin(
  tx: Statements,
  request: ReconcileRequest,
  now: string,
  decided: GivenUp | null = null,
): Promise<ReconcileResult> {
  const { asOf, mode = 'post', planHash, approve = [] } = request;
  const setUp = withGivenUp(await loadSetUp(tx, asOf, request.policy ?? {}), decided);
  const { aliases, groups } = setUp.memory;
  const linkedByHand = [...new Set([...aliases.values(), ...[...groups.values()].flat()])];
  const events = await workEvents(tx);
  const approved = new Set([...approve, ...approvedLines(events)]);
  const badDebts = ordersWithBadDebts(events);
  const asked = { batchIds: request.batchIds, approved, badDebts, linkedByHand, company: setUp.company };
  const scope = await loadWholeGroups(tx, asked, { ...setUp, asOf });
  const arrivals = await findDepositsOfRun(tx, request, setUp);
  const lines = await withDepositDays(tx, scope.lines, arrivals);
  const plan = planReconciliation({ ...setUp, asOf, orders: scope.orders, lines });
  const hash = hashWithDeposits(plan.hash, arrivals);
  if (planHash !== undefined && planHash !== hash) throw new ApiError('PLAN_STALE');
  const posting = mode === 'post' ? await post(tx, request, { ...plan, hash }, scope, setUp.policy, now) : null;
  const told = await tellDeposits(tx, arrivals, setUp, posting);
  const made = posting?.made ?? draftPlan(plan, scope);
  const receipts = [...scope.receipts, ...made.receipts];
  const sales = [...scope.sales, ...made.sales];
  const vouchers = [...scope.vouchers, ...made.vouchers];
  return {
    runId: posting?.runId ?? null,
    planHash: hash,
    asOf,
    policy: setUp.policy,
    posted: countsOf(plan),
    batches: scope.batches.map((batch) => ({
      batchId: batch.id,
      header: batch.header,
      counts: countOutcomes(batch.rows),
    })),
    conservation: presentConservation(receipts, scope),
    ...presentOutcomes(plan, scope),
    receipts: await presentReceipts(tx, receipts, scope),
    sales: presentSales(sales, scope),
    vouchers: [...(await tellVouchers(tx, vouchers, scope, { sales, receipt: receipts })), ...told.vouchers],
    proposals: [...plan.proposals],
    onReview: [...plan.onReview],
    stock: {
      movements: presentMovements([...scope.movements, ...made.movements], scope),
      alerts: await stockAlerts(tx, scope),
    },
    deposits: told.deposits,
    forecast: forecastRun(plan.orders, { ...setUp, asOf, orders: scope.orders }),
  };
}

async function post(
  tx: Statements,
  { asOf, author = '' }: ReconcileRequest,
  plan: ReconcilePlan,
  scope: Scope,
  policy: ReconcileResult['policy'],
  now: string,
): Promise<{ id: number; runId: string; now: string; made: Posted }> {
  const id = await nextId(tx, 'runs');
  const posted = countsOf(plan);
  const batchIds = scope.batches.map((batch) => batch.id);
  await insertRun(tx, { id, kind: 'reconcile', asOf, policy, batchIds, planHash: plan.hash, posted }, now);
  const made = await postPlan(tx, id, plan, scope);
  const runId = `RUN-${String(id).padStart(6, '0')}`;
  const detail = { asOf, author, plan: plan.hash, ...posted };
  await appendAudit(tx, now, { action: 'reconciled', subject: runId, detail });
  return { id, runId, now, made };
}

function countsOf(plan: ReconcilePlan): ReconcileResult['posted'] {
  return {
    matches: plan.matches.length,
    sales: plan.sales.length,
    receipts: plan.receipts.length,
    vouchers: plan.vouchers.length,
    movements: plan.movements.length,
  };
}

async function stockAlerts(tx: Statements, scope: Scope) {
  const skus = [...new Set(scope.orders.flatMap(({ order }) => order.lines.map((line) => line.sku)))];
  return alertStock(await listStockLevels(tx, skus), await stockTotals(tx, skus));
}
