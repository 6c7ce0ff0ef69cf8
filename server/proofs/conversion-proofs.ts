// Proof of conversions: what left one currency has arrived in the other, so that 兌換中款項 is zero in base currency for each of
// them, and nothing else stands on the account.
import type { Statements } from '../store/database.ts';
import { type Fault, type Prove, shownAmount, sumOf } from './proof.ts';

/** What the vouchers of one conversion left on the account; without documents what a voucher put there for no reason. */
type Row = [numbers: string, documents: number, bases: number, base: number];

export const proveConversions: Prove = async (tx) => {
  const rows = await conversions(tx);
  const faults = rows.flatMap(([name, documents, bases, base]): Fault[] => {
    // A company that keeps each currency by itself has two sums that are never added.
    if (documents > 0 && (bases > 1 || base === 0)) return [];
    return [{ table: 'voucher_lines', name, field: 'conversion base', found: shownAmount(base), expected: '0' }];
  });
  return { name: 'CONVERSIONS', counted: rows.length, faults };
};

/** By the subject of the bank documents, which the two of a conversion share. */
function conversions(tx: Statements): Promise<Row[]> {
  return tx.select<Row>(
    [
      "min(v.number) || CASE WHEN max(v.number) = min(v.number) THEN '' ELSE ' – ' || max(v.number) END",
      ...['count(b.id)', 'count(DISTINCT v.base_currency)', sumOf('l.base_debit - l.base_credit')],
    ],
    `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
     LEFT JOIN voucher_documents d ON d.company_id = v.company_id AND d.voucher_id = v.id AND d.document = 'bank'
     LEFT JOIN bank_documents b ON b.company_id = d.company_id AND b.id = d.document_id
     WHERE l.company_id = ? AND l.role = 'conversion'
     GROUP BY coalesce(b.subject, v.number) ORDER BY 1`,
    [tx.company],
  );
}
