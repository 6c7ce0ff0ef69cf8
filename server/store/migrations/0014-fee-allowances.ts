// What a platform gives back of fees that it invoiced (折讓證明單) stands among its invoices.
import type { Migration } from './migrate.ts';

export const feeAllowances: Migration = {
  name: '0014-fee-allowances',
  statements: () => [
    "ALTER TABLE fee_invoices ADD COLUMN kind TEXT NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'allowance'))",
  ],
};
