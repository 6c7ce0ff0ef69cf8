// The rows of each order put together, wherever they stand, and what they say about it held against each other.
import { ZERO, add } from '../money.ts';
import { textOfCell } from '../sheet-table.ts';
import type { Group } from './order-group.ts';
import type { OrderPlan } from './order-plan.ts';
import { type OrderRow, differingColumn, filledFrom, readOrderRow } from './read-order-row.ts';
import type { RowReader } from './read-row.ts';
import { type SetAside, SetAsideRows } from './set-aside.ts';
import type { SortedRow } from './sort-rows.ts';
import { decideStage } from './stage-of-lines.ts';

export interface GroupedRows {
  readonly groups: readonly Group[];
  readonly setAside: readonly SetAside[];
  /** Ordinary rows that belong to no order by a rule of the key, or that their order does without. */
  readonly outside: number;
}

export function groupRows(rows: readonly SortedRow[], plan: OrderPlan, reader: RowReader): GroupedRows {
  const groups = new Map<string, Group>();
  const aside = new SetAsideRows();
  let current: Group | null = null;
  let outside = 0;
  for (const sorted of rows) {
    if (sorted.is === 'excluded') aside.add(sorted.rule?.reason ?? '', sorted.row, null);
    if (sorted.is !== 'detail' && sorted.is !== 'charge') continue;
    reader.goTo(sorted.cells, sorted.row);
    const known = reader.problems.length;
    const { value, excludedAs } = plan.key(reader);
    if (excludedAs) {
      aside.add(excludedAs, sorted.row, null);
      outside++;
      continue;
    }
    const damaged = reader.problems.length > known;
    const group: Group | null = value === null ? continued(current, plan, damaged) : groupOf(value, groups);
    if (group === null && !damaged) reportMissing(plan, reader);
    joinRow(group, sorted, plan, reader);
    current = group;
  }
  const all = [...groups.values()];
  for (const { row, line } of all.flatMap((group) => decideStage(group, plan.mapping.stageOfLines))) {
    aside.add('cancelled', row, null);
    if (line) outside++;
  }
  return { groups: all, setAside: aside.all, outside };
}

/** A row without order number continues the order above only where cells of the order are merged over its rows. */
function continued(current: Group | null, { mapping }: OrderPlan, damaged: boolean): Group | null {
  return mapping.orderValues === 'merged' && !damaged ? current : null;
}

function reportMissing({ orderNumber }: OrderPlan, reader: RowReader): void {
  const [column = null] = orderNumber;
  reader.report('ORDER_NUMBER_MISSING', column, { column: column?.header ?? '' });
}

function groupOf(orderNumber: string, groups: Map<string, Group>): Group {
  const known = groups.get(orderNumber);
  if (known) return known;
  const empty = { values: null, first: [], currency: '', ownTerms: ZERO, refunded: false };
  const group: Group = {
    orderNumber,
    rows: [],
    bad: new Set(),
    members: [],
    lines: [],
    otherNumbers: new Set(),
    ...empty,
  };
  groups.set(orderNumber, group);
  return group;
}

/** Reads the row, also when it belongs to no order: everything wrong with it is said at once. */
function joinRow(group: Group | null, sorted: SortedRow, plan: OrderPlan, reader: RowReader): void {
  const mayBeBlank = (plan.mapping.orderValues ?? 'repeat') !== 'repeat';
  const continues = mayBeBlank && group !== null && group.rows.length > 0;
  const content = readOrderRow(reader, plan, { charge: sorted.is === 'charge', continues });
  if (group === null) return;
  if (plan.mapping.grain === 'order' && group.rows.length > 0) {
    reader.report('ORDER_REPEATED', plan.orderNumber[0] ?? null, { orderNumber: group.orderNumber });
    group.bad.add(sorted.row);
  }
  group.rows.push(sorted);
  if (content === null) group.bad.add(sorted.row);
  else join(group, sorted, content, mayBeBlank, plan, reader);
}

function join(
  group: Group,
  { row, cells }: SortedRow,
  content: OrderRow,
  mayBeBlank: boolean,
  plan: OrderPlan,
  reader: RowReader,
): void {
  if (group.values === null) group.first = cells;
  group.currency ||= content.currency;
  const values = group.values ?? content.values;
  const differing = differingColumn(values, content.values, plan);
  if (differing) {
    const first = textOfCell(group.first[differing.index]);
    const value = reader.textOf(differing);
    reader.report('ORDER_FIELD_DIFFERS', differing, { orderNumber: group.orderNumber, first, value });
    group.bad.add(row);
  }
  group.values = mayBeBlank ? filledFrom(values, content.values) : values;
  if (plan.mapping.stageOfLines) group.members.push({ row, ...content });
  if (content.line) group.lines.push(content.line);
  group.ownTerms = add(group.ownTerms, content.ownTerms);
  group.refunded ||= content.refunded;
  for (const number of content.otherNumbers) group.otherNumbers.add(number);
}
