// Decisions whose effect an undo takes back are open again (重開): an entry beside the decision, by whoever undid it.
// A link by hand is forgotten, so that the next run does not make it again.
import { linkedOrders, type WorkEvent } from '../../core/work-event.ts';
import type { Statements } from '../store/database.ts';
import { insertLinkDecision } from '../store/link-decisions.ts';
import { insertWorkEvents } from '../store/work-events.ts';

interface Undoing {
  readonly author: string;
  /** What undid them, and why. */
  readonly note: string;
  readonly now: string;
}

export async function reopenDecisions(
  tx: Statements,
  decisions: readonly WorkEvent[],
  { author, note, now }: Undoing,
): Promise<void> {
  if (decisions.length === 0) return;
  for (const { subject, resolution } of decisions) {
    if (resolution.kind !== 'link') continue;
    const orderKeys = linkedOrders(resolution);
    await insertLinkDecision(tx, { kind: 'forgotten', subject, orderKeys, author, note, decidedAt: now });
  }
  const events = decisions.map(({ subject, facts, figures }) => {
    return { subject, resolution: { kind: 'reopen' } as const, facts, figures, author, note, at: now };
  });
  await insertWorkEvents(tx, events);
}
