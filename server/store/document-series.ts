// Document numbers without gaps: taken in the transaction that posts the document, so a failed posting takes none.
import type { Statements } from './database.ts';

/** Takes `count` numbers of a series. Returns the first. */
export async function takeNumbers(tx: Statements, series: string, count: number): Promise<number> {
  const rest = 'FROM document_series WHERE company_id = ? AND series = ?';
  const [last = [0]] = await tx.select<[number]>(['last_number'], rest, [tx.company, series]);
  const end = 'ON CONFLICT (company_id, series) DO UPDATE SET last_number = excluded.last_number';
  await tx.insert('document_series', { series: 'text', last_number: 'integer' }, [[series, last[0] + count]], end);
  return last[0] + 1;
}
