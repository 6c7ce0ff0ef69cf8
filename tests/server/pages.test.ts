// The pages the server hands out, with and without the workbench.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import request from 'supertest';
import { type Pages, servePages } from '../../server/middleware/serve-pages.ts';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearsheet-pages-'));
  const files = {
    'built/taskpane.html': `<script src="${CDN}"></script>`,
    'built/workbench/index.html': 'the workbench',
    'built/code/pane-1a2b.js': 'code',
    'client/office.js': 'the client',
    'samples/orders.xlsx': 'a sample',
    'secret.txt': 'secret',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function agent(withWorkbench: boolean) {
  const workbench = { officeClient: join(folder, 'client'), samples: join(folder, 'samples') };
  const pages: Pages = { built: join(folder, 'built'), workbench: withWorkbench ? workbench : null };
  const app = new Koa();
  // The test's client leaves as soon as it has what it came for; Koa would print that.
  app.silent = true;
  for (const serve of servePages(pages)) app.use(serve);
  return request(app.callback());
}

test.each([true, false])('the pane for Excel takes the client from the CDN (workbench: %s)', async (withWorkbench) => {
  const response = await agent(withWorkbench).get('/taskpane.html').expect(200);
  expect(response.text).toContain(CDN);
  expect(response.headers['cache-control']).toBe('no-cache');
});

test('the pane in the workbench takes it from here', async () => {
  const { text } = await agent(true).get('/workbench/taskpane.html?_host_Info=Excel').expect(200);
  expect(text).toBe('<script src="/workbench/office-js/office.js"></script>');
});

test.each([
  ['/workbench/', 'the workbench'],
  ['/workbench/office-js/office.js', 'the client'],
])('the workbench serves %s', async (address, content) => {
  const response = await agent(true).get(address).expect(200);
  expect(response.text).toBe(content);
  await agent(false).get(address).expect(404);
});

test('the workbench serves the sample files', async () => {
  const response = await agent(true).get('/workbench/samples/orders.xlsx').responseType('blob').expect(200);
  expect(String(response.body)).toBe('a sample');
  await agent(false).get('/workbench/samples/orders.xlsx').expect(404);
});

test('code named by its content is kept for good', async () => {
  const { headers } = await agent(false).get('/code/pane-1a2b.js').expect(200);
  expect(headers['cache-control']).toContain('immutable');
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/workbench/samples/..%2f..%2fsecret.txt', '/nothing.html'])(
  '%s is not handed out',
  async (address) => {
    const response = await agent(true).get(address);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.text).not.toContain('secret');
  },
);
