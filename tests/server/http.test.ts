// The API as the add-in meets it: over HTTP, in the contract's own schemas.
import { pino } from 'pino';
import { z } from 'zod';
import {
  batchAnswerSchema,
  batchHeaderSchema,
  batchStateSchema,
  healthSchema,
  orderChunkSchema,
  payoutChunkSchema,
  reconcileRequestSchema,
  reconcileResultSchema,
} from '../../core/api.ts';
import type { BatchHeader } from '../../core/api.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { API_ERRORS, ApiError, type ApiErrorCode } from '../../server/api-error.ts';
import { type Agent, agentFor, errorOf, path } from './agent.ts';
import { onEveryDriver } from './databases.ts';
import { Outage, watchStatements } from './failing-database.ts';
import { aLine, anOrder, day, must, ordersHeader, payoutHeader, sheetOf, twd } from './fixtures.ts';

async function pushOver(agent: Agent, header: BatchHeader, rows: readonly (Order | PayoutLine)[]) {
  const opened = await agent.post(path('/batches')).send(z.encode(batchHeaderSchema, header)).expect(200);
  const { batchId } = batchStateSchema.parse(opened.body);
  const schema = header.kind === 'orders' ? orderChunkSchema : payoutChunkSchema;
  const chunk = z.encode(schema as z.ZodType<{ rows: unknown[] }>, { rows: [...rows] });
  await agent
    .put(path(`/batches/${batchId}/chunks/0`))
    .send(chunk as object)
    .expect(200);
  const completed = await agent.post(path(`/batches/${batchId}/complete`)).expect(200);
  return batchAnswerSchema.parse(completed.body);
}

onEveryDriver((newBooks) => {
  test('a sheet pair goes the whole way and comes back as figures', async () => {
    const agent = agentFor(newBooks());
    const orders = sheetOf([anOrder('A1'), anOrder('A2')]);
    const lines = sheetOf([aLine('A1'), aLine('A2')]);
    const batchIds = [
      (await pushOver(agent, ordersHeader(orders), orders)).batchId,
      (await pushOver(agent, payoutHeader(lines), lines)).batchId,
    ];
    const wire = z.encode(reconcileRequestSchema, { batchIds, asOf: day('2024-06-01') });
    const response = await agent.post(path('/reconciliations')).send(wire).expect(200);
    expect((response.body as { receipts: unknown[] }).receipts).toMatchObject([{ cash: '1980' }]);
    const result = reconcileResultSchema.parse(response.body);
    expect(result.orders.map(({ headline }) => headline)).toEqual(['EXACT', 'EXACT']);
    expect(result.conservation).toMatchObject([{ net: twd(1980), difference: 0 }]);
    const again = reconcileResultSchema.parse((await agent.post(path('/reconciliations')).send(wire)).body);
    expect(again.posted).toEqual({ matches: 0, sales: 0, receipts: 0, vouchers: 0, movements: 0 });
  });

  test('stock levels are set and read', async () => {
    const agent = agentFor(newBooks());
    const levels = [
      { sku: 'B', opening: 5, safety: 2 },
      { sku: 'A', opening: -1, safety: 0 },
    ];
    await agent.put(path('/stock-levels')).send({ levels }).expect(200);
    await agent
      .put(path('/stock-levels'))
      .send({ levels: [{ sku: 'B', opening: 6, safety: 2 }] })
      .expect(200);
    const read = await agent.get(path('/stock-levels')).expect(200);
    expect(read.body).toEqual({
      levels: [
        { sku: 'A', opening: -1, safety: 0 },
        { sku: 'B', opening: 6, safety: 2 },
      ],
    });
  });

  test('a broken database is answered as our fault, told to the log and to nobody else', async () => {
    const books = newBooks();
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const database = watchStatements(books.database, () => {
      throw new Outage('disk on fire');
    });
    const response = await agentFor({ ...books, database }, { log })
      .get(path('/stock-levels'))
      .expect(500);
    const { code, requestId } = errorOf(response);
    expect(code).toBe('INTERNAL');
    expect(response.text).not.toContain('fire');
    expect(lines.join()).toContain('disk on fire');
    expect(lines.join()).toContain(must(requestId));
  });
});

