// Proofs of the books from their rows alone, without the product's own: vouchers that do not balance, numbers that are missing.
import type { Database } from '../../server/store/database.ts';
import type { Column } from '../../server/store/dialect.ts';

/** Currencies whose debits are not their credits, in document or base currency: none in books that hold. */
export async function imbalances(database: Database): Promise<string[]> {
  const rows = await read<[string, number, number]>(
    database,
    ['v.currency', 'CAST(sum(l.debit - l.credit) AS BIGINT)', 'CAST(sum(l.base_debit - l.base_credit) AS BIGINT)'],
    `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
     WHERE l.company_id = ? GROUP BY v.currency, v.id`,
  );
  if (rows.length === 0) return ['no vouchers'];
  return rows
    .filter(([, own, base]) => own !== 0 || base !== 0)
    .map(([currency, own, base]) => `${currency} ${own} ${base}`);
}

/** Numbers that a series skips or gives twice. A series is what stands before the dash: `RC202605`. */
export async function gapsInNumbers(database: Database): Promise<string[]> {
  const numbers: string[] = [];
  for (const table of ['receipts', 'sales_documents', 'vouchers'])
    numbers.push(
      ...(await read<[string]>(database, ['number'], `FROM ${table} WHERE company_id = ?`)).map(([one]) => one),
    );
  const series = new Map<string, number[]>();
  for (const number of numbers) {
    const [name = '', serial = ''] = number.split('-');
    series.set(name, [...(series.get(name) ?? []), Number(serial)]);
  }
  return [...series].flatMap(([name, serials]) => {
    const sorted = serials.sort((left, right) => left - right);
    return sorted.every((serial, at) => serial === at + 1) ? [] : [`${name}: ${sorted.join(' ')}`];
  });
}

function read<T extends readonly unknown[]>(
  database: Database,
  columns: readonly Column[],
  rest: string,
): Promise<T[]> {
  return database.transaction('default', (tx) => tx.select<T>(columns, rest, [tx.company]));
}
