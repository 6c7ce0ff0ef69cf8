// Wallet and bank statements: lines pushed by identity, the accounts they belong to, and the payouts found in them.
import type Router from '@koa/router';
import { z } from 'zod';
import { bankAccountsSchema, bankAnswerSchema, bankPushSchema } from '../../core/bank/bank-api.ts';
import {
  acceptSchema,
  declineSchema,
  depositCheckRequestSchema,
  depositGroupsSchema,
  depositReportSchema,
  reverseSchema,
} from '../../core/bank/deposit-api.ts';
import type { Books } from '../books.ts';
import { checkBooksDeposits } from '../commands/check-deposits.ts';
import { acceptDeposit, declineDeposit, getDepositGroups, reverseDeposit } from '../commands/decide-deposits.ts';
import { getBankAccounts, pushBankLines } from '../commands/push-bank-lines.ts';
import { parse } from './parse.ts';

const idInPath = z.coerce.number().int().min(1);

export function addBankRoutes(router: Router, books: Books): void {
  router.get('/bank-accounts', async (ctx) => {
    ctx.body = z.encode(bankAccountsSchema, await getBankAccounts(books));
  });

  router.post('/bank-lines', async (ctx) => {
    const push = parse(bankPushSchema, ctx.request.body);
    ctx.body = z.encode(bankAnswerSchema, await pushBankLines(books, push));
  });

  router.post('/deposit-checks', async (ctx) => {
    const request = parse(depositCheckRequestSchema, ctx.request.body);
    ctx.body = z.encode(depositReportSchema, await checkBooksDeposits(books, request));
  });

  router.get('/deposit-groups', async (ctx) => {
    ctx.body = z.encode(depositGroupsSchema, await getDepositGroups(books));
  });

  router.post('/deposit-groups', async (ctx) => {
    const wanted = parse(acceptSchema, ctx.request.body);
    ctx.body = z.encode(depositGroupsSchema, await acceptDeposit(books, wanted));
  });

  router.post('/deposit-groups/:id/reversal', async (ctx) => {
    const reversal = parse(reverseSchema, ctx.request.body);
    await reverseDeposit(books, parse(idInPath, ctx.params.id, 'id'), reversal);
    ctx.status = 204;
  });

  router.post('/declined-deposits', async (ctx) => {
    await declineDeposit(books, parse(declineSchema, ctx.request.body));
    ctx.status = 204;
  });
}
