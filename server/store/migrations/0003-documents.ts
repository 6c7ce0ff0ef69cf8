// Documents to the letter: sales documents, vouchers, receipts on every account and in base currency, links that can
// end, reversals, what the team has set, and what it taught the linking ladder.
import type { Dialect } from '../dialect.ts';
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const documents: Migration = {
  name: '0003-documents',
  statements: (dialect) => [
    ...newColumns(dialect),
    ...rebuilt.flatMap((table) => rebuild(dialect, table)),
    ...Object.entries({ ...books, ...team }).map(([name, body]) => createTable(dialect, name, body)),
    ...indices,
    ...POSTED.flatMap((table) => dialect.protect(table)),
    'INSERT INTO line_bookings (company_id, line_id, receipt_id) SELECT company_id, line_id, receipt_id FROM receipt_lines',
  ],
};

const POSTED = [
  ...['matches', 'match_ends', 'receipt_lines', 'allocations', 'sales_documents', 'vouchers', 'voucher_lines'],
  ...['voucher_documents', 'team_settings', 'exchange_rates', 'period_changes', 'link_decisions'],
];

/** Columns of tables that stay as they are otherwise. Base amounts are null where no base currency was kept. */
function newColumns({ integer }: Dialect): string[] {
  const columns: readonly (readonly [table: string, column: string])[] = [
    // What an order names beside its number and its G: parts of G, other numbers.
    ['orders', "extras TEXT NOT NULL DEFAULT '{}'"],
    ['receipts', 'base_currency TEXT'],
    ['receipts', 'rate TEXT'],
    ['receipts', `base_cash ${integer}`],
    ['receipts', `gain ${integer}`],
    // The receipt that this one takes back.
    ['receipts', `reverses ${integer}`],
    ['receipt_deductions', `base ${integer}`],
    ['receivables', `base ${integer}`],
    ['runs', `sales ${integer} NOT NULL DEFAULT 0`],
    ['runs', `vouchers ${integer} NOT NULL DEFAULT 0`],
    ['runs', "kind TEXT NOT NULL DEFAULT 'reconcile'"],
  ];
  return columns.map(([table, column]) => `ALTER TABLE ${table} ADD COLUMN ${column}`);
}

interface Rebuilt {
  readonly name: string;
  readonly body: string;
  /** Columns that the table had before. */
  readonly kept: string;
}

/** Tables whose keys or checks change: a line may be linked, booked and booked again after a reversal. */
const rebuilt: readonly Rebuilt[] = [
  {
    name: 'matches',
    body: `line_id INT NOT NULL, order_id INT NOT NULL, pass TEXT NOT NULL, evidence TEXT NOT NULL, share TEXT,
    run_id INT NOT NULL, PRIMARY KEY (company_id, line_id, order_id, run_id),
    FOREIGN KEY (company_id, line_id) REFERENCES payout_lines (company_id, id),
    FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id)`,
    kept: 'line_id, order_id, pass, evidence, run_id',
  },
  {
    name: 'receipt_lines',
    body: `line_id INT NOT NULL, receipt_id INT NOT NULL, position INT NOT NULL,
    PRIMARY KEY (company_id, line_id, receipt_id),
    FOREIGN KEY (company_id, receipt_id) REFERENCES receipts (company_id, id)`,
    kept: 'line_id, receipt_id, position',
  },
  {
    name: 'allocations',
    body: `receipt_id INT NOT NULL, position INT NOT NULL, line_id INT NOT NULL, order_id INT,
    target TEXT NOT NULL CHECK (target IN
      ('receivable', 'suspense', 'claim', 'reserve', 'collected', 'tax', 'transit', 'writeOff')),
    fee_type TEXT, amount INT NOT NULL CHECK (amount <> 0), base INT,
    PRIMARY KEY (company_id, receipt_id, position), CHECK (target <> 'receivable' OR order_id IS NOT NULL),
    FOREIGN KEY (company_id, receipt_id) REFERENCES receipts (company_id, id)`,
    kept: 'receipt_id, position, line_id, order_id, target, amount',
  },
];

function rebuild(dialect: Dialect, { name, body, kept }: Rebuilt): string[] {
  return [
    `ALTER TABLE ${name} RENAME TO ${name}_before`,
    createTable(dialect, name, body),
    `INSERT INTO ${name} (company_id, ${kept}) SELECT company_id, ${kept} FROM ${name}_before`,
    `DROP TABLE ${name}_before`,
  ];
}

