// Whatever was imported, set, decided or posted: a row that is another one than when the log told of it is found, and so
// is one that is gone or that came from nowhere. The log itself is whole to its end.
import type { Books } from '../../server/books.ts';
import type { Statements } from '../../server/store/database.ts';
import type { SNAPSHOT_TABLES, TOLD_TABLES } from '../../server/store/written.ts';
import { onEachDatabase, writeTold } from './databases.ts';
import { liveBooks } from './live-books.ts';
import { proofsAfter, rowsNamed } from './tamper.ts';
import { faultsOf } from './book-balances.ts';

type Table = (typeof TOLD_TABLES)[number] | (typeof SNAPSHOT_TABLES)[number];

/** A change that no sum tells of, and what the log calls the place it happened in. */
const CHANGES: Readonly<Record<Table, readonly [change: string, where: string, named: string]>> = {
  bank_accounts: ["currency = 'USD'", "kind = 'bank'", 'bank.csv'],
  bank_lines: ['balance = balance + 1', 'balance IS NOT NULL', 'bank.csv'],
  deposit_groups: ["evidence = '{}'", "evidence <> '{}'", 'deposits'],
  declined_deposits: ["deposit_key = 'another'", 'true', 'a due'],
  bank_documents: ["document_on = '2024-03-09'", "number = 'DP202403-0001'", 'deposits'],
  import_rows: ['net = net + 1', 'net = 9870000', 'march-income.xlsx'],
  payout_lines: ["order_number = 'X'", 'id = 2', 'income.xlsx'],
  order_versions: ["snapshot = '{}'", 'true', 'later.xlsx'],
  orders: ["status = 'another'", "order_number = 'A3'", 'later.xlsx'],
  order_lines: ["name = 'another'", 'order_id = 1', 'orders.xlsx'],
  runs: ["plan_hash = '00'", 'id = 3', 'row 2'],
  matches: ["evidence = 'another'", 'run_id = 2', 'RUN-000002'],
  match_ends: ['ended_by = 9', 'true', 'row 2'],
  sales_documents: ["rate = '2'", "number = 'SA202405-0001'", 'RUN-000002'],
  receipts: ["rate = '99'", 'id = 1', 'RUN-000001'],
  receipt_lines: ['position = position + 7', 'receipt_id = 1 AND line_id = 1', 'RUN-000001'],
  receipt_deductions: ["type = 'AD_FEE'", "type = 'COMMISSION' AND receipt_id = 1", 'RUN-000001'],
  allocations: ["fee_type = 'COMMISSION'", 'receipt_id = 1', 'RUN-000001'],
  receipt_replacements: ['replaces = receipt_id', 'true', 'row 2'],
  vouchers: ["summary = 'another'", 'id = 1', 'RUN-000001'],
  voucher_lines: ["name = 'another'", 'voucher_id = 1', 'RUN-000001'],
  voucher_documents: ['document_id = 99', 'voucher_id = 1', 'RUN-000001'],
  stock_movements: ["moved_on = '2024-01-01'", 'id = 1', 'RUN-000002'],
  team_settings: ["author = 'another'", 'true', 'company'],
  exchange_rates: ["rate = '40'", 'true', 'USD'],
  item_costs: ['cost = cost + 1', 'true', 'item costs'],
  period_changes: ["state = 'open'", 'true', '2024-04'],
  link_decisions: ["order_key = 'another'", 'true', 'declined'],
  fee_invoices: ["number = 'another'", 'id = 1', 'AB00000001'],
  prepayments: ['amount = amount + 1', 'true', 'RUN-000016'],
  work_events: ["author = 'another'", 'true', 'WORK-000001'],
};

