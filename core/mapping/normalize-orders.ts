// From the rows of an order export to orders. An order is taken as a whole or not at all.
import { compareText } from '../compare-text.ts';
import { type Amount, type Currency, ZERO, add, subtract, sum, textOfAmount } from '../money.ts';
import type { Order, OrderLine, OrderPart } from '../order.ts';
import type { Refusal, RowProblem } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';
import { FIELD_LENGTH_MAX, shortText } from '../short-text.ts';
import type { RuleContext } from './ask-row.ts';
import { creditReturned } from './credit-returned.ts';
import { decideStyles } from './decide-styles.ts';
import type { RecognisedOrders } from './detect-mapping.ts';
import { findCurrency } from './find-currency.ts';
import { type GroupedRows, groupRows } from './group-orders.ts';
import type { Group } from './order-group.ts';
import type { ReadOptions } from './normalize-payout.ts';
import { orderChecksOf } from './order-checks.ts';
import { type OrderPlan, orderPlanOf } from './order-plan.ts';
import { unmappedColumns } from './payout-plan.ts';
import { cellRulesOf } from './read-cells.ts';
import { dayAs, type OrderValues } from './read-order-row.ts';
import { type RowCounts, RowReader } from './read-row.ts';
import type { SetAside } from './set-aside.ts';
import { sortRows } from './sort-rows.ts';
import { refusalOfCurrency, refusalOfStyles, refusalOfValues, unknownProblems } from './stop-file.ts';
import { type UnmappedAmount, findUnmappedAmounts, unmappedProblems } from './unmapped-amounts.ts';

/** An order export as orders, with what could not be read. */
export interface NormalizedOrders {
  readonly kind: 'orders';
  readonly mapping: { readonly id: string; readonly version: number };
  /** Mappings whose reports carry the same money. */
  readonly sameMoneyAs: readonly string[];
  /** The currency of most orders; each order has its own. */
  readonly currency: Currency;
  /** In the order of their first rows. */
  readonly orders: readonly Order[];
  /** By sheet row. */
  readonly problems: readonly RowProblem[];
  /** Rows of items; pseudo rows count as skipped. */
  readonly rows: RowCounts;
  /** Rows that are real but no sale of this report, by reason. */
  readonly setAside: readonly SetAside[];
  /** Columns that look like amounts and that the mapping does not know. */
  readonly unmappedAmounts: readonly UnmappedAmount[];
  /** Why nothing of the file may be imported, though its report is known; null when it may. */
  readonly stopped: Refusal | null;
}

/**
 * Reads the rows below the header. Rows of one order need not stand together, unless the mapping says `merged`. Values
 * of the order (status, days, receivable terms) must not contradict each other; one bad row leaves the whole order out,
 * because half an order would have a wrong receivable. Orders not shipped or cancelled keep their receivable: what is
 * owed is decided later. A status without meaning, or a style that the whole column cannot tell, stops the file.
 */
export function normalizeOrders(
  table: SheetTable,
  recognised: RecognisedOrders,
  { answers = {} }: ReadOptions = {},
): NormalizedOrders {
  const { mapping, headerRow } = recognised;
  const context: RuleContext = { columns: recognised.columns, rules: cellRulesOf(mapping) };
  const sorted = sortRows(table, recognised, context);
  const styles = decideStyles(sorted.rows, recognised, context.rules, answers);
  const reader = new RowReader(context.rules, styles.ofColumn, table);
  const currency = findCurrency(mapping, { context, ...sorted, headerRow }, answers.currency);
  const plan = orderPlanOf(recognised, context, currency.of ?? (() => null));
  const blocked =
    refusalOfStyles(table, recognised, styles.questions) ??
    (currency.of ? null : refusalOfCurrency(table, recognised, currency.question));
  const details = sorted.rows.filter(({ is }) => is === 'detail').length;
  const grouped = blocked ? NOTHING : groupRows(sorted.rows, plan, reader);
  const unknown = [...sorted.unknown, ...plan.unknown.all];
  const stopped = blocked ?? refusalOfValues(table, recognised, unknown);
  const taken = takeOrders(grouped, plan, reader);
  const unmapped = unmappedColumns(table.rows[recognised.headerIndex] ?? [], recognised);
  const rows = sorted.rows.map((row) => ({ difference: null, ...row }));
  const unmappedAmounts = blocked ? [] : findUnmappedAmounts(unmapped, rows, reader);
  const accepted = stopped ? 0 : taken.rows;
  const items = details - grouped.outside;
  return {
    kind: 'orders',
    mapping: { id: mapping.id, version: mapping.version },
    sameMoneyAs: mapping.sameMoneyAs ?? [],
    currency: typeof mapping.currency === 'string' ? mapping.currency : mostUsed(taken.orders),
    orders: stopped ? [] : taken.orders,
    problems: [
      ...reader.problems,
      ...sorted.strays,
      ...unknownProblems(unknown),
      ...unmappedProblems(unmappedAmounts, headerRow),
    ].sort((left, right) => left.row - right.row),
    rows: { read: sorted.read, accepted, rejected: items - accepted, skipped: sorted.read - items },
    setAside: grouped.setAside,
    unmappedAmounts,
    stopped,
  };
}

