// The product as `npm start` serves it, in this process: pages, API and an empty in-memory database on one https port, and
// a Chromium whose every request is written down. Microsoft's CDN is answered from node_modules, all else is refused.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, BrowserContext, BrowserContextOptions, Route } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ensureCertificate } from '../../scripts/certificate.mjs';
import { createApp } from '../../server/app.ts';
import { DEFAULT_COMPANY } from '../../server/books.ts';
import { openDatabase } from '../../server/store/database.ts';

export interface Product {
  readonly origin: string;
  /** Addresses outside the product that a page asked for. */
  readonly askedOutside: string[];
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

/** For what a page shows sooner or later, on a busy machine too. */
const PATIENCE_MS = 60_000;

const built = 'dist/addin';
const officeClient = 'node_modules/@microsoft/office-js/dist';
export const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

export async function startProduct(): Promise<Product> {
  if (!existsSync(join(built, 'workbench/index.html')))
    throw new Error('The pages are not built: run `npm run build`.');
  launched ??= launch();
  const [browser, server] = await Promise.all([launched, startServer()]);
  const askedOutside: string[] = [];
  const newContext = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-TW', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.route(
      (address) => address.origin !== server.origin,
      (route) => answerOutside(route, askedOutside),
    );
    return context;
  };
  const close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
  };
  return { origin: server.origin, askedOutside, newContext, close };
}

/** One browser for the tests of a file: each has a context of its own, which shares nothing with the others. */
let launched: Promise<Browser> | null = null;

function launch(): Promise<Browser> {
  const path = process.env['CHROMIUM_PATH'];
  if (!path) throw new Error('No Chromium: set CHROMIUM_PATH, or install chromium.');
  const args = JSON.parse(process.env['CHROMIUM_ARGS'] ?? '[]') as string[];
  return chromium.launch({ executablePath: path, args });
}

/** At the end of a test file. */
export async function closeBrowser(): Promise<void> {
  const browser = launched;
  launched = null;
  await (await browser)?.close();
}

async function answerOutside(route: Route, asked: string[]): Promise<void> {
  const address = route.request().url();
  asked.push(address);
  if (address.startsWith(CDN)) await route.fulfill({ path: join(officeClient, address.slice(CDN.length)) });
  else await route.abort();
}

async function startServer(): Promise<{ origin: string; close: () => Promise<void> }> {
  const { certificate, key } = await ensureCertificate();
  const database = await openDatabase(':memory:');
  const books = { database, company: DEFAULT_COMPANY, now: () => '2024-06-01T08:00:00.000Z' };
  const pages = { built, workbench: { officeClient, samples: 'workbench/samples' } };
  const app = createApp({ books, log: pino({ level: 'silent' }), version: '0.0.0', accessKey: null, pages });
  const handle = app.callback();
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
  };
  return { origin: `https://localhost:${port}`, close };
}
