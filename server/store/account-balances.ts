// What accounts stand at by the vouchers: money in a wallet or on its way, in document and base currency; and reserves.
import type { ReserveEntry } from '../../core/bank/reserves.ts';
import type { MoneySource } from '../../core/bank/bank-document.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { Statements } from './database.ts';

export interface AccountBalance {
  readonly amount: Amount;
  readonly base: Amount;
}

interface Account {
  readonly shopId: number;
  readonly currency: Currency;
  readonly role: MoneySource;
  readonly to: BusinessDate;
  /** Id of a voucher: the balance as it found it. All vouchers where it is left out. */
  readonly before?: number;
}

/** The balance of a shop's wallet, or of what is on its way from it, in one currency up to a day. */
export async function accountBalance(
  tx: Statements,
  { shopId, currency, role, to, before = Number.MAX_SAFE_INTEGER }: Account,
): Promise<AccountBalance> {
  const [[amount, base] = [0 as Amount, 0 as Amount]] = await tx.select<[Amount, Amount]>(
    [
      'CAST(coalesce(sum(l.debit - l.credit), 0) AS BIGINT)',
      'CAST(coalesce(sum(l.base_debit - l.base_credit), 0) AS BIGINT)',
    ],
    `FROM vouchers v JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
     WHERE v.company_id = ? AND v.shop_id = ? AND v.currency = ? AND v.posted_on <= ? AND l.role = ? AND v.id < ?`,
    [tx.company, shopId, currency, to, role, before],
  );
  return { amount, base };
}

/** What receipts put into reserves and took out of them, by shop and currency: held negative, released positive. */
export async function reserveEntries(tx: Statements): Promise<ReserveEntry[]> {
  const rows = await tx.select<[shop: string, currency: Currency, held: number, amount: Amount]>(
    ["s.platform || '/' || s.name", 'r.currency', 'r.held', 'CAST(r.amount AS BIGINT)'],
    `FROM (SELECT d.shop_id, d.currency, sum(a.amount) AS amount,
             CASE WHEN (a.amount < 0) = (d.reverses IS NULL) THEN 1 ELSE 0 END AS held
           FROM allocations a JOIN receipts d ON d.company_id = a.company_id AND d.id = a.receipt_id
           WHERE a.company_id = ? AND a.target = 'reserve'
           GROUP BY d.shop_id, d.currency, CASE WHEN (a.amount < 0) = (d.reverses IS NULL) THEN 1 ELSE 0 END) r
     JOIN shops s ON s.company_id = ? AND s.id = r.shop_id`,
    [tx.company, tx.company],
  );
  return rows.map(([shop, currency, held, amount]) => {
    return { shop, currency, amount, type: held === 1 ? 'RESERVE_HELD' : 'RESERVE_RELEASED' };
  });
}
