// Every import of a company, or of one of its shops, that is complete: what questions about all the books begin with.
import type { Statements } from './database.ts';

/** Ids in the sequence in which they were opened. @param shopIds null: every shop */
export async function completeBatches(tx: Statements, shopIds: readonly number[] | null): Promise<string[]> {
  const rows = await tx.select<[string, number]>(
    ['id', 'shop_id'],
    "FROM import_batches WHERE company_id = ? AND state = 'complete' ORDER BY opened_at, id",
    [tx.company],
  );
  return rows.filter(([, shopId]) => shopIds === null || shopIds.includes(shopId)).map(([id]) => id);
}
