// The pane's way to company and exchange rates, against the real server: what is saved holds for the next run, two people do
// not overwrite each other, the base currency stays once vouchers are posted, and a rate lets what waited be booked.
import { type ApiClient, createApiClient } from '../../addin/api-client.ts';
import type { CompanyClient } from '../../addin/company-client.ts';
import { type CompanySettings, DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import { aLine, anOrder, day, ordersHeader, payoutHeader } from '../server/fixtures.ts';
import { watching } from './excel/watching.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let api: ApiClient;
let client: CompanyClient;
beforeEach(async () => {
  server = await startTestServer();
  api = createApiClient({ address: server.address, accessKey: '' });
  client = await api.company();
});
afterEach(async () => server.close());

const signed = { author: '陳主管', note: '年度核定' };
const SHOP = 'shopee-tw/小店';
const full: CompanySettings = {
  ...{ baseCurrency: 'TWD', chart: 'odoo-tw', bankDetails: '某銀行 001', prepayments: 'advances', revaluation: true },
  accounts: { receivable: { code: '1144', name: '應收平台款' } },
  shops: { [SHOP]: { ...DEFAULT_SHOP, feeVat: 'split', paidThrough: ['ecpay/ecpay'] } },
};

/** An order and its payout in a currency, reconciled: in which state the order is, and what waits. */
async function run(currency: string) {
  const orders = [anOrder('A1', { currency })];
  const lines = [{ ...aLine('A1'), currency }];
  const batches = [
    await api.pushBatch({ header: ordersHeader(orders, { currency }), chunks: [{ orders, lines: [] }] }, watching()),
    await api.pushBatch({ header: payoutHeader(lines, { currency }), chunks: [{ orders: [], lines }] }, watching()),
  ];
  const result = await api.reconcile({ batchIds: batches.map(({ batchId }) => batchId), asOf: day('2024-06-01') });
  return { result, waits: result.onReview.map(({ reason }) => reason) };
}

test('while none is kept the defaults hold; what is saved comes back, signed and numbered, also from saving', async () => {
  expect(await client.inForce()).toEqual({ kept: null, shops: [] });
  const kept = await client.save(full, signed, 0);
  expect(kept).toMatchObject({ ...signed, content: full, version: 1 });
  expect(await client.inForce()).toEqual({ kept, shops: [] });
});

test('of two people who change the same version the second one is told, and what the first saved stands', async () => {
  await client.save(full, signed, 0);
  await expect(client.save(DEFAULT_COMPANY, signed, 0)).rejects.toMatchObject({ code: 'SETTING_OUTDATED' });
  expect((await client.inForce()).kept?.content).toEqual(full);
});

test('the shops of the books are told as they came; what a shop is set to holds for the next run', async () => {
  await client.save(full, signed, 0);
  const { result } = await run('TWD');
  expect((await client.inForce()).shops).toEqual([{ platform: 'shopee-tw', shop: '小店' }]);
  const accounts = new Set(result.vouchers.flatMap(({ lines }) => lines.map(({ account }) => account.name)));
  expect([...accounts]).toEqual(expect.arrayContaining(['應收平台款', '進項稅額']));
});

test('the base currency is refused once vouchers are posted, in the server’s words; all else may change', async () => {
  await client.save(full, signed, 0);
  await run('TWD');
  await expect(client.save({ ...full, baseCurrency: 'USD' }, signed, 1)).rejects.toMatchObject({
    ...{ code: 'BASE_CURRENCY_FIXED', sentence: { 'zh-TW': expect.stringContaining('帳上已有傳票') as string } },
  });
  expect((await client.save({ ...full, chart: 'tw-112' }, signed, 1))?.version).toBe(2);
});

test('what waits for a rate is told, and booked once it is entered; a corrected rate is the one that is told', async () => {
  await client.save({ ...full, shops: {} }, signed, 0);
  expect((await run('USD')).waits).toEqual(['RATE_MISSING']);
  expect(await client.rates()).toEqual({ rates: [], missing: [{ currency: 'USD', day: '2024-05-03' }] });
  const rate = { currency: 'USD', validOn: day('2024-05-01'), rate: '32', source: '臺灣銀行' };
  await client.enterRate({ ...rate, rate: '30' }, '王會計');
  await client.enterRate(rate, '王會計');
  expect(await client.rates()).toEqual({ rates: [rate], missing: [] });
  expect((await run('USD')).waits).toEqual([]);
});
