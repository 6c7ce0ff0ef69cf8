// From the rows of an order export to orders. An order is taken as a whole or not at all.
import { type Amount, type Currency, sum } from '../money.ts';
import type { Order, OrderLine } from '../order.ts';
import type { RowProblem } from '../problem.ts';
import { type Cell, type SheetTable, isBlankRow, sheetRow, textOfCell } from '../sheet-table.ts';
import { creditReturned } from './credit-returned.ts';
import type { RecognisedOrders } from './detect-mapping.ts';
import type { Mapping } from './mapping.ts';
import { cellRulesOf, readIdentifier } from './read-cells.ts';
import {
  type OrderPlan,
  type OrderRow,
  type OrderValues,
  dayAs,
  differingColumn,
  orderPlanOf,
  readOrderRow,
} from './read-order-row.ts';
import { type RowCounts, RowReader } from './read-row.ts';

/** An order export as orders, with what could not be read. */
export interface NormalizedOrders {
  readonly kind: 'orders';
  readonly mapping: { readonly id: string; readonly version: number };
  readonly currency: Currency;
  /** In the order of their first rows. */
  readonly orders: readonly Order[];
  /** By sheet row. */
  readonly problems: readonly RowProblem[];
  readonly rows: RowCounts;
}

/**
 * Reads the rows below the header. Rows of one order need not stand together. Values of the order (status, days,
 * receivable terms) must repeat on each of its rows; one bad row leaves the whole order out, because half an order
 * would have a wrong receivable. Orders not shipped or cancelled keep their receivable: what is owed is decided later.
 */
export function normalizeOrders(table: SheetTable, recognised: RecognisedOrders): NormalizedOrders {
  const { mapping } = recognised;
  const plan = orderPlanOf(recognised);
  const reader = new RowReader(cellRulesOf(mapping));
  const { groups, counts } = groupRows(table, recognised.headerIndex, plan, reader);
  const orders: Order[] = [];
  let accepted = 0;
  for (const group of groups) {
    const order = orderOf(group, plan, currencyOf(mapping));
    if (order) orders.push(order);
    if (order) accepted += group.rows.length;
    else reportIncomplete(group, plan, reader);
  }
  return {
    kind: 'orders',
    mapping: { id: mapping.id, version: mapping.version },
    currency: currencyOf(mapping),
    orders,
    problems: reader.problems.sort((left, right) => left.row - right.row),
    rows: { ...counts, accepted, rejected: counts.read - counts.skipped - accepted },
  };
}

const currencyOf = ({ currency }: Mapping): Currency => (typeof currency === 'string' ? currency : '');

/** The rows of one order number. */
interface Group {
  readonly orderNumber: string;
  /** Sheet rows, bad ones included. */
  readonly rows: number[];
  readonly bad: Set<number>;
  /** The first readable row, with which the others must agree. */
  first: { readonly values: OrderValues; readonly cells: readonly Cell[] } | null;
  readonly lines: OrderLine[];
  refunded: boolean;
}

function groupRows(table: SheetTable, headerIndex: number, plan: OrderPlan, reader: RowReader) {
  const groups = new Map<string, Group>();
  const counts = { read: table.rows.length - headerIndex - 1, skipped: 0 };
  for (let index = headerIndex + 1; index < table.rows.length; index++) {
    const cells = table.rows[index] ?? [];
    if (isBlankRow(cells)) {
      counts.skipped++;
      continue;
    }
    const row = sheetRow(table, index);
    reader.goTo(cells, row);
    const orderNumber = reader.need(plan.orderNumber, readIdentifier, 'ORDER_NUMBER_MISSING');
    const content = readOrderRow(reader, plan);
    if (orderNumber !== null) join(groupOf(orderNumber, groups), row, cells, content, plan, reader);
  }
  return { groups: groups.values(), counts };
}

function groupOf(orderNumber: string, groups: Map<string, Group>): Group {
  const known = groups.get(orderNumber);
  if (known) return known;
  const group: Group = { orderNumber, rows: [], bad: new Set(), first: null, lines: [], refunded: false };
  groups.set(orderNumber, group);
  return group;
}

function join(
  group: Group,
  row: number,
  cells: readonly Cell[],
  content: OrderRow | null,
  plan: OrderPlan,
  reader: RowReader,
): void {
  group.rows.push(row);
  if (content === null) {
    group.bad.add(row);
    return;
  }
  group.first ??= { values: content.values, cells };
  const differing = differingColumn(group.first.values, content.values, plan);
  if (differing) {
    const first = textOfCell(group.first.cells[differing.index]);
    const value = reader.textOf(differing);
    reader.report('ORDER_FIELD_DIFFERS', differing, { orderNumber: group.orderNumber, first, value });
    group.bad.add(row);
  }
  group.lines.push(content.line);
  group.refunded ||= content.refunded;
}

/** Names the rows that are left out only because another row of their order is bad. */
function reportIncomplete(group: Group, plan: OrderPlan, reader: RowReader): void {
  const [column = null] = plan.orderNumber;
  for (const row of group.rows) {
    if (group.bad.has(row)) continue;
    reader.goTo([], row);
    reader.report('ORDER_INCOMPLETE', column, { orderNumber: group.orderNumber });
  }
}

function orderOf(group: Group, plan: OrderPlan, currency: Currency): Order | null {
  const { first, lines, orderNumber, refunded } = group;
  if (first === null || group.bad.size > 0) return null;
  const { values } = first;
  lines.sort(byContent);
  const receivable: Amount = sum(values.terms);
  return {
    orderNumber,
    stage: values.stage,
    status: values.status,
    refunded,
    currency,
    orderedOn: dayAs('orderedOn', values, plan),
    paidOn: dayAs('paidOn', values, plan),
    shippedOn: dayAs('shippedOn', values, plan),
    completedOn: dayAs('completedOn', values, plan),
    receivable,
    credited: creditReturned(receivable, lines, currency),
    lines,
    sourceRow: Math.min(...group.rows),
  };
}

/** A shuffled sheet must give the same order, to the last rounding of its credit. */
function byContent(left: OrderLine, right: OrderLine): number {
  return (
    compareTexts(left.sku, right.sku) ||
    left.unitPrice - right.unitPrice ||
    left.quantity - right.quantity ||
    left.returned - right.returned ||
    compareTexts(left.name, right.name)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