describe('what does not fit is refused with its place, never its value', () => {
  const header = z.encode(batchHeaderSchema, payoutHeader([aLine('A1')])) as Record<string, unknown>;
  const row = z.encode(payoutChunkSchema, { rows: [aLine('A1')] }).rows[0] as Record<string, unknown>;
  const cases: [string, 'post' | 'put', string, object, string][] = [
    ['no body', 'post', '/batches', {}, 'body.shop'],
    ['an unknown kind', 'post', '/batches', { ...header, kind: 'bank' }, 'body.kind'],
    ['a payout without its proof', 'post', '/batches', { ...header, proof: null }, 'proof'],
    ['a float for an amount', 'put', '/batches/ID/chunks/0', { rows: [{ ...row, net: 12.5 }] }, 'body.rows.0.net'],
    ['half a cent of a cent', 'put', '/batches/ID/chunks/0', { rows: [{ ...row, net: '1.00001' }] }, 'body.rows.0.net'],
    [
      'a day that never was',
      'put',
      '/batches/ID/chunks/0',
      { rows: [{ ...row, paidOutOn: '2024-02-30' }] },
      'paidOutOn',
    ],
    ['a chunk without number', 'put', '/batches/ID/chunks/first', { rows: [] }, 'index'],
    ['too many rows', 'put', '/batches/ID/chunks/0', { rows: Array(5001).fill(row) }, 'body.rows'],
    ['no batch', 'post', '/reconciliations', { batchIds: [], asOf: '2024-06-01' }, 'body.batchIds'],
    ['a negative safety level', 'put', '/stock-levels', { levels: [{ sku: 'A', opening: 0, safety: -1 }] }, 'safety'],
  ];
  onEveryDriver((newBooks) => {
    test.each(cases)('%s', async (_name, method, address, body, place) => {
      const agent = agentFor(newBooks());
      const opened = await agent.post(path('/batches')).send(header).expect(200);
      const { batchId } = batchStateSchema.parse(opened.body);
      const response = await agent[method](path(address.replace('ID', batchId)))
        .send(body)
        .expect(400);
      const { code, message } = errorOf(response);
      expect(code).toBe('BAD_REQUEST');
      expect(message.en).toContain(place);
      expect(message.en).not.toMatch(/12\.5|1\.00001|2024-02-30/);
    });
  });
});

