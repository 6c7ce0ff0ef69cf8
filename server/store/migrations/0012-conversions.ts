// Payouts that a processor converted: in which currency a group arrived, and the other side of each of its two documents.
import type { Dialect } from '../dialect.ts';
import type { Migration } from './migrate.ts';

export const conversions: Migration = {
  name: '0012-conversions',
  statements: ({ integer }: Dialect) => [
    // `received` of such a group is what was due: all of it was converted. What came stands in `arrived`, in `arrived_in`.
    'ALTER TABLE deposit_groups ADD COLUMN arrived_in TEXT',
    `ALTER TABLE deposit_groups ADD COLUMN arrived ${integer} CHECK ((arrived IS NULL) = (arrived_in IS NULL))`,
    // 提領單 and 入帳單 of a conversion: what the money became, and what it was.
    'ALTER TABLE bank_documents ADD COLUMN exchanged_in TEXT',
    `ALTER TABLE bank_documents ADD COLUMN exchanged ${integer} CHECK ((exchanged IS NULL) = (exchanged_in IS NULL))`,
  ],
};
