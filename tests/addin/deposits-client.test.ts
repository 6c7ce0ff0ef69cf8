// The pane's way to payouts and deposits, against the real server: put together, taken back, parted for good.
import type { DepositReport } from '../../core/bank/deposit-report.ts';
import { afterARun, TODAY } from './after-a-run.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => server.close());

const author = '王會計';
const statesOf = ({ batches }: DepositReport) => batches.map(({ state }) => state).sort();

async function told(movements: readonly (readonly [string, number])[]) {
  const { api, run } = await afterARun(server, movements);
  const { deposits: report } = (await run()).result;
  if (report === null) throw new Error('the run tells of deposits');
  const { from, to } = report;
  return { report, client: await api.deposits(), days: { from, to, asOf: TODAY } };
}

test('what nearly fits is put together by a person: booked with its difference, and seen by the next check', async () => {
  const { report, client, days } = await told([
    ['2024-05-10', 370],
    ['2024-05-31', -300],
  ]);
  const [proposal] = report.proposals;
  const [group] = proposal?.solutions ?? [];
  expect([proposal?.reason, group?.dues.length, group?.deposits.length]).toEqual(['NEAR_AMOUNT', 1, 1]);
  const { from, to } = days;
  await client.accept({ from, to, dues: [...(group?.dues ?? [])], deposits: [...(group?.deposits ?? [])], author });
  const after = await client.check(days, '王**');
  expect(statesOf(after)).toEqual(['DEPOSIT_DIFF', 'DEPOSIT_MISSING']);
  expect(after.proposals).toEqual([]);
  expect(after.held).toHaveLength(1);
});

test('what was put together by its amount is taken back, and stays apart once it is declined', async () => {
  const { report, client, days } = await told([['2024-05-10', 385]]);
  const [held] = report.held;
  const [group] = report.groups;
  expect(group?.pass).toBe('AMOUNT');
  await client.reverse(held?.id ?? 0, { author, on: TODAY });
  await client.decline({ due: group?.dues[0] ?? '', deposit: group?.deposits[0] ?? '', author });
  const after = await client.check(days, '王**');
  expect([after.held, after.groups]).toEqual([[], []]);
  expect(after.documents.filter(({ reverses }) => reverses !== null)).toHaveLength(0);
});

test('what is taken already cannot be put together again, and says so in words that fit', async () => {
  const { report, client, days } = await told([['2024-05-10', 385]]);
  const [group] = report.groups;
  const { from, to } = days;
  const again = { from, to, dues: [...(group?.dues ?? [])], deposits: [...(group?.deposits ?? [])], author };
  await expect(client.accept(again)).rejects.toMatchObject({ code: 'DEPOSITS_APART' });
});
