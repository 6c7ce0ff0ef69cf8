// The server as a list: what a request passes, from first to last.
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import Koa from 'koa';
import type { Logger } from 'pino';
import { API_PREFIX } from '../core/api.ts';
import { ApiError } from './api-error.ts';
import type { Books } from './books.ts';
import { allowOrigins } from './middleware/allow-origins.ts';
import { answerErrors } from './middleware/answer-errors.ts';
import { giveRequestId, type RequestState } from './middleware/give-request-id.ts';
import { allowOnlyLoopbackNames, requireAccessKey } from './middleware/guard-access.ts';
import { type Pages, servePages } from './middleware/serve-pages.ts';
import { setSecurityHeaders } from './middleware/set-security-headers.ts';
import { addBankRoutes } from './routes/bank.ts';
import { addBatchRoutes } from './routes/batches.ts';
import { addFactRoutes } from './routes/facts.ts';
import { addFeeRoutes } from './routes/fees.ts';
import { addMappingLibraryRoutes } from './routes/mapping-library.ts';
import { addPeriodRoutes } from './routes/periods.ts';
import { addReceivableRoutes } from './routes/receivables.ts';
import { addReconciliationRoutes } from './routes/reconciliations.ts';
import { addReversalRoutes } from './routes/reversals.ts';
import { addSettingRoutes } from './routes/settings.ts';
import { addStockLevelRoutes } from './routes/stock-levels.ts';
import { addWorkListRoutes } from './routes/work-list.ts';

export interface AppDeps {
  readonly books: Books;
  readonly log: Logger;
  readonly version: string;
  /** Null: no key is asked for, and only this computer is answered. */
  readonly accessKey: string | null;
  /** Origins of panes served from elsewhere. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Null: the API alone. */
  readonly pages: Pages | null;
}

const BODY_LIMIT = '8mb';

export function createApp({ books, log, version, accessKey, allowedOrigins = [], pages }: AppDeps): Koa<RequestState> {
  const app = new Koa<RequestState>();
  const api = apiRouter(books, version);
  // What goes wrong while an answer is on its way, such as a client that leaves; there is nobody left to tell but the log.
  app.on('error', (error: Error) => log.warn({ name: error.name, stack: error.stack }, 'answer not delivered'));
  app.use(giveRequestId(log));
  app.use(allowOrigins(allowedOrigins));
  app.use(answerErrors(log));
  app.use(setSecurityHeaders());
  app.use(accessKey === null ? allowOnlyLoopbackNames() : requireAccessKey(accessKey));
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: BODY_LIMIT }));
  app.use(api.routes());
  for (const serve of pages === null ? [] : servePages(pages)) app.use(serve);
  app.use(refuseUnknownAddress);
  return app;
}

function apiRouter(books: Books, version: string): Router {
  const router = new Router({ prefix: API_PREFIX });
  addFactRoutes(router, books, version);
  addMappingLibraryRoutes(router, books);
  addBatchRoutes(router, books);
  addBankRoutes(router, books);
  addReconciliationRoutes(router, books);
  addReversalRoutes(router, books);
  addReceivableRoutes(router, books);
  addPeriodRoutes(router, books);
  addSettingRoutes(router, books);
  addFeeRoutes(router, books);
  addStockLevelRoutes(router, books);
  addWorkListRoutes(router, books);
  return router;
}

function refuseUnknownAddress(): never {
  throw new ApiError('NOT_FOUND');
}
