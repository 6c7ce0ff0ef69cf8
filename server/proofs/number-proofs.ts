// Proofs by counting: numbers of documents without gaps, and stock that is the sum of its movements.
import type { Statements } from '../store/database.ts';
import { countOf, differences, type Fault, type Prove, sumOf } from './proof.ts';

const NUMBERED = ['receipts', 'sales_documents', 'vouchers', 'bank_documents'] as const;

/** Every series counts from 1 to the last number it gave, each once. */
export const proveNumbers: Prove = async (tx) => {
  const given = new Map(
    await tx.select<[string, number]>(['series', 'last_number'], 'FROM document_series WHERE company_id = ?', [
      tx.company,
    ]),
  );
  const found = await numbersBySeries(tx);
  const faults = [...new Set([...given.keys(), ...found.keys()])].sort().flatMap((series) => {
    return faultsOf(series, found.get(series) ?? [], given.get(series) ?? 0);
  });
  return { name: 'NUMBERS', counted: given.size, faults };
};

async function numbersBySeries(tx: Statements): Promise<Map<string, number[]>> {
  const series = new Map<string, number[]>();
  for (const table of NUMBERED) {
    for (const [number] of await tx.select<[string]>(['number'], `FROM ${table} WHERE company_id = ?`, [tx.company])) {
      const [name = '', place = ''] = number.split('-');
      const places = series.get(name);
      if (places) places.push(Number(place));
      else series.set(name, [Number(place)]);
    }
  }
  return series;
}

function faultsOf(series: string, numbers: readonly number[], last: number): Fault[] {
  const held = new Set(numbers);
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !held.has(number));
  const beyond = [...held].filter((number) => !(number >= 1 && number <= last));
  const fault = (number: number, found: string, expected: string) => {
    const name = `${series}-${String(number).padStart(4, '0')}`;
    return { table: 'document_series', name, field: 'number', found, expected };
  };
  return [
    ...missing.map((number) => fault(number, '0', '1')),
    ...beyond.map((number) => fault(number, String(number), `1 – ${last}`)),
    ...(held.size === numbers.length ? [] : [fault(last, String(numbers.length), String(held.size))]),
  ];
}

export const proveStock: Prove = async (tx) => {
  const moved = await tx.select<[string, number]>(
    ['sku', sumOf('quantity')],
    'FROM stock_movements WHERE company_id = ? GROUP BY sku ORDER BY sku',
    [tx.company],
  );
  const kept = new Map(
    await tx.select<[string, number]>(['sku', 'moved'], 'FROM stock_balances WHERE company_id = ?', [tx.company]),
  );
  const expected = new Map(moved);
  const pieces = 10_000;
  const faults = [...new Set([...expected.keys(), ...kept.keys()])].sort().flatMap((sku) => {
    return differences('stock_balances', sku, [
      ['moved', (kept.get(sku) ?? 0) * pieces, (expected.get(sku) ?? 0) * pieces],
    ]);
  });
  return { name: 'STOCK', counted: await countOf(tx, 'stock_balances'), faults };
};
