// The month-end report of the whole books: all documents on receivables, what the orders say, what the ledger says, and
// what a run over everything that is open would say of due days and payouts to come. Nothing is written.
import type { BusinessDate } from '../../core/business-date.ts';
import { type Amount, ZERO } from '../../core/money.ts';
import { shopSettings } from '../../core/company.ts';
import { planReconciliation } from '../../core/reconcile/plan-reconciliation.ts';
import { sellsLater } from '../../core/reconcile/revenue-date.ts';
import { booksReport, type BooksWish, entriesOfBooks, openOrdersOfBooks } from '../../core/statements/books-report.ts';
import type { Period } from '../../core/statements/ledger-entry.ts';
import { VOUCHERS_SHOWN_MAX } from '../../core/statements/ledger-month.ts';
import type { ReceivableReport } from '../../core/statements/receivable-report.ts';
import type { ReportMonths } from '../../core/statements/report-api.ts';
import { notThere, type ReportOnly } from '../../core/statements/report-only.ts';
import { forecastRun } from '../../core/statements/run-forecast.ts';
import type { DocumentedVoucher } from '../../core/voucher.ts';
import { approvedLines, ordersWithBadDebts } from '../../core/work-decisions.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import type { Statements } from '../store/database.ts';
import { accountSums } from '../store/account-sums.ts';
import {
  bookedMonths,
  ledgerSums,
  ordersToBeSold,
  ordersWithReserve,
  receivableDocuments,
} from '../store/receivable-documents.ts';
import { closedMonths } from '../store/periods.ts';
import { listShops } from '../store/shops.ts';
import { NO_SHOP, vouchersById, vouchersWithin } from '../store/vouchers.ts';
import { workEvents } from '../store/work-events.ts';
import { loadScope } from './load-scope.ts';
import { loadSetUp, type SetUp } from './load-set-up.ts';
import { tellVouchers } from './tell-vouchers.ts';

export function reportReceivables(books: Books, wish: BooksWish): Promise<ReceivableReport> {
  return books.database.transaction(books.company, (tx) => report(tx, wish));
}

export function getReportMonths(books: Books): Promise<ReportMonths> {
  return books.database.transaction(books.company, async (tx) => ({
    booked: await bookedMonths(tx),
    closed: [...(await closedMonths(tx))].sort(),
    shops: await shopPlaces(tx),
  }));
}

const shopPlaces = async (tx: Statements) =>
  (await listShops(tx)).map(({ platform, name }) => ({ platform, shop: name }));

/** Names that the books do not hold are refused: an empty report would read as if nothing were owed. */
async function requireShops(tx: Statements, only: ReportOnly): Promise<void> {
  const missing = notThere(only, await shopPlaces(tx));
  if (missing === null) return;
  const { what, wanted, known } = missing;
  const code = what === 'shop' ? 'SHOP_NOT_IN_BOOKS' : 'PLATFORM_NOT_IN_BOOKS';
  throw new ApiError(code, { wanted, known: known.join('、') || '—', knownEn: known.join(', ') || '—' });
}

async function report(tx: Statements, wish: BooksWish): Promise<ReceivableReport> {
  if (wish.only) await requireShops(tx, wish.only);
  const { to } = wish.period;
  const setUp = await loadSetUp(tx, to, {});
  const documents = await receivableDocuments(tx);
  const entries = entriesOfBooks(documents);
  const openOrders = openOrdersOfBooks(documents, entries, to);
  const openNow = new Map(documents.orders.filter(({ open }) => open !== 0).map((one) => [one.orderKey, one.open]));
  const later = (await listShops(tx)).filter(({ key }) => sellsLater(shopSettings(setUp.company, key)));
  const toCome = await ordersToBeSold(
    tx,
    later.map(({ id }) => id),
  );
  const open = [...openOrders.map((one) => one.orderKey), ...openNow.keys()];
  const keys = [...open, ...(await ordersWithReserve(tx)), ...toCome];
  const ahead = await lookAhead(tx, setUp, to, { orderKeys: [...new Set(keys)], openNow });
  const ledger = await ledgerSums(tx, wish.period);
  const [accounts, vouchers] = [await accountSums(tx, wish.period), await vouchersOfPeriod(tx, wish.period)];
  return booksReport(entries, openOrders, wish, { company: setUp.company, ledger, accounts, vouchers, ...ahead });
}

/** Null where they are more than anybody reads. */
async function vouchersOfPeriod(tx: Statements, period: Period): Promise<DocumentedVoucher[] | null> {
  const vouchers = await vouchersWithin(tx, period, VOUCHERS_SHOWN_MAX);
  if (vouchers === null) return null;
  const shops = new Map((await listShops(tx)).map((shop) => [shop.id, { ...shop, name: shop.key }]));
  shops.set(NO_SHOP, { id: NO_SHOP, platform: '', name: '', key: '' });
  const held = new Set(vouchers.map(({ id }) => id));
  const reversed = vouchers.flatMap(({ reverses }) => (reverses === null || held.has(reverses) ? [] : [reverses]));
  const earlier = await vouchersById(tx, reversed);
  return (await tellVouchers(tx, [...earlier, ...vouchers], { shops })).slice(earlier.length);
}

interface StillOpen {
  readonly orderKeys: readonly string[];
  /** What the books keep as open, with documents of every day: a payout that is booked is not expected once more. */
  readonly openNow: ReadonlyMap<string, Amount>;
}

/** Due days, and fees and reserves to come, as a run over these orders and all of their payout lines would judge them. */
async function lookAhead(tx: Statements, setUp: SetUp, asOf: BusinessDate, { orderKeys, openNow }: StillOpen) {
  const events = await workEvents(tx);
  const decided = { approved: new Set(approvedLines(events)), badDebts: ordersWithBadDebts(events) };
  const { company } = setUp;
  const { orders, lines } = await loadScope(tx, { batchIds: [], ...decided, linkedByHand: orderKeys, company });
  const plan = planReconciliation({ ...setUp, asOf, orders, lines });
  // What such a run would still book is not in the books.
  const outcomes = plan.orders.map((order) => ({ ...order, open: openNow.get(order.orderKey) ?? ZERO }));
  return {
    dueDays: new Map(plan.orders.map(({ orderKey, dueOn }) => [orderKey, dueOn])),
    forecast: forecastRun(outcomes, { ...setUp, asOf, orders }),
  };
}
