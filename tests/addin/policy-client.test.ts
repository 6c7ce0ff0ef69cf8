// The pane's way to the policy, against the real server: what is saved holds at once for what people decide on the work
// list, within its limits and not beyond, and two people do not overwrite each other.
import { type ApiClient, createApiClient } from '../../addin/api-client.ts';
import type { PolicyClient } from '../../addin/policy-client.ts';
import type { Translated } from '../../core/language.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';
import { aLine, anOrder, day, ordersHeader, payoutHeader, sheetOf, twd } from '../server/fixtures.ts';
import { watching } from './excel/watching.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let api: ApiClient;
let policy: PolicyClient;
beforeEach(async () => {
  server = await startTestServer();
  api = createApiClient({ address: server.address, accessKey: '' });
  policy = await api.policy();
});
afterEach(async () => server.close());

const signed = { author: '陳主管', note: '年度核定' };
const limits: ReconcilePolicy = {
  ...DEFAULT_POLICY,
  tolerance: { perOrder: twd(0), share: null, perRun: twd(60), perMonth: twd(100) },
  authority: { 王會計: twd(50) },
};

test('while none is kept the default one holds; what is saved comes back, signed and numbered', async () => {
  expect(await policy.inForce()).toEqual({ kept: null, baseCurrency: null });
  await policy.save(limits, signed, 0);
  expect(await policy.inForce()).toMatchObject({ kept: { ...signed, content: limits, version: 1 } });
});

test('the base currency stands beside the limits', async () => {
  const content = { baseCurrency: 'TWD', chart: 'tw-112', accounts: {}, shops: {} };
  const response = await fetch(`${server.address}/api/v1/settings/company`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ content, author: '', note: '' }),
  });
  expect(response.status).toBe(200);
  expect((await policy.inForce()).baseCurrency).toBe('TWD');
});

test('of two people who change the same version the second one is told, also where none was kept', async () => {
  await policy.save(limits, signed, 0);
  await expect(policy.save(DEFAULT_POLICY, signed, 0)).rejects.toMatchObject({ code: 'SETTING_OUTDATED' });
  await policy.save({ ...limits, graceDays: 2 }, signed, 1);
  await expect(policy.save(limits, signed, 1)).rejects.toMatchObject({ code: 'SETTING_OUTDATED' });
});

/** Orders that are short by so many dollars, reconciled. Writing some off: what the books say afterwards, or the refusal. */
async function workOn(...rests: readonly number[]) {
  const orders = sheetOf(rests.map((_, at) => anOrder(`A${at}`)));
  const lines = sheetOf(
    rests.map((rest, at) => aLine(`A${at}`, { parts: { PRINCIPAL: 1050 - rest, COMMISSION: -60 } })),
  );
  const batches = [
    await api.pushBatch({ header: ordersHeader(orders), chunks: [{ orders, lines: [] }] }, watching()),
    await api.pushBatch({ header: payoutHeader(lines), chunks: [{ orders: [], lines }] }, watching()),
  ];
  const run = { batchIds: batches.map(({ batchId }) => batchId), asOf: day('2024-06-01') };
  await api.reconcile(run);
  const work = await api.workList();
  const writtenOff = async () =>
    Object.fromEntries(
      (await api.reconcile(run)).orders.map(({ orderNumber, writtenOff: given }) => [orderNumber, given]),
    );
  return async (author: string, numbers: readonly string[]) => {
    const { items } = await work.list(run);
    const chosen = items.filter(({ orderNumber }) => numbers.includes(orderNumber));
    const subjects = chosen.map(({ subject, figures }) => ({ subject, figures }));
    const after = work.resolve({ ...run, subjects, resolution: { kind: 'write-off' }, author, note: '' });
    const said = (error: { readonly sentence: Translated }) => error.sentence['zh-TW'];
    return after.then(writtenOff, said);
  };
}

test('without a policy nothing is written off; with one, people write off within its limits and not beyond', async () => {
  const writeOff = await workOn(50, 51, 20);
  expect(await writeOff('王會計', ['A0'])).toContain('您每筆可沖銷或認列的上限');
  await policy.save(limits, signed, 0);
  expect(await writeOff('李助理', ['A0'])).toContain('您每筆可沖銷或認列的上限');
  expect(await writeOff('王會計', ['A1'])).toContain('您每筆可沖銷或認列的上限');
  expect(await writeOff('王會計', ['A0', 'A2'])).toContain('每次沖銷與認列的上限');
  expect(await writeOff('王會計', ['A0'])).toEqual({ A0: twd(50), A1: twd(0), A2: twd(0) });
  await policy.save({ ...limits, tolerance: { ...limits.tolerance, perMonth: twd(60) } }, signed, 1);
  expect(await writeOff('王會計', ['A2'])).toContain('本月沖銷與認列的上限');
});
