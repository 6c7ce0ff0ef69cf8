// What the database itself refuses, with every trigger in place: amounts added to what is posted, a receivable that is not
// what its documents and allocations add up to (I6), a line set free while its receipt stands.
import type { Books } from '../../server/books.ts';
import { onEachDatabase } from './databases.ts';
import { liveBooks } from './live-books.ts';
import { faultsOf } from './book-balances.ts';

const NEXT = '(SELECT max(seq) + 1 FROM audit_log l WHERE l.company_id = c.company_id)';
const into = (table: string, columns: string, values: string) =>
  `INSERT INTO ${table} (company_id, ${columns}) SELECT c.company_id, ${values} FROM (SELECT ? AS company_id) c`;
const allocate = (target: string, entry: string) =>
  into(
    'allocations',
    'receipt_id, position, line_id, order_id, target, amount, entry',
    `1, 99, 1, 1, '${target}', 9999990000, ${entry}`,
  );
const ENTRY_OF_FIRST = '(SELECT r.entry FROM receipts r WHERE r.company_id = c.company_id AND r.id = 1)';

onEachDatabase((newBooks) => {
  let books: Books;
  beforeAll(async () => {
    books = await liveBooks(newBooks);
  });

  test.each<[string, string, RegExp]>([
    ['an allocation to a posted receipt', allocate('receivable', '0'), /posted with all their parts/],
    ['money on hold in a posted receipt', allocate('suspense', '0'), /posted with all their parts/],
    ['an allocation that calls itself new', allocate('receivable', NEXT), /posted with all their parts/],
    [
      'a fee in a posted receipt',
      into('receipt_deductions', 'receipt_id, position, type, amount', "1, 99, 'AD_FEE', 5"),
      /posted with all their parts/,
    ],
    [
      'a line on a posted voucher',
      into(
        'voucher_lines',
        'voucher_id, position, role, code, name, debit, credit, base_debit, base_credit',
        "1, 99, 'sales', '4111', 'x', 5, 0, 5, 0",
      ),
      /posted with all their parts/,
    ],
    [
      'a receipt of an entry that is written',
      into(
        'receipts',
        'id, number, shop_id, kind, received_on, currency, cash, run_id, entry',
        `99, 'RC202405-0099', 1, 'payout', '2024-05-01', 'TWD', 0, 1, ${ENTRY_OF_FIRST}`,
      ),
      /written already/,
    ],
    [
      'a receivable set back',
      'UPDATE receivables SET allocated = 0 WHERE company_id = ? AND allocated <> 0',
      /what its documents and allocations add up to/,
    ],
    [
      'a receivable made larger, so that more could be allocated',
      'UPDATE receivables SET original = original + 1 WHERE company_id = ?',
      /what its documents and allocations add up to/,
    ],
    ['a receivable taken away', 'DELETE FROM receivables WHERE company_id = ?', /settled by further entries/],
    ['a line set free', 'DELETE FROM line_bookings WHERE company_id = ?', /free once its receipt is taken back/],
    [
      'a line booked by another receipt',
      'UPDATE line_bookings SET receipt_id = 1 WHERE company_id = ?',
      /booked anew|foreign key/,
    ],
    ['another end of the log', 'UPDATE audit_heads SET entries = 1 WHERE company_id = ?', /noted as it is/],
    ['no end of the log', 'DELETE FROM audit_heads WHERE company_id = ?', /noted as it is/],
  ])('%s is refused', async (_, sql, message) => {
    await expect(books.database.transaction(books.company, (tx) => tx.run(sql, [books.company]))).rejects.toThrow(
      message,
    );
    expect(await faultsOf(books)).toEqual([]);
  });
});
