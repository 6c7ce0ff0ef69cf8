// The documents of a voucher are found by it. Their key begins with the document, so that reading the vouchers of a run
// went through the documents of all runs, once for each voucher. The index holds the whole row: SQLite prefers the key,
// which does, to an index that does not.
import type { Migration } from './migrate.ts';

export const documentsByVoucher: Migration = {
  name: '0013-documents-by-voucher',
  statements: () => [
    'CREATE INDEX voucher_documents_by_voucher ON voucher_documents (company_id, voucher_id, document, document_id)',
  ],
};
