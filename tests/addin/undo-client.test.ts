// The pane's way to an undo, against the real server: looked at, posted as looked at, refused, and booked anew.
import type { Undone } from '../../core/ledger-api.ts';
import { afterARun, TODAY } from './after-a-run.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => server.close());

const wishFor = (what: Undone) => ({ what, asOf: TODAY, author: '王會計', note: '入錯', decline: false });

test('what was looked at is what is posted, and the next run books it again', async () => {
  const { api, run } = await afterARun(server, [['2024-05-10', 385]]);
  const { result } = await run();
  const undo = await api.undo();
  const wish = wishFor({ kind: 'run', runId: result.runId ?? '' });
  const plan = await undo.plan(wish);
  expect(plan).toMatchObject({ runId: null, postedOn: TODAY, reversed: { bank: ['DP202405-0001'] } });
  expect(plan.reversed.receipts).toEqual(result.receipts.map(({ number }) => number));
  const posted = await undo.post(wish, plan.planHash);
  expect(posted.runId).toMatch(/^RUN-/);
  expect(posted.reversed).toEqual(plan.reversed);
  const again = await run();
  expect(again.result.posted.receipts).toBe(result.posted.receipts);
});

test('a plan of before is refused, and nothing is undone', async () => {
  const { api, run } = await afterARun(server, [['2024-05-10', 385]]);
  const { result } = await run();
  const wish = wishFor({ kind: 'run', runId: result.runId ?? '' });
  const undo = await api.undo();
  await expect(undo.post(wish, '0'.repeat(64))).rejects.toMatchObject({ code: 'PLAN_STALE' });
  expect((await undo.plan(wish)).reversed.receipts).toHaveLength(result.receipts.length);
});

test('a row, a receipt and a file are each undone once, and the rows beside stay booked', async () => {
  const { api, run } = await afterARun(server, [['2024-05-10', 385]]);
  const { imported } = await run();
  const undo = await api.undo();
  const payout = imported.find(({ rows }) => rows.kind === 'payout');
  if (payout?.rows.kind !== 'payout') throw new Error('the sample has a payout');
  const { header, rows, answer } = payout;
  const undoOnce = async (what: Undone) => {
    const plan = await undo.plan(wishFor(what));
    const posted = await undo.post(wishFor(what), plan.planHash);
    await expect(undo.plan(wishFor(what))).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
    return posted;
  };
  const [first] = rows.lines;
  const row = await undoOnce({ kind: 'row', source: { ...header.source, row: first?.sourceRow ?? 0 } });
  expect(row.freed).toHaveLength(1);
  const [rebooked] = row.receipts.filter(({ reverses }) => reverses === null);
  if (rebooked) expect((await undoOnce({ kind: 'receipt', number: rebooked.number })).freed).not.toEqual(row.freed);
  const file = await undoOnce({ kind: 'batch', batchId: answer.batchId });
  expect(file.freed.length).toBeGreaterThan(0);
  expect(file.freed).not.toContain(row.freed[0]);
});
