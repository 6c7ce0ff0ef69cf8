// Sales documents an order still lacks: 銷貨單 for what it owes, 銷退單 or 折讓單 for what was credited. A newer snapshot
// with other amounts gives a further document that corrects, never a changed one.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, negate, smaller, subtract, ZERO } from '../money.ts';
import { isShipped, type Order } from '../order.ts';
import type { SalesDocumentDraft, SalesDocumentKind } from '../sales-document.ts';
import type { Documented } from './account.ts';
import { openDay } from './closed-periods.ts';
import type { Settlement } from './settle-orders.ts';

/** Booked + new = G and C. Dated by the event, or on the first open day when its month is closed. */
export function issueSales(
  settlement: Settlement,
  asOf: BusinessDate,
  closedMonths: ReadonlySet<string>,
): SalesDocumentDraft[] {
  const { account, receivable, credited } = settlement;
  const { order, documented, shop, key } = account;
  const collected = collectedOf(settlement);
  const on = (day: BusinessDate) => openDay(day, closedMonths);
  const draft = (kind: SalesDocumentKind, amount: Amount, part: Amount, documentOn: BusinessDate) => ({
    ...{ kind, shop, orderKey: key, currency: order.currency, documentOn, amount, collected: part, base: null },
  });
  const day = on(soldOn(order, asOf));
  const back = subtract(credited, documented.credited);
  return [
    ...changesOfSale(documented, receivable, collected).map(([sold, part]) => draft('sale', sold, part, day)),
    ...(back === 0 ? [] : [draft(creditKind(order), back, ZERO, on(creditedOn(settlement, asOf)))]),
  ];
}

/**
 * Amount and freight of the sales that are missing. When the freight in a booked sale changes, the sale is taken back and
 * booked anew: a document over the difference alone would split no amount and move freight without a price.
 */
function changesOfSale(booked: Documented, receivable: Amount, collected: Amount): [Amount, Amount][] {
  const [sold, part] = [subtract(receivable, booked.sold), subtract(collected, booked.collected)];
  if (part === ZERO) return sold === ZERO ? [] : [[sold, ZERO]];
  if (booked.sold === ZERO) return [[sold, part]];
  const takenBack: [Amount, Amount] = [negate(booked.sold), negate(booked.collected)];
  return receivable === ZERO ? [takenBack] : [takenBack, [receivable, collected]];
}

/** Freight the buyer paid, where the shop collects it for the carrier (代收代付). */
export function collectedOf({ account, shop, receivable }: Settlement): Amount {
  if (shop.freight !== 'collected' || !isShipped(account.order)) return ZERO;
  return smaller(account.order.parts?.BUYER_SHIPPING ?? ZERO, receivable);
}

/** Goods that came back make it a return (銷退單); credit without goods is an allowance (折讓單). */
function creditKind(order: Order): SalesDocumentKind {
  return order.lines.some((line) => line.returned > 0) ? 'return' : 'allowance';
}

/** The day the goods left, or the nearest the export knows. */
export function soldOn(order: Order, asOf: BusinessDate): BusinessDate {
  return order.shippedOn ?? order.completedOn ?? order.paidOn ?? order.orderedOn ?? asOf;
}

/** Exports print no day of return: the refund's day is the nearest, else completion. Never later than the run. */
function creditedOn({ account, lines }: Settlement, asOf: BusinessDate): BusinessDate {
  const refund = lines.find((line) => line.flow.refund !== 0)?.account.line.paidOutOn;
  const day = refund ?? account.order.completedOn ?? soldOn(account.order, asOf);
  return day > asOf ? asOf : day;
}
