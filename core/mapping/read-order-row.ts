// One row of an order export: the values of its order, which repeat on each row, and one item line.
import type { BusinessDate } from '../business-date.ts';
import { type Amount, ZERO, negate, textOfAmount } from '../money.ts';
import type { OrderLine, OrderStage } from '../order.ts';
import type { ColumnMatch, RecognisedOrders } from './detect-mapping.ts';
import type { OrderColumn, OrderMapping } from './mapping.ts';
import { plain, readAmount, readDay, readIdentifier, readQuantity, readWords } from './read-cells.ts';
import type { RowReader } from './read-row.ts';

type Match = ColumnMatch<OrderColumn>;
type ReceivableMatch = ColumnMatch<Extract<OrderColumn, { as: 'receivable' }>>;
export type DayRole = (typeof DAY_ROLES)[number];
const DAY_ROLES = ['orderedOn', 'paidOn', 'shippedOn', 'completedOn'] as const;

/** The columns by role, resolved once per sheet. */
export interface OrderPlan {
  readonly orderNumber: readonly Match[];
  readonly status: readonly Match[];
  readonly refundStatus: readonly Match[];
  readonly days: readonly Match[];
  readonly receivables: readonly ReceivableMatch[];
  readonly sku: readonly Match[];
  readonly itemName: readonly Match[];
  readonly quantity: readonly Match[];
  readonly returnedQuantity: readonly Match[];
  readonly unitPrice: readonly Match[];
  readonly stageOf: (status: string) => OrderStage | null;
  readonly refundedStatuses: ReadonlySet<string>;
}

export function orderPlanOf({ mapping, columns }: RecognisedOrders): OrderPlan {
  const having = (role: OrderColumn['as']) => columns.filter((match) => match.column.as === role);
  return {
    orderNumber: having('orderNumber'),
    status: having('status'),
    refundStatus: having('refundStatus'),
    days: DAY_ROLES.flatMap(having),
    receivables: columns.filter(isReceivable),
    sku: having('sku'),
    itemName: having('itemName'),
    quantity: having('quantity'),
    returnedQuantity: having('returnedQuantity'),
    unitPrice: having('unitPrice'),
    stageOf: stagesOf(mapping),
    refundedStatuses: new Set(mapping.refundedStatuses.map(plain)),
  };
}

function isReceivable(match: Match): match is ReceivableMatch {
  return match.column.as === 'receivable';
}

/** What a row says about its order as a whole. */
export interface OrderValues {
  readonly status: string;
  readonly stage: OrderStage;
  /** In the order of `OrderPlan.days`. */
  readonly days: readonly (BusinessDate | null)[];
  /** Signed terms of G, in the order of `OrderPlan.receivables`; an empty cell is no money. */
  readonly terms: readonly Amount[];
}

export interface OrderRow {
  readonly values: OrderValues;
  readonly line: OrderLine;
  /** The platform says that money went back to the buyer. */
  readonly refunded: boolean;
}

/** The row the reader stands on; null when something of it was unreadable and thereby reported. */
export function readOrderRow(reader: RowReader, plan: OrderPlan): OrderRow | null {
  const values = readOrderValues(reader, plan);
  const line = readLine(reader, plan);
  const refundStatus = reader.readFirst(plan.refundStatus, readWords);
  if (values === null || line === null || reader.failed) return null;
  return { values, line, refunded: refundStatus !== null && plan.refundedStatuses.has(plain(refundStatus)) };
}

/** The first column on which two rows of one order disagree. */
export function differingColumn(first: OrderValues, other: OrderValues, plan: OrderPlan): Match | undefined {
  if (first.status !== other.status) return plan.status[0];
  return (
    plan.days.find((_, at) => first.days[at] !== other.days[at]) ??
    plan.receivables.find((_, at) => first.terms[at] !== other.terms[at])
  );
}

export function dayAs(role: DayRole, values: OrderValues, plan: OrderPlan): BusinessDate | null {
  return values.days[plan.days.findIndex((match) => match.column.as === role)] ?? null;
}

function readOrderValues(reader: RowReader, plan: OrderPlan): OrderValues | null {
  const status = reader.need(plan.status, readWords);
  const stage = status === null ? null : plan.stageOf(plain(status));
  const days = plan.days.map((match) => reader.read(match, readDay));
  const terms = plan.receivables.map((match) => readTerm(reader, match));
  const [column = null] = plan.status;
  if (status === null) return null;
  if (stage === null) {
    reader.report('STATUS_UNKNOWN', column, { value: status });
    return null;
  }
  return { status, stage, days, terms };
}

function readTerm(reader: RowReader, match: ReceivableMatch): Amount {
  const amount = match.column.filled ? reader.need([match], readAmount) : reader.read(match, readAmount);
  if (amount === null) return ZERO;
  if (match.column.sign === 'plus') return amount;
  if (amount < ZERO) reader.report('AMOUNT_SIGN', match, { column: match.header, value: textOfAmount(amount) });
  return negate(amount);
}

function readLine(reader: RowReader, plan: OrderPlan): OrderRow['line'] | null {
  const sku = reader.readFirst(plan.sku, readIdentifier) ?? '';
  const name = reader.readFirst(plan.itemName, readWords) ?? '';
  const quantity = reader.need(plan.quantity, readQuantity);
  const returned = reader.readFirst(plan.returnedQuantity, readQuantity) ?? 0;
  const unitPrice = reader.need(plan.unitPrice, readAmount);
  if (quantity === null || unitPrice === null) return null;
  if (returned > quantity) {
    const [column = null] = plan.returnedQuantity;
    reader.report('RETURN_EXCEEDS_QUANTITY', column, { value: String(returned), quantity: String(quantity) });
  }
  return { sku, name, quantity, returned, unitPrice };
}

/** The mapping's status words as one question: exact words first, then the first beginning that fits. */
function stagesOf({ statuses }: OrderMapping): (status: string) => OrderStage | null {
  const exact = new Map<string, OrderStage>();
  const beginnings: { readonly text: string; readonly stage: OrderStage }[] = [];
  for (const { exact: word, startsWith, stage } of statuses) {
    if (word !== undefined) exact.set(plain(word), stage);
    if (startsWith !== undefined) beginnings.push({ text: plain(startsWith), stage });
  }
  return (status) => exact.get(status) ?? beginnings.find(({ text }) => status.startsWith(text))?.stage ?? null;
}
