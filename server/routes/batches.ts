// Pushing a sheet: open a batch, send its rows in chunks, complete it. Each call may be repeated without harm.
import type Router from '@koa/router';
import { z } from 'zod';
import {
  batchAnswerSchema,
  batchStateSchema,
  completeBatchSchema,
  openBatchSchema,
  orderChunkSchema,
  payoutChunkSchema,
} from '../../core/api.ts';
import type { Books } from '../books.ts';
import { completeBatch } from '../commands/complete-batch.ts';
import { openBatch } from '../commands/open-batch.ts';
import { getBatch, receiveChunk } from '../commands/receive-chunk.ts';
import { parse } from './parse.ts';

const indexInPath = z.coerce.number().int().min(0);

export function addBatchRoutes(router: Router, books: Books): void {
  router.post('/batches', async (ctx) => {
    const { author, ...header } = parse(openBatchSchema, ctx.request.body);
    ctx.body = z.encode(batchStateSchema, await openBatch(books, header, author));
  });

  router.put('/batches/:id/chunks/:index', async (ctx) => {
    const { id = '', index } = ctx.params;
    const position = parse(indexInPath, index, 'index');
    const { header } = await getBatch(books, id);
    const { rows } =
      header.kind === 'orders' ? parse(orderChunkSchema, ctx.request.body) : parse(payoutChunkSchema, ctx.request.body);
    ctx.body = z.encode(batchStateSchema, await receiveChunk(books, id, position, rows));
  });

  router.post('/batches/:id/complete', async (ctx) => {
    // Clients of earlier versions send no body.
    const { author } = parse(completeBatchSchema, ctx.request.body ?? {});
    ctx.body = z.encode(batchAnswerSchema, await completeBatch(books, ctx.params.id ?? '', author));
  });
}
