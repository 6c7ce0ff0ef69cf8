// Payouts in the books against statements in the books: what is proved is kept, what is declined never returns, and
// what is taken back leaves both entries.
import { z } from 'zod';
import { depositCheckRequestSchema, depositGroupsSchema, depositReportSchema } from '../../core/bank/deposit-api.ts';
import type { DepositCheckRequest } from '../../core/bank/deposit-api.ts';
import type { BankLine } from '../../core/bank/bank-line.ts';
import { sum, textOfAmount } from '../../core/money.ts';
import type { Books } from '../../server/books.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import {
  acceptDeposit,
  declineDeposit,
  getDepositGroups,
  reverseDeposit,
} from '../../server/commands/decide-deposits.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { insertDepositGroups } from '../../server/store/deposit-groups.ts';
import { aBankLine, BANK, fee, lineOf, march, WALLET } from '../core/bank/fixtures.ts';
import { agentFor, path } from './agent.ts';
import { countRows, onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, must, payoutHeader, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const SHOP = 'shopee-tw/小店';
const keyOn = (on: string) => [SHOP, 'TWD', `2024-03-${on}`].join('\u001f');

const MARCH: DepositCheckRequest = { from: march(1), to: march(31), asOf: march(31), transferFees: [] };

async function pushStatement(books: Books, ...rows: BankLine[]): Promise<void> {
  const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
  await pushBankLines(books, { account: BANK, ...about, rows });
}

/** Payout lines of 990 on the days given. */
const pushDays = (books: Books, ...days: string[]) =>
  pushPayout(books, sheetOf(days.map((on, at) => aLine(`A${on}${at}`, { paidOutOn: `2024-03-${on}` }))));

const states = async (books: Books, request = MARCH) =>
  (await checkBooksDeposits(books, request)).batches.map(({ key, state }) => `${key.slice(-2)} ${state}`);

/** A statement that reaches the end of the month, so that what is missing is missed. */
const END = aBankLine('end', 31, -1);

/** What came into the shop's wallet. @returns its key */
async function inWallet(books: Books): Promise<string> {
  const account = { ...WALLET, key: `wallet/${SHOP}/TWD` };
  const row = { ...aBankLine('c', 2, 31_000), account: account.key };
  const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'w.csv', sheet: 'bank' } };
  await pushBankLines(books, { account, ...about, rows: [row] });
  return lineOf('c', account.key);
}

