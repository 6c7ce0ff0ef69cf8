// A proof of the books: a rule that must hold for every row, how many rows it was held against, and those that break it.
import type { Statements } from '../store/database.ts';

/** In the order in which they are told. */
export const PROOFS = [
  'AUDIT_CHAIN',
  'CONTENTS',
  'VOUCHERS_BALANCE',
  'RECEIPTS_BALANCE',
  'DOCUMENTS_ON_VOUCHERS',
  'RECEIVABLES',
  'ALLOCATIONS_WITHIN',
  'ROLL_FORWARD',
  'LINE_BOOKINGS',
  'BANK_DOCUMENTS',
  'CONVERSIONS',
  'NUMBERS',
  'REVERSALS_CANCEL',
  'TRIAL_BALANCE',
  'CLOSED_MONTHS',
  'MONTH_ENDS',
  'STOCK',
] as const;
export type ProofName = (typeof PROOFS)[number];

/** A row that is not what it must be. */
export interface Fault {
  readonly table: string;
  /** The document's number, or what else names the row. */
  readonly name: string;
  readonly field: string;
  /** Amounts as decimals. */
  readonly found: string;
  readonly expected: string;
}

export interface Proof {
  readonly name: ProofName;
  /** Rows, documents or accounts it was held against. */
  readonly counted: number;
  readonly faults: readonly Fault[];
}

export type Prove = (tx: Statements) => Promise<Proof>;

export async function countOf(tx: Statements, table: string): Promise<number> {
  const [row] = await tx.select<[number]>(['count(*)'], `FROM ${table} WHERE company_id = ?`, [tx.company]);
  return row?.[0] ?? 0;
}

/** A sum as a whole number on both databases. */
export const sumOf = (what: string) => `CAST(coalesce(sum(${what}), 0) AS BIGINT)`;

/** Not by core's amounts: a row that somebody tampered with may hold any number. */
export function shownAmount(units: number | null): string {
  if (units === null) return '—';
  const digits = String(Math.abs(units)).padStart(5, '0');
  const [whole, part] = [digits.slice(0, -4), digits.slice(-4).replace(/0+$/, '')];
  return `${units < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** `table`'s row `name`: a fault for each field of which the two figures differ. */
export function differences(
  table: string,
  name: string,
  figures: readonly (readonly [field: string, found: number | null, expected: number | null])[],
): Fault[] {
  return figures
    .filter(([, found, expected]) => found !== expected)
    .map(([field, found, expected]) => ({
      ...{ table, name, field },
      ...{ found: shownAmount(found), expected: shownAmount(expected) },
    }));
}
