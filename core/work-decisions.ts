// From what people did to what a run must know: which rests and claims were given up, and which lines may be booked.
import { ZERO } from './money.ts';
import type { Decision, Decisions, SubjectDecisions } from './reconcile/decision.ts';
import type { WorkEvent } from './work-event.ts';

const UNDECIDED: SubjectDecisions = { rest: null, claim: null };
const WITHDRAWN: Decision = { kind: 'withdrawn', amount: ZERO, feeType: null };

/** The last decision on each order's rest and claim holds; reopening takes both back. @param events oldest first */
export function decisionsOf(events: readonly WorkEvent[]): Decisions {
  const decisions = new Map<string, SubjectDecisions>();
  for (const { subject, resolution, facts } of events) {
    const held = decisions.get(subject) ?? UNDECIDED;
    if (resolution.kind === 'reopen') decisions.set(subject, { rest: WITHDRAWN, claim: WITHDRAWN });
    if (facts.decided === null) continue;
    const { on, amount } = facts.decided;
    if (resolution.kind === 'accept-fee') {
      decisions.set(subject, { ...held, [on]: { kind: 'accept-fee', amount, feeType: resolution.feeType } });
    }
    if (resolution.kind === 'write-off') {
      decisions.set(subject, { ...held, [on]: { kind: 'write-off', amount, feeType: null } });
    }
  }
  return decisions;
}

/** Keys of lines that somebody let be booked, and nobody took it back. @param events oldest first */
export function approvedLines(events: readonly WorkEvent[]): Set<string> {
  const approved = new Set<string>();
  for (const { subject, resolution } of events) {
    if (resolution.kind === 'approve') approved.add(subject);
    if (resolution.kind === 'reopen') approved.delete(subject);
  }
  return approved;
}