onEachDatabase((newBooks) => {
  test('the payouts of a day are one batch, and its deposit is found and kept', async () => {
    const books = newBooks();
    await pushDays(books, '01', '01', '08');
    await pushStatement(books, aBankLine('d', 2, 1980), aBankLine('e', 9, 990), END);
    expect(await states(books)).toEqual(['01 FOOTS', '08 FOOTS']);
    const { groups } = await getDepositGroups(books);
    expect(groups.map(({ id, group, decidedBy, runId }) => [id, group.dues, group.deposits, decidedBy, runId])).toEqual(
      [
        [1, [keyOn('01')], [lineOf('d')], 'clearsheet', 1],
        [2, [keyOn('08')], [lineOf('e')], 'clearsheet', 1],
      ],
    );
  });

  // Seen red when only the deposits found by earlier runs were looked at, and when none were.
  test('an order sold and paid out in May whose deposit comes in June touches two periods, found before or just now', async () => {
    const books = newBooks();
    const line = aLine('A1', { paidOutOn: '2024-05-30' });
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, sheetOf([line]))];
    const flags = async () => (await reconcileBatches(books, batches, '2024-06-05')).orders.map((order) => order.flags);
    expect(await flags()).toEqual([[]]);
    await pushStatement(books, { ...aBankLine('d', 1, 990), bookedOn: day('2024-06-03') });
    expect([await flags(), await flags()]).toEqual([[['CROSS_PERIOD']], [['CROSS_PERIOD']]]);
  });

  test('golden case 25: the bank’s fee is the difference', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    await pushStatement(books, aBankLine('d', 2, 975), END);
    const check = await checkBooksDeposits(books, { ...MARCH, transferFees: [fee(15, SHOP)] });
    expect(check.batches.map(({ state, reasons }) => [state, reasons])).toEqual([
      ['DEPOSIT_DIFF', [{ reason: 'TRANSFER_FEE', amount: twd(15) }]],
    ]);
  });

  test('checking again changes nothing and answers the same', async () => {
    const books = newBooks();
    await pushDays(books, '01', '20');
    await pushStatement(books, aBankLine('d', 2, 990), END);
    const first = await states(books);
    const again = await states(books);
    expect(again).toEqual(first);
    expect(await countRows(books, ['deposit_groups', 'deposit_members'])).toEqual({
      deposit_groups: 1,
      deposit_members: 2,
    });
  });

  test('I11: a deposit that comes later with the same amount does not change what was accepted', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    await pushStatement(books, aBankLine('d', 2, 990), END);
    await states(books);
    await pushStatement(books, aBankLine('e', 3, 990));
    const check = await checkBooksDeposits(books, MARCH);
    expect(check.groups.map(({ pass, deposits }) => [pass, deposits])).toEqual([['CONFIRMED', [lineOf('d')]]]);
    expect(check.withoutBatch).toEqual([lineOf('e')]);
  });

  test('what no statement reaches is not missed', async () => {
    const books = newBooks();
    await pushDays(books, '01', '20');
    expect(await states(books)).toEqual(['01 PENDING', '20 PENDING']);
    await pushStatement(books, aBankLine('rent', 15, -5));
    expect(await states(books)).toEqual(['01 PENDING', '20 PENDING']);
    await pushStatement(books, aBankLine('tea', 5, -5));
    expect(await states(books)).toEqual(['01 DEPOSIT_MISSING', '20 PENDING']);
  });

  test('a file that declares more than its lines is inconsistent, though the declared sum arrived', async () => {
    const books = newBooks();
    const lines = sheetOf([aLine('A1', { paidOutOn: '2024-03-01' })]);
    const proof = { net: twd(990), rejectedNet: twd(0), declared: twd(1000), state: 'differs' as const };
    await pushPayout(books, lines, { ...payoutHeader(lines), proof });
    await pushStatement(books, aBankLine('d', 2, 1000), END);
    const { batches } = await checkBooksDeposits(books, MARCH);
    expect(batches.map(({ state, fileDifference }) => [state, textOfAmount(fileDifference)])).toEqual([
      ['FILE_INCONSISTENT', '10'],
    ]);
  });

  test('a declined pair never returns, and saying it twice is no fault', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    await pushStatement(books, aBankLine('d', 2, 990), END);
    const decline = { due: keyOn('01'), deposit: lineOf('d'), author: '王**' };
    await declineDeposit(books, decline);
    await declineDeposit(books, decline);
    expect(await states(books)).toEqual(['01 DEPOSIT_MISSING']);
    expect(await countRows(books, ['declined_deposits', 'deposit_groups'])).toEqual({
      declined_deposits: 1,
      deposit_groups: 0,
    });
  });

  test('I12: taking a group back leaves both entries and frees its members', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    await pushStatement(books, aBankLine('d', 2, 990), END);
    await states(books);
    await reverseDeposit(books, 1, { author: '王**' });
    expect((await getDepositGroups(books)).groups).toEqual([]);
    expect(await countRows(books, ['deposit_groups', 'deposit_members'])).toEqual({
      deposit_groups: 2,
      deposit_members: 0,
    });
    await expect(reverseDeposit(books, 1, { author: '王**' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reverseDeposit(books, 2, { author: '王**' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await states(books)).toEqual(['01 FOOTS']);
    expect((await getDepositGroups(books)).groups.map(({ id }) => id)).toEqual([3]);
  });

  test('payouts, or deposits, of two currencies are never one group, whoever puts them together', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    const account = { ...BANK, key: 'bank/外幣', currency: 'USD' };
    const row = { ...aBankLine('u', 2, 31), account: account.key, currency: 'USD' };
    const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'usd.csv', sheet: 'bank' } };
    await pushBankLines(books, { account, ...about, rows: [row] });
    const both = {
      from: march(1),
      to: march(31),
      dues: [keyOn('01')],
      deposits: [lineOf('u', account.key), lineOf('d')],
      author: '王**',
    };
    await pushStatement(books, aBankLine('d', 2, 5), aBankLine('out', 2, -5));
    await expect(acceptDeposit(books, both)).rejects.toMatchObject({
      code: 'TWO_CURRENCIES',
      details: { currencies: 'TWD, USD' },
    });
    const usd = sheetOf([{ ...aLine('U', { paidOutOn: '2024-03-01' }), currency: 'USD' }]);
    await pushPayout(books, usd, { currency: 'USD', source: { file: 'usd.xlsx', sheet: 'Income' } });
    const dues = [keyOn('01'), keyOn('01').replace('TWD', 'USD')];
    for (const wrong of [
      { ...both, dues, deposits: [lineOf('d')] },
      // Only money that came, and into a bank account, can have been converted.
      { ...both, dues: dues.slice(1), deposits: [lineOf('out')] },
      { ...both, dues: dues.slice(1), deposits: [await inWallet(books)] },
    ]) {
      await expect(acceptDeposit(books, wrong)).rejects.toMatchObject({ code: 'TWO_CURRENCIES' });
    }
    expect((await getDepositGroups(books)).groups).toEqual([]);
  });

  test('I6: the database refuses to take one deposit twice, and sums that do not meet', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    await pushStatement(books, aBankLine('d', 2, 990), END);
    await states(books);
    const [held] = (await getDepositGroups(books)).groups;
    const { group } = must(held);
    const posting = { decidedBy: 'test', runId: null, now: '2024-06-01T08:00:00.000Z' };
    const insert = (wrong: typeof group) =>
      books.database.transaction(books.company, (tx) => insertDepositGroups(tx, [wrong], {}, posting));
    await expect(insert({ ...group, dues: ['another'] })).rejects.toThrow(/unique/i);
    await expect(insert({ ...group, dues: ['x'], deposits: ['y'], received: twd(1) })).rejects.toThrow(/check/i);
    expect((await getDepositGroups(books)).groups).toHaveLength(1);
  });

  test('what is posted cannot be changed, and the log tells of every decision', async () => {
    const books = newBooks();
    await pushDays(books, '01');
    await pushStatement(books, aBankLine('d', 2, 990), END);
    await states(books);
    await reverseDeposit(books, 1, { author: '王**' });
    await declineDeposit(books, { due: 'x', deposit: 'y', author: '王**' });
    const change = books.database.transaction(books.company, (tx) => tx.run('UPDATE deposit_groups SET due = 1'));
    await expect(change).rejects.toThrow('deposit_groups is posted');
    const log = await books.database.transaction(books.company, async (tx) => ({
      actions: await tx.select<[string]>(['action'], 'FROM audit_log WHERE company_id = ? ORDER BY seq', [tx.company]),
      chain: await verifyAudit(tx),
    }));
    expect(log.actions.flat().slice(-3)).toEqual(['deposits.checked', 'deposit.reversed', 'deposit.declined']);
    expect(log.chain).toEqual({ entries: log.actions.length });
  });

  test('over HTTP: check, look, take back, decline', async () => {
    const books = newBooks();
    const agent = agentFor(books);
    await pushDays(books, '01', '08');
    await pushStatement(books, aBankLine('tea', 2, -5), aBankLine('d', 10, 1980), END);
    const wire = z.encode(depositCheckRequestSchema, MARCH) as object;
    const answered = await agent.post(path('/deposit-checks')).send(wire).expect(200);
    const check = depositReportSchema.parse(answered.body);
    expect(check.batches.map(({ state }) => state)).toEqual(['DEPOSIT_MISSING', 'DEPOSIT_MISSING']);
    await pushStatement(books, aBankLine('e', 9, 990));
    await agent.post(path('/deposit-checks')).send(wire).expect(200);
    const listed = await agent.get(path('/deposit-groups')).expect(200);
    const [held] = depositGroupsSchema.parse(listed.body).groups;
    expect(must(held).group.deposits).toEqual([lineOf('e')]);
    await agent.post(path('/deposit-groups/1/reversal')).send({ author: '王**' }).expect(204);
    await agent.post(path('/deposit-groups/9/reversal')).send({ author: '王**' }).expect(404);
    const decline = { due: keyOn('08'), deposit: lineOf('e'), author: '王**' };
    await agent.post(path('/declined-deposits')).send(decline).expect(204);
    const last = depositReportSchema.parse((await agent.post(path('/deposit-checks')).send(wire)).body);
    expect(last.groups.flatMap(({ dues }) => dues)).not.toContain(keyOn('08'));
    expect(sum(last.groups.map(({ unexplained }) => unexplained))).toBe(0);
  });
});
