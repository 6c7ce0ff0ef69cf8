// A statement's way from the add-in to the server: in parts, followed, and safe to repeat.
import { createApiClient } from '../../addin/api-client.ts';
import { ROWS_PER_CHUNK } from '../../core/api.ts';
import { bankPushes } from '../../core/bank/bank-api.ts';
import { aBankLine } from '../core/bank/fixtures.ts';
import { watching } from './excel/watching.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const client = () => createApiClient({ address: server.address, accessKey: '' });

const pushesOf = (lines: number) =>
  bankPushes(
    Array.from({ length: lines }, (_, at) => aBankLine(`row:${at}#1`, 14, 10 + at, { row: at + 2 })),
    {
      mapping: { id: 'bank.signed-amount', version: 1, platform: 'bank' },
      name: '玉山',
      source: { file: 'bank.csv', sheet: 'bank' },
    },
  );

test('each part is answered for, and how far it is can be seen', async () => {
  const watch = watching();
  const answers = await client().pushStatement(pushesOf(ROWS_PER_CHUNK + 1), watch);
  expect(answers.map(({ account, counts }) => [account, counts.created])).toEqual([
    ['bank/玉山/TWD', ROWS_PER_CHUNK],
    ['bank/玉山/TWD', 1],
  ]);
  expect(watch.reports.map(({ done, total }) => [done, total])).toEqual([
    [0, ROWS_PER_CHUNK + 1],
    [ROWS_PER_CHUNK, ROWS_PER_CHUNK + 1],
  ]);
});

test('pushing again writes nothing', async () => {
  await client().pushStatement(pushesOf(3), watching());
  const [again] = await client().pushStatement(pushesOf(4), watching());
  expect(again?.counts).toEqual({ created: 1, unchanged: 3, conflict: 0 });
});

test('a statement without lines asks nothing of the server', async () => {
  await server.close();
  expect(await client().pushStatement(pushesOf(0), watching())).toEqual([]);
  server = await startTestServer();
});
