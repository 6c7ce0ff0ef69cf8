// The add-in's client against the real server: what it pushes, resumes, refuses and repeats.
import { ApiProblem } from '../../addin/api-problem.ts';
import { createApiClient } from '../../addin/api-client.ts';
import { batchOf, type ImportBatch } from '../../core/import/import-batch.ts';
import { normalizeSheet } from '../../core/import/normalize-sheet.ts';
import { ROWS_PER_CHUNK } from '../../core/api.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import { amountOfUnits, ZERO } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { watching } from './excel/watching.ts';
import { exportSheet, orderRows } from './panes/sample-looks.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

type Send = NonNullable<Parameters<typeof createApiClient>[1]>;

/** A client that counts its requests, and may be disturbed before each. */
function client(disturb: (url: string) => void = () => {}, accessKey = '') {
  const asked: string[] = [];
  const send: Send = async (url, init) => {
    asked.push(`${init.method} ${new URL(url).pathname.replace(/batches\/[^/]+/, 'batches/:id')}`);
    disturb(url);
    return fetch(url, init);
  };
  return { api: createApiClient({ address: server.address, accessKey }, send), asked };
}

const order = (number: number): Order => ({
  orderNumber: `A${number}`,
  stage: 'completed',
  status: '已完成',
  refunded: false,
  currency: 'TWD',
  orderedOn: '2024-05-01' as BusinessDate,
  paidOn: null,
  shippedOn: null,
  completedOn: '2024-05-03' as BusinessDate,
  receivable: amountOfUnits(number * 10_000),
  credited: ZERO,
  lines: [],
  sourceRow: number + 2,
});

function batch(made: readonly Order[]): ImportBatch {
  const check = normalizeSheet(exportSheet('shopee-tw.orders', 'orders', orderRows), builtInMappings);
  const [read] = check.outcome === 'read' ? check.parts : [];
  if (read?.kind !== 'orders') throw new Error('the sample orders cannot be read');
  const rows = { read: made.length, accepted: made.length, rejected: 0, skipped: 0 };
  const source = { file: 'May.xlsx', sheet: 'orders' };
  return batchOf({ ...read, orders: made, rows }, { shop: { platform: 'shopee-tw', name: 'demo' }, source });
}

const orders = (count: number) => Array.from({ length: count }, (_, index) => order(index));

test('the server says who it is and which mappings it knows', async () => {
  const { api } = client();
  expect(await api.health()).toMatchObject({ product: 'clearsheet', version: '0.0.0' });
  const { mappings, facts } = await api.listMappings();
  expect(mappings.map(({ id }) => id)).toEqual(expect.arrayContaining(['shopee-tw.income', 'shopee-tw.orders']));
  expect(facts.map(({ id }) => id)).toEqual(mappings.map(({ id }) => id));
});

test('a sheet goes out in chunks of 5,000 rows and every row is answered for', async () => {
  const { api, asked } = client();
  const watch = watching();
  const answer = await api.pushBatch(batch(orders(ROWS_PER_CHUNK + 1)), watch);
  expect(answer).toMatchObject({ repeated: false, counts: { created: 5_001 } });
  expect(asked).toEqual([
    'POST /api/v1/batches',
    'PUT /api/v1/batches/:id/chunks/0',
    'PUT /api/v1/batches/:id/chunks/1',
    'POST /api/v1/batches/:id/complete',
  ]);
  expect(watch.reports.map((report) => report.done)).toEqual([0, 5_000, 5_001]);
  expect(watch.reports[0]).toMatchObject({ step: 'sending', total: 5_001, sheet: 'orders' });
});

test('the same rows again, in another order, are known and not sent again', async () => {
  const { api, asked } = client();
  const first = await api.pushBatch(batch(orders(20)), watching());
  asked.length = 0;
  const again = await api.pushBatch(batch(orders(20).reverse()), watching());
  expect(again).toMatchObject({ batchId: first.batchId, repeated: true });
  expect(asked).toEqual(['POST /api/v1/batches', 'POST /api/v1/batches/:id/complete']);
});