const NOTHING: GroupedRows = { groups: [], setAside: [], outside: 0 };

function takeOrders({ groups }: GroupedRows, plan: OrderPlan, reader: RowReader): { orders: Order[]; rows: number } {
  const holds = orderChecksOf(plan, reader);
  const orders: Order[] = [];
  let rows = 0;
  for (const group of groups) {
    const order = holds(group) && isWorthSomething(group, plan, reader) ? orderOf(group, plan) : null;
    if (order) orders.push(order);
    if (order) rows += group.lines.length;
    else reportIncomplete(group, plan, reader);
  }
  return { orders, rows };
}

/** Names the rows that are left out only because another row of their order is bad. */
function reportIncomplete(group: Group, plan: OrderPlan, reader: RowReader): void {
  const [column = null] = plan.orderNumber;
  for (const { row } of group.rows) {
    if (group.bad.has(row)) continue;
    reader.goTo([], row);
    reader.report('ORDER_INCOMPLETE', column, { orderNumber: group.orderNumber });
  }
}

function orderOf(group: Group, plan: OrderPlan): Order | null {
  const { values, currency, lines, orderNumber, refunded } = group;
  if (values === null || values.stage === null || lines.length === 0 || group.bad.size > 0) return null;
  const wholeOrder = plan.mapping.grain === 'order';
  lines.sort(byContent);
  const receivable = receivableOf(values, group);
  return {
    orderNumber,
    stage: values.stage,
    status: shortText(values.status ?? '', FIELD_LENGTH_MAX),
    refunded,
    currency,
    orderedOn: dayAs('orderedOn', values, plan),
    paidOn: dayAs('paidOn', values, plan),
    shippedOn: dayAs('shippedOn', values, plan),
    completedOn: dayAs('completedOn', values, plan),
    receivable,
    credited: creditReturned(receivable, lines, currency),
    ...partsOf(receivable, values, plan),
    ...aliasesOf(group),
    // A row that is the whole order stands for goods only where it names them.
    lines: wholeOrder ? lines.filter(({ sku, name }) => sku !== '' || name !== '') : lines,
    sourceRow: Math.min(...group.rows.map(({ row }) => row)),
  };
}

const receivableOf = ({ terms }: OrderValues, { ownTerms }: Group): Amount =>
  add(sum(terms.map((term) => term ?? ZERO)), ownTerms);

/** Nobody owes less than nothing: a coupon above the price or a minus in the wrong place, told and left out. */
function isWorthSomething(group: Group, { receivables, lineReceivables }: OrderPlan, reader: RowReader): boolean {
  const [first] = group.rows;
  const receivable = group.values === null ? ZERO : receivableOf(group.values, group);
  if (receivable >= 0 || group.bad.size > 0 || first === undefined) return true;
  const [column = null] = [...receivables, ...lineReceivables];
  reader.goTo(first.cells, first.row);
  reader.report('ORDER_TOTAL_NEGATIVE', column, { value: textOfAmount(receivable) });
  group.bad.add(first.row);
  return false;
}

/** What the export tells apart within G; nothing where it names no such part. */
function partsOf(whole: Amount, values: OrderValues, plan: OrderPlan): Pick<Order, 'parts'> {
  const parts: Partial<Record<OrderPart, Amount>> = {};
  plan.receivables.forEach(({ column: { part } }, at) => {
    if (part === undefined || part === 'CONTRACT_PRICE') return;
    parts[part] = add(parts[part] ?? ZERO, values.terms[at] ?? ZERO);
  });
  // What no other part takes is goods, whether their price stands on the order or on its rows.
  if (plan.atContractPrice) parts.CONTRACT_PRICE = subtract(whole, sum(Object.values(parts)));
  return Object.keys(parts).length === 0 ? {} : { parts };
}

/** Other numbers of the order, sorted: a shuffled sheet gives the same order. */
function aliasesOf({ orderNumber, otherNumbers }: Group): Pick<Order, 'aliases'> {
  const aliases = [...otherNumbers].filter((number) => number !== orderNumber).sort(compareText);
  return aliases.length === 0 ? {} : { aliases };
}

function mostUsed(orders: readonly Order[]): Currency {
  const counts = new Map<Currency, number>();
  for (const { currency } of orders) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [most] = [...counts].sort(([left, one], [right, two]) => two - one || compareText(left, right));
  return most?.[0] ?? '';
}

/** A shuffled sheet must give the same order, to the last rounding of its credit. */
function byContent(left: OrderLine, right: OrderLine): number {
  return (
    compareText(left.sku, right.sku) ||
    left.unitPrice - right.unitPrice ||
    left.quantity - right.quantity ||
    left.returned - right.returned ||
    compareText(left.name, right.name)
  );
}
