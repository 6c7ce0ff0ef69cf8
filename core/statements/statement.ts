// The statement of account (對帳單) of a customer, a shop or an order type: opening, every document of the period with the
// balance after it, closing, and how old the closing is.
import type { BusinessDate } from '../business-date.ts';
import { compareText } from '../compare-text.ts';
import { add, type Amount, type Currency, negate, sum, ZERO } from '../money.ts';
import { type AgingBounds, type AgingFigures, agingFigures } from './aging.ts';
import {
  ENTRY_KINDS,
  type EntryKind,
  gather,
  keyOf,
  type LedgerEntry,
  type Period,
  type TermsByOrder,
} from './ledger-entry.ts';
import { openItems } from './open-items.ts';

export const PARTIES = ['customer', 'shop', 'orderType'] as const;
export type PartyKind = (typeof PARTIES)[number];

/** Whom or what a statement is about. */
export interface Party {
  readonly by: PartyKind;
  readonly name: string;
  /** For shops: two platforms may have shops of one name. */
  readonly platform: string | null;
}

/** The columns of a document with the signs they are read with; balance = before + sale − … − received + other. */
export interface StatementAmounts {
  readonly sale: Amount;
  readonly returned: Amount;
  readonly allowance: Amount;
  /** Receipts, less what was refunded again. */
  readonly received: Amount;
  /** Write-offs, bad debts, transfers (沖轉), exchange: with the sign they have on the balance. */
  readonly other: Amount;
}

export interface StatementLine extends StatementAmounts {
  readonly on: BusinessDate;
  readonly number: string;
  readonly orderNumber: string;
  readonly platform: string;
  readonly shop: string;
  readonly kind: EntryKind;
  readonly balance: Amount;
}

export interface Statement {
  readonly party: Party;
  readonly currency: Currency;
  readonly period: Period;
  readonly opening: Amount;
  readonly lines: readonly StatementLine[];
  readonly totals: StatementAmounts;
  readonly closing: Amount;
  /** At the end of the period; its total is the closing. */
  readonly aging: AgingFigures;
  readonly bounds: AgingBounds;
}

export interface StatementWish {
  readonly by: PartyKind;
  readonly period: Period;
  readonly bounds: AgingBounds;
}

/**
 * One statement a party and currency that has an opening balance or a document in the period. Pass the entries of one
 * party to get its statements only.
 */
export function statementsBy(entries: Iterable<LedgerEntry>, orders: TermsByOrder, wish: StatementWish): Statement[] {
  return gather(
    entries,
    (entry) => {
      const { platform, name } = partyOf(entry, orders, wish.by);
      return keyOf(platform ?? '', name, entry.currency);
    },
    (entry) => ({ party: partyOf(entry, orders, wish.by), currency: entry.currency, entries: [] as LedgerEntry[] }),
    (group, entry) => group.entries.push(entry),
  )
    .map((group) => statementOf(group, orders, wish))
    .filter(({ opening, lines }) => opening !== ZERO || lines.length > 0);
}

function partyOf({ platform, shop, customer, orderKey }: LedgerEntry, orders: TermsByOrder, by: PartyKind): Party {
  switch (by) {
    case 'customer':
      return { by, name: customer, platform: null };
    case 'shop':
      return { by, name: shop, platform };
    case 'orderType':
      return { by, name: orders.get(orderKey)?.orderType ?? '', platform: null };
  }
}

interface PartyEntries {
  readonly party: Party;
  readonly currency: Currency;
  readonly entries: readonly LedgerEntry[];
}

function statementOf({ party, currency, entries }: PartyEntries, orders: TermsByOrder, wish: StatementWish): Statement {
  const { period, bounds } = wish;
  const opening = sum(entries.filter(({ on }) => on < period.from).map(({ amount }) => amount));
  const own = entries.filter(({ on, amount }) => on >= period.from && on <= period.to && amount !== ZERO);
  const lines = linesOf(own, opening);
  const aging = agingFigures(openItems(entries, period.to), orders, { asOf: period.to, bounds });
  const closing = lines.at(-1)?.balance ?? opening;
  return { party, currency, period, opening, lines, totals: totalsOf(lines), closing, aging, bounds };
}

function linesOf(entries: readonly LedgerEntry[], opening: Amount): StatementLine[] {
  let balance = opening;
  return [...entries].sort(byReading).map((entry) => {
    const { on, number, orderNumber, platform, shop, kind } = entry;
    balance = add(balance, entry.amount);
    return { on, number, orderNumber, platform, shop, kind, ...columnsOf(entry), balance };
  });
}

const NOTHING: StatementAmounts = { sale: ZERO, returned: ZERO, allowance: ZERO, received: ZERO, other: ZERO };

function columnsOf({ kind, amount }: LedgerEntry): StatementAmounts {
  switch (kind) {
    case 'sale':
      return { ...NOTHING, sale: amount };
    case 'return':
      return { ...NOTHING, returned: negate(amount) };
    case 'allowance':
      return { ...NOTHING, allowance: negate(amount) };
    case 'receipt':
    case 'refund':
      return { ...NOTHING, received: negate(amount) };
    case 'writeOff':
    case 'badDebt':
    case 'adjustment':
    case 'fx':
      return { ...NOTHING, other: amount };
  }
}

function totalsOf(lines: readonly StatementLine[]): StatementAmounts {
  return {
    sale: sum(lines.map(({ sale }) => sale)),
    returned: sum(lines.map(({ returned }) => returned)),
    allowance: sum(lines.map(({ allowance }) => allowance)),
    received: sum(lines.map(({ received }) => received)),
    other: sum(lines.map(({ other }) => other)),
  };
}

/** By day, kind, document, order, amount: entries that are equal in all of these make equal lines. */
function byReading(left: LedgerEntry, right: LedgerEntry): number {
  return (
    compareText(left.on, right.on) ||
    ENTRY_KINDS.indexOf(left.kind) - ENTRY_KINDS.indexOf(right.kind) ||
    compareText(left.number, right.number) ||
    compareText(left.orderNumber, right.orderNumber) ||
    compareText(left.platform, right.platform) ||
    compareText(left.shop, right.shop) ||
    left.amount - right.amount
  );
}
