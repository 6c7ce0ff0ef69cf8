// Every row that is posted says which entry of the audit log tells of it, and the log how many rows there were and what
// they amount to as a fingerprint; the end of the log is noted beside it. And the database refuses what would make books
// wrong without touching a posted row: parts added to a posted document, a receivable that is not what its documents and
// allocations add up to, a payout line set free while its receipt stands.
import type { Dialect, Refusal } from '../dialect.ts';
import { createTable } from './create-table.ts';
import type { Migration } from './migrate.ts';

/** As they were at this step. */
const TOLD = [
  ...['bank_accounts', 'bank_lines', 'deposit_groups', 'declined_deposits', 'bank_documents'],
  ...['import_rows', 'payout_lines', 'order_versions'],
  ...['runs', 'matches', 'match_ends', 'sales_documents', 'receipts', 'receipt_lines', 'receipt_deductions'],
  ...['allocations', 'receipt_replacements', 'vouchers', 'voucher_lines', 'voucher_documents', 'stock_movements'],
  ...['team_settings', 'exchange_rates', 'period_changes', 'link_decisions', 'work_events'],
];

/** Amounts of a document, which is posted with all of them at once. */
const PARTS = [
  ['receipt_deductions', 'receipts', 'receipt_id'],
  ['allocations', 'receipts', 'receipt_id'],
  ['voucher_lines', 'vouchers', 'voucher_id'],
] as const;

/** Of sales documents there are as many as orders, and the receivables see to them. */
const HEADS = ['runs', 'receipts', 'vouchers', 'bank_documents', 'deposit_groups'];

export const toldRows: Migration = {
  name: '0008-told-rows',
  statements: (dialect) => [
    ...newColumns(dialect),
    createTable(dialect, 'audit_heads', 'entries INT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (company_id)'),
    `INSERT INTO audit_heads (company_id, entries, hash) SELECT company_id, seq, hash FROM audit_log a
      WHERE seq = (SELECT max(seq) FROM audit_log n WHERE n.company_id = a.company_id)`,
    ...['bank_accounts', 'declined_deposits', 'import_rows'].flatMap((table) => dialect.protect(table)),
    ...rules.flatMap((rule) => dialect.refuse(rule)),
  ],
};

/** Rows of before have entry 0, of which no log tells. */
function newColumns({ integer }: Dialect): string[] {
  return [
    "ALTER TABLE audit_log ADD COLUMN seals TEXT NOT NULL DEFAULT ''",
    ...TOLD.flatMap((table) =>
      ['entry', 'place'].map((column) => `ALTER TABLE ${table} ADD COLUMN ${column} ${integer} NOT NULL DEFAULT 0`),
    ),
  ];
}

const sum = (what: string, from: string) =>
  `(SELECT coalesce(sum(${what}), 0) FROM ${from} s WHERE s.company_id = t.company_id AND s.order_id = t.order_id)`;

/** I6: with CHECK (allocated <= original) no order takes more than it was sold for. */
const receivable = {
  table: 'receivables',
  when: [
    `t.allocated <> ${sum("CASE s.target WHEN 'receivable' THEN s.amount ELSE 0 END", 'allocations')}`,
    `t.original - t.credited <> ${sum("CASE s.kind WHEN 'sale' THEN s.amount ELSE -s.amount END", 'sales_documents')}`,
  ].join(' OR '),
  because: 'a receivable is what its documents and allocations add up to',
};

const head = {
  table: 'audit_heads',
  when: 't.entries <> (SELECT max(seq) FROM audit_log l WHERE l.company_id = t.company_id)',
  because: 'the end of the log is noted as it is',
};

const rules: readonly Refusal[] = [
  ...PARTS.map(([table, whole, id]): Refusal => ({
    ...{ table, event: 'INSERT', because: `${whole} are posted with all their parts at once` },
    when: `NOT EXISTS (SELECT 1 FROM ${whole} w WHERE w.company_id = t.company_id AND w.id = t.${id} AND w.entry = t.entry)`,
  })),
  ...HEADS.map((table): Refusal => ({
    ...{ table, event: 'INSERT', because: 'the entry of the log that tells of it is written already' },
    when: 't.entry <= (SELECT coalesce(max(seq), 0) FROM audit_log l WHERE l.company_id = t.company_id)',
  })),
  { ...receivable, event: 'INSERT' },
  { ...receivable, event: 'UPDATE', of: ['original', 'credited', 'allocated'] },
  { ...receivable, event: 'DELETE', when: 'true', because: 'a receivable is settled by further entries' },
  {
    ...{ table: 'line_bookings', event: 'DELETE', because: 'a line is free once its receipt is taken back' },
    when: `NOT EXISTS (SELECT 1 FROM receipts r WHERE r.company_id = t.company_id AND r.reverses = t.receipt_id)`,
  },
  {
    ...{ table: 'line_bookings', event: 'UPDATE', when: 'true' },
    because: 'a line is booked anew by a further entry',
  },
  { ...head, event: 'INSERT' },
  { ...head, event: 'UPDATE' },
  { ...head, event: 'DELETE', when: 'true' },
];
