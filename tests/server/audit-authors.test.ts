// Whoever asks stands in the log: also for what is only repeated, checked or set beside the runs.
import { z } from 'zod';
import { batchHeaderSchema } from '../../core/api.ts';
import { depositCheckRequestSchema } from '../../core/bank/deposit-api.ts';
import type { Books } from '../../server/books.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { aBankLine, BANK } from '../core/bank/fixtures.ts';
import { agentFor, path } from './agent.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, day, payoutHeader } from './fixtures.ts';
import { pushPayout } from './push.ts';

const AUTHOR = '王**';
const LINES = [aLine('A1', { paidOutOn: '2024-03-01' })];

async function authorsOf(books: Books, action: string): Promise<unknown[]> {
  const details = await books.database.transaction(books.company, (tx) =>
    tx.select<[{ author?: unknown }]>(
      [{ json: 'detail' }],
      'FROM audit_log WHERE company_id = ? AND action = ? ORDER BY seq',
      [tx.company, action],
    ),
  );
  return details.map(([{ author }]) => author);
}

async function pushDeposit(books: Books): Promise<void> {
  const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
  const rows = [aBankLine('d', 2, 990), aBankLine('end', 31, 1)];
  const own = rows.map((row) => ({ ...row, account: BANK.key, currency: BANK.currency }));
  await pushBankLines(books, { account: BANK, ...about, rows: own });
}

onEachDatabase((newBooks) => {
  test('a push of rows that stand already', async () => {
    const books = newBooks();
    const header = payoutHeader(LINES);
    await pushPayout(books, LINES);
    const body = { ...z.encode(batchHeaderSchema, header), author: AUTHOR };
    await agentFor(books).post(path('/batches')).send(body).expect(200);
    expect(await authorsOf(books, 'batch.repeated')).toEqual([AUTHOR]);
  });

  test('stock levels', async () => {
    const books = newBooks();
    const levels = [{ sku: 'A', opening: 1, safety: 0 }];
    await agentFor(books).put(path('/stock-levels')).send({ levels, author: AUTHOR }).expect(200);
    await agentFor(books).put(path('/stock-levels')).send({ levels }).expect(200);
    expect(await authorsOf(books, 'stock-levels.set')).toEqual([AUTHOR, '']);
  });

  test('a check of deposits, asked for by itself', async () => {
    const books = newBooks();
    await pushPayout(books, LINES);
    await pushDeposit(books);
    const days = { from: day('2024-03-01'), to: day('2024-03-31'), asOf: day('2024-04-01') };
    const body = z.encode(depositCheckRequestSchema, { ...days, transferFees: [], author: AUTHOR });
    await agentFor(books).post(path('/deposit-checks')).send(body).expect(200);
    expect(await authorsOf(books, 'deposits.checked')).toEqual([AUTHOR]);
  });

  test('a check of deposits that comes with a run', async () => {
    const books = newBooks();
    const { batchId } = await pushPayout(books, LINES);
    await pushDeposit(books);
    await reconcile(books, { batchIds: [batchId], asOf: day('2024-04-01'), author: AUTHOR });
    expect(await authorsOf(books, 'deposits.checked')).toEqual([AUTHOR]);
  });
});