test('after a push that was cut off only the missing chunks are sent', async () => {
  const whole = batch(orders(2 * ROWS_PER_CHUNK + 1));
  const cut = client((url) => {
    if (url.endsWith('/chunks/1')) throw new TypeError('the line is cut');
  });
  await expect(cut.api.pushBatch(whole, watching())).rejects.toMatchObject({ code: 'SERVER_UNREACHABLE' });
  const { api, asked } = client();
  expect(await api.pushBatch(whole, watching())).toMatchObject({ counts: { created: 10_001 } });
  expect(asked.filter((call) => call.startsWith('PUT'))).toEqual([
    'PUT /api/v1/batches/:id/chunks/1',
    'PUT /api/v1/batches/:id/chunks/2',
  ]);
});

test('one cut connection is bridged without a word', async () => {
  let cuts = 1;
  const { api, asked } = client(() => {
    if (cuts-- > 0) throw new TypeError('the line is cut');
  });
  expect(await api.health()).toMatchObject({ product: 'clearsheet' });
  expect(asked).toHaveLength(2);
});

test('cancelling stops before the next chunk and is no problem of the server', async () => {
  const { api, asked } = client();
  const watch = watching(({ done }) => done === ROWS_PER_CHUNK);
  await expect(api.pushBatch(batch(orders(ROWS_PER_CHUNK + 1)), watch)).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked.filter((call) => call.startsWith('PUT')).length).toBeLessThanOrEqual(2);
});

test('an unknown batch is refused with the server’s own sentence and its request number', async () => {
  const { api } = client();
  const refused = api.reconcile({ batchIds: ['none'], asOf: '2024-06-01' as BusinessDate });
  await expect(refused).rejects.toMatchObject({ code: 'BATCH_UNKNOWN' });
  const problem = await refused.catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ApiProblem);
  expect((problem as ApiProblem).sentence['zh-TW']).toContain('找不到這個匯入批次');
  expect((problem as ApiProblem).requestId).not.toBeNull();
});

test.each([
  ['without a key', ''],
  ['with a wrong key', 'wrong-wrong-wrong-wrong'],
])('%s a guarded server is not opened', async (_, key) => {
  await server.close();
  server = await startTestServer('right-right-right-right');
  await expect(client(undefined, key).api.listMappings()).rejects.toMatchObject({
    code: expect.stringMatching(/^ACCESS_KEY/),
  });
});

test('with the right key it is', async () => {
  await server.close();
  server = await startTestServer('right-right-right-right');
  const { mappings } = await client(undefined, 'right-right-right-right').api.listMappings();
  expect(mappings).not.toHaveLength(0);
});

describe('answers that are none', () => {
  const answering =
    (body: string, status = 200) =>
    () =>
      Promise.resolve(new Response(body, { status }));

  test.each([
    ['a web page', answering('<html>hello</html>'), 'ANSWER_UNREADABLE'],
    ['another product', answering('{"product":"other"}'), 'ANSWER_UNREADABLE'],
    ['a web page saying 404', answering('<html></html>', 404), 'ANSWER_UNREADABLE'],
    ['a proxy asking for a login', answering('<html></html>', 403), 'ACCESS_KEY_REFUSED'],
    ['a server that restarts', answering('', 503), 'SERVER_UNREACHABLE'],
    ['no server', () => Promise.reject(new TypeError('fetch failed')), 'SERVER_UNREACHABLE'],
  ])('%s becomes a problem with a next step', async (_, send, code) => {
    const problem = await createApiClient({ address: 'https://books.example', accessKey: '' }, send)
      .health()
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({ name: 'ApiProblem', code });
    for (const sentence of Object.values((problem as ApiProblem).sentence)) expect(sentence).toMatch(/[。.]$/);
  });
});

test('the address may end in a slash, and empty means the pane’s own origin', async () => {
  const asked: string[] = [];
  const send: Send = (url) => {
    asked.push(url);
    return Promise.reject(new TypeError('never sent'));
  };
  for (const address of ['https://books.example/', ''])
    await createApiClient({ address, accessKey: '' }, send)
      .health()
      .catch(() => {});
  expect(new Set(asked)).toEqual(new Set(['https://books.example/api/v1/health', '/api/v1/health']));
});
