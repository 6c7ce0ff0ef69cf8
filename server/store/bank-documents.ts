// 提領單 and 入帳單 as posted. Taking one back is a further document that names it.
import type { BankDocumentDraft } from '../../core/bank/bank-document.ts';
import type { BusinessDate } from '../../core/business-date.ts';
import type { Amount, Currency } from '../../core/money.ts';
import type { Statements } from './database.ts';

/** A document in terms of ids. */
export interface PostedBankDocument extends Omit<BankDocumentDraft, 'shop'> {
  readonly id: number;
  readonly number: string;
  readonly shopId: number;
  /** Id of the document that this one takes back. */
  readonly reverses: number | null;
}

const columns = {
  id: 'integer',
  number: 'text',
  kind: 'text',
  subject: 'text',
  shop_id: 'integer',
  document_on: 'text',
  currency: 'text',
  from_account: 'text',
  amount_left: 'integer',
  arrived: 'integer',
  fee: 'integer',
  reverses: 'integer',
  exchanged_in: 'text',
  exchanged: 'integer',
} as const;

export async function insertBankDocuments(
  tx: Statements,
  runId: number,
  documents: readonly PostedBankDocument[],
): Promise<void> {
  const rows = documents.map((one) => [
    ...[one.id, one.number, one.kind, one.subject, one.shopId, one.documentOn, one.currency, one.from],
    ...[one.left, one.arrived, one.fee, one.reverses],
    ...[one.exchanged?.currency ?? null, one.exchanged?.amount ?? null, runId],
  ]);
  await tx.insert('bank_documents', { ...columns, run_id: 'integer' }, rows);
}

type Row = [
  id: number,
  number: string,
  kind: BankDocumentDraft['kind'],
  subject: string,
  shopId: number,
  documentOn: BusinessDate,
  currency: Currency,
  from: BankDocumentDraft['from'],
  left: Amount,
  arrived: Amount,
  fee: Amount,
  reverses: number | null,
  exchangedIn: Currency | null,
  exchanged: Amount | null,
];

/** Every document of the subjects, those that take another back included; oldest first. */
export async function bankDocumentsOf(tx: Statements, subjects: readonly string[]): Promise<PostedBankDocument[]> {
  const rows = await tx.select<Row>(
    Object.keys(columns).map((name) => `t.${name}`),
    `FROM ${tx.source({ subject: 'text' })} k CROSS JOIN bank_documents t
     WHERE t.company_id = ? AND t.subject = k.subject ORDER BY t.id`,
    [JSON.stringify(subjects.map((subject) => [subject])), tx.company],
  );
  return rows.map(toDocument);
}

/** Documents by id. */
export async function bankDocumentsById(tx: Statements, ids: readonly number[]): Promise<PostedBankDocument[]> {
  const rows = await tx.select<Row>(
    Object.keys(columns).map((name) => `t.${name}`),
    `FROM ${tx.source({ id: 'integer' })} k CROSS JOIN bank_documents t WHERE t.company_id = ? AND t.id = k.id ORDER BY t.id`,
    [JSON.stringify(ids.map((id) => [id])), tx.company],
  );
  return rows.map(toDocument);
}

function toDocument(row: Row): PostedBankDocument {
  const [id, number, kind, subject, shopId, documentOn, currency, from, left, arrived, fee, reverses, ...other] = row;
  const [exchangedIn, exchanged] = other;
  return {
    ...{ id, number, kind, subject, shopId, documentOn, currency, from, left, arrived, fee, reverses },
    ...(exchangedIn === null || exchanged === null ? {} : { exchanged: { currency: exchangedIn, amount: exchanged } }),
  };
}

/** Those that no further document took back. */
export function standing(documents: readonly PostedBankDocument[]): PostedBankDocument[] {
  const reversed = new Set(documents.map(({ reverses }) => reverses));
  return documents.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
}
