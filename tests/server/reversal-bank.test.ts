// What is undone goes back with the deposits that its payouts arrived as: documents, vouchers and all. Seen red when only
// the deposits of a run went back with it.
import type { BatchAnswer, ReconcileResult } from '../../core/api.ts';
import type { BankLine } from '../../core/bank/bank-line.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { aBankLine, BANK, SHOP, WALLET } from '../core/bank/fixtures.ts';
import { balancesOf, faultsOf, undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, must, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

onEachDatabase((newBooks) => {
  test('the deposit of a run goes back with it, and comes again with the next', async () => {
    const books = newBooks();
    const rows: BankLine[] = [{ ...aBankLine('d', 4, 990), account: BANK.key, currency: BANK.currency }];
    const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
    await pushBankLines(books, { account: BANK, ...about, rows });
    const line = aLine('A1', { paidOutOn: '2024-03-01' });
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, sheetOf([line]))];
    const before = await balancesOf(books);
    const run = await reconcileBatches(books, batches);
    const after = await balancesOf(books);
    expect(await faultsOf(books)).toEqual([]);
    const what = { kind: 'run', runId: must(run.runId) } as const;
    const plan = await undo(books, what, { mode: 'plan' });
    expect(plan.reversed.bank).toEqual(['DP202403-0001']);
    await undo(books, what, { planHash: plan.planHash });
    expect(await balancesOf(books)).toEqual(before);
    expect(await faultsOf(books)).toEqual([]);
    await expect(undo(books, what)).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
    await reconcileBatches(books, batches);
    expect(await balancesOf(books)).toEqual(after);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a withdrawal that a later run documented anew is not taken back with the run that was undone before', async () => {
    const books = newBooks();
    const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'wallet.csv', sheet: 'bank' } };
    const account = { ...WALLET, key: `wallet/${SHOP}/TWD` };
    const withdrawn = aBankLine('w', 5, -990, { type: 'WITHDRAWAL' });
    await pushBankLines(books, { account, ...about, rows: [{ ...withdrawn, account: account.key, currency: 'TWD' }] });
    const line = aLine('A1', { paidOutOn: '2024-03-01' });
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, sheetOf([line]))];
    const what = { kind: 'run', runId: must((await reconcileBatches(books, batches)).runId) } as const;
    expect((await undo(books, what)).reversed.bank).toEqual(['WD202403-0001']);
    await reconcileBatches(books, batches);
    const after = await balancesOf(books);
    await expect(undo(books, what)).rejects.toMatchObject({ code: 'REVERSED_ALREADY' });
    expect(await balancesOf(books)).toEqual(after);
    expect(await faultsOf(books)).toEqual([]);
  });

  test.each<[string, (run: ReconcileResult, batches: readonly BatchAnswer[]) => Undone]>([
    ['row', () => ({ kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 2 } })],
    ['receipt', ({ receipts }) => ({ kind: 'receipt', number: must(receipts[0]).number })],
    ['batch', (_, batches) => ({ kind: 'batch', batchId: must(batches[1]).batchId })],
  ])('of a payout whose %s is undone the deposit goes back too, and comes again with the next run', async (_, of) => {
    const { books, batches, run, after } = await arrived();
    const what = of(run, batches);
    const plan = await undo(books, what, { mode: 'plan' });
    expect(plan.reversed.bank).toEqual(['DP202403-0001']);
    await undo(books, what, { planHash: plan.planHash });
    const { accounts } = await balancesOf(books);
    expect(accounts.map(([, code]) => code).filter((code) => code === '1113')).toEqual([]);
    expect(await faultsOf(books)).toEqual([]);
    await reconcileBatches(books, batches);
    expect(await balancesOf(books)).toEqual(after);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('an undo that frees no row of the payout leaves its deposit alone', async () => {
    const { books, batches } = await arrived();
    const plan = await undo(books, { kind: 'batch', batchId: must(batches[2]).batchId }, { mode: 'plan' });
    expect(plan.reversed).toMatchObject({ receipts: [expect.any(String)], bank: [] });
  });

  /** A payout of two rows that reached the bank, and one of another day that did not. */
  async function arrived() {
    const books = newBooks();
    const rows: BankLine[] = [{ ...aBankLine('d', 4, 1980), account: BANK.key, currency: BANK.currency }];
    const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
    await pushBankLines(books, { account: BANK, ...about, rows });
    const paid = (number: string, on: string) => aLine(number, { paidOutOn: on });
    const batches = [
      await pushOrders(books, sheetOf(['A1', 'A2', 'A3'].map((number) => anOrder(number)))),
      await pushPayout(books, sheetOf([paid('A1', '2024-03-01'), paid('A2', '2024-03-01')])),
      await pushPayout(books, sheetOf([paid('A3', '2024-05-20')]), { source: { file: 'may.xlsx', sheet: 'Income' } }),
    ];
    const run = await reconcileBatches(books, batches);
    return { books, batches, run, after: await balancesOf(books) };
  }
});
