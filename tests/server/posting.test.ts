// What was posted stays: no change, no deletion, no half of a run, and the database itself refuses what may not be.
import { z } from 'zod';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { companyInBooks } from '../core/company-in-books.ts';
import { NOTHING_SET_UP } from '../../core/reconcile/account.ts';
import { planReconciliation } from '../../core/reconcile/plan-reconciliation.ts';
import { companySettingsSchema } from '../../core/team-settings.ts';
import type { Books } from '../../server/books.ts';
import { completeBatch } from '../../server/commands/complete-batch.ts';
import { openBatch } from '../../server/commands/open-batch.ts';
import { receiveChunk } from '../../server/commands/receive-chunk.ts';
import { loadScope } from '../../server/commands/load-scope.ts';
import { postPlan } from '../../server/commands/post-plan.ts';
import { verifyAudit } from '../../server/store/audit-log.ts';
import { openDatabase } from '../../server/store/database.ts';
import { insertRates } from '../../server/store/exchange-rates.ts';
import { insertSetting } from '../../server/store/team-settings.ts';
import { BOOKED, countRows, installedSqliteDrivers, NOW, onEveryDriver, writeTold } from './databases.ts';
import { countStatements, failAt, Outage } from './failing-database.ts';
import { aLine, anOrder, day, must, payoutHeader, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const POSTED = [
  ...['order_versions', 'runs', 'matches', 'receipts', 'receipt_lines', 'receipt_deductions'],
  ...[
    'allocations',
    'sales_documents',
    'vouchers',
    'voucher_lines',
    'voucher_documents',
    'stock_movements',
    'audit_log',
  ],
];
const EVERYTHING = [
  ...BOOKED,
  'runs',
  'audit_log',
  'document_series',
  'stock_balances',
  'import_rows',
  'import_batches',
];

/** Books in a base currency write further amounts, and the balances of receivables in it. */
async function keepBase(books: Books, baseCurrency: string | null): Promise<void> {
  const kept = { kind: 'company', id: '', version: 1, author: '王**', note: '', savedAt: NOW } as const;
  const content = z.encode(companySettingsSchema, { ...DEFAULT_COMPANY, baseCurrency });
  const rate = { currency: 'TWD', validOn: day('2024-05-01'), rate: '0.0317', source: '' };
  await writeTold(books, async (tx) => {
    await insertSetting(tx, { ...kept, content });
    await insertRates(tx, [rate], '', NOW);
  });
}

onEveryDriver((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });
  const orders = sheetOf([anOrder('A1'), anOrder('A2')]);
  const income = sheetOf([aLine('A1'), aLine('A2', { parts: { PRINCIPAL: 1200, COMMISSION: -60 } }), aLine('Z9')]);
  const execute = (sql: string) => books.database.transaction(books.company, (tx) => tx.run(sql));

  async function fillBooks() {
    await pushOrders(books, [anOrder('A2', { stage: 'shipped' })]);
    const batches = [await pushOrders(books, orders), await pushPayout(books, income)];
    await reconcileBatches(books, batches);
  }

  test.each(POSTED)('%s refuses change and deletion and says why', async (table) => {
    await fillBooks();
    const message = `${table} is posted: it is corrected by a further entry, never changed or deleted`;
    await expect(execute(`UPDATE ${table} SET company_id = company_id`)).rejects.toThrow(message);
    await expect(execute(`DELETE FROM ${table}`)).rejects.toThrow(message);
    expect(must(Object.values(await countRows(books, [table]))[0])).toBeGreaterThan(0);
  });

  test('a receivable takes no more than is owed', async () => {
    await fillBooks();
    await expect(execute('UPDATE receivables SET allocated = original + 1')).rejects.toThrow(
      'receivable_is_not_over_allocated',
    );
  });

  test('a payout line is booked by one receipt only', async () => {
    await fillBooks();
    const twice = `INSERT INTO receipt_lines (company_id, line_id, receipt_id, position)
      SELECT company_id, line_id, receipt_id, 99 FROM receipt_lines`;
    await expect(execute(twice)).rejects.toThrow(/unique/i);
  });

  test('a match, a receipt line or a receivable names what the books hold', async () => {
    await fillBooks();
    const stranger = `INSERT INTO matches (company_id, line_id, order_id, pass, evidence, run_id)
      VALUES ('${books.company}', 999, 999, 'P1', '', 1)`;
    await expect(execute(stranger)).rejects.toThrow(/foreign key/i);
    const orphan = `INSERT INTO receivables (company_id, order_id, original, credited, allocated)
      VALUES ('${books.company}', 999, 0, 0, 0)`;
    await expect(execute(orphan)).rejects.toThrow(/foreign key/i);
  });

  test('a receivable that is not what its receipts add up to is found, and nothing is posted with it', async () => {
    const batches = [await pushOrders(books, orders), await pushPayout(books, income)];
    const posting = books.database.transaction(books.company, async (tx) => {
      const batchIds = batches.map((batch) => batch.batchId);
      const scope = await loadScope(tx, {
        batchIds,
        approved: new Set(),
        badDebts: new Set(),
        linkedByHand: [],
        company: DEFAULT_COMPANY,
      });
      const company = companyInBooks(DEFAULT_COMPANY, ['shopee-tw/小店']);
      const plan = planReconciliation({ ...NOTHING_SET_UP, company, asOf: day('2024-06-01'), ...scope });
      const [first, ...rest] = plan.receivables;
      const wrong = { ...must(first), allocated: must(first).allocated - 1 };
      await postPlan(tx, 1, { ...plan, receivables: [wrong, ...rest] }, scope);
    });
    await expect(posting).rejects.toThrow(/what its documents and allocations add up to/);
    expect(await countRows(books, ['receipts', 'receivables'])).toEqual({ receipts: 0, receivables: 0 });
  });

  test('an amount is a whole number of ten-thousandths, or it is refused', async () => {
    await fillBooks();
    const half = `INSERT INTO stock_levels (company_id, sku, opening, safety) VALUES ('x', 'x', 'half', 0)`;
    await expect(execute(half)).rejects.toThrow();
  });

  test.each([
    ['each currency by itself', null],
    ['in another base currency', 'USD'],
  ])(
    '%s, a run that fails at any of its statements posts nothing, and succeeds when tried again',
    async (_name, base) => {
      await keepBase(books, base);
      const batches = [await pushOrders(books, orders), await pushPayout(books, income)];
      const before = await countRows(books, EVERYTHING);
      // Counted on books of their own, which take the same way.
      const twin = newBooks();
      await keepBase(twin, base);
      const twins = [await pushOrders(twin, orders), await pushPayout(twin, income)];
      const steps = await countStatements(twin.database, (database) => reconcileBatches({ ...twin, database }, twins));
      expect(steps).toBeGreaterThan(20);
      for (let step = 1; step <= steps; step++) {
        const failing = { ...books, database: failAt(books.database, step) };
        await expect(reconcileBatches(failing, batches)).rejects.toThrow(Outage);
        expect(await countRows(books, EVERYTHING)).toEqual(before);
      }
      const result = await reconcileBatches(books, batches);
      expect(result.posted).toEqual({ matches: 2, sales: 2, receipts: 1, vouchers: 2, movements: 2 });
      expect(must(result.receipts[0]).number).toBe('RC202405-0001');
      expect(await countRows(books, EVERYTHING)).toEqual(await countRows(twin, EVERYTHING));
      expect(await books.database.transaction(books.company, verifyAudit)).toEqual({ entries: 4 });
    },
  );

  test('a push that fails at any of its statements imports nothing, and succeeds when tried again', async () => {
    const { batchId } = await openBatch(books, payoutHeader(income));
    await receiveChunk(books, batchId, 0, income);
    const before = await countRows(books, [...EVERYTHING, 'import_chunks']);
    const twin = newBooks();
    await openBatch(twin, payoutHeader(income));
    await receiveChunk(twin, batchId, 0, income);
    const steps = await countStatements(twin.database, (database) => completeBatch({ ...twin, database }, batchId));
    expect(steps).toBeGreaterThan(5);
    for (let step = 1; step <= steps; step++) {
      const failing = { ...books, database: failAt(books.database, step) };
      await expect(completeBatch(failing, batchId)).rejects.toThrow(Outage);
      expect(await countRows(books, [...EVERYTHING, 'import_chunks'])).toEqual(before);
    }
    expect((await completeBatch(books, batchId)).counts.created).toBe(3);
  });

  test('companies do not see each other', async () => {
    await fillBooks();
    expect(Object.values(await countRows(newBooks(), EVERYTHING)).every((count) => count === 0)).toBe(true);
  });
});

// SQLite alone knows INSERT OR REPLACE, which deletes without being asked.
test.each(installedSqliteDrivers)('on %s a posted row cannot be replaced either', async (driver) => {
  const database = await openDatabase(':memory:', driver);
  const books = { database, company: 'default', now: () => NOW };
  await pushOrders(books, [anOrder('A1')]);
  const replace = 'INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log';
  await expect(database.transaction('default', (tx) => tx.run(replace))).rejects.toThrow('audit_log is posted');
  await database.close();
});
