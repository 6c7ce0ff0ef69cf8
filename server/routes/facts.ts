// What the server is.
import type Router from '@koa/router';
import { z } from 'zod';
import { healthSchema } from '../../core/api.ts';
import type { Books } from '../books.ts';

export function addFactRoutes(router: Router, books: Books, version: string): void {
  router.get('/health', (ctx) => {
    ctx.body = z.encode(healthSchema, { product: 'clearsheet', version, database: books.database.description });
  });
}
