// Sales documents an order still lacks: 銷貨單 for what it owes, 銷退單 or 折讓單 for what was credited. A newer snapshot
// with other amounts gives a further document that corrects, never a changed one.
import type { BusinessDate } from '../business-date.ts';
import { absolute, add, type Amount, larger, negate, smaller, subtract, sum, ZERO } from '../money.ts';
import { shareOf } from '../ledger/convert.ts';
import type { Order } from '../order.ts';
import type { SalesDocumentDraft, SalesDocumentKind } from '../sales-document.ts';
import type { Documented } from './account.ts';
import { openDay } from './closed-periods.ts';
import { soldOn } from './revenue-date.ts';
import type { Settlement } from './settle-orders.ts';

/**
 * Booked + new = G and C. A first document is dated by its event, one that changes what is booked by the day on which the
 * change is known; on the first open day when that day's month is closed.
 */
export function issueSales(
  settlement: Settlement,
  asOf: BusinessDate,
  closedMonths: ReadonlySet<string>,
): SalesDocumentDraft[] {
  const { order, shop, key } = settlement.account;
  const draft = (kind: SalesDocumentKind, { amount, collected, on }: Missing): SalesDocumentDraft => {
    const documentOn = openDay(on, closedMonths);
    return { kind, shop, orderKey: key, currency: order.currency, documentOn, amount, collected, base: null };
  };
  const sales = missingSales(settlement, asOf).map((sale) => draft('sale', sale));
  const credits = missingCredits(settlement);
  if (credits.length === 0) return sales;
  const on = creditDay(settlement, asOf);
  return [...sales, ...credits.map(([kind, amount, collected]) => draft(kind, { amount, collected, on }))];
}

type Credit = readonly [kind: SalesDocumentKind, amount: Amount, collected: Amount];

/** Credit that is taken back comes off the documents that gave it, first those of a kind the export no longer shows. */
function missingCredits(settlement: Settlement): Credit[] {
  const { account, credited } = settlement;
  const { documented, order } = account;
  const back = subtract(credited, documented.credited);
  const freight = collectedBackOf(settlement);
  if (back === ZERO && freight === documented.collectedBack) return [];
  const shown = creditKind(order);
  const other = shown === 'return' ? 'allowance' : 'return';
  const held = heldCredit(documented, other);
  const kept = add(held.amount, back < 0 ? larger(back, negate(larger(held.amount, ZERO))) : ZERO);
  const keptFreight = shareOf(freight, kept, credited, order.currency);
  const credit = (kind: SalesDocumentKind, amount: Amount, collected: Amount) =>
    creditChanges(heldCredit(documented, kind), { amount, collected }).map((one): Credit => [kind, ...one]);
  return [
    ...credit(other, kept, keptFreight),
    ...credit(shown, subtract(credited, kept), subtract(freight, keptFreight)),
  ];
}

type Held = Pick<Missing, 'amount' | 'collected'>;

function heldCredit(
  { credited, returned, collectedBack, collectedReturned }: Documented,
  kind: SalesDocumentKind,
): Held {
  if (kind === 'return') return { amount: returned, collected: collectedReturned };
  return { amount: subtract(credited, returned), collected: subtract(collectedBack, collectedReturned) };
}

/** Freight that does not fit into what is missing is no document of its own: the credit is taken back and given anew. */
function creditChanges(held: Held, shall: Held): Change[] {
  const [amount, collected] = [subtract(shall.amount, held.amount), subtract(shall.collected, held.collected)];
  if (amount === ZERO && collected === ZERO) return [];
  const fits = collected === ZERO || (amount > 0 === collected > 0 && absolute(collected) <= absolute(amount));
  if (fits) return [[amount, collected]];
  const anew: Change[] = shall.amount === ZERO ? [] : [[shall.amount, shall.collected]];
  return held.amount === ZERO ? anew : [[negate(held.amount), negate(held.collected)], ...anew];
}

/** A document that is missing, before its kind. */
interface Missing {
  readonly amount: Amount;
  readonly collected: Amount;
  readonly on: BusinessDate;
}

