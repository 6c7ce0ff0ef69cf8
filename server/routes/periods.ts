// Accounting months: which are closed or filed, changing that, and what a month shows on its last day.
import type Router from '@koa/router';
import { z } from 'zod';
import {
  monthEndAnswerSchema,
  monthEndRequestSchema,
  periodRequestSchema,
  periodsQuerySchema,
  periodsSchema,
} from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { changePeriod, getPeriods } from '../commands/change-period.ts';
import { runMonthEnd } from '../commands/post-month-end.ts';
import { parse } from './parse.ts';

export function addPeriodRoutes(router: Router, books: Books): void {
  router.get('/periods', async (ctx) => {
    const { waiting = null } = parse(periodsQuerySchema, ctx.query, 'query');
    ctx.body = z.encode(periodsSchema, await getPeriods(books, waiting));
  });

  router.post('/periods', async (ctx) => {
    const request = parse(periodRequestSchema, ctx.request.body);
    ctx.body = z.encode(periodsSchema, await changePeriod(books, request));
  });

  router.post('/month-ends', async (ctx) => {
    const request = parse(monthEndRequestSchema, ctx.request.body);
    ctx.body = z.encode(monthEndAnswerSchema, await runMonthEnd(books, request));
  });
}
