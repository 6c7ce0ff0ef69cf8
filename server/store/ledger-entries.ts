// Every booking that changed what an order owes (應收異動), read from the documents as posted: what statements, aging and
// roll-forward are made of.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import type { SalesDocumentKind } from '../../core/sales-document.ts';
import type { EntryKind, LedgerEntry } from '../../core/statements/ledger-entry.ts';
import type { Statements } from './database.ts';

type Row<Kind> = [
  platform: string,
  shop: string,
  orderNumber: string,
  currency: Currency,
  on: BusinessDate,
  number: string,
  kind: Kind,
  amount: number,
  base: number,
];

/** Oldest first; those of one day by document. */
export async function ledgerEntries(tx: Statements): Promise<LedgerEntry[]> {
  const sales = await salesRows(tx);
  const receipts = await receiptRows(tx);
  const entries = [...sales.map(entryOf), ...receipts.map(entryOf)];
  return entries.sort((left, right) => byText(left.on, right.on) || byText(left.number, right.number));
}

const ORDERS = `JOIN orders o ON o.company_id = d.company_id AND o.id = d.order_id
  JOIN shops h ON h.company_id = o.company_id AND h.id = o.shop_id`;

function salesRows(tx: Statements): Promise<Row<SalesDocumentKind>[]> {
  const sign = "CASE d.kind WHEN 'sale' THEN 1 ELSE -1 END";
  return tx.select(
    [
      ...['h.platform', 'h.name', 'o.order_number', 'd.currency', 'd.document_on', 'd.number', 'd.kind'],
      ...[`d.amount * ${sign}`, `coalesce(d.base, d.amount) * ${sign}`],
    ],
    `FROM sales_documents d ${ORDERS} WHERE d.company_id = ? ORDER BY d.id`,
    [tx.company],
  );
}

/**
 * An allocation clears the receivable by a payment, or by what was given up: the part of the receipt's 尾差. One that
 * takes back is of the kind of what it takes back.
 */
async function receiptRows(tx: Statements): Promise<Row<EntryKind>[]> {
  const rows = await tx.select<[...Row<'original' | 'reversal'>, given: number]>(
    [
      ...['h.platform', 'h.name', 'o.order_number', 'r.currency', 'r.received_on', 'r.number'],
      "CASE WHEN r.reverses IS NULL THEN 'original' ELSE 'reversal' END",
      ...['-d.amount', '-coalesce(d.base, d.amount)'],
      `(SELECT CAST(coalesce(sum(w.amount), 0) AS BIGINT) FROM allocations w WHERE w.company_id = d.company_id
         AND w.receipt_id = d.receipt_id AND w.line_id = d.line_id AND w.order_id = d.order_id AND w.target = 'writeOff')`,
    ],
    `FROM allocations d JOIN receipts r ON r.company_id = d.company_id AND r.id = d.receipt_id ${ORDERS}
     WHERE d.company_id = ? AND d.target = 'receivable' ORDER BY d.receipt_id, d.position`,
    [tx.company],
  );
  return rows.flatMap(splitWriteOff);
}

function splitWriteOff(row: [...Row<'original' | 'reversal'>, given: number]): Row<EntryKind>[] {
  const [platform, shop, orderNumber, currency, on, number, kind, amount, base, given] = row;
  const turn = kind === 'reversal' ? -1 : 1;
  // What is given up is a debit of 尾差, hence negative, and lowers the receivable by as much. What is kept does not.
  const lowers = given * turn < 0 ? given : 0;
  const writtenOff = Math.abs(lowers) <= Math.abs(amount) ? lowers : amount;
  const writtenBase = amount === 0 ? 0 : Math.round((base * writtenOff) / amount);
  const parts: [EntryKind, number, number][] = [
    ['writeOff', writtenOff, writtenBase],
    [(amount - writtenOff) * turn <= 0 ? 'receipt' : 'refund', amount - writtenOff, base - writtenBase],
  ];
  return parts
    .filter(([, part, partBase]) => part !== 0 || partBase !== 0)
    .map(([of, part, partBase]) => [platform, shop, orderNumber, currency, on, number, of, part, partBase]);
}

function entryOf([platform, shop, orderNumber, currency, on, number, kind, amount, base]: Row<EntryKind>): LedgerEntry {
  return {
    ...{ platform, shop, customer: shop, currency, orderNumber, kind, on, number },
    orderKey: orderKey(`${platform}/${shop}`, orderNumber),
    // Read from whole numbers of ten-thousandths, which is what the tables hold.
    ...{ amount: amount as Amount, baseAmount: base as Amount },
  };
}

function byText(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
