// Wallet and bank statements: lines pushed by identity, and the accounts they belong to.
import type Router from '@koa/router';
import { z } from 'zod';
import { bankAccountsSchema, bankAnswerSchema, bankPushSchema } from '../../core/bank/bank-api.ts';
import type { Books } from '../books.ts';
import { getBankAccounts, pushBankLines } from '../commands/push-bank-lines.ts';
import { parse } from './parse.ts';

export function addBankRoutes(router: Router, books: Books): void {
  router.get('/bank-accounts', async (ctx) => {
    ctx.body = z.encode(bankAccountsSchema, await getBankAccounts(books));
  });

  router.post('/bank-lines', async (ctx) => {
    const push = parse(bankPushSchema, ctx.request.body);
    ctx.body = z.encode(bankAnswerSchema, await pushBankLines(books, push));
  });
}
