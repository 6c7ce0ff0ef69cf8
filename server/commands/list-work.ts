// The work list (工作清單) of a run that is on screen: decided anew and not posted, with what people did so far.
import type { WorkEvent } from '../../core/work-event.ts';
import { type WorkList, workListOf } from '../../core/work-list.ts';
import type { WorkListRequest } from '../../core/work-list-api.ts';
import type { Books } from '../books.ts';
import { workEvents } from '../store/work-events.ts';
import { reconcileWithin } from './reconcile.ts';

/** Every decision, oldest first. */
export async function getWorkEvents({ database, company }: Books): Promise<WorkEvent[]> {
  return database.transaction(company, workEvents);
}

export async function listWork(books: Books, request: WorkListRequest): Promise<WorkList> {
  return books.database.transaction(books.company, async (tx) => {
    const result = await reconcileWithin(tx, { ...request, mode: 'plan' }, books.now());
    return workListOf(result, await workEvents(tx));
  });
}
