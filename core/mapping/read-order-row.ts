// One row of an order export: what it says about its order, and one item line.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, type Currency, ZERO, amountOfUnits, negate, portion, textOfAmount } from '../money.ts';
import type { OrderLine, OrderStage } from '../order.ts';
import { FIELD_LENGTH_MAX, shortText } from '../short-text.ts';
import { type DayRole, type OrderMatch, type OrderPlan, type ReceivableMatch, collectStage } from './order-plan.ts';
import { readAmount, readDay, readIdentifier, readQuantity, readWords } from './read-cells.ts';
import type { RowReader } from './read-row.ts';
import { normalizeHeader } from './normalize-header.ts';

/** What a row says about its order as a whole; null is an empty cell. */
export interface OrderValues {
  readonly status: string | null;
  readonly stage: OrderStage | null;
  /** In the order of `OrderPlan.days`. */
  readonly days: readonly (BusinessDate | null)[];
  /** Signed terms of G, in the order of `OrderPlan.receivables`. */
  readonly terms: readonly (Amount | null)[];
}

export interface OrderRow {
  readonly values: OrderValues;
  /** Empty where a further row of an order does not repeat it. */
  readonly currency: Currency;
  /** Null for a charge, which is no goods. */
  readonly line: OrderLine | null;
  /** Σ of the row's own terms of G. */
  readonly ownTerms: Amount;
  /** The platform says that money went back to the buyer. */
  readonly refunded: boolean;
  /** Other numbers of the order that the row names. */
  readonly otherNumbers: readonly string[];
}

/** What is known of a row before it is read. */
export interface RowPlace {
  /** A pseudo item such as 運費. */
  readonly charge: boolean;
  /** An earlier row is of the same order, and values of the order may be blank on this one. */
  readonly continues: boolean;
}

/** The row the reader stands on; null when something of it was unreadable and thereby reported. */
export function readOrderRow(reader: RowReader, plan: OrderPlan, place: RowPlace): OrderRow | null {
  const values = readOrderValues(reader, plan, place.continues);
  const quantity = place.charge ? null : readPieces(reader, plan);
  const ownTerms = plan.lineReceivables.map((match) => ownTerm(reader, match, quantity));
  const own = amountOfUnits(ownTerms.reduce<number>((total, term) => total + term, 0));
  const line = place.charge ? null : readLine(reader, plan, quantity, values, own);
  const currency = plan.currency(reader, place.continues);
  const refunded = readRefunded(reader, plan);
  const otherNumbers = plan.otherNumbers.flatMap((match) => reader.read(match, readIdentifier) ?? []);
  for (const check of plan.checks) check(reader);
  if (values === null || currency === null || (line === null && !place.charge) || reader.failed) return null;
  return { values, currency, line, ownTerms: own, refunded, otherNumbers };
}

/**
 * The first column on which two rows of one order disagree. Where values stand once, an empty cell says nothing; where
 * rows have a status each, status and days are theirs.
 */
export function differingColumn(first: OrderValues, other: OrderValues, plan: OrderPlan): OrderMatch | undefined {
  const { orderValues = 'repeat', stageOfLines } = plan.mapping;
  const differ = <T>(one: T | null | undefined, two: T | null | undefined, blank: T | null) => {
    const [left, right] = [one ?? blank, two ?? blank];
    return orderValues === 'repeat' ? left !== right : left !== null && right !== null && left !== right;
  };
  const noMoney = orderValues === 'repeat' ? ZERO : null;
  const ofTerms = plan.receivables.find((_, at) => differ(first.terms[at], other.terms[at], noMoney));
  if (stageOfLines !== undefined) return ofTerms;
  if (differ(first.status, other.status, null)) return plan.status[0];
  return plan.days.find((_, at) => differ(first.days[at], other.days[at], null)) ?? ofTerms;
}

/** The values of two rows together: what the first leaves empty the other may say. */
export function filledFrom(first: OrderValues, other: OrderValues): OrderValues {
  return {
    status: first.status ?? other.status,
    stage: first.stage ?? other.stage,
    days: first.days.map((day, at) => day ?? other.days[at] ?? null),
    terms: first.terms.map((term, at) => term ?? other.terms[at] ?? null),
  };
}

export function dayAs(role: DayRole, values: OrderValues, plan: OrderPlan): BusinessDate | null {
  return values.days[plan.days.findIndex((match) => match.column.as === role)] ?? null;
}

function readOrderValues(reader: RowReader, plan: OrderPlan, continues: boolean): OrderValues | null {
  const hasStatus = plan.status.length > 0;
  const needed = hasStatus && !continues && plan.mapping.statuses.length > 0;
  const status = needed ? reader.need(plan.status, readWords) : reader.readFirst(plan.status, readWords);
  const stage = continues && status === null ? null : stageIn(reader, plan, status);
  const days = plan.days.map((match) => reader.read(match, readDay));
  const terms = plan.receivables.map((match) => readTerm(reader, match, continues));
  if ((needed && status === null) || stage === 'unknown') return null;
  return { status, stage, days, terms };
}

