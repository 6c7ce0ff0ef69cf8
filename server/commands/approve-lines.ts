// Lines that a run is asked to book although they wait (核准入帳): each becomes an entry of the work list, as if it had been
// approved there, with who, when and on which figures. A later undo asks again.
import type { ReconcileResult } from '../../core/api.ts';
import { type ReviewItem, reviewListOf } from '../../core/review-list.ts';
import { ZERO } from '../../core/money.ts';
import type { WorkFacts } from '../../core/work-event.ts';
import { ApiError } from '../api-error.ts';
import { appendAudit } from '../store/audit-log.ts';
import type { Statements } from '../store/database.ts';
import { insertWorkEvents } from '../store/work-events.ts';

interface Approval {
  /** Keys of payout lines; those that do not wait are left alone. */
  readonly approve: readonly string[];
  readonly author: string;
  readonly now: string;
}

/**
 * @param plan the run as it is without the approval
 * @throws ApiError AUTHOR_MISSING: nobody's approval is none
 */
export async function approveLines(
  tx: Statements,
  plan: Pick<ReconcileResult, 'asOf' | 'onReview' | 'orders' | 'unlinked'>,
  { approve, author, now }: Approval,
): Promise<void> {
  const wanted = new Set(approve);
  const lines = reviewListOf(plan).filter(({ subject, mayApprove }) => mayApprove && wanted.has(subject));
  if (lines.length === 0) return;
  if (author === '') throw new ApiError('AUTHOR_MISSING');
  const step = { resolution: { kind: 'approve' } as const, author, note: '', at: now, asOf: plan.asOf };
  const first = await insertWorkEvents(
    tx,
    lines.map((line) => ({ subject: line.subject, figures: line.figures, facts: factsOfLine(line), ...step })),
  );
  await appendAudit(tx, now, decisionEntry(first, 'approve', lines.length, author));
}

export function factsOfLine({ shop, orderNumber, currency, net }: ReviewItem): WorkFacts {
  const atStake = net ?? ZERO;
  return { headline: 'PAYOUT_WITHOUT_ORDER', shop, orderNumber, currency, atStake, decided: null };
}

/** The log names the first entry of a decision and how many follow it. */
export function decisionEntry(first: number, kind: string, items: number, author: string) {
  const subject = `WORK-${String(first).padStart(6, '0')}`;
  return { action: 'work.decided', subject, detail: { kind, items, author } } as const;
}
