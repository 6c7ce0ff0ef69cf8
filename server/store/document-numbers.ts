// The numbers of posted documents, whatever their kind, by id.
import type { Statements } from './database.ts';
import type { VoucherSource } from './vouchers.ts';

const TABLES: Readonly<Record<VoucherSource, string>> = {
  sales: 'sales_documents',
  receipt: 'receipts',
  bank: 'bank_documents',
};

export async function documentNumbers(
  tx: Statements,
  document: VoucherSource,
  ids: readonly number[],
): Promise<[id: number, number: string][]> {
  return tx.select(
    ['d.id', 'd.number'],
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN ${TABLES[document]} d WHERE d.company_id = ? AND d.id = k.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
}
