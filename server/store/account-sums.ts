// What each account stood at before a period and what moved on it, by shop, as the vouchers' lines say.
import type { Amount, Currency } from '../../core/money.ts';
import type { Period } from '../../core/statements/ledger-entry.ts';
import type { ShopAccountSums } from '../../core/statements/ledger-month.ts';
import type { AccountRole } from '../../core/voucher.ts';
import type { Statements } from './database.ts';

type Row = [
  platform: string,
  shop: string,
  currency: Currency,
  baseCurrency: Currency,
  role: AccountRole,
  code: string,
  name: string,
  opening: Amount,
  debit: Amount,
  credit: Amount,
  baseOpening: Amount,
  baseDebit: Amount,
  baseCredit: Amount,
];

const sumOf = (what: string) => `CAST(sum(${what}) AS BIGINT)`;
const before = (what: string) => sumOf(`CASE WHEN v.posted_on < p.first THEN ${what} ELSE 0 END`);
const within = (what: string) => sumOf(`CASE WHEN v.posted_on < p.first THEN 0 ELSE ${what} END`);

/** Vouchers of the whole company have neither platform nor shop. */
export async function accountSums(tx: Statements, { from, to }: Period): Promise<ShopAccountSums[]> {
  const account = ['h.platform', 'h.name', 'v.currency', 'v.base_currency', 'l.role', 'l.code', 'l.name'];
  const rows = await tx.select<Row>(
    [
      ...["coalesce(h.platform, '')", "coalesce(h.name, '')", ...account.slice(2)],
      ...[before('l.debit - l.credit'), within('l.debit'), within('l.credit')],
      ...[before('l.base_debit - l.base_credit'), within('l.base_debit'), within('l.base_credit')],
    ],
    `FROM ${tx.source({ first: 'text' })} p CROSS JOIN vouchers v
     JOIN voucher_lines l ON l.company_id = v.company_id AND l.voucher_id = v.id
     LEFT JOIN shops h ON h.company_id = v.company_id AND h.id = v.shop_id
     WHERE v.company_id = ? AND v.posted_on <= ? GROUP BY ${account.join(', ')} ORDER BY ${account.join(', ')}`,
    [JSON.stringify([[from]]), tx.company, to],
  );
  return rows.map(([platform, shop, currency, baseCurrency, role, code, name, opening, debit, credit, ...base]) => {
    const [baseOpening, baseDebit, baseCredit] = base;
    const figures = { opening, debit, credit, baseOpening, baseDebit, baseCredit };
    return { platform, shop, currency, baseCurrency, role, account: { code, name }, ...figures };
  });
}
