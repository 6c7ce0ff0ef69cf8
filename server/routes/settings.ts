// What the team sets: company, policy, contracts, calendars, exchange rates, what goods cost, and links that people made.
import type Router from '@koa/router';
import { z } from 'zod';
import {
  enterItemCostsSchema,
  enterRatesSchema,
  itemCostsSchema,
  linkDecisionSchema,
  linksSchema,
  missingRatesSchema,
  ratesSchema,
  saveSettingSchema,
  settingKind,
  settingsSchema,
} from '../../core/ledger-api.ts';
import type { Books } from '../books.ts';
import { decideLink, getLinks } from '../commands/decide-link.ts';
import { enterItemCosts, getItemCosts } from '../commands/enter-item-costs.ts';
import { enterRates, getRates } from '../commands/enter-rates.ts';
import { getMissingRates } from '../commands/missing-rates.ts';
import { getSettings, saveSetting } from '../commands/save-setting.ts';
import { parse } from './parse.ts';

export function addSettingRoutes(router: Router, books: Books): void {
  router.get('/settings/:kind', async (ctx) => {
    const kind = parse(settingKind, ctx.params.kind, 'kind');
    ctx.body = z.encode(settingsSchema, await getSettings(books, kind, ctx.query.history === '1'));
  });

  router.put('/settings/:kind', async (ctx) => {
    const kind = parse(settingKind, ctx.params.kind, 'kind');
    const request = parse(saveSettingSchema, ctx.request.body);
    ctx.body = z.encode(settingsSchema, await saveSetting(books, kind, request));
  });

  router.get('/exchange-rates', async (ctx) => {
    ctx.body = z.encode(ratesSchema, { rates: await getRates(books) });
  });

  router.put('/exchange-rates', async (ctx) => {
    const request = parse(enterRatesSchema, ctx.request.body);
    ctx.body = z.encode(ratesSchema, { rates: await enterRates(books, request) });
  });

  router.get('/exchange-rates/missing', async (ctx) => {
    ctx.body = z.encode(missingRatesSchema, await getMissingRates(books));
  });

  router.get('/item-costs', async (ctx) => {
    ctx.body = z.encode(itemCostsSchema, { costs: await getItemCosts(books) });
  });

  router.put('/item-costs', async (ctx) => {
    const request = parse(enterItemCostsSchema, ctx.request.body);
    ctx.body = z.encode(itemCostsSchema, { costs: await enterItemCosts(books, request) });
  });

  router.get('/links', async (ctx) => {
    ctx.body = z.encode(linksSchema, await getLinks(books));
  });

  router.post('/links', async (ctx) => {
    const request = parse(linkDecisionSchema, ctx.request.body);
    ctx.body = z.encode(linksSchema, await decideLink(books, request));
  });
}
