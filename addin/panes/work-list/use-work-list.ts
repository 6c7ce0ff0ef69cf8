// The work list of the run on screen: asked of the server when the view opens, and taken from its answer to every decision.
import { useState } from 'react';
import type { Resolution } from '../../../core/work-event.ts';
import type { WorkList } from '../../../core/work-list.ts';
import type { WorkListRequest } from '../../../core/work-list-api.ts';
import { type Asked, useAsked } from '../library/use-asked.ts';
import type { Reconciled } from '../../result-facts.ts';
import { useSession } from '../use-session.ts';

/** What is decided about, on which figures. */
export interface Subject {
  readonly subject: string;
  readonly figures: string;
}

export interface Decision {
  readonly subjects: readonly Subject[];
  readonly resolution: Resolution;
  readonly author: string;
  readonly note: string;
}

export interface WorkListState {
  readonly asked: Asked<WorkList>;
  readonly refresh: () => void;
  /** Fails as the server says; nothing on screen changes before it answered. */
  readonly decide: (decision: Decision) => Promise<void>;
}

export function useWorkList({ result }: Reconciled): WorkListState {
  const session = useSession();
  const [changed, setChanged] = useState<WorkList | null>(null);
  const { asOf, policy } = result;
  // The rest is the team's own policy, as it stands when something is decided.
  const { payoutTermDays } = policy;
  const run: WorkListRequest = {
    batchIds: result.batches.map(({ batchId }) => batchId),
    asOf,
    policy: { payoutTermDays },
  };
  const [asked, askAgain] = useAsked(async () => (await session.workList()).list(run), result.planHash);
  const refresh = () => {
    setChanged(null);
    askAgain();
  };
  const decide = async ({ subjects, ...decision }: Decision) => {
    session.rememberAuthor(decision.author);
    const named = subjects.map(({ subject, figures }) => ({ subject, figures }));
    setChanged(await (await session.workList()).resolve({ ...run, ...decision, subjects: named }));
  };
  return { asked: changed === null ? asked : { state: 'told', value: changed }, refresh, decide };
}
