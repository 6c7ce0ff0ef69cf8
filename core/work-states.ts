// Where the items of a result's work list stand, by subject: for the claims list among the worksheets.
import type { ReconcileResult } from './api.ts';
import type { WorkEvent } from './work-event.ts';
import { workListOf } from './work-list.ts';
import type { WorkState } from './work-status.ts';

/** @param events of the company, oldest first */
export function workStates(result: ReconcileResult, events: readonly WorkEvent[]): ReadonlyMap<string, WorkState> {
  return new Map(workListOf(result, events).items.map(({ subject, state }) => [subject, state]));
}
