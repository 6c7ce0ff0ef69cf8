// The month-end report (應收月報) of the whole books: every document of every order, whichever file brought it, for a period
// of one's own choice.
import type { PayoutForecast } from '../calendar/forecast-payouts.ts';
import { type CompanySettings, shopSettings } from '../company.ts';
import type { BusinessDate } from '../business-date.ts';
import type { Amount } from '../money.ts';
import type { Receipt } from '../receipt.ts';
import { partsOfOrderKey } from '../reconcile/account.ts';
import type { OrderOutcome } from '../reconcile/outcome.ts';
import type { SalesDocument } from '../sales-document.ts';
import type { DocumentedVoucher } from '../voucher.ts';
import type { AgingBounds } from './aging.ts';
import type { LedgerEntry, OrderTerms, Period } from './ledger-entry.ts';
import { ledgerMonth, type ShopAccountSums } from './ledger-month.ts';
import { openAsOf } from './open-as-of.ts';
import type { OpenItem } from './open-items.ts';
import type { LedgerSum } from './positions.ts';
import { type ReceivableReport, receivableReport } from './receivable-report.ts';
import { forecastWithin, type ReportOnly, within } from './report-only.ts';
import { entriesOfRun, placeOfOrder } from './run-entries.ts';
import type { PartyKind } from './statement.ts';

/** An order of the books with what is kept for it: its receivable after all of its documents. */
export interface HeldOpen extends Pick<OrderOutcome, 'orderKey' | 'orderNumber' | 'shop' | 'currency'> {
  readonly open: Amount;
  readonly baseOpen: Amount;
}

/** Everything in the books that moves a receivable, whatever its day. */
export interface ReceivableDocuments {
  readonly orders: readonly HeldOpen[];
  readonly sales: readonly Pick<SalesDocument, 'number' | 'kind' | 'documentOn' | 'orderKey' | 'amount' | 'base'>[];
  /** With their allocations to receivables and write-offs; `base` in the order of these. */
  readonly receipts: readonly Pick<Receipt, 'number' | 'kind' | 'receivedOn' | 'allocations' | 'base' | 'reverses'>[];
}

/** The entries of the books. The customer is the platform: it owes, and no order names a buyer. */
export function entriesOfBooks(documents: ReceivableDocuments): LedgerEntry[] {
  // Of orders, documents and receipts no more is read than what the books give here.
  const entries = entriesOfRun(documents as Parameters<typeof entriesOfRun>[0]);
  return entries.map(({ platform, shop, currency, orderKey, orderNumber, kind, on, number, amount, baseAmount }) => {
    return {
      ...{ platform, shop, customer: platform, currency, orderKey, orderNumber, kind, on, number, amount, baseAmount },
    };
  });
}

/** What the orders say they owed at the end of a day, and the documents of a later one. */
export function openOrdersOfBooks(
  { orders }: ReceivableDocuments,
  entries: readonly LedgerEntry[],
  to: BusinessDate,
): OpenItem[] {
  const said = orders.map((order): OpenItem => {
    const place = placeOfOrder(order as OrderOutcome);
    return { ...place, customer: place.platform, open: order.open, baseOpen: order.baseOpen };
  });
  return openAsOf(
    said,
    entries.filter(({ on }) => on > to),
  );
}

export interface BooksWish {
  readonly period: Period;
  readonly bounds: AgingBounds;
  readonly statementsBy: PartyKind | null;
  /** Left out or null: the whole books. */
  readonly only?: ReportOnly | null;
}

/** What is known of the books beside their documents. */
export interface BooksFacts {
  readonly company: CompanySettings;
  readonly ledger: readonly LedgerSum[];
  /** Accounts of the period by shop. */
  readonly accounts: readonly ShopAccountSums[];
  /** Of the period, with shops by their keys; null where they are too many. */
  readonly vouchers: readonly DocumentedVoucher[] | null;
  /** Due days by order key, of the orders that are open. */
  readonly dueDays: ReadonlyMap<string, BusinessDate | null>;
  readonly forecast: PayoutForecast;
}

export function booksReport(
  entries: readonly LedgerEntry[],
  openOrders: readonly OpenItem[],
  { period, bounds, statementsBy, only = null }: BooksWish,
  { company, ledger, accounts, vouchers, dueDays, forecast }: BooksFacts,
): ReceivableReport {
  const own = within(only, entries);
  return receivableReport({
    ...{ entries: own, openOrders: within(only, openOrders), period, bounds, statementsBy, only },
    ...{ ledger: within(only, ledger), ledgerMonth: ledgerMonth(only, accounts, vouchers) },
    forecast: forecastWithin(only, forecast),
    orders: termsOf(own, company, dueDays),
    baseCurrency: company.baseCurrency,
    bankDetails: company.bankDetails ?? null,
  });
}

/** The type of an order (訂單類型) is the model of its shop: the only one that the books hold. */
function termsOf(
  entries: readonly LedgerEntry[],
  company: CompanySettings,
  dueDays: BooksFacts['dueDays'],
): Map<string, OrderTerms> {
  const terms = new Map<string, OrderTerms>();
  for (const { orderKey } of entries) {
    if (terms.has(orderKey)) continue;
    const orderType = shopSettings(company, partsOfOrderKey(orderKey).shop).settlement;
    terms.set(orderKey, { dueOn: dueDays.get(orderKey) ?? null, orderType });
  }
  return terms;
}
