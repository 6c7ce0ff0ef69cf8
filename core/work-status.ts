// Where an item of the work list stands: from what people did, and whether the figures are still those they decided on.
import type { BusinessDate } from './business-date.ts';
import type { WorkEvent, WorkKind } from './work-event.ts';

export const WORK_STATES = [
  /** 待處理 */ 'open',
  /** 已指派 */ 'assigned',
  /** 等待中 */ 'waiting',
  /** 申訴中 */ 'claimed',
  /** 已處理 */ 'resolved',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export interface WorkStatus {
  readonly state: WorkState;
  readonly assignee: string | null;
  /** The day by which the assignee shall have done it, or until which it waits. */
  readonly dueOn: BusinessDate | null;
  /** The decision that no longer holds, and why the item is open again. */
  readonly reopened: { readonly by: 'figures' | 'day'; readonly event: WorkEvent } | null;
}

const RESOLVING: readonly WorkKind[] = ['resolve', 'link', 'accept-fee', 'write-off', 'bad-debt', 'approve'];
const PARKING: readonly WorkKind[] = ['wait', 'claim', 'reopen', ...RESOLVING];

/** @param history newest first */
export function statusOf(history: readonly WorkEvent[], figures: string, asOf: BusinessDate): WorkStatus {
  const assignment = history.find(({ resolution }) => resolution.kind === 'assign')?.resolution;
  const assigned = assignment?.kind === 'assign' && assignment.assignee !== '' ? assignment : null;
  const open: WorkStatus = {
    state: assigned === null ? 'open' : 'assigned',
    assignee: assigned?.assignee ?? null,
    dueOn: assigned?.dueOn ?? null,
    reopened: null,
  };
  const event = history.find(({ resolution }) => PARKING.includes(resolution.kind));
  if (event === undefined || event.resolution.kind === 'reopen') return open;
  if (event.figures !== figures) return { ...open, reopened: { by: 'figures', event } };
  const { resolution } = event;
  if (resolution.kind === 'claim') return { ...open, state: 'claimed' };
  if (resolution.kind !== 'wait') return { ...open, state: 'resolved' };
  if (asOf > resolution.until) return { ...open, reopened: { by: 'day', event } };
  return { ...open, state: 'waiting', dueOn: resolution.until };
}

/** Whether an item whose cause is gone was settled by somebody; what merely went away is no work. */
export function isSettled(history: readonly WorkEvent[]): WorkEvent | null {
  const event = history.find(({ resolution }) => PARKING.includes(resolution.kind));
  return event !== undefined && RESOLVING.includes(event.resolution.kind) ? event : null;
}
