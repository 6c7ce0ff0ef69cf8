// What platforms owe by the whole books: the month-end report of a period.
import type Router from '@koa/router';
import { z } from 'zod';
import {
  answerOfReport,
  booksAnswerSchema,
  booksWishSchema,
  reportMonthsSchema,
} from '../../core/statements/report-api.ts';
import type { Books } from '../books.ts';
import { getReportMonths, reportReceivables } from '../commands/report-receivables.ts';
import { parse } from './parse.ts';

export function addReceivableRoutes(router: Router, books: Books): void {
  router.get('/receivables', async (ctx) => {
    const wish = parse(booksWishSchema, ctx.query, 'query');
    ctx.body = z.encode(booksAnswerSchema, answerOfReport(await reportReceivables(books, wish)));
  });

  router.get('/receivables/months', async (ctx) => {
    ctx.body = z.encode(reportMonthsSchema, await getReportMonths(books));
  });
}
