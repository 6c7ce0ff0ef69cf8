// What a transaction writes, as the log tells of it: for each table the number of rows and a fingerprint over them, taken
// from the JSON text in which rows cross to the database, so that it costs next to nothing. Each row keeps the entry that
// tells of it and its place among that entry's rows: what the fingerprint was made of is found again from the rows alone.
import { createHash, type Hash } from 'node:crypto';

/** Tables of which every row is written once and told of in the log. */
export const TOLD_TABLES = [
  ...['bank_accounts', 'bank_lines', 'deposit_groups', 'declined_deposits', 'bank_documents'],
  ...['import_rows', 'payout_lines', 'order_versions'],
  ...['runs', 'matches', 'match_ends', 'sales_documents', 'receipts', 'receipt_lines', 'receipt_deductions'],
  ...['allocations', 'receipt_replacements', 'vouchers', 'voucher_lines', 'voucher_documents', 'stock_movements'],
  ...['team_settings', 'exchange_rates', 'item_costs', 'period_changes', 'link_decisions', 'work_events'],
  ...['prepayments', 'fee_invoices'],
] as const;

/** Tables that hold an order's newest snapshot: what an import wrote there is told of too, and found by the import. */
export const SNAPSHOT_TABLES = ['orders', 'order_lines'] as const;

const told: ReadonlySet<string> = new Set(TOLD_TABLES);
const sealed: ReadonlySet<string> = new Set([...TOLD_TABLES, ...SNAPSHOT_TABLES]);

export function isTold(table: string): boolean {
  return told.has(table);
}

/** What an entry of the log says of the rows of one table. */
export interface Seal {
  readonly table: string;
  /** Those that the fingerprint covers, in its order: rows written before a column came have none of it. */
  readonly columns: readonly string[];
  readonly rows: number;
  readonly hash: string;
}

interface Open {
  readonly columns: readonly string[];
  readonly hash: Hash;
  rows: number;
}

export class Written {
  private readonly tables = new Map<string, Open>();

  /** @returns how many rows of the table came before */
  add(table: string, columns: readonly string[], json: string, rows: number): number {
    if (!sealed.has(table)) return 0;
    const open = this.tables.get(table) ?? { columns, hash: createHash('sha256'), rows: 0 };
    const before = open.rows;
    if (before > 0) open.hash.update(',');
    open.hash.update(withoutBrackets(json));
    open.rows += rows;
    this.tables.set(table, open);
    return before;
  }

  take(): Seal[] {
    const seals = [...this.tables].map(([table, { columns, hash, rows }]) => {
      return { table, columns, rows, hash: hash.digest('hex') };
    });
    this.tables.clear();
    return seals;
  }
}

/** The rows of a JSON array, so that several arrays read as one. */
function withoutBrackets(json: string): string {
  return json.slice(1, -1);
}

/** The fingerprint that rows as they stand would have. */
export function sealOfRows(rows: readonly (readonly unknown[])[]): string {
  return createHash('sha256')
    .update(withoutBrackets(JSON.stringify(rows)))
    .digest('hex');
}
