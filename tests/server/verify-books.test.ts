// Sound books pass every proof; books that somebody changed by hand do not, and the proof names the row.
import { type ProofName, PROOFS } from '../../server/proofs/proof.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { verifyBooks } from '../../server/commands/verify-books.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { faultsOf, undo } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, must, sheetOf } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

/** Somebody with the file in hand: the triggers are dropped, and a row is changed. */
export async function tamper({ database, company }: Pick<Books, 'database' | 'company'>, table: string, sql: string) {
  const triggers = database.description.startsWith('postgres')
    ? [`DROP TRIGGER IF EXISTS ${table}_refuses_change ON ${table}`]
    : ['update', 'delete'].map((event) => `DROP TRIGGER IF EXISTS ${table}_refuses_${event}`);
  await database.transaction(company, async (tx) => {
    for (const trigger of triggers) await tx.run(trigger);
    await tx.run(sql, [company]);
  });
}

onEachDatabase((newBooks) => {
  let books: Books;
  let clock = 0;
  beforeEach(() => {
    const fresh = newBooks();
    clock = 0;
    books = { ...fresh, now: () => `2024-06-${String(++clock).padStart(2, '0')}T08:00:00.000Z` };
  });

  /** Sales, receipts, a transfer, a refund, a row undone and booked again, a month closed. */
  async function live() {
    await saveSetting(books, 'company', {
      content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD' },
      ...{ author: '', note: '' },
    });
    const payout = await pushPayout(
      books,
      sheetOf([
        aLine('A1'),
        aLine('A2', { parts: { PRINCIPAL: 500, COMMISSION: -25 } }),
        aLine('A2', { parts: { REFUND: -100 }, paidOutOn: '2024-05-20' }),
        aLine(null, { parts: { AD_FEE: -30 } }),
      ]),
    );
    await reconcileBatches(books, [payout]);
    const orders = await pushOrders(books, sheetOf([anOrder('A1'), anOrder('A2', { receivable: 500, credited: 100 })]));
    await reconcileBatches(books, [orders, payout]);
    await undo(books, { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 2 } });
    await reconcileBatches(books, [orders, payout]);
    await changePeriod(books, { month: '2024-04', state: 'closed', author: '', note: '' });
  }

  test('a gateway that paid an order of another shop leaves sound books', async () => {
    const shop = { platform: 'ecpay', name: '小店' };
    const batches = [await pushOrders(books, [anOrder('A1')]), await pushPayout(books, [aLine('A1')], { shop })];
    const { orders } = await reconcileBatches(books, batches);
    expect(orders.map(({ headline }) => headline)).toEqual(['EXACT']);
    expect((await verifyBooks(books)).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('sound books pass, and every proof had something to look at', async () => {
    await live();
    const proofs = await verifyBooks(books);
    expect(proofs.map(({ name }) => name)).toEqual([...PROOFS]);
    expect(proofs.flatMap(({ faults }) => faults)).toEqual([]);
    expect(proofs.filter(({ counted }) => counted === 0)).toEqual([]);
  });

  test('empty books pass', async () => {
    expect(await faultsOf(books)).toEqual([]);
  });

  const some = (table: string, change: string, where: string) =>
    `UPDATE ${table} SET ${change} WHERE company_id = ? AND ${where}`;
  const may = 'RC202405-0001';

  test.each<[ProofName, string, string, string, string]>([
    ['AUDIT_CHAIN', 'audit_log', some('audit_log', "at = '2024-01-01'", 'seq = 3'), 'audit_log', '3'],
    ['AUDIT_CHAIN', 'audit_log', 'DELETE FROM audit_log WHERE company_id = ? AND seq >= 7', 'runs', 'RUN-000004'],
    [
      'VOUCHERS_BALANCE',
      'voucher_lines',
      some('voucher_lines', 'debit = debit + 1', 'voucher_id = 1 AND position = 0'),
      'vouchers',
      'JV202405-0001',
    ],
    [
      'VOUCHERS_BALANCE',
      'voucher_lines',
      'DELETE FROM voucher_lines WHERE company_id = ? AND voucher_id = 1',
      'vouchers',
      'JV202405-0001',
    ],
    [
      'RECEIPTS_BALANCE',
      'receipt_deductions',
      some('receipt_deductions', 'amount = amount + 10000', 'receipt_id = 1'),
      'receipts',
      may,
    ],
    ['RECEIPTS_BALANCE', 'receipts', some('receipts', 'gain = 5', 'id = 1'), 'receipts', may],
    [
      'DOCUMENTS_ON_VOUCHERS',
      'receipts',
      some('receipts', 'cash = cash + 10000', 'id = 1'),
      'vouchers',
      'JV202405-0001',
    ],
    [
      'DOCUMENTS_ON_VOUCHERS',
      'voucher_documents',
      "DELETE FROM voucher_documents WHERE company_id = ? AND document = 'sales' AND document_id = 1",
      'sales_documents',
      'SA202405-0001',
    ],
    [
      'RECEIVABLES',
      'receivables',
      some('receivables', 'credited = credited + 10000', 'order_id = 2'),
      'receivables',
      'A2',
    ],
    ['RECEIVABLES', 'receivables', some('receivables', 'base = base + 10000', 'order_id = 1'), 'receivables', 'A1'],
    [
      'ALLOCATIONS_WITHIN',
      'allocations',
      some('allocations', 'amount = amount + 100000000', "order_id = 1 AND target = 'receivable'"),
      'allocations',
      'A1',
    ],
    [
      'ROLL_FORWARD',
      'sales_documents',
      some('sales_documents', 'amount = amount + 10000', 'id = 1'),
      'receivables',
      'shopee-tw/小店 TWD',
    ],
    [
      'ROLL_FORWARD',
      'voucher_lines',
      some('voucher_lines', 'debit = debit + 10000', "role = 'receivable' AND debit > 0"),
      'voucher_lines',
      'TWD',
    ],
    [
      'LINE_BOOKINGS',
      'line_bookings',
      'DELETE FROM line_bookings WHERE company_id = ? AND line_id = 2',
      'line_bookings',
      'RC202406-0004',
    ],
    ['LINE_BOOKINGS', 'payout_lines', some('payout_lines', 'net = net + 10000', 'id = 4'), 'receipts', 'EX202405-0001'],
    [
      'NUMBERS',
      'document_series',
      some('document_series', 'last_number = last_number + 1', "series = 'EX202405'"),
      'document_series',
      'EX202405-0002',
    ],
    ['NUMBERS', 'vouchers', some('vouchers', "number = 'JV202405-0099'", 'id = 1'), 'document_series', 'JV202405-0001'],
    [
      'REVERSALS_CANCEL',
      'receipts',
      some('receipts', 'cash = cash + 10000', 'reverses = 1'),
      'receipts',
      'RC202406-0002',
    ],
    [
      'REVERSALS_CANCEL',
      'voucher_lines',
      some(
        'voucher_lines',
        'debit = 2 * debit, credit = 2 * credit',
        'voucher_id = (SELECT id FROM vouchers v WHERE v.company_id = voucher_lines.company_id AND v.reverses = 1)',
      ),
      'vouchers',
      'JV202406-0002',
    ],
    [
      'TRIAL_BALANCE',
      'voucher_lines',
      some('voucher_lines', 'base_credit = base_credit + 1', 'voucher_id = 1 AND credit > 0'),
      'voucher_lines',
      'TWD',
    ],
    [
      'CLOSED_MONTHS',
      'period_changes',
      some('period_changes', "month = '2024-05', changed_at = '2024-06-01'", "month = '2024-04'"),
      'receipts',
      may,
    ],
    [
      'STOCK',
      'stock_balances',
      some('stock_balances', 'moved = moved - 1', "sku = 'TEA-01'"),
      'stock_balances',
      'TEA-01',
    ],
  ])('%s finds that somebody changed %s', async (proof, changed, sql, table, name) => {
    await live();
    await tamper(books, changed, sql);
    const found = (await verifyBooks(books)).find((one) => one.name === proof);
    expect(must(found).faults.map((fault) => `${fault.table} ${fault.name}`)).toContain(`${table} ${name}`);
  });
});
