// What books amount to, whatever documents led there: every account, every receivable, the stock, what is booked. And
// the undo of anything, as tests ask for it.
import type { ReversalAnswer, ReversalRequest, Undone } from '../../core/ledger-api.ts';
import type { Books } from '../../server/books.ts';
import { reverse } from '../../server/commands/reverse.ts';
import type { Statements } from '../../server/store/database.ts';
import { verifyBooks } from '../../server/commands/verify-books.ts';
import { day } from './fixtures.ts';

const ACCOUNTS = `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
  WHERE l.company_id = ? GROUP BY v.currency, l.code, l.name
  HAVING sum(l.debit) <> sum(l.credit) OR sum(l.base_debit) <> sum(l.base_credit) ORDER BY v.currency, l.code, l.name`;
const POSITIONS = `FROM allocations a WHERE a.company_id = ? GROUP BY a.line_id, a.order_id, a.target
  HAVING sum(a.amount) <> 0 OR sum(coalesce(a.base, 0)) <> 0 ORDER BY a.line_id, a.order_id, a.target`;

/** Empty lists everywhere in books on which nothing ever happened, or everything was undone. */
export function balancesOf(books: Books) {
  return books.database.transaction(books.company, async (tx) => ({
    accounts: await rowsOf(
      tx,
      ['v.currency', 'l.code', sumOf('l.debit - l.credit'), sumOf('l.base_debit - l.base_credit')],
      ACCOUNTS,
    ),
    positions: await rowsOf(tx, ['a.line_id', 'a.order_id', 'a.target', sumOf('a.amount')], POSITIONS),
    receivables: await rowsOf(
      tx,
      ['order_id', 'original', 'credited', 'allocated', 'coalesce(base, 0)'],
      `FROM receivables WHERE company_id = ? AND (original <> 0 OR credited <> 0 OR allocated <> 0
         OR coalesce(base, 0) <> 0) ORDER BY order_id`,
    ),
    stock: await rowsOf(tx, ['sku', 'moved'], 'FROM stock_balances WHERE company_id = ? AND moved <> 0 ORDER BY sku'),
    booked: await rowsOf(tx, ['line_id'], 'FROM line_bookings WHERE company_id = ? ORDER BY line_id'),
  }));
}

const sumOf = (what: string) => `CAST(sum(${what}) AS BIGINT)`;

function rowsOf(tx: Statements, columns: readonly string[], rest: string) {
  return tx.select<readonly (string | number | null)[]>(columns, rest, [tx.company]);
}

/** An undo as of 2024-06-02, posted unless said otherwise. */
export function undo(books: Books, what: Undone, facts: Partial<ReversalRequest> = {}): Promise<ReversalAnswer> {
  return reverse(books, { what, asOf: day('2024-06-02'), author: '王**', note: '', decline: false, ...facts });
}

/** What `clearsheet verify` finds wrong. */
export async function faultsOf(books: Books) {
  return (await verifyBooks(books)).flatMap(({ name, faults }) => faults.map((fault) => ({ proof: name, ...fault })));
}
