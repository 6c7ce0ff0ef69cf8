// What statements are made of: every booking that changed what an order owes (應收異動), and what an order's terms are.
import type { BusinessDate } from '../business-date.ts';
import type { Amount, Currency } from '../money.ts';

/** Kinds in the order in which a bookkeeper reads the entries of one day. */
export const ENTRY_KINDS = [
  'sale',
  'return',
  'allowance',
  'receipt',
  'refund',
  'writeOff',
  'badDebt',
  'adjustment',
  'fx',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One booking on one order's receivable. A reversal is an entry of the same kind with the opposite sign. */
export interface LedgerEntry {
  readonly platform: string;
  readonly shop: string;
  /** Who owes: the platform's shop, unless the order names a customer. */
  readonly customer: string;
  readonly currency: Currency;
  readonly orderKey: string;
  /** The platform's number (平台單號). */
  readonly orderNumber: string;
  readonly kind: EntryKind;
  readonly on: BusinessDate;
  /** Number of the document (單號). */
  readonly number: string;
  /** Signed effect on the receivable in the document's currency: a sale is positive, a receipt negative. */
  readonly amount: Amount;
  /** The same in the company's currency. An exchange difference has an effect here only. */
  readonly baseAmount: Amount;
}

/** What an order says about its own debt. */
export interface OrderTerms {
  /** Null: no due day can be told. */
  readonly dueOn: BusinessDate | null;
  readonly orderType: string;
}

/** Terms by order key. An order that is not in it has no due day and no type. */
export type TermsByOrder = ReadonlyMap<string, OrderTerms>;

/** Days from `from` to `to`, both included. */
export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** Where a receivable stands. Amounts of two currencies are never added, so the currency is part of the place. */
export interface Account {
  readonly platform: string;
  readonly shop: string;
  readonly currency: Currency;
}

export function accountKey({ platform, shop, currency }: Account): string {
  return keyOf(platform, shop, currency);
}

/** Stands in no name. */
export const SEPARATOR = '\u001f';

/** Parts as one text that no other parts make. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join(SEPARATOR);
}

/**
 * Sorts values into groups and adds them up there.
 * @returns the groups by key, in code unit order: the order of the values never shows.
 */
export function gather<Value, Group>(
  values: Iterable<Value>,
  key: (value: Value) => string,
  start: (value: Value) => Group,
  put: (group: Group, value: Value) => void,
): Group[] {
  const groups = new Map<string, Group>();
  for (const value of values) {
    const of = key(value);
    const group = groups.get(of) ?? start(value);
    groups.set(of, group);
    put(group, value);
  }
  // Keys alone are sorted: a comparison of our own takes several times as long on a hundred thousand of them.
  const sorted: Group[] = [];
  for (const name of [...groups.keys()].sort()) {
    const group = groups.get(name);
    if (group !== undefined) sorted.push(group);
  }
  return sorted;
}
