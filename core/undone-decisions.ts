// Decisions of the work list that an undo takes out of the books: they are open again, and the next run asks instead of
// carrying them out once more. Pure: read from the plan of the undo and from what people did.
import { add, type Amount, ZERO } from './money.ts';
import type { Allocation } from './receipt.ts';
import { freedLines, type ReversalPlan } from './reconcile/plan-reversal.ts';
import type { WorkEvent } from './work-event.ts';

/** The last decision on each subject that no longer shows in the books; empty where none is concerned. @param events oldest first */
export function undoneDecisions(plan: ReversalPlan, events: readonly WorkEvent[]): WorkEvent[] {
  const traces = tracesOf(plan);
  const found = new Map<string, WorkEvent>();
  for (const event of holding(events)) if (isUndone(event, traces)) found.set(event.subject, event);
  return [...found.values()];
}

/** Decisions that nobody has taken back since. */
function holding(events: readonly WorkEvent[]): WorkEvent[] {
  const reopened = new Map<string, number>();
  for (const { subject, resolution, seq } of events) if (resolution.kind === 'reopen') reopened.set(subject, seq);
  return events.filter(({ subject, seq }) => seq > (reopened.get(subject) ?? 0));
}

/** What the undo takes out of the books. */
interface Traces {
  /** Orders and lines whose write-offs, accepted fees or claims change. */
  readonly changed: ReadonlySet<string>;
  /** Lines that no receipt books any more, and the orders they were booked for. */
  readonly freed: ReadonlySet<string>;
  /** Lines whose link ends. */
  readonly unlinked: ReadonlySet<string>;
}

function isUndone({ subject, resolution, facts }: WorkEvent, { changed, freed, unlinked }: Traces): boolean {
  switch (resolution.kind) {
    case 'write-off':
    case 'bad-debt':
    case 'accept-fee':
      // A claim that was given up before it was booked left no trace of its own.
      return changed.has(subject) || (facts.decided?.on === 'claim' && freed.has(subject));
    case 'approve':
      return freed.has(subject);
    case 'link':
      return unlinked.has(subject);
    default:
      return false;
  }
}

function tracesOf(plan: ReversalPlan): Traces {
  const lines = new Set(freedLines(plan));
  const booked = plan.receipts.flatMap(({ reverses }) => reverses.allocations);
  const orders = booked.filter(({ lineKey }) => lines.has(lineKey)).flatMap(({ orderKey }) => orderKey ?? []);
  return {
    changed: changedBy([...plan.receipts, ...plan.rebooked].flatMap(({ draft }) => draft.allocations)),
    freed: new Set([...lines, ...orders]),
    unlinked: new Set(plan.matches.map(({ lineKey }) => lineKey)),
  };
}

/** What a reversal takes and a rebooked receipt gives back is no change. */
function changedBy(allocations: readonly Allocation[]): Set<string> {
  const sums = new Map<string, { readonly subject: string; amount: Amount }>();
  for (const { target, feeType, orderKey, lineKey, amount } of allocations) {
    if (target !== 'writeOff' && feeType === null) continue;
    const subject = orderKey ?? lineKey;
    const key = [subject, target, feeType].join('\u001e');
    const held = sums.get(key) ?? { subject, amount: ZERO };
    sums.set(key, held);
    held.amount = add(held.amount, amount);
  }
  return new Set([...sums.values()].filter(({ amount }) => amount !== 0).map(({ subject }) => subject));
}
