// What a month's end showed as 預收貨款: the orders that had been paid and had not shipped.
import type { Dialect } from '../dialect.ts';
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const monthEnds: Migration = {
  name: '0010-month-ends',
  statements: (dialect: Dialect) => [
    createTable(dialect, 'prepayments', prepayments),
    ...dialect.protect('prepayments'),
    "CREATE INDEX allocations_on_hold ON allocations (company_id, receipt_id) WHERE target = 'suspense'",
  ],
};

/** `entry`, `place`: which entry of the log tells of the row. */
const prepayments = `run_id INT NOT NULL, order_id INT NOT NULL, shop_id INT NOT NULL, currency TEXT NOT NULL,
  amount INT NOT NULL CHECK (amount > 0), base INT NOT NULL, entry INT NOT NULL DEFAULT 0, place INT NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, run_id, order_id, shop_id, currency),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id)`;
