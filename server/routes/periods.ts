// Accounting months: which are closed or filed, and changing that.
import type Router from '@koa/router';
import { z } from 'zod';
import { periodRequestSchema, periodsSchema } from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { changePeriod, getPeriods } from '../commands/change-period.ts';
import { parse } from './parse.ts';

export function addPeriodRoutes(router: Router, books: Books): void {
  router.get('/periods', async (ctx) => {
    ctx.body = z.encode(periodsSchema, await getPeriods(books));
  });

  router.post('/periods', async (ctx) => {
    const request = parse(periodRequestSchema, ctx.request.body);
    ctx.body = z.encode(periodsSchema, await changePeriod(books, request));
  });
}