onEveryDriver((newBooks) => {
  test('a shop has one longest name, whatever brings it, and the refusal says how long it may be', async () => {
    const agent = agentFor(newBooks());
    const header = z.encode(batchHeaderSchema, payoutHeader([aLine('A1')])) as Record<string, unknown>;
    const called = (length: number) => ({ ...header, shop: { platform: 'shopee-tw', name: '店'.repeat(length) } });
    await agent.post(path('/batches')).send(called(200)).expect(200);
    const wallet = { key: 'w', kind: 'wallet', currency: 'TWD', shop: `shopee-tw/${'店'.repeat(201)}` };
    const bank = { key: `bank/${'行'.repeat(201)}/TWD`, kind: 'bank', currency: 'TWD', shop: null };
    const pushOf = (account: object) => ({
      ...{ account, mapping: { id: 'bank.csv', version: 1 }, source: { file: 'a.csv', sheet: 'a' }, rows: [] },
    });
    const cases = [
      ['/batches', called(201)],
      ['/bank-lines', pushOf(wallet)],
      ['/bank-lines', pushOf(bank)],
    ] as const;
    for (const [address, body] of cases) {
      const { code, message } = errorOf(await agent.post(path(address)).send(body).expect(400));
      expect(code).toBe('SHOP_NAME_TOO_LONG');
      expect(message['zh-TW']).toContain('店鋪名稱最多 200 個字');
      expect(message['zh-CN']).toContain('店铺名称最多 200 个字');
      expect(message.en).toContain('at most 200 characters');
    }
  });

  test.each([
    ['JSON cut on its way', '{"rows": [{"order', 'BAD_JSON', 400],
    ['a bare value', '42', 'BAD_JSON', 400],
    ['a body over 8 MB', `{"rows": "${'x'.repeat(8 * 1024 * 1024)}"}`, 'BODY_TOO_LARGE', 413],
  ])('%s is refused', async (_name, body, code, status) => {
    const sent = agentFor(newBooks()).post(path('/batches')).set('Content-Type', 'application/json').send(body);
    expect(errorOf(await sent.expect(status)).code).toBe(code);
  });

  test('an address that is nothing is said to be nothing', async () => {
    expect(errorOf(await agentFor(newBooks()).get(path('/nothing')).expect(404)).code).toBe('NOT_FOUND');
    const chunk = agentFor(newBooks()).put(path('/batches/unknown/chunks/0')).send({ rows: [] });
    expect(errorOf(await chunk.expect(404)).code).toBe('BATCH_UNKNOWN');
  });

  test('health and mappings say what the server is and knows', async () => {
    const agent = agentFor(newBooks());
    const health = healthSchema.parse((await agent.get(path('/health')).expect(200)).body);
    expect(health).toMatchObject({ product: 'clearsheet', version: '9.9.9' });
    const { mappings } = (await agent.get(path('/mappings')).expect(200)).body as { mappings: { id: string }[] };
    expect(mappings.map(({ id }) => id)).toEqual(expect.arrayContaining(['shopee-tw.orders', 'shopee-tw.income']));
  });

  test('with an access key, only its holder gets in; health stays open', async () => {
    const agent = agentFor(newBooks(), { accessKey: 'a key of some length' });
    await agent.get(path('/health')).expect(200);
    for (const header of ['', 'Bearer wrong', 'a key of some length', 'Basic a key of some length']) {
      const response = await agent.get(path('/mappings')).set('Authorization', header).expect(401);
      expect(errorOf(response).code).toBe('ACCESS_KEY_REQUIRED');
    }
    await agent.get(path('/mappings')).set('Authorization', 'Bearer a key of some length').expect(200);
    await agent
      .get(path('/mappings'))
      .set('Authorization', 'Bearer a key of some length')
      .set('Host', 'lan')
      .expect(200);
  });

  test('without a key, a page that points its own name at this computer is refused', async () => {
    const response = await agentFor(newBooks()).get(path('/health')).set('Host', 'evil.example').expect(403);
    expect(errorOf(response).code).toBe('HOST_NOT_ALLOWED');
    await agentFor(newBooks()).get(path('/health')).set('Host', '[::1]:3000').expect(200);
  });

  test('pages may be framed by Office and run its script, and nothing else', async () => {
    const { headers } = await agentFor(newBooks()).get(path('/health'));
    const policy = must(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(policy).toMatch(/frame-ancestors 'self' .*https:\/\/\*\.officeapps\.live\.com/);
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('the log tells of requests without their content', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const books = newBooks();
    const orders = sheetOf([anOrder('SECRET-1')]);
    await pushOver(agentFor(books, { log }), ordersHeader(orders), orders);
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/SECRET-1|1050|小店/);
  });
});

test.each(Object.keys(API_ERRORS) as ApiErrorCode[])('%s has its sentence in three languages', (code) => {
  const sentences = { 'zh-TW': '原因。', 'zh-CN': '原因。', en: 'Reason.' };
  const next = { 'next-zh-TW': '下一步。', 'next-zh-CN': '下一步。', 'next-en': 'Next step.' };
  const { translated, status } = new ApiError(code, { path: 'p', row: '7', ...sentences, ...next });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(new Set(Object.values(translated)).size).toBe(3);
  for (const sentence of Object.values(translated)) expect(sentence).toMatch(/[.。]$/);
});
