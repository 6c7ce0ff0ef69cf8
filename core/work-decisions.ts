// From what people did to what a run must know: which rests and claims were given up, and which lines may be booked.
import { absolute, add, type Amount, type Currency, ZERO } from './money.ts';
import type { Decision, Decisions, SubjectDecisions } from './reconcile/decision.ts';
import type { WorkEvent, WorkKind } from './work-event.ts';

const UNDECIDED: SubjectDecisions = { rest: null, claim: null };
const WITHDRAWN: Decision = { kind: 'withdrawn', amount: ZERO, feeType: null };

/** Kinds that decide about money. */
const DECIDING: readonly WorkKind[] = ['accept-fee', 'write-off', 'bad-debt'];

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
    if (resolution.kind === 'write-off' || resolution.kind === 'bad-debt') {
      decisions.set(subject, { ...held, [on]: { kind: resolution.kind, amount, feeType: null } });
    }
  }
  return decisions;
}

/**
 * What people let pass as fees in a month, by currency, without sign: the last decision on each rest and claim, while
 * nobody took it back. By the day of its run, as write-offs. @param events oldest first
 */
export function feesAccepted(events: readonly WorkEvent[], month: string): Map<Currency, Amount> {
  const accepted = new Map<string, { readonly currency: Currency; readonly amount: Amount }>();
  for (const { subject, resolution, facts, asOf, at } of events) {
    const { decided, currency } = facts;
    if (resolution.kind === 'reopen') for (const on of ['rest', 'claim']) accepted.delete(`${on} ${subject}`);
    if (decided === null || !DECIDING.includes(resolution.kind)) continue;
    const counts = resolution.kind === 'accept-fee' && (asOf ?? at).startsWith(month);
    if (counts) accepted.set(`${decided.on} ${subject}`, { currency, amount: absolute(decided.amount) });
    else accepted.delete(`${decided.on} ${subject}`);
  }
  const sums = new Map<Currency, Amount>();
  for (const { currency, amount } of accepted.values()) sums.set(currency, add(sums.get(currency) ?? ZERO, amount));
  return sums;
}

/** Orders of which something was ever given up as a bad debt, also where it was taken back since. */
export function ordersWithBadDebts(events: readonly WorkEvent[]): Set<string> {
  return new Set(events.filter(({ resolution }) => resolution.kind === 'bad-debt').map(({ subject }) => subject));
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
