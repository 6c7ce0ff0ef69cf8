// The work list: what a run found and people did about it, and what they decide next.
import type Router from '@koa/router';
import { z } from 'zod';
import {
  resolveRequestSchema,
  workEventsSchema,
  workListRequestSchema,
  workListSchema,
} from '../../core/work-list-api.ts';
import type { Books } from '../books.ts';
import { getWorkEvents, listWork } from '../commands/list-work.ts';
import { resolveWork } from '../commands/resolve-work.ts';
import { parse } from './parse.ts';

export function addWorkListRoutes(router: Router, books: Books): void {
  router.post('/work-list', async (ctx) => {
    const request = parse(workListRequestSchema, ctx.request.body);
    ctx.body = z.encode(workListSchema, await listWork(books, request));
  });

  router.get('/work-list/events', async (ctx) => {
    ctx.body = z.encode(workEventsSchema, { events: await getWorkEvents(books) });
  });

  router.post('/work-list/resolutions', async (ctx) => {
    const request = parse(resolveRequestSchema, ctx.request.body);
    ctx.body = z.encode(workListSchema, await resolveWork(books, request));
  });
}
