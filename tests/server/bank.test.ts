// Statements pushed into the books: idempotent by identity, immutable, each company and account for itself.
import { z } from 'zod';
import { type BankPush, bankAccountsSchema, bankAnswerSchema, bankPushSchema } from '../../core/bank/bank-api.ts';
import type { BankLine } from '../../core/bank/bank-line.ts';
import type { Books } from '../../server/books.ts';
import { getBankAccounts, pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { bankLinesBetween } from '../../server/store/bank-lines.ts';
import { aBankLine, BANK, march, WALLET } from '../core/bank/fixtures.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { countRows, onEachDatabase } from './databases.ts';
import { failAt, Outage } from './failing-database.ts';

const source = { file: 'bank.csv', sheet: 'bank.csv' };
const mapping = { id: 'bank.signed-amount', version: 1 };
const pushOf = (rows: readonly BankLine[], account = BANK): BankPush => ({ account, mapping, source, rows: [...rows] });

const LINES = [
  aBankLine('row:1#1', 14, 500, { balance: 1500, description: 'PAYOUT-0314', row: 2 }),
  aBankLine('row:2#1', 15, 50, { balance: 1550, row: 3 }),
  aBankLine('row:2#2', 15, 50, { balance: 1600, row: 4 }),
];

const held = (books: Books, from = 1, to = 31) =>
  books.database.transaction(books.company, (tx) => bankLinesBetween(tx, march(from), march(to)));

onEachDatabase((newBooks) => {
  test('a statement is held as it was pushed', async () => {
    const books = newBooks();
    const answer = await pushBankLines(books, pushOf(LINES));
    expect(answer).toEqual({
      account: BANK.key,
      counts: { created: 3, unchanged: 0, conflict: 0 },
      rows: [2, 3, 4].map((row) => ({ row, outcome: 'created', fields: [] })),
    });
    expect((await held(books)).sort((left, right) => left.sourceRow - right.sourceRow)).toEqual(LINES);
    expect((await held(books, 15, 15)).map(({ identity }) => identity).sort()).toEqual(['row:2#1', 'row:2#2']);
  });

  test('the same statement again, in parts, in another order and from another file, changes nothing', async () => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    const before = await held(books);
    const again = [...LINES].reverse().map((line, at) => ({ ...line, sourceRow: at + 20 }));
    const other = { ...pushOf(again.slice(0, 2)), source: { file: 'other.csv', sheet: 'other' } };
    expect((await pushBankLines(books, other)).counts).toEqual({ created: 0, unchanged: 2, conflict: 0 });
    expect((await pushBankLines(books, pushOf(again))).counts).toEqual({ created: 0, unchanged: 3, conflict: 0 });
    expect(await held(books)).toEqual(before);
  });

  test.each<[string, Partial<BankLine>, string[]]>([
    ['another balance', { balance: aBankLine('', 1, 1501).amount }, ['balance']],
    ['another day', { bookedOn: march(16) }, ['bookedOn']],
    ['other words', { description: 'PAYOUT-0315', reference: 'R-77' }, ['reference', 'description']],
    ['other money', { amount: aBankLine('', 1, 501).amount, parts: aBankLine('', 1, 501).parts }, ['amount', 'parts']],
    ['another kind', { parts: aBankLine('', 1, 500, { type: 'REFUND' }).parts }, ['parts']],
  ])('a held line with %s is a conflict, and what is held stays', async (_, change, fields) => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    const before = await held(books);
    const answer = await pushBankLines(books, pushOf([{ ...LINES[0], ...change } as BankLine]));
    expect(answer.rows).toEqual([{ row: 2, outcome: 'conflict', fields }]);
    expect(await held(books)).toEqual(before);
  });

  test('a file that prints no balances says nothing against one that does', async () => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    const answer = await pushBankLines(books, pushOf(LINES.map((line) => ({ ...line, balance: null }))));
    expect(answer.counts).toEqual({ created: 0, unchanged: 3, conflict: 0 });
  });

  test('one identity in two accounts is two lines, and the accounts say how far they reach', async () => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    const inWallet = LINES.map((line) => ({ ...line, account: WALLET.key }));
    expect((await pushBankLines(books, pushOf(inWallet, WALLET))).counts.created).toBe(3);
    expect(await getBankAccounts(books)).toEqual({
      accounts: [
        { account: BANK, lines: 3, from: '2024-03-14', to: '2024-03-15' },
        { account: WALLET, lines: 3, from: '2024-03-14', to: '2024-03-15' },
      ],
    });
  });

  test('companies do not see each other’s accounts', async () => {
    const [books, others] = [newBooks(), newBooks()];
    await pushBankLines(books, pushOf(LINES));
    expect(await getBankAccounts(others)).toEqual({ accounts: [] });
    expect((await pushBankLines(others, pushOf(LINES))).counts.created).toBe(3);
  });

  test('a line that stands twice in one push is refused, and nothing is held', async () => {
    const books = newBooks();
    const twice = pushOf([...LINES, { ...LINES[0], sourceRow: 9 } as BankLine]);
    await expect(pushBankLines(books, twice)).rejects.toMatchObject({ code: 'ROW_REPEATED' });
    expect(await countRows(books, ['bank_accounts', 'bank_lines'])).toEqual({ bank_accounts: 0, bank_lines: 0 });
  });

  test('a key that is another account’s is refused', async () => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    const claimed = { ...WALLET, key: BANK.key };
    await expect(pushBankLines(books, pushOf(LINES, claimed))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a push that fails at any statement leaves nothing', async () => {
    const books = newBooks();
    for (const step of [1, 2, 3, 4, 5, 6]) {
      const failing = { ...books, database: failAt(books.database, step) };
      await expect(pushBankLines(failing, pushOf(LINES))).rejects.toThrow(Outage);
      expect(await countRows(books, ['bank_accounts', 'bank_lines'])).toEqual({ bank_accounts: 0, bank_lines: 0 });
    }
    expect((await pushBankLines(books, pushOf(LINES))).counts.created).toBe(3);
  });

  test('the database itself refuses to change or delete a line', async () => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    for (const sql of ['UPDATE bank_lines SET amount = 1', 'DELETE FROM bank_lines']) {
      const change = books.database.transaction(books.company, (tx) => tx.run(sql));
      await expect(change).rejects.toThrow('bank_lines is posted');
    }
  });

  test('each push is written in the log, without amounts', async () => {
    const books = newBooks();
    await pushBankLines(books, pushOf(LINES));
    const log = await books.database.transaction(books.company, async (tx) => {
      const rows = await tx.select<[string, string, string]>(
        ['action', 'subject', 'detail'],
        'FROM audit_log WHERE company_id = ?',
        [tx.company],
      );
      return { rows, chain: await verifyAudit(tx) };
    });
    expect(log.rows.map(([action, subject]) => [action, subject])).toEqual([['bank-lines.pushed', BANK.key]]);
    expect(log.rows[0]?.[2]).not.toMatch(/500|1500|PAYOUT/);
    expect(log.chain).toEqual({ entries: 1 });
  });

  test('over HTTP a statement goes in and its accounts come out', async () => {
    const agent = agentFor(newBooks());
    const wire = z.encode(bankPushSchema, pushOf(LINES)) as object;
    const pushed = await agent.post(path('/bank-lines')).send(wire).expect(200);
    expect(bankAnswerSchema.parse(pushed.body).counts).toEqual({ created: 3, unchanged: 0, conflict: 0 });
    const listed = await agent.get(path('/bank-accounts')).expect(200);
    expect(bankAccountsSchema.parse(listed.body).accounts.map(({ account, lines }) => [account.key, lines])).toEqual([
      [BANK.key, 3],
    ]);
  });

  test('over HTTP a row of another account or currency is refused', async () => {
    const agent = agentFor(newBooks());
    for (const change of [{ account: WALLET.key }, { currency: 'USD' }]) {
      const rows = LINES.map((line) => ({ ...line, ...change }));
      const wire = { ...(z.encode(bankPushSchema, pushOf([])) as object), rows: rows.map(onWire) };
      const response = await agent.post(path('/bank-lines')).send(wire).expect(400);
      expect(errorOf(response).code).toBe('BAD_REQUEST');
    }
  });
});

const onWire = (line: BankLine) => ({
  ...line,
  amount: '500',
  balance: null,
  parts: [{ type: 'UNKNOWN', amount: '500' }],
});