function stageIn(reader: RowReader, plan: OrderPlan, status: string | null): OrderStage | null | 'unknown' {
  if (status === null && plan.mapping.statuses.length > 0 && (plan.mapping.stages ?? []).length === 0) return null;
  const stage = plan.stageOf(reader.row, status ?? '');
  if (stage !== null) return stage;
  collectStage(plan, reader.row, status ?? '', reader.number);
  return 'unknown';
}

/** A signed term of G; null when the cell is empty. */
function readTerm(reader: RowReader, match: ReceivableMatch, continues: boolean): Amount | null {
  const { filled, sign } = match.column;
  const amount = filled && !continues ? reader.need([match], readAmount) : reader.read(match, readAmount);
  if (amount === null || sign === 'plus') return amount;
  if (sign === 'minus-absolute') return amount > ZERO ? negate(amount) : amount;
  if (amount < ZERO) reader.report('AMOUNT_SIGN', match, { column: match.header, value: textOfAmount(amount) });
  return negate(amount);
}

function readRefunded(reader: RowReader, plan: OrderPlan): boolean {
  const word = reader.readFirst(plan.refundStatus, readWords);
  const amount = reader.readFirst(plan.refundedAmount, readAmount) ?? ZERO;
  const says = word !== null && plan.refundedStatuses.has(normalizeHeader(word));
  return says || amount !== ZERO || plan.refundedWhen(reader.row);
}

/** What the row itself adds to G; a price of one piece counts as often as there are pieces. */
function ownTerm(reader: RowReader, match: ReceivableMatch, quantity: number | null): Amount {
  const term = readTerm(reader, match, false) ?? ZERO;
  return match.column.price === 'piece' ? amountOfUnits(term * (quantity ?? 1)) : term;
}

function readPieces(reader: RowReader, { mapping, quantity }: OrderPlan): number | null {
  return mapping.grain === 'order'
    ? (reader.readFirst(quantity, readQuantity) ?? 1)
    : reader.need(quantity, readQuantity);
}

function readLine(
  reader: RowReader,
  plan: OrderPlan,
  quantity: number | null,
  values: OrderValues | null,
  ownTerms: Amount,
): OrderRow['line'] {
  const sku = reader.readFirst(plan.sku, readIdentifier) ?? '';
  const name = shortText(reader.readFirst(plan.itemName, readWords) ?? '', FIELD_LENGTH_MAX);
  const printed = reader.readFirst(plan.returnedQuantity, readQuantity) ?? 0;
  const unitPrice = readPrice(
    reader,
    plan,
    quantity,
    plan.mapping.grain === 'order' ? wholeTotal(values, ownTerms) : null,
  );
  if (quantity === null || unitPrice === null) return null;
  if (printed > quantity) {
    const [column = null] = plan.returnedQuantity;
    reader.report('RETURN_EXCEEDS_QUANTITY', column, { value: String(printed), quantity: String(quantity) });
  }
  const returned = plan.returnedWhen(reader.row) ? quantity : printed;
  return { sku, name, quantity, returned, unitPrice };
}

/** What all pieces of an order cost, where only the order has a price. */
function wholeTotal(values: OrderValues | null, ownTerms: Amount): Amount {
  return amountOfUnits((values?.terms ?? []).reduce<number>((total, term) => total + (term ?? 0), ownTerms));
}

/** The price of one piece: as printed, else its share of the row's total, else of the whole order's. */
function readPrice(
  reader: RowReader,
  { unitPrice, lineTotal, price }: OrderPlan,
  quantity: number | null,
  whole: Amount | null,
): Amount | null {
  const ofPiece = price?.column.price === 'piece' ? [...unitPrice, price] : unitPrice;
  const ofRow = price?.column.price === 'row' ? [...lineTotal, price] : lineTotal;
  if (ofRow.length === 0 && whole === null) return reader.need(ofPiece, readAmount);
  const printed = reader.readFirst(ofPiece, readAmount);
  if (printed !== null) return printed;
  const total = whole === null ? reader.need(ofRow, readAmount) : (reader.readFirst(ofRow, readAmount) ?? whole);
  if (total === null || quantity === null) return null;
  return quantity <= 1 ? total : share(total, quantity);
}

/** Rounded half-up at two decimals: a price is printed, and credited, no finer. */
const share = (total: Amount, pieces: number) => portion(total, amountOfUnits(1), amountOfUnits(pieces), 'XXX');
