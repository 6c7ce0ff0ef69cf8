// The work list as the pane asks for it: what a run found, what people did about it, and what they decide.
import { z } from 'zod';
import type { WorkEvent } from '../core/work-event.ts';
import type { WorkList } from '../core/work-list.ts';
import {
  type ResolveRequest,
  resolveRequestSchema,
  workEventsSchema,
  type WorkListRequest,
  workListRequestSchema,
  workListSchema,
} from '../core/work-list-api.ts';
import type { Ask } from './api-client.ts';

export interface WorkListClient {
  /** Everything people did, oldest first. */
  readonly events: (signal?: AbortSignal) => Promise<readonly WorkEvent[]>;
  readonly list: (request: WorkListRequest) => Promise<WorkList>;
  /** All items or none; answers the list as it stands afterwards. */
  readonly resolve: (request: ResolveRequest) => Promise<WorkList>;
}

export function createWorkListClient(ask: Ask): WorkListClient {
  const post = (path: string, body: unknown) => ask({ method: 'POST', path, body, answer: workListSchema });
  return {
    events: async (signal) =>
      (await ask({ method: 'GET', path: '/work-list/events', answer: workEventsSchema, signal })).events,
    list: (request) => post('/work-list', z.encode(workListRequestSchema, request)),
    resolve: (request) => post('/work-list/resolutions', z.encode(resolveRequestSchema, request)),
  };
}
