// The pane's way to closing a month, against the real server: looked at, closed as looked at, refused, opened again, filed.
import type { MonthsClient } from '../../addin/months-client.ts';
import { monthsOfBooks } from '../../addin/books-months.ts';
import { createApiClient } from '../../addin/api-client.ts';
import { afterARun, TODAY } from './after-a-run.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let months: MonthsClient;
beforeEach(async () => {
  server = await startTestServer();
  months = await createApiClient({ address: server.address, accessKey: '' }).months();
});
afterEach(async () => server.close());

const signed = { author: '王會計', note: '五月結帳' };
const states = async () => (await months.list()).map(({ month, state }) => `${month} ${state}`);

async function booked(): Promise<void> {
  const { run } = await afterARun(server, [['2024-05-10', 385]]);
  await run();
}

test('a month with vouchers is closed by what was looked at, opened again, closed and filed', async () => {
  await booked();
  expect(await states()).toEqual(['2024-05 open']);
  const { plan } = await months.look('2024-05');
  expect(plan).toMatchObject({ month: '2024-05', runId: null });
  const closed = await months.close('2024-05', plan.planHash, signed);
  expect(closed.monthEnd.map(({ lines }) => lines)).toEqual(plan.vouchers.map(({ lines }) => lines));
  expect(await months.list()).toMatchObject([{ month: '2024-05', state: 'closed', changed: signed }]);
  await months.reopen('2024-05', { author: '陳主管', note: '漏了一張' });
  expect(await months.list()).toMatchObject([{ state: 'open', changed: { author: '陳主管', note: '漏了一張' } }]);
  await months.close('2024-05', (await months.look('2024-05')).plan.planHash, signed);
  await months.file('2024-05', signed);
  expect(await states()).toEqual(['2024-05 filed']);
  await expect(months.reopen('2024-05', signed)).rejects.toMatchObject({ code: 'PERIOD_STATE' });
});

test('by another plan nothing is closed', async () => {
  await booked();
  await expect(months.close('2024-05', '0'.repeat(64), signed)).rejects.toMatchObject({ code: 'PLAN_STALE' });
  expect(await states()).toEqual(['2024-05 open']);
});

test('what changes the plan after the look makes it stale', async () => {
  await booked();
  const { plan } = await months.look('2024-05');
  // The day on which the end is turned back is a part of the plan: the next month is closed meanwhile.
  await months.close('2024-06', (await months.look('2024-06')).plan.planHash, signed);
  await expect(months.close('2024-05', plan.planHash, signed)).rejects.toMatchObject({ code: 'PLAN_STALE' });
  expect((await months.look('2024-05')).plan.planHash).not.toBe(plan.planHash);
  expect(await states()).toEqual(['2024-06 closed', '2024-05 open']);
});

test('payout rows that no receipt books are told before and after, those of the month alone', async () => {
  const { api, run } = await afterARun(server, [['2024-05-10', 385]]);
  const { result } = await run();
  expect((await months.look('2024-05')).waiting).toEqual([]);
  const undo = await api.undo();
  const wish = { what: { kind: 'run', runId: result.runId ?? '' }, asOf: TODAY, ...signed, decline: false } as const;
  const { freed } = await undo.post(wish, (await undo.plan(wish)).planHash);
  const { waiting, plan } = await months.look('2024-05');
  expect(waiting.map(({ lineKey }) => lineKey).sort()).toEqual([...freed].sort());
  expect(waiting.length).toBeGreaterThan(0);
  expect((await months.look('2024-04')).waiting).toEqual([]);
  expect((await months.close('2024-05', plan.planHash, signed)).waiting).toEqual(waiting);
});

test('newest first: months with vouchers, and months that were ever closed', () => {
  const change = { author: '王**', note: '', changedAt: '2024-05-06T02:00:00.000Z' };
  const periods = [
    { month: '2024-03', state: 'filed', ...change },
    { month: '2023-12', state: 'open', ...change },
  ] as const;
  const told = monthsOfBooks({ booked: ['2024-03', '2024-05'] }, [...periods]);
  expect(told.map(({ month, state, changed }) => [month, state, changed?.author ?? null])).toEqual([
    ['2024-05', 'open', null],
    ['2024-03', 'filed', '王**'],
    ['2023-12', 'open', '王**'],
  ]);
});
