// Links are found by their order, documents by their voucher. Both indexes hold the whole key of the row: SQLite prefers a
// key that holds every column it is asked for, and then goes through all rows of the company, to an index that does not.
import type { Migration } from './migrate.ts';

export const wholeRowIndexes: Migration = {
  name: '0013-whole-row-indexes',
  statements: () => [
    'DROP INDEX matches_by_order',
    'CREATE INDEX matches_by_order ON matches (company_id, order_id, line_id, run_id)',
    'CREATE INDEX voucher_documents_by_voucher ON voucher_documents (company_id, voucher_id, document, document_id)',
  ],
};
