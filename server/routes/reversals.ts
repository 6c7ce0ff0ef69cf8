// Undo: a row, a receipt, a batch or a run is taken back by further documents.
import type Router from '@koa/router';
import { z } from 'zod';
import { reversalAnswerSchema, reversalRequestSchema } from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { reverse } from '../commands/reverse.ts';
import { parse } from './parse.ts';

export function addReversalRoutes(router: Router, books: Books): void {
  router.post('/reversals', async (ctx) => {
    const request = parse(reversalRequestSchema, ctx.request.body);
    ctx.body = z.encode(reversalAnswerSchema, await reverse(books, request));
  });
}
