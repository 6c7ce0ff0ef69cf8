// The mappings that read sheets, and the team's library behind them: drafts, versions, history, files.
import type Router from '@koa/router';
import { z } from 'zod';
import {
  claimsSchema,
  comparisonSchema,
  confirmSchema,
  importMappingSchema,
  libraryDetailSchema,
  librarySchema,
  type MappingsAnswer,
  mergeDraftSchema,
  namedVersion,
  publishSchema,
  rollbackSchema,
  saveDraftSchema,
  versionAnswerSchema,
} from '../../core/library-api.ts';
import type { Books } from '../books.ts';
import { mergeDraft } from '../commands/merge-draft.ts';
import {
  compareVersions,
  exportMapping,
  getLibraryMapping,
  getVersion,
  listLibrary,
  listMappings,
} from '../commands/present-library.ts';
import { claimsOfDraft, confirmMapping, publishDraft, rollBack } from '../commands/publish-mapping.ts';
import { dropDraft, importMapping, saveDraft } from '../commands/save-draft.ts';
import { parse } from './parse.ts';

const library = '/mapping-library';
const one = `${library}/:id`;
const otherVersion = z.union([z.literal('draft'), namedVersion]);
const anAuthor = z.string().trim().max(100).default('');

export function addMappingLibraryRoutes(router: Router, books: Books): void {
  addReadingRoutes(router, books);
  addDraftRoutes(router, books);
  addPublishingRoutes(router, books);
}

function addReadingRoutes(router: Router, books: Books): void {
  router.get('/mappings', async (ctx) => {
    // On every click: a mapping is JSON already, and going through its schema again costs more than all the rest.
    const answer: MappingsAnswer = await listMappings(books);
    ctx.body = answer;
  });

  router.get(library, async (ctx) => {
    ctx.body = z.encode(librarySchema, { entries: await listLibrary(books) });
  });

  router.get(one, async (ctx) => {
    ctx.body = z.encode(libraryDetailSchema, await getLibraryMapping(books, ctx.params.id ?? ''));
  });

  router.get(`${one}/versions/:version`, async (ctx) => {
    const version = parse(namedVersion, ctx.params.version, 'version');
    ctx.body = z.encode(versionAnswerSchema, await getVersion(books, ctx.params.id ?? '', version));
  });

  router.get(`${one}/compare`, async (ctx) => {
    const from = parse(namedVersion, ctx.query.from, 'from');
    const to = parse(otherVersion, ctx.query.to, 'to');
    const differences = await compareVersions(books, ctx.params.id ?? '', from, to);
    ctx.body = z.encode(comparisonSchema, { differences });
  });

  router.get(`${one}/export`, async (ctx) => {
    const { id = '' } = ctx.params;
    const { version } = ctx.query;
    const file = await exportMapping(books, id, version === undefined ? null : parse(namedVersion, version, 'version'));
    ctx.attachment(`${id}.json`);
    ctx.type = 'application/json';
    ctx.body = file;
  });
}

function addDraftRoutes(router: Router, books: Books): void {
  router.get(`${one}/draft/claims`, async (ctx) => {
    ctx.body = z.encode(claimsSchema, { claims: [...(await claimsOfDraft(books, ctx.params.id ?? ''))] });
  });

  router.put(`${one}/draft`, async (ctx) => {
    const request = parse(saveDraftSchema, ctx.request.body);
    ctx.body = z.encode(libraryDetailSchema, await saveDraft(books, ctx.params.id ?? '', request));
  });

  router.delete(`${one}/draft`, async (ctx) => {
    await dropDraft(books, ctx.params.id ?? '', parse(anAuthor, ctx.query.author, 'author'));
    ctx.status = 204;
  });

  router.post(`${one}/merge`, async (ctx) => {
    const request = parse(mergeDraftSchema, ctx.request.body);
    ctx.body = z.encode(libraryDetailSchema, await mergeDraft(books, ctx.params.id ?? '', request));
  });

  router.post(`${library}/import`, async (ctx) => {
    const request = parse(importMappingSchema, ctx.request.body);
    ctx.body = z.encode(libraryDetailSchema, await importMapping(books, request));
  });
}

function addPublishingRoutes(router: Router, books: Books): void {
  router.post(`${one}/publish`, async (ctx) => {
    const request = parse(publishSchema, ctx.request.body);
    ctx.body = z.encode(libraryDetailSchema, await publishDraft(books, ctx.params.id ?? '', request));
  });

  router.post(`${one}/rollback`, async (ctx) => {
    const request = parse(rollbackSchema, ctx.request.body);
    ctx.body = z.encode(libraryDetailSchema, await rollBack(books, ctx.params.id ?? '', request));
  });

  router.post(`${one}/confirm`, async (ctx) => {
    const request = parse(confirmSchema, ctx.request.body);
    ctx.body = z.encode(libraryDetailSchema, await confirmMapping(books, ctx.params.id ?? '', request));
  });
}
