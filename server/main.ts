// Starts the server: settings, database, pages, one port. Stops gently: running requests end, then the database closes.
import './use-own-digest.ts';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import packageFacts from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { DEFAULT_COMPANY } from './books.ts';
import { type Config, readConfig } from './config.ts';
import type { Pages } from './middleware/serve-pages.ts';
import { openDatabase } from './store/database.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function pagesOf(config: Config): Pages {
  const workbench = {
    officeClient: join(root, 'node_modules/@microsoft/office-js/dist'),
    samples: join(root, 'workbench/samples'),
  };
  return { built: join(root, 'dist/addin'), workbench: config.CLEARSHEET_WORKBENCH ? workbench : null };
}

function serverFor(config: Config, listener: RequestListener): Server {
  const { TLS_CERT, TLS_KEY } = config;
  if (TLS_CERT === undefined || TLS_KEY === undefined) return createServer(listener);
  return createTlsServer({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, listener);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.LOG_LEVEL });
  const database = await openDatabase(config.CLEARSHEET_DATABASE);
  const books = { database, company: DEFAULT_COMPANY, now: () => new Date().toISOString() };
  const app = createApp({
    books,
    log,
    version: packageFacts.version,
    accessKey: config.CLEARSHEET_ACCESS_KEY ?? null,
    allowedOrigins: config.CLEARSHEET_ALLOWED_ORIGINS,
    pages: pagesOf(config),
  });
  const handle = app.callback();
  const server = serverFor(config, (request, response) => void handle(request, response));
  server.listen(config.PORT, config.HOST, () => {
    log.info({ address: server.address(), database: database.description }, 'listening');
  });
  const stop = () => {
    log.info('stopping');
    server.close(() => void database.close().then(() => log.info('stopped')));
    server.closeIdleConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
