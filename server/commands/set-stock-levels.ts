// Stock levels as people set them: what was counted, and the level to warn at.
import type { StockLevel } from '../../core/stock.ts';
import type { Books } from '../books.ts';
import { refuseUnstorableText } from './check-text.ts';
import { appendAudit } from '../store/audit-log.ts';
import { listStockLevels, saveStockLevels } from '../store/stock.ts';

export async function getStockLevels(books: Books): Promise<StockLevel[]> {
  return books.database.transaction(books.company, (tx) => listStockLevels(tx));
}

/**
 * Sets the levels given; those of other items stay. Returns all.
 * @param author who sets them, for the log
 */
export async function setStockLevels(books: Books, levels: readonly StockLevel[], author = ''): Promise<StockLevel[]> {
  refuseUnstorableText([levels, author]);
  return books.database.transaction(books.company, async (tx) => {
    const last = new Map(levels.map((level) => [level.sku, level]));
    await saveStockLevels(tx, [...last.values()]);
    await appendAudit(tx, books.now(), {
      action: 'stock-levels.set',
      subject: 'stock levels',
      detail: { items: last.size, author },
    });
    return listStockLevels(tx);
  });
}