onEachDatabase((newBooks) => {
  let books: Books;
  beforeAll(async () => {
    books = await liveBooks(newBooks);
  });

  test.each(Object.entries(CHANGES))('%s: a row changed by hand is found', async (table, [change, where, named]) => {
    const proofs = await proofsAfter(books, table, `UPDATE ${table} SET ${change} WHERE company_id = ? AND ${where}`);
    expect(rowsNamed(proofs, 'CONTENTS')).toContain(`${table} ${named}`);
  });

  test.each([
    ['period_changes', '2024-04'],
    ['match_ends', 'row 2'],
    ['import_rows', 'orders.xlsx'],
    ['order_versions', 'later.xlsx'],
    ['voucher_documents', 'deposits'],
    ['team_settings', 'company'],
    ['work_events', 'WORK-000001'],
    ['bank_documents', 'deposits'],
  ])('%s: rows taken away are missed', async (table, named) => {
    const proofs = await proofsAfter(books, table, `DELETE FROM ${table} WHERE company_id = ?`);
    expect(rowsNamed(proofs, 'CONTENTS')).toContain(`${table} ${named}`);
  });

  test.each([
    ['of no entry', '0'],
    ['of the entry that will come next', '(SELECT max(seq) + 1 FROM audit_log)'],
    ['of an earlier entry', '1'],
  ])('a decision slipped in %s is found', async (_, entry) => {
    const sql = `INSERT INTO link_decisions (company_id, seq, kind, subject, order_key, author, note, decided_at, entry)
      SELECT ?, 99, 'declined', 'a', 'b', 'c', '', '', ${entry}`;
    expect(rowsNamed(await proofsAfter(books, 'link_decisions', sql), 'CONTENTS')).toHaveLength(1);
  });

  test.each([
    ['a shop with another name', 'shops', "UPDATE shops SET name = 'another' WHERE company_id = ? AND id = 1"],
    ['a shop of another platform', 'shops', "UPDATE shops SET platform = 'momo' WHERE company_id = ? AND id = 1"],
    [
      'an import of another kind of report',
      'import_batches',
      "UPDATE import_batches SET mapping_id = 'momo.orders' WHERE company_id = ? AND kind = 'orders'",
    ],
    ['an import that is gone', 'import_batches', "DELETE FROM import_batches WHERE company_id = ? AND kind = 'orders'"],
  ])('%s is found', async (_, table, sql) => {
    expect(rowsNamed(await proofsAfter(books, table, sql), 'CONTENTS').join()).toContain('import_batches ');
  });

  test('an order that no import brought is found', async () => {
    const sql = `UPDATE orders SET batch_id = 'elsewhere' WHERE company_id = ? AND order_number = 'A4'`;
    expect(rowsNamed(await proofsAfter(books, 'orders', sql), 'CONTENTS')).toContain('orders A4');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15])(
    'the log without its last %i entries is not whole',
    async (count) => {
      const last = `SELECT max(seq) - ${count} FROM audit_log WHERE company_id = '${books.company}'`;
      const sql = `DELETE FROM audit_log WHERE company_id = ? AND seq > (${last})`;
      expect(rowsNamed(await proofsAfter(books, 'audit_log', sql), 'AUDIT_CHAIN')).not.toEqual([]);
    },
  );

  test('what is noted of the end of the log is held to it', async () => {
    const other = await proofsAfter(books, 'audit_heads', "UPDATE audit_heads SET hash = '00' WHERE company_id = ?");
    expect(rowsNamed(other, 'AUDIT_CHAIN')).toHaveLength(1);
    const gone = await proofsAfter(books, 'audit_heads', 'DELETE FROM audit_heads WHERE company_id = ?');
    expect(rowsNamed(gone, 'AUDIT_CHAIN')).toHaveLength(1);
  });

  test('what an entry says of its rows is part of the chain, whatever somebody puts there', async () => {
    const put = (seals: string) =>
      proofsAfter(books, 'audit_log', `UPDATE audit_log SET seals = '${seals}' WHERE company_id = ? AND seq = 2`);
    for (const seals of ['', 'no JSON', '[{"table":"runs","columns":["1 FROM runs"],"rows":1,"hash":""}]']) {
      expect(rowsNamed(await put(seals), 'AUDIT_CHAIN')).toContain('audit_log 2');
    }
    expect(rowsNamed(await put('no JSON'), 'CONTENTS')).toContain('audit_log 2');
  });

  test('a transaction that writes and tells nothing of it writes nothing', async () => {
    const write = "INSERT INTO shops (company_id, id, platform, name) VALUES (?, 99, 'x', 'x')";
    const silent = books.database.transaction(books.company, async (tx) => {
      await tx.run(write, [books.company]);
      await tx.insert('period_changes', PERIOD, [['2031-01', 1, 'closed', '', '', '']]);
    });
    await expect(silent).rejects.toThrow('no entry of the audit log tells what was written: period_changes');
    expect(await faultsOf(books)).toEqual([]);
    const another = { ...newBooks() };
    await writeTold(another, (tx) => tx.insert('period_changes', PERIOD, [['2031-01', 1, 'closed', '', '', '']]));
    expect(await faultsOf(another)).toEqual([]);
  });
});

const PERIOD: Parameters<Statements['insert']>[1] = {
  ...{ month: 'text', seq: 'integer', state: 'text' },
  ...{ author: 'text', note: 'text', changed_at: 'text' },
};
