// Vouchers (傳票) with their lines and the documents they were made from, as posted. The tables refuse any change.
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { AccountRole, VoucherKind, VoucherLine } from '../../core/voucher.ts';
import type { Statements } from './database.ts';

/** The kinds of documents a voucher is made from. */
export type VoucherSource = 'sales' | 'receipt' | 'bank';

/** The shop of vouchers that are about the company as a whole. */
export const NO_SHOP = 0;

/** A voucher in terms of ids. */
export interface PostedVoucher {
  readonly id: number;
  readonly number: string;
  readonly kind: VoucherKind;
  readonly shopId: number;
  readonly postedOn: BusinessDate;
  readonly currency: Currency;
  readonly baseCurrency: Currency;
  readonly summary: string;
  readonly lines: readonly VoucherLine[];
  readonly documents: readonly { readonly document: VoucherSource; readonly id: number }[];
  /** Id of the voucher that this one takes back. */
  readonly reverses: number | null;
}

const columns = {
  id: 'integer',
  number: 'text',
  kind: 'text',
  shop_id: 'integer',
  posted_on: 'text',
  currency: 'text',
  base_currency: 'text',
  summary: 'text',
  reverses: 'integer',
} as const;
const lineColumns = {
  voucher_id: 'integer',
  position: 'integer',
  role: 'text',
  code: 'text',
  name: 'text',
  debit: 'integer',
  credit: 'integer',
  base_debit: 'integer',
  base_credit: 'integer',
} as const;

export async function insertVouchers(tx: Statements, runId: number, vouchers: readonly PostedVoucher[]): Promise<void> {
  const heads = vouchers.map((one) => [
    ...[one.id, one.number, one.kind, one.shopId, one.postedOn, one.currency, one.baseCurrency, one.summary],
    ...[one.reverses, runId],
  ]);
  await tx.insert('vouchers', { ...columns, run_id: 'integer' }, heads);
  const lines = vouchers.flatMap((one) =>
    one.lines.map(({ role, account, debit, credit, baseDebit, baseCredit }, at) => [
      ...[one.id, at, role, account.code, account.name, debit, credit, baseDebit, baseCredit],
    ]),
  );
  await tx.insert('voucher_lines', lineColumns, lines);
  const documents = vouchers.flatMap((one) => one.documents.map(({ document, id }) => [one.id, document, id]));
  const sources = { voucher_id: 'integer', document: 'text', document_id: 'integer' } as const;
  await tx.insert('voucher_documents', sources, documents);
}

type Head = [
  id: number,
  number: string,
  kind: VoucherKind,
  shopId: number,
  postedOn: BusinessDate,
  currency: Currency,
  baseCurrency: Currency,
  summary: string,
  reverses: number | null,
];

