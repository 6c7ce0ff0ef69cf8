// Fee contracts: learned from the books, accepted, and what was charged beside them; the platforms' invoices for fees.
import type Router from '@koa/router';
import { z } from 'zod';
import { acceptFeesSchema, feeDeviationsSchema, feeProposalsSchema } from '../../core/fees/fee-api.ts';
import { bookInvoicesSchema, feeInvoicesSchema, voidInvoiceSchema } from '../../core/ledger/fee-invoice-api.ts';
import { settingsSchema } from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { bookInvoices, getInvoices, voidInvoice } from '../commands/fee-invoices.ts';
import { acceptFees, findFeeDeviations, learnFees } from '../commands/learn-fees.ts';
import { parse } from './parse.ts';

const shopInQuery = z.string().min(1).max(500).optional();

export function addFeeRoutes(router: Router, books: Books): void {
  router.get('/fee-proposals', async (ctx) => {
    const shop = parse(shopInQuery, ctx.query.shop, 'shop') ?? null;
    ctx.body = z.encode(feeProposalsSchema, { proposals: await learnFees(books, shop) });
  });

  router.post('/fee-contracts', async (ctx) => {
    const accepted = parse(acceptFeesSchema, ctx.request.body);
    ctx.body = z.encode(settingsSchema, await acceptFees(books, accepted));
  });

  router.get('/fee-deviations', async (ctx) => {
    const shop = parse(shopInQuery, ctx.query.shop, 'shop') ?? null;
    ctx.body = z.encode(feeDeviationsSchema, await findFeeDeviations(books, shop));
  });

  router.get('/fee-invoices', async (ctx) => {
    ctx.body = z.encode(feeInvoicesSchema, await getInvoices(books));
  });

  router.post('/fee-invoices', async (ctx) => {
    const request = parse(bookInvoicesSchema, ctx.request.body);
    ctx.body = z.encode(feeInvoicesSchema, await bookInvoices(books, request));
  });

  router.post('/fee-invoices/void', async (ctx) => {
    const request = parse(voidInvoiceSchema, ctx.request.body);
    ctx.body = z.encode(feeInvoicesSchema, await voidInvoice(books, request));
  });
}
