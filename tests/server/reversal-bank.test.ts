// A run that also found its payouts in the bank is undone with them: deposits, withdrawals and their vouchers.
import type { BankLine } from '../../core/bank/bank-line.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { aBankLine, BANK } from '../core/bank/fixtures.ts';
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
});
