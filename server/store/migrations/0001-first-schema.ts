// The first schema. Company first in every key, so that the tables shard by company. Amounts are whole ten-thousandths,
// days ISO text, JSON plain text. Ids are counted per company by the server, inside the transaction that uses them.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

/** Written once by a run or a push and never changed. */
const POSTED = [
  'order_versions',
  'runs',
  'matches',
  'receipts',
  'receipt_lines',
  'receipt_deductions',
  'allocations',
  'stock_movements',
  'audit_log',
];

export const firstSchema: Migration = {
  name: '0001-first-schema',
  statements: (dialect) => [
    ...Object.entries({ ...imports, ...records, ...books, ...logs }).map(([name, body]) =>
      createTable(dialect, name, body),
    ),
    ...indices,
    ...POSTED.flatMap((table) => dialect.protect(table)),
    "INSERT INTO companies (company_id, name) VALUES ('default', 'default')",
  ],
};

/** What was pushed, by whom it came and what became of each row. */
const imports = {
  companies: `name TEXT NOT NULL, PRIMARY KEY (company_id)`,
  shops: `id INT NOT NULL, platform TEXT NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (company_id, id), UNIQUE (company_id, platform, name)`,
  import_batches: `id TEXT NOT NULL, shop_id INT NOT NULL, kind TEXT NOT NULL, mapping_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'complete')), header TEXT NOT NULL,
    opened_at TEXT NOT NULL, completed_at TEXT,
    PRIMARY KEY (company_id, id), UNIQUE (company_id, shop_id, kind, mapping_id, fingerprint)`,
  import_chunks: `batch_id TEXT NOT NULL, chunk_index INT NOT NULL, row_count INT NOT NULL, rows TEXT NOT NULL,
    PRIMARY KEY (company_id, batch_id, chunk_index)`,
  import_rows: `batch_id TEXT NOT NULL, row_no INT NOT NULL, source_row INT NOT NULL, subject_id INT NOT NULL,
    outcome TEXT NOT NULL, fields TEXT NOT NULL, net INT NOT NULL, PRIMARY KEY (company_id, batch_id, row_no)`,
};

/** Orders and payout lines as the platforms' files say. `match_key`: the order number as it is compared. */
const records = {
  orders: `id INT NOT NULL, shop_id INT NOT NULL, match_key TEXT NOT NULL, order_number TEXT NOT NULL,
    stage TEXT NOT NULL, status TEXT NOT NULL, refunded INT NOT NULL, currency TEXT NOT NULL,
    ordered_on TEXT, paid_on TEXT, shipped_on TEXT, completed_on TEXT, receivable INT NOT NULL, credited INT NOT NULL,
    version INT NOT NULL, batch_id TEXT NOT NULL, source_row INT NOT NULL,
    PRIMARY KEY (company_id, id), UNIQUE (company_id, shop_id, match_key, order_number)`,
  order_lines: `order_id INT NOT NULL, line_no INT NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL,
    quantity INT NOT NULL, returned INT NOT NULL, unit_price INT NOT NULL, PRIMARY KEY (company_id, order_id, line_no)`,
  order_versions: `order_id INT NOT NULL, version INT NOT NULL, snapshot TEXT NOT NULL, batch_id TEXT NOT NULL,
    replaced_by TEXT NOT NULL, replaced_at TEXT NOT NULL, PRIMARY KEY (company_id, order_id, version)`,
  // The order number is '' for lines without one. The identity can be longer than an index takes, hence its hash.
  payout_lines: `id INT NOT NULL, shop_id INT NOT NULL, match_key TEXT NOT NULL, order_number TEXT NOT NULL,
    identity_hash TEXT NOT NULL, identity TEXT NOT NULL, reference TEXT NOT NULL, paid_out_on TEXT NOT NULL,
    currency TEXT NOT NULL, net INT NOT NULL, components TEXT NOT NULL, batch_id TEXT NOT NULL, source_row INT NOT NULL,
    PRIMARY KEY (company_id, id), UNIQUE (company_id, shop_id, match_key, order_number, identity_hash)`,
};