function missingSales(settlement: Settlement, asOf: BusinessDate): Missing[] {
  const { account, receivable, consigned } = settlement;
  const { documented } = account;
  const changes = changesOfSale(documented, receivable, collectedOf(settlement));
  const [only] = changes;
  if (consigned !== null && consigned.agreed === null && only !== undefined && changes.length === 1) {
    return byStatement(settlement, only, asOf);
  }
  const on = documented.lastOn === null ? saleDay(settlement, asOf) : knownOn(documented, asOf);
  return changes.map(([amount, collected]) => ({ amount, collected, on }));
}

/** Without a contract price each statement is a sale of its own day; what no new statement tells is a correction. */
function byStatement({ account, lines }: Settlement, [amount, collected]: Change, asOf: BusinessDate): Missing[] {
  const days = new Map<BusinessDate, Amount>();
  for (const {
    account: { booked, line },
    flow,
  } of lines) {
    if (booked !== null || flow.principal === 0) continue;
    days.set(line.paidOutOn, add(days.get(line.paidOutOn) ?? ZERO, flow.principal));
  }
  const all = [...days];
  const last = all.at(-1)?.[0] ?? knownOn(account.documented, asOf);
  if (collected !== ZERO || all.length < 2) return [{ amount, collected, on: last }];
  const before = all.slice(0, -1).map(([on, stated]): Missing => ({ amount: stated, collected, on }));
  const rest = subtract(amount, sum(before.map((one) => one.amount)));
  return [...before, { amount: rest, collected, on: last }].filter((one) => one.amount !== 0);
}

/** Never before what it corrects. */
export function knownOn({ lastOn }: Pick<Documented, 'lastOn'>, day: BusinessDate): BusinessDate {
  return lastOn !== null && lastOn > day ? lastOn : day;
}

type Change = readonly [amount: Amount, collected: Amount];

/**
 * Amount and freight of the sales that are missing. When the freight in a booked sale changes, the sale is taken back and
 * booked anew: a document over the difference alone would split no amount and move freight without a price.
 */
function changesOfSale(booked: Documented, receivable: Amount, collected: Amount): Change[] {
  const [sold, part] = [subtract(receivable, booked.sold), subtract(collected, booked.collected)];
  if (part === ZERO) return sold === ZERO ? [] : [[sold, ZERO]];
  if (booked.sold === ZERO) return [[sold, part]];
  const takenBack: Change = [negate(booked.sold), negate(booked.collected)];
  return receivable === ZERO ? [takenBack] : [takenBack, [receivable, collected]];
}

/** Freight the buyer paid, where the shop collects it for the carrier (代收代付). */
export function collectedOf({ account, shop, receivable }: Settlement): Amount {
  if (shop.freight !== 'collected') return ZERO;
  return smaller(account.order.parts?.BUYER_SHIPPING ?? ZERO, receivable);
}

/** The part of the credit that is such freight: credit is a share of all that was sold. */
export function collectedBackOf(settlement: Settlement): Amount {
  const { account, receivable, credited } = settlement;
  if (credited === ZERO) return ZERO;
  const collected = collectedOf(settlement);
  return smaller(collected, shareOf(collected, credited, receivable, account.order.currency));
}

/** Goods that came back make it a return (銷退單); credit without goods is an allowance (折讓單). */
function creditKind(order: Order): SalesDocumentKind {
  return order.lines.some((line) => line.returned > 0) ? 'return' : 'allowance';
}

/** The day of the statement in consignment, else the day of the policy's revenue. */
export function saleDay({ account, shop, consigned }: Settlement, asOf: BusinessDate): BusinessDate {
  return consigned?.statedOn ?? soldOn(account.order, shop, asOf);
}

/**
 * Exports print no day of return: the refund's day is the nearest, else completion. Never later than the run. Of an order
 * that is booked already, a refund that is new tells the day; else the run itself.
 */
export function creditDay(settlement: Settlement, asOf: BusinessDate): BusinessDate {
  const { account, lines } = settlement;
  const { order, documented } = account;
  const isFirst = documented.lastOn === null;
  const refund = lines.find(({ flow, account: { booked } }) => flow.refund !== 0 && (isFirst || booked === null));
  const sold = isFirst ? saleDay(settlement, asOf) : null;
  const day = refund?.account.line.paidOutOn ?? (isFirst ? (order.completedOn ?? sold) : null) ?? asOf;
  return knownOn({ lastOn: sold ?? documented.lastOn }, day > asOf ? asOf : day);
}
