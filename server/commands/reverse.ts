// Undo (沖銷) of a row, a receipt, a batch or a run, in one transaction: find what stands, decide in core, post further
// documents; or answer the plan and write nothing.
import { type BusinessDate, monthOf } from '../../core/business-date.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import type { ReversalAnswer, ReversalRequest } from '../../core/ledger-api.ts';
import { openDay } from '../../core/reconcile/closed-periods.ts';
import { freedLines, planReversal, type ReversalPlan } from '../../core/reconcile/plan-reversal.ts';
import { undoneDecisions } from '../../core/undone-decisions.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { insertLinkDecision } from '../store/link-decisions.ts';
import { nextId } from '../store/next-id.ts';
import { closedMonths } from '../store/periods.ts';
import { laterDocuments } from '../store/reversals.ts';
import { insertRun, nameOfRun } from '../store/runs.ts';
import { workEvents } from '../store/work-events.ts';
import { findUndone } from './find-undone.ts';
import { loadReversal, type ReversalScope } from './load-reversal.ts';
import { loadSetUp } from './load-set-up.ts';
import { postReversal } from './post-reversal.ts';
import { presentReversal } from './present-reversal.ts';
import { reopenDecisions } from './reopen-decisions.ts';
import { type DepositsUndone, depositsUndone, reverseDeposits } from './reverse-deposits.ts';

export async function reverse(books: Books, request: ReversalRequest): Promise<ReversalAnswer> {
  return books.database.transaction(books.company, (tx) => run(tx, request, books.now()));
}

async function run(tx: Statements, request: ReversalRequest, now: string): Promise<ReversalAnswer> {
  const found = await findUndone(tx, request.what);
  const postedOn = await dayOfReversal(tx, request);
  const scope = await loadReversal(tx, found, postedOn);
  const plan = planReversal(scope.input);
  if ('orderKeys' in plan) throw await dependedOn(tx, plan.orderKeys, scope);
  refuseEarlyDay(plan, request);
  const freed = freedLines(plan).map((key) => scope.names.lineId(key));
  const bank = await depositsUndone(tx, request.what, freed);
  const decisions = undoneDecisions(plan, await workEvents(tx));
  const told = { ...scope, bank, decisions, hash: hashWithBank(plan.hash, bank) };
  if (request.planHash !== undefined && request.planHash !== told.hash) throw new ApiError('PLAN_STALE');
  if (request.mode === 'plan') return presentReversal(plan, told, null);
  const runId = await nextId(tx, 'runs');
  const setUp = await loadSetUp(tx, postedOn, {});
  const head = { id: runId, kind: 'reversal', asOf: postedOn, batchIds: [], planHash: told.hash } as const;
  await insertRun(tx, { ...head, policy: setUp.policy, posted: countsOf(plan) }, now);
  const numbers = await postReversal(tx, runId, plan, scope);
  const { author, note } = request;
  await reverseDeposits(tx, bank, { day: postedOn, setUp, runId, author, now });
  await reopenDecisions(tx, decisions, { author, note: `${nameOfRun(runId)} ${note}`.trim(), now });
  if (request.decline) await decline(tx, plan, request, now);
  await appendAudit(tx, now, auditEntry(runId, { ...plan, hash: told.hash }, request));
  return presentReversal(plan, told, { runId: nameOfRun(runId), numbers });
}

/** A plan that takes deposits back as well is another plan. */
function hashWithBank(hash: string, { groups, documents }: DepositsUndone): string {
  if (groups.length + documents.length === 0) return hash;
  return fingerprint(JSON.stringify([hash, groups.map(({ id }) => id), documents.map(({ number }) => number)]));
}

/** A day of one's own choice is kept or refused; today moves to the first open day when its month is closed. */
async function dayOfReversal(tx: Statements, { asOf, on }: ReversalRequest): Promise<BusinessDate> {
  const closed = await closedMonths(tx);
  if (on === undefined) return openDay(asOf, closed);
  if (closed.has(monthOf(on))) throw new ApiError('PERIOD_CLOSED', { month: monthOf(on) });
  return on;
}

/** A reversal stands after what it reverses: a month between the two must not show less than nothing. */
function refuseEarlyDay({ receipts, sales, postedOn }: ReversalPlan, { on }: ReversalRequest): void {
  const days = [
    ...receipts.map(({ reverses }) => reverses.receivedOn),
    ...sales.map(({ reverses }) => reverses.documentOn),
  ];
  const earliest = days.sort().at(-1);
  if (on !== undefined && earliest !== undefined && postedOn < earliest)
    throw new ApiError('REVERSAL_TOO_EARLY', { day: postedOn, earliest });
}

async function dependedOn(tx: Statements, orderKeys: readonly string[], scope: ReversalScope): Promise<ApiError> {
  const ids = orderKeys.map((key) => scope.names.orderId(key));
  const undone = [...scope.receipts, ...scope.sales].map(({ number }) => number);
  const documents = await laterDocuments(tx, ids, undone);
  return new ApiError('REVERSAL_DEPENDED', { documents: documents.slice(0, 5).join(', ') });
}

function countsOf({ matches, sales, receipts, rebooked, vouchers, movements }: ReversalPlan) {
  return {
    matches: matches.length,
    sales: sales.length,
    receipts: receipts.length + rebooked.length,
    vouchers: vouchers.length,
    movements: movements.length,
  };
}

async function decline(tx: Statements, plan: ReversalPlan, { author, note }: ReversalRequest, now: string) {
  for (const { lineKey, orderKey } of plan.matches) {
    await insertLinkDecision(tx, {
      kind: 'declined',
      subject: lineKey,
      orderKeys: [orderKey],
      author,
      note,
      decidedAt: now,
    });
  }
}

function auditEntry(runId: number, plan: ReversalPlan, { what, author, note, decline: declined }: ReversalRequest) {
  const subject = nameOf(what);
  const counts = countsOf(plan);
  const detail = { run: nameOfRun(runId), plan: plan.hash, postedOn: plan.postedOn, author, note, ...counts };
  return { action: 'reversed', subject, detail: { ...detail, declined: Number(declined) } } as const;
}

function nameOf(what: ReversalRequest['what']): string {
  switch (what.kind) {
    case 'row':
      return `row ${what.source.row}`;
    case 'receipt':
      return what.number;
    case 'batch':
      return what.batchId;
    case 'run':
      return what.runId;
  }
}
