// The documents of a run before they are valued: sales documents and receipts, from what was decided about the orders.
import { type BusinessDate, monthOf } from '../business-date.ts';
import { shopSettings } from '../company.ts';
import { compareText } from '../compare-text.ts';
import { concernsOrder } from '../payout.ts';
import { imbalanceOf, type ReceiptDraft } from '../receipt.ts';
import type { SalesDocumentDraft } from '../sales-document.ts';
import type { LineAccount, ReconcileInput } from './account.ts';
import { bookBadDebt } from './bad-debt.ts';
import { bookOrder, holdBack, releases } from './book-order.ts';
import type { BookedLine } from './booked-line.ts';
import { acceptOnHold } from './decisions.ts';
import { openDay } from './closed-periods.ts';
import type { RateOn } from './exchange-rates.ts';
import { flowOf } from './flow.ts';
import { issueReceipts, joinBooked } from './issue-receipts.ts';
import { issueSales, knownOn, saleDay } from './issue-sales.ts';
import type { JudgedOrder } from './judge-orders.ts';
import type { Links } from './links.ts';
import type { Review } from './review-lines.ts';
import type { Settlement } from './settle-orders.ts';

export interface Documents {
  readonly sales: readonly SalesDocumentDraft[];
  readonly receipts: readonly ReceiptDraft[];
}

export function draftDocuments(
  judged: readonly JudgedOrder[],
  links: Links,
  input: ReconcileInput,
  review: Review,
): Documents {
  const { asOf, closedMonths, company } = input;
  const fresh: BookedLine[] = [];
  const moved: BookedLine[] = [];
  const released = new Set<string>();
  for (const { settlement, adjustments } of judged) {
    if (review.isUnrated(settlement.account.key)) continue;
    const bookings = bookOrder(settlement, adjustments, comesBeforeSale(settlement, input));
    fresh.push(...bookings.fresh);
    moved.push(...releases(settlement, released), ...bookings.moved, ...bookBadDebt(settlement, adjustments.badDebt));
  }
  const waiting = links.unlinked
    .map((one) => one.account)
    .filter((account) => account.booked === null && review.reasonOf(account, null) === null);
  // What was decided while a line waited, or about one whose receipt was undone, comes with the receipt that books it.
  const hold = (account: LineAccount) => {
    const held = holdBack(account, flowOf(account.line));
    const accepted = acceptOnHold(account, input.decisions);
    return accepted === null ? held : joinBooked(held, accepted);
  };
  for (const { account } of links.unlinked) {
    const mayMove = account.booked !== null && review.mayMove(account.line.currency);
    const accepted = mayMove ? acceptOnHold(account, input.decisions) : null;
    if (accepted !== null) moved.push(accepted);
  }
  const rated = judged.filter(({ settlement }) => !review.isUnrated(settlement.account.key));
  const sales = rated.flatMap(({ settlement }) => issueSales(settlement, asOf, closedMonths));
  const receipts = issueReceipts({
    fresh: [...fresh, ...waiting.filter(isOfOrder).map(hold)],
    expenses: waiting.filter((account) => !isOfOrder(account)).map(hold),
    moved,
    ...{ movesOn: moveDays(judged, sales, asOf), closedMonths },
    perOrder: (shop) => shopSettings(company, shop).receiptPer === 'order',
  });
  return { sales: sales.sort(byDay), receipts: receipts.map(balanced) };
}

/**
 * Money of a month before that of its sale is on hold at that month's end, also where one run sees both. In consignment a
 * statement is both.
 */
function comesBeforeSale(settlement: Settlement, { asOf, closedMonths }: ReconcileInput) {
  if (!settlement.sold || settlement.consigned !== null) return () => false;
  const month = monthOf(openDay(saleDay(settlement, asOf), closedMonths));
  return ({ line }: LineAccount) => monthOf(openDay(line.paidOutOn, closedMonths)) < month;
}

/**
 * Money moves on the run's day, and never before the sale that it clears: an export may show orders that were completed
 * after the day of the run.
 */
function moveDays(judged: readonly JudgedOrder[], sales: readonly SalesDocumentDraft[], asOf: BusinessDate) {
  const latest = new Map<string, BusinessDate>();
  const note = (key: string, on: BusinessDate) => {
    if (on > (latest.get(key) ?? asOf)) latest.set(key, on);
  };
  for (const { settlement } of judged) note(settlement.account.key, knownOn(settlement.account.documented, asOf));
  for (const { orderKey, documentOn } of sales) note(orderKey, documentOn);
  return ({ allocations }: BookedLine): BusinessDate =>
    allocations.reduce((day, { orderKey }) => {
      const on = orderKey === null ? undefined : latest.get(orderKey);
      return on !== undefined && on > day ? on : day;
    }, asOf);
}

const isOfOrder = ({ line }: LineAccount) => concernsOrder(line);

/** Sales documents are numbered by day; those of one day by order, as they came. */
const byDay = (left: SalesDocumentDraft, right: SalesDocumentDraft) => compareText(left.documentOn, right.documentOn);

function balanced(receipt: ReceiptDraft): ReceiptDraft {
  const imbalance = imbalanceOf(receipt);
  if (imbalance !== 0) throw new Error(`receipt of ${receipt.shop} ${receipt.receivedOn} is out by ${imbalance}`);
  return receipt;
}

/** Orders with a document on a day for which the books have no rate. What takes a sale back needs none. */
export function ordersWithoutRate({ sales, receipts }: Documents, rateOn: RateOn): string[] {
  const keys = [
    ...sales
      .filter((sale) => (sale.kind !== 'sale' || sale.amount > 0) && rateOn(sale.currency, sale.documentOn) === null)
      .map((sale) => sale.orderKey),
    ...receipts
      .filter((receipt) => rateOn(receipt.currency, receipt.receivedOn) === null)
      .flatMap((receipt) => receipt.allocations.flatMap((part) => part.orderKey ?? [])),
  ];
  return [...new Set(keys)];
}
