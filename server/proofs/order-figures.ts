// Orders beside what was booked of them: the order as the export showed it when its last sales document was posted owes
// what its documents say.
import { DEFAULT_SHOP } from '../../core/company.ts';
import { isShipped, type OrderStage } from '../../core/order.ts';
import type { Statements } from '../store/database.ts';
import { listShops } from '../store/shops.ts';
import { booksAt } from './books-at.ts';
import { differences, type Fault, sumOf } from './proof.ts';

type Row = [
  number: string,
  shopId: number,
  stage: OrderStage,
  receivable: number,
  credited: number,
  batchId: string,
  sold: number,
  returned: number,
  lastDocument: number,
];

/**
 * Left out are orders of which a newer snapshot came since, those whose last document takes another one back, and those
 * of consignment shops, which owe what their statements say.
 */
export async function faultsOfOrders(tx: Statements): Promise<Fault[]> {
  const rows = await tx.select<Row>(
    [
      ...['o.order_number', 'o.shop_id', 'o.stage', 'o.receivable', 'o.credited', 'o.batch_id'],
      ...['d.sold', 'd.returned', 'last.entry'],
    ],
    `FROM (SELECT company_id, order_id, max(id) AS last_id, ${sumOf("CASE kind WHEN 'sale' THEN amount ELSE 0 END")} AS sold,
         ${sumOf("CASE kind WHEN 'sale' THEN 0 ELSE amount END")} AS returned
       FROM sales_documents WHERE company_id = ? GROUP BY company_id, order_id) d
     JOIN orders o ON o.company_id = d.company_id AND o.id = d.order_id
     JOIN sales_documents last ON last.company_id = d.company_id AND last.id = d.last_id AND last.reverses IS NULL
     ORDER BY o.id`,
    [tx.company],
  );
  const imported = new Map(
    await tx.select<[string, number]>(
      ['batch_id', 'min(entry)'],
      'FROM import_rows WHERE company_id = ? GROUP BY batch_id',
      [tx.company],
    ),
  );
  const settlementAt = await settlements(tx);
  return rows
    .filter(([, shopId, , , , batch, , , entry]) => {
      return (imported.get(batch) ?? 0) < entry && settlementAt(shopId, entry) === 'marketplace';
    })
    .flatMap(([name, , stage, receivable, credited, , sold, returned]) => {
      const owed = isShipped({ stage });
      return differences('orders', name, [
        [owed ? 'receivable' : `receivable (${stage})`, owed ? receivable : 0, sold],
        [owed ? 'credited' : `credited (${stage})`, owed ? credited : 0, returned],
      ]);
    });
}

/** How a shop settled when an entry of the log was written; one whose settings cannot be read is not judged here. */
async function settlements(tx: Statements) {
  const shops = new Map((await listShops(tx)).map(({ id, key }) => [id, key]));
  const at = await booksAt(tx);
  const known = new Map<string, string>();
  return (shopId: number, entry: number): string => {
    const key = `${shopId} ${entry}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const settlement = settlementOf(() => at(entry).company.shops[shops.get(shopId) ?? ''] ?? DEFAULT_SHOP);
    known.set(key, settlement);
    return settlement;
  };
}

function settlementOf(read: () => { readonly settlement: string }): string {
  try {
    return read().settlement;
  } catch {
    return '';
  }
}
