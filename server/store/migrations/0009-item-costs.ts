// What deliveries of an item cost (進貨成本), as people enter it. Nothing is changed: a corrected cost is a further version.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const itemCosts: Migration = {
  name: '0009-item-costs',
  statements: (dialect) => [createTable(dialect, 'item_costs', columns), ...dialect.protect('item_costs')],
};

// cost: of all pieces together. No pieces: the delivery is taken out.
const columns = `sku TEXT NOT NULL, received_on TEXT NOT NULL, reference TEXT NOT NULL, version INT NOT NULL,
  quantity INT NOT NULL CHECK (quantity >= 0), cost INT NOT NULL CHECK (cost >= 0), currency TEXT NOT NULL,
  author TEXT NOT NULL, saved_at TEXT NOT NULL, entry INT NOT NULL DEFAULT 0, place INT NOT NULL DEFAULT 0,
  PRIMARY KEY (company_id, sku, received_on, reference, version), CHECK (quantity > 0 OR cost = 0)`;
