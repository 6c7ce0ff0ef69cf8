// Everything there is to say about receivables at the end of a period (應收月報), computed from one set of bookings so that
// its parts tie: aging, roll-forward, statements. The worksheets and the command line show this.
import type { Currency } from '../money.ts';
import type { PayoutForecast } from '../calendar/forecast-payouts.ts';
import { type AgingBounds, agingOf, type AgingRow } from './aging.ts';
import type { LedgerEntry, Period, TermsByOrder } from './ledger-entry.ts';
import { type OpenItem, openItems } from './open-items.ts';
import { receivablesBy, type ReceivableTotal } from './receivables-by.ts';
import { type RollForward, rollForward } from './roll-forward.ts';
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
}

export interface ReceivableReport extends Pick<
  ReportInput,
  'orders' | 'openOrders' | 'period' | 'bounds' | 'baseCurrency' | 'bankDetails' | 'forecast'
> {
  /** By platform, shop and currency. */
  readonly totals: readonly ReceivableTotal[];
  readonly aging: readonly AgingRow[];
  readonly rollForward: readonly RollForward[];
  readonly statements: readonly Statement[];
  /** True when every roll-forward closes on the open orders and on the aging. */
  readonly ties: boolean;
}

export function receivableReport(input: ReportInput): ReceivableReport {
  const { entries, orders, openOrders, period, bounds, baseCurrency, bankDetails, forecast } = input;
  const items = openItems(entries, period.to);
  const aging = agingOf(items, orders, { asOf: period.to, bounds });
  const rolled = rollForward(entries, period, { openOrders, aging });
  const by = input.statementsBy;
  return {
    ...{ orders, openOrders, period, bounds, baseCurrency, bankDetails, forecast, aging },
    totals: receivablesBy(items, ['platform', 'shop']),
    rollForward: rolled,
    statements: by === null ? [] : statementsBy(entries, orders, { by, period, bounds }),
    ties: rolled.every(({ ties }) => ties),
  };
}