const books = {
  // Other numbers of an order as they are compared.
  order_aliases: `shop_id INT NOT NULL, match_key TEXT NOT NULL, order_id INT NOT NULL,
    PRIMARY KEY (company_id, shop_id, match_key, order_id)`,
  match_ends: `line_id INT NOT NULL, order_id INT NOT NULL, run_id INT NOT NULL, ended_by INT NOT NULL,
    PRIMARY KEY (company_id, line_id, order_id, run_id),
    FOREIGN KEY (company_id, line_id, order_id, run_id) REFERENCES matches (company_id, line_id, order_id, run_id)`,
  // A payout line's money is booked by one receipt at a time: the key says so. A reversal takes the row away.
  line_bookings: `line_id INT NOT NULL, receipt_id INT NOT NULL, PRIMARY KEY (company_id, line_id),
    FOREIGN KEY (company_id, line_id, receipt_id) REFERENCES receipt_lines (company_id, line_id, receipt_id)`,
  sales_documents: `id INT NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('sale', 'return', 'allowance')),
    shop_id INT NOT NULL, order_id INT NOT NULL, currency TEXT NOT NULL, document_on TEXT NOT NULL,
    amount INT NOT NULL, collected INT NOT NULL, base_currency TEXT, rate TEXT, base INT, run_id INT NOT NULL,
    reverses INT, PRIMARY KEY (company_id, id), UNIQUE (company_id, number), UNIQUE (company_id, reverses),
    FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id)`,
  vouchers: `id INT NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL, shop_id INT NOT NULL, posted_on TEXT NOT NULL,
    currency TEXT NOT NULL, base_currency TEXT NOT NULL, summary TEXT NOT NULL, run_id INT NOT NULL, reverses INT,
    PRIMARY KEY (company_id, id), UNIQUE (company_id, number), UNIQUE (company_id, reverses)`,
  voucher_lines: `voucher_id INT NOT NULL, position INT NOT NULL, role TEXT NOT NULL, code TEXT NOT NULL,
    name TEXT NOT NULL, debit INT NOT NULL, credit INT NOT NULL, base_debit INT NOT NULL, base_credit INT NOT NULL,
    PRIMARY KEY (company_id, voucher_id, position),
    FOREIGN KEY (company_id, voucher_id) REFERENCES vouchers (company_id, id)`,
  // Which document a voucher was made from.
  voucher_documents: `voucher_id INT NOT NULL, document TEXT NOT NULL CHECK (document IN ('sales', 'receipt', 'bank')),
    document_id INT NOT NULL, PRIMARY KEY (company_id, document, document_id, voucher_id),
    FOREIGN KEY (company_id, voucher_id) REFERENCES vouchers (company_id, id)`,
};

/** What the team has set and decided. Nothing is changed: a further version or entry follows. */
const team = {
  // kind: company, policy, fee-rule, payout-calendar, holiday-calendar; content as it travels.
  team_settings: `kind TEXT NOT NULL, id TEXT NOT NULL, version INT NOT NULL, content TEXT NOT NULL,
    author TEXT NOT NULL, note TEXT NOT NULL, saved_at TEXT NOT NULL, PRIMARY KEY (company_id, kind, id, version)`,
  exchange_rates: `currency TEXT NOT NULL, valid_on TEXT NOT NULL, version INT NOT NULL, rate TEXT NOT NULL,
    source TEXT NOT NULL, author TEXT NOT NULL, saved_at TEXT NOT NULL,
    PRIMARY KEY (company_id, currency, valid_on, version)`,
  // month: YYYY-MM. The last change is the month's state.
  period_changes: `month TEXT NOT NULL, seq INT NOT NULL, state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'filed')),
    author TEXT NOT NULL, note TEXT NOT NULL, changed_at TEXT NOT NULL, PRIMARY KEY (company_id, month, seq)`,
  // alias: `subject` (a line's key, or shop and number) belongs to `order_key`. declined: the pair never returns.
  link_decisions: `seq INT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('alias', 'declined', 'forgotten')),
    subject TEXT NOT NULL, order_key TEXT NOT NULL, author TEXT NOT NULL, note TEXT NOT NULL, decided_at TEXT NOT NULL,
    PRIMARY KEY (company_id, seq)`,
};

const indices = [
  'CREATE INDEX matches_by_order ON matches (company_id, order_id)',
  'CREATE INDEX receipt_lines_by_receipt ON receipt_lines (company_id, receipt_id)',
  'CREATE INDEX allocations_by_line ON allocations (company_id, line_id)',
  'CREATE INDEX allocations_by_order ON allocations (company_id, order_id)',
  'CREATE INDEX sales_documents_by_order ON sales_documents (company_id, order_id)',
  'CREATE INDEX vouchers_by_run ON vouchers (company_id, run_id)',
];
