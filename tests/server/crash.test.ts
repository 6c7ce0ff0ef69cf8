// A server killed in the middle of a run: the file holds all of it or nothing, and the next run comes to the right end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Books, DEFAULT_COMPANY } from '../../server/books.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { openDatabase } from '../../server/store/database.ts';
import { balancesOf, faultsOf, undo } from './book-balances.ts';
import { BOOKED, countRows, NOW } from './databases.ts';
import { countStatements } from './failing-database.ts';
import { aLine, anOrder, must, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const victim = join(__dirname, 'crash-victim.ts');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearsheet-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withBooks<T>(file: string, work: (books: Books) => Promise<T>): Promise<T> {
  const database = await openDatabase(file);
  try {
    return await work({ database, company: DEFAULT_COMPANY, now: () => NOW });
  } finally {
    await database.close();
  }
}

const push = async (books: Books) => [
  await pushOrders(books, sheetOf([anOrder('A1'), anOrder('A2')])),
  await pushPayout(books, sheetOf([aLine('A1'), aLine('A2'), aLine('Z9')])),
];

async function untilItSays(child: ChildProcess, word: string): Promise<void> {
  let said = '';
  for await (const text of must(child.stdout)) if ((said += String(text)).includes(word)) return;
  throw new Error(`the process ended before it said ${word}`);
}

async function killAt(statement: number, file: string, batchIds: readonly string[]): Promise<void> {
  const args = ['--import', 'tsx', victim, file, String(statement), ...batchIds];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await untilItSays(child, 'reached');
  child.kill('SIGKILL');
  await ended;
}

test.each([
  ['before its last statement', 1],
  ['in the middle of its receipts', 8],
])('killed %s, a run leaves nothing', async (_name, fromEnd) => {
  const file = join(folder, 'books.sqlite');
  const twin = join(folder, 'twin.sqlite');
  const batches = await withBooks(file, push);
  const [steps, expected] = await withBooks(twin, async (books) => {
    const pushed = await push(books);
    const count = await countStatements(books.database, (database) => reconcileBatches({ ...books, database }, pushed));
    return [count, await countRows(books, BOOKED)];
  });
  const before = await withBooks(file, (books) => countRows(books, [...BOOKED, 'runs', 'audit_log']));
  await killAt(
    steps - fromEnd + 1,
    file,
    batches.map((batch) => batch.batchId),
  );
  expect(await withBooks(file, (books) => countRows(books, [...BOOKED, 'runs', 'audit_log']))).toEqual(before);

  await withBooks(file, async (books) => {
    const result = await reconcileBatches(books, batches);
    expect(result.posted).toEqual({ matches: 2, sales: 2, receipts: 1, vouchers: 2, movements: 2 });
    expect(must(result.receipts[0]).number).toBe('RC202405-0001');
    expect(await countRows(books, BOOKED)).toEqual(expected);
    expect(await books.database.transaction(DEFAULT_COMPANY, verifyAudit)).toEqual({ entries: 3 });
  });
});

test.each([
  ['before its last statement', 1],
  ['in the middle of its documents', 14],
])('killed %s, an undo leaves nothing', async (_name, fromEnd) => {
  const file = join(folder, 'books.sqlite');
  const reconciled = async (books: Books) => void (await reconcileBatches(books, await push(books)));
  await withBooks(file, reconciled);
  const receipt = { kind: 'receipt', number: 'RC202405-0001' } as const;
  const [steps, expected] = await withBooks(join(folder, 'twin.sqlite'), async (books) => {
    await reconciled(books);
    const count = await countStatements(books.database, (database) => undo({ ...books, database }, receipt));
    return [count, await balancesOf(books)];
  });
  const everything = async (books: Books) => [
    await countRows(books, [...BOOKED, 'match_ends', 'runs', 'audit_log', 'document_series']),
    await balancesOf(books),
  ];
  const before = await withBooks(file, everything);
  await killAt(steps - fromEnd + 1, file, ['undo']);
  expect(await withBooks(file, everything)).toEqual(before);

  await withBooks(file, async (books) => {
    await undo(books, receipt);
    expect(await balancesOf(books)).toEqual(expected);
    expect(await faultsOf(books)).toEqual([]);
  });
});
