// Ids are counted per company. Safe because the transactions of a company run one after the other.
import type { Statements } from './database.ts';

type Counted =
  | 'shops'
  | 'orders'
  | 'payout_lines'
  | 'receipts'
  | 'sales_documents'
  | 'vouchers'
  | 'stock_movements'
  | 'runs'
  | 'deposit_groups'
  | 'bank_documents'
  | 'fee_invoices';

/** The first free id of a table. */
export async function nextId(tx: Statements, table: Counted): Promise<number> {
  const [row] = await tx.select<[number]>(['coalesce(max(id), 0) + 1'], `FROM ${table} WHERE company_id = ?`, [
    tx.company,
  ]);
  return row?.[0] ?? 1;
}
