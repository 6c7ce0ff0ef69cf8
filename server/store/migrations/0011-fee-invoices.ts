// The platforms' invoices for their fees, as they were booked; one that is taken back is followed by its reversal.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const feeInvoices: Migration = {
  name: '0011-fee-invoices',
  statements: (dialect) => [createTable(dialect, 'fee_invoices', columns), ...dialect.protect('fee_invoices')],
};

// Each has a run and a voucher of its own. `reverses`: the invoice that this row takes back.
const columns = `id INT NOT NULL, number TEXT NOT NULL, shop_id INT NOT NULL, invoiced_on TEXT NOT NULL,
  currency TEXT NOT NULL, amount INT NOT NULL CHECK (amount > 0), tax INT NOT NULL, cost TEXT NOT NULL,
  taken_from TEXT NOT NULL CHECK (taken_from IN ('cost', 'prepaid')), run_id INT NOT NULL, reverses INT,
  entry INT NOT NULL DEFAULT 0, place INT NOT NULL DEFAULT 0, PRIMARY KEY (company_id, id),
  UNIQUE (company_id, run_id), UNIQUE (company_id, reverses), CHECK (tax >= 0 AND tax < amount)`;