/** What the runs posted. */
const books = {
  runs: `id INT NOT NULL, as_of TEXT NOT NULL, policy TEXT NOT NULL, batch_ids TEXT NOT NULL, plan_hash TEXT NOT NULL,
    matches INT NOT NULL, receipts INT NOT NULL, movements INT NOT NULL, run_at TEXT NOT NULL,
    PRIMARY KEY (company_id, id)`,
  matches: `line_id INT NOT NULL, order_id INT NOT NULL, pass TEXT NOT NULL, evidence TEXT NOT NULL,
    run_id INT NOT NULL, PRIMARY KEY (company_id, line_id),
    FOREIGN KEY (company_id, line_id) REFERENCES payout_lines (company_id, id),
    FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id)`,
  document_series: `series TEXT NOT NULL, last_number INT NOT NULL, PRIMARY KEY (company_id, series)`,
  receipts: `id INT NOT NULL, number TEXT NOT NULL, shop_id INT NOT NULL, kind TEXT NOT NULL,
    received_on TEXT NOT NULL, currency TEXT NOT NULL, cash INT NOT NULL, run_id INT NOT NULL,
    PRIMARY KEY (company_id, id), UNIQUE (company_id, number)`,
  // A payout line's money is booked by one receipt: the key says so.
  receipt_lines: `line_id INT NOT NULL, receipt_id INT NOT NULL, position INT NOT NULL, PRIMARY KEY (company_id, line_id),
    FOREIGN KEY (company_id, receipt_id) REFERENCES receipts (company_id, id)`,
  receipt_deductions: `receipt_id INT NOT NULL, position INT NOT NULL, type TEXT NOT NULL, amount INT NOT NULL,
    PRIMARY KEY (company_id, receipt_id, position),
    FOREIGN KEY (company_id, receipt_id) REFERENCES receipts (company_id, id)`,
  allocations: `receipt_id INT NOT NULL, position INT NOT NULL, line_id INT NOT NULL, order_id INT,
    target TEXT NOT NULL CHECK (target IN ('receivable', 'suspense')), amount INT NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (company_id, receipt_id, position), CHECK (target = 'suspense' OR order_id IS NOT NULL),
    FOREIGN KEY (company_id, receipt_id) REFERENCES receipts (company_id, id)`,
  receivables: `order_id INT NOT NULL, original INT NOT NULL, credited INT NOT NULL, allocated INT NOT NULL,
    PRIMARY KEY (company_id, order_id),
    CONSTRAINT receivable_is_not_over_allocated CHECK (allocated <= original),
    FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id)`,
  stock_movements: `id INT NOT NULL, order_id INT NOT NULL, sku TEXT NOT NULL, cause TEXT NOT NULL,
    quantity INT NOT NULL CHECK (quantity <> 0), moved_on TEXT NOT NULL, run_id INT NOT NULL,
    PRIMARY KEY (company_id, id)`,
  // Σ movements of an item, kept beside them so that an alert does not read an item's whole history.
  stock_balances: `sku TEXT NOT NULL, moved INT NOT NULL, PRIMARY KEY (company_id, sku)`,
  stock_levels: `sku TEXT NOT NULL, opening INT NOT NULL, safety INT NOT NULL, PRIMARY KEY (company_id, sku)`,
};

const logs = {
  audit_log: `seq INT NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (company_id, seq)`,
};

const indices = [
  'CREATE INDEX matches_by_order ON matches (company_id, order_id)',
  'CREATE INDEX receipt_lines_by_receipt ON receipt_lines (company_id, receipt_id)',
  'CREATE INDEX allocations_by_line ON allocations (company_id, line_id)',
  'CREATE INDEX allocations_by_order ON allocations (company_id, order_id)',
  'CREATE INDEX stock_movements_by_order ON stock_movements (company_id, order_id)',
  // Small: only what still reserves stock.
  "CREATE INDEX orders_unshipped ON orders (company_id, id) WHERE stage = 'unshipped'",
];
