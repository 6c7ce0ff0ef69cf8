// The platforms' invoices for their fees (手續費發票) as posted, each with its voucher. The table refuses any change.
import type { FeeInvoice } from '../../core/ledger/fee-invoice.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { Statements } from './database.ts';
import { nextId } from './next-id.ts';

export interface PostedInvoice extends Omit<FeeInvoice, 'shop'> {
  readonly id: number;
  readonly shopId: number;
  readonly runId: number;
  /** Id of the invoice that this row takes back. */
  readonly reverses: number | null;
}

const columns = {
  id: 'integer',
  number: 'text',
  shop_id: 'integer',
  invoiced_on: 'text',
  currency: 'text',
  amount: 'integer',
  tax: 'integer',
  cost: 'text',
  taken_from: 'text',
  run_id: 'integer',
  reverses: 'integer',
  kind: 'text',
} as const;

type Row = [
  id: number,
  number: string,
  shopId: number,
  invoicedOn: FeeInvoice['invoicedOn'],
  currency: Currency,
  amount: Amount,
  tax: Amount,
  cost: FeeInvoice['cost'],
  from: FeeInvoice['from'],
  runId: number,
  reverses: number | null,
  kind: FeeInvoice['kind'],
];

/** Every row, reversals included, oldest first. */
export async function listInvoices(tx: Statements): Promise<PostedInvoice[]> {
  const rows = await tx.select<Row>(Object.keys(columns), 'FROM fee_invoices WHERE company_id = ? ORDER BY id', [
    tx.company,
  ]);
  return rows.map(([id, number, shopId, invoicedOn, currency, amount, tax, cost, from, runId, reverses, kind]) => {
    return { id, kind, number, shopId, invoicedOn, currency, amount, tax, cost, from, runId, reverses };
  });
}

export async function insertInvoice(tx: Statements, invoice: Omit<PostedInvoice, 'id'>): Promise<void> {
  const { kind, number, shopId, invoicedOn, currency, amount, tax, cost, from, runId, reverses } = invoice;
  const id = await nextId(tx, 'fee_invoices');
  const row = [id, number, shopId, invoicedOn, currency, amount, tax, cost, from, runId, reverses, kind];
  await tx.insert('fee_invoices', columns, [row]);
}

/** What stands on 暫付款 by shop and currency. */
export async function prepaidFees(
  tx: Statements,
): Promise<{ readonly shopId: number; readonly currency: Currency; readonly amount: Amount }[]> {
  const rows = await tx.select<[shopId: number, currency: Currency, amount: Amount]>(
    ['v.shop_id', 'v.currency', 'CAST(sum(l.debit - l.credit) AS BIGINT)'],
    `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
     WHERE l.company_id = ? AND l.role = 'prepaidFees' GROUP BY v.shop_id, v.currency
     HAVING sum(l.debit - l.credit) <> 0 ORDER BY v.shop_id, v.currency`,
    [tx.company],
  );
  return rows.map(([shopId, currency, amount]) => ({ shopId, currency, amount }));
}
