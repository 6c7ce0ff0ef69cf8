// Wallet and bank accounts, the lines of their statements, and which payouts arrived as which lines. What was accepted is
// posted and stays; which members are taken just now stands beside it, so that the database itself refuses to use a
// payout or a line twice, and a reversal can set its members free.
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

export const bank: Migration = {
  name: '0004-bank',
  statements: (dialect) => [
    ...Object.entries(tables).map(([name, body]) => createTable(dialect, name, body)),
    ...['bank_lines', 'deposit_groups'].flatMap((table) => dialect.protect(table)),
    'CREATE INDEX bank_lines_by_day ON bank_lines (company_id, account_key, booked_on)',
  ],
};

const tables = {
  bank_accounts: `account_key TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('bank', 'wallet')),
    currency TEXT NOT NULL, shop TEXT, PRIMARY KEY (company_id, account_key),
    CHECK ((kind = 'wallet') = (shop IS NOT NULL))`,
  // The identity can be longer than an index takes, hence its hash. `parts`: [type, amount] pairs that sum to the amount.
  bank_lines: `account_key TEXT NOT NULL, identity_hash TEXT NOT NULL, identity TEXT NOT NULL, booked_on TEXT NOT NULL,
    amount INT NOT NULL, currency TEXT NOT NULL, reference TEXT NOT NULL, description TEXT NOT NULL, balance INT,
    parts TEXT NOT NULL, mapping_id TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, source_row INT NOT NULL,
    pushed_at TEXT NOT NULL, PRIMARY KEY (company_id, account_key, identity_hash),
    FOREIGN KEY (company_id, account_key) REFERENCES bank_accounts (company_id, account_key)`,
  // `run_id`: null where a person decided. `reverses`: the group that this entry takes back.
  deposit_groups: `id INT NOT NULL, pass TEXT NOT NULL, currency TEXT NOT NULL, dues TEXT NOT NULL, deposits TEXT NOT NULL,
    due INT NOT NULL, received INT NOT NULL, fee INT NOT NULL, unexplained INT NOT NULL, evidence TEXT NOT NULL,
    run_id INT, reverses INT, decided_by TEXT NOT NULL, matched_at TEXT NOT NULL, PRIMARY KEY (company_id, id),
    UNIQUE (company_id, reverses), CHECK (received = due - fee - unexplained)`,
  deposit_members: `member TEXT NOT NULL, group_id INT NOT NULL, PRIMARY KEY (company_id, member),
    FOREIGN KEY (company_id, group_id) REFERENCES deposit_groups (company_id, id)`,
  declined_deposits: `due_key TEXT NOT NULL, deposit_key TEXT NOT NULL, declined_by TEXT NOT NULL,
    declined_at TEXT NOT NULL, PRIMARY KEY (company_id, due_key, deposit_key)`,
};
