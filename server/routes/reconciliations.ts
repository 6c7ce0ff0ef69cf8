// Reconciling pushed sheets: match, settle, receipts, stock, in one transaction.
import type Router from '@koa/router';
import { z } from 'zod';
import { reconcileRequestSchema, reconcileResultSchema } from '../../core/api.ts';
import type { Books } from '../books.ts';
import { reconcile } from '../commands/reconcile.ts';
import { parse } from './parse.ts';

/** Something must be asked about. */
const requestSchema = reconcileRequestSchema.refine(
  ({ batchIds, statementDays }) => batchIds.length > 0 || statementDays !== undefined,
  { path: ['batchIds'], message: 'no batch, and no days of statements' },
);

export function addReconciliationRoutes(router: Router, books: Books): void {
  router.post('/reconciliations', async (ctx) => {
    const request = parse(requestSchema, ctx.request.body);
    ctx.body = z.encode(reconcileResultSchema, await reconcile(books, request));
  });
}
