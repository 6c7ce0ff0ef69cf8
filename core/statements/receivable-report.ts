// Everything there is to say about receivables at the end of a period (應收月報), computed from one set of bookings so that
// its parts tie: aging, roll-forward, statements. The worksheets and the command line show this.
import { type Currency, ZERO } from '../money.ts';
import type { PayoutForecast } from '../calendar/forecast-payouts.ts';
import { type AgingBounds, agingOf, type AgingRow } from './aging.ts';
import type { LedgerEntry, Period, TermsByOrder } from './ledger-entry.ts';
import type { LedgerMonth } from './ledger-month.ts';
import { type OpenItem, openItems } from './open-items.ts';
import { type LedgerSum, type LedgerTie, ledgerTies, placed, type PlatformPosition, positionsOf } from './positions.ts';
import type { ReportOnly } from './report-only.ts';
import { receivablesBy, type ReceivableTotal } from './receivables-by.ts';
import { type OpenOrderSum, type RollForward, rollForward } from './roll-forward.ts';
import { type PartyKind, type Statement, statementsBy } from './statement.ts';

export interface ReportInput {
  readonly entries: readonly LedgerEntry[];
  readonly orders: TermsByOrder;
  /** What each order itself says is open at the end of the period: the figure the entries are held against. */
  readonly openOrders: readonly OpenItem[];
  readonly period: Period;
  readonly bounds: AgingBounds;
  /** Null: no statements are wanted. */
  readonly statementsBy: PartyKind | null;
  /** Null while the company keeps each currency by itself: base amounts then say nothing and are shown nowhere. */
  readonly baseCurrency: Currency | null;
  /** Where the company wants to be paid, printed on statements; null: nothing is printed. */
  readonly bankDetails: string | null;
  readonly forecast: PayoutForecast | null;
  /** What the report is narrowed to; left out or null: nothing is. */
  readonly only?: ReportOnly | null;
  /** Sums of the whole ledger up to the end of the period. Left out: the entries are of some orders, not of the books. */
  readonly ledger?: readonly LedgerSum[];
  /** Accounts and vouchers of the period; goes with `ledger`. */
  readonly ledgerMonth?: LedgerMonth;
}

/** What only the books as a whole can say. */
export interface BooksProof {
  /** What each platform has of ours, where it is. */
  readonly positions: readonly PlatformPosition[];
  /** Every closing against the ledger's 應收帳款. */
  readonly ledgerTies: readonly LedgerTie[];
  readonly ledgerMonth: LedgerMonth;
}

export interface ReceivableReport extends Pick<
  ReportInput,
  'orders' | 'openOrders' | 'period' | 'bounds' | 'baseCurrency' | 'bankDetails' | 'forecast'
> {
  readonly only: ReportOnly | null;
  /** By platform, shop and currency. */
  readonly totals: readonly ReceivableTotal[];
  readonly aging: readonly AgingRow[];
  readonly rollForward: readonly RollForward[];
  readonly statements: readonly Statement[];
  /** Null: of the orders of a run, and of no others. */
  readonly books: BooksProof | null;
  /** True when every roll-forward closes on the open orders and on the aging, and, of the books, on the ledger. */
  readonly ties: boolean;
}

export function receivableReport(input: ReportInput): ReceivableReport {
  const { entries, orders, openOrders, period, bounds, baseCurrency, bankDetails, forecast } = input;
  const items = openItems(entries, period.to);
  const aging = agingOf(items, orders, { asOf: period.to, bounds });
  const positions = input.ledger === undefined ? null : positionsOf(input.ledger);
  const known = [...openOrders, ...(positions ?? []).filter(hasReceivable).map(nothingOpen)];
  const rolled = rollForward(entries, period, { openOrders: known, aging });
  const by = input.statementsBy;
  const month = input.ledgerMonth ?? NO_LEDGER;
  const books = positions && { positions, ledgerTies: ledgerTies(rolled, positions), ledgerMonth: month };
  return {
    ...{ orders, openOrders, period, bounds, baseCurrency, bankDetails, forecast, only: input.only ?? null, aging },
    totals: receivablesBy(items, ['platform', 'shop']),
    rollForward: rolled,
    statements: by === null ? [] : statementsBy(entries, orders, { by, period, bounds }),
    books,
    ties: rolled.every(({ ties }) => ties) && (books === null || isSound(books)),
  };
}

const NO_LEDGER: LedgerMonth = { accounts: [], vouchers: null };

/** An account that only the ledger knows has a row of its own, or nobody would see that it does not tie. */
const hasReceivable = ({ unpaid, baseUnpaid }: PlatformPosition) => unpaid !== 0 || baseUnpaid !== 0;
const nothingOpen = ({ platform, shop, currency }: PlatformPosition): OpenOrderSum => {
  return { platform, shop, currency, open: ZERO, baseOpen: ZERO };
};

function isSound({ positions, ledgerTies: held }: BooksProof): boolean {
  const tied = held.every(({ difference, baseDifference }) => difference === 0 && baseDifference === 0);
  return tied && positions.every((position) => position.closing === placed(position));
}
