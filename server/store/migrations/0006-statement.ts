// Payout lines say which statement paid them out and what they withdraw, and what the bank's side of the books is made
// of: withdrawals and deposits as numbered documents.
import type { Dialect } from '../dialect.ts';
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const statement: Migration = {
  name: '0006-statement',
  statements: (dialect) => [
    ...newColumns(dialect),
    createTable(dialect, 'bank_documents', bankDocuments),
    ...dialect.protect('bank_documents'),
    'CREATE INDEX bank_documents_by_subject ON bank_documents (company_id, subject)',
    'CREATE INDEX payout_lines_by_day ON payout_lines (company_id, paid_out_on)',
    "CREATE INDEX payout_lines_by_statement ON payout_lines (company_id, shop_id, statement) WHERE statement <> ''",
    'CREATE INDEX payout_lines_withdrawn ON payout_lines (company_id, shop_id) WHERE withdrawn < 0',
    "CREATE INDEX allocations_to_reserves ON allocations (company_id, receipt_id) WHERE target = 'reserve'",
  ],
};

function newColumns({ integer }: Dialect): string[] {
  return [
    // '' where the report names none.
    "ALTER TABLE payout_lines ADD COLUMN statement TEXT NOT NULL DEFAULT ''",
    // Σ WITHDRAWAL components: money on its way to the bank, negative.
    `ALTER TABLE payout_lines ADD COLUMN withdrawn ${integer} NOT NULL DEFAULT 0`,
  ];
}

/**
 * 提領單 (`withdrawal`: a wallet's line by its key) and 入帳單 (`deposit`: a group by its id). What left is what arrived and
 * the bank's fee; `reverses`: the document that this one takes back.
 */
const bankDocuments = `id INT NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('withdrawal', 'deposit')),
  subject TEXT NOT NULL, shop_id INT NOT NULL, document_on TEXT NOT NULL, currency TEXT NOT NULL,
  from_account TEXT NOT NULL CHECK (from_account IN ('wallet', 'transit')), amount_left INT NOT NULL,
  arrived INT NOT NULL, fee INT NOT NULL, run_id INT NOT NULL, reverses INT,
  PRIMARY KEY (company_id, id), UNIQUE (company_id, number), UNIQUE (company_id, reverses),
  CHECK (amount_left = arrived + fee)`;
