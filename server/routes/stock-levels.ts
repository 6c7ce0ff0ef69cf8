// Counted stock and the levels to warn at.
import type Router from '@koa/router';
import { setStockLevelsSchema } from '../../core/stock-api.ts';
import type { Books } from '../books.ts';
import { getStockLevels, setStockLevels } from '../commands/set-stock-levels.ts';
import { parse } from './parse.ts';

export function addStockLevelRoutes(router: Router, books: Books): void {
  router.get('/stock-levels', async (ctx) => {
    ctx.body = { levels: await getStockLevels(books) };
  });

  router.put('/stock-levels', async (ctx) => {
    const { levels, author } = parse(setStockLevelsSchema, ctx.request.body);
    ctx.body = { levels: await setStockLevels(books, levels, author) };
  });
}
