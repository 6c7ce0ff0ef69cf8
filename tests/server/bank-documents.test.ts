// Money between wallet and bank in the books: golden case 25, the whole way of a withdrawal, closed months, exchange rates,
// what is taken back, and I4 over random payouts.
import fc from '../fast-check.ts';
import type { BankAccount, BankLine } from '../../core/bank/bank-line.ts';
import type { DepositCheckRequest } from '../../core/bank/deposit-api.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { sum } from '../../core/money.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { Books } from '../../server/books.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import { acceptDeposit, getDepositGroups, reverseDeposit } from '../../server/commands/decide-deposits.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { insertRates } from '../../server/store/exchange-rates.ts';
import { insertPeriodChange } from '../../server/store/periods.ts';
import { insertSetting } from '../../server/store/team-settings.ts';
import { aBankLine, BANK, fee, lineOf, march, SHOP, WALLET } from '../core/bank/fixtures.ts';
import { faultsOf } from './book-balances.ts';
import { onEachDatabase, writeTold } from './databases.ts';
import { aLine, anOrder, day, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const MARCH: DepositCheckRequest = { from: march(1), to: march(31), asOf: march(31), transferFees: [] };
const NOW = '2024-06-01T08:00:00.000Z';
const shopee: BankAccount = { ...WALLET, key: `wallet/${SHOP}/TWD` };

async function pushStatement(books: Books, account: BankAccount, ...rows: BankLine[]): Promise<void> {
  const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
  const own = rows.map((row) => ({ ...row, account: account.key, currency: account.currency }));
  await pushBankLines(books, { account, ...about, rows: own });
}

/** One order and its payout of 1,050 less 63 on the first of March, reconciled. */
async function reconciled(books: Books, facts: Partial<PayoutLine> = {}) {
  const orders = await pushOrders(books, [anOrder('A1')]);
  const lines = sheetOf([
    { ...aLine('A1', { parts: { PRINCIPAL: 1050, COMMISSION: -63 }, paidOutOn: '2024-03-01' }), ...facts },
  ]);
  const payout = await pushPayout(books, lines);
  return reconcileBatches(books, [orders, payout], '2024-03-31');
}

type Posting = [number: string, on: string, ...lines: string[]];

/** The vouchers of kind `bank`, with their lines as `role amount` (debits positive), in base currency where it differs. */
async function bankVouchers(books: Books): Promise<Posting[]> {
  const rows = await books.database.transaction(books.company, (tx) =>
    tx.select<[string, string, string, number, number]>(
      ['v.number', 'v.posted_on', 'l.role', 'l.debit - l.credit', 'l.base_debit - l.base_credit'],
      `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
       WHERE v.company_id = ? AND v.kind = 'bank' ORDER BY v.id, l.position`,
      [tx.company],
    ),
  );
  const told = new Map<string, Posting>();
  for (const [number, on, role, amount, base] of rows) {
    const text = amount === base ? `${role} ${amount / 10_000}` : `${role} ${amount / 10_000} = ${base / 10_000}`;
    told.set(number, [...(told.get(number) ?? ([number, on] as const)), text]);
  }
  return [...told.values()];
}

/** Σ debits − credits of a role over all vouchers. */
async function balanceOf(books: Books, role: string): Promise<number> {
  const [[total] = [0]] = await books.database.transaction(books.company, (tx) =>
    tx.select<[number]>(
      ['CAST(coalesce(sum(debit - credit), 0) AS BIGINT)'],
      'FROM voucher_lines WHERE company_id = ? AND role = ?',
      [tx.company, role],
    ),
  );
  return total;
}

const close = (books: Books, month: string) =>
  writeTold(books, (tx) =>
    insertPeriodChange(tx, { month, state: 'closed', author: '王**', note: '', changedAt: NOW }),
  );

async function keepInTaiwanDollars(books: Books, ...rates: (readonly [on: string, rate: string])[]): Promise<void> {
  await writeTold(books, async (tx) => {
    const content = { ...DEFAULT_COMPANY, baseCurrency: 'TWD' };
    const about = { author: '王**', note: '', savedAt: NOW };
    await insertSetting(tx, { kind: 'company', id: '', version: 1, content, ...about });
    await enterRates(rates, tx);
  });
}

async function enterRates(
  rates: readonly (readonly [on: string, rate: string])[],
  tx: Parameters<typeof insertRates>[0],
): Promise<void> {
  const entered = rates.map(([on, rate]) => ({ currency: 'USD', validOn: day(on), rate, source: 'bank' }));
  await insertRates(tx, entered, '王**', NOW);
}

onEachDatabase((newBooks) => {
  test('golden case 25: batch 987, bank 972: Dr 銀行存款 972, 匯費 15 / Cr 錢包 987', async () => {
    const books = newBooks();
    await reconciled(books);
    await pushStatement(books, BANK, aBankLine('d', 4, 972));
    const report = await checkBooksDeposits(books, { ...MARCH, transferFees: [fee(15)] });
    expect(report.batches.map(({ state }) => state)).toEqual(['DEPOSIT_DIFF']);
    expect(await bankVouchers(books)).toEqual([
      ['JV202403-0002', '2024-03-04', 'bank 972', 'transferFees 15', 'wallet -987'],
    ]);
    expect(report.documents).toMatchObject([
      { number: 'DP202403-0001', kind: 'deposit', shop: SHOP, left: twd(987), arrived: twd(972), fee: twd(15) },
    ]);
    expect(await balanceOf(books, 'wallet')).toBe(0);
  });

  test('the check of every run finds it as well, books it with the run, and only once', async () => {
    const books = newBooks();
    await pushStatement(books, BANK, aBankLine('d', 4, 987));
    const result = await reconciled(books);
    expect(result.deposits?.batches.map(({ state }) => state)).toEqual(['FOOTS']);
    expect(result.deposits?.documents.map(({ number, voucher }) => [number, voucher])).toEqual([
      ['DP202403-0001', 'JV202403-0002'],
    ]);
    expect(result.vouchers.map(({ kind, number }) => `${kind} ${number}`)).toContain('bank JV202403-0002');
    expect((await getDepositGroups(books)).groups.map(({ runId }) => `RUN-00000${runId}`)).toEqual([result.runId]);
    const request = { batchIds: result.batches.map(({ batchId }) => batchId), asOf: day('2024-03-31') };
    const again = await reconcile(books, request);
    expect(again.deposits).toEqual({
      ...result.deposits,
      groups: result.deposits?.groups.map((group) => ({ ...group, pass: 'CONFIRMED' })),
      batches: result.deposits?.batches.map((batch) => ({
        ...batch,
        group: batch.group && { ...batch.group, pass: 'CONFIRMED' },
      })),
    });
    expect(await bankVouchers(books)).toHaveLength(1);
  });

  test('a plan shows what arrived and writes nothing; its hash covers it', async () => {
    const books = newBooks();
    const { batches } = await reconciled(books);
    const request = { batchIds: batches.map(({ batchId }) => batchId), asOf: day('2024-03-31'), mode: 'plan' as const };
    const before = await reconcile(books, request);
    await pushStatement(books, BANK, aBankLine('d', 4, 987));
    const plan = await reconcile(books, request);
    expect(plan.deposits?.batches.map(({ state }) => state)).toEqual(['FOOTS']);
    expect([plan.deposits?.documents, await bankVouchers(books)]).toEqual([[], []]);
    expect(plan.planHash).not.toBe(before.planHash);
    const stale = reconcile(books, { ...request, mode: 'post', planHash: before.planHash });
    await expect(stale).rejects.toMatchObject({ code: 'PLAN_STALE' });
    await reconcile(books, { ...request, mode: 'post', planHash: plan.planHash });
    expect(await bankVouchers(books)).toHaveLength(1);
  });

  test('the whole way by a wallet: payout, withdrawal on its way, bank less the fee', async () => {
    const books = newBooks();
    await reconciled(books);
    await pushStatement(books, shopee, aBankLine('c', 1, 987), aBankLine('w', 5, -987, { type: 'WITHDRAWAL' }));
    await checkBooksDeposits(books, MARCH);
    expect(await bankVouchers(books)).toEqual([['JV202403-0002', '2024-03-05', 'transit 987', 'wallet -987']]);
    await pushStatement(books, BANK, aBankLine('d', 6, 972));
    const report = await checkBooksDeposits(books, { ...MARCH, transferFees: [fee(15)] });
    expect((await bankVouchers(books)).slice(1)).toEqual([
      ['JV202403-0003', '2024-03-06', 'bank 972', 'transferFees 15', 'transit -987'],
    ]);
    expect(report.documents.map(({ number, from }) => `${number} ${from}`)).toEqual([
      'WD202403-0001 wallet',
      'DP202403-0001 transit',
    ]);
    expect(await Promise.all(['wallet', 'transit'].map((role) => balanceOf(books, role)))).toEqual([0, 0]);
    expect(report.accounts).toMatchObject([
      { account: BANK, opening: 0, closing: twd(972), lines: 1 },
      { account: shopee, closing: 0, lines: 2 },
    ]);
  });

  test('a withdrawal that the payout report names is on its way by its receipt, and arrives from there', async () => {
    const books = newBooks();
    const lines = sheetOf([
      aLine('A1', { parts: { PRINCIPAL: 1050, COMMISSION: -63 }, paidOutOn: '2024-03-01' }),
      aLine(null, { parts: { WITHDRAWAL: -900 }, paidOutOn: '2024-03-02' }),
    ]);
    const payout = await pushPayout(books, lines);
    await pushStatement(books, BANK, aBankLine('d', 4, 900));
    const { deposits } = await reconcileBatches(books, [payout], '2024-03-31');
    expect(deposits?.batches.map(({ state, due }) => [state, due])).toEqual([
      ['FOOTS', 0],
      ['FOOTS', twd(900)],
    ]);
    expect(await bankVouchers(books)).toMatchObject([[/JV/, '2024-03-04', 'bank 900', 'transit -900']].map(matching));
    expect(await Promise.all(['wallet', 'transit'].map((role) => balanceOf(books, role)))).toEqual([twd(87), 0]);
  });

  test('what was accepted before the first statement of the wallet came stays, and its deposit is free for nothing else', async () => {
    const books = newBooks();
    await pushStatement(books, BANK, aBankLine('d', 5, 987, { balance: 987 }));
    await reconciled(books);
    await checkBooksDeposits(books, MARCH);
    await pushStatement(
      books,
      shopee,
      aBankLine('in', 1, 987, { balance: 987 }),
      aBankLine('out', 4, -987, { type: 'WITHDRAWAL', balance: 0 }),
    );
    const { groups, batches, withdrawals } = await checkBooksDeposits(books, MARCH);
    expect(groups.map(({ pass }) => pass)).toEqual(['CONFIRMED']);
    expect(batches.map(({ state }) => state)).toEqual(['FOOTS']);
    expect(withdrawals.map(({ group }) => group)).toEqual([null]);
    expect(await faultsOf(books)).toEqual([]);
    // Taken back, the payout is found in the wallet and the withdrawal in the bank.
    await reverseDeposit(books, 1, { author: '王**', on: march(31) });
    const again = await checkBooksDeposits(books, MARCH);
    expect([...again.batches, ...again.withdrawals].map(({ state }) => state)).toEqual(['FOOTS', 'FOOTS']);
    expect(await Promise.all(['wallet', 'transit'].map((role) => balanceOf(books, role)))).toEqual([0, 0]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('what a deposit leaves unexplained stays in the wallet', async () => {
    const books = newBooks();
    await reconciled(books, { statement: 'PAY-100123' });
    await pushStatement(books, BANK, aBankLine('d', 4, 950, { description: 'PAY-100123' }));
    const report = await checkBooksDeposits(books, MARCH);
    expect(report.batches.map(({ reasons }) => reasons)).toEqual([[{ reason: 'UNEXPLAINED', amount: twd(37) }]]);
    expect(await balanceOf(books, 'wallet')).toBe(twd(37));
  });

  test('lines of one statement number are one sum in the bank, though their days differ', async () => {
    const books = newBooks();
    const days = ['2024-03-01', '2024-03-03'].map((paidOutOn, at) => ({
      ...aLine(`A${at}`, { paidOutOn }),
      statement: 'PAY-100123',
    }));
    await pushPayout(books, sheetOf(days));
    await pushStatement(books, BANK, aBankLine('d', 4, 1980));
    const report = await checkBooksDeposits(books, { ...MARCH, from: march(2), to: march(3) });
    expect(report.payouts).toMatchObject([
      { statement: 'PAY-100123', lines: 2, total: twd(1980), paidOutOn: march(3) },
    ]);
    expect(report.batches.map(({ state }) => state)).toEqual(['FOOTS']);
  });

  test('into a closed month nothing is booked: the first open day takes it', async () => {
    const books = newBooks();
    await reconciled(books);
    await close(books, '2024-03');
    await pushStatement(books, BANK, aBankLine('d', 4, 987));
    await checkBooksDeposits(books, MARCH);
    expect(await bankVouchers(books)).toEqual([['JV202404-0001', '2024-04-01', 'bank 987', 'wallet -987']]);
  });

  test('what is taken back leaves both documents and vouchers, and the wallet as it was', async () => {
    const books = newBooks();
    await reconciled(books);
    await pushStatement(books, BANK, aBankLine('d', 4, 987));
    await checkBooksDeposits(books, MARCH);
    await close(books, '2024-06');
    await reverseDeposit(books, 1, { author: '王**' });
    expect(await bankVouchers(books)).toEqual([
      ['JV202403-0002', '2024-03-04', 'bank 987', 'wallet -987'],
      ['JV202407-0001', '2024-07-01', 'bank -987', 'wallet 987'],
    ]);
    expect(await balanceOf(books, 'wallet')).toBe(twd(987));
    const { documents } = await checkBooksDeposits(books, MARCH);
    expect(documents.map(({ number, reverses }) => [number, reverses])).toEqual([['DP202403-0002', null]]);
    expect(await balanceOf(books, 'wallet')).toBe(0);
  });

  test('a person may put together what differs a little, once', async () => {
    const books = newBooks();
    await reconciled(books);
    await pushStatement(books, BANK, aBankLine('d', 4, 972));
    const { proposals } = await checkBooksDeposits(books, MARCH);
    expect(proposals.map(({ reason }) => reason)).toEqual(['NEAR_AMOUNT']);
    const [{ dues, deposits } = { dues: [], deposits: [] }] = proposals.flatMap(({ solutions }) => solutions);
    const wanted = { from: march(1), to: march(31), dues: [...dues], deposits: [...deposits], author: '王**' };
    const { groups } = await acceptDeposit(books, wanted);
    expect(groups).toMatchObject([{ decidedBy: '王**', group: { unexplained: twd(15), received: twd(972) } }]);
    expect(await balanceOf(books, 'wallet')).toBe(twd(15));
    await expect(acceptDeposit(books, wanted)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const unknown = { ...wanted, deposits: [lineOf('nobody')] };
    await expect(acceptDeposit(books, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('in a foreign currency it leaves at the base it stands in the books with; the last of it takes the rest', async () => {
    const books = newBooks();
    await keepInTaiwanDollars(books, ['2024-03-01', '31.5'], ['2024-03-04', '31.9']);
    const lines = sheetOf([
      { ...aLine(null, { parts: { ADJUSTMENT: 987 }, paidOutOn: '2024-03-01' }), currency: 'USD' },
    ]);
    await reconcileBatches(books, [await pushPayout(books, lines, { currency: 'USD' })], '2024-03-31');
    await pushStatement(books, { ...BANK, key: 'bank/USD', currency: 'USD' }, aBankLine('d', 4, 987));
    await checkBooksDeposits(books, MARCH);
    expect(await bankVouchers(books)).toEqual([
      ['JV202403-0002', '2024-03-04', 'bank 987 = 31485', 'wallet -987 = -31091', 'exchangeGain 0 = -394'],
    ]);
  });

  test('without a rate for the day it waits and is said, and is booked once there is one', async () => {
    const books = newBooks();
    await keepInTaiwanDollars(books);
    const lines = sheetOf([{ ...aLine('A1', { paidOutOn: '2024-03-01' }), currency: 'USD' }]);
    await pushPayout(books, lines, { currency: 'USD' });
    await pushStatement(books, { ...BANK, key: 'bank/USD', currency: 'USD' }, aBankLine('d', 4, 990));
    const report = await checkBooksDeposits(books, MARCH);
    expect(report.unbooked).toEqual([{ shop: SHOP, currency: 'USD', day: march(4) }]);
    expect(await bankVouchers(books)).toEqual([]);
    await writeTold(books, (tx) => enterRates([['2024-03-04', '31.9']], tx));
    expect((await checkBooksDeposits(books, MARCH)).unbooked).toEqual([]);
    expect(await bankVouchers(books)).toHaveLength(1);
  });

  test('I4: what all vouchers move in the wallet is Σ H − Σ deposits − charges; a batch that arrived leaves nothing', async () => {
    const anyBatch = fc.record({ net: fc.integer({ min: 100, max: 900 }), kept: fc.constantFrom(0, 15, -1) });
    await fc.assert(
      fc.asyncProperty(fc.array(anyBatch, { minLength: 1, maxLength: 3 }), async (batches) => {
        const books = newBooks();
        const lines = batches.map(({ net }, at) =>
          aLine(null, { parts: { ADJUSTMENT: net }, paidOutOn: `2024-03-0${at + 1}`, identity: `row ${at}` }),
        );
        const named = lines.map((line, at) => ({ ...line, statement: `PAY-10012${at}` }));
        const arrived = batches.flatMap(({ net, kept }, at) =>
          kept < 0 ? [] : [aBankLine(`d${at}`, at + 2, net - kept, { description: `PAY-10012${at}` })],
        );
        await pushStatement(books, BANK, ...arrived);
        const payout = await pushPayout(books, sheetOf(named));
        await reconcileBatches(books, [payout], '2024-03-31');
        await checkBooksDeposits(books, { ...MARCH, transferFees: [fee(15)] });
        const due = sum(lines.map(({ net }) => net));
        const came = sum(arrived.map(({ amount }) => amount));
        const [wallet, bank, fees] = await Promise.all(
          ['wallet', 'bank', 'transferFees'].map((role) => balanceOf(books, role)),
        );
        expect([bank, (wallet ?? 0) + (fees ?? 0)]).toEqual([came, due - came]);
      }),
      { numRuns: 5 },
    );
  });
});

/** A voucher whose number does not matter. */
const matching = ([, ...rest]: readonly unknown[]): unknown[] => [expect.any(String), ...rest];

onEachDatabase((newBooks) => {
  test('a line whose statement differs from the held one is a conflict; a file that names none says nothing', async () => {
    const books = newBooks();
    const line = aLine('A1', { paidOutOn: '2024-03-01' });
    await pushPayout(books, sheetOf([{ ...line, statement: 'PAY-1' }]));
    const outcomes = async (...lines: PayoutLine[]) =>
      (await pushPayout(books, sheetOf(lines), { mapping: { id: 'shopee-tw.income', version: 2 } })).rows;
    expect(await outcomes(line)).toMatchObject([{ outcome: 'unchanged', fields: [] }]);
    expect(await outcomes({ ...line, statement: 'PAY-2' })).toMatchObject([
      { outcome: 'conflict', fields: ['statement'] },
    ]);
  });
});
