// A ledger as a table of texts: one line a booking, as an accountant would jot it down.
// `<day> <kind> <order> <amount> [currency base] [shop] [customer]`
import fc from '../../fast-check.ts';
import { addDays, type BusinessDate, dayOfText } from '../../../core/business-date.ts';
import { type Amount, amountOfText, amountOfUnits, type Currency } from '../../../core/money.ts';
import {
  ENTRY_KINDS,
  type EntryKind,
  type LedgerEntry,
  type OrderTerms,
} from '../../../core/statements/ledger-entry.ts';
import { must } from '../reconcile/memory-books.ts';

export const on = (text: string): BusinessDate => must(dayOfText(text));
export const money = (text: string): Amount => must(amountOfText(text));

const ENTRY =
  /^(\S+)\s+(\S+)\s+(\S+)\s+(-?[\d.]+)(?:\s+([A-Z]{3})\s+(-?[\d.]+))?(?:\s+shop=(\S+))?(?:\s+customer=(\S+))?$/;

/** Reads a table of bookings. The platform is `demo`; documents are numbered in the order they are written. */
export function ledger(table: string): LedgerEntry[] {
  return table
    .trim()
    .split('\n')
    .map((line, at) => {
      const found = must(ENTRY.exec(line.trim()));
      const [, day = '', kind = '', order = '', amount = '', currency = 'TWD', base = amount] = found;
      const shop = found[7] ?? 'corner';
      return {
        ...{ platform: 'demo', shop, customer: found[8] ?? shop, currency },
        ...{ orderKey: `${shop}/${order}`, orderNumber: order, number: `D${String(at + 1).padStart(3, '0')}` },
        kind: must(ENTRY_KINDS.find((one) => one === kind)),
        on: on(day),
        amount: money(amount),
        baseAmount: money(base),
      };
    });
}

/** Terms of orders: `A1: '2026-01-15'`, or with a type `A1: '2026-01-15 wholesale'`; `-` for no due day. */
export function termsOf(due: Readonly<Record<string, string>>, shop = 'corner'): Map<string, OrderTerms> {
  return new Map(
    Object.entries(due).map(([order, text]) => {
      const [day = '-', orderType = 'retail'] = text.split(' ');
      return [`${shop}/${order}`, { dueOn: day === '-' ? null : on(day), orderType }];
    }),
  );
}

/** Any bookings: three shops, two currencies, a year of days, amounts to the ten-thousandth. */
export const anyEntries = fc.array(
  fc
    .record({
      shop: fc.constantFrom('corner', 'flagship', 'outlet'),
      customer: fc.option(fc.constantFrom('陳**', 'Lee**')),
      currency: fc.constantFrom<Currency>('TWD', 'USD'),
      order: fc.integer({ min: 1, max: 8 }),
      kind: fc.constantFrom<EntryKind>(...ENTRY_KINDS),
      day: fc.integer({ min: 0, max: 364 }),
      number: fc.integer({ min: 1, max: 20 }),
      amount: fc.integer({ min: -30_000_000, max: 30_000_000 }),
      base: fc.integer({ min: -900_000_000, max: 900_000_000 }),
    })
    .map(({ shop, customer, currency, order, kind, day, number, amount, base }): LedgerEntry => ({
      ...{ platform: 'demo', shop, customer: customer ?? shop, currency, kind },
      ...{ orderKey: `${shop}/${order}`, orderNumber: `A${order}`, number: `D${number}` },
      on: addDays(on('2026-01-01'), day),
      amount: kind === 'fx' ? amountOfUnits(0) : amountOfUnits(amount),
      baseAmount: amountOfUnits(base),
    })),
  { maxLength: 60 },
);

/** Due days of the orders above; order 8 has none. */
export const ANY_TERMS = new Map<string, OrderTerms>(
  ['corner', 'flagship', 'outlet'].flatMap((shop) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((order): [string, OrderTerms] => [
      `${shop}/${order}`,
      {
        dueOn: order === 8 ? null : addDays(on('2026-01-01'), order * 45),
        orderType: order % 2 ? 'retail' : 'wholesale',
      },
    ]),
  ),
);

export const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(on('2025-12-15'), days));

export const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 120 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

/** The same bookings, and once more in another order. */
export const shuffledEntries = anyEntries.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
);