/** The vouchers of a document of the kind, reversals included, oldest first. */
export async function vouchersOfDocuments(
  tx: Statements,
  document: VoucherSource,
  ids: readonly number[],
): Promise<PostedVoucher[]> {
  const heads = await tx.select<Head>(
    Object.keys(columns).map((name) => `v.${name}`),
    `FROM (SELECT DISTINCT d.voucher_id FROM ${tx.source({ id: 'integer' })} k CROSS JOIN voucher_documents d
       WHERE d.company_id = ? AND d.document = '${document}' AND d.document_id = k.id) f
     CROSS JOIN vouchers v WHERE v.company_id = ? AND v.id = f.voucher_id ORDER BY v.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company, tx.company],
  );
  return assemble(tx, heads);
}

/** The vouchers that trued up the tax of a period, by the day they were meant for, reversals included. */
export async function taxVouchers(
  tx: Statements,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
  currency: Currency,
): Promise<PostedVoucher[]> {
  const heads = await tx.select<Head>(
    Object.keys(columns).map((name) => `v.${name}`),
    `FROM vouchers v JOIN runs r ON r.company_id = v.company_id AND r.id = v.run_id
     WHERE v.company_id = ? AND v.kind = 'tax' AND v.currency = ? AND r.as_of >= ? AND r.as_of <= ? ORDER BY v.id`,
    [tx.company, currency, from, to],
  );
  return assemble(tx, heads);
}

/** The vouchers of a run, reversals included, oldest first. */
export async function vouchersOfRun(tx: Statements, runId: number): Promise<PostedVoucher[]> {
  const heads = await tx.select<Head>(
    Object.keys(columns).map((name) => `v.${name}`),
    'FROM vouchers v WHERE v.company_id = ? AND v.run_id = ? ORDER BY v.id',
    [tx.company, runId],
  );
  return assemble(tx, heads);
}

/** The vouchers of a period by day and number, reversals included; null where there are more than `most`. */
export async function vouchersWithin(
  tx: Statements,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
  most: number,
): Promise<PostedVoucher[] | null> {
  const heads = await tx.select<Head>(
    Object.keys(columns).map((name) => `v.${name}`),
    `FROM vouchers v WHERE v.company_id = ? AND v.posted_on >= ? AND v.posted_on <= ?
     ORDER BY v.posted_on, v.number LIMIT ?`,
    [tx.company, from, to, most + 1],
  );
  return heads.length > most ? null : assemble(tx, heads);
}

/** Vouchers by id. */
export async function vouchersById(tx: Statements, ids: readonly number[]): Promise<PostedVoucher[]> {
  const heads = await tx.select<Head>(
    Object.keys(columns).map((name) => `v.${name}`),
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN vouchers v WHERE v.company_id = ? AND v.id = k.id ORDER BY v.id`,
    [JSON.stringify([...new Set(ids)].map((id) => [id])), tx.company],
  );
  return assemble(tx, heads);
}

/** Whether any voucher was ever posted. */
export async function hasVouchers(tx: Statements): Promise<boolean> {
  const rows = await tx.select<[number]>(['id'], 'FROM vouchers WHERE company_id = ? LIMIT 1', [tx.company]);
  return rows.length > 0;
}

type LineRow = [
  voucherId: number,
  role: AccountRole,
  code: string,
  name: string,
  debit: Amount,
  credit: Amount,
  baseDebit: Amount,
  baseCredit: Amount,
];

async function assemble(tx: Statements, heads: readonly Head[]): Promise<PostedVoucher[]> {
  if (heads.length === 0) return [];
  const ids = JSON.stringify(heads.map(([id]) => [id]));
  const ofVouchers = (table: string) =>
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN ${table} t WHERE t.company_id = ? AND t.voucher_id = k.id`;
  const lines = await tx.select<LineRow>(
    ['t.voucher_id', 't.role', 't.code', 't.name', 't.debit', 't.credit', 't.base_debit', 't.base_credit'],
    `${ofVouchers('voucher_lines')} ORDER BY t.voucher_id, t.position`,
    [ids, tx.company],
  );
  const documents = await tx.select<[number, VoucherSource, number]>(
    ['t.voucher_id', 't.document', 't.document_id'],
    `${ofVouchers('voucher_documents')} ORDER BY t.voucher_id, t.document, t.document_id`,
    [ids, tx.company],
  );
  const linesOf = grouped(lines);
  const documentsOf = grouped(documents);
  return heads.map(([id, number, kind, shopId, postedOn, currency, baseCurrency, summary, reverses]) => ({
    id,
    ...{ number, kind, shopId, postedOn, currency, baseCurrency, summary, reverses },
    lines: (linesOf.get(id) ?? []).map(([, role, code, name, debit, credit, baseDebit, baseCredit]) => {
      return { role, account: { code, name }, debit, credit, baseDebit, baseCredit };
    }),
    documents: (documentsOf.get(id) ?? []).map(([, document, documentId]) => ({ document, id: documentId })),
  }));
}

function grouped<Row extends readonly [voucherId: number, ...unknown[]]>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[0]);
    if (group) group.push(row);
    else groups.set(row[0], [row]);
  }
  return groups;
}
