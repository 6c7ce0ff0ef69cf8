// Reversals: what was taken back is taken back once, stock movements too, and a receipt that stands for the rest of one
// that was taken back says so.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const reversals: Migration = {
  name: '0007-reversals',
  statements: (dialect) => [
    // The movement that this one takes back.
    `ALTER TABLE stock_movements ADD COLUMN reverses ${dialect.integer}`,
    createTable(dialect, 'receipt_replacements', replacements),
    ...dialect.protect('receipt_replacements'),
    'CREATE UNIQUE INDEX receipts_reversed_once ON receipts (company_id, reverses)',
    'CREATE UNIQUE INDEX stock_movements_reversed_once ON stock_movements (company_id, reverses)',
    'CREATE INDEX receipts_by_run ON receipts (company_id, run_id)',
    'CREATE INDEX sales_documents_by_run ON sales_documents (company_id, run_id)',
    'CREATE INDEX stock_movements_by_run ON stock_movements (company_id, run_id)',
  ],
};

const replacements = `receipt_id INT NOT NULL, replaces INT NOT NULL,
  PRIMARY KEY (company_id, receipt_id), UNIQUE (company_id, replaces),
  FOREIGN KEY (company_id, receipt_id) REFERENCES receipts (company_id, id),
  FOREIGN KEY (company_id, replaces) REFERENCES receipts (company_id, id)`;
