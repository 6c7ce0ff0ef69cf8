// What reading an order row needs, compiled once per sheet from its mapping and the columns found.
import type { OrderStage } from '../order.ts';
import type { Cell } from '../sheet-table.ts';
import { type RowQuestion, type RuleContext, positionOf, questionOf } from './ask-row.ts';
import type { ColumnMatch, RecognisedOrders } from './detect-mapping.ts';
import type { CurrencyFinder } from './find-currency.ts';
import { type KeyFinder, keyFinder } from './find-key.ts';
import type { Condition } from './mapping-rules.ts';
import type { OrderColumn, OrderMapping } from './mapping.ts';
import { columnsInConditions } from './named-columns.ts';
import { normalizeHeader } from './normalize-header.ts';
import { textIn } from './read-cells.ts';
import { type RowCheck, rowChecksOf } from './row-checks.ts';
import { UnknownValues } from './unknown-values.ts';

export type OrderMatch = ColumnMatch<OrderColumn>;
export type ReceivableMatch = ColumnMatch<Extract<OrderColumn, { as: 'receivable' }>>;
export type DayRole = (typeof DAY_ROLES)[number];
const DAY_ROLES = ['orderedOn', 'paidOn', 'shippedOn', 'completedOn'] as const;

/** The columns by role, resolved once per sheet. */
export interface OrderPlan {
  readonly mapping: OrderMapping;
  readonly context: RuleContext;
  readonly key: KeyFinder;
  readonly currency: CurrencyFinder;
  readonly orderNumber: readonly OrderMatch[];
  readonly otherNumbers: readonly OrderMatch[];
  readonly status: readonly OrderMatch[];
  readonly refundStatus: readonly OrderMatch[];
  readonly refundedAmount: readonly OrderMatch[];
  readonly days: readonly OrderMatch[];
  /** Terms of the receivable that belong to the order as a whole. */
  readonly receivables: readonly ReceivableMatch[];
  /** Terms that each row has for itself. */
  readonly lineReceivables: readonly ReceivableMatch[];
  /** Goods stand at what the platform settles for them. */
  readonly atContractPrice: boolean;
  /** The one of them that is the row's price as well. */
  readonly price: ReceivableMatch | null;
  readonly sku: readonly OrderMatch[];
  readonly itemName: readonly OrderMatch[];
  readonly quantity: readonly OrderMatch[];
  readonly returnedQuantity: readonly OrderMatch[];
  readonly unitPrice: readonly OrderMatch[];
  readonly lineTotal: readonly OrderMatch[];
  /** How far an order is, by its row and its status word; null when nothing says so. */
  readonly stageOf: (cells: readonly Cell[], status: string) => OrderStage | null;
  /** Columns whose values would have told the stage. */
  readonly stageColumns: readonly string[];
  readonly refundedStatuses: ReadonlySet<string>;
  readonly refundedWhen: RowQuestion;
  /** All pieces of the row came back. */
  readonly returnedWhen: RowQuestion;
  readonly checks: readonly RowCheck[];
  readonly unknown: UnknownValues;
}

export function orderPlanOf(recognised: RecognisedOrders, context: RuleContext, currency: CurrencyFinder): OrderPlan {
  const { mapping, columns } = recognised;
  const having = (role: OrderColumn['as']) => columns.filter((match) => match.column.as === role);
  const receivables = columns.filter(isReceivable);
  const asked = (when: Condition | undefined) => (when ? questionOf(when, context) : () => false);
  return {
    mapping,
    context,
    key: keyFinder(mapping.key, having('orderNumber'), context),
    currency,
    orderNumber: having('orderNumber'),
    otherNumbers: having('otherNumber'),
    status: having('status'),
    refundStatus: having('refundStatus'),
    refundedAmount: having('refundedAmount'),
    days: DAY_ROLES.flatMap(having),
    receivables: receivables.filter(({ column }) => column.per !== 'line'),
    lineReceivables: receivables.filter(({ column }) => column.per === 'line'),
    atContractPrice: receivables.some(({ column }) => column.part === 'CONTRACT_PRICE'),
    price: receivables.find(({ column }) => column.price !== undefined) ?? null,
    sku: having('sku'),
    itemName: having('itemName'),
    quantity: having('quantity'),
    returnedQuantity: having('returnedQuantity'),
    unitPrice: having('unitPrice'),
    lineTotal: having('lineTotal'),
    stageOf: stagesOf(mapping, context),
    stageColumns: having('status').length > 0 ? [] : columnsInConditions(mapping.stages ?? []),
    refundedStatuses: new Set(mapping.refundedStatuses.map(normalizeHeader)),
    refundedWhen: asked(mapping.refundedWhen),
    returnedWhen: asked(mapping.returnedWhen),
    checks: rowChecksOf(mapping, context),
    unknown: new UnknownValues(),
  };
}

function isReceivable(match: OrderMatch): match is ReceivableMatch {
  return match.column.as === 'receivable';
}

/** Rules of several columns first; then exact status words; then the first beginning that fits. */
function stagesOf({ stages = [], statuses }: OrderMapping, context: RuleContext): OrderPlan['stageOf'] {
  const rules = stages.map(({ when, stage }) => ({ holds: questionOf(when, context), stage }));
  const exact = new Map<string, OrderStage>();
  const beginnings: { readonly text: string; readonly stage: OrderStage }[] = [];
  for (const { exact: word, startsWith, stage } of statuses) {
    if (word !== undefined) exact.set(normalizeHeader(word), stage);
    if (startsWith !== undefined) beginnings.push({ text: normalizeHeader(startsWith), stage });
  }
  return (cells, status) => {
    const ruled = rules.find(({ holds }) => holds(cells));
    if (ruled) return ruled.stage;
    const word = normalizeHeader(status);
    return exact.get(word) ?? beginnings.find(({ text }) => word.startsWith(text))?.stage ?? null;
  };
}

/** Collects what would have told the stage of a row, because it did not. */
export function collectStage(plan: OrderPlan, cells: readonly Cell[], status: string, row: number): void {
  const [column] = plan.status;
  if (column) return plan.unknown.add('statuses', [column.header], [status], row);
  const values = plan.stageColumns.map((name) => {
    const index = positionOf(name, plan.context.columns);
    return index === undefined ? '' : textIn(cells[index], plan.context.rules);
  });
  plan.unknown.add('stages', plan.stageColumns, values, row);
}
