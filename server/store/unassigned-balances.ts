// Balances that belong to a shop and to no order: reserves, tax withheld, money in transit, as receipts left them.
import type { Amount, Currency } from '../../core/money.ts';
import type { AllocationTarget } from '../../core/receipt.ts';
import type { UnassignedBalance } from '../../core/reconcile/account.ts';
import type { Statements } from './database.ts';

type Row = [platform: string, name: string, currency: Currency, target: AllocationTarget, amount: Amount, base: Amount];

export async function unassignedBalances(tx: Statements): Promise<UnassignedBalance[]> {
  const rows = await tx.select<Row>(
    [
      ...['s.platform', 's.name', 'r.currency', 'a.target', 'CAST(sum(a.amount) AS BIGINT)'],
      'CAST(sum(coalesce(a.base, 0)) AS BIGINT)',
    ],
    `FROM allocations a JOIN receipts r ON r.company_id = a.company_id AND r.id = a.receipt_id
     JOIN shops s ON s.company_id = r.company_id AND s.id = r.shop_id
     WHERE a.company_id = ? AND a.order_id IS NULL AND a.target IN ('reserve', 'collected', 'tax', 'transit')
     GROUP BY s.platform, s.name, r.currency, a.target ORDER BY s.platform, s.name, r.currency, a.target`,
    [tx.company],
  );
  return rows.map(([platform, name, currency, target, amount, base]) => {
    return { shop: `${platform}/${name}`, currency, target, amount, base };
  });
}
